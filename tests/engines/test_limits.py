"""Full and read-only disks, and documents that are made to break the coder."""

from __future__ import annotations

import errno
import os
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from coder.cli import app
from coder.engines.local import RunOptions, run
from coder.exporters import files
from coder.model import Document
from coder.pipeline import CodedDocument, Coder, CoderOptions
from coder.readers import ReadLimits, Rejection
from tests.engines.kills import content, write_documents
from tests.small import FILES, write_files

LIMIT = 20_000


@pytest.fixture(scope="module")
def options(tmp_path_factory: pytest.TempPathFactory) -> RunOptions:
    folder = write_files(tmp_path_factory.mktemp("dictionaries"), FILES)
    return RunOptions(coder=CoderOptions(dictionaries=folder), statuses=("asserted", "past_reference"))


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("source") / "documents.jsonl"
    write_documents(path, 300, seed=4, english=0)
    return path


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 256 KB, where this process may mount one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(disk)], capture_output=True)
    if made.returncode:
        pytest.skip("no right to mount a small disk")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


def test_a_full_disk_is_an_error_and_the_old_package_stays(
    small_disk: Path, source: Path, options: RunOptions, tmp_path: Path
) -> None:
    out = small_disk / "out"
    out.mkdir()
    (out / "datapackage.json").write_text("the old package")
    (small_disk / "filler").write_bytes(bytes(200_000))
    with pytest.raises(OSError, match="No space left") as raised:
        run([source], out, options)
    assert raised.value.errno == errno.ENOSPC
    assert (out / "datapackage.json").read_text() == "the old package"
    assert {path.name for path in small_disk.iterdir()} <= {"out", "filler", ".out.resume"}
    given = ["--dictionaries", str(options.coder.dictionaries), "-o", str(out)]
    done = CliRunner().invoke(app, ["code", str(source), *given])
    assert done.exit_code == 2
    assert "No space left" in done.output


def test_a_disk_that_fills_at_the_very_end_keeps_the_work(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, source: Path, options: RunOptions
) -> None:
    def full(path: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

    with monkeypatch.context() as patch:
        patch.setattr(files, "on_disk", full)
        with pytest.raises(OSError, match="No space left"):
            run([source], tmp_path / "out", options)
    assert [path.name for path in tmp_path.iterdir()] == [".out.resume"]
    monkeypatch.setattr(Coder, "code_documents", None)  # nothing is left to code
    run([source], tmp_path / "out", options, resume=True)
    assert "events.csv" in content(tmp_path / "out")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_write_permission_is_exit_code_2(tmp_path: Path, source: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0o500)
    done = CliRunner().invoke(app, ["code", str(source), "-o", str(tmp_path / "closed" / "out")])
    assert done.exit_code == 2
    assert "Permission denied" in done.output


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


HOSTILE = {
    "nested brackets": "(" * 10_000 + "Syria attacked Israel." + ")" * 10_000,
    "one actor": "Syria " * 3000,
    "one actor ar": "سوريا و" * 3000,
    "nested nouns": "the minister of " * 1000 + "Syria attacked Israel.",
    "idafa": "وزير " * 3000,
    "joiners": "\u200d\u200c" * 8000 + "هاجمت سوريا إسرائيل",
    "bidirectional marks": "\u202e\u2067Syria\u202c attacked \u202eIsrael\u2069. " * 100,
    "presentation forms": "ﻗﺼﻔﺖ ﺳﻮﺭﻳﺎ ﺇﺳﺮﺍﺋﻴﻞ. " * 100,
    "control characters": "Syria\x01 attacked\x08 Israel\x1b[0m. " * 100,
    "HTML remains": "<p class='x'>Syria&nbsp;attacked <b>Israel</b></p>" * 100,
    "base64": "QUJDREVGR0hJSktMTU5P" * 900,
    "no stop": "Syria attacked Israel and " * 300,
    "vowels": "\u064e" * 15_000 + " قَصَفَتْ سوريا إسرائيل",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_neither_breaks_nor_hangs_the_coder(coder: Coder, name: str) -> None:
    text = HOSTILE[name][:LIMIT]
    [coded] = coder.code_documents([Document(name, text, lang="ar" if " ar" in name else None)])
    if isinstance(coded, Rejection):
        assert coded.doc_id == name
        assert "no supported language" in coded.reason
    else:
        assert isinstance(coded, CodedDocument)
        for event in coded.events:
            assert event.trigger_text == text[event.trigger_start : event.trigger_end]


def test_a_record_in_another_language_is_rejected_and_the_rest_coded(coder: Coder) -> None:
    text = "Syria attacked Israel on Monday."
    french = Document("french", "12 34. Syria attacked Israel.", lang="fr")
    [first, second] = coder.code_documents([french, Document("english", text)])
    assert isinstance(first, Rejection)
    assert "no supported language" in first.reason
    assert isinstance(second, CodedDocument)
    assert second.events


def test_the_size_limit_is_an_option(tmp_path: Path, source: Path, options: RunOptions) -> None:
    small = replace(options, limits=ReadLimits(max_characters=60))
    summary = run([source], tmp_path / "out", small)
    listed = (tmp_path / "out" / "rejected.csv").read_text(encoding="utf-8")
    assert summary.rejected > 50
    assert "more than 60; split it into articles" in listed
