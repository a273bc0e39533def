"""A PostgreSQL server of our own, which a test may stop and start."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from tests.databases import Database
from tests.servers import free_port

if TYPE_CHECKING:
    from collections.abc import Iterator

_WITHIN = 60


def programs() -> Path | None:
    """The folder of PostgreSQL's server programs; None where they are not installed."""
    found = shutil.which("initdb")
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    places = [Path(found)] if found else installed
    return places[-1].parent if places else None


@dataclass(frozen=True, slots=True)
class Cluster:
    """A PostgreSQL server on a loopback port. Its data survive `stop`, whatever the mode."""

    folder: Path
    port: int

    @classmethod
    @contextlib.contextmanager
    def fresh(cls) -> Iterator[Cluster]:
        """Make one and start it; stop and remove it at the end."""
        folder = Path(tempfile.mkdtemp(prefix="stackwright-pg-"))
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        cluster = cls(folder, free_port())
        try:
            cluster._run("initdb", "--username=postgres", "--auth=trust", "--encoding=UTF8", "--no-sync")
            cluster.start()
            yield cluster
        finally:
            if (folder / "data" / "postmaster.pid").exists():
                cluster.stop("immediate")
            shutil.rmtree(folder, ignore_errors=True)

    @property
    def database(self) -> Database:
        """The database that every server starts with."""
        url = f"postgresql://postgres@127.0.0.1:{self.port}/postgres"
        return Database(kind="postgresql", name="postgres", url=url)

    def start(self) -> None:
        """Start it, and return when it takes connections."""
        settings = f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1"
        self._run("pg_ctl", "--wait", "--silent", f"--log={self.folder}/log", "-o", settings, "start")

    def stop(self, mode: Literal["fast", "immediate"]) -> None:
        """Stop it: `fast` ends every session in order, `immediate` is a crash."""
        self._run("pg_ctl", "--wait", "--silent", f"--mode={mode}", "stop")

    def _run(self, program: str, *arguments: str) -> None:
        command = [str((programs() or Path()) / program), f"--pgdata={self.folder}/data", *arguments]
        if os.geteuid() == 0:  # the server refuses to run as root
            command = ["runuser", "-u", "postgres", "--", *command]
        subprocess.run(
            command,
            cwd=self.folder,
            check=True,
            timeout=_WITHIN,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
