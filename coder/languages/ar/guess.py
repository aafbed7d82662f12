"""Readings of words that the lexicon lacks, from their shape alone."""

from __future__ import annotations

from collections.abc import Callable

from coder.languages.ar.normalise import fold
from coder.languages.ar.paradigms import guess_form
from coder.languages.ar.reading import Reading

Lexical = Callable[[str], list[Reading]]


def _nominal(word: str, start: int, cost: float) -> Reading:
    """A noun, adjective or name from the letters of ``word`` after its proclitics."""
    base = fold(word[start:])
    feats = {"src": "rule"}
    proclitics = fold(word[:start])
    if proclitics.endswith("ل") and base.startswith("ل") and len(base) > 3:
        base = "ال" + base[1:]
    definite = base.startswith("ال") and len(base) > 4
    stem = base[2:] if definite else base
    if definite:
        feats["def"] = "yes"
    written = word[start:]
    lemma, pos, gender, number = stem, "NOUN" if definite else "NOUN", "m", "s"
    if stem.endswith("يه") and len(stem) > 4:
        lemma, pos, gender = stem[:-1], "ADJ", "f"
    elif written.endswith("ة") or (stem.endswith("ه") and len(stem) > 3):
        gender = "f"
    elif stem.endswith("ات") and len(stem) > 4:
        lemma, gender, number = stem[:-2] + "ه", "f", "p"
    elif stem.endswith(("ون", "ين")) and len(stem) > 4 and (definite or stem.startswith("م")):
        lemma, number = stem[:-2], "p"
        if lemma.endswith("ي"):
            pos = "ADJ"
    elif stem.endswith("ي") and len(stem) > 4:
        pos = "ADJ"
    elif stem.endswith("ا") and len(stem) > 3 and not definite:
        feats["tanwin"] = "acc"
        lemma = stem[:-1]
    if pos == "ADJ":
        feats["nisba"] = "yes"
    feats |= {"gen": gender, "num": number}
    return Reading(proclitics, len(word), "", base, lemma, pos, feats, cost)


def _verb(word: str, start: int, cost: float) -> Reading | None:
    base = fold(word[start:])
    if len(base) < 4 or base[0] not in "يت" or base.endswith("ه"):
        return None
    feats = {"src": "rule", "asp": "i", "per": "3", "num": "s", "gen": "m" if base[0] == "ي" else "f", "vox": "u"}
    stem = base[1:]
    if base.endswith(("ون", "وا")) and len(base) > 5 and base[0] == "ي":
        stem, feats["num"] = base[1:-2], "p"
    lemma = {3: stem, 4: stem}.get(len(stem), stem)
    if len(stem) >= 4 and stem[0] in "نست" and guess_form("ا" + stem):
        lemma = "ا" + stem
    return Reading(fold(word[:start]), len(word), "", base, lemma, "VERB", feats, cost)


def guess(word: str, lexical: Lexical) -> list[Reading]:
    """Plausible readings of an unknown word: unsplit, and without proclitics where what is left is plausible."""
    norm = fold(word)
    if not norm or not any("ء" <= c <= "ي" for c in norm):
        return [Reading("", len(word), "", norm, norm, "X", {"src": "rule"}, 0.0)]
    out = [_nominal(word, 0, 2.0)]
    verb = _verb(word, 0, 2.6)
    if verb:
        out.append(verb)
    for length in (1, 2):
        head, rest = norm[:length], norm[length:]
        if len(rest) < 3 or not _proclitics(head, rest):
            continue
        known = lexical(word[length:])
        inner = [_shift(r, head, length) for r in known if not r.proclitics and not r.enclitic]
        if inner:
            out.extend(inner)
        elif rest.startswith("ال") and len(rest) > 4 or head.endswith("ل") and rest.startswith("ل"):
            out.append(_nominal(word, length, 1.0))
        elif head == "و" and len(rest) > 3:
            out.append(_nominal(word, length, 1.8))
            verb = _verb(word, length, 2.4)
            if verb:
                out.append(verb)
    return out


def _shift(reading: Reading, head: str, length: int) -> Reading:
    return Reading(head, reading.end + length, "", reading.norm, reading.lemma, reading.pos, reading.feats, reading.cost + 0.5)


def _proclitics(head: str, rest: str) -> bool:
    return head in ("و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "لل") and (head != "لل")
