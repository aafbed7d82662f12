"""What is asked is not told: *Did rebels attack the base?*, *Where have the attacks occurred?*"""

from __future__ import annotations

from collections.abc import Sequence

_MARK = "?"
_QUOTES = frozenset("\"'“”‘’«»")
_STARTS = _QUOTES | frozenset(".;:!")


def questions(texts: Sequence[str]) -> list[range]:
    """The tokens of each question of a sentence: from the last stop or quotation mark to its question mark.

    Only a mark at the end of the sentence or of a quotation counts: elsewhere, and behind a quotation mark, it mostly
    stands for a sign that was lost.
    """
    if _MARK not in texts:
        return []
    ends = [i for i, text in enumerate(texts) if text == _MARK and _is_end(texts, i)]
    return [range(_start(texts, end), end) for end in ends]


def _is_end(texts: Sequence[str], mark: int) -> bool:
    closes = mark + 1 == len(texts) or texts[mark + 1] in _QUOTES
    return closes and mark > 0 and texts[mark - 1] not in _QUOTES


def _start(texts: Sequence[str], end: int) -> int:
    return next((i + 1 for i in range(end - 1, -1, -1) if texts[i] in _STARTS), 0)
