"""Which language a text or a sentence is in, told by its script and, where its words leave a doubt, by a model.

Texts of which the commonest words of English or Arabic are a usual part are not looked at further. The others are
given to py3langid (naive Bayes on byte sequences, 139 languages), which is loaded for the first of them.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from coder.model import Document

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_SAMPLE, _WHOLE = 2_000, 20_000  # code points
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+")
_ARABIC = re.compile("[\u0620-\u064a\u0671-\u06d3\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]+")
_LETTERS = re.compile(r"[^\W\d_]+")
# Words that are common in English or Arabic and are not words of others in the same script.
_COMMON = frozenset(
    (
        *"the of and to by with that from has have were was said which this".split(),
        *"في من على إلى الى أن ان إن عن التي الذي مع هذا هذه بعد قال".split(),
    )
)
_USUAL = 0.04  # of all words are such; in news it is three times as many
_DEFINITE = re.compile("ال[\u0620-\u064a]{2}")  # a third of the words of Arabic news, few elsewhere
_MANY = 0.2
_FEWEST_WORDS, _FEWEST_LETTERS = 5, 20  # of a text in a known or another script that says what language it is in
_SURE = 0.9
# Dialects, pidgins and texts of no language are read as what they are written in.
_READ = frozenset({"en", "pcm", "ar", "arz", "ary", "zxx"})


def detect(text: str) -> str | None:
    """The language of a text: ``en``, ``ar``, or None when it is in another language or has no letters."""
    script = script_of(text[:_WHOLE])
    return None if script is None or other_language(text) is not None else script


def other_language(text: str) -> str | None:
    """The English name of the language of a text that is surely in neither English nor Arabic; else None.

    ``another language``: its script is neither of theirs, but which language it is cannot be told.
    """
    sample = text[:_SAMPLE]
    if _is_usual(sample) or _is_usual(text[:_WHOLE]):
        return None
    script, letters = script_of(sample), _LETTERS.findall(sample)
    if len(letters) < _FEWEST_WORDS if script is not None else sum(map(len, letters)) < _FEWEST_LETTERS:
        return None
    code, sureness = _classified(sample)
    if sureness >= _SURE and code not in _READ:
        return _name(code)
    return "another language" if script is None else None


def _is_usual(text: str) -> bool:
    """Whether the commonest words of both languages, or words with the Arabic article, are a usual part of a text."""
    words = text.casefold().split()
    if sum(word in _COMMON for word in words) >= _USUAL * len(words):
        return True
    return sum(_DEFINITE.match(word) is not None for word in words) >= _MANY * len(words)


@lru_cache(maxsize=64)
def _classified(text: str) -> tuple[str, float]:
    code, sureness = _identifier().classify(text)
    return code, float(sureness)


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _name(code: str) -> str:
    from babel import Locale

    return str(Locale("en").languages.get(code, code))


def script_of(text: str, home: str | None = None) -> str | None:
    """The language to which most letters of a text belong by their script: ``en`` (Latin), ``ar`` (Arabic) or None.

    In a text whose language is ``home`` the other script needs two thirds of the letters, as foreign names
    are written in it.
    """
    latin, arabic = _length(_LATIN, text), _length(_ARABIC, text)
    if latin + arabic == 0 or 2 * (latin + arabic) < _length(_LETTERS, text):
        return None
    if home == "ar":
        return "en" if latin >= 2 * arabic else "ar"
    if home == "en":
        return "ar" if arabic >= 2 * latin else "en"
    return "en" if latin > arabic else "ar"


def language_of(document: Document) -> str | None:
    """The language that the record names, else the one that its text, or then its title, shows."""
    return document.lang or detect(document.text) or (detect(document.title) if document.title else None)


def _length(pattern: re.Pattern[str], text: str) -> int:
    return sum(map(len, pattern.findall(text)))
