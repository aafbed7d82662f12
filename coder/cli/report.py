"""The command ``report``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from coder.cli.common import errors_shown


def report(
    package: Annotated[Path, typer.Argument(help="A dataset package: the folder of `coder code -o`.", metavar="OUT")],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="The HTML file; OUT/report.html when left out.", metavar="FILE")
    ] = None,
    sentences: Annotated[int, typer.Option(min=0, help="Sentences to show as annotated text, at most.")] = 200,
) -> None:
    """Write a report on a dataset: charts, map, tables and annotated text in one HTML file that needs no network."""
    from coder.report import write_report

    with errors_shown():
        typer.echo(write_report(package, out, sentences=sentences))
