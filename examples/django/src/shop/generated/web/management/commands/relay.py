# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""`manage.py relay`."""

import signal
from threading import Thread
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from ...service import service
from ...serving import configure_logs

_OPTIONS = {
    "--once": "deliver what is due, then end",
    "--parked": "list the events that were given up",
    "--retry": "offer the parked events again",
}


class Command(BaseCommand):
    """Delivers events in a process of its own."""

    help = "Deliver events until it is stopped."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the options."""
        for name, about in _OPTIONS.items():
            parser.add_argument(name, action="store_true", help=about)

    def handle(self, *args: Any, **options: Any) -> None:
        """Do what the options say."""
        running = service()
        configure_logs(running.settings)
        relay = running.relay
        try:
            if options["retry"]:
                self.stdout.write(f"{relay.retry()} events are offered again")
            if options["parked"]:
                for line in relay.parked():
                    self.stdout.write(line)
            elif options["once"]:
                while relay.deliver():
                    pass
            elif not options["retry"]:
                for number in (signal.SIGINT, signal.SIGTERM):
                    # A thread, because a handler may interrupt what holds a lock of the relay.
                    signal.signal(number, lambda *_: Thread(target=relay.stop).start())
                relay.run()
        finally:
            running.database.close()
