"""Codes the same documents with Spark and on this machine: all files of the two packages must have the same bytes.

python -m tests.engines.spark_same --documents 20000
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.engines.kills import content, finish, write_documents

SPARK = ("--engine", "spark", "--master", "local[2]")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=8)
    chosen = parser.parse_args()
    packages: dict[str, dict[str, bytes]] = {}
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "documents.jsonl")
        write_documents(source, chosen.documents, chosen.seed, english=0.5)
        for engine, options in (("local", ()), ("spark", SPARK)):
            began = time.monotonic()
            finish(source, Path(folder, engine), "--one-a-day", *options)
            packages[engine] = content(Path(folder, engine))
            print(f"{engine}: {time.monotonic() - began:.0f} s, {len(packages[engine])} files", flush=True)
    local, spark = packages["local"], packages["spark"]
    others = [name for name in sorted(local.keys() | spark.keys()) if local.get(name) != spark.get(name)]
    rows = local["events.csv"].count(b"\n") - 1
    print(f"{len(local) - len(others)} of {len(local)} files are identical ({rows} rows)", *others)
    sys.exit(bool(others))


if __name__ == "__main__":
    main()
