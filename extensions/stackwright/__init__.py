"""Stackwright: a model of a business in, an idiomatic Python backend out."""
