"""``coder actors`` and ``coder dictionary search --date``: offsets, longest mentions, codes by date, both languages."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from coder.actors.mentions import longest
from coder.model import ActorMention
from coder.pipeline import Coder
from coder.readers import ReadDefaults, ReadLimits, Record, to_document
from tests.small import small_coder

TEXTS = {
    "en": "Syrian troops attacked Iran. The Iranian defence minister met his Israeli counterpart in Egypt. "
    "Abdel Fattah el-Sisi met Zork Blin. He visited Hamas.",
    "ar": "قصفت القوات السورية إيران. أجرى وزير الدفاع الأمريكي اتصالا مع نظيره الإسرائيلي.",
    "none": "Rain fell.",
}


@pytest.fixture(scope="module")
def coder(tmp_path_factory: pytest.TempPathFactory) -> Coder:
    return small_coder(tmp_path_factory.mktemp("small"))


def records(coder: Coder, *fields: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    documents = [to_document(Record("here", "0", f), ReadDefaults(), ReadLimits()) for f in fields]
    return {r["doc_id"]: r["mentions"] for r in coder.actor_records(documents)}  # type: ignore[arg-type]


def test_every_coded_mention_stands_where_it_says(coder: Coder) -> None:
    found = records(coder, *({"id": k, "text": t, "lang": "ar" if k == "ar" else "en"} for k, t in TEXTS.items()))
    assert list(found) == list(TEXTS)
    assert found["none"] == []
    for key, mentions in found.items():
        assert all(TEXTS[key][m["start"] : m["end"]] == m["text"] for m in mentions)
    assert [(m["text"], m["code"]) for m in found["en"]] == [
        ("Syrian troops", "SYRMIL"),
        ("Iran", "IRN"),
        ("The Iranian defence minister", "IRNGOVMIL"),
        ("his Israeli counterpart", "ISRGOVMIL"),
        ("Abdel Fattah el-Sisi", "EGYGOV"),
        ("He", "EGYGOV"),
        ("Hamas", "PSEREBHMS"),
    ]
    assert [(m["text"], m["code"]) for m in found["ar"]] == [
        ("القوات السورية", "SYRMIL"),
        ("إيران", "IRN"),
        ("وزير الدفاع الأمريكي", "USAGOVMIL"),
        ("نظيره الإسرائيلي", "ISRGOVMIL"),
    ]
    sisi, he = found["en"][4:6]
    assert (sisi["actor_id"], sisi["resolved_by"], he["resolved_by"]) == ("sisi", "name", "coreference")
    assert sisi["entry"] == "dictionaries/actors/actors.yaml:8"


def test_the_title_is_read_but_not_listed(coder: Coder) -> None:
    title = {"id": "t", "title": "Abdel Fattah el-Sisi met Iran", "text": "Sisi attacked Israel.", "lang": "en"}
    assert [m["text"] for m in records(coder, title)["t"]] == ["Sisi", "Israel"]


def test_given_mentions_keep_their_span_and_code(coder: Coder) -> None:
    given = [{"start": 0, "end": 13, "text": "Syrian troops", "code": "XYZ"}]
    found = records(coder, {"id": "g", "text": "Syrian troops attacked Iran.", "lang": "en", "mentions": given})["g"]
    assert [(m["text"], m["code"], m["resolved_by"]) for m in found] == [
        ("Syrian troops", "XYZ", "given"),
        ("Iran", "IRN", "name"),
    ]


def test_only_the_longest_of_nested_mentions_is_kept() -> None:
    spans = [(5, 9), (0, 9), (0, 4), (3, 12), (12, 13)]
    made = [ActorMention(start, end, "", "USA", None, "name") for start, end in spans]
    assert [(m.start, m.end) for m in longest(made)] == [(0, 9), (3, 12), (12, 13)]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "coder", *arguments], capture_output=True, text=True, encoding="utf-8", timeout=300
    )


def test_the_command_uses_dates_and_goes_on_after_bad_records(tmp_path: Path) -> None:
    lines = [
        {"id": "before", "date": "2012-01-01", "text": "Barack Obama met reporters.", "lang": "en"},
        {"id": "bad", "date": "2012-13-45", "text": "Barack Obama met reporters.", "lang": "en"},
        {"id": "after", "date": "2020-01-01", "text": "Barack Obama met reporters.", "lang": "en"},
    ]
    (tmp_path / "docs.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    out = tmp_path / "actors.jsonl"
    done = run("actors", str(tmp_path / "docs.jsonl"), "-o", str(out))
    assert done.returncode == 1, done.stderr
    found = {r["doc_id"]: r["mentions"] for r in map(json.loads, out.read_text(encoding="utf-8").splitlines())}
    assert {key: mentions[0]["code"] for key, mentions in found.items()} == {"before": "USAGOV", "after": "USAELI"}
    assert "bad" in (tmp_path / "actors.jsonl.rejected.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("day", "start"), [("2012-05-01", "EGYMIL "), ("2020-05-01", "EGYGOV "), ("2031-05-01", "EGYELI ")]
)
@pytest.mark.parametrize("name", ["Abdel Fattah el-Sisi", "عبد الفتاح السيسي"])
def test_search_says_which_code_a_name_has_on_a_day(tmp_path: Path, name: str, day: str, start: str) -> None:
    small_coder(tmp_path)
    done = run("dictionary", "search", name, "--date", day, "--dictionaries", str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(start)
    assert "actors.yaml:8  sisi  " in done.stdout


@pytest.mark.parametrize("name", ["Tehran", "طهران"])
def test_search_reads_a_capital_as_its_government(tmp_path: Path, name: str) -> None:
    small_coder(tmp_path)
    done = run("dictionary", "search", name, "--date", "2020-01-01", "--dictionaries", str(tmp_path))
    assert done.stdout.startswith("IRNGOV ")


def test_search_of_an_unknown_name_says_so() -> None:
    done = run("dictionary", "search", "Zork Blin", "--date", "2020-01-01")
    assert done.returncode == 1
    assert "no actor is named 'Zork Blin'" in done.stderr
