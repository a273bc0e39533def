"""What each kind of file mentions: every table of it, in order, as it is written there."""

from __future__ import annotations

import json
from textwrap import dedent

import pytest
from stackwright.detection import mentions_of

PYPROJECT = """
    [project]
    dependencies = ["Fast_API[standard]>=0.110", "sqlalchemy ~= 2.0 ; python_version >= '3.9'", "", 3]
    [project.optional-dependencies]
    postgres = ["asyncpg"]
    [dependency-groups]
    dev = ["pytest>=8", {include-group = "docs"}]
    docs = ["sphinx"]
    [tool.flit.metadata]
    requires = ["flit-needs"]
    [tool.poetry.dependencies]
    python = "^3.11"
    Django = "^5.0"
    sql_model = {version = "0.0.38", extras = ["all"]}
    [tool.poetry.dev-dependencies]
    black = "*"
    [tool.poetry.group.lint.dependencies]
    ruff = ">=0.9"
    [tool.poetry.group.empty]
    optional = true
    [tool.uv]
    dev-dependencies = ["uv-tool"]
    [tool.pdm.dev-dependencies]
    types = ["mypy"]
    [tool.hatch.envs.default]
    dependencies = ["hatch-one"]
    extra-dependencies = ["hatch-two"]
    [tool.hatch.envs.odd]
    dependencies = "no list"
"""
PIPFILE = """
    [[source]]
    name = "pypi"
    [packages]
    Flask = "*"
    flask_admin = {version = ">=1", index = "pypi"}
    [dev-packages]
    pytest = "==8.0"
    [scripts]
    serve = "flask run"
    [requires]
    python_version = "3.13"
    [pipenv]
    allow_prereleases = true
"""
SETUP_CFG = """
    [metadata]
    name = shop
    [options]
    install_requires =
        flask>=3; python_version > "3.8"
        # a remark
        sqlalchemy

    [options.extras_require]
    tests =
        pytest
        coverage
    docs = sphinx; furo
"""
SETUP_PY = """
    from setuptools import setup

    NEEDED = ["flask", "sqlalchemy>=2"]
    first = second = ["never"]
    setup(
        name="shop",
        install_requires=NEEDED,
        extras_require={"admin": ["flask-admin"]},
        tests_require=("pytest",),
        packages=["shop"],
    )
"""
MANAGE_PY = """
    import os

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")
    from django.core.management import execute_from_command_line
"""
LOCK = """
    version = 1
    [[package]]
    name = "SQLAlchemy"
    version = "2.0"
    [[package]]
    name = "shop"
    [[package]]
    version = "1.0"
"""
PIPFILE_LOCK = json.dumps(
    {
        "_meta": {"hash": {"sha256": "0"}},
        "default": {"Flask": {"version": "==3.1.0"}, "local_one": {"path": "."}},
        "develop": {"pytest": {"version": "==8.0.0"}},
    }
)
REQUIREMENTS = """
    # a remark
    Flask[async]>=3  # why
    -r more.txt
    --index-url https://example.org
    -e git+https://example.org/orm#subdirectory=src&egg=Good_ORM
    --editable=./here
    ./wheels/own.whl
    /wheels/own.whl
    sqlalchemy==2.0.46 \\
        --hash=sha256:0 \\
        --hash=sha256:1
    zope.interface
"""


@pytest.mark.parametrize(
    ("file", "text", "mentioned"),
    [
        (
            "pyproject.toml",
            PYPROJECT,
            [
                "fast-api | project.dependencies | Fast_API[standard]>=0.110 | declared",
                "sqlalchemy | project.dependencies | sqlalchemy ~= 2.0 ; python_version >= '3.9' | declared",
                "asyncpg | project.optional-dependencies.postgres | asyncpg | optional",
                "pytest | dependency-groups.dev | pytest>=8 | optional",
                "sphinx | dependency-groups.docs | sphinx | optional",
                "flit-needs | tool.flit.metadata.requires | flit-needs | declared",
                "python | tool.poetry.dependencies | python = ^3.11 | declared",
                "django | tool.poetry.dependencies | Django = ^5.0 | declared",
                "sql-model | tool.poetry.dependencies | sql_model | declared",
                "black | tool.poetry.dev-dependencies | black = * | optional",
                "ruff | tool.poetry.group.lint.dependencies | ruff = >=0.9 | optional",
                "uv-tool | tool.uv.dev-dependencies | uv-tool | optional",
                "mypy | tool.pdm.dev-dependencies.types | mypy | optional",
                "hatch-one | tool.hatch.envs.default.dependencies | hatch-one | optional",
                "hatch-two | tool.hatch.envs.default.extra-dependencies | hatch-two | optional",
            ],
        ),
        (
            "Pipfile",
            PIPFILE,
            [
                "flask | packages | Flask = * | declared",
                "flask-admin | packages | flask_admin | declared",
                "pytest | dev-packages | pytest = ==8.0 | optional",
            ],
        ),
        (
            "setup.cfg",
            SETUP_CFG,
            [
                'flask | options.install_requires | flask>=3; python_version > "3.8" | declared',
                "sqlalchemy | options.install_requires | sqlalchemy | declared",
                "pytest | options.extras_require.tests | pytest | optional",
                "coverage | options.extras_require.tests | coverage | optional",
                "sphinx | options.extras_require.docs | sphinx | optional",
                "furo | options.extras_require.docs | furo | optional",
            ],
        ),
        ("setup.cfg", "[metadata]\nname = shop\n", []),
        (
            "setup.py",
            SETUP_PY,
            [
                "flask | install_requires | flask | declared",
                "sqlalchemy | install_requires | sqlalchemy>=2 | declared",
                "flask-admin | extras_require | flask-admin | optional",
                "pytest | tests_require | pytest | optional",
            ],
        ),
        (
            "manage.py",
            MANAGE_PY,
            ['django | line 4 | os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings") | declared'],
        ),
        ("manage.py", "from django.core.management import call_command\n", [
            "django | line 1 | from django.core.management import call_command | declared",
        ]),
        *(
            (name, LOCK, ["sqlalchemy | package | SQLAlchemy 2.0 | locked", "shop | package | shop | locked"])
            for name in ("uv.lock", "poetry.lock", "pdm.lock")
        ),
        (
            "Pipfile.lock",
            PIPFILE_LOCK,
            [
                "flask | default | Flask 3.1.0 | locked",
                "local-one | default | local_one | locked",
                "pytest | develop | pytest 8.0.0 | locked",
            ],
        ),
        (
            "requirements.txt",
            REQUIREMENTS,
            [
                "flask | line 3 | Flask[async]>=3 | declared",
                "good-orm | line 6 | git+https://example.org/orm#subdirectory=src&egg=Good_ORM | declared",
                "sqlalchemy | line 10 | sqlalchemy==2.0.46 | declared",
                "zope-interface | line 13 | zope.interface | declared",
            ],
        ),
        ("requirements/dev.txt", "flask\n", ["flask | line 1 | flask | optional"]),
        ("requirements-TEST.in", "flask\n", ["flask | line 1 | flask | optional"]),
        ("requirements-latest.txt", "flask\n", ["flask | line 1 | flask | declared"]),
    ],
)  # fmt: skip
def test_a_file_mentions(file: str, text: str, mentioned: list[str]) -> None:
    found, unreadable = mentions_of({file: dedent(text)})

    assert unreadable == ()
    assert {one.file for one in found} <= {file}
    assert [f"{one.package} | {one.place} | {one.text} | {one.strength}" for one in found] == mentioned


@pytest.mark.parametrize(
    ("file", "text", "complaint"),
    [
        ("setup.cfg", "install_requires = flask\n", "File contains no section headers."),
        ("setup.py", "setup(\n", "no Python at line 1"),
        ("Pipfile.lock", "{", "Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_a_line(file: str, text: str, complaint: str) -> None:
    assert mentions_of({file: text}) == ((), (f"{file} cannot be read: {complaint}",))
