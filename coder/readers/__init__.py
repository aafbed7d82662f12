"""Readers: from files and folders to documents. One file in this folder for each format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from coder.errors import InputError
from coder.model import Document
from coder.readers import jsonl, parquet, petrarch_xml, table, text
from coder.readers.base import (
    ReadDefaults,
    ReadLimits,
    Record,
    Rejection,
    known_suffixes,
    printable,
    reader,
    reader_for,
)
from coder.readers.files import InputFile, input_bytes, input_files, wrong_suffix
from coder.readers.records import to_document
from coder.readers.seen import SeenIds

__all__ = [
    "DocumentStream",
    "ReadDefaults",
    "ReadLimits",
    "Record",
    "Rejection",
    "SeenIds",
    "checked_record",
    "input_bytes",
    "jsonl",
    "known_suffixes",
    "parquet",
    "petrarch_xml",
    "read_documents",
    "read_file",
    "reader",
    "table",
    "text",
    "to_document",
    "wrong_suffix",
]

Placed = tuple[Document, str] | Rejection  # a document and where it stands


def read_documents(
    paths: Sequence[Path],
    defaults: ReadDefaults = ReadDefaults(),  # noqa: B008 (frozen)
    limits: ReadLimits = ReadLimits(),  # noqa: B008 (frozen)
) -> DocumentStream:
    """The documents of files and folders, in a fixed order; what cannot be read comes as a rejection in its place.

    A path that does not exist raises InputError at once. Ids are unique within the iteration.
    """
    for path in paths:
        if not _exists(path):
            raise InputError("no such file or folder", where=printable(str(path)), hint="check the path")
    return DocumentStream(paths, defaults, limits)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError as error:
        raise InputError(
            f"cannot be read: {error.strerror}", where=printable(str(path)), hint="check its permissions"
        ) from error


class DocumentStream(Iterator[Document | Rejection]):
    """The documents of some inputs, one at a time. ``bytes_read`` says how far their files are read."""

    def __init__(self, paths: Sequence[Path], defaults: ReadDefaults, limits: ReadLimits) -> None:
        self.bytes_read = 0
        self._defaults, self._limits = defaults, limits
        self._items = _unique_ids(item for path in paths for item in self._read(path))

    def __next__(self) -> Document | Rejection:
        return next(self._items)

    def _read(self, path: Path) -> Iterator[Placed]:
        for file in input_files(path):
            if isinstance(file, Rejection):
                yield file
                continue
            before = self.bytes_read
            for item, offset in _items(file, self._defaults, self._limits):
                self.bytes_read = before + (offset or self.bytes_read - before)
                yield item
            with suppress(OSError):
                self.bytes_read = before + file.path.stat().st_size


def read_file(
    file: InputFile, defaults: ReadDefaults, limits: ReadLimits, shown: str | None = None
) -> Iterator[Placed]:
    """The documents of one file, whatever their ids. ``shown``: how its path is written in what is said of it."""
    own = printable(str(file.path))
    for item, _ in _items(file, defaults, limits):
        if shown is None:
            yield item
        elif isinstance(item, Rejection):
            yield replace(item, where=item.where.replace(own, printable(shown), 1))
        else:
            yield item[0], item[1].replace(own, shown, 1)


def _items(file: InputFile, defaults: ReadDefaults, limits: ReadLimits) -> Iterator[tuple[Placed, int]]:
    """What a file holds, each item with how far the file is then read (0: unknown)."""
    where = printable(str(file.path))
    read = reader_for(file.path)
    assert read is not None
    empty = True
    try:
        for item in read(file.path, file.file_id, limits):
            empty = False
            yield checked_record(item, defaults, limits), item.offset if isinstance(item, Record) else 0
    except OSError as error:
        empty = False
        yield Rejection(file.file_id, where, f"cannot be read: {error.strerror}"), 0
    if empty:
        yield Rejection(file.file_id, where, "the file is empty or holds no record; leave it out"), 0


def checked_record(item: Record | Rejection, defaults: ReadDefaults, limits: ReadLimits) -> Placed:
    """What a reader gave as a document with its place, or as a rejection fit to be printed."""
    if isinstance(item, Rejection):
        return Rejection(printable(item.doc_id), printable(item.where), printable(item.reason))
    document = to_document(item, defaults, limits)
    return document if isinstance(document, Rejection) else (document, item.where)


def _unique_ids(items: Iterator[Placed]) -> Iterator[Document | Rejection]:
    """Pass on documents whose id is new. Only a hash of each id is kept, so that memory stays small on large runs."""
    seen = SeenIds()
    for item in items:
        if isinstance(item, Rejection):
            yield item
        else:
            document, where = item
            yield seen.rejection(document.id, where) or document
