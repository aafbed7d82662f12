"""Commands on dictionaries: ``coder dictionary check | stats | search | import-petrarch | export-petrarch``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from coder.cli.common import (
    EXIT_REJECTED,
    AddDictionaries,
    Dictionaries,
    coder_options,
    day_of,
    errors,
    errors_shown,
)

app = typer.Typer(help="Check, count and search the dictionaries.", no_args_is_help=True)

Folder = Annotated[
    Path | None, typer.Argument(help="A dictionaries folder or file; ours when left out.", metavar="DIR")
]


@app.command("check")
def dictionary_check(
    folder: Folder = None,
    replace: Annotated[
        bool, typer.Option("--alone", help="Check DIR as a replacement of ours, not on top of ours.")
    ] = False,
) -> None:
    """Check schema, codes, duplicates, unreachable entries, and run every example and counterexample."""
    from coder.checks import check_folder

    with errors_shown():
        report = check_folder(folder, replace=replace)
    for problem in report.problems:
        typer.echo(str(problem))
    typer.echo(report.summary())
    if report.problems:
        raise typer.Exit(EXIT_REJECTED)


@app.command("stats")
def dictionary_stats(dictionaries: Dictionaries = None, add_dictionaries: AddDictionaries = None) -> None:
    """Count entries by kind, language and root code."""
    from coder.dictionary.overview import stats_table
    from coder.pipeline import Coder

    with errors_shown():
        made = Coder(coder_options(dictionaries, add_dictionaries, None, "embedded"))
        Console().print(stats_table(made.store))


@app.command("search")
def dictionary_search(
    word: Annotated[str, typer.Argument(help="A word, name, code or id.", metavar="WORD")],
    day: Annotated[
        str | None, typer.Option("--date", help="The code that an actor's name has on this day.", metavar="YYYY-MM-DD")
    ] = None,
    dictionaries: Dictionaries = None,
    add_dictionaries: AddDictionaries = None,
) -> None:
    """Find the entries that hold a word, name, code or id, with file and line; with --date, an actor's code."""
    from coder import languages
    from coder.actors import codes_on
    from coder.dictionary.overview import search
    from coder.pipeline import Coder

    with errors_shown():
        made = Coder(coder_options(dictionaries, add_dictionaries, None, "embedded"))
        normalisers = [languages.normaliser(code) for code in languages.SUPPORTED]
        on = day_of(day)
        if on is None:
            found = list(search(made.store, word, normalisers))
        else:
            found = list(codes_on(made.store.actors.values(), word, on, made.ontology, normalisers))
    for line in found:
        typer.echo(line)
    if not found:
        what = "no entry holds" if day is None else "no actor is named"
        errors.print(f"{what} '{word}'", style="yellow", markup=False)
        raise typer.Exit(EXIT_REJECTED)


PetrarchFile = Annotated[Path | None, typer.Option(help="A file of PETRARCH or PETRARCH2.", metavar="FILE")]


@app.command("import-petrarch")
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

    with errors_shown():
        report = import_petrarch(Sources(verbs, tuple(actors or ()), agents, discards, issues), out)
    for line in report.lines():
        typer.echo(line)
    typer.echo(f"every change: {out / REPORT_FILE}")


@app.command("export-petrarch")
def dictionary_export_petrarch(
    folder: Annotated[Path, typer.Argument(help="A folder that import-petrarch wrote.", metavar="DIR")],
    out: Annotated[Path, typer.Option("--out", "-o", help="A folder for actors.txt and agents.txt.", metavar="DIR")],
) -> None:
    """Write imported actors and agents back as files of PETRARCH."""
    from coder.dictionary.petrarch import export_petrarch
    from coder.dictionary.store import read_store
    from coder.resources import dictionaries_root

    with errors_shown():
        written = export_petrarch(read_store(dictionaries_root(), replace=folder), out)
    for path in written:
        typer.echo(str(path))
