"""Worker processes: batches go out in order and come back in order, and only a few are under way.

A document that kills its worker (out of memory, a fault in a library) is found and rejected; the rest goes on.
"""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from typing import Any

from coder.engines.batches import Batch, Coded, Item
from coder.errors import CoderError
from coder.readers import Rejection

# Batches under way for each process: one at work, two waiting.
IN_FLIGHT = 3
# Batches for each process, after which all are renewed: parsers keep every new word, and names never end.
RENEWED = 250
_DIED = "the process that coded it died, perhaps out of memory; split the document, or leave it out and report it"


@dataclass(frozen=True, slots=True)
class Work:
    """What a worker does: ``start(*arguments)`` once, then ``code(items)`` for every batch. All must be picklable."""

    start: Callable[..., None]
    arguments: tuple[Any, ...]
    code: Callable[[list[Item]], list[Coded]]


def in_order(stream: Iterable[Batch], jobs: int, work: Work) -> Iterator[tuple[Batch, list[Coded]]]:
    """Every batch with its coded documents, in the order of ``stream``, coded by ``jobs`` processes."""
    source = iter(stream)
    waiting: deque[tuple[Batch, Future[list[Coded]]]] = deque()
    pool, free = _pool(jobs, work), jobs * RENEWED
    try:
        while True:
            while free and len(waiting) < jobs * IN_FLIGHT and (batch := next(source, None)) is not None:
                waiting.append((batch, _submit(pool, work, batch.items)))
                free -= 1
            if not waiting and free:
                return
            if not waiting:
                pool.shutdown(wait=False)
                pool, free = _pool(jobs, work), jobs * RENEWED
                continue
            batch, future = waiting.popleft()
            try:
                coded = future.result()
            except (BrokenProcessPool, MemoryError):
                pool.shutdown(wait=False, cancel_futures=True)
                coded = _code_alone(batch, work)
                pool = _pool(jobs, work)
                waiting = deque((other, _submit(pool, work, other.items)) for other, _ in waiting)
            yield batch, coded
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _pool(jobs: int, work: Work) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, get_context("spawn"), _begin, (work,))


def _begin(work: Work) -> None:
    """Begin a worker: Ctrl-C is for the parent, and a worker does not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    work.start(*work.arguments)


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _submit(pool: ProcessPoolExecutor, work: Work, items: Iterable[Item]) -> Future[list[Coded]]:
    """Hand a batch out; where the pool broke a moment ago, the future says so when it is asked."""
    try:
        return pool.submit(work.code, list(items))
    except BrokenProcessPool as error:
        failed: Future[list[Coded]] = Future()
        failed.set_exception(error)
        return failed


def _code_alone(batch: Batch, work: Work) -> list[Coded]:
    """A batch that was under way when a worker died: coded as a whole if it can be, else document by document."""
    coded = _try(list(batch.items), work)
    if coded is not None:
        return coded
    found: list[Coded] = []
    for item in batch.items:
        if isinstance(item, Rejection):
            found.append(item)
        else:
            found += _try([item], work) or [Rejection(item.id, item.id, _DIED)]
    return found


def _try(items: list[Item], work: Work) -> list[Coded] | None:
    """The documents coded in a process of their own; None if it died of them."""
    with _pool(1, work) as pool:
        try:
            pool.submit(work.code, []).result()
        except BrokenProcessPool as error:
            what = "the worker processes die at their start"
            raise CoderError(what, hint="run with --jobs 1 to see why; there may be too little memory") from error
        try:
            return pool.submit(work.code, items).result()
        except (BrokenProcessPool, MemoryError):
            return None
