"""Whom the aid, sanctions and closed borders of outsiders concern where their sentence does not say.

*China promised 15 million dollars in emergency aid*, in a story of a flood in Pakistan; *the ministers also tightened
an arms embargo*. The country is the one that the story is about, if it is not the doer's own and the sentence names
no other country and nobody with a name who might be meant.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from coder.actors.codes import BLOCK, UNKNOWN
from coder.actors.hits import SentenceHits, time_names
from coder.actors.role_countries import country_of
from coder.model import TITLE_INDEX, ActorMention, Analysis, Event, Predicate, Sentence
from coder.stories.triggers import predicate_of

_TOWARDS = ("033", "07", "163")  # aid offered and given, embargoes and sanctions (CAMEO)
_DOER = ("subject", "by", "من قبل")
_RECEIVERS = ("to", "against", "on", "upon", "الي", "ل", "علي", "ضد")


@dataclass(frozen=True, slots=True)
class _Named:
    """Where a sentence names a country."""

    sentence: Sentence
    start: int
    end: int


def is_aimless(event: Event) -> bool:
    """Whether an event of the text is aid or a sanction of somebody known, without the other side."""
    told = event.status == "asserted" and event.sentence.index != TITLE_INDEX and event.code.startswith(_TOWARDS)
    return told and event.target is None and event.source is not None and not event.source.code.startswith(UNKNOWN)


class Outsiders:
    """What outsiders do to the one country that a story is about."""

    def __init__(
        self,
        words: Mapping[str, tuple[str, ...]],
        sentences: Iterable[SentenceHits],
        home: str | None,
    ) -> None:
        """``words``: the lists of words.yaml; ``sentences``: the hits of every sentence of the story.

        ``home``: the country block of the story, if it is about one.
        """
        self._home = home
        self._times = time_names(words)
        self._named = [named for hits in sentences for named in _names_of(hits, home)] if home else []

    def aimed(self, analyses: Sequence[Analysis], found: list[list[Event]]) -> list[list[Event]]:
        """The events of each sentence, aid and sanctions with the country of the story as their target."""
        if not self._named:
            return found
        return [[self._with_target(a, e) for e in events] for a, events in zip(analyses, found, strict=True)]

    def _with_target(self, analysis: Analysis, event: Event) -> Event:
        source = event.source
        if not is_aimless(event) or source is None or source.code[:BLOCK] == self._home:
            return event
        predicate = predicate_of(analysis, event)
        if predicate is None or tells_of_others(analysis, predicate, self._times):
            return event
        at = min(self._named, key=lambda n: (abs(n.sentence.index - event.sentence.index), -n.start))
        text = at.sentence.between(at.start, at.end)
        return replace(event, target=ActorMention(at.start, at.end, text, f"{self._home}", None, "document"))


def tells_of_others(analysis: Analysis, predicate: Predicate, times: Collection[str]) -> bool:
    """Whether a clause has a receiver that is no actor we know, or anybody with a name beside the doer.

    ``times``: names of days and months, which are nobody.
    """
    for slot, phrases in predicate.slots.items():
        for phrase in phrases if slot not in _DOER else ():
            inside = [t for t in analysis.tokens if phrase.start <= t.start < phrase.end]
            if any(t.norm in times for t in inside):
                continue
            if slot in _RECEIVERS or any(t.pos == "PROPN" for t in inside):
                return True
    return False


def _names_of(hits: SentenceHits, country: str) -> Iterator[_Named]:
    """Where the text names a country."""
    found = [hit for hit in hits.all_hits() if country_of(hit) == country]
    sentence = hits.analysis.sentence
    if found and sentence.index != TITLE_INDEX:
        offsets = hits.offsets()
        yield from (_Named(sentence, offsets[hit.first][0], offsets[hit.last][1]) for hit in found)
