"""What workers do in the tests: some documents kill the process that codes them."""

from __future__ import annotations

import os

from coder.engines.batches import Coded, Item
from coder.model import Document
from coder.pipeline import CodedDocument
from coder.readers import Rejection


def begin() -> None:
    """A worker that needs nothing."""


def begin_badly() -> None:
    """A worker that cannot start."""
    os._exit(7)


def code(items: list[Item]) -> list[Coded]:
    """Each document as it is; what its text asks for happens."""
    return [_coded(item) if isinstance(item, Document) else item for item in items]


def _coded(document: Document) -> Coded:
    if document.text == "die":
        os._exit(9)
    if document.text == "fill":
        raise MemoryError
    return CodedDocument(document, [], 1)


def pids(items: list[Item]) -> list[Coded]:
    """Each document as a rejection that names the process."""
    return [Rejection(item.id, "", str(os.getpid())) for item in items if isinstance(item, Document)]
