"""The set of hashes: a set of Python that takes less memory."""

from __future__ import annotations

import random

from coder.hashes import HashSet


def test_it_knows_what_it_has_seen() -> None:
    chance, known, own = random.Random(1), set(), HashSet()
    for _ in range(30_000):
        text = str(chance.randrange(20_000))
        assert own.add(text) == (text not in known)
        known.add(text)
    assert len(own) == len(known)


def test_half_a_character_is_a_text_too() -> None:
    own = HashSet()
    assert own.add("\ud800")
    assert not own.add("\ud800")
