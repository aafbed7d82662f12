"""Ten times the dictionary: loading time, memory and coding speed against the dictionaries that come with the coder.

    python benchmarks/dictionary_size.py news.jsonl

The larger one holds every actor and verb nine times more, under other names that no text has.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Sequence
from dataclasses import replace

from common import arguments, corpus, in_turn, machine, ratio

from coder.dictionary.schema import ActorEntry, VerbEntry
from coder.dictionary.store import LanguageEntries, Store
from coder.model import Document
from coder.pipeline import CodedDocument, Coder

TIMES = 10


def main(given: Sequence[str] | None = None) -> int:
    """Print loading times, their ratio and the ratio of coding times."""
    options = arguments(__doc__, 100).parse_args(given)
    print(machine())
    documents = corpus(options.corpus, options.documents)
    first = Coder()
    _code(first, documents)
    small, large = Coder(store=first.store), Coder(store=_larger(first.store))
    loading = {name: _load(coder) for name, coder in (("ours", small), (f"{TIMES} times", large))}
    for name, (seconds, megabytes) in loading.items():
        print(f"{name:9} compiled in {seconds:5.2f} s, {megabytes:6.0f} MB more at the peak")
    if _code(small, documents) != _code(large, documents):
        raise SystemExit("the larger dictionaries changed the events")
    found = in_turn(
        {"large": lambda: _code(large, documents), "small": lambda: _code(small, documents)}, options.repeats
    )
    print(f"coding with the larger ones takes {ratio(found['large'], found['small'])} of the time")
    return 0


def _load(coder: Coder) -> tuple[float, float]:
    start, before = time.process_time(), _peak()
    for lang in ("en", "ar"):
        coder.stage(lang)
    _ = coder.attribute_coder
    return time.process_time() - start, _peak() - before


def _peak() -> float:
    """The most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _code(coder: Coder, documents: Sequence[Document]) -> int:
    return sum(len(item.events) for item in coder.code_documents(documents) if isinstance(item, CodedDocument))


def _larger(store: Store) -> Store:
    actors = dict(store.actors)
    for i in range(1, TIMES):
        actors |= {f"{key}.{i}": _renamed(actor, i) for key, actor in store.actors.items()}
    languages = {code: _more(entries, code) for code, entries in store.languages.items()}
    return replace(store, actors=actors, languages=languages)


def _renamed(actor: ActorEntry, number: int) -> ActorEntry:
    tables = {
        field: {lang: tuple(f"{_mark(number, lang)}{name}" for name in names) for lang, names in table.items()}
        for field in ("names", "demonyms", "capital", "seats")
        if (table := getattr(actor, field))
    }
    return actor.model_copy(update={"id": f"{actor.id}.{number}", **tables})


def _more(entries: LanguageEntries, lang: str) -> LanguageEntries:
    verbs = dict(entries.verbs)
    for i in range(1, TIMES):
        verbs |= {f"{key}.{i}": _reworded(verb, i, lang) for key, verb in entries.verbs.items()}
    return replace(entries, verbs=verbs)


def _reworded(verb: VerbEntry, number: int, lang: str) -> VerbEntry:
    words = {
        field: tuple(f"{_mark(number, lang)}{word}" for word in getattr(verb, field)) for field in ("verbs", "nouns")
    }
    own = {"verb": f"{_mark(number, lang)}{verb.verb}"} if verb.verb else {}
    return verb.model_copy(update={"id": f"{verb.id}.{number}", **words, **own})


def _mark(number: int, lang: str) -> str:
    return "قق" + "ظ" * number if lang == "ar" else "Xq" + "z" * number


if __name__ == "__main__":
    sys.exit(main())
