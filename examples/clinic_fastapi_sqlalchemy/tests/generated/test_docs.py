# Generated from ontology/. Edits are lost; put tests of your own beside this folder.
"""The page at /docs is whole."""

from fastapi.testclient import TestClient as Client


def test_the_docs_page_needs_no_other_host(client: Client) -> None:
    page = client.get("/docs").text

    assert "http" not in page.replace("http-equiv", "")
    for part in ("swagger-ui-bundle.js", "swagger-ui.css"):
        assert part in page
        assert client.get(f"/docs/{part}").status_code == 200
