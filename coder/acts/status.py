"""How an act stands, by all that is said of it: of several statuses the gravest holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from coder.model import Status

_GRAVITY: tuple[Status, ...] = (
    "asserted",
    "past_reference",
    "planned",
    "alleged",
    "hypothetical",
    "negated",
    "denied",
)


@dataclass(slots=True)
class StatusVerdict:
    """The gravest status so far, and why."""

    status: Status = "asserted"
    reason: str | None = None

    def add(self, status: Status, reason: str) -> None:
        """Let a further reason speak."""
        if _GRAVITY.index(status) > _GRAVITY.index(self.status):
            self.status, self.reason = status, reason

    def weigh(self, found: Iterable[tuple[Status, str]]) -> None:
        """Let several reasons speak."""
        for status, reason in found:
            self.add(status, reason)

    def suppose(self, reason: str | None) -> None:
        """Let a reason speak for which an act is only thought of; None says nothing."""
        if reason is not None:
            self.add("hypothetical", reason)
