"""Stackwright: one model of a business, idiomatic Python backends, and updates that keep your code."""

__version__ = "0.2.0"
