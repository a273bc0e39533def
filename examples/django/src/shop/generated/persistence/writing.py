# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""Migrations as files, with the imports and the words of the first ones."""

import re

from django.db.migrations.writer import MigrationWriter, OperationWriter

from .states import LABELS

_GENERATED = __name__.rpartition(".persistence.")[0]
# What long paths are called.
_SHORT = {
    "applying": f"{_GENERATED}.persistence.applying",
    "columns": f"{_GENERATED}.persistence.types",
    "operations": f"{_GENERATED}.persistence.operations",
    "identifiers": f"{_GENERATED}.contract.identifiers",
}
_KNOWN = {
    "from django.db import migrations",
    "from django.db import models",
    "import django.db.models.deletion",
}
_TEXT = '''"""{title} This file is yours: what is applied never changes.{more}
"""

{imports}

class Migration(applying.Migration):
    """{about}"""
{destructive}
    dependencies = [
{dependencies}    ]

    operations = [
{operations}
    ]
'''


class Writer(MigrationWriter):
    """Writes a migration of the model's tables."""

    @property
    def is_ours(self) -> bool:
        """Whether the migration is one of the model's tables."""
        return self.migration.app_label in LABELS

    def as_string(self) -> str:
        """Return the text of the file."""
        migration = self.migration
        if not self.is_ours:
            return super().as_string()
        needed, operations = set[str](), []
        for one in migration.operations:
            text, imports = OperationWriter(one).serialize()
            operations.append(text)
            needed |= set(imports)
        # `types` has the names of `constraints`, too.
        written = "\n".join(operations).replace(
            ".persistence.constraints.", ".persistence.types."
        )
        for short, path in _SHORT.items():
            written = written.replace(f"{path}.", f"{short}.")
        written = written.replace("django.db.models.deletion.", "models.")
        written = re.sub(r"\bdatetime\.(?=date|time)", "dt.", written)
        written = written.replace("dt.timezone.utc", "dt.UTC")
        drops = list(getattr(migration, "destructive", ()))
        return _TEXT.format(
            title="Destructive: it drops what the model has no more."
            if drops
            else "A change of the model.",
            more=_listed([*drops, *getattr(migration, "notes", ())]),
            about="Drop it." if drops else "Follow the model.",
            imports=_imports(written, needed),
            destructive=f"\n    destructive = {tuple(drops)!r}\n" if drops else "",
            dependencies="".join(
                f"        {tuple(one)!r},\n" for one in sorted(migration.dependencies)
            ),
            operations=written,
        )


def _listed(lines: list[str]) -> str:
    """Return lines of a docstring, with nothing in them that would end it."""
    safe = [line.replace("\\", "\\\\").replace('"', "'") for line in lines]
    return "".join(
        f"\n\n- {line}" if at == 0 else f"\n- {line}" for at, line in enumerate(safe)
    )


def _imports(text: str, needed: set[str]) -> str:
    """Return the imports of a text, in the order that `ruff` wants."""
    own = [
        (path.rpartition(".")[0], name, short)
        for short, path in _SHORT.items()
        for name in [path.rpartition(".")[2]]
        if short == "applying" or re.search(rf"\b{short}\.", text)
    ]
    others = {line for line in needed if _GENERATED not in line} - _KNOWN
    if "import datetime" in others:
        others = (others - {"import datetime"}) | {"import datetime as dt"}
    django = ["migrations"] if re.search(r"\bmigrations\.", text) else []
    django += ["models"] if re.search(r"\bmodels\.", text) else []
    blocks = [
        sorted(others, key=lambda line: (line.startswith("from"), line)),
        [f"from django.db import {', '.join(django)}"] if django else [],
        _from(own),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _from(own: list[tuple[str, str, str]]) -> list[str]:
    """Return the imports of generated modules, one line a package or a name of our own."""
    lines = []
    for package in sorted({one[0] for one in own}):
        plain = sorted(
            name for home, name, short in own if home == package and name == short
        )
        lines += [f"from {package} import {', '.join(plain)}"] if plain else []
        lines += [
            f"from {package} import {name} as {short}"
            for home, name, short in sorted(own)
            if home == package and name != short
        ]
    return lines
