"""The coding stage alone: from frames to events, on sentences that are analysed already.

python benchmarks/coding_stage.py news.jsonl
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from statistics import median

from common import arguments, corpus, in_turn, machine

from coder.languages.split import sentences
from coder.model import Analysis, Document
from coder.pipeline import Coder


def main(given: Sequence[str] | None = None) -> int:
    """Print sentences and events a second for each language."""
    options = arguments(__doc__, 200).parse_args(given)
    print(machine())
    coder = Coder()
    for lang in ("en", "ar"):
        documents = corpus(options.corpus, options.documents, (lang,))
        if not documents:
            continue
        parsed = [(d, list(coder.analyse(sentences(d)))) for d in documents]
        found = in_turn({lang: lambda parsed=parsed: _code(coder, parsed)}, options.repeats)[lang]
        number, events = sum(len(a) for _, a in parsed), _code(coder, parsed)
        print(f"{lang}: {number} sentences, {events} events: {number / median(found):.0f} sentences/s")
    return 0


def _code(coder: Coder, parsed: list[tuple[Document, list[Analysis]]]) -> int:
    return sum(len(coder.code_with(document, analyses, {})) for document, analyses in parsed)


if __name__ == "__main__":
    sys.exit(main())
