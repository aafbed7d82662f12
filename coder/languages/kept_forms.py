"""Normal forms of words are looked up again and again: those of short texts are kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps

LONGEST = 64  # code points of what is kept: words and names, not the sentences and documents that come once
KEPT = 8_192


def kept(normalise: Callable[[str], str]) -> Callable[[str], str]:
    """The same function, which remembers the forms of the words and names that it met last."""
    remembered = lru_cache(maxsize=KEPT)(normalise)

    @wraps(normalise)
    def form(text: str) -> str:
        return remembered(text) if len(text) <= LONGEST else normalise(text)

    return form
