"""Analyses of camel-tools as readings: clitics cut off, tags and features in our names, and how unusual each is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from coder.languages.ar.normalise import fold
from coder.languages.ar.reading import Reading

_UD = {
    "noun": "NOUN",
    "adj": "ADJ",
    "noun_prop": "PROPN",
    "verb": "VERB",
    "prep": "ADP",
    "conj": "CCONJ",
    "conj_sub": "SCONJ",
    "pron": "PRON",
    "pron_dem": "DET",
    "pron_rel": "PRON",
    "part": "PART",
    "part_neg": "PART",
    "adv": "ADV",
    "noun_num": "NUM",
    "interj": "INTJ",
}
_CLITIC_LETTER = {
    "wa_conj": "و",
    "fa_conj": "ف",
    "bi_prep": "ب",
    "li_prep": "ل",
    "ka_prep": "ك",
    "sa_fut": "س",
    "li_jus": "ل",
}
_ENCLITIC = {"1p": "نا", "2ms": "ك", "2mp": "كم", "3ms": "ه", "3fs": "ها", "3d": "هما", "3mp": "هم", "3fp": "هن"}
_FEATURES = {
    ("prc0", "Al_det"): ("def", "yes"),
    ("cas", "a"): ("tanwin", "acc"),
    ("prc1", "sa_fut"): ("fut", "yes"),
    ("fut", "yes"): ("fut", "yes"),
    ("stt", "c"): ("construct", "yes"),
    ("mod", "s"): ("mood", "s"),
    ("mod", "j"): ("mood", "j"),
    ("kind", "masdar"): ("masdar", "yes"),
    ("kind", "act"): ("part", "act"),
    ("kind", "pass"): ("part", "pass"),
    ("kind", "nisba"): ("nisba", "yes"),
    ("kind", "elative"): ("elative", "yes"),
    ("pos", "part_neg"): ("neg", "yes"),
    ("neg", "yes"): ("neg", "yes"),
    ("pos", "pron_dem"): ("dem", "yes"),
    ("pos", "pron_rel"): ("rel", "yes"),
}
_PARTICIPLE_COST = {"masdar": 0.05, "act": 0.3, "pass": 0.3, "both": 0.3}
_ORIGIN_COST = {"frequent": -0.1, "shared": 0.25, "rare": 0.5, "guess": 0.6, "large": 0.3}
PROCLITIC_COST = {"و": 0.1, "ف": 0.35, "ب": 0.1, "ل": 0.1, "ك": 0.9, "س": 0.0}
_CALIMA_POS = {
    "adj_comp": "adj",
    "adj_num": "adj",
    "noun_quant": "noun",
    "part_interrog": "part",
    "part_focus": "part",
    "part_fut": "part",
    "part_verb": "part",
    "part_voc": "part",
    "part_restrict": "part",
    "part_det": "part",
    "adv_interrog": "adv",
    "adv_rel": "adv",
    "pron_interrog": "pron",
    "pron_exclam": "pron",
    "verb_pseudo": "part",
}
_MARKS = re.compile("[\u064b-\u0652\u0670\u0640]")


def reading_of_calima(word: str, analysis: Mapping[str, Any]) -> Reading | None:
    """A reading of the CALIMA database, whose forms have vowels, clitics and finer tags; None where letters differ."""
    found = {**analysis, "origin": "large", "lex": _bare(str(analysis["lex"])), "kind": "0"}
    found["pos"] = _CALIMA_POS.get(str(analysis["pos"]), analysis["pos"])
    form = _bare(str(analysis["diac"]))
    if fold(form) != fold(word):
        return None
    proclitics, enclitic = _clitics(found)
    article = found.get("prc0") == "Al_det"
    base = form[len(proclitics) : len(form) - len(enclitic)]
    if article and proclitics.endswith("ل"):
        base = "ال" + base.removeprefix("ل")
    if enclitic and base.endswith("ت") and found["lex"].endswith("ة"):
        base = base[:-1] + "ة"
    return reading_of(word, {**found, "diac": base})


def _bare(form: str) -> str:
    return _MARKS.sub("", re.sub(r"_\d+$", "", form)).replace("\u0671", "ا")


def _clitics(analysis: Mapping[str, Any]) -> tuple[str, str]:
    """Proclitic letters and the enclitic pronoun of an analysis."""
    proclitics = "".join(_CLITIC_LETTER.get(str(analysis.get(k, "0")), "") for k in ("prc2", "prc1"))
    enc = str(analysis.get("enc0", "0"))
    if "_" not in enc:
        return proclitics, ""
    person, _, role = enc.partition("_")
    return proclitics, _ENCLITIC.get(person) or ("ني" if role == "dobj" else "ي")


def reading_of(word: str, analysis: Mapping[str, Any]) -> Reading:
    """The reading that an analysis of ``word`` gives; its ``diac`` is the base word as written, without clitics."""
    proclitics, enclitic = _clitics(analysis)
    enc = str(analysis.get("enc0", "0"))
    end = len(word) - len(enclitic)
    form = str(analysis["diac"])
    norm = fold(form)
    pos = str(analysis["pos"])
    written = word[len(proclitics) : end]
    if analysis.get("prc0") == "Al_det" and proclitics.endswith("ل"):
        written = "ال" + written[1:] if len(form) - 2 == len(written) - 1 else "ال" + written
    feats = _features(analysis, pos, enc)
    cost = _own_cost(analysis, proclitics, enc) + _spelling_cost(written, form, bool(enclitic))
    return Reading(proclitics, end, enclitic, norm, fold(str(analysis["lex"])), _UD.get(pos, "X"), feats, cost)


def _own_cost(analysis: Mapping[str, Any], proclitics: str, enc: str) -> float:
    """How unusual a reading is whatever stands around it: first and second persons, clitics, duals, rare words."""
    get = analysis.get
    cost = sum(PROCLITIC_COST[p] for p in proclitics)
    if proclitics and proclitics[-1] in "بلك" and len(str(get("diac"))) < 3:
        cost += 0.5
    origin = str(get("origin", "0"))
    cost += _ORIGIN_COST.get(origin, 0.0)
    if origin != "list":
        cost += _PARTICIPLE_COST.get(str(get("kind", "0")), 0.0)
    if get("pos") == "verb":
        cost += _verb_cost(analysis)
    else:
        cost += 0.5 if get("lex") == "طالب" and proclitics and proclitics[0] in "وف" else 0.0  # and demanded
        cost += {"d": 0.35, "p": 0.15}.get(str(get("num")), 0.0) + (0.25 if get("cas") == "a" else 0.0)
    if get("pos") == "adj" and "_" in enc:
        cost += 0.3
    if "_" in enc and not enc.endswith("_pron"):
        cost += 0.2 if enc[0] == "3" else 1.3 if enc == "1p_dobj" else 1.0
    return cost


def _verb_cost(analysis: Mapping[str, Any]) -> float:
    """Rare persons, passives, and longer verbs before shorter ones; ``يعد`` is "is considered", not "promises"."""
    get = analysis.get
    cost = {"1": 1.1, "2": 1.8}.get(str(get("per")), 0.0) + 0.02 * len(str(get("lex", "")))
    cost += 0.3 if get("num") == "d" else 0.8 if (get("num"), get("gen")) == ("p", "f") else 0.0
    cost += 0.15 if get("vox") == "p" else 0.0
    cost += 0.6 if get("lex") == "وعد" and get("asp") == "i" and "_" not in str(get("enc0", "0")) else 0.0
    cost += 0.3 if get("lex") == "ودع" else 0.0  # rarer in news than و and دعا
    return cost + (0.15 if get("prc1") == "li_jus" else 0.0)


def _spelling_cost(written: str, form: str, enclitic: bool) -> float:
    """Loose spelling is common (ا for أ, ه for ة, ي for ى); a hamza or dots that the lexicon lacks are not."""
    if enclitic and form.endswith(("ة", "ى")):
        written, form = written[:-1], form[:-1]
    if written == form:
        return 0.0
    cost = 0.3
    for a, b in zip(written, form, strict=False):
        if a != b and a in "أإآةى":
            cost += 3.0
        elif a != b and b == "آ":
            cost += 0.4
        elif a != b and a == "ي" and b == "ى":
            cost += 0.2
    return cost


def _features(analysis: Mapping[str, Any], pos: str, enc: str) -> dict[str, str]:
    feats = {"src": "lex"}
    for name in ("gen", "num", "per", "asp"):
        value = str(analysis.get(name, "na"))
        if value not in ("na", "-", "u"):
            feats[name] = value
    if pos == "verb":
        feats["vox"] = str(analysis["vox"])
    feats |= {key: value for (name, given), (key, value) in _FEATURES.items() if analysis.get(name) == given}
    if "governs" in analysis:
        feats["governs"] = str(analysis["governs"])
    if analysis.get("kind") == "both":
        feats["part"] = "act" if pos == "noun" or "tanwin" in feats else "pass"
    if enc not in ("0", "na"):
        feats["enc"] = enc
    return feats
