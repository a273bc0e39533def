"""The faults that may befall an update; each trial yields what its attempts came to."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from unittest import mock

from tests.update.attempts import CHANGES, CODE, MODEL, ORDER, Attempt, everything, run
from tests.update.conftest import Rendered, commit, git
from tests.update.kills import CALLS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.update.attempts import World

IDENTIFIERS = "src/shop/generated/contract/identifiers.py"


def no_space(world: World, stride: int) -> Iterator[Attempt]:
    """The disk is full for a moment."""
    yield from _failing(world, stride, ("fsync", "mkdir"), errno.ENOSPC, for_good=False)


def no_space_for_good(world: World, stride: int) -> Iterator[Attempt]:
    """The disk stays full, so that nothing can be taken back; then there is room, and somebody says undo."""
    yield from _failing(world, stride, ("fsync", "mkdir"), errno.ENOSPC, for_good=True)


def unwritable(world: World, stride: int) -> Iterator[Attempt]:
    """A file or a folder cannot be written, removed or made."""
    yield from _failing(world, stride, CALLS, errno.EACCES, for_good=False)


def _failing(
    world: World, stride: int, names: tuple[str, ...], number: int, *, for_good: bool
) -> Iterator[Attempt]:
    """Let each call fail in turn, once or from then on, until there is none left to fail."""
    point, happened = 0, True
    while happened:
        with world.fresh() as project:
            before = project.files
            with _fault(names, point, number, for_good=for_good) as faults:
                code, said = run("update", project)
            happened = bool(faults)
            if happened and for_good and "stackwright undo" in said:
                undone, more = run("undo", project)
                code, said = (CODE if undone == CHANGES and code == CODE else 0), said + more
            if happened:
                yield Attempt(code, said, before, project.files, world.after)
        point += stride


@contextmanager
def _fault(names: tuple[str, ...], point: int, number: int, *, for_good: bool) -> Iterator[list[str]]:
    """Let the call of that number fail, and those behind it if it is for good; yield what failed."""
    failed: list[str] = []
    count = 0

    def failing(name: str, call: Callable[..., object]) -> Callable[..., object]:
        def counted(*arguments: Any, **named: Any) -> object:
            nonlocal count
            count += 1
            if count - 1 == point or (for_good and count > point):
                failed.append(name)
                raise OSError(number, os.strerror(number), *([] if name == "fsync" else arguments[:1]))
            return call(*arguments, **named)

        return counted

    with mock.patch.multiple(os, **{name: failing(name, getattr(os, name)) for name in names}):
        yield failed


def failing_release(world: World, _stride: int) -> Iterator[Attempt]:
    """A version of the template raises while it renders, or cannot be had."""
    for version in ("v1.2.0", "v1.3.0", "v1.4.0", "v7.0.0"):
        yield from world.tried(lambda _: None, "--to", version)
    yield from world.tried(_without_origin, "--to", "v1.1.0")


def _without_origin(project: Rendered) -> None:
    project.edit(".copier-answers.yml", project.answers["_src_path"], "/nowhere/at/all.git")
    git(project.folder, "commit", "--all", "--quiet", "--message", "Moved")


def two_at_once(world: World, stride: int) -> Iterator[Attempt]:
    """Two commands begin in the same moment: one does it, the other says why not."""
    for _ in range(max(2, 12 // stride)):
        with world.fresh() as project:
            before = project.files
            both = [_started(world, project) for _ in range(2)]
            said = "".join(process.communicate()[0] for process in both)
            codes = sorted(process.returncode for process in both)
            refused = "another stackwright command" in said or "not committed" in said
            yield Attempt(
                CHANGES if codes == [CODE, CHANGES] and refused else 0,
                said,
                before,
                project.files,
                world.after,
            )


def killed(world: World, stride: int) -> Iterator[Attempt]:
    """The command is killed, sooner or later; the next one finishes what was begun."""
    for hundredths in range(30, 130, max(4, 2 * stride)):
        with world.fresh() as project:
            before = project.files
            process = _started(world, project)
            try:
                process.communicate(timeout=hundredths / 100)
            except subprocess.TimeoutExpired:
                process.kill()
                process.communicate()
            again = _started(world, project)
            said = again.communicate()[0]
            done = again.returncode == CHANGES or "not committed" in said
            yield Attempt(CHANGES if done else 0, said, before, project.files, world.after)


def _started(world: World, project: Rendered) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "stackwright", "update"],
        cwd=project.folder,
        env={**os.environ, "PYTHONPATH": str(world.installed / "extensions")},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def links(world: World, _stride: int) -> Iterator[Attempt]:
    """A path leads out of the project by a link, of a folder or of a file."""
    yield from world.tried(_linked_folders)
    yield from world.tried(_linked_folders, "--to", "v1.1.0")
    yield from world.tried(_linked_files)
    # Where nothing is to be written through it, a link is a file that the team has made its own.
    yield from _followed(world, _linked_files, ORDER, IDENTIFIERS, to="v1.1.0")


def _linked_folders(project: Rendered) -> None:
    _linked(project, "src/shop/generated/contract", "src/shop/generated/shop/contract")


def _linked_files(project: Rendered) -> None:
    _linked(project, IDENTIFIERS, ORDER)


def _linked(project: Rendered, *paths: str) -> None:
    """Move something out of the project, and put a link in its place."""
    for path in paths:
        beside = project.folder.parent / "beside" / path
        beside.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(project.folder / path, beside)
        (project.folder / path).symlink_to(beside)
    _committed(project, "src")


def line_endings(world: World, _stride: int) -> Iterator[Attempt]:
    """Files have CRLF: what would be merged is refused; the model and what is the team's may have them."""
    for path in ("Makefile", ORDER):
        yield from world.tried(lambda project, path=path: _crlf(project, path))
        yield from world.tried(lambda project, path=path: _crlf(project, path), "--to", "v1.1.0")
    for path in (MODEL, "src/shop/app.py"):
        yield from _followed(world, lambda project, path=path: _crlf(project, path), path)
    for to in ("v1.0.0", "v1.1.0"):  # the record is written anew
        yield from _followed(world, lambda project: _crlf(project, ".copier-answers.yml"), to=to)


def _crlf(project: Rendered, path: str) -> None:
    (project.folder / ".gitattributes").unlink()
    _committed(project, ".gitattributes")  # git reads it from the index for as long as it is there
    content = (project.folder / path).read_bytes()
    (project.folder / path).write_bytes(content.replace(b"\n", b"\r\n"))
    _committed(project, path)


def byte_order_marks(world: World, _stride: int) -> Iterator[Attempt]:
    """An editor has put a byte order mark before a file."""
    for path in (MODEL, "src/shop/app.py", "Makefile"):
        yield from _followed(world, lambda project, path=path: _marked(project, path), path)
    for to in ("v1.0.0", "v1.1.0"):
        yield from _followed(world, lambda project: _marked(project, ".copier-answers.yml"), to=to)


def _marked(project: Rendered, path: str) -> None:
    (project.folder / path).write_bytes(b"\xef\xbb\xbf" + (project.folder / path).read_bytes())
    _committed(project, path)


def other_encodings(world: World, _stride: int) -> Iterator[Attempt]:
    """Files are not UTF-8: what is read or merged is refused; what is the team's may be anything."""
    for path in ("Makefile", ORDER, ".copier-answers.yml", MODEL):
        yield from world.tried(lambda project, path=path: _latin(project, path))
        yield from world.tried(lambda project, path=path: _latin(project, path), "--to", "v1.1.0")
    yield from _followed(world, lambda project: _latin(project, "src/shop/app.py"), "src/shop/app.py")


def _latin(project: Rendered, path: str) -> None:
    (project.folder / path).write_bytes((project.folder / path).read_bytes() + b"# caf\xe9\n")
    _committed(project, path)


def settings_of_git(world: World, _stride: int) -> Iterator[Attempt]:
    """git converts line endings, demands signatures, or has hooks that refuse everything."""
    for setting in (
        ("core.autocrlf", "true"),
        ("core.safecrlf", "true"),
        ("commit.gpgsign", "true"),
        ("core.quotePath", "true"),
        ("apply.whitespace", "error"),
        ("status.relativePaths", "false"),
        ("diff.noprefix", "true"),
    ):
        yield from _followed(world, lambda project, setting=setting: git(project.folder, "config", *setting))


def in_the_way(world: World, _stride: int) -> Iterator[Attempt]:
    """Where the update wants to write there is something that git does not know, or ignores; or a change."""
    parcel = "src/shop/generated/shop/contract/parcel.py"
    yield from world.tried(lambda project: project.write(parcel, "OURS = 1\n"))
    yield from world.tried(lambda project: _ignored(project, parcel))
    yield from world.tried(lambda project: project.edit("src/shop/app.py", "Our", "My"))
    yield from world.tried(lambda project: (project.folder / parcel).mkdir())


def _ignored(project: Rendered, path: str) -> None:
    project.write(".gitignore", f"{project.read('.gitignore')}parcel.py\n")
    _committed(project, ".gitignore")
    project.write(path, "OURS = 1\n")


def answers_files(world: World, _stride: int) -> Iterator[Attempt]:
    """The answers file has another name, beside that of another template; or there are two."""
    with world.fresh() as project:
        git(project.folder, "mv", ".copier-answers.yml", ".copier-answers.service.yml")
        project.write(".copier-answers.yml", "_src_path: gh:some/body\nlicence: MIT\n")
        _committed(project, ".copier-answers.yml", ".copier-answers.service.yml")
        before = project.files
        code, said = run("update", project)
        after = world.after | {
            ".copier-answers.service.yml": world.after[".copier-answers.yml"],
            ".copier-answers.yml": before[".copier-answers.yml"],
        }
        yield Attempt(code, said, before, project.files, after)
    yield from world.tried(_two_answers)


def _two_answers(project: Rendered) -> None:
    project.write(".copier-answers.other.yml", project.read(".copier-answers.yml"))
    _committed(project, ".copier-answers.other.yml")


def larger_repository(world: World, _stride: int) -> Iterator[Attempt]:
    """The project is a folder of a repository in which others are at work."""
    for arguments, after in (((), world.after), (("--to", "v1.1.0"), world.newer)):
        with world.fresh() as project:
            _moved_into_a_repository(project)
            before = everything(project)
            code, said = run("update", project, *arguments)
            theirs = {path: content for path, content in before.items() if path.startswith("../")}
            yield Attempt(code, said, before, everything(project), after | theirs)


def _moved_into_a_repository(project: Rendered) -> None:
    """Commit the project as it is, but for its model, beside a file of others, which is then changed."""
    top, model = project.folder.parent, project.read(MODEL)
    project.write(MODEL, git(project.folder, "show", f"HEAD:{MODEL}"))
    shutil.rmtree(project.folder / ".git")
    project.write("../beside/theirs.txt", "committed\n")
    git(top, "init", "--quiet")
    commit(top)
    project.write("../beside/theirs.txt", "not committed\n")
    project.write(MODEL, model)


def _followed(
    world: World, spoil: Callable[[Rendered], object], *paths: str, to: str = "v1.0.0"
) -> Iterator[Attempt]:
    """Update a project with something that is no fault: all is done, and these files stay as they are."""
    with world.fresh() as project:
        spoil(project)
        before = everything(project)
        code, said = run("update", project, "--to", to)
        beside = [path for path in before if path.startswith("../")]
        kept = {path: before[path] for path in (*paths, *beside)}
        after = (world.after if to == "v1.0.0" else world.newer) | kept
        if ".gitattributes" not in before:
            del after[".gitattributes"]
        yield Attempt(code, said, before, everything(project), after)


def _committed(project: Rendered, *paths: str) -> None:
    git(project.folder, "add", "--all", "--", *paths)
    git(project.folder, "commit", "--quiet", "--allow-empty", "--message", "As it is")
