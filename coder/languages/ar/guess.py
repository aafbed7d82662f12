"""Readings of words that the lexicon lacks, from their shape alone."""

from __future__ import annotations

from collections.abc import Callable

from coder.languages.ar.normalise import fold
from coder.languages.ar.reading import Reading

Lexical = Callable[[str], list[Reading]]

PROCLITICS = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل")
_ENCLITICS = (("هما", "3d"), ("هم", "3mp"), ("هن", "3fp"), ("ها", "3fs"), ("نا", "1p"), ("ه", "3ms"))
_NAME_ENDS = ("يا", "كو", "وف", "سكي", "يتش", "نغ", "فيل", "برغ", "ستان", "اوي", "يان", "سون", "نو", "ليو", "ينا")
_FOREIGN = frozenset("پچڤگ")


def _shape(stem: str, written: str, definite: bool) -> tuple[str, str, dict[str, str]]:
    """Lemma, tag and features of a nominal stem by its ending."""
    if stem.endswith("يه") and len(stem) > 4:
        return stem[:-1], "ADJ", {"gen": "f", "num": "s", "nisba": "yes"}
    if written.endswith("ة") or (stem.endswith("ه") and len(stem) > 3):
        return stem, "NOUN", {"gen": "f", "num": "s"}
    if stem.endswith("ات") and len(stem) > 4:
        return stem[:-2] + "ه", "NOUN", {"gen": "f", "num": "p"}
    if stem.endswith(("ون", "ين")) and len(stem) > 4 and (definite or stem.startswith("م")):
        nisba = stem[:-2].endswith("ي")
        return stem[:-2], "ADJ" if nisba else "NOUN", {"gen": "m", "num": "p", **({"nisba": "yes"} if nisba else {})}
    if stem.endswith("ي") and len(stem) > 4:
        return stem, "ADJ", {"gen": "m", "num": "s", "nisba": "yes"}
    if stem.endswith("يا") and len(stem) > 5 and not definite:
        return stem[:-1], "ADJ", {"gen": "m", "num": "s", "nisba": "yes", "tanwin": "acc"}
    if stem.endswith("ا") and len(stem) > 3 and not definite:
        return stem[:-1], "NOUN", {"gen": "m", "num": "s", "tanwin": "acc"}
    return stem, "NOUN", {"gen": "m", "num": "s"}


def _nominal(word: str, start: int, cost: float) -> list[Reading]:
    """Noun, adjective or name from the letters of ``word`` after its proclitics, also with a pronoun at the end."""
    base = fold(word[start:])
    proclitics = fold(word[:start])
    if proclitics.endswith("ل") and base.startswith("ل") and len(base) > 3:
        base = "ال" + base[1:]
    definite = base.startswith("ال") and len(base) > 4
    stem = base[2:] if definite else base
    lemma, pos, feats = _shape(stem, word[start:], definite)
    extra = {"def": "yes"} if definite else {}
    out = [Reading(proclitics, len(word), "", base, lemma, pos, {"src": "rule", **feats, **extra}, cost)]
    name = cost + (-0.1 if stem.endswith(_NAME_ENDS) or _FOREIGN & set(stem) else 0.15)
    if (not word.endswith("ة") and not feats.get("tanwin")) or stem.endswith(_NAME_ENDS):
        out.append(Reading(proclitics, len(word), "", base, stem, "PROPN", {"src": "rule", **extra}, name))
    if not definite:
        out.extend(_possessed(word, start, base, proclitics, cost))
    return out


def _possessed(word: str, start: int, base: str, proclitics: str, cost: float) -> list[Reading]:
    """The reading with the longest enclitic pronoun that leaves a plausible noun."""
    for letters, person in _ENCLITICS:
        stem = base[: -len(letters)]
        if not base.endswith(letters) or len(stem) < 3 or (letters == "ه" and not stem.endswith(("ات", "ت", "ائ"))):
            continue
        if word.endswith("ة"):
            return []
        feats = {"src": "rule", "enc": f"{person}_poss", "construct": "yes"}
        lemma = stem
        norm = stem
        if stem.endswith("ات") and len(stem) > 4:
            lemma = stem[:-2] + "ه"
            feats |= {"gen": "f", "num": "p"}
        elif stem.endswith("ت") and len(stem) > 3:
            lemma = norm = stem[:-1] + "ه"
            feats |= {"gen": "f", "num": "s"}
        else:
            feats |= {"gen": "m", "num": "s"}
        return [Reading(proclitics, len(word) - len(letters), letters, norm, lemma, "NOUN", feats, cost - 0.05)]
    return []


def _imperfect_lemma(stem: str) -> str:
    """The perfect of an imperfect without its person letter: يXتYZ, ينXYZ, يستXYZ have a linking alif."""
    if (stem.startswith("ست") and len(stem) >= 5) or (len(stem) >= 4 and (stem[0] == "ن" or stem[1] in "تط")):
        return "ا" + stem
    return stem


def _verb(word: str, start: int, cost: float) -> list[Reading]:
    base = fold(word[start:])
    proclitics = fold(word[:start])
    if len(base) < 4 or base.startswith("ال") or (word[-1] in "ةىاء" and not base.endswith("وا")):
        return []
    common = {"src": "rule", "per": "3", "vox": "u"}
    if base[0] == "ي" or (base[0] == "ت" and not base.endswith(("ات", "ين", "ي", "ه"))):
        feats = {**common, "asp": "i", "num": "s", "gen": "m" if base[0] == "ي" else "f"}
        stem = base[1:]
        if base.endswith(("ون", "وا")) and len(base) > 5:
            stem, feats["num"] = base[1:-2], "p"
        cost -= 0.5 if base[0] == "ي" and len(base) <= 7 else 0.0
        return [Reading(proclitics, len(word), "", base, _imperfect_lemma(stem), "VERB", feats, cost)]
    if base.endswith("وا") and len(base) > 4:
        feats = {**common, "asp": "p", "num": "p", "gen": "m"}
        return [Reading(proclitics, len(word), "", base, base[:-2], "VERB", feats, cost - 0.6)]
    if (
        len(base) in (5, 6)
        and base[0] == "ا"
        and (base[2] == "ت" or base[1:3] == "ست" or base[1] == "ن")
        and base[3] != "ا"
    ):
        feats = {**common, "asp": "p", "num": "s", "gen": "m"}
        return [Reading(proclitics, len(word), "", base, base, "VERB", feats, cost - 0.3)]
    if base.endswith("ت") and len(base) in (4, 5, 6) and not base.endswith("ات"):
        feats = {**common, "asp": "p", "num": "s", "gen": "f"}
        return [Reading(proclitics, len(word), "", base, base[:-1], "VERB", feats, cost - 0.3)]
    return []


def guess(word: str, lexical: Lexical) -> list[Reading]:
    """Plausible readings of an unknown word: unsplit, and without proclitics where what is left is plausible."""
    norm = fold(word)
    if not any("ء" <= c <= "ي" for c in norm):
        return [Reading("", len(word), "", norm, norm, "X", {"src": "rule"}, 0.0)]
    out = _nominal(word, 0, 2.0) + _verb(word, 0, 2.2)
    if len(norm) > 4 and norm[0] == "س" and norm[1] in "يت":
        out += [_future(r) for r in _verb(word, 1, 2.0)]
    for length in (1, 2):
        head, rest = norm[:length], norm[length:]
        if len(rest) < 3 or head not in PROCLITICS:
            continue
        inner = [r for r in lexical(word[length:]) if not r.proclitics and not r.enclitic]
        if inner:
            nominal = head[-1] in "بلك"
            out.extend(_shift(r, head, length) for r in inner if not (nominal and r.pos == "VERB"))
        elif (rest.startswith("ال") and len(rest) > 4) or (
            head.endswith("ل") and rest.startswith("ل") and len(rest) > 3
        ):
            out.extend(_nominal(word, length, 1.0))
        elif head == "و" and len(rest) > 3:
            out.extend(_nominal(word, length, 1.8) + _verb(word, length, 2.0))
    return out


def _future(reading: Reading) -> Reading:
    feats = {**reading.feats, "fut": "yes"}
    return Reading("س", reading.end, "", reading.norm, reading.lemma, reading.pos, feats, reading.cost)


def _shift(reading: Reading, head: str, length: int) -> Reading:
    return Reading(
        head, reading.end + length, "", reading.norm, reading.lemma, reading.pos, reading.feats, reading.cost + 0.5
    )
