"""Codes generated hostile documents: none may crash the coder, take over 5 s, or be rejected without its name.

python -m benchmarks.hostile [--documents N] [--seed N]

Hypothesis draws the documents: texts of hostile pieces, records with wrong fields, and mutations of the articles in
``examples/``, in both languages.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from coder.model import Document
from coder.pipeline import CodedDocument, Coder
from coder.readers import ReadDefaults, ReadLimits, Record, Rejection, to_document

SECONDS = 5.0
EXAMPLES = Path(__file__).parent.parent / "examples"
PIECES = [
    *("\u202e", "\u202c", "\u2067", "\u200d", "\u200c", "\u200f", "\ufeff", "\u00ad", "\u0640", "\u064e", "\u0301"),
    *(
        "\x01",
        "\x08",
        "\x1b[31m",
        "\x85",
        "\u2028",
        "\r",
        "\ufffd",
        "\U0001f469\u200d\U0001f467",
    ),
    *("((((((((", "))))))))", "[" * 40, '"""', "«»«", "...", "?!?!", ". . . ", "- - ", "• ", "\n\n\n", "\t", "\u00a0"),
    *(
        "<p class='x'>",
        "</div>",
        "&nbsp;",
        "&#x27;",
        "<script>",
        "http://a.b/c?d=e",
        "a@b.c",
        "QUJDREVGR0hJSktMTU5P" * 4,
    ),
    *(
        "\ufeb3\ufeee\ufead\ufef3\ufe8e",
        "\ufdfa",
        "\ufdf2",
        "سـوريـا",
        "قَصَفَتْ",
        "Syria" * 30,
        "سوريا" * 30,
        "a" * 300,
        "و" * 100,
    ),
    *(
        "killed 1e9 people ",
        "on 31 February 2024 ",
        "in 99999 BC ",
        "-5 soldiers ",
        "two hundred and and ",
        "مئتان و و ",
    ),
    *(
        "Syria and Iran and Iraq and ",
        "the minister of the minister of ",
        "وزير وزير وزير ",
        "he said that he said that ",
    ),
    *("Syrian troops attacked rebels near Homs. ", "هاجمت القوات السورية مقاتلي المعارضة قرب حمص. "),
    *("Iran denied that Israel threatened to bomb Syria ", "نفت إيران أن تكون إسرائيل هددت بقصف سوريا "),
]


def articles() -> list[str]:
    """The texts of the examples."""
    found = []
    for path in sorted(EXAMPLES.glob("*.jsonl")):
        found += [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return found


def mutations() -> st.SearchStrategy[str]:
    """An article, or a part of it, with some stretches cut, doubled, reversed, recased, swapped or overwritten."""

    def apply(text: str, start: int, length: int, changes: list[tuple[str, int, int, str]]) -> str:
        text = text[start % len(text) :][:length]
        for kind, begin, size, piece in changes:
            begin %= len(text) + 1
            part = text[begin : begin + size]
            new = {
                "cut": "",
                "double": part * 2,
                "many": part[:20] * 20,
                "reverse": part[::-1],
                "case": part.swapcase(),
                "glue": part.replace(" ", ""),
                "insert": piece + part,
                "between": piece.join(part),
            }[kind]
            text = text[:begin] + new[:3000] + text[begin + size :]
        return text

    kinds = st.sampled_from(["cut", "double", "many", "reverse", "case", "glue", "insert", "between"])
    change = st.tuples(kinds, st.integers(0, 5000), st.integers(1, 60), st.sampled_from(PIECES))
    starts, lengths = st.integers(0, 5000), st.integers(20, 400)
    return st.builds(apply, st.sampled_from(articles()), starts, lengths, st.lists(change, min_size=1, max_size=6))


def texts() -> st.SearchStrategy[str]:
    """Hostile pieces with anything between them."""
    words = st.text(st.characters(codec="utf-8"), max_size=12)
    refused = st.sampled_from(["\x00", "\ud800", "\udfff"])
    pieces = st.sampled_from(PIECES)
    return st.lists(st.one_of(*[pieces] * 10, *[words] * 10, refused), max_size=12).map("".join)


def records() -> st.SearchStrategy[dict[str, Any]]:
    """Input records, most of them with good fields."""
    junk = st.one_of(st.none(), st.integers(), st.floats(), st.text(max_size=5), st.lists(st.integers(), max_size=2))
    good_day = st.dates(date(1990, 1, 1), date(2030, 1, 1)).map(lambda d: d.isoformat())
    days = st.one_of(*[good_day] * 12, st.sampled_from(["2024-02-30", "yesterday", ""]), junk)
    offsets = st.integers(0, 30)
    mention = st.fixed_dictionaries({"start": offsets, "end": offsets}, optional={"code": st.text(max_size=8)})
    plain = {"text": st.one_of(mutations(), mutations(), texts())}
    others = {
        "date": days,
        "title": st.one_of(texts(), mutations().map(lambda t: t[:200])),
        "lang": st.sampled_from(["en", "ar", "auto", "EN-us", "ar", "en", "fr", ""]),
        "mentions": st.one_of(*[st.lists(mention, max_size=1)] * 8, junk),
        "publisher": st.one_of(*[st.text("ab\u202e", max_size=5)] * 8, junk),
    }
    dated = st.fixed_dictionaries({**plain, "date": good_day}, optional={"lang": st.sampled_from(["en", "ar"])})
    wild = st.fixed_dictionaries({"text": st.one_of(*[texts()] * 3, junk)}, optional=others)
    return st.one_of(dated, dated, dated, wild)


class Trial:
    """Codes records in batches and keeps count."""

    def __init__(self, coder: Coder) -> None:
        self.coder = coder
        self.counts: Counter[str] = Counter()
        self.faults: list[str] = []
        self.slowest = 0.0
        self._waiting: list[Document] = []

    def add(self, fields: dict[str, Any]) -> None:
        """Read a record; code it when there are enough."""
        self.counts["documents"] += 1
        doc_id = f"d{self.counts['documents']}"
        read = to_document(Record("here", doc_id, fields), ReadDefaults(), ReadLimits())
        if isinstance(read, Rejection):
            self._check(read, doc_id)
            self.counts["rejected by the readers"] += 1
        else:
            self._waiting.append(read)
            if len(self._waiting) == 64:
                self.flush()

    def flush(self) -> None:
        """Code what waits; where that takes long, document by document."""
        waiting, self._waiting = self._waiting, []
        if self._code(waiting) > SECONDS:
            for document in waiting:
                spent = self._code([document], count=False)
                self.slowest = max(self.slowest, spent)
                if spent > SECONDS:
                    self.faults.append(f"{spent:.1f} s: {document!r}")

    def _code(self, documents: list[Document], count: bool = True) -> float:
        started = time.process_time()
        try:
            coded = list(self.coder.code_documents(documents))
        except Exception as error:
            self.faults.append(f"{type(error).__name__}: {error}: {documents!r}"[:3000])
            coded = []
        spent = time.process_time() - started
        for document, item in zip(documents, coded, strict=bool(coded)) if count else ():
            if isinstance(item, CodedDocument):
                self.counts["events"] += len(item.events)
                self.counts["coded"] += 1
            else:
                self._check(item, document.id)
                known = "in no supported language" in item.reason
                self.counts["in no known language" if known else "could not be coded"] += 1
                if not known:
                    self.faults.append(f"{item.reason}: {document!r}")
        return spent

    def _check(self, rejection: Rejection, doc_id: str) -> None:
        if rejection.doc_id != doc_id or not rejection.reason:
            self.faults.append(f"not named: {rejection} of {doc_id}")


def draw(count: int, number: int, take: Any) -> None:
    """Hand ``count`` records to ``take``."""

    @seed(number)
    @settings(
        max_examples=count,
        phases=[Phase.generate],
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(records())
    def each(fields: dict[str, Any]) -> None:
        take(fields)

    each()


def _parts(total: int) -> Iterator[int]:
    while total > 0:
        yield min(total, 2000)
        total -= 2000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    trial, started = Trial(Coder()), time.monotonic()
    for part, count in enumerate(_parts(chosen.documents)):
        draw(count, chosen.seed * 100_000 + part, trial.add)
        trial.flush()
        shown = ", ".join(f"{name} {n:,}" for name, n in trial.counts.items())
        print(f"{time.monotonic() - started:.0f} s: {shown}; faults {len(trial.faults)}", flush=True)
        for fault in trial.faults[:20]:
            print("   ", fault[:1500])
        if len(trial.faults) > 20:
            break
    sys.exit(bool(trial.faults))


if __name__ == "__main__":
    main()
