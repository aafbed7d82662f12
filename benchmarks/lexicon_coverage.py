"""How much of Arabic text the lexicon knows, what it lacks most, and how many entries it has.

    python benchmarks/lexicon_coverage.py PATH... [--morphology embedded|buckwalter|calima] [--unknown N]

PATH is a plain text file, a CSV file with a column ``text``, a JSON file (a list of records with ``text``) or a
folder of such files. A word is known when a reading of it comes from an entry (a stem of the word lists, with the
inflection and clitics that its paradigm allows); the others are read by their shape alone.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from coder.languages.ar import lexicon
from coder.languages.ar.morphology import CHOICES, Morphology
from coder.languages.ar.normalise import strip_marks
from coder.pipeline import Coder

_WORD = re.compile("[\u0621-\u064a\u0671-\u06d3]+")


def texts(paths: Iterable[Path]) -> Iterator[str]:
    """The texts of files and folders, in order of their names."""
    for path in paths:
        if path.is_dir():
            yield from texts(sorted(path.iterdir()))
        elif path.suffix == ".csv":
            with path.open(encoding="utf-8", newline="") as source:
                yield from (row["text"] for row in csv.DictReader(source))
        elif path.suffix == ".json":
            yield from (str(record["text"]) for record in json.loads(path.read_text(encoding="utf-8")))
        else:
            yield path.read_text(encoding="utf-8")


def unknown_words(words: Iterable[str], morphology: Morphology) -> Counter[str]:
    """The words that no entry explains, with how often they come."""
    return Counter(w for w in words if all(r.feats.get("src") != "lex" for r in morphology.readings(w)))


def entries() -> dict[str, int]:
    """Entries of the embedded word lists by kind; a verb counts once for each form of its root."""
    lists = lexicon.load_lexicon()
    kinds = {"nouns": lists.nouns, "adjectives": lists.adjectives, "names": lists.names, "verbs": lists.verbs}
    return {**{kind: len(found) for kind, found in kinds.items()}, "function words": len(lists.words)}


def main() -> None:
    """Print coverage, the most frequent unknown words and the size of the lexicon."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--morphology", choices=CHOICES, default="embedded")
    parser.add_argument("--unknown", type=int, default=40)
    chosen = parser.parse_args()
    vocabulary = Coder().stage("ar").vocabulary
    morphology = Morphology(vocabulary, chosen.morphology)
    found = [w for text in dict.fromkeys(texts(chosen.paths)) for w in _WORD.findall(strip_marks(text)[0])]
    unknown = unknown_words(found, morphology)
    missing = sum(unknown.values())
    print(f"{len(found)} words, {1 - missing / max(1, len(found)):.4f} of them known; {len(unknown)} unknown forms")
    print(" ".join(f"{word}:{n}" for word, n in unknown.most_common(chosen.unknown)))
    sizes = entries()
    print(", ".join(f"{n} {kind}" for kind, n in sizes.items()) + f"; {sum(sizes.values())} entries in all")


if __name__ == "__main__":
    main()
