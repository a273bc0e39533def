"""What of `extensions/` can be broken without a quick test noticing: `python -m tests.mutation`."""
