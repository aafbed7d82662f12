"""Attacks in words: *the minister attacked the union over its tariffs*, *the party kept up its attacks on the court*.

What politicians, courts and media do to each other without weapons is criticism (CAMEO 111), and so is what they do
*over* or *for* something (``verbal_grounds`` of words.yaml): nobody states a ground of a raid like that. Armed people,
and people of whom no office is known, attack with force.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from coder.actors.codes import BLOCK, UNKNOWN, Resolve
from coder.acts.incidents import Coding
from coder.matcher import SentenceMatcher
from coder.model import ActorMention, Phrase
from coder.ontology import actor_blocks

_UNSPECIFIED, _CRITICISM = "190", "111"
_OVER = "over"
_MEANS = ("with", "using", "ب")
_POLITICAL = frozenset({"GOV", "LEG", "PTY", "OPP", "ELI", "JUD", "MED", "HRI", "NGO"})
_GOVERNING, _NAMED = frozenset({"GOV"}), 2
_CRITICISED = frozenset({"GOV", "LEG", "PTY", "ELI", "JUD", "MED", "BUS", "HRI", "NGO"})
_ARMED = frozenset({"MIL", "COP", "REB", "INS", "SEP", "UAF", "SPY", "CRM", "IMG"})


def in_words(coding: Coding, matcher: SentenceMatcher, resolve: Resolve) -> Coding:
    """The coding as criticism where an attack is one of words; else as it is."""
    if coding.code != _UNSPECIFIED or coding.predicate.lemma not in matcher.dictionary.word_set("verbal_attack_words"):
        return coding
    attacking, attacked = _mentions(coding.sources, resolve), _mentions(coding.targets, resolve)
    if any(coding.predicate.slots.get(s) for s in _MEANS) or any(map(_is_armed, (*attacking, *attacked))):
        return coding
    if not attacking or not all(map(_is_politician, attacking)) or _on_posts(coding, matcher):
        return coding
    grounds = matcher.dictionary.words.get("verbal_grounds", ())
    grounded = any(map(partial(_has_ground, coding), grounds))
    among_them = attacked and all(_has(m, _CRITICISED) and _is_at_home(m, attacking) for m in attacked)
    return replace(coding, code=_CRITICISM) if grounded or among_them else coding


def _on_posts(coding: Coding, matcher: SentenceMatcher) -> bool:
    """*An attack on a government compound* is none in words."""
    posts = matcher.dictionary.word_set("set.military_target")
    return any(matcher.analysis.tokens[p.head].lemma in posts for p in coding.targets)


def _has_ground(coding: Coding, ground: str) -> bool:
    """Whether a ground stands with the attack, or by a fault of the parser with who is attacked."""
    slots = coding.predicate.slots
    return bool(slots.get(ground)) or any(p.attached.get(ground) for p in slots.get("object", ()) if ground == _OVER)


def _mentions(phrases: Sequence[Phrase], resolve: Resolve) -> list[ActorMention]:
    return [m for p in phrases if (m := resolve(p)) is not None]


def _has(actor: ActorMention, roles: frozenset[str]) -> bool:
    return not roles.isdisjoint(actor_blocks(actor.code)[1:])


def _is_politician(actor: ActorMention) -> bool:
    """Of a government, party, court or newsroom; a named group that governs may be an armed one."""
    governs = _has(actor, _GOVERNING) and not _has(actor, _POLITICAL - _GOVERNING)
    return _has(actor, _POLITICAL) and not (governs and len(actor_blocks(actor.code)) > _NAMED)


def _is_armed(actor: ActorMention) -> bool:
    return not _ARMED.isdisjoint(actor_blocks(actor.code))


def _is_at_home(attacked: ActorMention, attacking: Sequence[ActorMention]) -> bool:
    countries = {m.code[:BLOCK] for m in attacking}
    return attacked.code[:BLOCK] in countries or UNKNOWN in (attacked.code[:BLOCK], *countries)
