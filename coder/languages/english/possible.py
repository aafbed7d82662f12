"""The normal forms and lemmas that a word may come to have, told before the sentence is parsed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from coder.languages.english.inflect import Lemmas
from coder.languages.english.normalise import normalise

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline

_MAX_FORMS = 8_192


class PossibleWords:
    """For each form every lemma that any tag would give it, by the rules of the pipeline and of the dictionaries."""

    def __init__(self, pipeline: Pipeline, lemmas: Lemmas) -> None:
        self._lemmas = lemmas
        lemmatizer: Any = pipeline.get_pipe("lemmatizer")
        self.known = getattr(lemmatizer, "mode", None) == "rule"
        self._rules: list[tuple[str, str]] = []
        self._exceptions: list[Mapping[str, Sequence[str]]] = []
        if self.known:
            tables = lemmatizer.lookups
            listed = tables.get_table("lemma_rules", {}).values()
            self._rules = sorted({(old, new) for rules in listed for old, new in rules})
            self._exceptions = list(tables.get_table("lemma_exc", {}).values())
        self._ruled = list(_ruled_lemmas(pipeline))
        self._cache: dict[str, tuple[str, ...]] = {}

    def of(self, form: str) -> tuple[str, ...]:
        """Every normal form and lemma that a token of this form may have."""
        found = self._cache.get(form)
        if found is None:
            if len(self._cache) >= _MAX_FORMS:
                self._cache.clear()
            found = self._cache[form] = tuple(set(self._find(form)))
        return found

    def _find(self, form: str) -> Iterator[str]:
        norm = normalise(form)
        yield norm
        for lemma in {normalise(lemma) for lemma in self._by_pipeline(form)}:
            yield from self._lemmas.possible(norm, lemma)

    def _by_pipeline(self, form: str) -> Iterator[str]:
        """What the rules of the pipeline's lemmatiser and attribute ruler make of a form."""
        lower = form.lower()
        yield from (form, lower)
        for old, new in self._rules:
            if lower.endswith(old):
                yield lower[: len(lower) - len(old)] + new
        for table in self._exceptions:
            yield from table.get(lower, ())
        yield from (lemma for fits, lemma in self._ruled if fits.search(lower))


def _ruled_lemmas(pipeline: Pipeline) -> Iterator[tuple[re.Pattern[str], str]]:
    """The lemmas that the attribute ruler sets, each with the forms on which it may set them."""
    if not pipeline.has_pipe("attribute_ruler"):
        return
    ruler: Any = pipeline.get_pipe("attribute_ruler")
    for rule in ruler.patterns:
        if "LEMMA" in rule["attrs"]:
            for sequence in rule["patterns"]:
                yield _forms(sequence[rule["index"]].get("LOWER")), rule["attrs"]["LEMMA"]


def _forms(condition: Any) -> re.Pattern[str]:
    if isinstance(condition, str):
        return re.compile(rf"\A{re.escape(condition)}\Z")
    if isinstance(condition, Mapping) and condition.keys() == {"IN"}:
        return re.compile(rf"\A(?:{'|'.join(map(re.escape, condition['IN']))})\Z")
    if isinstance(condition, Mapping) and condition.keys() == {"REGEX"}:
        return re.compile(condition["REGEX"])
    return re.compile("")
