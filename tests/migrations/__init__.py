"""Migrations that follow the model: an old model, rows, a new model; then the rows, and the schema."""
