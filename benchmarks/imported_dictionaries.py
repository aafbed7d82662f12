"""How long coding takes with PETRARCH dictionaries and with ours: both times and their ratio from one run.

    python benchmarks/imported_dictionaries.py news.jsonl --verbs CAMEO.2.0.txt \\
        --actors Phoenix.Countries.actors.txt --actors Phoenix.International.actors.txt --agents Phoenix.agents.txt

The documents are coded in blocks of 50, each with both, one after the other in turn, so that what else the machine
does meets both alike. Coding starts when everything is loaded; loading is timed apart, without the parser's model.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import coder
from coder.dictionary.petrarch import Sources, import_petrarch
from coder.model import Document
from coder.pipeline import CodedDocument
from coder.readers import read_documents

BLOCK = 50
WARM_UP = "Ghana condemned Togo on Monday."


@dataclass
class Side:
    """One set of dictionaries, loaded, with what coding with it has taken and given so far."""

    name: str
    dictionaries: Path | None
    loading: float = 0.0
    coding: float = 0.0
    sentences: int = 0
    events: int = 0
    failed: int = 0
    coder: coder.Coder = field(init=False)

    def load(self) -> None:
        start = time.perf_counter()
        self.coder = coder.load(dictionaries=self.dictionaries)
        self.coder.code(WARM_UP, date="2020-01-06", lang="en")
        self.loading = time.perf_counter() - start

    def code(self, documents: Sequence[Document]) -> None:
        start = time.perf_counter()
        coded = list(self.coder.code_documents(documents))
        self.coding += time.perf_counter() - start
        done = [item for item in coded if isinstance(item, CodedDocument)]
        self.sentences += sum(item.sentences for item in done)
        self.events += sum(len(item.events) for item in done)
        self.failed += len(coded) - len(done)


def main(arguments: Sequence[str] | None = None) -> int:
    """Import, load and code; exit code 1 when a document fails."""
    given = _arguments(arguments)
    documents = [item for item in read_documents([given.documents]) if isinstance(item, Document)]
    with TemporaryDirectory() as folder:
        start = time.perf_counter()
        imported = Path(folder, "imported")
        import_petrarch(Sources(given.verbs, tuple(given.actors), given.agents, given.discards, given.issues), imported)
        print(f"import   {time.perf_counter() - start:8.1f} s")
        Side("model", None).load()
        sides = [Side("ours", None), Side("imported", imported)]
        for side in sides:
            side.load()
        for number, first in enumerate(range(0, len(documents), BLOCK)):
            for side in sides if number % 2 == 0 else sides[::-1]:
                side.code(documents[first : first + BLOCK])
    print(f"{len(documents)} documents")
    print(f"{'':9}{'load s':>8}{'code s':>9}{'sentences':>11}{'events':>8}{'failed':>8}")
    for side in sides:
        counts = f"{side.sentences:11}{side.events:8}{side.failed:8}"
        print(f"{side.name:9}{side.loading:8.1f}{side.coding:9.1f}{counts}")
    ours, theirs = sides
    print(f"imported / ours: loading {theirs.loading / ours.loading:.2f}, coding {theirs.coding / ours.coding:.2f}")
    return 1 if ours.failed or theirs.failed else 0


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("documents", type=Path, help="JSON Lines with the fields text, date and lang")
    parser.add_argument("--actors", type=Path, action="append", default=[], help="may be repeated")
    for name in ("verbs", "agents", "discards", "issues"):
        parser.add_argument(f"--{name}", type=Path)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
