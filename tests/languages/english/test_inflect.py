"""Lemmas as the dictionaries spell them."""

from __future__ import annotations

import pytest

from coder.languages.english.inflect import Lemmas


@pytest.mark.parametrize(
    ("norm", "lemma", "pos", "expected"),
    [
        ("bases", "basis", "NOUN", "base"),
        ("basis", "basis", "NOUN", "basis"),
        ("bases", "base", "VERB", "base"),
        ("staged", "stag", "VERB", "stage"),
    ],
)
def test_slips_of_the_lemmatiser_are_put_right(norm: str, lemma: str, pos: str, expected: str) -> None:
    lemmas = Lemmas(("stage", "base"), ("base", "basis"))
    assert lemmas(norm, lemma, pos) == expected
    assert expected in lemmas.possible(norm, lemma)
