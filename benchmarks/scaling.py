"""One process against two, and the memory of a run over 1, 10 and 100 times the input.

    python benchmarks/scaling.py news.jsonl --documents 1000

Whole runs of the command line into a folder. Two processes can be twice as fast only where two cores are free.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from common import arguments, corpus, machine

from coder.model import Document


def main(given: Sequence[str] | None = None) -> int:
    """Print seconds, ratio and peak memory."""
    parser = arguments(__doc__, 1000)
    parser.add_argument("--times", type=int, nargs="*", default=[1, 10, 100], help="multiples of --documents")
    options = parser.parse_args(given)
    print(machine())
    with TemporaryDirectory() as folder:
        base = _write(Path(folder, "base.jsonl"), corpus(options.corpus, options.documents))
        empty = _write(Path(folder, "one.jsonl"), corpus(options.corpus, 1))
        seconds = {}
        for jobs in (1, 2):
            start, full = _run(empty, Path(folder, "out"), jobs), _run(base, Path(folder, "out"), jobs)
            seconds[jobs] = full[0] - start[0]
            print(f"{jobs} process{'es' * (jobs > 1)}: {seconds[jobs]:.1f} s beyond the start-up of {start[0]:.1f} s")
        print(f"two processes are {seconds[1] / seconds[2]:.2f} times as fast as one")
        for times in options.times:
            many = _write(Path(folder, "many.jsonl"), corpus(options.corpus, options.documents * times))
            _, peak = _run(many, Path(folder, "out"), 1)
            print(f"{options.documents * times} documents: at most {peak:.0f} MB")
    return 0


def _write(path: Path, documents: Sequence[Document]) -> Path:
    with path.open("w", encoding="utf-8") as out:
        for d in documents:
            fields = {
                "id": d.id,
                "text": d.text,
                "title": d.title,
                "lang": d.lang,
                "date": str(d.date) if d.date else None,
            }
            out.write(json.dumps({k: v for k, v in fields.items() if v is not None}, ensure_ascii=False) + "\n")
    return path


def _run(path: Path, out: Path, jobs: int) -> tuple[float, float]:
    """Seconds, and the most memory that the process had, in MB."""
    command = [sys.executable, "-m", "coder", "code", str(path), "-o", str(out), "--jobs", str(jobs)]
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise SystemExit(f"the run failed: {' '.join(command)}")
    return time.perf_counter() - start, used.ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
