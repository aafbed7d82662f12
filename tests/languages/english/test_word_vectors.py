"""The vectors must be those of spaCy's own network to the last bit, whatever has been met before."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from coder.languages.en import load_pipeline
from coder.languages.english import word_vectors as module
from coder.languages.english.word_vectors import vectoriser, word_vectors

SENTENCES = (
    "Syrian troops shelled Hama on Monday, killing at least 12 people.",
    "Paris",
    " \n ",
    "The council can't meet in New York, the council said.",
    "Rebels shelled Hama again on Monday.",
)


def docs() -> list[Doc]:
    return [load_pipeline().make_doc(text) for text in SENTENCES]


@pytest.mark.parametrize("kept", [16_384, 25, 3])
@pytest.mark.parametrize("name", ["tok2vec", "ner"])
def test_the_vectors_are_those_of_spacy(name: str, kept: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_KEPT", kept)
    model: Any = load_pipeline().get_pipe(name).model  # type: ignore[attr-defined]
    network = model if name == "tok2vec" else model.get_ref("tok2vec").layers[0]
    vectors = word_vectors(network)
    assert vectors is not None
    for batch in (docs(), docs()[3:], docs()[::-1], docs()):
        for own, other in zip(vectors.predict(batch), network.predict(batch), strict=True):
            assert np.array_equal(own, other)


def test_documents_without_words_are_passed_on() -> None:
    component = load_pipeline().get_pipe("tok2vec")
    read = vectoriser(component)
    assert read is not None
    empty, full = load_pipeline().make_doc(""), load_pipeline().make_doc("Paris")
    assert list(read.pipe([empty, full])) == [empty, full]
    assert full.tensor.shape == (1, 96)
    assert list(read.pipe([empty])) == [empty]


def test_another_component_is_used_as_it_is() -> None:
    assert vectoriser(spacy.blank("en").add_pipe("sentencizer")) is None
    assert word_vectors(load_pipeline().get_pipe("tagger").model) is None  # type: ignore[attr-defined]
