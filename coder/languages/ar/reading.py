"""One way to read a written Arabic word."""

from __future__ import annotations

from dataclasses import dataclass, field

# Thousands of words have the same features; nobody changes those of a reading.
_SHARED: dict[tuple[tuple[str, str], ...], dict[str, str]] = {}


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """``proclitics`` are single letters before the base word, ``enclitic`` the pronoun from position ``end`` on.

    ``norm`` is the base word in full normal form (with its article, ta marbuta before a pronoun restored), ``lemma``
    its dictionary form; ``cost`` grows with how unusual the reading is by itself.
    """

    proclitics: str
    end: int
    enclitic: str
    norm: str
    lemma: str
    pos: str
    feats: dict[str, str] = field(default_factory=dict)
    cost: float = 0.0

    def __post_init__(self) -> None:
        object.__setattr__(self, "feats", _SHARED.setdefault(tuple(self.feats.items()), self.feats))

    def feats_key(self) -> tuple[tuple[str, str], ...]:
        """The features as something that can be compared."""
        return tuple(sorted(self.feats.items()))

    @classmethod
    def name(cls, norm: str, end: int, proclitics: str = "", cost: float = 0.0) -> Reading:
        """A name from the dictionaries; ``end`` is the length of the written word."""
        definite = norm.startswith("ال") and len(norm) > 4
        feats = {"src": "lex", **({"def": "yes"} if definite else {})}
        return cls(proclitics, end, "", norm, norm[2:] if definite else norm, "PROPN", feats, cost)
