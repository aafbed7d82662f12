"""Batches of documents: the unit of work, of order, and of what a killed run keeps."""

from __future__ import annotations

import io
import pickle
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import blake2b
from typing import Any

from coder import model
from coder.model import Document
from coder.pipeline import CodedDocument, Coder, take_batch
from coder.readers import DocumentStream, Rejection

# Rows that go to or from another process at once.
ROWS = 256

Item = Document | Rejection
Coded = CodedDocument | Rejection

# All that a coded batch is made of, beside plain values; nothing else is ever loaded from a file.
_TYPES: dict[tuple[str, str], Any] = {
    (kind.__module__, kind.__qualname__): kind
    for kind in (
        *(CodedDocument, Rejection, date, datetime),
        *(
            model.Document,
            model.GivenMention,
            model.Sentence,
            model.Event,
            model.ActorMention,
            model.Attributes,
            model.Ref,
        ),
    )
}


@dataclass(frozen=True, slots=True)
class Batch:
    """Some documents in input order. ``read``: bytes of the input files that were read up to its end."""

    items: Sequence[Item]
    read: int = 0

    def digest(self) -> bytes:
        """A hash over everything that the batch brings, 16 bytes."""
        found = blake2b(digest_size=16)
        for item in self.items:
            if isinstance(item, Rejection):
                found.update(repr(item).encode("utf-8", "backslashreplace"))
            else:
                found.update(repr(replace(item, text="")).encode("utf-8", "backslashreplace"))
                found.update(item.text.encode("utf-8", "surrogatepass"))
            found.update(b"\0")
        return found.digest()


def batches(documents: DocumentStream) -> Iterator[Batch]:
    """The stream in batches; where one ends depends on the documents alone."""
    while items := take_batch(documents):
        yield Batch(items, documents.bytes_read)


def code(coder: Coder, items: Iterable[Item]) -> list[Coded]:
    """The documents of a batch coded, without their texts, which no table needs."""
    return [_without_text(item) for item in coder.code_documents(items)]


def _without_text(coded: Coded) -> Coded:
    if isinstance(coded, Rejection):
        return coded
    document = replace(coded.document, text="", mentions=())
    events, left_out = ([replace(e, document=document) for e in own] for own in (coded.events, coded.left_out))
    return replace(coded, document=document, events=events, left_out=left_out)


def dump(coded: Sequence[Coded]) -> bytes:
    """A coded batch as bytes."""
    return zlib.compress(pickle.dumps(list(coded), protocol=5), level=1)


class _Loader(pickle.Unpickler):
    """Refuses every type that a batch does not have, so that a forged file cannot run code."""

    def find_class(self, module: str, name: str) -> Any:
        try:
            return _TYPES[module, name]
        except KeyError:
            raise pickle.UnpicklingError(f"unexpected type {module}.{name}") from None


def load(data: bytes) -> list[Coded]:
    """The coded batch that ``dump`` made; ``pickle.UnpicklingError`` for anything that is none."""
    loaded: list[Coded] = _Loader(io.BytesIO(zlib.decompress(data))).load()
    return loaded


def dump_item(item: Item) -> bytes:
    """A document or rejection as bytes."""
    return pickle.dumps(item, protocol=5)


def load_item(data: bytes) -> Item:
    """The document or rejection that ``dump_item`` made; ``pickle.UnpicklingError`` for anything that is none."""
    loaded: Item = _Loader(io.BytesIO(data)).load()
    return loaded
