"""The memory of a worker after 1,000 to 100,000 short documents, each with words of its own.

python -m benchmarks.memory [--documents N] [--lang en|ar|both]
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

from coder.languages.english.runtime import own_process
from coder.model import Document
from coder.pipeline import Coder
from tests.engines.kills import NAMES, SENTENCES


def resident() -> int:
    """The memory of this process in MB (Linux)."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 // 2**20


def document(number: int, lang: str, chance: random.Random) -> Document:
    """One sentence of news and a name that no other document has."""
    form = chance.choice(SENTENCES[lang]).format(a=chance.choice(NAMES[lang]), b=chance.choice(NAMES[lang]), n=3)
    letters = "abdefgiklmnorstuz" if lang == "en" else "ابتجحدرسصطعفقكلمنهوي"
    name = "".join(chance.choices(letters, k=9))
    more = f" {name.capitalize()} attacked." if lang == "en" else f" هاجم {name}."
    return Document(f"d{number}", form + more, lang=lang)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--lang", choices=["en", "ar", "both"], default="both")
    chosen = parser.parse_args()
    own_process()  # as workers do
    langs = ["en", "ar"] if chosen.lang == "both" else [chosen.lang]
    coder, chance, started = Coder(), random.Random(1), time.process_time()
    stream = (document(n, langs[n % len(langs)], chance) for n in range(chosen.documents))
    marks = {1000, 2000, 5000, 10_000, 20_000, 50_000, chosen.documents}
    first = 0
    for number, _ in enumerate(coder.code_documents(stream), 1):
        if number in marks:
            now = resident()
            first = first or now
            spent = time.process_time() - started
            print(f"{number:>8,} documents: {now:,} MB, {100 * now / first - 100:+.1f} %, {spent:.0f} s", flush=True)


if __name__ == "__main__":
    main()
