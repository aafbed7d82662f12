"""Interrupted runs: what they leave, and that a resumed one has the bytes of a quiet one."""

from __future__ import annotations

import json
import os
import pickle
import random
import signal
import time
import zlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from coder.engines import batches, local
from coder.engines.batches import Coded
from coder.engines.checkpoint import Checkpoint, checkpoint_path
from coder.engines.local import RunOptions, run
from coder.errors import InputError
from coder.pipeline import Coder, CoderOptions
from coder.readers import read_documents
from tests.engines.kills import content, finish, kill_and_resume, start, write_documents
from tests.small import FILES, write_files

BATCH = 8
KEPT = "the documents coded so far are kept: the same command with --resume goes on from there"


@pytest.fixture(scope="module")
def options(tmp_path_factory: pytest.TempPathFactory) -> RunOptions:
    """A run with a handful of entries: quick to begin."""
    folder = tmp_path_factory.mktemp("dictionaries")
    write_files(folder, FILES)
    return RunOptions(coder=CoderOptions(dictionaries=folder), keep=("topic",))


@pytest.fixture
def source(tmp_path: Path) -> Path:
    write_documents(tmp_path / "documents.jsonl", 60, seed=1, english=0)
    return tmp_path / "documents.jsonl"


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coder.pipeline.BATCH_DOCUMENTS", BATCH)


class Interrupted(BaseException):
    """Stands for Ctrl-C."""


def interrupt(monkeypatch: pytest.MonkeyPatch, source: Path, out: Path, options: RunOptions, after: int) -> list[str]:
    """Break a run off when it has coded ``after`` batches; what the user is told."""
    told: list[str] = []
    done = iter(range(after))

    def coded(coder: Coder, items: Sequence[batches.Item]) -> list[Coded]:
        if next(done, None) is None:
            raise Interrupted
        return batches.code(coder, items)

    with monkeypatch.context() as patch:
        patch.setattr(local, "code", coded)
        with pytest.raises(Interrupted):
            run([source], out, options, notice=told.append)
    return told


def count_batches(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The sizes of the batches that are coded from here on."""
    sizes: list[int] = []

    def counted(coder: Coder, items: Sequence[batches.Item]) -> list[Coded]:
        sizes.append(len(items))
        return batches.code(coder, items)

    monkeypatch.setattr(local, "code", counted)
    return sizes


@pytest.mark.parametrize("name", ["package", "table.csv", "table.parquet"])
@pytest.mark.parametrize("after", [1, 5, 7])
def test_a_resumed_run_has_the_bytes_of_a_quiet_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, source: Path, options: RunOptions, name: str, after: int
) -> None:
    daily = replace(options, one_a_day=True)
    quiet, out = tmp_path / f"quiet-{name}", tmp_path / name
    run([source], quiet, daily)
    told = interrupt(monkeypatch, source, out, daily, after)
    assert not out.exists()
    assert told == [KEPT]
    run([source], out, daily, resume=True)
    assert [*content(out).values()] == [*content(quiet).values()]
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_batches_that_are_kept_are_not_coded_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, source: Path, options: RunOptions
) -> None:
    interrupt(monkeypatch, source, tmp_path / "out", options, 5)
    sizes = count_batches(monkeypatch)
    summary = run([source], tmp_path / "out", options, resume=True)
    assert sum(sizes) == 60 - 5 * BATCH
    assert summary.documents + summary.rejected == 60


def test_without_resume_what_is_left_is_put_away_with_a_notice(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, source: Path, options: RunOptions
) -> None:
    interrupt(monkeypatch, source, tmp_path / "out", options, 5)
    told: list[str] = []
    sizes = count_batches(monkeypatch)
    run([source], tmp_path / "out", options, notice=told.append)
    assert sum(sizes) == 60
    assert "put away" in told[0]


def test_another_run_is_not_resumed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, source: Path, options: RunOptions
) -> None:
    out = tmp_path / "out"
    interrupt(monkeypatch, source, out, options, 5)
    with pytest.raises(InputError, match=r"one_a_day was False and is True"):
        run([source], out, replace(options, one_a_day=True), resume=True)
    with pytest.raises(InputError, match=r"input was .* and is"):
        run([source, source], out, options, resume=True)
    with pytest.raises(InputError, match="dictionary_version was"):
        run([source], out, replace(options, coder=CoderOptions()), resume=True)
    run([source], out, options, resume=True)
    assert out.is_dir()


def test_a_changed_input_is_not_resumed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, source: Path, options: RunOptions
) -> None:
    interrupt(monkeypatch, source, tmp_path / "out", options, 5)
    lines = source.read_text().splitlines()
    record = json.loads(lines[BATCH + 1])
    lines[BATCH + 1] = json.dumps({**record, "topic": "w"})
    source.write_text("\n".join(lines))
    with pytest.raises(InputError, match=f"the input has changed since the interrupted run, after {BATCH} documents"):
        run([source], tmp_path / "out", options, resume=True)
    assert checkpoint_path(tmp_path / "out").exists()


@pytest.mark.parametrize("cut", [1, 20, 200, 5000])
def test_a_record_cut_short_or_damaged_is_coded_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, source: Path, options: RunOptions, cut: int
) -> None:
    quiet, out = tmp_path / "quiet", tmp_path / "out"
    run([source], quiet, options)
    interrupt(monkeypatch, source, out, options, 5)
    path = checkpoint_path(out)
    data = bytearray(path.read_bytes()[:-cut])
    data[-1] ^= 255
    path.write_bytes(data)
    run([source], out, options, resume=True)
    assert content(out) == content(quiet)


def test_two_runs_into_one_output_are_refused_and_a_dead_one_blocks_nobody(
    tmp_path: Path, source: Path, options: RunOptions
) -> None:
    out = tmp_path / "out"
    with Checkpoint(out, print), pytest.raises(InputError, match="another run is writing to this output"):
        run([source], out, options)
    run([source], out, options)
    assert out.is_dir()


def test_a_forged_checkpoint_runs_no_code(tmp_path: Path) -> None:
    class Evil:
        def __reduce__(self) -> object:
            return os.system, (f"touch {tmp_path / 'done'}",)

    with pytest.raises(pickle.UnpicklingError, match="unexpected type"):
        batches.load(zlib.compress(pickle.dumps([Evil()])))
    assert not (tmp_path / "done").exists()


def test_a_coded_batch_survives_the_disk(source: Path, options: RunOptions) -> None:
    items = list(read_documents([source]))
    coded = batches.code(Coder(options.coder), items)
    again = batches.load(batches.dump(coded))
    assert repr(again) == repr(coded)
    assert any(not hasattr(item, "reason") and item.events for item in again)


def test_ctrl_c_leaves_what_can_be_resumed_and_says_so(tmp_path: Path, options: RunOptions) -> None:
    source, out = tmp_path / "documents.jsonl", tmp_path / "out"
    write_documents(source, 6000, seed=2, english=0)
    process = start(source, out, "--jobs", "2", "--dictionaries", str(options.coder.dictionaries))
    path = checkpoint_path(out)
    until = time.monotonic() + 60
    while (not path.exists() or path.stat().st_size < 10_000) and time.monotonic() < until:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130, said
    assert said.strip() == KEPT
    assert [path.name for path in tmp_path.iterdir() if path != source] == [".out.resume"]


def test_killed_runs_resume_to_the_same_bytes(tmp_path: Path, options: RunOptions) -> None:
    source, given = tmp_path / "documents.jsonl", ("--dictionaries", str(options.coder.dictionaries))
    write_documents(source, 400, seed=3, english=0)
    began = time.monotonic()
    finish(source, tmp_path / "quiet", *given)
    seconds = time.monotonic() - began
    quiet = content(tmp_path / "quiet")
    chance = random.Random(3)
    for number in range(3):
        out = tmp_path / f"out{number}"
        kill = kill_and_resume(source, out, 1 + number % 2, chance.uniform(0.4, 0.9) * seconds, quiet, *given)
        assert content(out) == quiet, kill
