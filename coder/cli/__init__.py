"""The command line: one thin command for each public function. Progress goes to standard error."""

from __future__ import annotations

import signal
import sys
from typing import Annotated

import typer

import coder
from coder.cli import analysis, coding, dictionary, report
from coder.cli.common import EXIT_INTERRUPTED

app = typer.Typer(
    name="coder",
    help="Code political events from English and Arabic news.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
for command in (coding.code, coding.explain, coding.frames, coding.places, coding.actors, report.report):
    app.command()(command)
for analysis_command in analysis.COMMANDS:
    app.command()(analysis_command)
app.add_typer(dictionary.app, name="dictionary")


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
