"""Reports of one event in several documents: the ACLED table, and the one-a-day filter of the dyads."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from coder.engines.local import RunOptions, run
from coder.pipeline import CoderOptions

REPORTS = [
    ("a", "Agency", "Israeli jets killed nine civilians in Khan Younis on Monday."),
    ("b", "The Wire", "On Monday Israeli jets killed seven civilians in Khan Younis."),
    ("c", "Agency", "Israeli jets killed two civilians in Khan Younis on Sunday."),
]


def coded(folder: Path, name: str, reports: list[tuple[str, str, str]], one_a_day: bool = False) -> Path:
    source, out = folder / f"{name}.jsonl", folder / name
    records = [{"id": i, "publisher": p, "text": t, "date": "2024-08-06", "lang": "en"} for i, p, t in reports]
    source.write_text("\n".join(json.dumps(r) for r in records) + "\n", encoding="utf-8")
    run([source], out, RunOptions(CoderOptions(), one_a_day=one_a_day))
    return out


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


def test_an_event_of_two_documents_is_one_row(tmp_path: Path) -> None:
    out, turned = coded(tmp_path, "one", REPORTS), coded(tmp_path, "turned", REPORTS[::-1])
    found = rows(out / "acled.csv")
    assert [(r["event_date"], r["fatalities"], r["source"]) for r in found] == [
        ("2024-08-04", "2", "Agency"),
        ("2024-08-05", "7", "Agency; The Wire"),
    ]
    assert found[1]["actor1"] == "Military Forces of Israel (2022-)"
    assert found[1]["notes"].endswith("7 deaths reported; means: air strike; 2 reports in 2 documents.")
    told = {row["event_id"] for row in rows(out / "events.csv")}
    assert {e for row in found for e in row["tags"].rpartition("events=")[2].split()} == told
    assert (out / "acled.csv").read_bytes() == (turned / "acled.csv").read_bytes()


def test_one_a_day_keeps_the_first_of_a_dyad_and_day(tmp_path: Path) -> None:
    found = rows(coded(tmp_path, "daily", REPORTS, one_a_day=True) / "cameo.csv")
    assert [row["SentenceID"] for row in found] == ["a_0", "c_0"]
    assert len(rows(coded(tmp_path, "every", REPORTS) / "cameo.csv")) == 3
