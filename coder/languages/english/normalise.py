"""The form under which English words of texts and dictionaries are compared. Needs no model."""

from __future__ import annotations

import unicodedata

from coder.languages.kept_forms import kept

# One character for one, so that offsets stay as they are.
STRAIGHT = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "ʼ": "'", "′": "'", "`": "'", "´": "'",
        "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"',
        "‐": "-", "‑": "-", "\u00a0": " ", "\u202f": " ",
    }
)  # fmt: skip
_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "ħ": "h", "æ": "ae", "œ": "oe", "þ": "th"})


@kept
def normalise(text: str) -> str:
    """NFKC, casefolded, without accents, with straight quotes and plain hyphens."""
    if text.isascii():
        return text.casefold()
    flat = unicodedata.normalize("NFKC", text.translate(STRAIGHT)).translate(STRAIGHT).casefold().translate(_LETTERS)
    if flat.isascii():
        return flat
    bare = "".join(c for c in unicodedata.normalize("NFD", flat) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare)
