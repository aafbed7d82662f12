"""Spellings of names written over from Arabic script: *Gaddafi, Qaddafi, Kadhafi*; *Abdel Fattah, Abd al-Fattah*.

A word becomes its consonants, those that transliterations confuse folded into one, and the vowels between them in broad
classes. Two spellings are of one name when the consonants are the same and the vowels may stand for each other: the
short ones are written as the writer hears them, *e* for nearly any. Follows the variation that the romanisation tables
of ALA-LC and BGN/PCGN allow and that French, Egyptian and Maghrebi usage adds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from coder.languages.base import Spelling

ARTICLES = frozenset("al el ul as es ash esh ar er an en at et ad ed az ez".split())
_SILENT = ARTICLES | {"-", "'", "’"}
_SERVANT = re.compile("abd[aeou](?:l|r(?=r)|s(?=s)|n(?=n)|z(?=z)|d(?=d)|h)?")
_JOINED_ARTICLE = re.compile("(?:al|el)(?=[bcdfghjkmnpqrstvwxyz][a-z]{3})")
_SON = frozenset({"bin", "ben", "ibn"})
# In this order; capitals are consonants that no later line touches.
_FOLDS = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        ("['’]", ""),
        ("(?<![^aeiouy])ou(?=[aeiy])", "w"),
        ("kh", "X"),
        ("gh|q|k|g|c(?=[aou])", "K"),
        ("sch|sh|ch", "S"),
        ("dh", "d"),
        ("th", "t"),
        ("ph", "f"),
        ("dj", "j"),
        ("y(?=[aeiou])", "Y"),
        (r"([^aeiouy])\1+", r"\1"),
        ("(?<=.)h$", ""),
    )
)
_LETTERS = "aeiu"  # the classes of vowels
_NO_VOWELS = str.maketrans(dict.fromkeys(_LETTERS))
_BETWEEN = re.compile(f"[^{_LETTERS}]")
_FEWEST_CONSONANTS = 3
_SHORTEST_WORD = 6
_VOWELS = re.compile("[aeiouy]+")
_CLASSES = (("ou|oo|o|u", "u"), ("ai|ay|ei|ey|ee|ie|i|y", "i"), ("a+", "a"))


@lru_cache(maxsize=4_096)
def folded(word: str) -> str:
    """A normalised word with its consonants and vowels folded; empty for articles and hyphens."""
    if word in _SILENT:
        return ""
    if word in _SON:
        return "bn"
    word = _JOINED_ARTICLE.sub("", word, count=1) if _JOINED_ARTICLE.match(word) else word
    word = _SERVANT.sub("abd", word, count=1) if _SERVANT.match(word) else word
    for pattern, to in _FOLDS:
        word = pattern.sub(to, word)
    return _VOWELS.sub(lambda found: _class(found.group()), word)


def _class(vowels: str) -> str:
    for pattern, to in _CLASSES:
        vowels = re.sub(pattern, to, vowels)
    return vowels


def spelling(norms: Iterable[str]) -> Spelling:
    """The folded spelling of the words of a name."""
    parts = [part for norm in norms if (part := folded(norm))]
    whole = "".join(parts)
    return Spelling(whole.translate(_NO_VOWELS), tuple(_BETWEEN.split(whole)), len(parts))


def same_name(first: Spelling, second: Spelling) -> bool:
    """Whether two spellings may be of one name. A single word must be long, and its vowels of the same classes."""
    if first.consonants != second.consonants or len(first.consonants) < _FEWEST_CONSONANTS:
        return False
    if first.words == 1 or second.words == 1:
        return first.vowels == second.vowels and len(first.consonants) + len("".join(first.vowels)) >= _SHORTEST_WORD
    return all(a == b or "e" in (a, b) for a, b in zip(first.vowels, second.vowels, strict=True))
