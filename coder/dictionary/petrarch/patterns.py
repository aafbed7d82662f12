"""Translates one verb pattern: into conditions on slots where those say the same, else into a token pattern.

``* AID (TO BORDER)`` becomes ``object: [aid], to: [border]``; ``SAID + MUST * POLICY`` stays a sequence of words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

Sets = Mapping[str, tuple[str, ...]]

_ACTORS = {"$": "<source>", "+": "<target>", "%": "<both>", "^": "<phrase>"}
_PIECE = re.compile(r"[ \t]+|_|\*|&|[(){}|]|[$+%^]|[^\s_*&(){}|]+")
_SLOTS = frozenset(
    """to with against on from of in at by for into about over toward under as between among near along behind onto
    upon outside inside across around off than within beyond during after before through via despite amid without
    since until out""".split()
)
_NO_NOUNS = _SLOTS | frozenset(
    """up down away back aside forward ahead apart together not no never be been being is are was were has have had
    will would must should could may might can do does did that if when while and or nor but also again now it its
    their his her them him they he she who which the a an this these those all any some more most further closer
    open close free clear short dead alive able unable ready responsible guilty well hard high low""".split()
)


class PatternError(ValueError):
    """A pattern that cannot be taken over."""


@dataclass(frozen=True, slots=True)
class Translated:
    """A pattern as conditions on slots (``where``) or as a token pattern, with what was changed."""

    where: tuple[tuple[str, str], ...] = ()
    tokens: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[object, ...]:
        """What makes two patterns the same."""
        return tuple(sorted(self.where)), self.tokens


def set_name(label: str) -> str:
    """The name of a synonym set in words.yaml."""
    return f"petrarch.{label.lower()}"


def translate(body: str, sets: Sets, phrases: bool = False) -> Translated:
    """The pattern ``body`` (without dash and code). ``phrases``: the file is of PETRARCH2, where words are heads of
    noun phrases; otherwise only brackets say so."""
    pieces = _pieces(body, sets)
    if pieces.count("*") != 1:
        raise PatternError(f"a pattern has one * for the verb, this has {pieces.count('*')}")
    if any(p in "(){}" for p in pieces):
        _check_brackets(pieces)
    where = _where(pieces) if phrases or any(p in "({" for p in pieces) else None
    return Translated(where=where) if where is not None else _tokens(pieces)


def _pieces(body: str, sets: Sets) -> list[str]:
    """Words, marks and joiners; a set is one piece, ``<set:NAME>``."""
    out: list[str] = []
    position = 0
    while position < len(body):
        if body[position] == "&":
            name = _set_at(body, position + 1, sets)
            out.append(f"<set:{set_name(name)}>")
            position += 1 + len(name)
            continue
        match = _PIECE.match(body, position)
        if match is None:
            raise PatternError(f"'{body[position:]}' is not readable")
        text = match[0]
        out.append(" " if text.isspace() else text)
        position = match.end()
    return out


def _set_at(body: str, position: int, sets: Sets) -> str:
    """The longest known set whose name stands here."""
    upper = body[position:].upper()
    known = [n for n in sets if upper.startswith(n) and not upper[len(n) : len(n) + 1].isalnum()]
    if not known:
        raise PatternError(f"the synonym set &{upper.split(' ')[0].split(')')[0]} is not defined")
    return body[position : position + len(max(known, key=len))]


def _check_brackets(pieces: list[str]) -> None:
    depth: list[str] = []
    for piece in pieces:
        if piece in "({":
            depth.append(piece)
        elif piece in ")}" and (not depth or depth.pop() + piece not in ("()", "{}")):
            raise PatternError("a bracket without its partner")
    if depth:
        raise PatternError("a bracket without its partner")


# ---------------------------------------------------------------------- slots


def _where(pieces: list[str]) -> tuple[tuple[str, str], ...] | None:
    """Conditions on slots, or None where the pattern says more or other than slots can."""
    if any(p == "_" or p in _ACTORS or p == "|" for p in pieces):
        return None
    at = pieces.index("*")
    left, right = _phrases(pieces[:at]), _phrases(pieces[at + 1 :])
    if left is None or right is None:
        return None
    found: dict[str, str] = {}
    for side, slot in ((left, "subject"), (right, "object")):
        for preposition, words in side:
            key = preposition or slot
            if key in found or (slot == "subject" and preposition):
                return None
            if preposition is None and (not words or not set(words.split()).isdisjoint(_NO_NOUNS)):
                return None
            if preposition is not None and preposition not in _SLOTS:
                return None
            if "<set:" in words and " " in words:
                return None
            found[key] = words or "<any>"
    return tuple(found.items())


def _phrases(pieces: list[str]) -> list[tuple[str | None, str]] | None:
    """Noun phrases and prepositional phrases as (preposition or None, words); None for a deeper structure."""
    out: list[tuple[str | None, str]] = []
    position = 0
    while position < len(pieces):
        piece = pieces[position]
        if piece == " ":
            position += 1
            continue
        if piece == "(":
            end = _closing(pieces, position)
            inner = [p for p in pieces[position + 1 : end] if p not in (" ", "{", "}")]
            groups = sum(p == "{" for p in pieces[position + 1 : end])
            plain = len(inner) - 1 if not groups else 1
            if not inner or inner[0].startswith("<") or plain > 1 or groups > 1:
                return None
            out.append((inner[0].lower(), " ".join(inner[1:]).lower()))
        elif piece == "{":
            end = _closing(pieces, position)
            out.append((None, " ".join(p for p in pieces[position + 1 : end] if p != " ").lower()))
        else:
            end = position
            out.append((None, piece if piece.startswith("<") else piece.lower()))
        position = end + 1
    return out


def _closing(pieces: list[str], position: int) -> int:
    depth = 0
    for i in range(position, len(pieces)):
        depth += (pieces[i] in "({") - (pieces[i] in ")}")
        if depth == 0:
            return i
    return len(pieces) - 1


# ---------------------------------------------------------------------- token patterns


def _tokens(pieces: list[str]) -> Translated:
    notes: list[str] = []
    out: list[str] = []
    position = 0
    while position < len(pieces):
        piece = pieces[position]
        if piece == "{":
            end = _closing(pieces, position)
            inner = pieces[position + 1 : end]
            out.append(_braced(inner))
            position = end
        elif piece in "()}":
            if piece == "(":
                notes.append("a prepositional phrase is matched as words in this order")
            out.append(" ")
        elif piece in _ACTORS:
            out.append(_ACTORS[piece])
        elif piece == "|":
            raise PatternError("an alternative outside braces")
        else:
            out.append(piece if piece.startswith("<") or piece in "_* " else _word(piece))
        position += 1
    text = _spaced("".join(out))
    if "%" in text or text == "":
        raise PatternError("not readable as a sequence of words")
    return Translated(tokens=text if text != "*" else None, notes=tuple(dict.fromkeys(notes)))


def _braced(inner: list[str]) -> str:
    if "|" in inner:
        words = "".join(" " if p == "_" else p for p in inner)
        if "<" in words:
            raise PatternError("a synonym set among alternatives")
        return "{" + " | ".join(_word(" ".join(choice.split())) for choice in words.split("|") if choice.strip()) + "}"
    return "_".join(p if p.startswith("<") else _word(p) for p in inner if p not in " _")


def _word(text: str) -> str:
    bad = set(text) & set("<>{}|*")
    if bad:
        raise PatternError(f"'{text}' holds {' '.join(sorted(bad))}")
    return text.lower()


def _spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
