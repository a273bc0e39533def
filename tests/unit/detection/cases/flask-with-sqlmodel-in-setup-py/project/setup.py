"""Parsed and never run: running it would fail."""

from setuptools import setup

requirements = [
    "flask>=3",
    "sqlmodel",
]
raise SystemExit("somebody has run this")
setup(
    name="orders",
    install_requires=requirements,
    extras_require={"django": ["pytest"]},
)
