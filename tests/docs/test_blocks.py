"""Every code block of the documents runs, in a folder with the files that they name (``material``)."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from coder.dictionary.store import Store
from coder.pipeline import Coder, CoderOptions
from tests.docs import r
from tests.docs.blocks import Block, blocks_of, commands, run_command, run_python, run_r
from tests.docs.material import ROOT, prepare

DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
RUN = ("sh", "python", "r")
SHOWN_ONLY = ("yaml", "text", "json")


@pytest.fixture(scope="module", autouse=True)
def loaded_once() -> Iterator[None]:
    """The commands share their coders; a reader's commands each load their own."""
    made = cache(Coder)

    def cached(options: CoderOptions | None = None, store: Store | None = None) -> Coder:
        return made(options) if store is None else Coder(options, store)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("coder.pipeline.Coder", cached)
        patch.setattr("coder.engines.local.Coder", cached)
        yield


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("docs") / "all"
    folder.mkdir()
    prepare(folder)
    return folder


@pytest.fixture
def folder(prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of its own for each document."""
    shutil.copytree(prepared, tmp_path / "copy")
    monkeypatch.chdir(tmp_path / "copy")
    return tmp_path / "copy"


def with_blocks(*languages: str) -> list[Path]:
    return [path for path in DOCUMENTS if any(b.language in languages and not b.exempt for b in blocks_of(path))]


@pytest.mark.parametrize("path", with_blocks(*RUN), ids=lambda path: path.stem)
def test_blocks_run(path: Path, folder: Path) -> None:
    """Shell and Python in their order, then the R of the document as one script."""
    names: dict[str, Any] = {"__name__": "documented"}
    blocks = [block for block in blocks_of(path) if not block.exempt]
    for block in blocks:
        if block.language == "sh":
            for command in commands(block.code):
                run_command(command, folder)
        elif block.language == "python":
            run_python(block, names)
    in_r = "\n".join(block.code for block in blocks if block.language == "r")
    if in_r and (reason := r.missing()):
        pytest.skip(f"{reason}: all but the R of {path.name} was run")
    if in_r:
        run_r(in_r, folder)


def test_every_block_is_run_shown_or_exempt() -> None:
    def known(block: Block) -> bool:
        return block.exempt or block.language in (*RUN, *SHOWN_ONLY)

    unknown = [f"{b.path.name}:{b.line} ({b.language})" for path in DOCUMENTS for b in blocks_of(path) if not known(b)]
    assert not unknown


def test_exemptions_give_a_reason(tmp_path: Path) -> None:
    exempt, plain = "<!-- not run: needs a server -->\n```sh\nx\n```\n", "```sh\ny \\\n  z  # why\n```\n"
    (tmp_path / "a.md").write_text(f"{exempt}\n{plain}<!-- not run: -->\n```sh\nq\n```\n")
    found = blocks_of(tmp_path / "a.md")
    assert [block.exempt for block in found] == [True, False, False]
    assert commands(found[1].code) == ["y    z  # why"]
    assert [block.line for block in found] == [2, 6, 11]
