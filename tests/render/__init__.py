"""Whole projects, rendered without Copier."""
