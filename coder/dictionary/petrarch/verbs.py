"""Reads verb files, those of PETRARCH (linear patterns) and of PETRARCH2 (phrase patterns)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from coder.dictionary.petrarch.lines import EventCode, event_code, read_lines, slug, words_of
from coder.dictionary.petrarch.patterns import PatternError, Sets, Translated, translate
from coder.dictionary.petrarch.report import Line, Report

_CODE = re.compile(r"\[([^\]]*)\]")
_FORMS = re.compile(r"\{([^}]*)\}?")
_BARE_CODE = re.compile(r"\s(\d{2,4}[A-Za-z]?|---)\s*$")
_PHRASE = re.compile(r"\(\s*[A-Z]+[ )]")
_RULE = re.compile(r"^~\s*(\S+)\s*\(\s*(\S+)\s+(\S+)\s+(\S+?)\s*\)\s*(\S+)\s*=\s*(\S+)\s+(\S+)\s+(\S+)\s*$")


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb line: its words (``+`` before the inflected one if it is not the first), its listed forms, its code."""

    line: Line
    words: str
    forms: tuple[str, ...] | None
    code: EventCode | None


@dataclass(frozen=True, slots=True)
class VerbPattern:
    """One pattern line."""

    line: Line
    code: EventCode
    reading: Translated


@dataclass(slots=True)
class Block:
    """The verbs that share a default code and patterns."""

    line: Line
    name: str
    code: EventCode
    verbs: list[Verb] = field(default_factory=list)
    patterns: list[VerbPattern] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Rule:
    """``~ a (b c INNER) OUTER = a b CODE``."""

    line: Line
    outer_source: str
    inner_source: str
    inner_target: str
    inner: str
    outer: str
    source: str
    target: str
    code: str


@dataclass(slots=True)
class VerbFile:
    """A verb file as read."""

    blocks: list[Block] = field(default_factory=list)
    sets: dict[str, tuple[Line, tuple[str, ...]]] = field(default_factory=dict)
    rules: list[Rule] = field(default_factory=list)


class _VerbReader:
    def __init__(self, report: Report) -> None:
        self.report, self.out = report, VerbFile()
        self.raw_sets: dict[str, tuple[Line, bool, list[tuple[str, Line]]]] = {}
        self.open_set: str | None = None
        self.pending: list[tuple[Block, Line]] = []
        self.by_key: dict[tuple[int, tuple[object, ...]], VerbPattern] = {}

    def read(self, path: Path) -> VerbFile:
        for line in read_lines(path, self.report):
            self._line(line, line.text.strip())
        self._expand_sets()
        sets = {name: members for name, (_, members) in self.out.sets.items()}
        phrases = any(_PHRASE.search(line.text) for _, line in self.pending)
        for block, line in self.pending:
            self._pattern(block, line, sets, phrases)
        for block in self.out.blocks:
            self.report.take("pattern", len(block.patterns))
        return self.out

    def _line(self, line: Line, text: str) -> None:
        if text.startswith("+") and self.open_set is not None:
            self.raw_sets[self.open_set][2].append((text[1:].strip(), line))
            return
        self.open_set = None
        if text.startswith("&"):
            self._set(line, text[1:].split("[")[0].strip())
        elif text.startswith("---"):
            self._block(line, text)
        elif text.startswith("~"):
            self._rule(line, text)
        elif not self.out.blocks:
            self.report.lose("verb line", line, "stands before the first block (--- NAME [CODE] ---)")
        elif text.startswith("-"):
            self.pending.append((self.out.blocks[-1], line))
        else:
            self._verb(self.out.blocks[-1], line, text)

    # ------------------------------------------------------------------ blocks and verbs

    def _block(self, line: Line, text: str) -> None:
        codes = _CODE.findall(text)
        name = _CODE.sub(" ", text).strip("- \t").split("[")[0].strip("-_ \t")
        if not name:
            self.report.lose("block", line, "no name")
            name = "unnamed"
        else:
            self.report.take("block")
        if len(codes) > 1:
            self.report.change("block", line, f"several codes: the first, [{codes[0]}], stands")
        self.out.blocks.append(Block(line, name, self._code(codes[0] if codes else "", line, "block")))

    def _code(self, text: str, line: Line, kind: str) -> EventCode:
        if text.strip() in ("+++", "###"):
            self.report.change(kind, line, f"[{text.strip()}] is written as no event")
        return event_code(text)

    def _verb(self, block: Block, line: Line, text: str) -> None:
        codes = _CODE.findall(text)
        bare = _CODE.sub(" ", text)
        forms = _FORMS.search(bare)
        name = _FORMS.sub(" ", bare).strip()
        words = _verb_words(name)
        if not words:
            self.report.lose("verb", line, "no verb")
            return
        listed = tuple(dict.fromkeys(w for f in forms[1].split() if (w := _verb_words(f)))) if forms else None
        if forms is not None and "}" not in bare:
            self.report.change("verb", line, "the brace is not closed: read to the end of the line")
        code = self._code(codes[0], line, "verb") if codes else None
        known = [v for v in block.verbs if v.words == words]
        if known:
            self.report.merge("verb", line, f"the block has this verb at {known[0].line.place}")
            return
        block.verbs.append(Verb(line, words, listed, code))
        self.report.take("verb")

    # ------------------------------------------------------------------ sets

    def _set(self, line: Line, label: str) -> None:
        name = label.strip("_ ").upper()
        if not name or name in self.raw_sets:
            self.report.lose("synonym set", line, "no name" if not name else f"&{name} is there already")
            self.open_set = name or None
            return
        self.report.take("synonym set")
        self.raw_sets[name] = (line, label.endswith("_"), [])
        self.open_set = name

    def _expand_sets(self) -> None:
        for name, (line, _, _) in self.raw_sets.items():
            members = tuple(dict.fromkeys(self._members(name, (name,))))
            if not members:
                self.report.change("synonym set", line, "the set is empty")
            self.out.sets[name] = (line, members)
        for _, _, raw in self.raw_sets.values():
            seen: dict[str, Line] = {}
            for text, line in raw:
                if not words_of(text):
                    self.report.lose("set member", line, "no word")
                elif text.startswith("&") and text[1:].strip("_ ").upper() not in self.raw_sets:
                    self.report.lose("set member", line, "a set that the file does not define")
                elif words_of(text) in seen:
                    self.report.merge("set member", line, f"the same as {seen[words_of(text)].place}")
                else:
                    seen[words_of(text)] = line
                    self.report.take("set member")

    def _members(self, name: str, path: tuple[str, ...]) -> Iterator[str]:
        _, unstemmed, raw = self.raw_sets[name]
        for text, line in raw:
            inner = text[1:].strip("_ ").upper() if text.startswith("&") else None
            if inner is not None:
                if inner in path or len(path) > 10:
                    self.report.change("set member", line, f"&{inner} holds itself: passed over")
                elif inner in self.raw_sets:
                    yield from self._members(inner, (*path, inner))
                continue
            word = words_of(text)
            if word:
                yield word
                if not unstemmed and not text.rstrip().endswith("_"):
                    yield _plural(word)

    # ------------------------------------------------------------------ patterns and rules

    def _pattern(self, block: Block, line: Line, sets: Sets, phrases: bool) -> None:
        text = line.text.strip()[1:].strip()
        code = _CODE.search(text)
        body = text[: code.start()] if code else text.split("[")[0]
        bare = _BARE_CODE.search(body) if code is None else None
        if code is None and bare is None:
            self.report.lose("pattern", line, "no code")
            return
        if bare is not None:
            body = body[: bare.start()]
            self.report.change("pattern", line, f"the code {bare[1]} stands without brackets")
        try:
            reading = translate(body, sets, phrases)
        except PatternError as error:
            self.report.lose("pattern", line, str(error))
            return
        for note in reading.notes:
            self.report.change("pattern", line, note)
        found = self._code(code[1] if code else (bare[1] if bare else ""), line, "pattern")
        made = VerbPattern(line, found, reading)
        same = self.by_key.get((id(block), reading.key))
        if same is None:
            self.by_key[id(block), reading.key] = made
            block.patterns.append(made)
            return
        stands, goes = (made, same) if phrases else (same, made)  # PETRARCH2 keeps the last, PETRARCH the first
        what = "the same" if stands.code == goes.code else f"another code, [{_shown(stands.code)}], for the same"
        self.report.merge("pattern", goes.line, f"{stands.line.place} has {what} words and stands")
        self.by_key[id(block), reading.key] = stands
        block.patterns[block.patterns.index(same)] = stands

    def _rule(self, line: Line, text: str) -> None:
        match = _RULE.match(text)
        if match is None:
            self.report.lose("transformation", line, "not of the form ~ a (b c VERB) VERB = a b CODE")
            return
        self.out.rules.append(Rule(line, *match.groups()))


def _shown(code: EventCode) -> str:
    return ":".join(c for c in (code.code or "---", code.reverse) if c)


def _verb_words(text: str) -> str:
    """``WIRE_+TAP`` as "wire +tap"; the first word needs no mark."""
    words = text.replace("_", " ").replace("+", " +").split()
    clean = [w.lower() for w in words if w.strip("+")]
    marked = [i for i, w in enumerate(clean) if w.startswith("+")]
    at = marked[0] if marked else 0
    return " ".join(("+" if i == at and i > 0 else "") + w.lstrip("+") for i, w in enumerate(clean))


def _plural(phrase: str) -> str:
    """The regular plural of a phrase's last word."""
    if phrase.endswith("y") and phrase[-2:-1] not in "aeiou":
        return phrase[:-1] + "ies"
    return phrase + ("es" if phrase.endswith(("s", "x", "z", "ch", "sh")) else "s")


def read_verbs(path: Path, report: Report) -> VerbFile:
    """Read a verb file."""
    return _VerbReader(report).read(path)


def codes_by_verb(blocks: list[Block]) -> Mapping[str, tuple[Block, str | None]]:
    """For transformations: the block of a verb and its code, under its name and the names of its verbs."""
    found: dict[str, tuple[Block, str | None]] = {}
    for block in blocks:
        found.setdefault(slug(block.name), (block, block.code.code))
        for verb in block.verbs:
            found.setdefault(slug(verb.words), (block, (verb.code or block.code).code))
    return found
