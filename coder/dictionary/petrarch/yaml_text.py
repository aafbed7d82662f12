"""YAML by hand: entries in a fixed order, with a comment that names the source line. Faster and more readable than a
dumper, which knows no comments."""

from __future__ import annotations

import re
from collections.abc import Iterable

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9.'\-]*(?: [A-Za-z0-9][A-Za-z0-9.'\-]*)*")
_NUMBER = re.compile(r"[0-9][0-9A-Za-z]*")


def scalar(text: str) -> str:
    """A YAML scalar; quoted unless it is plain text."""
    if _PLAIN.fullmatch(text) or _NUMBER.fullmatch(text):
        return text
    return '"' + "".join(_escaped(c) for c in text) + '"'


def _escaped(char: str) -> str:
    if char in '"\\':
        return "\\" + char
    if char.isprintable():
        return char
    return f"\\U{ord(char):08x}"


def flow(items: Iterable[str]) -> str:
    """A list on one line."""
    return "[" + ", ".join(scalar(i) for i in items) + "]"


def field(name: str, items: tuple[str, ...] | list[str], indent: str = "  ") -> str:
    """``name: [a, b]``, or a block list where the line would be too long."""
    line = f"{indent}{name}: {flow(items)}\n"
    if len(line) <= 120 or not items:
        return line
    return f"{indent}{name}:\n" + "".join(f"{indent}  - {scalar(i)}\n" for i in items)


def comment(text: str) -> str:
    """Text that may stand behind ``#``."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
