"""The same for Django: what `makemigrations` makes, and what `migrate` does with it."""
