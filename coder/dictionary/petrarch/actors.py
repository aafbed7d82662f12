"""Actor and agent files: readers and writers in both directions."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from coder.dictionary.petrarch.lines import Ids, read_lines, slug, title_of, words_of
from coder.dictionary.petrarch.report import Line, Report
from coder.dictionary.petrarch.yaml_text import comment, scalar
from coder.dictionary.petrarch.yaml_text import field as yaml_field
from coder.dictionary.schema import ActorEntry, AgentEntry, DatedCode

_GROUP = re.compile(r"\[([^\]]*)\]")
_DATED = re.compile(r"^(?P<code>[^\s<>]*?)\s*(?P<limits>[<>]\s*\S+|\d{6,8}\S*\s*-\s*\d{6,8}\S*)$")
_DAY = re.compile(r"^(\d{8}|\d{6})")
_PLURAL = re.compile(r"\{([^}]*)\}")
_SET_LINE = re.compile(r"^\s*!([^!]+)!\s*=(.*)$")
_MARKER = re.compile(r"!([^!]*)!")


def parse_day(text: str) -> date:
    """YYMMDD (00-30 is 20YY) or YYYYMMDD; what follows the digits is ignored. ValueError for no date."""
    match = _DAY.match(text.strip())
    if match is None:
        raise ValueError(f"'{text.strip()}' is no date")
    digits = match[1]
    if len(digits) == 6:
        digits = ("20" if int(digits[:2]) <= 30 else "19") + digits
    return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))


def parse_code(text: str) -> DatedCode:
    """``HOB``, ``HOB <950601``, ``HOB > 950601``, ``HOB 950601-990815``; both limits hold still. ValueError else."""
    stripped = text.strip()
    match = _DATED.match(stripped)
    if match is None:
        if not stripped or len(stripped.split()) > 1:
            raise ValueError(f"'[{text}]' is no code with a date")
        return DatedCode(code=stripped)
    code, limits = match["code"] or "---", match["limits"]
    if limits[0] == "<":
        return DatedCode(code=code, until=parse_day(limits[1:]))
    if limits[0] == ">":
        return DatedCode.model_validate({"code": code, "from": parse_day(limits[1:])})
    first, _, last = limits.partition("-")
    since, until = parse_day(first), parse_day(last)
    if until < since:
        raise ValueError(f"'[{text}]' ends before it begins")
    return DatedCode.model_validate({"code": code, "from": since, "until": until})


@dataclass(slots=True)
class ActorRecord:
    """One actor: its names, its codes in file order."""

    line: Line
    names: list[str] = field(default_factory=list)
    name_lines: list[Line] = field(default_factory=list)
    codes: list[tuple[DatedCode, Line]] = field(default_factory=list)


def read_actors(path: Path, report: Report) -> list[ActorRecord]:
    """All actors of a file. The lines ``+NAME`` and ``[CODE]`` belong to the name above them."""
    records: list[ActorRecord] = []
    for line in read_lines(path, report):
        text = line.text.split(";", 1)[0].rstrip()
        if not text.strip():
            continue
        indented = text.lstrip().startswith("[")
        synonym = text.lstrip().startswith("+")
        if (indented or synonym) and not records:
            report.lose("actor code" if indented else "actor name", line, "stands before the first actor")
            continue
        if not indented and not synonym:
            _new_record(records, line, text, report)
        elif synonym:
            _add_name(records[-1], line, text.lstrip().lstrip("+"), report)
        _add_codes(records[-1], line, text, report)
    return _merged(records, report)


def _name(text: str) -> str:
    return title_of(text.split("[", 1)[0])


def _new_record(records: list[ActorRecord], line: Line, text: str, report: Report) -> None:
    record = ActorRecord(line)
    records.append(record)
    name = _name(text)
    if name:
        record.names.append(name)
        record.name_lines.append(line)
        report.read["actor name"] += 1
    else:
        report.lose("actor name", line, "no name")


def _add_name(record: ActorRecord, line: Line, text: str, report: Report) -> None:
    name = _name(text)
    if not name:
        report.lose("actor name", line, "no name")
    elif name.casefold() in {n.casefold() for n in record.names}:
        report.merge("actor name", line, f"the actor has the name '{name}' already")
    else:
        record.names.append(name)
        record.name_lines.append(line)
        report.read["actor name"] += 1


def _add_codes(record: ActorRecord, line: Line, text: str, report: Report) -> None:
    for match in _GROUP.finditer(text):
        try:
            record.codes.append((parse_code(match[1]), line))
            report.read["actor code"] += 1
        except ValueError as error:
            report.lose("actor code", line, str(error))
    rest = _GROUP.sub("", text)
    if "[" in rest or "]" in rest:
        report.lose("actor code", line, "a bracket without its partner")


def _merged(records: list[ActorRecord], report: Report) -> list[ActorRecord]:
    """Records of the same first name are one actor: its codes are the codes of all, in file order."""
    by_name: dict[str, ActorRecord] = {}
    for record in records:
        if not record.names:
            for _, line in record.codes:
                report.lose("actor code", line, "belongs to no name")
                report.read["actor code"] -= 1
            continue
        first = by_name.setdefault(record.names[0].casefold(), record)
        if first is not record:
            _absorb(first, record, report)
    for record in by_name.values():
        report.written["actor name"] += len(record.names)
        report.written["actor code"] += len(record.codes)
    return list(by_name.values())


def _absorb(first: ActorRecord, record: ActorRecord, report: Report) -> None:
    known = {n.casefold() for n in first.names}
    for name, line in zip(record.names, record.name_lines, strict=True):
        if name.casefold() in known:
            report.merge("actor name", line, f"one actor with {first.line.place}")
            report.read["actor name"] -= 1
        else:
            first.names.append(name)
            first.name_lines.append(line)
    for code, line in record.codes:
        same = next((other for c, other in first.codes if c == code), None)
        if same is not None:
            report.merge("actor code", line, f"the actor has this code at {same.place}")
            report.read["actor code"] -= 1
        else:
            first.codes.append((code, line))


def actors_yaml(records: Iterable[ActorRecord], ids: Ids, report: Report) -> Iterator[str]:
    """The entries of an actors file."""
    for record in records:
        if not record.codes:
            report.change("actor", record.line, "the actor has no code: written as ---")
        codes = [c for c, _ in record.codes] or [DatedCode(code="---")]
        note = f"  {comment(record.line.comment)}" if record.line.comment else ""
        yield f"- id: {ids.new('petrarch.' + slug(record.names[0]))}  # {comment(record.line.place)}{note}\n"
        yield "  kind: listed\n"
        if len(record.names) == 1:
            yield f"  names: {{en: [{scalar(record.names[0])}]}}\n"
        else:
            yield "  names:\n" + yaml_field("en", record.names, "    ")
        yield from _codes_yaml(codes)


def _codes_yaml(codes: Sequence[DatedCode]) -> Iterator[str]:
    if len(codes) == 1 and codes[0].since is None and codes[0].until is None:
        yield f"  codes: [{scalar(codes[0].code)}]\n"
        return
    yield "  codes:\n"
    for code in codes:
        since = f", from: {code.since.isoformat()}" if code.since else ""
        until = f", until: {code.until.isoformat()}" if code.until else ""
        yield f"    - {{code: {scalar(code.code)}{since}{until}}}\n"


def export_actors(entries: Iterable[ActorEntry]) -> Iterator[str]:
    """PETRARCH's actor lines of imported actors."""
    for entry in entries:
        if entry.kind != "listed":
            continue
        first, *others = (_joined(n) for n in entry.names.get("en", ()))
        yield first
        yield from (f"+{name}" for name in others)
        yield from (f"\t[{_code_text(code)}]" for code in entry.codes)


def _joined(name: str) -> str:
    return "_".join(name.upper().split()) + "_"


def _code_text(code: DatedCode) -> str:
    since = code.since.strftime("%Y%m%d") if code.since else ""
    until = code.until.strftime("%Y%m%d") if code.until else ""
    if since and until:
        return f"{code.code} {since.zfill(8)}-{until.zfill(8)}"
    if since or until:
        return f"{code.code} {'>' if since else '<'}{(since or until).zfill(8)}"
    return code.code


# ---------------------------------------------------------------------- agents


@dataclass(frozen=True, slots=True)
class AgentRecord:
    """One agent: its nouns (several from a substitution set), its plural if given, and its code."""

    line: Line
    nouns: tuple[str, ...]
    plurals: tuple[str, ...]
    exact: bool
    prefix: str | None
    suffix: str | None


def read_agents(path: Path, report: Report) -> list[AgentRecord]:
    """All agents of a file; the last entry of a phrase stands."""
    sets: dict[str, tuple[str, ...]] = {}
    by_noun: dict[str, AgentRecord] = {}
    for line in read_lines(path, report):
        set_line = _SET_LINE.match(line.text)
        if set_line is not None:
            sets[set_line[1].strip().upper()] = tuple(w.strip() for w in set_line[2].split(",") if w.strip())
            report.take("agent set")
            continue
        record = _agent(line, sets, report)
        if record is None:
            continue
        earlier = by_noun.pop(record.nouns[0], None)
        if earlier is not None:
            report.merge("agent", earlier.line, f"replaced by {record.line.place}")
        by_noun[record.nouns[0]] = record
    report.take("agent", len(by_noun))
    return list(by_noun.values())


def _agent(line: Line, sets: dict[str, tuple[str, ...]], report: Report) -> AgentRecord | None:
    group = _GROUP.search(line.text)
    if group is None:
        report.lose("agent", line, "no code in brackets")
        return None
    code = "".join(group[1].split())
    prefix, tilde, suffix = code.partition("~")
    if not tilde or (prefix and suffix) or not (prefix or suffix):
        report.lose("agent", line, f"'[{group[1]}]' is no agent code: ~CODE or CODE~")
        return None
    phrase = line.text[: group.start()]
    braces = _PLURAL.search(phrase)
    phrase = _PLURAL.sub(" ", phrase)
    written = _expanded(phrase, sets)
    if written is None:
        report.lose("agent", line, "a substitution set that the file does not define")
        return None
    nouns = tuple(dict.fromkeys(n for n in map(words_of, written) if n))
    if not nouns:
        report.lose("agent", line, "no phrase")
        return None
    plurals = tuple(p for p in (words_of(w) for w in braces[1].split(",")) if p) if braces else ()
    exact = braces is not None or _MARKER.search(phrase) is not None
    return AgentRecord(line, nouns, plurals, exact, prefix or None, suffix or None)


def _expanded(phrase: str, sets: dict[str, tuple[str, ...]]) -> list[str] | None:
    found = [phrase]
    while any("!" in p for p in found):
        grown: list[str] = []
        for item in found:
            marker = _MARKER.search(item)
            if marker is None or marker[1].strip().upper() not in sets:
                return None
            grown += [item[: marker.start()] + w + item[marker.end() :] for w in sets[marker[1].strip().upper()]]
        found = grown
        if len(found) > 10_000 or any("!" in w for members in sets.values() for w in members):
            return None
    return found


def agents_yaml(records: Iterable[AgentRecord], ids: Ids) -> Iterator[str]:
    """The entries of an agents file."""
    for record in records:
        note = f"  {comment(record.line.comment)}" if record.line.comment else ""
        yield f"- id: {ids.new('petrarch.agent.' + slug(record.nouns[0]))}  # {comment(record.line.place)}{note}\n"
        yield yaml_field("nouns", record.nouns)
        if record.plurals:
            yield yaml_field("plurals", record.plurals)
        if record.exact:
            yield "  exact: yes\n"
        yield f"  prefix: {scalar(record.prefix)}\n" if record.prefix else f"  suffix: {scalar(record.suffix or '')}\n"


def export_agents(entries: Iterable[AgentEntry]) -> Iterator[str]:
    """PETRARCH's agent lines of imported agents; several nouns become a substitution set."""
    number = 0
    for entry in entries:
        if not (entry.prefix or entry.suffix):
            continue
        code = f"{entry.prefix}~" if entry.prefix else f"~{entry.suffix}"
        phrase, braces = "_".join(entry.nouns[0].upper().split()), ""
        if len(entry.nouns) > 1:
            number += 1
            before, members, after = _varying(["_".join(n.upper().split()) for n in entry.nouns])
            yield f"!SET{number}! = {', '.join(members)}"
            phrase = f"{before}!SET{number}!{after}"
        if entry.plurals or (entry.exact and len(entry.nouns) == 1):
            braces = " {" + ",".join("_".join(p.upper().split()) for p in entry.plurals) + "}"
        yield f"{phrase}{braces} [{code}]"


def _varying(names: list[str]) -> tuple[str, list[str], str]:
    """What the names share at their beginning and end, and what differs: a comma may stand only in the former."""
    before = os.path.commonprefix(names)  # noqa: RUF071 (texts, not paths)
    shortest = min(len(n) for n in names)
    before = before[: shortest - 1]
    after = os.path.commonprefix([n[len(before) :][::-1] for n in names])[::-1]  # noqa: RUF071
    longest = shortest - len(before) - 1
    after = after[len(after) - longest :] if len(after) > longest else after
    return before, [n[len(before) : len(n) - len(after)] for n in names], after
