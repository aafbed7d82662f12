"""Writes a morphology database in the ALMOR format that camel-tools reads: affixes, their combinations, and stems.

The ``diac`` of a reading is the base word in real spelling: article, stem and inflection, without proclitics and
enclitic pronouns (ta marbuta stays ta marbuta before a pronoun), so that no spelling has to be undone afterwards.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from coder.languages.ar.normalise import fold

Features = dict[str, str]
Row = tuple[str, str, str]
Table = defaultdict[str, set[str]]

_CLOSED = {
    "pos": "noun adj noun_prop verb prep conj conj_sub pron pron_dem pron_rel part part_neg adv noun_num interj digit "
    "punc latin foreign",
    "prc2": "0 na wa_conj fa_conj",
    "prc1": "0 na bi_prep li_prep ka_prep sa_fut li_jus",
    "prc0": "0 na Al_det",
    "per": "na 1 2 3",
    "asp": "na p i c",
    "vox": "na a p u",
    "mod": "na i s j u",
    "gen": "na - m f u",
    "num": "na - s d p u",
    "stt": "na i d c u",
    "cas": "na u a",
    "kind": "0 na masdar act pass both nisba elative",
    "origin": "0 na list paradigm frequent shared rare guess large",
    "enc0": "0 na "
    + " ".join(f"{p}_{k}" for p in "1s 1p 2ms 2mp 3ms 3fs 3d 3mp 3fp".split() for k in ("dobj", "poss", "pron")),
    "source": "lex backoff spvar digit punc foreign",
}
_OPEN = ("diac", "lex", "bw")
_CLITIC = {"prc2": "0", "prc1": "0", "prc0": "0", "enc0": "0"}
_DEFAULTS: dict[str, Features] = {
    "verb": {**_CLITIC, "per": "3", "gen": "m", "num": "s", "asp": "p", "vox": "u", "mod": "u"},
    "nominal": {**_CLITIC, "gen": "-", "num": "-", "stt": "i", "cas": "u", "kind": "0"},
    "particle": {**_CLITIC},
}
NOMINAL = frozenset({"noun", "adj", "noun_prop", "noun_num"})

_CONJUNCTIONS: tuple[tuple[str, Features], ...] = (("", {}), ("و", {"prc2": "wa_conj"}), ("ف", {"prc2": "fa_conj"}))
_PREPOSITIONS: tuple[tuple[str, Features], ...] = (
    ("", {}),
    ("ب", {"prc1": "bi_prep"}),
    ("ل", {"prc1": "li_prep"}),
    ("ك", {"prc1": "ka_prep"}),
)
PRONOUNS = {
    "1s": "ي",
    "1p": "نا",
    "2ms": "ك",
    "2mp": "كم",
    "3ms": "ه",
    "3fs": "ها",
    "3d": "هما",
    "3mp": "هم",
    "3fp": "هن",
}
_NOT_ON_VERBS = frozenset({"1s"})

# suffix class -> (surface, features, surface before a pronoun or None, state)
# State: X any, I indefinite only, C construct only, E only with a pronoun.
_NOUN_SUFFIXES: dict[str, tuple[tuple[str, Features, str | None, str], ...]] = {
    "0": (("", {}, "", "X"),),
    "b": (("", {}, None, "X"),),
    "e": (("", {}, "", "E"),),
    "a": (("ا", {"cas": "a", "stt": "i"}, None, "I"),),
    "t": (
        ("ة", {"gen": "f", "num": "s"}, "ت", "X"),
        ("تان", {"gen": "f", "num": "d"}, None, "X"),
        ("تين", {"gen": "f", "num": "d"}, None, "X"),
        ("تا", {"gen": "f", "num": "d"}, "تا", "C"),
        ("تي", {"gen": "f", "num": "d"}, "تي", "C"),
    ),
    "B": (("ة", {}, "ت", "X"),),
    "A": (("ات", {"gen": "f", "num": "p"}, "ات", "X"),),
    "U": (
        ("ون", {"gen": "m", "num": "p"}, None, "X"),
        ("ين", {"gen": "m", "num": "p"}, None, "X"),
        ("و", {"gen": "m", "num": "p"}, "و", "C"),
        ("ي", {"gen": "m", "num": "p"}, "ي", "C"),
    ),
    "n": (
        ("ان", {"num": "d"}, None, "X"),
        ("ين", {"num": "d"}, None, "X"),
        ("ا", {"num": "d"}, "ا", "C"),
        ("ي", {"num": "d"}, "ي", "C"),
    ),
}
_PERFECT: dict[str, tuple[tuple[str, str, Features], ...]] = {
    "P0": (("", "", {"per": "3", "gen": "m", "num": "s"}),),
    "PT": (("ت", "ت", {"per": "3", "gen": "f", "num": "s"}), ("تا", "تا", {"per": "3", "gen": "f", "num": "d"})),
    "PU": (("وا", "و", {"per": "3", "gen": "m", "num": "p"}),),
    "PD": (
        ("نا", "نا", {"per": "1", "gen": "u", "num": "p"}),
        ("ن", "ن", {"per": "3", "gen": "f", "num": "p"}),
    ),
    "PA": (("ا", "ا", {"per": "3", "gen": "m", "num": "d"}),),
    "PC": (
        ("ت", "ت", {"per": "1", "gen": "u", "num": "s"}),
        ("نا", "نا", {"per": "1", "gen": "u", "num": "p"}),
        ("ن", "ن", {"per": "3", "gen": "f", "num": "p"}),
        ("تم", "تمو", {"per": "2", "gen": "m", "num": "p"}),
    ),
}
_IMPERFECT: dict[str, tuple[tuple[str, str, Features], ...]] = {
    "I0": (("", "", {}),),
    "IU": (("ون", "ون", {"num": "p", "mod": "i"}), ("وا", "و", {"num": "p", "mod": "s"})),
    "IA": (("ان", "ان", {"num": "d", "mod": "i"}), ("ا", "ا", {"num": "d", "mod": "s"})),
    "IN": (("ن", "ن", {"num": "p", "gen": "f"}),),
}
_PERSONS: tuple[tuple[str, str, Features, frozenset[str]], ...] = (
    ("ي", "Y", {"per": "3", "gen": "m"}, frozenset({"I0", "IU", "IA", "IN"})),
    ("ت", "T", {"per": "3", "gen": "f"}, frozenset({"I0", "IA"})),
    ("ت", "S", {"per": "2", "gen": "m"}, frozenset({"IU"})),
    ("ن", "N", {"per": "1", "gen": "u", "num": "p"}, frozenset({"I0"})),
    ("أ", "H", {"per": "1", "gen": "u", "num": "s"}, frozenset({"I0"})),
)


def row_text(features: Mapping[str, str]) -> str:
    """Features in the notation of a row."""
    return " ".join(f"{k}:{v}" for k, v in features.items())


def default_features(pos: str) -> Features:
    """What a part of speech has where a row says nothing."""
    return _DEFAULTS["verb" if pos == "verb" else "nominal" if pos in NOMINAL else "particle"]


class Database:
    """An ALMOR database under construction; ``stem`` adds words, ``write`` puts it all to a file."""

    def __init__(self) -> None:
        self._prefixes: dict[tuple[str, str, str], None] = {}
        self._suffixes: dict[tuple[str, str, str], None] = {}
        self._stems: dict[tuple[str, str, str], None] = {}
        self._ab: defaultdict[str, set[str]] = defaultdict(set)
        self._bc: defaultdict[str, set[str]] = defaultdict(set)
        self._ac: defaultdict[str, set[str]] = defaultdict(set)
        self._noun_suffix_categories()
        self._verb_suffix_categories()
        self._suffix("", "W0", "", {})
        for key, pronoun in PRONOUNS.items():
            self._suffix(pronoun, "WE", "", {"enc0": f"{key}_pron"})
        self._proclitics()

    def _prefix(self, surface: str, category: str, form: str, features: Features) -> None:
        self._prefixes[(fold(surface), category, row_text({"diac": form, **features}))] = None

    def _suffix(self, surface: str, category: str, form: str, features: Features) -> None:
        self._suffixes[(fold(surface), category, row_text({"diac": form, **features}))] = None

    def _with_pronouns(self, before: str, category: str, form: str, features: Features, role: str) -> None:
        for key, pronoun in PRONOUNS.items():
            if role == "dobj" and key in _NOT_ON_VERBS:
                pronoun = "ني"
            self._suffix(before + pronoun, category, form, {**features, "enc0": f"{key}_{role}"})

    def _noun_suffix_categories(self) -> None:
        for name, rows in _NOUN_SUFFIXES.items():
            for surface, features, before, state in rows:
                if state != "E":
                    extra = {"stt": "c"} if state == "C" else {}
                    self._suffix(surface, f"S{name}{state}", surface, {**features, **extra})
                if before is not None:
                    self._with_pronouns(before, f"S{name}C", surface, {**features, "stt": "c"}, "poss")

    def _verb_suffix_categories(self) -> None:
        for aspect, table in (("p", _PERFECT), ("i", _IMPERFECT)):
            for name, rows in table.items():
                for surface, before, features in rows:
                    self._suffix(surface, name, surface, {"asp": aspect, **features})
                    self._with_pronouns(before, name + "_E", surface, {"asp": aspect, **features}, "dobj")

    def _proclitics(self) -> None:
        nominal = {
            f"S{n}{s}"
            for n, rows in _NOUN_SUFFIXES.items()
            for *_, before, state in rows
            for s in (state, "C" if before is not None else state)
        }
        definite = {c for c in nominal if c.endswith("X")}
        for conj, conj_features in _CONJUNCTIONS:
            for prep, prep_features in _PREPOSITIONS:
                both = {**conj_features, **prep_features}
                self._prefix(conj + prep, "Nprep" if prep else "Nbare", "", both)
                article = {**both, "prc0": "Al_det", "stt": "d"}
                if prep == "ل":
                    self._prefix(conj + "لل", "Nal", "ال", article)
                    self._prefix(conj + "ل", "NalL", "ال", article)
                else:
                    self._prefix(conj + prep + "ال", "Nal", "ال", article)
            self._prefix(conj, "Vp", "", conj_features)
            self._prefix(conj, "W", "", conj_features)
            for prep, prep_features in _PREPOSITIONS[1:]:
                self._prefix(conj + prep, "Wprep", "", {**conj_features, **prep_features})
            self._imperfect_prefixes(conj, conj_features)
        for category in ("Nbare", "Nprep"):
            self._ac[category] |= nominal
        for category in ("Nal", "NalL"):
            self._ac[category] |= definite
        self._ac["Vp"] |= {n + e for n in _PERFECT for e in ("", "_E")}
        for category in ("W", "Wprep"):
            self._ac[category] |= {"W0", "WE"}

    def _imperfect_prefixes(self, conj: str, conj_features: Features) -> None:
        for letter, key, features, suffixes in _PERSONS:
            for mark, extra in (("", {}), ("س", {"prc1": "sa_fut"}), ("ل", {"prc1": "li_jus", "mod": "s"})):
                if mark == "ل" and key in "NHS":
                    continue
                category = f"Vi{key}{'F' if mark == 'س' else 'J' if mark else ''}"
                self._prefix(conj + mark + letter, category, letter, {**conj_features, **features, **extra})
                self._ac[category] |= {s + e for s in suffixes for e in ("", "_E")}

    def stem(self, surface: str, category: str, pos: str, lex: str, features: Mapping[str, str]) -> None:
        """One stem row; ``surface`` in real spelling. Defaults of its part of speech are filled in."""
        row = {"diac": surface, "lex": lex, "bw": "x", "pos": pos, **default_features(pos), **features, "source": "lex"}
        self._stems[(fold(surface), category, row_text(row))] = None

    def verb_stem(
        self, surface: str, lex: str, aspect: str, suffixes: Iterable[str], features: Mapping[str, str]
    ) -> None:
        """A stem of the perfect (``p``) or, without its person letter, the imperfect (``i``).

        ``suffixes`` are the groups it takes: ``P0``; ``P0=0`` only without a pronoun, ``P0=e`` only with one.
        """
        names = sorted(suffixes)
        category = f"V{aspect}_" + "_".join(names)
        if category not in self._bc:
            for name in names:
                base, _, only = name.partition("=")
                self._bc[category] |= {"0": {base}, "e": {base + "_E"}, "": {base, base + "_E"}}[only]
            prefixes = (
                ["Vp"]
                if aspect == "p"
                else [f"Vi{k}{m}" for _, k, _, _ in _PERSONS for m in ("", "F", "J") if not (m == "J" and k in "NHS")]
            )
            for prefix in prefixes:
                self._ab[prefix].add(category)
        self.stem(surface, category, "verb", lex, {"asp": aspect, **features})

    def noun_stem(
        self, surface: str, classes: str, pos: str, lex: str, features: Mapping[str, str], article: str = "optional"
    ) -> None:
        """A nominal stem; ``classes`` are letters of the suffix table, ``article`` is optional, always or never."""
        lam = surface.startswith("ل")
        category = f"N{article[:2]}{'L' if lam else ''}_{''.join(sorted(classes))}"
        if category not in self._bc:
            for letter in classes:
                for *_, before, state in _NOUN_SUFFIXES[letter]:
                    self._bc[category] |= {
                        f"S{letter}{s}"
                        for s in ((state,) if state != "E" else ()) + (("C",) if before is not None else ())
                    }
            with_article = {"NalL", "Nal"} if lam else {"Nal"}
            plain = {"Nbare", "Nprep"}
            for prefix in {"optional": with_article | plain, "always": with_article, "never": plain}[article]:
                self._ab[prefix].add(category)
        self.stem(surface, category, pos, lex, features)

    def word_stem(
        self, surface: str, pos: str, lex: str, pronouns: str, prepositions: bool, features: Mapping[str, str]
    ) -> None:
        """A function word. ``pronouns``: "" takes none, "+" may take one, "=" occurs only with one."""
        category = "W" + {"": "0", "+": "B", "=": "E"}[pronouns] + ("p" if prepositions else "")
        self._bc[category] |= {"": {"W0"}, "+": {"W0", "WE"}, "=": {"WE"}}[pronouns]
        self._ab["W"].add(category)
        if prepositions:
            self._ab["Wprep"].add(category)
        self.stem(surface, category, pos, lex, features)

    def text(self) -> str:
        """The database in ALMOR text form, in a stable order."""
        return render(self._prefixes, self._suffixes, self._stems, self._ab, self._bc, self._ac)


def render(
    prefixes: Mapping[Row, None],
    suffixes: Mapping[Row, None],
    stems: Mapping[Row, None],
    ab: Table,
    bc: Table,
    ac: Table,
) -> str:
    """A database in ALMOR text form: rows of (letters, category, features), and which categories go together."""
    lines = ["###DEFINES###"]
    lines += [f"DEFINE {k} " + " ".join(f"{k}:{v}" for v in values.split()) for k, values in _CLOSED.items()]
    lines += [f"DEFINE {k} {k}:*open*" for k in _OPEN]
    lines.append("###DEFAULTS###")
    lines += [
        f"DEFAULT pos:{p} diac:* lex:* bw:* {row_text(default_features(p))} source:lex" for p in _CLOSED["pos"].split()
    ]
    lines += [
        "###ORDER###",
        "ORDER " + " ".join([*_OPEN, *_CLOSED]),
        "###TOKENIZATIONS###",
        "TOKENIZATION diac",
        "###STEMBACKOFF###",
    ]
    for name, rows in (("PREFIXES", prefixes), ("SUFFIXES", suffixes), ("STEMS", stems)):
        lines.append(f"###{name}###")
        lines += ["\t".join(row) for row in sorted(rows)]
    unused = {category: {"none"} for _, category, _ in prefixes if category not in ab}
    for name, table in (("AB", {**ab, **unused}), ("BC", bc), ("AC", ac)):
        lines.append(f"###TABLE {name}###")
        lines += [f"{a} {b}" for a in sorted(table) for b in sorted(table[a])]
    return "\n".join(lines) + "\n"
