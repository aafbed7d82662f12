"""The command line: one thin command for each public function. Progress goes to standard error."""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import typer
from rich.console import Console

import coder
from coder.errors import CoderError, InputError, OptionError

app = typer.Typer(
    name="coder",
    help="Code political events from English and Arabic news.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
dictionary_app = typer.Typer(help="Check, count and search the dictionaries.", no_args_is_help=True)
app.add_typer(dictionary_app, name="dictionary")

EXIT_REJECTED, EXIT_NOTHING, EXIT_INTERRUPTED = 1, 2, 130
_errors = Console(stderr=True)

Inputs = Annotated[list[Path], typer.Argument(help="Files (.txt .jsonl .csv) or folders of them.", metavar="INPUT...")]
Dictionaries = Annotated[
    Path | None,
    typer.Option(
        "--dictionaries", help="A folder whose actors, agents, verbs and operators replace ours.", metavar="DIR"
    ),
]
AddDictionaries = Annotated[
    list[Path] | None,
    typer.Option(
        "--add-dictionaries", help="A folder laid on top: same id replaces, `disabled: true` removes.", metavar="DIR"
    ),
]
Morphology = Annotated[
    Literal["embedded", "buckwalter", "calima"], typer.Option("--morphology", help="Arabic lexicon.")
]
Model = Annotated[str | None, typer.Option("--model", help="English spaCy model.", metavar="NAME")]
PublicationDate = Annotated[
    str | None, typer.Option("--date", help="Publication date of records that have none.", metavar="YYYY-MM-DD")
]
Lang = Annotated[Literal["auto", "en", "ar"], typer.Option("--lang", help="Language of all documents.")]


@contextmanager
def _errors_shown() -> Iterator[None]:
    """Turn our errors and those of files and disks into a message and exit code 2; nothing else is caught."""
    try:
        yield
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        _errors.print(f"{where}{error.strerror or error}", style="red", markup=False, highlight=False, soft_wrap=True)
        raise typer.Exit(EXIT_NOTHING) from None
    except CoderError as error:
        _errors.print(str(error), style="red", markup=False, highlight=False, soft_wrap=True)
        raise typer.Exit(EXIT_NOTHING) from None


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise OptionError(f"'{text}' is no date", where="--date", hint="write it as YYYY-MM-DD") from None


def _options(
    dictionaries: Path | None,
    add: list[Path] | None,
    model: str | None,
    morphology: str,
    **events: Any,
) -> Any:
    from coder.events import EventOptions
    from coder.pipeline import CoderOptions

    return CoderOptions(
        dictionaries=dictionaries,
        add_dictionaries=tuple(add or ()),
        model=model,
        morphology=morphology,
        events=EventOptions(**events),
    )


@app.command()
def code(
    inputs: Inputs,
    out: Annotated[
        Path, typer.Option("--out", "-o", help="A folder: the dataset package. A file: one table, by its suffix.")
    ],
    layout: Annotated[
        Literal["native", "cameo", "acled", "plover"], typer.Option(help="Columns of the table (with -o FILE).")
    ] = "native",
    day: PublicationDate = None,
    lang: Lang = "auto",
    jobs: Annotated[int, typer.Option(min=1, help="Worker processes.")] = 1,
    dictionaries: Dictionaries = None,
    add_dictionaries: AddDictionaries = None,
    morphology: Morphology = "embedded",
    model: Model = None,
    unknown_actors: Annotated[
        Literal["one", "drop", "all"],
        typer.Option(help="Keep unknown actors: if the other side is known, never, always."),
    ] = "one",
    statuses: Annotated[str, typer.Option(help="`all`, or a list such as asserted,planned.")] = "asserted",
    require_dyad: Annotated[bool, typer.Option("--require-dyad", help="Only events with both actors.")] = False,
    window: Annotated[int, typer.Option(min=0, help="Older events than this many days are background.")] = 30,
    one_a_day: Annotated[bool, typer.Option("--one-a-day", help="One event per day, dyad and code.")] = False,
    keep: Annotated[list[str] | None, typer.Option(help="Input field to carry through.", metavar="FIELD")] = None,
) -> None:
    """Code documents into an event dataset."""
    from coder.engines.local import RunOptions, run
    from coder.readers import ReadDefaults

    with _errors_shown():
        options = _options(
            dictionaries,
            add_dictionaries,
            model,
            morphology,
            unknown_actors=unknown_actors,
            require_dyad=require_dyad,
            window_days=window,
        )
        defaults = ReadDefaults(date=_day(day), lang=None if lang == "auto" else lang)
        chosen = RunOptions(
            coder=options,
            defaults=defaults,
            layout=layout,
            statuses=_statuses(statuses),
            one_a_day=one_a_day,
            keep=tuple(keep or ()),
            jobs=jobs,
        )
        summary = run(inputs, out, chosen)
    Console().print(summary.table())
    if summary.rejected:
        where = summary.rejections_file
        _errors.print(
            f"{summary.rejected} documents were rejected; see {where}", style="yellow", highlight=False, soft_wrap=True
        )
        raise typer.Exit(EXIT_REJECTED)


def _statuses(text: str) -> tuple[str, ...]:
    from coder.model import STATUSES

    if text == "all":
        return tuple(STATUSES)
    chosen = tuple(s.strip() for s in text.split(","))
    wrong = [s for s in chosen if s not in STATUSES]
    if wrong:
        raise OptionError(
            f"unknown status '{wrong[0]}'", where="--statuses", hint="one of: all, " + ", ".join(STATUSES)
        )
    return chosen


@app.command()
def explain(
    sentence: Annotated[str, typer.Argument(help="A sentence or a short text.", metavar="SENTENCE")],
    day: PublicationDate = None,
    lang: Lang = "auto",
    dictionaries: Dictionaries = None,
    add_dictionaries: AddDictionaries = None,
    morphology: Morphology = "embedded",
    model: Model = None,
) -> None:
    """Show how a sentence is coded and why: tokens, predicates, slots, actors, matched and near-missed entries."""
    from coder.explain import explain as explained
    from coder.model import Document
    from coder.pipeline import Coder

    with _errors_shown():
        made = Coder(_options(dictionaries, add_dictionaries, model, morphology))
        document = Document("sentence", sentence, date=_day(day), lang=None if lang == "auto" else lang)
        typer.echo(explained(made, document))


@app.command()
def frames(
    inputs: Inputs,
    out: Annotated[Path, typer.Option("--out", "-o", help="A .jsonl file.")],
    lang: Lang = "auto",
    dictionaries: Dictionaries = None,
    add_dictionaries: AddDictionaries = None,
    morphology: Morphology = "embedded",
    model: Model = None,
) -> None:
    """Write the predicates of every sentence with their slots, one record a sentence."""
    from coder.pipeline import Coder

    with _errors_shown():
        made = Coder(_options(dictionaries, add_dictionaries, model, morphology))
        _records(inputs, out, lang, made.frame_records)


@app.command()
def places(
    inputs: Inputs,
    out: Annotated[Path, typer.Option("--out", "-o", help="A .jsonl file.")],
    lang: Lang = "auto",
    dictionaries: Dictionaries = None,
    add_dictionaries: AddDictionaries = None,
    morphology: Morphology = "embedded",
    model: Model = None,
) -> None:
    """Write every place that a document names, resolved to coordinates, one record a document."""
    from coder.pipeline import Coder

    with _errors_shown():
        made = Coder(_options(dictionaries, add_dictionaries, model, morphology))
        _records(inputs, out, lang, made.place_records)


def _records(inputs: list[Path], out: Path, lang: str, of: Callable[[Iterator[Any]], Iterator[dict[str, Any]]]) -> None:
    """Write one JSON record a line, whole or not at all; rejected documents go to FILE.rejected.csv, exit code 1.

    Publication dates are not used, so a wrong one is no reason to reject a document.
    """
    import csv
    import os

    from coder.engines.local import refuse_input
    from coder.readers import ReadDefaults, Rejection, read_documents

    refuse_input(inputs, out)
    rejected: list[Rejection] = []

    def good() -> Iterator[Any]:
        for item in read_documents(inputs, ReadDefaults(lang=None if lang == "auto" else lang, undated=True)):
            if isinstance(item, Rejection):
                rejected.append(item)
            else:
                yield item

    part = out.with_name(out.name + f".{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as file:
            for record in of(good()):
                file.write(json.dumps(record, ensure_ascii=False) + "\n")
        part.replace(out)
    except OSError as error:
        raise InputError(f"cannot be written: {error.strerror}", where=str(out), hint="choose another file") from None
    finally:
        part.unlink(missing_ok=True)
    if rejected:
        listing = out.with_name(out.name + ".rejected.csv")
        with listing.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["doc_id", "where", "reason"])
            writer.writerows([r.doc_id, r.where, r.reason] for r in rejected)
        _errors.print(f"{len(rejected)} documents were rejected; see {listing}", style="yellow", soft_wrap=True)
        raise typer.Exit(EXIT_REJECTED)


Folder = Annotated[
    Path | None, typer.Argument(help="A dictionaries folder or file; ours when left out.", metavar="DIR")
]


@dictionary_app.command("check")
def dictionary_check(
    folder: Folder = None,
    replace: Annotated[
        bool, typer.Option("--alone", help="Check DIR as a replacement of ours, not on top of ours.")
    ] = False,
) -> None:
    """Check schema, codes, duplicates, unreachable entries, and run every example and counterexample."""
    from coder.checks import check_folder

    with _errors_shown():
        report = check_folder(folder, replace=replace)
    for problem in report.problems:
        typer.echo(str(problem))
    typer.echo(report.summary())
    if report.problems:
        raise typer.Exit(EXIT_REJECTED)


@dictionary_app.command("stats")
def dictionary_stats(dictionaries: Dictionaries = None, add_dictionaries: AddDictionaries = None) -> None:
    """Count entries by kind, language and root code."""
    from coder.dictionary.overview import stats_table
    from coder.pipeline import Coder

    with _errors_shown():
        made = Coder(_options(dictionaries, add_dictionaries, None, "embedded"))
        Console().print(stats_table(made.store))


@dictionary_app.command("search")
def dictionary_search(
    word: Annotated[str, typer.Argument(help="A word, name, code or id.", metavar="WORD")],
    dictionaries: Dictionaries = None,
    add_dictionaries: AddDictionaries = None,
) -> None:
    """Find the entries that hold a word, name, code or id, with file and line."""
    from coder import languages
    from coder.dictionary.overview import search
    from coder.pipeline import Coder

    with _errors_shown():
        store = Coder(_options(dictionaries, add_dictionaries, None, "embedded")).store
        found = list(search(store, word, [languages.normaliser(code) for code in languages.SUPPORTED]))
    for line in found:
        typer.echo(line)
    if not found:
        _errors.print(f"no entry holds '{word}'", style="yellow", markup=False)
        raise typer.Exit(EXIT_REJECTED)


PetrarchFile = Annotated[Path | None, typer.Option(help="A file of PETRARCH or PETRARCH2.", metavar="FILE")]


@dictionary_app.command("import-petrarch")
def dictionary_import_petrarch(
    out: Annotated[Path, typer.Option("--out", "-o", help="A new folder for the entries.", metavar="DIR")],
    verbs: PetrarchFile = None,
    actors: Annotated[list[Path] | None, typer.Option(help="An actor file; repeat it.", metavar="FILE")] = None,
    agents: PetrarchFile = None,
    discards: PetrarchFile = None,
    issues: PetrarchFile = None,
) -> None:
    """Turn dictionaries of PETRARCH into ours; a report names every line that was changed or not understood."""
    from coder.dictionary.petrarch import REPORT_FILE, Sources, import_petrarch

    with _errors_shown():
        report = import_petrarch(Sources(verbs, tuple(actors or ()), agents, discards, issues), out)
    for line in report.lines():
        typer.echo(line)
    typer.echo(f"every change: {out / REPORT_FILE}")


@dictionary_app.command("export-petrarch")
def dictionary_export_petrarch(
    folder: Annotated[Path, typer.Argument(help="A folder that import-petrarch wrote.", metavar="DIR")],
    out: Annotated[Path, typer.Option("--out", "-o", help="A folder for actors.txt and agents.txt.", metavar="DIR")],
) -> None:
    """Write imported actors and agents back as files of PETRARCH."""
    from coder.dictionary.petrarch import export_petrarch
    from coder.dictionary.store import read_store
    from coder.resources import dictionaries_root

    with _errors_shown():
        written = export_petrarch(read_store(dictionaries_root(), replace=folder), out)
    for path in written:
        typer.echo(str(path))


def _version(show: bool) -> None:
    if show:
        typer.echo(f"event-coder {coder.__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Code political events from English and Arabic news."""


def _interrupted(*_: object) -> None:
    """Ctrl-C: what was begun is taken back on the way out, an old output stays."""
    raise SystemExit(EXIT_INTERRUPTED)


def main() -> None:
    """Entry point of the console script."""
    from coder.languages.english.runtime import own_process

    own_process()
    signal.signal(signal.SIGINT, _interrupted)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    app()
