"""Random models, and what holds of all of them: `python -m tests.models`."""
