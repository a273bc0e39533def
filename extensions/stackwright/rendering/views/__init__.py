"""The views, by the name under which a row of the plan asks for them; behind the name of an ORM its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackwright.rendering.views import (
    actions,
    changes,
    contract,
    django_admin,
    django_former,
    django_migrations,
    django_models,
    events,
    migration,
    persistence,
    project,
    repositories,
    triggers,
    web,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from stackwright.rendering.scope import Scope

VIEWS: Mapping[str, Callable[[Scope], object]] = {
    "action": actions.action_view,
    "action_routes": web.action_routes,
    "actions": actions.actions_view,
    "admin": django_admin.admin_view,
    "changes": changes.changes_view,
    "context": project.context_view,
    "app": django_models.app_view,
    "contexts": project.contexts_view,
    "django.contexts": django_models.contexts,
    "django.persistence": django_models.persistence_view,
    "events": events.events_view,
    "former": django_former.former_view,
    "handlers": project.handlers_view,
    "handlers_test": project.handlers_test,
    "initial": migration.initial_view,
    "installed": django_models.installed_view,
    "migration": django_migrations.migration_view,
    "object": contract.object_view,
    "object_routes": web.object_routes,
    "persistence": persistence.persistence_view,
    "repositories": repositories.repositories_view,
    "routers": project.routers_view,
    "settings": project.settings_view,
    "triggers": triggers.triggers_view,
    "types": contract.types_view,
    "urls": project.urls_view,
}
