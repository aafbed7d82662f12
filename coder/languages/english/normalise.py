"""The form under which English words of texts and dictionaries are compared. Needs no model."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# One character for one, so that offsets stay as they are.
STRAIGHT = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "ʼ": "'", "′": "'", "`": "'", "´": "'",
        "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"',
        "‐": "-", "‑": "-", "\u00a0": " ", "\u202f": " ",
    }
)  # fmt: skip
_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "ħ": "h", "æ": "ae", "œ": "oe", "þ": "th"})


_LONGEST = 64  # code points of what is kept: words and names, not the sentences and documents that come once


def normalise(text: str) -> str:
    """NFKC, casefolded, without accents, with straight quotes and plain hyphens."""
    return _kept(text) if len(text) <= _LONGEST else _normalised(text)


@lru_cache(maxsize=8_192)
def _kept(text: str) -> str:
    return _normalised(text)


def _normalised(text: str) -> str:
    if text.isascii():
        return text.casefold()
    flat = unicodedata.normalize("NFKC", text.translate(STRAIGHT)).translate(STRAIGHT).casefold().translate(_LETTERS)
    if flat.isascii():
        return flat
    bare = "".join(c for c in unicodedata.normalize("NFD", flat) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare)
