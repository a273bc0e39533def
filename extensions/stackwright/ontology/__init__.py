"""The model language: YAML in, a checked and frozen model out.

>>> model = load({"ontology/shop.yml": text})

Whatever is wrong with a model is told at once, by `OntologyError`, whose text is the whole report.
"""

from __future__ import annotations

from stackwright.ontology.canonical import digest, to_json
from stackwright.ontology.loading import load, load_directory
from stackwright.ontology.problems import OntologyError, Problem

__all__ = ["OntologyError", "Problem", "digest", "load", "load_directory", "to_json"]
