"""Updates of a rendered project: what would change, and how it is changed all at once or not at all."""
