"""What a service does when things break: all of it by `python -m tests.faults`, a little by pytest."""
