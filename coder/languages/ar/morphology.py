"""Readings of Arabic words: camel-tools' analyser over a lexicon, and rules for words that no lexicon holds."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from coder.cache import cache_folder, note_use, prune, write_atomically
from coder.errors import ModelError, OptionError
from coder.languages.ar import buckwalter, lexicon
from coder.languages.ar.analyses import PROCLITIC_COST, reading_of, reading_of_calima
from coder.languages.ar.camel import import_camel_tools, user_folder
from coder.languages.ar.closed import words
from coder.languages.ar.guess import PROCLITICS, guess
from coder.languages.ar.normalise import fold
from coder.languages.ar.noun_classes import HUMAN_NOUNS, standalone_names
from coder.languages.ar.reading import Reading
from coder.languages.base import Vocabulary

CHOICES = ("embedded", "buckwalter", "calima")
_ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a]+")
_PARTICLES = frozenset({"ADP", "CCONJ", "SCONJ", "PRON", "DET", "PART"})


def buckwalter_path() -> Path:
    """Buckwalter's lexicon, compiled once into the user's cache."""
    folder = buckwalter.tables()
    digest = hashlib.sha256(
        "".join(lexicon.source_of(n) for n in ("almor.py", "buckwalter.py", "normalise.py")).encode()
    )
    for name in buckwalter.FILES:
        digest.update((folder / name).read_bytes())
    path = cache_folder() / f"buckwalter-{digest.hexdigest()[:20]}.db"
    if path.exists():
        note_use(path)
    else:
        import_camel_tools()
        write_atomically(path, buckwalter.database_text(folder))
        prune(path, "buckwalter-*.db")
    return path


def calima_path() -> Path:
    """The CALIMA database that camel-tools has downloaded for the user."""
    for package in ("calima-msa-r13", "calima-msa-s31"):
        path = user_folder() / "data" / "morphology_db" / package / "morphology.db"
        if path.is_file():
            return path
    raise ModelError(
        "the CALIMA database is not among the data of camel-tools",
        hint="camel_data -i morphology-db-msa-r13 (GPL), or use --morphology embedded, the default",
    )


def _open(path: Path) -> Any:
    """An analyser over a database. Words in plain Arabic letters go straight to the tables.

    camel-tools first asks of every word whether it is a number, punctuation or foreign, and tries every division of it;
    the analyses are the same, in the same order.
    """
    analyzer, database = import_camel_tools()
    tables = database.MorphologyDB(str(path), flags="a")

    class Analyser(analyzer.Analyzer):  # type: ignore[misc, name-defined]
        def analyze(self, word: str) -> Any:
            if not _ARABIC.fullmatch(word):
                return super().analyze(word)
            letters, found = fold(word), []
            for first in range(min(tables.max_prefix_size, len(word) - 1) + 1):
                if (prefixes := tables.prefix_hash.get(letters[:first])) is None:
                    continue
                for last in range(max(first + 1, len(word) - tables.max_suffix_size), len(word) + 1):
                    stems, suffixes = tables.stem_hash.get(letters[first:last]), tables.suffix_hash.get(letters[last:])
                    if stems is not None and suffixes is not None:
                        found += self._combined_analyses(word, prefixes, stems, suffixes)
            return found

    return Analyser(tables)


_LARGER = {"buckwalter": buckwalter_path, "calima": calima_path}


_BEHIND_CLITICS = words("قيادة اتجاه قطاع بلاد تغير إعادة وكيلة")
_SPLIT = 0.4
_LONG = 6  # letters from which ل and a name is never a name of its own (لأمريكا, but not لبنان)


class Morphology:
    """All readings of a word, lexical ones first by cost; rules step in where the lexicon has none."""

    def __init__(self, vocabulary: Vocabulary, choice: str = "embedded") -> None:
        if choice not in CHOICES:
            raise OptionError(f"unknown morphology {choice!r}", hint=f"choose one of: {', '.join(CHOICES)}")
        larger = _LARGER[choice]() if choice != "embedded" else None
        self._analyzer = _open(lexicon.database_path(vocabulary))
        self._larger = _open(larger) if larger is not None else None
        self._reading_of = reading_of_calima if choice == "calima" else reading_of
        self._names = vocabulary.names

    def lexical(self, word: str) -> list[Reading]:
        """Readings from the lexicon alone, of a word that ``strip_marks`` has cleaned."""
        if not word or not word.isalpha():
            return []
        found: dict[tuple[object, ...], Reading] = {}
        for analysis in self._analyzer.analyze(word):
            reading = reading_of(word, analysis)
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

    def readings(self, word: str) -> tuple[Reading, ...]:
        """All readings of a word that ``strip_marks`` has cleaned, the likeliest first."""
        readings = _whole_before_split(self.lexical(word))
        readings += self._name_readings(fold(word), readings)
        readings += [_nisba(r) for r in readings if r.enclitic == "ي" and r.pos == "NOUN" and "num" in r.feats][:1]
        if not readings and self._larger is not None:
            readings = self._from_larger(word)
        if not readings:
            readings = guess(word, self.lexical)
        return tuple(sorted(readings, key=lambda r: (r.cost, len(r.proclitics), r.lemma, r.pos)))

    def _from_larger(self, word: str) -> list[Reading]:
        """Readings of a word that our lexicon lacks."""
        if not word.isalpha() or self._larger is None:
            return []
        found: dict[tuple[object, ...], Reading] = {}
        for analysis in self._larger.analyze(word):
            reading = self._reading_of(word, analysis)
            if reading is None or (reading.enclitic and word[reading.end] == "ة"):
                continue
            key = (reading.proclitics, reading.end, reading.pos, reading.lemma, reading.feats_key())
            if key not in found or found[key].cost > reading.cost:
                found[key] = reading
        return list(found.values())

    def _name_readings(self, norm: str, readings: list[Reading]) -> list[Reading]:
        """Names of the dictionaries that the lexicon would take apart, take for a verb or does not know.

        Grammar goes before names: ``وأن`` and ``بأنه`` are words of names too (Wan, Banh).
        """
        out: list[Reading] = []
        if any(r.pos in _PARTICLES for r in readings):
            return out
        for proclitics in ("", *PROCLITICS):
            if not norm.startswith(proclitics):
                continue
            rest = norm[len(proclitics) :]
            if proclitics.endswith("ل") and rest.startswith("ل") and "ال" + rest[1:] in self._names:
                rest = "ال" + rest[1:]
            if len(rest) < 3 or rest not in self._names:
                continue
            if not proclitics and any(_is_clitic_and_word(r) for r in readings):
                continue
            split = norm.startswith("ل") and len(norm) >= _LONG and norm[1:] in self._names
            if not proclitics and (split or any(_is_lam_and_noun(r) for r in readings)):
                continue
            if not any(r.proclitics == proclitics and not r.enclitic and r.pos != "VERB" for r in readings):
                out.append(Reading.name(rest, len(norm), proclitics, sum(PROCLITIC_COST[p] for p in proclitics)))
        return out


def _whole_before_split(readings: list[Reading]) -> list[Reading]:
    """``لجنة`` is a committee before it is ل and a garden: where a listed noun is whole, short rests cost more."""
    if not any(r.pos == "NOUN" and not r.proclitics and not r.enclitic for r in readings):
        return readings
    return [replace(r, cost=r.cost + _SPLIT) if _is_short_rest(r) else r for r in readings]


def _is_short_rest(reading: Reading) -> bool:
    """``ل`` before three letters, ``و`` before a preposition with its pronoun (``ولي``: the crown prince has it)."""
    if reading.proclitics == "ل":
        return len(reading.norm) <= 3
    return reading.proclitics == "و" and reading.pos == "ADP" and bool(reading.enclitic) and len(reading.norm) == 1


def _is_lam_and_noun(reading: Reading) -> bool:
    """``لقوات`` inside a name (القيادة العليا لقوات الحلفاء) is ل and a noun all the same."""
    return reading.proclitics == "ل" and reading.pos in ("NOUN", "PROPN") and not reading.enclitic


def _is_clitic_and_word(reading: Reading) -> bool:
    """``والمعارضة`` is "and the opposition" and ``بأمير`` "by the emir", although some name has such a word."""
    if reading.enclitic or reading.proclitics not in ("و", "ب", "وب"):
        return False
    if reading.pos in ("NOUN", "ADJ") and reading.norm.startswith("ال") and len(reading.norm) >= _LONG:
        return True
    return reading.norm in HUMAN_NOUNS or reading.norm in standalone_names() or reading.norm in _BEHIND_CLITICS


def _nisba(possessed: Reading) -> Reading:
    """The adjective that looks like a noun with "my" (منزلي): the likelier of the two in news."""
    norm = possessed.norm[: -1 if possessed.norm.endswith("ه") else None] + "ي"
    feats = {"src": "rule", "gen": "m", "num": "s", "nisba": "yes"}
    end, cost = possessed.end + 1, possessed.cost - 0.7
    return Reading(possessed.proclitics, end, "", norm, norm, "ADJ", feats, cost)
