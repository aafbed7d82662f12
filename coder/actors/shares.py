"""Actors that share words with others: each of several countries with one role, and people who are only counted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from coder.actors.codes import BLOCK, UNKNOWN, Resolve
from coder.model import ActorMention, Analysis, Phrase, Ref, overlap
from coder.ontology import actor_blocks

GOVERNMENT, OPPOSITION, CIVILIANS = "GOV", "OPP", "CVL"
_COUNT = "CARDINAL"
_KNOWN = ("agent", "composed", "demonym", "place", "coreference")


@dataclass(frozen=True, slots=True)
class Counted:
    """Who people are of whom only the number is told. ``entries``: where their roles come from."""

    base: tuple[str, ...]
    roles: frozenset[str]
    entries: Sequence[Ref] = ()


def part_of_list(
    whole: ActorMention, share: Phrase, code: str, position: int, text: Callable[[int, int], str]
) -> ActorMention:
    """The mention of one share of a phrase; the first has the words that all share."""
    start = whole.start if position == 0 else share.start
    return replace(whole, start=start, end=share.end, text=text(start, share.end), code=code)


def counted(
    phrase: Phrase, analysis: Analysis, others: frozenset[str], crowds: frozenset[str], resolve: Resolve
) -> Counted | None:
    """The people of a bare number (*arrested six*, *and 12 others*, *killing two soldiers and wounding five*).

    They are of the kind that was counted before in the sentence, else civilians; None where the phrase is
    no such number.
    """
    if not is_count(phrase, analysis, others) and not _is_crowd(phrase, analysis, crowds):
        return None
    before = [p for p in analysis.phrases if p.head < min(phrase.tokens) and _has_number(p, analysis)]
    for earlier in reversed(before):
        mention = resolve(earlier)
        if mention is not None and mention.resolved_by in _KNOWN and mention.head == earlier.head:
            first, *roles = actor_blocks(mention.code)
            base = () if first == UNKNOWN or len(first) > BLOCK else (first,)
            return Counted(base, frozenset(roles), mention.entries)
    return Counted((), frozenset({CIVILIANS}))


def is_count(phrase: Phrase, analysis: Analysis, others: frozenset[str]) -> bool:
    """Whether a phrase is a number without a noun, and neither a time, an amount of money nor a share."""
    head = analysis.tokens[phrase.head]
    if phrase.kind != "noun" or (head.pos != "NUM" and head.lemma not in others) or phrase.genitives:
        return False
    number = next((analysis.tokens[t] for t in phrase.tokens if analysis.tokens[t].pos == "NUM"), None)
    labels = {e.label for e in analysis.entities if number is not None and overlap(e, number)}
    return number is not None and labels <= {_COUNT}


def _is_crowd(phrase: Phrase, analysis: Analysis, crowds: frozenset[str]) -> bool:
    """Whether a phrase is a round number of people and no more (*thousands*, *tens of thousands*)."""
    parts = (phrase, *phrase.genitives)
    hangs = any(phrase.attached) or any(g.genitives for g in phrase.genitives)
    return phrase.kind == "noun" and not hangs and all(analysis.tokens[p.head].lemma in crowds for p in parts)


def _has_number(phrase: Phrase, analysis: Analysis) -> bool:
    return phrase.kind == "noun" and any(analysis.tokens[t].pos == "NUM" for t in phrase.tokens)
