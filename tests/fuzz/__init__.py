"""Requests made from the document, valid and not, against the running service: schemathesis, all checks.

`python -m tests.fuzz --seeds 5` runs every phase, as long as it takes; the tests run a bounded part.
"""
