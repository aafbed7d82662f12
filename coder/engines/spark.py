"""Codes on a Spark cluster: any path that Spark reads, the same rows and the same package as on one machine.

The readers, the coder and the writers are those of the local engine. Files are read by the executors (JSON Lines in
splits, the other formats a file at a time), documents are spread in input order, coded, and written by the driver in
that order. The user's dictionaries travel with the job; event-coder itself must be installed on the executors.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coder.dataset import COLUMNS, event_record
from coder.dictionary.loader import dictionary_files
from coder.engines import batches, spark_input
from coder.engines.batches import Coded, Item
from coder.engines.checkpoint import Checkpoint, Notice
from coder.engines.local import (
    Collector,
    RunOptions,
    RunSummary,
    check_output,
    dictionaries_record,
    fingerprint,
    run_info,
    writer_of,
)
from coder.engines.provenance import input_record
from coder.errors import InputError, OptionError
from coder.languages.english.runtime import own_process
from coder.pipeline import CodedDocument, Coder, CoderOptions, take_batch
from coder.readers import SeenIds

if TYPE_CHECKING:
    import pandas as pd
    from pyspark.sql import DataFrame, SparkSession

# Partitions for each core: enough to share the work out evenly, few enough for long runs of documents in each.
_PARTITIONS = 8
_CODED = f"{spark_input.PLACE}, coded binary"
_TYPES = {"string": "string", "integer": "bigint", "number": "double", "date": "date"}


@dataclass(frozen=True, slots=True)
class Shipment:
    """A coder's options with its dictionaries as bytes: (folder name, files by relative path), the first replaces."""

    options: CoderOptions
    replaces: bool
    folders: tuple[tuple[str, tuple[tuple[str, bytes], ...]], ...]
    versions: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, coder: Coder) -> Shipment:
        """Pack the options of a coder."""
        options = coder.options
        chosen = [*([options.dictionaries] if options.dictionaries else []), *options.add_dictionaries]
        folders = tuple((folder.resolve().name, _files_of(folder)) for folder in chosen)
        bare = replace(options, dictionaries=None, add_dictionaries=())
        return cls(bare, options.dictionaries is not None, folders, tuple(sorted(coder.versions.items())))

    def coder(self) -> Coder:
        """The coder, unpacked once in a process."""
        if self.versions not in _coders or _coders[self.versions][0] != self:
            own_process()
            _coders[self.versions] = self, self._unpacked()
        return _coders[self.versions][1]

    def _unpacked(self) -> Coder:
        root = Path(tempfile.mkdtemp(prefix="event-coder-"))
        folders = [_unpack(root / str(number), *packed) for number, packed in enumerate(self.folders)]
        replaced = folders.pop(0) if self.replaces else None
        coder = Coder(replace(self.options, dictionaries=replaced, add_dictionaries=tuple(folders)))
        own = tuple(sorted(coder.versions.items()))
        if own != self.versions:
            raise InputError(
                f"the executors have {dict(own)}, the driver has {dict(self.versions)}",
                hint="install the same version of event-coder on all of them",
            )
        return coder


_coders: dict[tuple[tuple[str, str], ...], tuple[Shipment, Coder]] = {}


def _files_of(folder: Path) -> tuple[tuple[str, bytes], ...]:
    return tuple((path.relative_to(folder).as_posix(), path.read_bytes()) for path in dictionary_files(folder))


def _unpack(root: Path, name: str, files: Iterable[tuple[str, bytes]]) -> Path:
    folder = root / (name or "dictionaries")
    folder.mkdir(parents=True)
    for relative, content in files:
        path = folder / relative
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


# ---------------------------------------------------------------------- a run


def session(master: str | None) -> SparkSession:
    """The Spark session of this process. ``OptionError`` where pyspark is not installed."""
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        hint = "install it with: pip install 'event-coder[spark]' (Spark also needs Java 17)"
        raise OptionError("pyspark is not installed", where="--engine spark", hint=hint) from None
    if master and master.startswith("local"):
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("event-coder")
    builder = builder.master(master) if master else builder
    builder = builder.config("spark.ui.showConsoleProgress", "false")
    made = builder.getOrCreate()
    made.sparkContext.setLogLevel("ERROR")
    return made


def run(
    inputs: Sequence[str],
    out: Path,
    options: RunOptions,
    *,
    master: str | None = None,
    notice: Notice = lambda _: None,
) -> RunSummary:
    """Code everything in ``inputs``, paths or addresses that Spark reads, into ``out`` on the driver's machine.

    Writes what ``coder.engines.local.run`` writes. ``master``: the cluster's address; else what Spark is set to.
    """
    started = time.perf_counter()
    check_output([Path(given) for given in inputs], out, options)
    spark = session(master)
    with Checkpoint(out, notice) as checkpoint:
        coder = Coder(options.coder)
        info = run_info(coder, options)
        checkpoint.begin(fingerprint(list(inputs), options, info), resume=False)
        collector = Collector(coder, options)
        info = {**info, "dictionaries": dictionaries_record(options.coder), "input": _input_record(inputs)}
        items = spark_input.read(spark, inputs, options.defaults, options.limits)
        with writer_of(out, coder, options, info) as writer:
            collector.write(_in_order(spark, items, Shipment.of(coder)), writer)
        checkpoint.finish()
    summary = collector.summary
    summary.files = writer.summary.files
    summary.seconds = time.perf_counter() - started
    return summary


def _input_record(inputs: Sequence[str]) -> dict[str, Any]:
    """What the local engine records of the input; of addresses elsewhere than on the driver, only their names."""
    if all(Path(given).exists() for given in inputs):
        return input_record([Path(given) for given in inputs])
    return {"files": None, "bytes": None, "sha256": None, "listed": [{"name": given} for given in inputs]}


def _in_order(spark: SparkSession, items: DataFrame, shipment: Shipment) -> Iterator[Coded]:
    """Every coded document in input order; an id that came before makes a rejection, as in the readers."""
    from pyspark.storagelevel import StorageLevel

    place = spark_input.PLACE_COLUMNS
    spread = items.repartitionByRange(spark.sparkContext.defaultParallelism * _PARTITIONS, *place)
    coded = spread.sortWithinPartitions(*place).mapInPandas(_code_items(shipment), _CODED)
    kept = coded.persist(StorageLevel.DISK_ONLY)
    try:
        kept.count()  # all partitions at once; the iterator would run them one after the other
        seen = SeenIds()
        for row in kept.select("doc_id", "where", "coded").toLocalIterator(prefetchPartitions=True):
            repeated = None if row.doc_id is None else seen.rejection(row.doc_id, row.where)
            yield repeated or batches.load(bytes(row.coded))[0]
    finally:
        kept.unpersist()


def _code_items(shipment: Shipment) -> Callable[[Iterator[pd.DataFrame]], Iterator[pd.DataFrame]]:
    def code(frames: Iterator[pd.DataFrame]) -> Iterator[pd.DataFrame]:
        import pandas as pd

        rows: Iterator[Any] = chain.from_iterable(frame.itertuples(index=False) for frame in frames)
        placed = ((tuple(row)[:-1], batches.load_item(bytes(row.item))) for row in rows)
        for places, items in _placed_batches(placed):
            coded = batches.code(shipment.coder(), items)
            found = [(*place, batches.dump([item])) for place, item in zip(places, coded, strict=True)]
            yield pd.DataFrame(found, columns=[*spark_input.COLUMNS[:-1], "coded"])

    return code


def _placed_batches(placed: Iterator[tuple[Any, Item]]) -> Iterator[tuple[list[Any], list[Item]]]:
    places: list[Any] = []

    def items() -> Iterator[Item]:
        for place, item in placed:
            places.append(place)
            yield item

    stream = items()
    while batch := take_batch(stream):
        yield places[: len(batch)], batch
        del places[: len(batch)]


# ---------------------------------------------------------------------- data frames


def code_dataframe(
    frame: DataFrame, options: CoderOptions | None = None, statuses: Sequence[str] = ("asserted",)
) -> DataFrame:
    """Code a Spark data frame with the columns ``id`` and ``text`` (``date``, ``title``, ``lang`` ... if there).

    One row an event, in the columns of the native record; documents that cannot be coded are left out. Raises
    ``OptionError`` for a missing column, ``DictionaryError`` for faulty dictionaries.
    """
    for needed in ("id", "text"):
        if needed not in frame.columns:
            hint = "rename the columns that hold the articles and their ids"
            raise OptionError(f"the data frame has no column {needed!r}", hint=hint)
    shipment = Shipment.of(Coder(options))
    schema = ", ".join(f"{column.name} {_TYPES[column.type]}" for column in COLUMNS)
    return frame.mapInPandas(_code_rows(shipment, frozenset(statuses)), schema)


def _code_rows(
    shipment: Shipment, statuses: frozenset[str]
) -> Callable[[Iterator[pd.DataFrame]], Iterator[pd.DataFrame]]:
    def code(frames: Iterator[pd.DataFrame]) -> Iterator[pd.DataFrame]:
        coder = shipment.coder()
        rows = chain.from_iterable(frame.to_dict("records") for frame in frames)
        for coded in coder.code_rows({str(name): value for name, value in row.items()} for row in rows):
            if isinstance(coded, CodedDocument):
                yield _native(coded, coder, statuses)

    return code


def _native(coded: CodedDocument, coder: Coder, statuses: frozenset[str]) -> pd.DataFrame:
    import pandas as pd

    records = [event_record(e, coder.ontology, coder.versions) for e in coded.events if e.status in statuses]
    return pd.DataFrame({c.name: _values([r[c.name] for r in records], c.type) for c in COLUMNS})


def _values(values: list[Any], kind: str) -> Any:
    import pandas as pd

    if kind == "date":
        values = [None if v is None else date.fromisoformat(v) for v in values]
    return pd.Series(values, dtype={"integer": "Int64", "number": "Float64"}.get(kind, object))
