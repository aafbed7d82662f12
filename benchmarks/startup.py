"""From the start of a process to its first event, with the caches warm: one sentence in a new process each time.

    python benchmarks/startup.py

Wall-clock time, because that is what a user waits; also the processor time of the process.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from statistics import median

from common import arguments, machine

SENTENCES = {"en": "Syrian troops attacked Hama.", "ar": "هاجمت القوات السورية مدينة حماة."}
FIRST_EVENT = """
import sys
from coder.languages.english.runtime import own_process
own_process()
from coder.pipeline import Coder
sys.exit(not Coder().code(sys.argv[1], lang=sys.argv[2]))
"""


def main(given: Sequence[str] | None = None) -> int:
    """Print the median of the seconds for each language."""
    options = arguments(__doc__, 1).parse_args(given)
    print(machine())
    for lang, text in SENTENCES.items():
        _first_event(text, lang)
        times = [_first_event(text, lang) for _ in range(options.repeats)]
        wall, processor = (median(column) for column in zip(*times, strict=True))
        print(f"{lang}: first event after {wall:.2f} s ({processor:.2f} s of processor time)")
    return 0


def _first_event(text: str, lang: str) -> tuple[float, float]:
    start, used = time.perf_counter(), _processor()
    subprocess.run([sys.executable, "-c", FIRST_EVENT, text, lang], check=True)
    return time.perf_counter() - start, _processor() - used


def _processor() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime


if __name__ == "__main__":
    sys.exit(main())
