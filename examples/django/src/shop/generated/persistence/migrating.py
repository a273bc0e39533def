# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""Migrations: Django's, on the database of a URL."""

from django.apps import apps
from django.core.management import call_command
from django.core.management.color import no_style
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import ProjectState

from . import contexts, tables
from .database import connection, use


def upgrade(url: str) -> None:
    """Bring the database to the newest schema."""
    use(url)
    call_command("migrate", verbosity=0, interactive=False)


def differences(url: str) -> list[str]:
    """Return what `makemigrations` would add, and what `migrate` would apply."""
    use(url)
    executor = MigrationExecutor(connection())
    before = executor.loader.project_state()
    detector = MigrationAutodetector(before, ProjectState.from_apps(apps))
    changes = detector.changes(graph=executor.loader.graph)
    missing = [
        f"{label}: {operation.describe()}"
        for label, migrations in sorted(changes.items())
        for migration in migrations
        for operation in migration.operations
    ]
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [*missing, *(f"{one.app_label}: apply {one.name}" for one, _ in waiting)]


def empty(url: str) -> None:
    """Remove every row of the model and of the service."""
    use(url)
    mine = connection()
    labels = {model._meta.app_label for model in contexts.MODELS.values()}
    names = [
        model._meta.db_table
        for label in (tables.OutboxRow._meta.app_label, *sorted(labels))
        for model in apps.get_app_config(label).get_models()
    ]
    statements = mine.ops.sql_flush(no_style(), names)
    with mine.constraint_checks_disabled():
        mine.ops.execute_sql_flush(statements)
