"""Finds the code blocks of a Markdown file and runs them as a reader would."""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from coder.cli import app

_EXEMPT = re.compile(r"<!-- not run: \S.*-->\s*\Z")
_EXIT_CODE = re.compile(r"#.*exit code (\d)")
SHIM = '#!/bin/sh\nexec "{python}" -m coder "$@"\n'


@dataclass(frozen=True, slots=True)
class Block:
    """A code block. ``exempt``: a comment before it says why it is not run."""

    path: Path
    line: int
    language: str
    code: str
    exempt: bool


def blocks_of(path: Path) -> list[Block]:
    """All code blocks of a file."""
    text = path.read_text(encoding="utf-8")
    found = []
    for match in re.finditer(r"^```(\w+)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        before = text[: match.start()]
        exempt = _EXEMPT.search(before) is not None
        found.append(Block(path, before.count("\n") + 1, match[1], match[2], exempt))
    return found


def commands(code: str) -> list[str]:
    """The commands of a shell block, continued lines joined; a block with a here-document is one script."""
    if "<<" in code:
        return [code]
    lines = code.replace("\\\n", " ").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.strip().startswith("#")]


def run_command(command: str, folder: Path) -> None:
    """Run one line; calls of ``coder`` within this process, which has the models loaded already."""
    words = shlex.split(command, comments=True)
    plain = not any(word in ("|", ">", "&&", ";") for word in words) and "<<" not in command
    if plain and words[0] in ("coder", ".venv/bin/coder"):
        result = CliRunner().invoke(app, words[1:])
        wanted = _EXIT_CODE.search(command)
        assert result.exit_code == int(wanted[1] if wanted else 0), f"{command}\n{result.output}\n{result.exception!r}"
        return
    path = f"{folder / '.venv/bin'}:/usr/bin:/bin"
    done = subprocess.run(
        ["bash", "-ec", command],
        cwd=folder,
        env={"PATH": path, "HOME": str(folder)},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"


def run_python(block: Block, names: dict[str, Any]) -> None:
    """Run a Python block with the names that earlier blocks of the file made."""
    code = compile("\n" * block.line + block.code, str(block.path), "exec")
    with contextlib.redirect_stdout(io.StringIO()):
        exec(code, names)


def run_r(code: str, folder: Path) -> None:
    """Run R code; warnings are errors."""
    script = folder / "blocks.R"
    script.write_text(f"options(warn = 2)\n{code}", encoding="utf-8")
    done = subprocess.run(["Rscript", str(script)], cwd=folder, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr


def write_shim(folder: Path) -> None:
    """The command ``coder`` where the documents have it."""
    shim = folder / ".venv" / "bin" / "coder"
    shim.parent.mkdir(parents=True)
    shim.write_text(SHIM.format(python=sys.executable))
    shim.chmod(0o755)
