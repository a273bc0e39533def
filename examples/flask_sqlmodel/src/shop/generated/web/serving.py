# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""The commands of the service: `flask --app shop.app serve`, `migrate`, `seed`, `relay`."""

import signal
from threading import Thread
from typing import TypeVar

import click
from flask import Blueprint, current_app
from pydantic import ValidationError

from .. import logs
from ..persistence import migrating, seeding
from ..persistence.relay import Relay
from ..settings import Settings
from .requests import service

S = TypeVar("S", bound=Settings)

blueprint = Blueprint("commands", __name__, cli_group=None)


def configured(kind: type[S]) -> S:
    """Return the settings, or end the command with a line for each that is wrong."""
    try:
        return kind()
    except ValidationError as error:
        lines = []
        for problem in error.errors(include_url=False, include_input=False):
            if problem["type"] == "default_factory_not_called":
                continue  # it follows from another, which is told
            name = ".".join(str(part) for part in problem["loc"]).upper()
            lines.append(f"{name or 'settings'}: {problem['msg']}")
        raise click.ClickException("\n".join(lines)) from None


@blueprint.cli.command("serve")
def serve() -> None:
    """Answer requests."""
    # Gunicorn runs only where processes can fork; the other commands run everywhere.
    from .workers import Server

    running, application = service(), current_app.wsgi_app
    Server(
        lambda: application,
        running.settings,
        starting=running.start,
        ending=running.close,
    ).run()


@blueprint.cli.command("migrate")
@click.option(
    "--allow-destructive", is_flag=True, help="Even where a migration removes data."
)
def migrate(*, allow_destructive: bool) -> None:
    """Bring the database to the newest schema."""
    url = service().settings.database_url
    try:
        migrating.upgrade(url, allow_destructive=allow_destructive)
    except migrating.MigrationError as error:
        raise click.ClickException(str(error)) from None


@blueprint.cli.command("seed")
def seed() -> None:
    """Fill an empty database with a few rows."""
    click.echo(seeding.seed(service().settings.database_url))


@blueprint.cli.command("relay")
@click.option("--once", is_flag=True, help="Deliver what is due, then end.")
@click.option("--parked", is_flag=True, help="List the events that were given up.")
@click.option("--retry", is_flag=True, help="Offer the parked events again.")
def relay(*, once: bool, parked: bool, retry: bool) -> None:
    """Deliver events until it is stopped."""
    running = service()
    logs.configure(running.settings.log_level, json=running.settings.log_in_json)
    try:
        if retry:
            click.echo(f"{running.relay.retry()} events are offered again")
        if parked:
            for line in running.relay.parked():
                click.echo(line)
        elif once:
            while running.relay.deliver():
                pass
        elif not retry:
            for number in (signal.SIGINT, signal.SIGTERM):
                signal.signal(number, lambda *_: _stop(running.relay))
            running.relay.run()
    finally:
        running.database.close()


def _stop(relay: Relay) -> None:
    # In a thread, because the signal may interrupt the one that holds the relay's lock.
    Thread(target=relay.stop).start()
