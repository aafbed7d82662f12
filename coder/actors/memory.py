"""What a document has said so far: recent actors for coreference, and surnames."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from coder.model import ActorMention


@dataclass(slots=True)
class Recent:
    """An actor that was mentioned, with what a reference to it must agree with."""

    mention: ActorMention
    person: bool
    plural: bool
    gender: str | None
    group: bool
    subject: bool = False
    sentence: int = 0


_REACH = 2
# How many mentions back a reference may reach; articles have fewer, and without it a book takes quadratic time.
_KEPT = 400


class DocumentMemory:
    """What the document has said so far: recent actors for coreference, surnames and acronyms."""

    def __init__(self) -> None:
        self.recent: deque[Recent] = deque(maxlen=_KEPT)
        self.surnames: dict[str, ActorMention] = {}
        self.in_title: dict[int, ActorMention] = {}

    def latest(self, fits: Callable[[Recent], bool], before: int) -> ActorMention | None:
        """The latest mention that begins before ``before`` and fits."""
        for item in reversed(self.recent):
            if item.mention.start < before and fits(item):
                return item.mention
        return None

    def antecedent(self, fits: Callable[[Recent], bool], before: int, sentence: int) -> ActorMention | None:
        """Whom a pronoun means: the latest fitting subject of this or the two sentences before, else the latest actor
        of this sentence. Subjects go on being what a text is about."""
        near = [r for r in self.recent if r.mention.start < before and sentence - r.sentence <= _REACH and fits(r)]
        subjects = [r for r in near if r.subject]
        same = [r for r in near if r.sentence == sentence]
        chosen = subjects or same
        return chosen[-1].mention if chosen else None
