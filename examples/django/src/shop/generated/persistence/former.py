# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""What `makemigrations` must be told: former names, and values for rows that are there."""

from collections.abc import Mapping
from typing import Any

# Tables, each with what it may have been called before.
TABLES: Mapping[str, tuple[str, ...]] = {}

# Columns, by their tables, in the same way.
COLUMNS: Mapping[str, Mapping[str, tuple[str, ...]]] = {}

# Values of enums and states, by their tables and columns.
VALUES: Mapping[str, Mapping[str, Mapping[str, str]]] = {}

# What history calls the objects of a table, now and before.
KINDS: Mapping[str, tuple[str, ...]] = {}

# What rows get in a new column that must not be empty.
FILLED: Mapping[str, Mapping[str, Any]] = {}
