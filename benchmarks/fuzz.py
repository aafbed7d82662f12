"""Fuzzes the dictionary loader and the readers with atheris: any bytes give data, problems or rejections, in time.

pip install atheris
python -m benchmarks.fuzz -max_total_time=300 [more options of libFuzzer, folders of inputs]

The first byte of an input chooses what reads the rest.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["coder.dictionary.loader", "coder.readers", "yaml"]):
    from coder.dictionary import loader
    from coder.model import Document
    from coder.readers import ReadDefaults, ReadLimits, Rejection, read_documents

SUFFIXES = (".yaml", ".jsonl", ".csv", ".tsv", ".txt", ".xml", ".parquet")
LIMITS = ReadLimits(max_characters=2_000)
_folder = tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None)


def read(data: bytes) -> None:
    """Hand bytes to the reader that the first of them chooses, and look at what comes out."""
    if not data:
        return
    path = Path(_folder.name, "input" + SUFFIXES[data[0] % len(SUFFIXES)])
    path.write_bytes(data[1:])
    if path.suffix == ".yaml":
        source = loader.read_source(path, "input.yaml")
        assert all(p.path == "input.yaml" and p.line >= 1 and p.what and p.hint for p in source.problems)
        return
    for item in read_documents([path], ReadDefaults(), LIMITS):
        if isinstance(item, Rejection):
            assert item.doc_id
            assert item.where
            assert item.reason
            item.reason.encode("utf-8")
        else:
            assert isinstance(item, Document)
            assert item.id
            assert 0 < len(item.text) <= LIMITS.max_characters
            item.text.encode("utf-8")


def seeds(folder: Path) -> None:
    """One good input for each reader, to begin with."""
    samples = {
        ".yaml": b"- id: en.x\n  verb: [shell, 'a: b']\n  where: {object: [aid]}\n# note\n- id: en.y\n",
        ".jsonl": b'{"id": "a", "text": "x y", "date": "2024-01-02", "mentions": [{"start": 0, "end": 1}]}\n{}\n',
        ".csv": b'id,text,date\na,"x\ny",2024-01-02\nb,"q ""z""",\n',
        ".tsv": b"id\ttext\na\tx\n",
        ".txt": "\ufeffنص".encode(),
        ".xml": b'<Sentences><Sentence id="a_1" date="20240102"><Text>x</Text></Sentence></Sentences>',
        ".parquet": b"PAR1\0\0PAR1",
    }
    for number, suffix in enumerate(SUFFIXES):
        (folder / suffix[1:]).write_bytes(bytes([number]) + samples[suffix])


def main() -> None:
    with tempfile.TemporaryDirectory() as corpus:
        seeds(Path(corpus))
        atheris.Setup([*sys.argv, "-timeout=5", "-max_len=4096", "-rss_limit_mb=2048", corpus], read)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
