"""What normal forms are kept: words, which come again; never sentences or documents, which would fill the memory."""

from __future__ import annotations

from importlib import import_module

import pytest

_EN, _AR = "coder.languages.english.normalise", "coder.languages.ar.normalise"


@pytest.mark.parametrize(("module", "word"), [(_EN, "Détente"), (_AR, "إسرائيل")], ids=["en", "ar"])
def test_words_are_kept_and_long_texts_are_not(module: str, word: str) -> None:
    found = import_module(module)
    normalise, kept = found.normalise, found._kept
    normalise(word)
    before = kept.cache_info().currsize
    text = " ".join([word] * 50)
    assert normalise(text) == " ".join([normalise(word)] * 50)
    assert kept.cache_info().currsize == before
