"""Alembic's environment: which database, and which tables it should have. This file is yours."""

from alembic import context

from shop.generated.persistence.migrating import run_offline, run_online
from shop.settings import Settings

url = context.config.attributes.get("url") or Settings().database_url

if context.is_offline_mode():
    run_offline(url)
else:
    run_online(url)
