"""Which language a text or a sentence is in, told by its script and, for longer texts, by its commonest words."""

from __future__ import annotations

import re

from coder.model import Document

_SAMPLE = 20_000
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+")
_ARABIC = re.compile("[\u0620-\u064a\u0671-\u06d3\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]+")
_LETTERS = re.compile(r"[^\W\d_]+")
# Letters of Persian, Urdu, Kurdish and Pashto that Arabic news has only in a few foreign names.
_NOT_ARABIC = re.compile("[پچژگٹڈڑںۓہھۆێەټډړښځ]")
_ENGLISH_WORDS = re.compile(r"\b(?:the|of|and|to|by|with|that|from|has|have|were|was|said|which|this)\b", re.IGNORECASE)
_MIN_WORDS = 40


def detect(text: str) -> str | None:
    """The language of a text: ``en``, ``ar``, or None when it is in another language or has no letters."""
    sample = text[:_SAMPLE]
    script = script_of(sample)
    if script == "ar":
        arabic = _length(_ARABIC, sample)
        return "ar" if len(_NOT_ARABIC.findall(sample)) <= 0.02 * arabic else None
    if script == "en":
        words = len(_LATIN.findall(sample))
        return "en" if words < _MIN_WORDS or len(_ENGLISH_WORDS.findall(sample)) >= 0.04 * words else None
    return None


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
