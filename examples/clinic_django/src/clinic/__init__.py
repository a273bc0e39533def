"""Patients, visits, and what they cost."""
