"""Who most people of a crowd are: *twelve people, many of them police recruits*, *30 people, mostly soldiers*."""

from __future__ import annotations

from coder.model import Analysis, Phrase

_MARKS = frozenset({",", "-", "–", "—", "("})
_ALMOST = frozenset({"almost", "nearly", "the"})
_LINKS = frozenset({"of", "them", "whom", "were", "are", "was"})
_REACH = 12  # tokens between a crowd and what tells its make-up: the place of the act may stand there


def most_of(crowd: Phrase, analysis: Analysis, most: frozenset[str]) -> Phrase | None:
    """The phrase that says what many or most of a crowd are; None where none follows. ``most``: words for that."""
    tokens = analysis.tokens
    start = max(crowd.tokens) + 1
    for mark in range(start, min(start + _REACH, len(tokens) - 2)):
        if tokens[mark].pos == "VERB":
            return None
        if tokens[mark].text not in _MARKS:
            continue
        at = mark + 1
        while at < len(tokens) and tokens[at].norm in _ALMOST:
            at += 1
        if at >= len(tokens) or tokens[at].norm not in most:
            continue
        at += 1
        while at < len(tokens) and tokens[at].norm in _LINKS:
            at += 1
        told = (p for p in analysis.phrases if p.kind == "noun" and min(p.tokens) <= at <= p.head)
        return next(told, None)
    return None
