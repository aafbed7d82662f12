"""Where force was used, told before its noun: *the Gaza strikes*, *killed in a Mosul raid*, *a school shooting*.

A people before such a noun uses the force (*the Israeli strikes*); a country or town by its name, a building
(``scene_buildings`` of words.yaml) and people under protection (``scene_people``) mostly suffer it. A capital there is
no government (*the Kabul attack*), and what ``doerless_places`` names never does a deed of force (*a blast in the
centre of the Afghan capital*).
"""

from __future__ import annotations

from dataclasses import replace

from coder.actors.codes import BLOCK, UNKNOWN, Resolve
from coder.acts.incidents import FORCE_ROOTS, Coding
from coder.matcher import SentenceMatcher
from coder.model import Phrase

_MODIFIER = "modifier"
_HIT = ("scene_buildings", "scene_people")
_GOVERNMENT = "GOV"


def with_scene(coding: Coding, matcher: SentenceMatcher, resolve: Resolve) -> Coding:
    """An act of force without the place before its noun as its doer; the place is hit where nobody else is."""
    if not coding.code.startswith(FORCE_ROOTS) or not matcher.dictionary.word_set("scene_deeds"):
        return coding
    scenes = tuple(p for p in coding.sources if _is_scene(p, matcher, resolve))
    if not scenes:
        return coding
    towns = tuple(p for p in scenes if _is_country(p, matcher, resolve) or _is_building(p, matcher))
    struck = coding.targets if any(resolve(p) is not None for p in coding.targets) else towns or coding.targets
    doers = tuple(p for p in coding.sources if p not in scenes and not _is_unknown_name(p, matcher, resolve))
    return replace(coding, sources=doers, targets=struck)


def _is_unknown_name(source: Phrase, matcher: SentenceMatcher, resolve: Resolve) -> bool:
    """The town of the building: *the Springfield school shooting*."""
    known = resolve(source)
    return matcher.analysis.tokens[source.head].pos == "PROPN" and (known is None or known.code == UNKNOWN)


def _is_scene(source: Phrase, matcher: SentenceMatcher, resolve: Resolve) -> bool:
    """Whether a source is the place before a deed, the deed with a place before it, or a place by its noun."""
    if matcher.analysis.tokens[source.head].lemma in matcher.dictionary.word_set("doerless_places"):
        return True
    deeds = matcher.dictionary.word_set("scene_deeds")
    for deed in matcher.analysis.predicates:
        if deed.kind == "noun" and deed.lemma.split()[-1] in deeds:
            for place in deed.slots.get(_MODIFIER, ()):
                if source.head in (deed.head, place.head) and _is_place(place, matcher, resolve):
                    return True
    return False


def _is_place(phrase: Phrase, matcher: SentenceMatcher, resolve: Resolve) -> bool:
    return _is_building(phrase, matcher) or _is_country(phrase, matcher, resolve, capital=True)


def _is_building(phrase: Phrase, matcher: SentenceMatcher) -> bool:
    """Whether a noun is a building or people that such a deed hits (*a refugee attack*)."""
    token = matcher.analysis.tokens[phrase.head]
    return token.pos == "NOUN" and any(token.lemma in matcher.dictionary.word_set(name) for name in _HIT)


def _is_country(phrase: Phrase, matcher: SentenceMatcher, resolve: Resolve, capital: bool = False) -> bool:
    token = matcher.analysis.tokens[phrase.head]
    if token.pos != "PROPN" or token.text.isupper() or "." in token.text:
        return False  # US, UN and U.S. strikes are theirs
    known = resolve(phrase)
    if known is None or known.resolved_by != "name":
        return False
    return len(known.code) == BLOCK or (capital and known.actor_id is None and known.code[BLOCK:] == _GOVERNMENT)
