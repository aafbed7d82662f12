"""The decoder must find what spaCy's own recogniser finds, to the last entity."""

from __future__ import annotations

from typing import Any

import spacy
from spacy.tokens import Doc

from coder.languages.en import load_pipeline
from coder.languages.english.name_decoder import name_decoder

SENTENCES = (
    "Syrian troops shelled Hama on Monday, killing at least 12 people, the London-based Syrian Observatory said.",
    "",
    "Paris",
    "   ",
    "The United Nations Security Council  \n met in New York City",
    "President Emmanuel Macron and Angela Merkel of Germany spoke by phone for three hours about Kyiv.",
    "In 2014 the United",
    "Nobody knew .",
)


def docs(texts: tuple[str, ...]) -> list[Doc]:
    made = [load_pipeline().make_doc(text) for text in texts]
    for token in (token for doc in made for token in doc):
        token.is_sent_start = token.i == 0
    return made


def found(read: list[Doc]) -> list[tuple[list[tuple[int, int, str]], list[int]]]:
    return [([(e.start, e.end, e.label_) for e in doc.ents], [t.ent_iob for t in doc]) for doc in read]


def test_the_names_are_those_of_spacy() -> None:
    recogniser: Any = load_pipeline().get_pipe("ner")
    decoder = name_decoder(recogniser)
    assert decoder is not None
    texts = SENTENCES * 40  # more than one batch
    own, other = found(list(decoder.pipe(docs(texts)))), found([recogniser(doc) for doc in docs(texts)])
    assert own == other
    assert any(label == "PERSON" for names, _ in own for _, _, label in names)


def test_another_component_is_used_as_it_is() -> None:
    blank = spacy.blank("en")
    assert name_decoder(blank.add_pipe("entity_ruler")) is None
    assert name_decoder(blank.add_pipe("beam_ner")) is None
