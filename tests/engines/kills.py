"""Kills runs of ``coder code`` at random moments and resumes them: the output must have the bytes of a quiet run.

python -m tests.engines.kills --kills 50 --seed 8
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

NAMES = {
    "en": ["Syria", "Israel", "Iran", "Egypt", "Sudan", "Yemen", "Iraq", "Libya"],
    "ar": ["سوريا", "إسرائيل", "إيران", "مصر", "السودان", "اليمن", "العراق", "ليبيا"],
}
SENTENCES = {
    "en": [
        "The army of {a} attacked rebels in {b} on Monday, killing {n} people.",
        "{a} will send food aid to {b} next week.",
        "Thousands of protesters marched against the government of {a}.",
        "The foreign ministers of {a} and {b} met for talks.",
        "The weather in {a} stayed dry.",
    ],
    "ar": [
        "هاجم جيش {a} مقاتلين في {b} يوم الاثنين مما أدى إلى مقتل {n} أشخاص.",
        "التقى وزير خارجية {a} نظيره من {b} لإجراء محادثات.",
        "تظاهر آلاف المحتجين ضد حكومة {a}.",
        "اتهمت {a} حكومة {b} بقصف المدنيين.",
        "بقي الطقس في {a} جافا.",
    ],
}


def write_documents(path: Path, count: int, seed: int, english: float = 0.3) -> None:
    """Short documents in both languages, and a broken record now and then."""
    chance = random.Random(seed)
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            if chance.random() < 0.05:
                file.write(json.dumps({"id": f"broken-{number}", "text": 3}) + "\n")
                continue
            lang = "en" if chance.random() < english else "ar"
            text = " ".join(
                form.format(a=chance.choice(NAMES[lang]), b=chance.choice(NAMES[lang]), n=chance.randint(2, 9))
                for form in chance.choices(SENTENCES[lang], k=chance.randint(1, 6))
            )
            day = f"2024-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
            record = {"id": f"d{number}", "date": day, "text": text, "topic": chance.choice("xyz")}
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


def start(source: Path, out: Path, *options: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "coder", "code", str(source), "-o", str(out), "--keep", "topic", *options]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def finish(source: Path, out: Path, *options: str) -> str:
    """Run to the end; what it said on standard error."""
    process = start(source, out, *options)
    _, said = process.communicate(timeout=900)
    assert process.returncode in (0, 1), said
    return said


def content(out: Path) -> dict[str, bytes]:
    """The bytes of a package, or of a table with its rejections."""
    files = sorted(out.iterdir()) if out.is_dir() else [out, out.with_name(f"{out.name}.rejected.csv")]
    return {path.name: path.read_bytes() for path in files}


@dataclass(slots=True)
class Kill:
    """A run that was killed after ``moment`` seconds and resumed; ``kept`` documents were not coded again."""

    moment: float
    jobs: int
    hit: bool
    said: str


def kill_and_resume(source: Path, out: Path, jobs: int, moment: float, quiet: dict[str, bytes], *options: str) -> Kill:
    """Begin a run, kill it after some seconds, and let it finish with ``--resume`` and another number of processes.

    What stands at ``out`` after the kill must be what stood there before, or the whole new output ``quiet``.
    """
    before = content(out) if out.exists() else None
    process = start(source, out, "--jobs", str(jobs), *options)
    try:
        process.wait(moment)
    except subprocess.TimeoutExpired:
        process.kill()
    process.communicate()
    hit = process.returncode == -9
    after = content(out) if out.exists() else None
    assert after in (before, quiet), "a killed run left half an output"
    said = finish(source, out, "--resume", "--jobs", str(3 - jobs), *options) if hit else ""
    return Kill(moment, jobs, hit, said)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--documents", type=int, default=1500)
    parser.add_argument("--seed", type=int, default=8)
    chosen = parser.parse_args()
    chance = random.Random(chosen.seed)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "documents.jsonl")
        write_documents(source, chosen.documents, chosen.seed)
        began = time.monotonic()
        finish(source, Path(folder, "quiet"))
        seconds = time.monotonic() - began
        quiet = content(Path(folder, "quiet"))
        print(f"undisturbed: {seconds:.1f} s, {len(quiet)} files", flush=True)
        done = same = 0
        while done < chosen.kills:
            out = Path(folder, f"out{done}")
            kill = kill_and_resume(source, out, 1 + done % 2, chance.uniform(0.5, seconds), quiet)
            if not kill.hit:
                continue
            done += 1
            same += content(out) == quiet
            print(
                f"{done}: killed after {kill.moment:.2f} s with --jobs {kill.jobs}; identical so far: {same}",
                flush=True,
            )
    print(f"{same} of {done} resumed packages are identical to the undisturbed one")
    sys.exit(same != done)


if __name__ == "__main__":
    main()
