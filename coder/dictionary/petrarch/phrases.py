"""Discard and issue files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from coder.dictionary.petrarch.lines import Ids, read_lines, slug
from coder.dictionary.petrarch.report import Line, Report
from coder.dictionary.petrarch.yaml_text import comment, scalar

_OPEN = re.compile(r"<ISSUE\b([^>]*)>?", re.IGNORECASE)
_CATEGORY = re.compile(r'CATEGORY\s*=\s*"([^"]*)"', re.IGNORECASE)
_CODE = re.compile(r"\[([^\]]*)\]")


@dataclass(frozen=True, slots=True)
class Discard:
    """A phrase whose sentence or story is not coded. ``stem``: it may go on within its last word."""

    line: Line
    phrase: str
    story: bool
    stem: bool


def read_discards(path: Path, report: Report) -> list[Discard]:
    """All discards of a file: ``+`` for the story, ``_`` at the end for whole words."""
    found: dict[tuple[str, bool, bool], Discard] = {}
    for line in read_lines(path, report):
        text = line.text.strip()
        story = text.startswith("+")
        bare = text.lstrip("+ \t")
        phrase = " ".join(bare.replace("_", " ").split()).lower()
        key = (phrase, story, not bare.endswith("_"))
        if not any(c.isalnum() for c in phrase):
            report.lose("discard", line, "no phrase")
        elif key in found:
            report.merge("discard", line, f"the same as {found[key].line.place}")
        else:
            found[key] = Discard(line, *key)
            report.take("discard")
    return list(found.values())


def discards_yaml(discards: Sequence[Discard], ids: Ids) -> Iterator[str]:
    """One entry for sentences, one for stories."""
    for scope, story in (("sentence", False), ("story", True)):
        own = [d for d in discards if d.story == story]
        if not own:
            continue
        yield f"- id: {ids.new(f'petrarch.discard.{scope}')}  # {comment(own[0].line.file)}\n  scope: {scope}\n"
        for name, stem in (("phrases", False), ("stems", True)):
            items = [d for d in own if d.stem == stem]
            if items:
                yield f"  {name}:\n"
                yield from (f"    - {scalar(d.phrase)}  # {comment(d.line.place)}\n" for d in items)


@dataclass(frozen=True, slots=True)
class Issue:
    """The phrases of one line: they give a tag, or take tags away from the sentence or story."""

    line: Line
    category: str
    tag: str | None
    stop: str | None
    phrases: tuple[str, ...]


def read_issues(path: Path, report: Report) -> list[Issue]:
    """All issue lines of a file."""
    found: list[Issue] = []
    category = ""
    for line in read_lines(path, report):
        text = line.text.strip()
        opened = _OPEN.match(text)
        if opened is not None:
            named = _CATEGORY.search(opened[1])
            category = named[1] if named else ""
            report.take("issue category")
            continue
        if text.upper().startswith("</ISSUE"):
            continue
        issue = _issue(line, text, category)
        if isinstance(issue, str):
            report.lose("issue", line, issue)
        else:
            found.append(issue)
            report.take("issue")
    return found


def _issue(line: Line, text: str, category: str) -> Issue | str:
    code = _CODE.search(text)
    stop = "story" if text.startswith("~~") else "sentence" if text.startswith("~") else None
    tag = "_".join(code[1].split()) if code is not None and stop is None else None
    if stop is None and not tag:
        return "no code in brackets"
    phrases = _phrases((text[: code.start()] if code else text).lstrip("~ "))
    return Issue(line, category, tag, stop, phrases) if phrases else "no phrase, or one with too many forms"


def _phrases(text: str) -> tuple[str, ...]:
    """``n:`` adds the plural, ``v:`` the verb's forms; ``+`` is a hyphen or a blank, which match alike."""
    words = [_forms(w) for part in text.replace("+", " ").split() if (w := part)]
    words = _prefixed(words)
    count = 1
    for forms in words:
        count *= len(forms)
    if not words or count > 500:
        return ()
    return tuple(dict.fromkeys(" ".join(choice) for choice in product(*words)))


def _prefixed(words: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return [forms for forms in words if any(f for f in forms)]


def _forms(word: str) -> tuple[str, ...]:
    kind, colon, bare = word.partition(":")
    bare = bare.lower()
    if not colon or kind not in ("n", "v"):
        return (word.lower(),)
    if kind == "n":
        return (bare, bare[:-1] + "ies" if bare.endswith("y") else bare + ("es" if bare.endswith("s") else "s"))
    stem = bare[:-1] if bare.endswith("e") else bare
    return (bare, bare + "s", stem + "ed", stem + "ing")


def issues_yaml(issues: Sequence[Issue], ids: Ids) -> Iterator[str]:
    """One entry for each tag of a category, and one for each kind of stop phrase."""
    groups: dict[tuple[str, str | None, str | None], list[Issue]] = {}
    for issue in issues:
        groups.setdefault((issue.category, issue.tag, issue.stop), []).append(issue)
    for (category, tag, stop), own in groups.items():
        stem = f"petrarch.issue.{slug(category)}.{slug(tag) if tag else 'stop_' + str(stop)}"
        yield f"- id: {ids.new(stem)}  # {comment(own[0].line.place)}\n"
        yield f"  tag: {scalar(tag)}\n" if tag else f"  stop: {stop}\n"
        if category:
            yield f"  category: {scalar(category)}\n"
        yield "  phrases:\n"
        for issue in own:
            yield from (f"    - {scalar(p)}  # {comment(issue.line.place)}\n" for p in issue.phrases)
