"""What a run keeps until it ends: the batches that are coded, in one hidden file beside the output, ``.NAME.resume``.

The file is also the lock on the output: the system holds it for a running process only, so a dead one blocks nobody.
It begins with the fingerprint of the run: a batch is used again only where input, options and versions are the same.
Every record has its length and hash before it; one that was cut short by a kill, and all after it, is dropped.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

from coder.engines import batches
from coder.engines.batches import Batch, Coded
from coder.errors import InputError

if sys.platform != "win32":
    import fcntl

_MAGIC = b"event-coder checkpoint 2\n"
_DIGEST = 16
_HEAD = 8 + _DIGEST
_RESTART = "run without --resume to start anew"

Notice = Callable[[str], None]


def checkpoint_path(out: Path) -> Path:
    """Where the coded batches of an output wait."""
    return out.resolve().with_name(f".{out.resolve().name}.resume")


class Checkpoint:
    """The coded batches of one output. Entering it takes the lock; leaving it without ``finish`` keeps the batches."""

    def __init__(self, out: Path, notice: Notice) -> None:
        self.out, self.path, self.notice = out, checkpoint_path(out), notice
        self.documents = 0
        self._finished = False

    def __enter__(self) -> Self:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._file = self._locked()
        return self

    def _locked(self) -> BinaryIO:
        while True:
            file = os.fdopen(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600), "r+b")
            if sys.platform == "win32":
                return file
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                file.close()
                hint = "wait until it has ended, or name another output"
                raise InputError("another run is writing to this output", where=str(self.out), hint=hint) from None
            # The run that held the lock may have deleted the file meanwhile: then this lock is on nothing.
            if self.path.exists() and self.path.stat().st_ino == os.fstat(file.fileno()).st_ino:
                return file
            file.close()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._finished or not self._holds_batches():
            self.path.unlink(missing_ok=True)
        else:
            self.notice("the documents coded so far are kept: the same command with --resume goes on from there")
        self._file.close()

    def _holds_batches(self) -> bool:
        self._file.seek(0)
        return self._next_record(len(_MAGIC)) is not None and self._next_record() is not None

    # ------------------------------------------------------------------ begin, save, finish

    def begin(self, fingerprint: Mapping[str, Any], resume: bool) -> None:
        """Take up what an interrupted run left, or put it away. ``InputError`` where it was another run."""
        self._file.seek(0)
        left = self._next_record(len(_MAGIC)) if self._file.read(len(_MAGIC)) == _MAGIC else None
        own = json.dumps(fingerprint, ensure_ascii=False, sort_keys=True, default=str)
        if resume and left is not None:
            self._compare(json.loads(left), json.loads(own))
            return
        if resume:
            self.notice("there is no interrupted run to resume: everything is coded")
        if left is not None and self._next_record() is not None:
            self.notice("what an interrupted run left is put away; --resume would have gone on with it")
        self._file.seek(0)
        self._file.truncate()
        self._file.write(_MAGIC)
        self._write_record(own.encode())

    def _compare(self, left: Mapping[str, Any], own: Mapping[str, Any]) -> None:
        differing = [name for name in sorted({*left, *own}) if left.get(name) != own.get(name)]
        if differing:
            name = differing[0]
            what = f"the interrupted run was another one: {name} was {left.get(name)!r} and is {own.get(name)!r}"
            raise InputError(what, where=str(self.out), hint=f"give the same command, or {_RESTART}")

    def saved(self, stream: Iterator[Batch]) -> Iterator[tuple[Batch, list[Coded]]]:
        """The batches that are coded already, each with its input from ``stream``; then what is torn is cut off."""
        good = self._file.tell()
        while (record := self._next_record()) is not None:
            good = self._file.tell()
            batch = next(stream, None)
            if batch is None or batch.digest() != record[:_DIGEST]:
                raise InputError(
                    f"the input has changed since the interrupted run, after {self.documents} documents",
                    where=str(self.out),
                    hint=_RESTART,
                )
            coded = batches.load(record[_DIGEST:])
            self.documents += len(coded)
            yield batch, coded
        self._file.seek(good)
        self._file.truncate()

    def save(self, batch: Batch, coded: list[Coded]) -> None:
        """Keep a coded batch; it is on the disk when this returns."""
        self._write_record(batch.digest() + batches.dump(coded))
        self.documents += len(coded)

    def finish(self) -> None:
        """The output stands: nothing needs to be kept."""
        self._finished = True

    # ------------------------------------------------------------------ records

    def _write_record(self, payload: bytes) -> None:
        self._file.write(len(payload).to_bytes(8, "big") + _digest(payload) + payload)
        self._file.flush()
        os.fsync(self._file.fileno())

    def _next_record(self, skip: int = 0) -> bytes | None:
        """The record at the file's position, or after the first ``skip`` bytes; None if it is not whole."""
        if skip:
            self._file.seek(skip)
        head = self._file.read(_HEAD)
        if len(head) < _HEAD:
            return None
        length = int.from_bytes(head[:8], "big")
        if length > os.fstat(self._file.fileno()).st_size:
            return None
        payload = self._file.read(length)
        return payload if len(payload) == length and _digest(payload) == head[8:] else None


def _digest(payload: bytes) -> bytes:
    return blake2b(payload, digest_size=_DIGEST).digest()
