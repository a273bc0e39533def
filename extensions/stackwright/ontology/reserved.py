"""Words that other people own. An attribute of such a name gets an underscore; few are refused outright."""

from __future__ import annotations

PYTHON = frozenset(
    "False None True and as assert async await break class continue def del elif else except finally for from"
    " global if import in is lambda nonlocal not or pass raise return try while with yield".split()
)
# In the body of a class these would hide what annotations and decorators beside them mean.
_ANNOTATIONS = frozenset(
    "bool bytes classmethod dict float frozenset int list object property set staticmethod str super tuple type"
    " self cls abc asyncio collections dataclasses date datetime decimal enum functools pydantic sqlalchemy"
    " time typing uuid".split()
)
PYDANTIC = frozenset(
    "construct copy dict from_orm json parse_file parse_obj parse_raw schema schema_json update_forward_refs"
    " validate".split()
)
_SQLALCHEMY = frozenset("metadata query query_class registry type_annotation_map".split())
_MAPPINGS = frozenset("clear count fromkeys get index items keys pop popitem setdefault update values".split())
_DJANGO = frozenset(
    "adelete arefresh_from_db asave add_to_class check clean clean_fields date_error_message delete from_db"
    " full_clean get_absolute_url get_constraints get_deferred_fields natural_key objects pk"
    " prepare_database_save refresh_from_db save save_base serializable_value unique_error_message"
    " validate_constraints validate_unique".split()
)
ATTRIBUTES = PYTHON | _ANNOTATIONS | PYDANTIC | _SQLALCHEMY | _MAPPINGS | _DJANGO

MEMBERS = PYTHON | frozenset("mro name value".split())

# A class of such a name would hide the one that rendered modules need.
CLASSES = frozenset(
    "None True False Exception BaseException NotImplemented Ellipsis BaseModel Enum StrEnum Protocol Any"
    " Literal Self Annotated".split()
)

# Groups of a filter: `{"any": [...]}`.
FILTERS = frozenset(("any", "all", "not"))

ONTOLOGIES = frozenset(
    "actions admin alembic auth config context contract conf contenttypes django docs fastapi flask generated"
    " health main messages migrations ontology persistence problems pydantic service sessions settings"
    " sqlalchemy sqlmodel staticfiles stackwright static test tests web"
    " abc argparse array ast asyncio base64 bisect builtins calendar cmath code codecs collections"
    " concurrent contextlib contextvars copy csv ctypes dataclasses datetime decimal email enum errno functools"
    " gc glob gzip hashlib heapq hmac html http importlib inspect io ipaddress itertools json keyword locale"
    " logging math mimetypes numbers operator os pathlib pickle platform pprint queue random re sched secrets"
    " select selectors shelve shutil signal site socket sqlite3 ssl stat statistics string struct subprocess"
    " sys tempfile textwrap threading time timeit token tokenize tomllib traceback types typing unicodedata"
    " unittest urllib uuid warnings weakref xml zipfile zlib zoneinfo".split()
) | frozenset(word.lower() for word in PYTHON)

PATHS = frozenset(("admin", "docs", "health", "openapi.json", "problems", "static"))
COLLECTIONS = frozenset(("actions",))

TRANSITION_PAYLOAD = ("from_state", "to_state", "occurred_at")
