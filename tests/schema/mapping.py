"""Run inside a rendered project: `python mapping.py` prints the relationships of all its rows as JSON."""

import json
import sys
import warnings

from sqlalchemy import inspect
from sqlalchemy.orm import configure_mappers

warnings.simplefilter("error")

from compared.generated.persistence import contexts, tables  # noqa: E402, F401 (brings all rows together)

configure_mappers()
found = {}
for mapper in inspect(tables.OutboxRow).registry.mappers:
    for way in mapper.relationships:
        found[f"{mapper.local_table.name}.{way.key}"] = {
            "to": way.mapper.local_table.name,
            "through": None if way.secondary is None else way.secondary.name,
            "pairs": sorted([str(mine), str(theirs)] for mine, theirs in way.local_remote_pairs),
            "back": way.back_populates,
            "many": bool(way.uselist),
            "lazy": way.lazy,
        }
json.dump(found, sys.stdout)
