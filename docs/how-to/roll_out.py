"""Roll one release of the template through many services: `python roll_out.py services.txt --to v0.2.0`.

Each line of `services.txt` is the address of a git repository. Each is cloned, updated on a branch, checked,
tested and pushed; what cannot be pushed stays in its clone, for you. Run it again as often as you like.
"""

from __future__ import annotations

import argparse
import shlex
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

GOOD = ("updated", "nothing to do", "pushed before")


@dataclass(frozen=True)
class Service:
    """A repository that is cloned into a folder; what its commands print goes into a file beside it."""

    url: str
    home: Path
    branch: str

    @property
    def name(self) -> str:
        """The last part of its address."""
        return self.url.rstrip("/").rpartition("/")[2].removesuffix(".git")

    @property
    def folder(self) -> Path:
        """Its clone."""
        return self.home / self.name

    def run(self, *command: str, may: tuple[int, ...] = (0,)) -> tuple[int, str]:
        """Run a command in the clone, and keep what it prints; RuntimeError unless it ends as it may."""
        where = self.folder if self.folder.is_dir() else self.home
        done = subprocess.run(command, cwd=where, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        with (self.home / f"{self.name}.log").open("a", encoding="utf-8") as log:
            log.write(f"$ {shlex.join(command)}\n{done.stdout}{done.stderr}")
        if done.returncode not in may:
            said = (done.stderr or done.stdout).strip().splitlines()
            raise RuntimeError(f"{command[0]} {command[1]}: {said[0] if said else 'failed'}")
        return done.returncode, done.stdout + done.stderr

    def git(self, *arguments: str) -> str:
        """Run git in the clone."""
        return self.run("git", *arguments)[1].strip()


def roll(service: Service, to: str, test: list[str]) -> tuple[str, str]:
    """Bring one service to the release; return how that ended, and what is to be said about it."""
    if service.folder.is_dir():
        service.git("fetch", "--quiet", "--prune", "origin")
    else:
        service.git("clone", "--quiet", "--", service.url, service.name)
    if service.git("branch", "--remotes", "--list", f"origin/{service.branch}"):
        return "pushed before", service.branch
    if service.git("status", "--porcelain"):
        return "waits for you", f"decide in {service.folder} and commit, or delete it"

    if not committed(service):
        service.git("switch", "--quiet", "--no-track", "--force-create", service.branch, "origin/HEAD")
        code, said = service.run("stackwright", "update", "--to", to, "--yes", may=(0, 1, 2))
        if code == 0:
            return "nothing to do", ""
        if code == 1 and service.git("status", "--porcelain"):
            meeting = [line.partition(":")[0] for line in said.splitlines() if "the new text meet;" in line]
            return "conflict", ", ".join(meeting)
        if code == 1:
            return "refused", said.strip().splitlines()[0]
    return verified(service, to, test)


def committed(service: Service) -> bool:
    """Tell whether somebody has decided a conflict in the clone, and committed."""
    ahead = service.git("rev-list", "--count", "origin/HEAD..HEAD")
    return service.git("branch", "--show-current") == service.branch and ahead != "0"


def verified(service: Service, to: str, test: list[str]) -> tuple[str, str]:
    """Check and test what an update has made; push it where both are content."""
    code, marked = service.run("git", "grep", "--name-only", "^<<<<<<< before updating", may=(0, 1))
    if code == 0:
        return "conflict", ", ".join(marked.split())
    code, said = service.run("stackwright", "check", may=(0, 1, 2))
    if code == 1:
        return "check failed", said.strip().splitlines()[0]
    if service.run(*test, may=tuple(range(-64, 256)))[0] != 0:
        return "tests failed", f"see {service.home / service.name}.log"
    if service.git("status", "--porcelain"):
        service.git("add", "--all")
        service.git("commit", "--quiet", "--message", f"Update to {to} of the template")
    service.git("push", "--quiet", "origin", service.branch)
    # Here the pull request: `gh pr create --fill`, `glab mr create --fill`, or what your forge has.
    return "updated", service.branch if code == 0 else f"{service.branch}; check: {said.splitlines()[-1]}"


def attempt(service: Service, to: str, test: list[str]) -> tuple[str, str]:
    """Do it, and let no service stop the others."""
    try:
        ended = roll(service, to, test)
    except (OSError, RuntimeError) as error:
        ended = "failed", str(error)
    sys.stderr.write(f"{service.name}: {ended[0]}\n")
    return ended


def table(rows: list[tuple[str, str, str]]) -> str:
    """Return the rows as a table of Markdown, and how many ended how."""
    whole = [("service", "result", "note"), *rows]
    widths = [max(len(row[column]) for row in whole) for column in range(3)]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in whole
    ]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    counted = ", ".join(f"{count} {result}" for result, count in Counter(row[1] for row in rows).items())
    return "\n".join([*lines, "", f"{len(rows)} services: {counted}", ""])


def main() -> int:
    """Roll the release out; 0 where every service has it, 1 where one still needs somebody."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("services", type=Path, help="a file with an address on each line")
    parser.add_argument("--to", required=True, metavar="VERSION", help="the release of the template")
    parser.add_argument("--home", type=Path, default=Path("roll-out"), help="where the clones go")
    parser.add_argument("--jobs", type=int, default=4, help="how many at once")
    parser.add_argument("--test", default="make test", metavar="COMMAND", help="what must pass")
    given = parser.parse_args()
    home = given.home
    lines = (line.strip() for line in given.services.read_text("utf-8").splitlines())
    services = [
        Service(line, home, f"stackwright-{given.to}") for line in lines if line and not line.startswith("#")
    ]
    if twice := [name for name, count in Counter(one.name for one in services).items() if count > 1]:
        parser.error(f"two services would be cloned into {home / twice[0]}; list them in two files")
    home.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(given.jobs) as pool:
        ended = list(pool.map(lambda one: attempt(one, given.to, shlex.split(given.test)), services))
    summary = table([(one.name, *end) for one, end in zip(services, ended, strict=True)])
    (home / "summary.md").write_text(summary, encoding="utf-8")
    sys.stdout.write(summary)
    return 0 if all(result in GOOD for result, _ in ended) else 1


if __name__ == "__main__":
    sys.exit(main())
