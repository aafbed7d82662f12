"""What a run writes: the dataset package (a folder), or one table with its rejections beside it."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from coder.dataset import Column
from coder.errors import InputError
from coder.exporters.base import KEY, Context, Layout, TableFile, format_of, formats, kept_columns, layout_of
from coder.exporters.codebook import ColumnCounts, codebook
from coder.exporters.files import on_disk, partial_path, recover, remove, swap_in
from coder.exporters.rejections import REJECTED, Rejections
from coder.exporters.spill import Spill
from coder.model import Document, Event
from coder.ontology import Ontology

STATUS_REASON = Column(
    "status_reason",
    "string",
    "Why the event is in no table: what gave its status or, in left_out.jsonl, the rule that leaves it out.",
)
# The tables of a package: file and layout.
TABLES = {
    "events.csv": "native",
    "cameo.csv": "cameo",
    "acled.csv": "acled",
    "events.parquet": "native",
    "events.jsonl": "native",
}
WITHHELD, LEFT_OUT = "withheld.jsonl", "left_out.jsonl"
OTHERS = ("rejected.csv", WITHHELD, LEFT_OUT, "codebook.md", "datapackage.json", "run.json")
# The report is made from the package and is out of date with a new one.
PACKAGE_FILES = (*TABLES, *OTHERS, "report.html")
MEDIA_TYPES = {
    ".csv": "text/csv",
    ".jsonl": "application/jsonl",
    ".parquet": "application/vnd.apache.parquet",
}


@dataclass(slots=True)
class Summary:
    """What a run did: ``by_root`` and ``by_language`` count the events in the tables, ``withheld`` the others.

    ``left_out``: events in no table whatever their status, by reason.
    ``looks``: documents that were read though they look like another language, by its name.
    """

    documents: int = 0
    events: int = 0
    rejected: int = 0
    by_root: Counter[str] = field(default_factory=Counter)
    by_language: Counter[str] = field(default_factory=Counter)
    withheld: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    looks: Counter[str] = field(default_factory=Counter)
    files: tuple[Path, ...] = ()

    def counts(self) -> dict[str, Any]:
        """The figures for ``run.json``."""
        return {
            "documents": self.documents,
            "events": self.events,
            "rejected": self.rejected,
            "events_by_root": dict(sorted(self.by_root.items())),
            "events_by_language": dict(sorted(self.by_language.items())),
            "withheld_by_status": dict(sorted(self.withheld.items())),
            "left_out_by_reason": dict(sorted(self.left_out.items())),
            "looks_like_other_language": dict(sorted(self.looks.items())),
        }


class Table:
    """One open table: a layout in a format, with the carried-through fields as last columns.

    The rows of a layout that merges documents wait for the end of the run.
    """

    def __init__(
        self,
        path: Path,
        layout: Layout,
        kind: type[TableFile],
        keep: Sequence[str],
        context: Context,
        more: Sequence[Column] = (),
    ) -> None:
        self.path, self.layout, self._context = path, layout, context
        self._waiting = Spill() if layout.merge else None
        self._kept = kept_columns(keep, layout)
        self.columns = (*layout.columns, *more, *self._kept.values())
        self.counts = ColumnCounts(self.columns)
        self._file = kind(path, self.columns)

    def rows(self, document: Document, events: Sequence[Event]) -> Iterator[dict[str, Any]]:
        """The rows of one document, carried-through fields included."""
        kept = {column.name: document.carried(name) for name, column in self._kept.items()}
        for row in self.layout.rows(document, events, self._context):
            yield {**row, **kept}

    def write(self, rows: Iterable[dict[str, Any]]) -> None:
        """Add rows."""
        for row in rows:
            if self._waiting is not None:
                self._waiting.add(row[KEY], row)
            else:
                self._write(row)

    def _write(self, row: dict[str, Any]) -> None:
        self.counts.add(row)
        self._file.write(row)

    def close(self) -> None:
        """Finish the file."""
        if self._waiting is not None and self.layout.merge is not None:
            for group in self._waiting.groups():
                for row in self.layout.merge(group, self._context):
                    self._write(row)
            self._waiting.close()
        self._file.close()

    def discard(self) -> None:
        """Let go of the file unfinished, on a full disk too."""
        if self._waiting is not None:
            self._waiting.close()
        with suppress(OSError):
            self._file.discard()


class Writer:
    """What both writers share: a context manager that leaves nothing behind when it fails."""

    def __init__(self, ontology: Ontology, run_info: Mapping[str, Any], statuses: Collection[str]) -> None:
        self.context = Context(ontology, run_info)
        self.statuses = frozenset(statuses)
        self.summary = Summary()
        self._open = True

    def _count(self, events: Sequence[Event], left_out: Sequence[Event]) -> list[Event]:
        """The events that belong into the tables; all are counted."""
        self.summary.documents += 1
        wanted = [event for event in events if event.status in self.statuses]
        self.summary.events += len(wanted)
        self.summary.by_root.update(self.context.ontology.root(event.code) for event in wanted)
        self.summary.by_language.update(event.sentence.lang for event in wanted)
        self.summary.withheld.update(event.status for event in events if event.status not in self.statuses)
        self.summary.left_out.update(event.left_out for event in left_out if event.left_out is not None)
        return wanted

    def close(self) -> Summary:
        """Put everything in its place."""
        raise NotImplementedError

    def discard(self) -> None:
        """Give up: nothing of this run remains."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if not self._open:
            return
        if kind is None:
            self.close()
        else:
            self.discard()


class PackageWriter(Writer):
    """Writes the dataset package. Documents must come in input order; the folder appears when ``close`` is called.

    ``run_info`` goes into ``run.json`` (versions, dictionary hash, models, options) and must not change between two
    runs over the same input; its ``dictionary_version`` and ``coder_version`` also go into every record.
    """

    def __init__(
        self,
        out: Path,
        ontology: Ontology,
        run_info: Mapping[str, Any],
        statuses: Collection[str] = ("asserted",),
        keep: Sequence[str] = (),
    ) -> None:
        super().__init__(ontology, run_info, statuses)
        self.out = out.resolve()
        self.run_info = run_info
        kinds = formats()
        self._prepare()
        self._tables = {
            name: Table(self.folder / name, layout_of(layout), kinds[Path(name).suffix], keep, self.context)
            for name, layout in TABLES.items()
        }
        self._apart = {
            name: Table(self.folder / name, layout_of("native"), kinds[".jsonl"], keep, self.context, [STATUS_REASON])
            for name in (WITHHELD, LEFT_OUT)
        }
        self._rejected = Rejections(self.folder / "rejected.csv")

    def _prepare(self) -> None:
        recover(self.out)
        is_folder = self.out.is_dir()
        if (self.out.exists() and not is_folder) or (is_folder and _is_foreign(self.out)):
            raise InputError(
                "is not a dataset package and will not be replaced",
                where=str(self.out),
                hint="name a new or empty folder for the output",
            )
        self.folder = partial_path(self.out)
        remove(self.folder)
        self.folder.mkdir(parents=True)

    def add(self, document: Document, events: Sequence[Event], left_out: Sequence[Event] = ()) -> None:
        """Add the events of the next document, whatever their status; ``left_out`` are in no table, whatever theirs."""
        wanted = self._count(events, left_out)
        native = list(self._tables["events.csv"].rows(document, wanted))
        for table in self._tables.values():
            table.write(native if table.layout.name == "native" else table.rows(document, wanted))
        withheld = [event for event in events if event.status not in self.statuses]
        for name, apart in ((WITHHELD, withheld), (LEFT_OUT, left_out)):
            rows = self._apart[name].rows(document, apart)
            self._apart[name].write(
                {**row, STATUS_REASON.name: event.withheld_because} for row, event in zip(rows, apart, strict=True)
            )

    def reject(self, doc_id: str, reason: str, where: str) -> None:
        """List a document that could not be read or coded."""
        self.summary.rejected += 1
        self._rejected.write(doc_id, where, reason)

    def close(self) -> Summary:
        """Write codebook and descriptions, and swap the folder in."""
        try:
            self._finish()
            swap_in(self.folder, self.out, PACKAGE_FILES)
        except BaseException:
            self.discard()
            raise
        self._open = False
        self.summary.files = tuple(self.out / name for name in (*TABLES, *OTHERS))
        return self.summary

    def _finish(self) -> None:
        for table in (*self._tables.values(), *self._apart.values()):
            table.close()
        self._rejected.close()
        parts = [(name, self._tables[name].counts) for name in ("events.csv", "cameo.csv", "acled.csv")]
        (self.folder / "codebook.md").write_text(
            codebook(self.summary.counts(), parts, self.context.ontology), encoding="utf-8"
        )
        self._write_json("datapackage.json", self._description())
        self._write_json("run.json", {**self.run_info, "counts": self.summary.counts()})

    def _write_json(self, name: str, content: Mapping[str, Any]) -> None:
        text = json.dumps(content, ensure_ascii=False, indent=2, default=str)
        (self.folder / name).write_text(text + "\n", encoding="utf-8", errors="backslashreplace")

    def _description(self) -> dict[str, Any]:
        tables = [(name, table.columns) for name, table in self._tables.items()]
        tables += [*((name, table.columns) for name, table in self._apart.items()), ("rejected.csv", REJECTED)]
        return {
            "profile": "data-package",
            "name": "event-dataset",
            "title": "Political events coded from news",
            "description": "Who did what to whom, when, where. codebook.md explains the columns, run.json says how it "
            "was made. Codes are text: 010 is not 10.",
            "version": str(self.context.versions.get("coder_version") or ""),
            "resources": [_resource(self.folder / name, columns) for name, columns in tables],
        }

    def discard(self) -> None:
        """Give up: the old package stays, nothing of this run remains."""
        self._open = False
        for table in (*self._tables.values(), *self._apart.values()):
            table.discard()
        with suppress(OSError):
            self._rejected.close()
        remove(self.folder)


class TableWriter(Writer):
    """Writes one table; the suffix of ``path`` names its format. Rejections go to ``path`` + ``.rejected.csv``.

    ``excel``: a .csv file for spreadsheets (see ``ExcelCsvFile``).
    """

    def __init__(
        self,
        path: Path,
        layout: str,
        ontology: Ontology,
        run_info: Mapping[str, Any],
        statuses: Collection[str] = ("asserted",),
        keep: Sequence[str] = (),
        *,
        excel: bool = False,
    ) -> None:
        super().__init__(ontology, run_info, statuses)
        kind = format_of(path, excel=excel)
        self.path = path.resolve()
        self.rejected_path = self.path.with_name(f"{self.path.name}.rejected.csv")
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._table = Table(partial_path(self.path), layout_of(layout), kind, keep, self.context)
        self._rejected = Rejections(partial_path(self.rejected_path))

    def add(self, document: Document, events: Sequence[Event], left_out: Sequence[Event] = ()) -> None:
        """Add the events of the next document; those of other statuses, and what is left out, are only counted."""
        wanted = self._count(events, left_out)
        self._table.write(self._table.rows(document, wanted))

    def reject(self, doc_id: str, reason: str, where: str) -> None:
        """List a document that could not be read or coded."""
        self.summary.rejected += 1
        self._rejected.write(doc_id, where, reason)

    def close(self) -> Summary:
        """Put the table in its place, and the rejections if there are any."""
        try:
            self._table.close()
        except BaseException:
            self.discard()
            raise
        self._rejected.close()
        self._open = False
        on_disk(self._table.path)
        waiting = partial_path(self.rejected_path)
        if self.summary.rejected:
            waiting.replace(self.rejected_path)
        else:
            remove(waiting)
            remove(self.rejected_path)
        self._table.path.replace(self.path)
        self.summary.files = (self.path, self.rejected_path) if self.summary.rejected else (self.path,)
        return self.summary

    def discard(self) -> None:
        """Give up: an old table stays, nothing of this run remains."""
        self._open = False
        self._table.discard()
        with suppress(OSError):
            self._rejected.close()
        remove(self._table.path)
        remove(partial_path(self.rejected_path))


def _is_foreign(folder: Path) -> bool:
    """Whether a folder holds something (hidden files aside), but no package of ours."""
    return not (folder / "datapackage.json").is_file() and any(not p.name.startswith(".") for p in folder.iterdir())


def _resource(path: Path, columns: Sequence[Column]) -> dict[str, Any]:
    """A Frictionless resource with its Table Schema."""
    return {
        "name": path.name.replace(".", "-"),
        "path": path.name,
        "format": path.suffix[1:],
        "mediatype": MEDIA_TYPES[path.suffix],
        "encoding": "utf-8",
        "bytes": path.stat().st_size,
        "hash": f"sha256:{_sha256(path)}",
        # Frictionless checks only CSV by cell: the others need extras, and a missing whole number is NaN to it.
        **({"profile": "tabular-data-resource"} if path.suffix == ".csv" else {"type": "file"}),
        "schema": {"fields": [_field(column) for column in columns], "missingValues": [""]},
    }


def _field(column: Column) -> dict[str, Any]:
    field_: dict[str, Any] = {"name": column.name, "type": column.type, "description": column.description}
    if column.values:
        numeric = column.type == "integer"
        field_["constraints"] = {"enum": [int(value) if numeric else value for value in column.values]}
    return field_


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            digest.update(chunk)
    return digest.hexdigest()
