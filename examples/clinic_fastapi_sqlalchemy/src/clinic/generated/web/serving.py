# Generated from ontology/. Edits are lost; put your code in clinic/actions/.
"""The commands of the service: `python -m clinic serve`, `migrate`, `seed`, `relay`."""

import argparse
import asyncio
import signal
from collections.abc import Callable, Sequence
from typing import Any

import uvicorn
from fastapi import FastAPI
from pydantic import ValidationError

from .. import logs
from ..persistence import migrating, seeding
from ..settings import Settings
from .service import Service

_RELAY_OPTIONS = {
    "--once": "deliver what is due, then end",
    "--parked": "list the events that were given up",
    "--retry": "offer the parked events again",
}


def main(
    settings: Callable[[], Settings],
    application: Callable[[Any], FastAPI],
    arguments: Sequence[str] | None = None,
) -> int:
    """Run the command that the arguments name; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m clinic")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("serve", help="answer requests")
    migrate = commands.add_parser(
        "migrate", help="bring the database to the newest schema"
    )
    migrate.add_argument(
        "--allow-destructive",
        action="store_true",
        help="even where a migration removes data",
    )
    commands.add_parser("seed", help="fill an empty database with a few rows")
    relay = commands.add_parser("relay", help="deliver events until it is stopped")
    for name, about in _RELAY_OPTIONS.items():
        relay.add_argument(name, action="store_true", help=about)
    chosen = parser.parse_args(arguments)
    try:
        known = settings()
    except ValidationError as error:
        for problem in error.errors():
            name = ".".join(str(part) for part in problem["loc"]).upper()
            print(f"{name or 'settings'}: {problem['msg']}")  # noqa: T201
        return 1
    if chosen.command == "migrate":
        try:
            migrating.upgrade(
                known.database_url, allow_destructive=chosen.allow_destructive
            )
        except migrating.MigrationError as error:
            print(error)  # noqa: T201
            return 1
    elif chosen.command == "seed":
        print(seeding.seed(known.database_url))  # noqa: T201
    elif chosen.command == "relay":
        app = application(known)
        asyncio.run(_relay(app.state.service, chosen))
    else:
        _Server(uvicorn.Config(application(known), **_options(known)), known).run()
    return 0


class _Server(uvicorn.Server):
    """Uvicorn, saying where once it listens."""

    def __init__(self, config: uvicorn.Config, settings: Settings) -> None:
        super().__init__(config)
        self._settings = settings

    async def startup(self, sockets: list[object] | None = None) -> None:  # type: ignore[override]
        """Listen, and say so."""
        await super().startup(sockets)  # type: ignore[arg-type]
        if self.started:
            port = self.servers[0].sockets[0].getsockname()[1]
            print(f"Docs: http://{self._settings.host}:{port}/docs", flush=True)  # noqa: T201


def _options(settings: Settings) -> dict[str, Any]:
    return {
        "host": settings.host,
        "port": settings.port,
        "log_config": None,
        "access_log": False,
        "server_header": False,
        "timeout_graceful_shutdown": int(settings.shutdown_grace) or None,
    }


async def _relay(service: Service, chosen: argparse.Namespace) -> None:
    logs.configure(service.settings.log_level, json=service.settings.log_in_json)
    relay = service.relay
    try:
        if chosen.retry:
            print(f"{await relay.retry()} events are offered again")  # noqa: T201
        if chosen.parked:
            for line in await relay.parked():
                print(line)  # noqa: T201
        elif chosen.once:
            while await relay.deliver():
                pass
        elif not chosen.retry:
            loop = asyncio.get_running_loop()
            for number in (signal.SIGINT, signal.SIGTERM):
                loop.add_signal_handler(number, relay.stop)
            await relay.run()
    finally:
        await service.database.close()
