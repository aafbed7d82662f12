"""The table must set what spaCy's own attribute ruler sets, whatever the pattern."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from coder.languages.en import load_pipeline
from coder.languages.english.attribute_table import attribute_table

COLUMNS: list[int | str] = ["TAG", "POS", "LEMMA", "MORPH", "DEP"]
SENTENCES = (
    "I ain't saying that he's nothin' like you.",
    "There is hope that there are talks, isn't there?",
    "What the army did to them is what they'd have done, y' know.",
    "Troops have  attacked the town 's market because they've been shelled.",
    "Do not say whether both sides or neither of them want it :)",
)


def parsed(texts: tuple[str, ...]) -> list[Doc]:
    pipeline = load_pipeline()
    with pipeline.select_pipes(enable=["tok2vec", "tagger", "parser"]):
        return list(pipeline.pipe(texts))


def test_the_table_of_the_model_gives_what_its_ruler_gives() -> None:
    ruler: Any = load_pipeline().get_pipe("attribute_ruler")
    table = attribute_table(ruler)
    assert table is not None
    for own, other in zip(table.pipe(parsed(SENTENCES)), map(ruler, parsed(SENTENCES)), strict=True):
        assert own.to_array(COLUMNS).tolist() == other.to_array(COLUMNS).tolist()


def test_later_patterns_override_and_the_index_counts_from_either_end() -> None:
    pipeline = spacy.blank("en")
    ruler = AttributeRuler(pipeline.vocab)
    ruler.add([[{"LOWER": "a"}], [{"LOWER": "b"}]], {"LEMMA": "first"})
    ruler.add([[{"LOWER": {"REGEX": "^[bc]$"}}, {"LOWER": {"NOT_IN": ["a"]}}]], {"LEMMA": "pair"}, index=-1)
    ruler.add([[{"LOWER": "c", "IS_SPACE": False}]], {"LEMMA": "last"})
    table = attribute_table(ruler)
    assert table is not None
    (doc,) = table.pipe([pipeline.make_doc("a b c b d")])
    assert [t.lemma_ for t in doc] == ["first", "first", "last", "pair", "pair"]


@pytest.mark.parametrize("condition", [{"OP": "+", "LOWER": "a"}, {"TAG": {"REGEX": "^N"}}, {"LENGTH": {">=": 3}}])
def test_patterns_of_other_kinds_are_left_to_the_ruler(condition: dict[str, Any]) -> None:
    ruler = AttributeRuler(spacy.blank("en").vocab)
    ruler.add([[condition]], {"LEMMA": "x"})
    assert attribute_table(ruler) is None
