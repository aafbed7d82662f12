"""What a document has said so far: recent actors for coreference, and surnames."""

from __future__ import annotations

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


class DocumentMemory:
    """What the document has said so far: recent actors for coreference, surnames and acronyms."""

    def __init__(self) -> None:
        self.recent: list[Recent] = []
        self.surnames: dict[str, ActorMention] = {}
        self.in_title: set[int] = set()

    def latest(self, fits: Callable[[Recent], bool], before: int) -> ActorMention | None:
        """The latest mention that begins before ``before`` and fits."""
        for item in reversed(self.recent):
            if item.mention.start < before and fits(item):
                return item.mention
        return None
