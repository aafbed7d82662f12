"""spaCy's attribute ruler as a table: the same annotations, in a fraction of the time.

The ruler matches all its patterns against every token, though what they give depends only on a token's tag, relation,
whether it is white space, and its form where a pattern names that form. The table keeps the outcome for each such
combination. A ruler with patterns of another kind is used as it is.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from spacy.pipeline import AttributeRuler
from spacy.tokens._retokenize import set_token_attrs

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc

_COLUMNS: list[int | str] = ["TAG", "DEP", "LOWER", "IS_SPACE"]
_KEYS = frozenset({"TAG", "DEP", "LOWER", "IS_SPACE"})
_OPERATORS = frozenset({"IN", "NOT_IN", "REGEX"})
_MAX_FORMS = 8_192

Row = tuple[int, ...]
Condition = Mapping[Any, Any]


class _UnreadableError(ValueError):
    """A pattern asks for something that the table does not know."""


@dataclass(frozen=True, slots=True)
class _Token:
    """One token of a pattern: for each column the values that fit, or those that do not."""

    allowed: tuple[Container[int] | None, ...]
    refused: tuple[frozenset[int], ...]

    def fits(self, row: Row) -> bool:
        """Whether a token with these values fits."""
        fit = all(values is None or value in values for values, value in zip(self.allowed, row, strict=True))
        return fit and not any(value in values for values, value in zip(self.refused, row, strict=True))


@dataclass(frozen=True, slots=True)
class _Rule:
    """One pattern of the ruler: its tokens and what it sets on the token at ``index``."""

    number: int
    tokens: tuple[_Token, ...]
    index: int
    attrs: dict[Any, Any]


@dataclass(slots=True)
class _Forms:
    """Which forms the patterns tell from others: those that they name, and those that fit their expressions."""

    strings: StringStore
    named: set[int] = field(default_factory=set)
    expressions: list[re.Pattern[str]] = field(default_factory=list)
    _seen: dict[int, int] = field(default_factory=dict)

    def relevant(self, form: int) -> int:
        """The form, or 0 where no pattern tells it from others."""
        if form in self.named:
            return form
        if form not in self._seen:
            if len(self._seen) >= _MAX_FORMS:
                self._seen.clear()
            text = self.strings[form]
            self._seen[form] = form if any(e.search(text) for e in self.expressions) else 0
        return self._seen[form]

    def fitting(self, expression: str) -> _Expression:
        """The forms that an expression fits, as something that can be asked like a set."""
        compiled = re.compile(expression)
        self.expressions.append(compiled)
        return _Expression(self.strings, compiled)


@dataclass(frozen=True, slots=True)
class _Expression:
    strings: StringStore
    expression: re.Pattern[str]

    def __contains__(self, form: object) -> bool:
        return isinstance(form, int) and form != 0 and self.expression.search(self.strings[form]) is not None


@dataclass(slots=True)
class AttributeTable:
    """Sets the attributes that an ``AttributeRuler`` would set."""

    single: Sequence[_Rule]
    longer: Sequence[_Rule]
    forms: _Forms
    _known: dict[Row, tuple[list[tuple[int, dict[Any, Any]]], bool]] = field(default_factory=dict)

    def pipe(self, docs: Iterable[Doc]) -> Iterator[Doc]:
        """Annotate documents one by one."""
        for doc in docs:
            self.annotate(doc)
            yield doc

    def annotate(self, doc: Doc) -> None:
        """Annotate one document; later patterns override earlier ones, as in the ruler."""
        rows = [self._row(values) for values in doc.to_array(_COLUMNS).tolist()]
        found = [self._of(row) for row in rows]
        runs = self._runs(rows) if any(starts for _, starts in found) else {}
        for i, (own, _) in enumerate(found):
            steps = sorted([*own, *runs[i]], key=lambda step: step[0]) if i in runs else own
            token = doc[i]
            for _, attrs in steps:
                set_token_attrs(token, attrs)

    def _row(self, values: list[int]) -> Row:
        tag, dep, lower, space = values
        return tag, dep, self.forms.relevant(lower), space

    def _of(self, row: Row) -> tuple[list[tuple[int, dict[Any, Any]]], bool]:
        """What the patterns of one token give, and whether a longer pattern may begin here."""
        known = self._known.get(row)
        if known is None:
            own = [(rule.number, rule.attrs) for rule in self.single if rule.tokens[0].fits(row)]
            known = self._known[row] = own, any(rule.tokens[0].fits(row) for rule in self.longer)
        return known

    def _runs(self, rows: Sequence[Row]) -> dict[int, list[tuple[int, dict[Any, Any]]]]:
        """What patterns of several tokens give, by the token that they change."""
        found: dict[int, list[tuple[int, dict[Any, Any]]]] = {}
        for rule in self.longer:
            for start in range(len(rows) - len(rule.tokens) + 1):
                if all(token.fits(rows[start + i]) for i, token in enumerate(rule.tokens)):
                    found.setdefault(start + rule.index, []).append((rule.number, rule.attrs))
        return found


def attribute_table(ruler: AttributeRuler) -> AttributeTable | None:
    """The table of a ruler; None where its patterns need more than the table can tell."""
    forms = _Forms(ruler.vocab.strings)
    rules: list[_Rule] = []
    try:
        for number, (pattern, attrs) in enumerate(zip(ruler.patterns, ruler.attrs, strict=True)):
            sequences: Any = pattern["patterns"]
            for sequence in sequences:
                tokens = tuple(_token(condition, forms) for condition in sequence)
                index = range(len(tokens))[ruler.indices[number]]
                rules.append(_Rule(number, tokens, index, attrs))
    except _UnreadableError:
        return None
    single = [rule for rule in rules if len(rule.tokens) == 1]
    return AttributeTable(single, [rule for rule in rules if len(rule.tokens) > 1], forms)


def _token(condition: Condition, forms: _Forms) -> _Token:
    if not condition.keys() <= _KEYS:
        raise _UnreadableError(str(condition))
    values = [_values(condition.get(column), column, forms) for column in _COLUMNS]
    return _Token(tuple(fit for fit, _ in values), tuple(unfit for _, unfit in values))


def _values(given: Any, column: int | str, forms: _Forms) -> tuple[Container[int] | None, frozenset[int]]:
    """The values that fit (None: any) and those that do not."""
    if given is None:
        return None, frozenset()
    if isinstance(given, bool):
        return frozenset({int(given)}), frozenset()
    condition: Mapping[str, Any] = {"IN": [given]} if isinstance(given, str) else given
    if len(condition) != 1 or not condition.keys() <= _OPERATORS:
        raise _UnreadableError(str(given))
    if "REGEX" in condition:
        if column != "LOWER":
            raise _UnreadableError(str(given))
        return forms.fitting(condition["REGEX"]), frozenset()
    listed = frozenset(forms.strings.add(v) for values in condition.values() for v in values)
    if column == "LOWER":
        forms.named |= listed
    return (listed, frozenset()) if "IN" in condition else (None, listed)
