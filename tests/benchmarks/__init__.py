"""Figures, measured side by side: `python -m tests.benchmarks` (docs/benchmarks.md says what and why)."""
