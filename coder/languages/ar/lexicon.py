"""The embedded Arabic lexicon: word lists of our own plus the words of the dictionaries, compiled for camel-tools.

The lists are under ``data/``; the head of each file explains its notation. The compiled database lies in the user's
cache folder under a name that is a hash of its contents' sources, so that a changed word list is a new file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from pathlib import Path

from coder.cache import cache_folder, note_use, prune, write_atomically
from coder.languages.ar.almor import Database, Features
from coder.languages.ar.normalise import normalise
from coder.languages.ar.paradigms import Paradigm, conjugate, guess_form
from coder.languages.base import Vocabulary

_FORMAT = "1"
_MODULES = ("almor.py", "lexicon.py", "paradigms.py", "normalise.py")
_DATA = ("roots.txt", "verbs.txt", "nouns.txt", "adjectives.txt", "names.txt", "words.txt")


@dataclass(frozen=True, slots=True)
class Entry:
    """A noun, adjective or name of the lists, its plurals ("ات" and "ون" are endings), letters for what is special."""

    lemma: str
    plurals: tuple[str, ...] = ()
    flags: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word lists as read."""

    verbs: tuple[tuple[Paradigm, str], ...]
    nouns: tuple[Entry, ...]
    adjectives: tuple[Entry, ...]
    names: tuple[Entry, ...]
    words: tuple[tuple[str, str, str, str, Features], ...]
    known: frozenset[str] = field(default_factory=frozenset)


def read_data(name: str) -> str:
    """The text of a file under ``data/``."""
    return resources.files("coder.languages.ar").joinpath("data").joinpath(name).read_text(encoding="utf-8")


def _lines(name: str) -> Iterator[str]:
    for line in read_data(name).splitlines():
        line = line.split("#", 1)[0].strip()
        if line:
            yield line


def _entries(name: str) -> Iterator[Entry]:
    for line in _lines(name):
        for item in line.split():
            rest, _, flags = item.partition("/")
            lemma, _, plurals = rest.partition("=")
            yield Entry(lemma, tuple(plurals.split(",")) if plurals else (), flags)


def _root_paradigms() -> Iterator[tuple[Paradigm, str]]:
    for line in _lines("roots.txt"):
        root, *items = line.split()
        for item in items:
            form, _, masdars = item.partition(":")
            origin = {"?": "rare", "!": "frequent"}.get(form[-1], "paradigm")
            form = form.rstrip("?!")
            number = form.rstrip("aiu")
            paradigm = conjugate(root, number, form[len(number) :], tuple(masdars.split(",")) if masdars else ())
            yield paradigm, origin


def _listed_paradigms() -> Iterator[tuple[Paradigm, str]]:
    for line in _lines("verbs.txt"):
        parts = [("" if p == "-" else p) for p in line.split()]
        parts += [""] * (8 - len(parts))
        masdars = tuple(filter(None, parts[4].split(",")))
        yield Paradigm(parts[0], parts[1], parts[2], parts[3], parts[7], "", masdars, parts[5], parts[6]), "paradigm"


def _function_words() -> Iterator[tuple[str, str, str, str, Features]]:
    for line in _lines("words.txt"):
        form, pos, lemma, flags, *features = line.split()
        yield form, pos, form if lemma == "=" else lemma, flags, dict(f.split(":", 1) for f in features)


@cache
def load_lexicon() -> Lexicon:
    """Read all word lists."""
    verbs = (*_root_paradigms(), *_listed_paradigms())
    nouns, adjectives = tuple(_entries("nouns.txt")), tuple(_entries("adjectives.txt"))
    names, words = tuple(_entries("names.txt")), tuple(_function_words())
    known = {normalise(p.perfect) for p, _ in verbs}
    known |= {normalise(m) for p, _ in verbs for m in p.masdars}
    known |= {normalise(e.lemma) for group in (nouns, adjectives, names) for e in group}
    return Lexicon(verbs, nouns, adjectives, names, words, frozenset(known))


class Compiler:
    """Turns entries into stems of a morphology database."""

    def __init__(self) -> None:
        self.database = Database()
        self._listed: dict[tuple[str, str], None] = {}

    def verb(self, paradigm: Paradigm, origin: str) -> None:
        """All finite stems, the verbal nouns and the participles of one verb."""
        lex = paradigm.perfect
        base = {"origin": origin}
        same_perfect = paradigm.passive_perfect == paradigm.perfect
        same_imperfect = paradigm.passive_imperfect == paradigm.imperfect
        self._perfect(paradigm.perfect, lex, paradigm.perfect_c, {**base, "vox": "u" if same_perfect else "a"})
        if paradigm.imperfect:
            self._imperfect(paradigm.imperfect, lex, paradigm.jussive, {**base, "vox": "u" if same_imperfect else "a"})
        if paradigm.passive_perfect and not same_perfect:
            self._perfect(paradigm.passive_perfect, lex, "", {**base, "vox": "p"})
        if paradigm.passive_imperfect and not same_imperfect:
            self._imperfect(paradigm.passive_imperfect, lex, "", {**base, "vox": "p"})
        base = {"origin": "paradigm" if origin == "frequent" else origin}
        for masdar in paradigm.masdars:
            if ("noun", masdar) not in self._listed:
                self.nominal("noun", Entry(masdar, ("ات",) if len(masdar) > 3 else ()), {**base, "kind": "masdar"})
        self._participles(paradigm, base)

    def _participles(self, paradigm: Paradigm, base: Features) -> None:
        active, passive = paradigm.active_participle, paradigm.passive_participle
        if active and ("adj", active) not in self._listed:
            kind = "both" if active == passive else "act"
            self.nominal("adj", Entry(active, ("ون", "ات")), {**base, "kind": kind})
        if passive and passive != active and ("adj", passive) not in self._listed:
            self.nominal("adj", Entry(passive, ("ون", "ات")), {**base, "kind": "pass"})

    def _perfect(self, stem: str, lex: str, consonantal: str, features: Features) -> None:
        add = self.database.verb_stem
        last = stem[-1]
        if last in "ىا" and len(stem) > 2:
            add(stem, lex, "p", ["P0=0"], features)
            add(stem[:-1] + "ا", lex, "p", ["P0=e"], features)
            add(stem[:-1], lex, "p", ["PT", "PU"], features)
            add(stem[:-1] + ("ي" if last == "ى" else "و"), lex, "p", ["PA", "PC"], features)
        elif last == "ي":
            add(stem, lex, "p", ["P0", "PT", "PA", "PC"], features)
            add(stem[:-1], lex, "p", ["PU"], features)
        elif last == "أ":
            add(stem, lex, "p", ["P0", "PT", "PU", "PA", "PC"], features)
            add(stem[:-1] + "ؤ", lex, "p", ["PU"], features)
        else:
            add(stem, lex, "p", ["P0", "PT", "PU", "PA"] + ([] if consonantal else ["PC"]), features)
        if consonantal:
            add(consonantal, lex, "p", ["PC"], features)
        ending = consonantal or stem
        if ending.endswith("ن") and len(ending) > 1:
            add(ending[:-1], lex, "p", ["PD"], features)

    def _imperfect(self, whole: str, lex: str, jussive: str, features: Features) -> None:
        add = self.database.verb_stem
        stem = whole[1:]
        last = stem[-1]
        if last in "يوى":
            add(stem, lex, "i", ["I0=0"], features)
            add(stem[:-1] + ("ا" if last == "ى" else last), lex, "i", ["I0=e"], features)
            add(stem[:-1], lex, "i", ["IU"], features)
            add(stem[:-1] + ("ي" if last == "ى" else last), lex, "i", ["IA", "IN"], features)
            add(stem[:-1], lex, "i", ["I0"], {**features, "mod": "j"})
        else:
            add(stem, lex, "i", ["I0", "IU", "IA"] + ([] if jussive else ["IN"]), features)
            if last == "أ":
                add(stem[:-1] + "ؤ", lex, "i", ["IU", "I0=e"], features)
        if jussive:
            add(jussive[1:], lex, "i", ["I0", "IN"], {**features, "mod": "j"})

    def nominal(self, pos: str, entry: Entry, features: Features) -> None:
        """The stems of a noun, adjective or name: singular with its regular inflection, and the broken plurals."""
        lemma, flags = entry.lemma, entry.flags
        article = "never" if "n" in flags else "optional"
        if pos == "noun_prop" and lemma.startswith("ال") and len(lemma) > 4:
            lemma, article = lemma[2:], "always"
        feminine = lemma.endswith("ة") or "f" in flags
        gender = "m" if "m" in flags else "f" if feminine else "m"
        shared = {**features, "gen": gender}
        endings = {"ات": "A", "ون": "U"}
        regular = "".join(endings[p] for p in entry.plurals if p in endings)
        singular = {**shared, "num": "p" if "p" in flags else "s"}
        if pos == "noun_prop":
            self._singular(lemma, "b" if not lemma.endswith("ة") else "B", pos, lemma, singular, article)
            return
        if lemma.endswith("ة"):
            self._singular(lemma, "t" + (regular or ("A" if not entry.plurals else "")), pos, lemma, singular, article)
        elif "d" in flags:
            self._singular(lemma, "0", pos, lemma, singular, article)
        else:
            with_feminine = "t" if pos == "adj" and "x" not in flags else ""
            self._singular(lemma, "0an" + with_feminine + regular, pos, lemma, singular, article)
            if pos == "noun" and ("U" in regular or "h" in flags) and ("noun", lemma + "ة") not in self._listed:
                self._singular(lemma + "ة", "tA", pos, lemma, {**shared, "gen": "f", "num": "s"}, article)
        for plural in entry.plurals:
            if plural not in endings:
                self._broken(plural, pos, lemma, {**shared, "num": "p"}, article)

    def _singular(self, lemma: str, classes: str, pos: str, lex: str, features: Features, article: str) -> None:
        add = self.database.noun_stem
        if lemma.endswith("ة"):
            add(lemma[:-1], classes, pos, lex, features, article)
            return
        if pos == "noun_prop":
            add(lemma, classes, pos, lex, features, article)
            return
        if lemma.endswith("ى"):
            add(lemma, "b", pos, lex, features, article)
            add(lemma[:-1] + "ا", "e", pos, lex, features, article)
            rest = classes.replace("0", "").replace("a", "")
            if rest:
                add(
                    lemma[:-1] + ("ا" if "t" in rest and pos == "adj" else "ي"),
                    rest.replace("n", "") or "n",
                    pos,
                    lex,
                    features,
                    article,
                )
            return
        if lemma.endswith("اء"):
            for seat in "ئؤ":
                add(
                    lemma[:-1] + seat,
                    "e" + ("n" if "n" in classes and seat == "ئ" else ""),
                    pos,
                    lex,
                    features,
                    article,
                )
        add(lemma, classes, pos, lex, features, article)
        if lemma.endswith("يء") and "a" in classes:
            add(lemma[:-1] + "ئ", "an" if "n" in classes else "a", pos, lex, features, article)
        if lemma.endswith("ي") and features.get("kind") in ("act", "both"):
            add(lemma[:-1], "U", pos, lex, features, "optional")
            add(lemma[:-1], "b", pos, lex, {**features, "origin": "rare"}, "never")

    def _broken(self, plural: str, pos: str, lex: str, features: Features, article: str) -> None:
        if plural.endswith("ات") and len(plural) > 4:
            self.database.noun_stem(plural[:-2], "A", pos, lex, {**features, "gen": "f"}, article)
            return
        if plural.endswith("ة"):
            self.database.noun_stem(plural[:-1], "B", pos, lex, features, article)
        else:
            self._singular(plural, "0a", pos, lex, features, article)

    def lexicon(self, lexicon: Lexicon) -> None:
        """Everything in the word lists."""
        kinds: dict[str, str] = {}
        for paradigm, _ in lexicon.verbs:
            active, passive = paradigm.active_participle, paradigm.passive_participle
            kinds |= {passive: "pass", active: "both" if active == passive else "act"}
        for paradigm, _ in lexicon.verbs:
            kinds |= dict.fromkeys(paradigm.masdars, "masdar")
        self._listed |= {("noun", e.lemma): None for e in lexicon.nouns}
        for entry in lexicon.adjectives:
            if entry.lemma.endswith("ي"):
                kinds.setdefault(entry.lemma, "nisba")
        for entry in lexicon.nouns:
            self._list("noun", entry, kinds.get(entry.lemma, "0"))
        for entry in lexicon.adjectives:
            kind = "elative" if "e" in entry.flags else kinds.get(entry.lemma, "0")
            self._list("adj", entry, "nisba" if kind in ("0", "masdar") and entry.lemma.endswith("ي") else kind)
        plurals = {plural for entry in lexicon.nouns for plural in entry.plurals}
        for entry in lexicon.names:
            bare = entry.lemma.removeprefix("ال")
            shared = any((pos, lemma) in self._listed for pos in ("noun", "adj") for lemma in (entry.lemma, bare))
            shared = shared or bare in kinds or entry.lemma in plurals
            self._list("noun_prop", entry, "0", "shared" if shared else "list")
        for paradigm, origin in lexicon.verbs:
            self.verb(paradigm, origin)
        for form, pos, lemma, flags, features in lexicon.words:
            if pos == "noun_num":
                self._number(form, lemma)
                continue
            pronouns = "=" if "=" in flags else "+" if "+" in flags else ""
            self.database.word_stem(form, pos, lemma, pronouns, "p" in flags, features)

    def _list(self, pos: str, entry: Entry, kind: str, origin: str = "list") -> None:
        self._listed[(pos, entry.lemma)] = None
        self.nominal(pos, entry, {"origin": origin, "kind": kind})

    def _number(self, form: str, lemma: str) -> None:
        gender = {"gen": "f" if form.endswith("ة") else "m", "num": "s", "origin": "list"}
        if form.startswith("ال"):
            self.database.noun_stem(form[2:], "b", "noun_num", lemma, gender, "always")
        elif form.endswith("ة"):
            self.database.noun_stem(form[:-1], "t", "noun_num", lemma, gender)
        else:
            self.database.noun_stem(form, "0", "noun_num", lemma, gender)

    def vocabulary(self, vocabulary: Vocabulary, lexicon: Lexicon) -> None:
        """Words of the dictionaries that the lists lack."""
        for lemma in sorted(vocabulary.verbs - lexicon.known):
            guessed = guess_form(lemma) if " " not in lemma else None
            if guessed:
                self.verb(conjugate(*guessed), "guess")
        for noun in sorted(vocabulary.event_nouns - lexicon.known):
            if " " not in noun:
                lemma = noun[:-1] + "ة" if noun.endswith("ه") else noun
                self.nominal("noun", Entry(lemma, ("ات",)), {"origin": "guess"})


def compile_database(vocabulary: Vocabulary) -> Database:
    """The database of the embedded lexicon and the dictionaries' words."""
    compiler = Compiler()
    lexicon = load_lexicon()
    compiler.lexicon(lexicon)
    compiler.vocabulary(vocabulary, lexicon)
    return compiler.database


def source_of(module: str) -> str:
    """The source text of a module of this package: a compiled lexicon is renewed when what makes it changes."""
    return resources.files("coder.languages.ar").joinpath(module).read_text(encoding="utf-8")


def _key(vocabulary: Vocabulary) -> str:
    digest = hashlib.sha256(_FORMAT.encode())
    for name in _MODULES:
        digest.update(source_of(name).encode())
    for name in _DATA:
        digest.update(read_data(name).encode())
    for group in (vocabulary.verbs, vocabulary.event_nouns):
        digest.update("\n".join(sorted(group)).encode() + b"\0")
    return digest.hexdigest()[:20]


def database_path(vocabulary: Vocabulary) -> Path:
    """The compiled database in the cache, compiled first when it is not there."""
    path = cache_folder() / f"ar-{_key(vocabulary)}.db"
    if path.exists():
        note_use(path)
    else:
        write_atomically(path, compile_database(vocabulary).text())
        prune(path, "ar-*.db")
    return path
