"""Files, commands and options that the documents name are there, and decisions are numbered without gaps."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from coder.cli import app
from tests.docs.material import ROOT

PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").glob("*.md")])
_CODE = re.compile(r"`([^`\n]+)`")
_FILE = re.compile(r"[\w*./]+\.(?:py|yaml|tsv|toml|txt)|(?:coder|dictionaries|tests|benchmarks|docs)/[\w*./]*")
_OPTION = re.compile(r"(?<![\w-])--[a-z][\w-]*")
_COMMAND = re.compile(r"(?:^|/)coder ((?:dictionary )?[a-z][a-z-]*)(?= |$)")
_FOLDERS = ("", "coder", "dictionaries")
# What users write themselves, in the examples of the pages, and what import-petrarch makes.
_OWN = re.compile(r"^my_|mine\.yaml$|/?NN_|^en/(?:discards|issues)\.yaml$|^ontology/codes\.yaml$")


def named(page: Path, pattern: re.Pattern[str]) -> Iterator[str]:
    """What the inline code of a page names."""
    for code in _CODE.findall(page.read_text(encoding="utf-8")):
        yield from (m.group(1) if pattern.groups else m.group() for m in pattern.finditer(code))


def is_there(name: str) -> bool:
    """Whether a file is there by its path from the project, or from a folder of it down."""
    return any(any(ROOT.glob(f"{folder}/{name.rstrip('/')}".lstrip("/"))) for folder in _FOLDERS) or any(
        any((ROOT / folder).rglob(name)) for folder in ("coder", "dictionaries", "tests", "benchmarks")
    )


def commands(command: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """The commands by what is typed behind ``coder``."""
    yield name, command
    for own, below in getattr(command, "commands", {}).items():
        yield from commands(below, f"{name} {own}".strip())


COMMANDS = dict(commands(get_command(app)))


def options() -> set[str]:
    """The options of all commands and of the programs beside them."""
    found = {o for c in COMMANDS.values() for p in c.params for o in (*p.opts, *p.secondary_opts)} | {"--help"}
    for folder in ("benchmarks", "scripts", "tests/engines"):
        for path in (ROOT / folder).glob("*.py"):
            found |= set(re.findall(r'add_argument\(\s*"(--[\w-]+)"', path.read_text(encoding="utf-8")))
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_files_that_a_page_names_are_there(page: Path) -> None:
    assert [name for name in named(page, _FILE) if not _OWN.search(name) and not is_there(name)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_commands_and_options_that_a_page_names_are_there(page: Path) -> None:
    known = options()
    assert [name for name in named(page, _OPTION) if name not in known] == []
    assert [name for name in named(page, _COMMAND) if name not in COMMANDS] == []


def test_decisions_are_numbered_without_gaps() -> None:
    text = (ROOT / "docs" / "decisions.md").read_text(encoding="utf-8")
    numbers = [int(n) for n in re.findall(r"^(\d+)\. ", text, re.MULTILINE)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) > 100


def test_the_licence_of_every_dependency_is_told() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extra = project["optional-dependencies"]
    wanted = [*project["dependencies"], *extra["buckwalter"], *extra["spark"]]
    page = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8").casefold()
    names = [re.split(r"[<>=]", need)[0].casefold() for need in wanted]
    assert [name for name in names if name not in page] == []


def test_what_is_not_there_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("`coder code x --no-such-option`, `coder cook`, `stories/no_such.py`, `stories/officers.py`")
    assert [name for name in named(page, _OPTION) if name not in options()] == ["--no-such-option"]
    assert [name for name in named(page, _COMMAND) if name not in COMMANDS] == ["cook"]
    assert [name for name in named(page, _FILE) if not is_there(name)] == ["stories/no_such.py"]
