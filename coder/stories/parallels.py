"""What a sentence shares with the one before it: *They spoke by telephone. X later spoke with Y* (by telephone, too);
*They called on the government to act. It also called on parliament* (not the government did).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from coder.dyads import code_of
from coder.model import Event

_CONSULT, _BY_PHONE = "040", "041"
_OPENING = 2  # words: a pronoun and *also*


class Parallels:
    """Reads neighbouring sentences of one story."""

    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        """``words``: the lists of words.yaml."""
        self._talking = frozenset(words.get("talking_triggers", ()))
        self._also = frozenset(words.get("also_words", ()))
        self._pronouns = frozenset(words.get("also_pronouns", ()))

    def shared(self, found: list[list[Event]]) -> list[list[Event]]:
        """The events of each sentence, with what those of the sentence before tell of them."""
        settled: list[list[Event]] = []
        before: list[Event] = []
        for own in found:
            known = [self._by_phone(self._same_author(e, before), before) for e in own]
            settled.append(known)
            before = known or before
        return settled

    def _by_phone(self, event: Event, before: list[Event]) -> Event:
        if event.code != _CONSULT or event.trigger_text.casefold() not in self._talking:
            return event
        calls = any(e.code == _BY_PHONE and e.status == event.status for e in _of_last(event, before))
        return replace(event, code=_BY_PHONE) if calls else event

    def _same_author(self, event: Event, before: list[Event]) -> Event:
        """*It also called on parliament*: who called on the government before, and not the government."""
        if event.source is None or event.source.resolved_by not in ("coreference", "document"):
            return event
        if not self._says_also(event):
            return event
        same = [
            e for e in _of_last(event, before) if e.trigger_text == event.trigger_text and e.code[:2] == event.code[:2]
        ]
        if len(same) != 1 or code_of(same[0].target) != event.source.code:
            return event
        author = same[0].source
        return replace(event, source=author and replace(author, resolved_by="coreference", head=None))

    def _says_also(self, event: Event) -> bool:
        opening = event.sentence.text.casefold().split(maxsplit=2)[:_OPENING]
        return len(opening) == _OPENING and opening[0] in self._pronouns and opening[1] in self._also


def _of_last(event: Event, before: list[Event]) -> Iterator[Event]:
    return (e for e in before if event.sentence.index - e.sentence.index == 1 and e.sentence.index >= 0)
