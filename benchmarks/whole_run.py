"""The whole run, from text to events, with and without the relevance gate, against spaCy's pipeline alone.

    python benchmarks/whole_run.py news.jsonl

English is compared with the bare pipeline that it uses, on the same sentences; Arabic, which needs no spaCy, is given
in sentences a second. Each side runs in turn with the others, in processor time.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from statistics import median

from common import arguments, corpus, in_turn, machine, ratio

from coder.languages.en import load_pipeline
from coder.languages.split import sentences
from coder.model import Document
from coder.pipeline import CodedDocument, Coder, CoderOptions


def main(given: Sequence[str] | None = None) -> int:
    """Print speeds and ratios for English, Arabic and both together."""
    options = arguments(__doc__, 200).parse_args(given)
    print(machine())
    gated = Coder()
    whole = Coder(CoderOptions(gate=False), store=gated.store)
    for languages in (("en",), ("ar",), ("en", "ar")):
        documents = corpus(options.corpus, options.documents, languages)
        if documents:
            _measure(" and ".join(languages), documents, gated, whole, options.repeats)
    return 0


def _measure(name: str, documents: list[Document], gated: Coder, whole: Coder, repeats: int) -> None:
    texts = [s.text for d in documents for s in sentences(d)]
    words = sum(len(text.split()) for text in texts)
    sides = {"all": lambda: _code(whole, documents), "gate": lambda: _code(gated, documents)}
    if name == "en":
        sides["spaCy"] = lambda: _parse(texts)
    events = {side: run() for side, run in sides.items()}
    if events["all"] != events["gate"]:
        raise SystemExit("the gate changed the events")
    seconds = in_turn(sides, repeats)
    print(f"{name}: {len(documents)} documents, {len(texts)} sentences, {words} words, {events['all']} events")
    for side, found in seconds.items():
        middle = median(found)
        against = "" if "spaCy" not in seconds else f"  to spaCy alone {ratio(found, seconds['spaCy'])}"
        print(f"  {side:6}{len(texts) / middle:8.0f} sentences/s{words / middle:9.0f} words/s{against}")
    print(f"  gate to all {ratio(seconds['gate'], seconds['all'])}")


def _code(coder: Coder, documents: list[Document]) -> int:
    return sum(len(item.events) for item in coder.code_documents(documents) if isinstance(item, CodedDocument))


def _parse(texts: list[str]) -> int:
    return sum(len(doc) for doc in load_pipeline().pipe(texts))


if __name__ == "__main__":
    sys.exit(main())
