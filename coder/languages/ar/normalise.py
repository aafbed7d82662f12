"""Normal form of Arabic: the letters under which words of texts and dictionaries are compared.

``normalise`` is the one normaliser of texts and dictionaries. ``strip_marks`` keeps the spelling (hamza, ta marbuta,
alif maqsura) and says where each letter stood, for offsets and for telling correct from loose spelling.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from coder.languages.kept_forms import kept

_LETTERS = str.maketrans(
    {
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ى": "ي",
        "ة": "ه",
        "ک": "ك",
        "ی": "ي",
        "ھ": "ه",
        "ہ": "ه",
        "ۀ": "ه",
        "ے": "ي",
    }
)
_SPELLING = str.maketrans({"ٱ": "ا", "ک": "ك", "ی": "ي", "ھ": "ه", "ہ": "ه", "ۀ": "ة", "ے": "ي"})
_DIGITS = {ord(c): str(i % 10) for i, c in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")}
_PUNCTUATION = {
    ord("٫"): ".",
    ord("٬"): ",",
    ord("‘"): "'",
    ord("’"): "'",
    ord("“"): '"',
    ord("”"): '"',
    ord("٪"): "%",
}
_MARKS = re.compile(
    "[\u0640\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08ff\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_PLAIN = re.compile("[\u0020-\u007e\u0621-\u063a\u0641-\u064a«»،؛؟]*")
_OTHER = re.compile("[^\u0020-\u007e\u0621-\u063a\u0641-\u064a«»،؛؟]")
_HAMZA = "\u0653\u0654\u0655"
_WORD_LIGATURES = {"\ufdfc": "ريال", "\ufdfd": "بسم الله الرحمن الرحيم", "\ufdf2": "الله"}


@lru_cache(maxsize=4096)
def _expand(char: str) -> str:
    """One character in compatibility form without marks; nothing for a mark."""
    text = _WORD_LIGATURES.get(char) or unicodedata.normalize("NFKC", char)
    return _MARKS.sub("", text).translate(_SPELLING).translate(_DIGITS).translate(_PUNCTUATION)


def strip_marks(text: str) -> tuple[str, list[int]]:
    """``text`` without vowel signs, tatweel, presentation forms and invisible marks, its letters as spelled; and the
    position in ``text`` of each remaining character. Hamza above or below an alif as a mark of its own is composed."""
    if _PLAIN.fullmatch(text):
        return text, list(range(len(text)))
    out: list[str] = []
    offsets: list[int] = []
    done = 0
    for other in _OTHER.finditer(text):
        i = other.start()
        if i > done:
            out.append(text[done:i])
            offsets.extend(range(done, i))
        done = i + 1
        char = text[i]
        if char in _HAMZA and out:
            _compose(out, char)
        elif letters := _expand(char):
            out.append(letters)
            offsets.extend([i] * len(letters))
    out.append(text[done:])
    offsets.extend(range(done, len(text)))
    return "".join(out), offsets


def _compose(out: list[str], mark: str) -> None:
    """Put a mark on the last letter where the two have a form of their own."""
    composed = unicodedata.normalize("NFC", out[-1][-1] + mark)
    if len(composed) == 1:
        out[-1] = out[-1][:-1] + composed


def fold(stripped: str) -> str:
    """The normal form of text that ``strip_marks`` has cleaned: same length, letters with variants made one."""
    return stripped.translate(_LETTERS).lower()


@kept
def normalise(text: str) -> str:
    """The form under which words of texts and dictionaries are compared: presentation forms as letters, no diacritics,
    tatweel or invisible marks, ا for أإآٱ, ي for ى, ه for ة, ASCII digits, single spaces."""
    stripped = text if _PLAIN.fullmatch(text) else strip_marks(text)[0]
    return " ".join(fold(stripped).split())
