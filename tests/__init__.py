"""The tests of Stackwright."""
