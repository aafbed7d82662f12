"""Ids that a run has seen."""

from __future__ import annotations

from coder.hashes import HashSet
from coder.readers.base import Rejection


class SeenIds:
    """Refuses a document whose id came before."""

    def __init__(self) -> None:
        self._seen = HashSet()

    def rejection(self, doc_id: str, where: str) -> Rejection | None:
        """The rejection of a document with a known id; None for a new one, which is known from then on."""
        if self._seen.add(doc_id):
            return None
        return Rejection(doc_id, where, "an earlier document has the same id; give each document its own")
