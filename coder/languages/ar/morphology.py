"""Readings of Arabic words: camel-tools' analyser over a lexicon, and rules for words that no lexicon holds."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from coder.errors import ModelError, OptionError
from coder.languages.ar import lexicon
from coder.languages.ar.guess import PROCLITICS, guess
from coder.languages.ar.normalise import fold
from coder.languages.ar.reading import Reading
from coder.languages.base import Vocabulary

CHOICES = ("embedded", "buckwalter", "calima")
_CATALOGUE = {"version": "1.6.0", "packages": {}, "components": {}}
_LOCK = threading.Lock()
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
_ORIGIN_COST = {"frequent": -0.1, "shared": 0.25, "rare": 0.5, "guess": 0.6}
_PROCLITIC_COST = {"و": 0.1, "ف": 0.35, "ب": 0.1, "ل": 0.1, "ك": 0.9, "س": 0.0}


def _user_catalogue() -> bool:
    folder = os.environ.get("CAMELTOOLS_DATA")
    base = Path(folder).expanduser() if folder else Path.home() / ".camel_tools"
    return (base / "catalogue.json").exists()


def import_camel_tools() -> Any:
    """Import camel-tools' analyser without network and without writing to the home folder.

    Its data module downloads a catalogue when none is there, and creates ``~/.camel_tools``: unless the user has one,
    it is given an empty catalogue in our cache, and for the time of the import that folder as home.
    """
    with _LOCK:
        home: dict[str, str | None] = {}
        if not _user_catalogue():
            folder = lexicon.cache_folder() / "camel_tools"
            folder.mkdir(parents=True, exist_ok=True)
            if not (folder / "catalogue.json").exists():
                lexicon.write_atomically(folder / "catalogue.json", json.dumps(_CATALOGUE))
            os.environ["CAMELTOOLS_DATA"] = str(folder)
            home = {name: os.environ.get(name) for name in ("HOME", "USERPROFILE")}
            os.environ.update(dict.fromkeys(home, str(folder)))
        try:
            from camel_tools.morphology import analyzer, database
        except ImportError as error:
            raise ModelError(f"camel-tools cannot be imported: {error}", hint="pip install camel-tools") from error
        finally:
            for name, value in home.items():
                if value is None:
                    del os.environ[name]
                else:
                    os.environ[name] = value
    return analyzer, database


class Morphology:
    """All readings of a word, lexical ones first by cost; rules step in where the lexicon has none."""

    def __init__(self, vocabulary: Vocabulary, choice: str = "embedded") -> None:
        if choice not in CHOICES:
            raise OptionError(f"unknown morphology {choice!r}", hint=f"choose one of: {', '.join(CHOICES)}")
        if choice != "embedded":
            raise ModelError(
                f"the morphology {choice!r} is not installed", hint="use --morphology embedded, the default"
            )
        analyzer, database = import_camel_tools()
        self._analyzer = analyzer.Analyzer(database.MorphologyDB(str(lexicon.database_path(vocabulary)), flags="a"))
        self._names = vocabulary.names
        self.readings: Callable[[str], tuple[Reading, ...]] = lru_cache(maxsize=200_000)(self._readings)

    def lexical(self, word: str) -> list[Reading]:
        """Readings from the lexicon alone, of a word that ``strip_marks`` has cleaned."""
        if not word or not word.isalpha():
            return []
        found: dict[tuple[object, ...], Reading] = {}
        for analysis in self._analyzer.analyze(word):
            reading = _reading(word, analysis)
            if reading.enclitic and word[reading.end] == "ة":
                continue
            if reading.feats.get("fut") == "yes" and reading.feats.get("mood") == "j":
                continue  # no jussive after the س of the future: سيطر is "controlled", not "will fly"
            if "exact" in analysis and word[len(reading.proclitics) : reading.end] != analysis["diac"]:
                continue
            key = (reading.proclitics, reading.end, reading.pos, reading.lemma, reading.feats_key())
            if key not in found or found[key].cost > reading.cost:
                found[key] = reading
        return list(found.values())

    def _readings(self, word: str) -> tuple[Reading, ...]:
        readings = self.lexical(word)
        readings += self._name_readings(fold(word), readings)
        readings += [_nisba(r) for r in readings if r.enclitic == "ي" and r.pos == "NOUN" and "num" in r.feats][:1]
        if not readings:
            readings = guess(word, self.lexical)
        return tuple(sorted(readings, key=lambda r: (r.cost, len(r.proclitics), r.lemma, r.pos)))

    def _name_readings(self, norm: str, readings: list[Reading]) -> list[Reading]:
        """Names of the dictionaries that the lexicon would take apart, take for a verb or does not know."""
        out = []
        for proclitics in ("", *PROCLITICS):
            if not norm.startswith(proclitics):
                continue
            rest = norm[len(proclitics) :]
            if proclitics.endswith("ل") and rest.startswith("ل") and "ال" + rest[1:] in self._names:
                rest = "ال" + rest[1:]
            if len(rest) < 3 or rest not in self._names:
                continue
            if not any(r.proclitics == proclitics and not r.enclitic and r.pos != "VERB" for r in readings):
                out.append(Reading.name(rest, len(norm), proclitics, sum(_PROCLITIC_COST[p] for p in proclitics)))
        return out


def _nisba(possessed: Reading) -> Reading:
    """The adjective that looks like a noun with "my" (منزلي): the likelier of the two in news."""
    norm = possessed.norm[: -1 if possessed.norm.endswith("ه") else None] + "ي"
    feats = {"src": "rule", "gen": "m", "num": "s", "nisba": "yes"}
    end, cost = possessed.end + 1, possessed.cost - 0.7
    return Reading(possessed.proclitics, end, "", norm, norm, "ADJ", feats, cost)


def _reading(word: str, analysis: Mapping[str, Any]) -> Reading:
    proclitics = "".join(_CLITIC_LETTER.get(str(analysis.get(k, "0")), "") for k in ("prc2", "prc1"))
    enc = str(analysis.get("enc0", "0"))
    enclitic = ""
    if "_" in enc:
        person, _, role = enc.partition("_")
        enclitic = _ENCLITIC.get(person) or ("ني" if role == "dobj" else "ي")
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
    cost = sum(_PROCLITIC_COST[p] for p in proclitics)
    if proclitics and proclitics[-1] in "بلك" and len(str(get("diac"))) < 3:
        cost += 0.5
    origin = str(get("origin", "0"))
    cost += _ORIGIN_COST.get(origin, 0.0)
    if origin != "list":
        cost += _PARTICIPLE_COST.get(str(get("kind", "0")), 0.0)
    if get("pos") == "verb":
        cost += _verb_cost(analysis)
    else:
        cost += {"d": 0.35, "p": 0.15}.get(str(get("num")), 0.0) + (0.25 if get("cas") == "a" else 0.0)
    if get("pos") == "adj" and "_" in enc:
        cost += 0.3
    if "_" in enc and not enc.endswith("_pron"):
        cost += 0.2 if enc[0] == "3" else 1.3 if enc == "1p_dobj" else 1.0
    return cost


def _verb_cost(analysis: Mapping[str, Any]) -> float:
    """Rare persons, passives, and longer verbs before shorter ones."""
    get = analysis.get
    cost = {"1": 1.1, "2": 1.8}.get(str(get("per")), 0.0) + 0.02 * len(str(get("lex", "")))
    cost += 0.3 if get("num") == "d" else 0.8 if (get("num"), get("gen")) == ("p", "f") else 0.0
    cost += 0.15 if get("vox") == "p" else 0.0
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
