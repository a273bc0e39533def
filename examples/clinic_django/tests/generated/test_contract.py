# Generated from ontology/. Edits are lost; put tests of your own beside this folder.
"""Every object keeps the contract: shapes, filters, versions, states.

What is tried stands in samples.json; actions are yours, so only their inputs are tried.
"""

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from clinic.generated.web.testing import Client

SAMPLES: dict[str, Any] = json.loads(
    Path(__file__).with_name("samples.json").read_text("utf-8")
)
OBJECTS: dict[str, Any] = SAMPLES["objects"]
MOVING = [(kind, name) for kind, one in OBJECTS.items() for name in one["transitions"]]

every_object = pytest.mark.parametrize("kind", OBJECTS)


def fill(client: Client, value: Any) -> Any:
    """Return a sample with the objects that it refers to made, and their keys in it."""
    if isinstance(value, dict) and "$key of" in value:
        return key(value["$key of"], make(client, value["$key of"]))
    if isinstance(value, dict):
        return {name: fill(client, part) for name, part in value.items()}
    return [fill(client, part) for part in value] if isinstance(value, list) else value


def make(client: Client, kind: str) -> dict[str, Any]:
    """Make the sample of a kind, or find it if it was made before."""
    one = OBJECTS[kind]
    answer = client.post(one["path"], json=fill(client, one["body"]))
    if answer.status_code == 409:
        found: dict[str, Any] = read(client.get(one["path"]))["items"][0]
        return found
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = read(answer)
    return made


def read(answer: Any) -> Any:
    """Return the JSON of an answer."""
    return json.loads(answer.text)


def key(kind: str, found: dict[str, Any]) -> Any:
    """Return the key of an object in its JSON form."""
    parts = {name: found[name] for name in OBJECTS[kind]["key"]}
    return next(iter(parts.values())) if len(parts) == 1 else parts


def place(kind: str, found: dict[str, Any]) -> str:
    """Return the path of an object."""
    return "/".join([OBJECTS[kind]["path"], *leaves(key(kind, found))])


def leaves(value: Any) -> list[str]:
    """Return the parts of a key as they stand in a path."""
    if isinstance(value, dict):
        return [leaf for part in value.values() for leaf in leaves(part)]
    text = json.dumps(value) if isinstance(value, bool) else str(value)
    return [quote(text, safe="")]


def version(kind: str, found: dict[str, Any]) -> dict[str, str]:
    """Return the header that a change needs where the model demands it."""
    return (
        {"If-Match": f'"{found["row_version"]}"'} if OBJECTS[kind]["if_match"] else {}
    )


def codes(answer: Any) -> dict[str, str]:
    """Return the codes of a problem, by the places that they speak of."""
    assert answer.headers["content-type"] == "application/problem+json"
    return {issue["path"]: issue["code"] for issue in read(answer)["errors"]}


def found(client: Client, path: str, query: dict[str, Any]) -> list[Any]:
    """Return the objects that a query finds."""
    page = read(client.post(f"{path}/query", json=query))
    assert list(page) == ["items", "next"]
    items: list[Any] = page["items"]
    return items


@every_object
def test_a_new_object_can_be_read(client: Client, kind: str) -> None:
    one = OBJECTS[kind]
    body = fill(client, one["body"])

    answer = client.post(one["path"], json=body)

    assert answer.status_code == 201, answer.text
    made = read(answer)
    assert answer.headers["location"] == place(kind, made)
    assert answer.headers["etag"] == '"1"'
    assert not set(one["private"]) & set(made)
    assert made == read(client.get(answer.headers["location"]))
    for name in set(body) - set(one["private"]):
        if isinstance(body[name], dict):
            body[name] = made[name] | body[name]  # defaults of its members
        assert made[name] == body[name] or one["body"][name] != body[name], name


@every_object
def test_what_is_required_is_demanded(client: Client, kind: str) -> None:
    one = OBJECTS[kind]

    answer = client.post(one["path"], json={})

    if one["required"]:
        assert answer.status_code == 422
        assert codes(answer) == {f"/{name}": "required" for name in one["required"]}
    else:
        assert answer.status_code == 201


@every_object
def test_an_unknown_member_is_refused(client: Client, kind: str) -> None:
    body = fill(client, OBJECTS[kind]["body"])

    answer = client.post(OBJECTS[kind]["path"], json={**body, "no such member": 1})

    assert answer.status_code == 422
    assert codes(answer) == {"/no such member": "unknown"}


@every_object
def test_an_object_is_found_by_its_values(client: Client, kind: str) -> None:
    made = make(client, kind)
    path = OBJECTS[kind]["path"]

    for name in OBJECTS[kind]["equal"]:
        equal = {"where": {name: {"eq": made[name]}}}
        other = {"where": {name: {"ne": made[name]}}}
        assert made in found(client, path, equal), name
        if made[name] is not None and not isinstance(made[name], bool):
            assert made not in found(client, path, other), name
    assert found(client, path, {"where": {"row_version": {"in": []}}}) == []


@every_object
def test_an_unknown_condition_is_refused(client: Client, kind: str) -> None:
    answer = client.get(f"{OBJECTS[kind]['path']}?nothing.eq=1")

    assert answer.status_code == 422
    assert codes(answer) == {"query.nothing.eq": "unknown"}


@pytest.mark.parametrize(
    "kind", [kind for kind, one in OBJECTS.items() if one["change"]]
)
def test_a_change_makes_a_new_version(client: Client, kind: str) -> None:
    made = make(client, kind)
    at = place(kind, made)
    change = fill(client, OBJECTS[kind]["change"])

    answer = client.patch(at, json=change, headers=version(kind, made))

    assert answer.status_code == 200, answer.text
    changed = read(answer)
    assert answer.headers["etag"] == '"2"'
    assert {name: changed[name] for name in change} == change
    stays = set(made) - set(change) - {"row_version", "updated_at"}
    assert {name: changed[name] for name in stays} == {
        name: made[name] for name in stays
    }
    stale = client.patch(at, json=change, headers={"If-Match": '"1"'})
    assert stale.status_code == 412


@every_object
def test_a_deleted_object_is_gone(client: Client, kind: str) -> None:
    made = make(client, kind)
    at = place(kind, made)

    answer = client.delete(at, headers=version(kind, made))

    if OBJECTS[kind]["delete"]:
        assert answer.status_code == 204, answer.text
        assert client.get(at).status_code == 404
    else:
        assert answer.status_code == 405


@pytest.mark.parametrize(("kind", "name"), MOVING)
def test_a_transition_minds_the_state(client: Client, kind: str, name: str) -> None:
    one = OBJECTS[kind]
    move = one["transitions"][name]
    made = make(client, kind)
    body = fill(client, move["body"])

    answer = client.post(
        f"{place(kind, made)}/{name}", json=body, headers=version(kind, made)
    )

    assert made["state"] == one["initial"]
    history = read(client.get(f"{place(kind, made)}/history"))["items"]
    if one["initial"] in move["from"]:
        assert answer.status_code == 200, answer.text
        assert [step["transition"] for step in history] == [name]
        assert history[0]["to_state"] == read(answer)["state"]
    else:
        assert answer.status_code == 409
        assert codes(answer) == {"/state": "state"}
        assert history == []


@pytest.mark.parametrize("path", SAMPLES["actions"])
def test_an_action_knows_its_input(client: Client, path: str) -> None:
    answer = client.post(path, json={"no such input": 1})

    assert answer.status_code == 422
    assert codes(answer)["/no such input"] == "unknown"
