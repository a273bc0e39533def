# Generated from ontology/. Edits are lost; put tests of your own beside this folder.
"""The migrations lead to the tables of the models."""

from django.conf import settings

from clinic.generated.persistence import migrating


def test_the_migrated_schema_is_that_of_the_model(db: None) -> None:
    assert migrating.differences(settings.SERVICE_SETTINGS.database_url) == []
