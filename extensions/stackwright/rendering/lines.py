"""Lines of Python whose layout hangs on how long they are, as the formatter leaves them."""

from __future__ import annotations

import re

from stackwright.rendering.layout import WIDTH, columns

# A text in quotes, ended or not, or what stands outside of one and separates.
_TOKEN = re.compile(
    r""" "(?:[^"\\]|\\.)*(?:"|\\?\Z) | '(?:[^'\\]|\\.)*(?:'|\\?\Z) | [][(){},] """, re.DOTALL | re.VERBOSE
)
_OPENING = frozenset("([{")
_CLOSING = frozenset(")]}")


def assigned(name: str, annotation: str, value: str | None = None, indent: int = 4) -> str:
    """Return `name: annotation = value` of a class body."""
    pad = " " * indent
    head = f"{pad}{name}: {annotation}"
    tail = "" if value is None else f" = {value}"
    if columns(head + tail) <= WIDTH:
        return head + tail
    if value is not None and "(" in value:
        opening = value[: value.index("(") + 1]
        if columns(f"{head} = {opening}") <= WIDTH:
            return broken(head + tail, indent)
    alone = None if value is None else _alone(head, annotation, value, indent)
    return alone or _annotated(head, annotation, value, indent)


def _alone(head: str, annotation: str, value: str, indent: int) -> str | None:
    """Return an assignment with the value in parentheses, where the formatter would put it into those."""
    # It does that with a sign only behind a mere name, with a text even where that is too long for any line.
    if columns(f"{head} = (") > WIDTH or (value.startswith("-") and not _plain(annotation)):
        return None
    line = f"{' ' * (indent + 4)}{value}"
    if columns(line) > WIDTH and not value.startswith('"'):
        if annotation.endswith(" | None") or "(" not in value:
            return None
        line = broken(line, indent + 4)
    return f"{head} = (\n{line}\n{' ' * indent})"


def _annotated(head: str, annotation: str, value: str | None, indent: int) -> str:
    """Return an assignment whose annotation is broken, or put into parentheses, if that helps."""
    pad, tail = " " * indent, "" if value is None else f" = {value}"
    one, union = f"{pad}    {annotation}", annotation.removesuffix(" | None")
    if _plain(annotation) and value is not None:
        return f"{head} = {broken(pad + value, indent, force='(' in value).removeprefix(pad)}"
    if _plain(annotation) and columns(one) > WIDTH:
        return head
    if union == annotation and not _plain(annotation):
        return broken(head, indent, force=True)[:-1] + broken(f"{pad}]{tail}", indent).removeprefix(pad)
    if columns(one) > WIDTH:
        one = broken(f"{pad}    {union}", indent + 4) + f"\n{pad}    | None"
    name = head.removesuffix(annotation)
    return f"{name}(\n{one}\n{broken(f'{pad}){tail}', indent)}"


def _plain(annotation: str) -> bool:
    return "[" not in annotation and not annotation.endswith(" | None")


def grouped(target: str, value: str, width: int = WIDTH) -> str:
    """Return an assignment without brackets, with the value in parentheses if it is too long."""
    flat = f"{target} = {value}"
    if columns(flat) <= width:
        return flat
    pad = " " * (len(target) - len(target.lstrip()))
    if columns(f"{pad}    {value}") > width:
        return flat
    return f"{target} = (\n{pad}    {value}\n{pad})"


def broken(line: str, indent: int, width: int = WIDTH, *, force: bool = False) -> str:
    """Return a statement, broken at its last outermost bracket, as often as it takes."""
    if not force and columns(line.rsplit("\n", 1)[-1]) <= width:
        return line
    span = _bracket(line)
    if span is None:
        target, equal, value = line.partition(" = ")
        return grouped(target, value, width) if equal else line
    start, end = span
    if columns(line[: start + 1]) > width and " = " in line[:start]:
        target, _, value = line.partition(" = ")
        alone = grouped(target, value, width)
        if alone != line:
            return alone
        if columns(f"{' ' * (indent + 4)}{value[: start + 1 - len(target) - 3]}") <= width:
            deeper = broken(f"{' ' * (indent + 4)}{value}", indent + 4, width)
            return f"{target} = (\n{deeper}\n{' ' * indent})"
    inner, pad = " " * (indent + 4), " " * indent
    parts = split(line[start + 1 : end])
    one = f"{inner}{', '.join(parts)}"
    lone = len(parts) == 1 and line.lstrip().startswith(("def ", "async def "))
    if not lone and _may_join(line, start) and columns(one) <= width:
        return f"{line[: start + 1]}\n{one}\n{pad}{line[end:]}"
    body = "\n".join(_part(part, indent + 4, width) for part in parts)
    return f"{line[: start + 1]}\n{body}\n{pad}{line[end:]}"


def laid(text: str) -> str:
    """Return statements, one a line, with those broken that are too long."""
    return "\n".join(broken(line, len(line) - len(line.lstrip())) for line in text.split("\n"))


def split(text: str) -> list[str]:
    """Return the parts of a bracket's content, at its outermost commas."""
    parts: list[str] = []
    depth, start = 0, 0
    for token in _TOKEN.finditer(text):
        char = token[0]
        if char in _OPENING:
            depth += 1
        elif char in _CLOSING:
            depth -= 1
        elif char == "," and depth == 0:
            parts.append(text[start : token.start()].strip())
            start = token.end()
    last = text[start:].strip()
    return [*parts, last] if last else parts


def _part(part: str, indent: int, width: int) -> str:
    pad = " " * indent
    line = f"{pad}{part},"
    union = part.removesuffix(" | None")
    if columns(line) <= width or union == part:
        return broken(line, indent, width)
    return broken(f"{pad}{union}", indent, width) + f"\n{pad}| None,"


def _bracket(line: str) -> tuple[int, int] | None:
    """Return where to break: in the parameters of a function, else in the last bracket."""
    spans: list[tuple[int, int]] = []
    stack: list[int] = []
    for token in _TOKEN.finditer(line):
        at, char = token.start(), token[0]
        if char in _OPENING:
            stack.append(at)
        elif char in _CLOSING:
            start = stack.pop() if stack else at
            if not stack and at - start > 1:
                spans.append((start, at))
    if not spans:
        return None
    return spans[0] if line.lstrip().startswith(("def ", "async def ")) else spans[-1]


def _may_join(line: str, start: int) -> bool:
    # Arguments of a call may share a line of their own; items of a literal may not.
    before = line[start - 1 : start]
    return line[start] in "([" and (before.isalnum() or before in "_)]")
