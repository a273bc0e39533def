"""Two versions of this template, and projects made from them."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import copier
import pytest
import yaml
from stackwright.updating import inspecting, planning

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).resolve().parents[2]
# For Copier's own commits, too: an identity, nobody's configuration, and no wait for the disk.
os.environ |= {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_CONFIG_COUNT": "4",
    "GIT_CONFIG_KEY_0": "user.name",
    "GIT_CONFIG_VALUE_0": "Ada",
    "GIT_CONFIG_KEY_1": "user.email",
    "GIT_CONFIG_VALUE_1": "ada@example.org",
    "GIT_CONFIG_KEY_2": "core.fsync",
    "GIT_CONFIG_VALUE_2": "none",
    "GIT_CONFIG_KEY_3": "gc.auto",
    "GIT_CONFIG_VALUE_3": "0",
}


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def commit(folder: Path, message: str = "A change") -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", message)


@dataclass(frozen=True)
class Template:
    """A repository of the template, with its versions as tags."""

    folder: Path

    def version(self, tag: str, change: Callable[[Path], None]) -> None:
        """Make a version by changing the files."""
        change(self.folder)
        commit(self.folder, tag)
        git(self.folder, "tag", tag)


@dataclass(frozen=True)
class Rendered:
    """A project that was made from a template, in a git repository of its own."""

    folder: Path

    def read(self, path: str) -> str:
        return (self.folder / path).read_text("utf-8")

    def write(self, path: str, text: str) -> None:
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_text(text, "utf-8", newline="")

    def edit(self, path: str, old: str, new: str) -> None:
        text = self.read(path)
        assert old in text, f"{old!r} is not in {path}"
        self.write(path, text.replace(old, new))

    def has(self, path: str) -> bool:
        return (self.folder / path).exists()

    def commit(self) -> None:
        commit(self.folder)

    def update(self, **options: object) -> None:
        """Commit what there is and update, as `copier update --trust --defaults` does."""
        self.commit()
        settings = {"defaults": True, "overwrite": True, "unsafe": True, "quiet": True, **options}
        copier.run_update(self.folder, **settings)  # type: ignore[arg-type]

    @property
    def changes(self) -> str:
        return git(self.folder, "status", "--porcelain", "--untracked-files=all")

    @property
    def answers(self) -> dict[str, str]:
        loaded: dict[str, str] = yaml.safe_load(self.read(".copier-answers.yml"))
        return loaded

    @property
    def files(self) -> dict[str, bytes]:
        """Every file's content, without git's own."""
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file() and ".git" not in path.relative_to(self.folder).parts
        }


def clone(folder: Path, change: Callable[[Path], None] = lambda _: None) -> Template:
    """Copy the working tree, with what is not committed yet, into a repository of its own."""
    listed = git(HERE, "ls-files", "--cached", "--others", "--exclude-standard", "-z")
    # Without the rendered examples, because every update checks the whole template out three times.
    examples = ("examples/shop/", "examples/clinic/", "examples/empty/")
    wanted = ("copier.yml", "template/", "extensions/", "stacks/", *examples)
    for name in listed.split("\0"):
        if name.startswith(wanted) and (HERE / name).is_file():
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(HERE / name, target)
    git(folder, "init", "--quiet", "--initial-branch", "main")
    template = Template(folder)
    template.version("v1.0.0", change)
    return template


def lean(folder: Path) -> None:
    """Give a template a small plan of these tests' own."""
    shutil.copytree(Path(__file__).parent / "lean", folder / "stacks" / "lean")
    (folder / "stacks" / "lean" / "plan.yml").replace(folder / "stacks" / "plan.yml")


@pytest.fixture(scope="session")
def whole_template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    """The working tree as version 1.0.0."""
    return clone(tmp_path_factory.mktemp("whole_template"))


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    """The working tree with a small plan as version 1.0.0; a test that makes further ones uses `versions`."""
    return clone(tmp_path_factory.mktemp("template"), lean)


@pytest.fixture
def versions(template: Template, tmp_path: Path) -> Template:
    """A template of which a test may make further versions."""
    folder = tmp_path / "versions"
    shutil.copytree(template.folder, folder)
    return Template(folder)


@pytest.fixture
def old(versions: Template, tmp_path: Path) -> Rendered:
    """A shop made from version 1.0.0 of `versions`."""
    return make(versions, tmp_path / "old")


def make(template: Template, folder: Path, **options: object) -> Rendered:
    """Copy the template, and commit what comes out."""
    settings = {"defaults": True, "unsafe": True, "quiet": True, **options}
    copier.run_copy(str(template.folder), folder, **settings)  # type: ignore[arg-type]
    git(folder, "init", "--quiet")
    commit(folder)
    return Rendered(folder)


@pytest.fixture(scope="session")
def shop_once(template: Template, tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    """The shop as it is first rendered; not to be changed."""
    return make(template, tmp_path_factory.mktemp("project") / "shop")


@pytest.fixture
def shop(shop_once: Rendered, tmp_path: Path) -> Rendered:
    """A shop of one's own."""
    shutil.copytree(shop_once.folder, tmp_path / "shop")
    return Rendered(tmp_path / "shop")


@pytest.fixture(scope="session")
def project_once(whole_template: Template, tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    return make(whole_template, tmp_path_factory.mktemp("updating") / "shop")


@pytest.fixture
def project(project_once: Rendered, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Rendered:
    """A committed project of the template that this package brings, in the working directory."""
    shutil.copytree(project_once.folder, tmp_path / "shop")
    monkeypatch.chdir(tmp_path / "shop")
    for module in (planning, inspecting):
        monkeypatch.setattr(module, "own_version", lambda: "v1.0.0")
    return Rendered(tmp_path / "shop")
