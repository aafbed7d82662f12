"""The form under which English words of texts and dictionaries are compared. Needs no model."""

from __future__ import annotations

import re
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
_FOREIGN = re.compile(r"[^\x00-\x7f]+")  # where marks can be


@kept
def normalise(text: str) -> str:
    """NFKC, casefolded, without accents, with straight quotes and plain hyphens."""
    if text.isascii():
        return text.casefold()
    flat = unicodedata.normalize("NFKC", text.translate(STRAIGHT)).translate(STRAIGHT).casefold().translate(_LETTERS)
    if flat.isascii():
        return flat
    return unicodedata.normalize("NFC", _FOREIGN.sub(_bare, unicodedata.normalize("NFD", flat)))


def _bare(foreign: re.Match[str]) -> str:
    """Letters without their marks."""
    return "".join([c for c in foreign[0] if not unicodedata.combining(c)])
