"""Words that other people own. An attribute of such a name gets an underscore; few are refused outright."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PYTHON = _words(
    "and as assert async await break class continue def del elif else except False finally for from "
    "global if import in is lambda None nonlocal not or pass raise return True try while with yield"
)
# In the body of a class these would hide what annotations and decorators beside them mean.
_ANNOTATIONS = _words(
    "abc asyncio bool bytes classmethod cls collections dataclasses date datetime decimal dict dt enum "
    "events float frozenset functools identifiers int list object property pydantic queries self set "
    "sqlalchemy staticmethod str super time tuple type typing uuid"
)
PYDANTIC = _words(
    "construct copy dict from_orm json parse_file parse_obj parse_raw schema schema_json "
    "update_forward_refs validate"
)
_SQLALCHEMY = _words("metadata query query_class registry type_annotation_map")
_MAPPINGS = _words("clear count fromkeys get index items keys pop popitem setdefault update values")
_DJANGO = _words(
    "add_to_class adelete arefresh_from_db asave check clean clean_fields date_error_message delete "
    "from_db full_clean get_absolute_url get_constraints get_deferred_fields natural_key objects pk "
    "prepare_database_save refresh_from_db save save_base serializable_value unique_error_message "
    "validate_constraints validate_unique"
)
ATTRIBUTES = PYTHON | _ANNOTATIONS | PYDANTIC | _SQLALCHEMY | _MAPPINGS | _DJANGO

MEMBERS = PYTHON | _words("mro name value")

# A class of such a name would hide the one that rendered modules need.
CLASSES = _words(
    "Annotated Any BaseException BaseModel Decimal Ellipsis Enum Exception False Literal Mapping None "
    "NotImplemented Protocol Self Shape StrEnum True TypedDict UUID"
)

# Groups of a filter: `{"any": [...]}`.
FILTERS = frozenset(("any", "all", "not"))

ONTOLOGIES = _words(
    "abc actions admin alembic argparse array ast asyncio auth base64 bisect builtins cmath codecs "
    "collections concurrent conf config contenttypes context contextlib contextvars contract copy csv "
    "ctypes dataclasses datetime decimal django docs enum errno fastapi flask functools gc generated glob "
    "gzip hashlib health heapq hmac html http importlib inspect io ipaddress itertools json keyword "
    "locale logging main math messages migrations mimetypes ontology operator os pathlib persistence "
    "pickle pprint problems pydantic re sched selectors service sessions settings shelve shutil signal "
    "socket sqlalchemy sqlite3 sqlmodel ssl stackwright stat static staticfiles string struct subprocess "
    "sys tempfile test tests textwrap threading time timeit tokenize tomllib traceback types typing "
    "unicodedata unittest urllib uuid warnings weakref web xml zipfile zlib zoneinfo"
) | frozenset(word.lower() for word in PYTHON)

PATHS = frozenset(("admin", "docs", "health", "openapi.json", "problems", "static"))
COLLECTIONS = frozenset(("actions",))

TRANSITION_PAYLOAD = ("from_state", "to_state", "occurred_at")
