"""``coder places``: one record a document, offsets into its text."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path


def test_one_record_a_document(tmp_path: Path) -> None:
    texts = {
        "en": "Trucks reached Mosul, in northern Iraq.",
        "ar": "وصلت الشاحنات إلى مدينة الموصل شمال العراق.",
        "none": "Rain fell.",
    }
    lines = [
        json.dumps({"id": key, "text": text, "lang": "ar" if key == "ar" else "en"}) for key, text in texts.items()
    ]
    (tmp_path / "docs.jsonl").write_text("\n".join(lines), encoding="utf-8")
    out = tmp_path / "places.jsonl"
    command = [sys.executable, "-m", "coder", "places", str(tmp_path / "docs.jsonl"), "-o", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    records = {r["doc_id"]: r["places"] for r in map(json.loads, out.read_text(encoding="utf-8").splitlines())}
    assert list(records) == list(texts)
    assert records["none"] == []
    for key in ("en", "ar"):
        town, country = records[key]
        assert (town["name"], town["country_iso3"], town["admin1"], town["geo_precision"]) == (
            "Mosul",
            "IRQ",
            "Nīnawá",
            1,
        )
        assert (country["name"], country["geo_precision"], country["geonameid"]) == ("Iraq", 3, None)
        assert texts[key][town["start"] : town["end"]] == town["text"]
        assert (round(town["latitude"]), round(town["longitude"]), town["geonameid"]) == (36, 43, 99072)
