"""Writes verb files as our entries, grouped by the root of their code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from coder.dictionary.petrarch.lines import EventCode, Ids, slug
from coder.dictionary.petrarch.patterns import set_name
from coder.dictionary.petrarch.report import Line, Report
from coder.dictionary.petrarch.verbs import Block, Rule, Verb, VerbFile, VerbPattern, codes_by_verb
from coder.dictionary.petrarch.yaml_text import comment, flow, scalar
from coder.dictionary.petrarch.yaml_text import field as yaml_field
from coder.dictionary.schema import NO_CODE
from coder.ontology import Ontology

ROOTS = {
    "01": "statement", "02": "appeal", "03": "intend", "04": "consult", "05": "diplomacy", "06": "material",
    "07": "aid", "08": "yield", "09": "investigate", "10": "demand", "11": "disapprove", "12": "reject",
    "13": "threaten", "14": "protest", "15": "force_posture", "16": "reduce", "17": "coerce", "18": "assault",
    "19": "fight", "20": "mass_violence",
}  # fmt: skip
_NO_EVENT = "00_no_event"
_OWN_CODES = "90_own_codes"


@dataclass(slots=True)
class VerbFiles:
    """What a verb file becomes: YAML texts by file name, sets, and the codes that the ontology lacks."""

    files: dict[str, list[str]] = field(default_factory=dict)
    operators: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    codes: dict[str, Line] = field(default_factory=dict)


class VerbWriter:
    """Turns a read verb file into YAML texts."""

    def __init__(self, ontology: Ontology, ids: Ids, report: Report) -> None:
        self.ontology, self.ids, self.report = ontology, ids, report
        self.out = VerbFiles()

    def write(self, read: VerbFile) -> VerbFiles:
        """All entries of a file."""
        for block in read.blocks:
            if block.verbs:
                self._block(block)
            else:
                self._empty(block)
        for name, (line, members) in read.sets.items():
            key = scalar(f"set.{set_name(name)}")
            self.out.words.append(f"# {comment(line.place)}\n" + yaml_field(key, members, ""))
        known = codes_by_verb(read.blocks)
        for rule in read.rules:
            self._rule(rule, {name: code for name, (_, code) in known.items()}, known)
        return self.out

    def _empty(self, block: Block) -> None:
        """A block without verbs says nothing: its patterns have nothing to stand at."""
        for pattern in block.patterns:
            self.report.read["pattern"] -= 1
            self.report.written["pattern"] -= 1
            self.report.lose("pattern", pattern.line, f"the block at {block.line.place} has no verb")
        self.report.change("block", block.line, "a block without verbs: not written")

    def _code(self, code: EventCode, line: Line) -> str:
        for one in (code.code, code.reverse):
            if one is not None and one not in self.out.codes and not self.ontology.is_code(one):
                self.out.codes[one] = line
                self.report.change("code", line, f"{one} is no CAMEO code: made legal by ontology/codes.yaml")
        return code.code or NO_CODE

    def _block(self, block: Block) -> None:
        stem = "petrarch." + slug(block.name)
        own = self.ids.new(stem)
        text = [f"- id: {own}  # {comment(block.line.place)}{_note(block.line)}\n", "  status: draft\n"]
        text += ["  word_order: yes\n", *self._verbs(block.verbs), *self._coding(block.code, block.line, "  ")]
        readings = [*self._own_codes(block, own), *self._patterns(block, own)]
        text += ["  patterns:\n", *readings] if readings else []
        root = block.code.code[:2] if block.code.code else ""
        name = f"{root}_{ROOTS[root]}" if root in ROOTS else _OWN_CODES if root else _NO_EVENT
        if root in ROOTS and not self.ontology.is_code(block.code.code or ""):
            name = _OWN_CODES
        self.out.files.setdefault(name, []).append("".join(text))

    def _verbs(self, verbs: Sequence[Verb]) -> Iterator[str]:
        if len(verbs) == 1:
            yield f"  verb: {scalar(verbs[0].words)}\n"
        else:
            yield "  verbs:\n"
            yield from (f"    - {scalar(v.words)}  # {comment(v.line.place)}{_note(v.line)}\n" for v in verbs)
        listed = [v for v in verbs if v.forms is not None]
        if listed:
            yield "  forms:\n"
            yield from (f"    {scalar(v.words)}: {flow(v.forms or ())}\n" for v in listed)

    def _coding(self, code: EventCode, line: Line, indent: str) -> Iterator[str]:
        yield f"{indent}code: {scalar(self._code(code, line))}\n"
        if code.reverse:
            yield f"{indent}reverse: {scalar(code.reverse)}\n"
        if code.inverse:
            yield f'{indent}source: [by, from, "<after>"]\n{indent}target: [subject, object, "<before>"]\n'

    def _own_codes(self, block: Block, own: str) -> Iterator[str]:
        for verb in block.verbs:
            if verb.code is not None:
                identity = self.ids.new(f"{own}.{slug(verb.words)}")
                yield f"    - id: {identity}  # {comment(verb.line.place)}{_note(verb.line)}\n"
                yield f"      verbs: [{scalar(verb.words)}]\n"
                yield from self._coding(verb.code, verb.line, "      ")
                if block.code.reverse and not verb.code.reverse:
                    yield "      reverse: none\n"

    def _patterns(self, block: Block, own: str) -> Iterator[str]:
        for pattern in block.patterns:
            identity = self.ids.new(f"{own}.{_stem(pattern)}")
            yield f"    - id: {identity}  # {comment(pattern.line.place)}{_note(pattern.line)}\n"
            if pattern.reading.tokens is not None:
                yield f"      tokens: {scalar(pattern.reading.tokens)}\n"
            if pattern.reading.where:
                slots = ", ".join(f"{scalar(s)}: [{scalar(w)}]" for s, w in pattern.reading.where)
                yield f"      where: {{{slots}}}\n"
            yield from self._coding(pattern.code, pattern.line, "      ")
            if block.code.reverse and not pattern.code.reverse:
                yield "      reverse: none\n"

    # ------------------------------------------------------------------ transformations

    def _rule(self, rule: Rule, codes: dict[str, str | None], known: object) -> None:
        """A verb over a verb: a reading with an embedded event of the inner verb's class."""
        blocks = known if isinstance(known, dict) else {}
        outer, inner = slug(rule.outer), slug(rule.inner)
        missing = outer not in blocks or (rule.inner != "Q" and (inner not in blocks or codes[inner] is None))
        if missing or rule.outer_source != rule.source:
            self.report.lose("transformation", rule.line, "a verb that the file does not define, or an unknown form")
            return
        sides = {rule.inner_source: "complement.subject", rule.inner_target: "complement.object"}
        sides[rule.outer_source] = "subject"
        if rule.code != "Q" and rule.target not in sides:
            self.report.lose("transformation", rule.line, f"the target '{rule.target}' stands nowhere before the =")
            return
        self.report.take("transformation")
        block: Block = blocks[outer][0]
        verbs = [v.words for v in block.verbs if "+" not in v.words]
        identity = self.ids.new(f"petrarch.rule.{outer}.{inner}")
        head = f"- id: {identity}  # {comment(rule.line.place)} {comment(rule.line.text)}\n  status: draft\n"
        head += yaml_field("verbs", verbs)
        if rule.code == "Q":
            self.out.operators.append(head + "  operator: transparent\n  embedded: [complement]\n")
            return
        same = rule.inner_source == rule.outer_source
        where = [f"complement: [{scalar(f'<event:{codes[inner]}>')}]"]
        if same:
            where.append('"complement.subject": ["<same:subject>"]')
        elif rule.inner_source != "_":
            where.append('"complement.subject": ["<other:subject>"]')
        self.out.files.setdefault("91_transformations", []).append(
            f"{head}  source: subject\n  target: {sides[rule.target]}\n"
            f"  where: {{{', '.join(where)}}}\n  code: {scalar(self._code(EventCode(rule.code), rule.line))}\n"
        )


def _stem(pattern: VerbPattern) -> str:
    text = pattern.reading.tokens or " ".join(w for _, w in pattern.reading.where) or "any"
    return slug(text.replace("<set:petrarch.", " "))[:40].strip("_")


def _note(line: Line) -> str:
    note = comment(line.comment)
    return f"  {note}" if note else ""
