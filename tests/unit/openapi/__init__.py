"""The OpenAPI document: valid, exact, and the same bytes every time."""
