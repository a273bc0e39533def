"""The forms of values that are texts in JSON, as patterns that Python and ECMA-262 read alike.

None looks ahead or behind, so that a generator can make matching texts from them directly.
"""

from __future__ import annotations

NO_NUL = r"^[^\u0000]*$"
KEY = r"^[^/\u0000-\u001f\u007f]+$"
HEADER_KEY = r"^[!-~](?:[ -~]{0,253}[!-~])?$"

_TAG = r'(?:W/)?"[!#-~]*"'
ENTITY_TAGS = rf"^(?:\*|{_TAG}(?:[ \t]*,[ \t]*{_TAG})*)$"
ENTITY_TAG = r'^"[1-9][0-9]*"$'

_DAY = r"(?:000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
_CLOCK = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
_PARTS = r"(?:\.[0-9]{1,6})?"
_PARTS_TAKEN = r"(?:\.[0-9]{1,9})?"
_PARTS_WRITTEN = r"(?:\.[0-9]{6})?"
_ZONE = r"(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])"

DATE = f"^{_DAY}$"
TIME = f"^{_CLOCK}{_PARTS}$"
TIME_WRITTEN = f"^{_CLOCK}{_PARTS_WRITTEN}$"
DATETIME = f"^{_DAY}[Tt]{_CLOCK}{_PARTS_TAKEN}{_ZONE}$"
DATETIME_WRITTEN = f"^{_DAY}T{_CLOCK}{_PARTS_WRITTEN}Z$"


def _duration(days: str, hours: str, minutes: str, seconds: str) -> str:
    clock = f"T(?:{hours}H(?:{minutes}M)?(?:{seconds}S)?|{minutes}M(?:{seconds}S)?|{seconds}S)"
    return f"^-?P(?:(?:{days})(?:{clock})?|{clock})$"


# JSON Schema's own format `duration` knows neither a sign nor parts of a second, so it is not used.
_COUNT = "[0-9]{1,8}"
_SECONDS = r"(?:\.[0-9]{1,6})?"
DURATION = _duration("[0-9]{1,6}W(?:[0-9]{1,7}D)?|[0-9]{1,7}D", _COUNT, _COUNT, _COUNT + _SECONDS)
DURATION_WRITTEN = _duration("[0-9]{1,8}D", "[0-9]{1,2}", "[0-9]{1,2}", "[0-9]{1,2}" + _SECONDS)

UUID = "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$"
UUID_WRITTEN = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"

_FOUR = "(?:[A-Za-z0-9+/]{4})"
_ONE_BYTE = "[A-Za-z0-9+/]{2}=="
_TWO_BYTES = "[A-Za-z0-9+/]{3}="


def base64(length: int | None) -> str:
    """Match standard base64 with padding, of at most so many bytes."""
    some = f"(?:{_ONE_BYTE}|{_TWO_BYTES})?"
    if length is None:
        return f"^{_FOUR}*{some}$"
    groups, rest = divmod(length, 3)
    last = ["", f"(?:{_ONE_BYTE})?", some][rest]
    full = f"{_FOUR}{{{groups}}}{last}" if groups else last
    return f"^(?:{_FOUR}{{0,{groups - 1}}}{some}|{full})$" if groups else f"^{full}$"
