from __future__ import annotations

import csv
import math
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from scipy.stats import binomtest
from typer.testing import CliRunner

from coder.analysis.agreement import Interval
from coder.analysis.highlight import marked
from coder.analysis.sampling import draw, read_verdicts, weighted, wilson, write_sample
from coder.cli import app
from coder.errors import InputError, OptionError

SENTENCE = "قصفت القوات السورية مقاتلي المعارضة قرب حمص."


def event(number: int, root: str = "19", **fields: Any) -> dict[str, Any]:
    base = 100  # where the sentence begins in its document
    spans: dict[str, Any] = {}
    for part, words in (
        ("trigger", "قصفت"),
        ("source", "القوات السورية"),
        ("target", "مقاتلي المعارضة"),
        ("location", "حمص"),
    ):
        at = base + SENTENCE.index(words)
        spans |= {f"{part}_text": words, f"{part}_start": at, f"{part}_end": at + len(words)}
    codes = {"event_code": f"{root}0", "event_root": root, "source_code": "SYRMIL", "target_code": "---REB"}
    own = {"event_id": f"e{number:03}", "doc_id": "=d", "sentence": SENTENCE, "lang": "ar", "fatalities": 3}
    return {**own, **codes, **spans, "event_label": None, "event_date": "2024-08-05", **fields}


EVENTS = [event(n, root) for n, root in enumerate(["19"] * 60 + ["04"] * 30 + ["14"] * 10)]


def test_the_words_of_an_event_are_found_in_its_sentence() -> None:
    assert marked(event(1)) == "{قصفت} [S القوات السورية] [T مقاتلي المعارضة] قرب [P حمص]."
    assert marked(event(1, source_start=5, source_end=9)) == "{قصفت} القوات السورية [T مقاتلي المعارضة] قرب [P حمص]."
    assert marked({"sentence": "No words known."}) == "No words known."


@pytest.mark.parametrize(
    ("size", "allocation", "wanted"),
    [
        (36, "equal", {"19": 13, "04": 13, "14": 10}),
        (20, "proportional", {"19": 12, "04": 6, "14": 2}),
        (3, "proportional", {"19": 1, "04": 1, "14": 1}),
        (500, "equal", {"19": 60, "04": 30, "14": 10}),
    ],
)
def test_strata_get_their_share(size: int, allocation: Any, wanted: dict[str, int]) -> None:
    drawn = draw(EVENTS, size, "root", 1, allocation)
    assert Counter(row["stratum"] for row in drawn) == wanted
    assert {row["stratum"]: row["stratum_size"] for row in drawn} == {"19": 60, "04": 30, "14": 10}


def test_a_sample_depends_on_the_seed_and_not_on_the_order() -> None:
    first = draw(EVENTS, 30, "root", 1)
    assert draw(EVENTS[::-1], 30, "root", 1) == first
    assert draw(EVENTS, 30, "root", 2) != first
    with pytest.raises(OptionError, match="no column 'colour'"):
        draw(EVENTS, 30, "colour", 1)


def test_what_has_no_value_is_a_stratum() -> None:
    assert {row["stratum"] for row in draw([event(1, country_iso3=None)], 5, "country", 1)} == {"(none)"}


def test_the_sheet_is_safe_and_the_same_each_time(tmp_path: Path) -> None:
    drawn = draw(EVENTS, 9, "root", 1)
    for suffix in (".csv", ".xlsx"):
        one, other = tmp_path / f"a{suffix}", tmp_path / f"b{suffix}"
        write_sample(one, drawn)
        write_sample(other, drawn)
        assert one.read_bytes() == other.read_bytes()
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        row = next(csv.DictReader(file))
    assert (row["doc_id"], row["target_code"], row["sentence"]) == ("'=d", "'---REB", marked(event(1)))
    sheet = load_workbook(tmp_path / "a.xlsx", rich_text=True).worksheets[0]
    cells = {name.value: cell for name, cell in zip(sheet[1], sheet[2], strict=True)}
    assert (cells["event_code"].value, cells["doc_id"].value, cells["doc_id"].data_type) == ("040", "=d", "s")
    assert str(cells["sentence"].value) == SENTENCE
    assert next(b.font.color.rgb for b in cells["sentence"].value if not isinstance(b, str)) == "FFC00000"
    assert cells["sentence"].alignment.readingOrder == 2


def filled(path: Path, answers: dict[str, list[str]]) -> Path:
    """A sheet with the answers to ``code_right`` by stratum."""
    write_sample(path, draw(EVENTS, 30, "root", 1))
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        for row in rows:
            row["code_right"] = answers[row["stratum"]].pop()
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), delimiter=";")  # as Excel saves it in many countries
            writer.writeheader()
            writer.writerows(rows)
        return path
    book = load_workbook(path)
    sheet = book.worksheets[0]
    names = [cell.value for cell in sheet[1]]
    for cells in sheet.iter_rows(min_row=2):
        cells[names.index("code_right")].value = answers[cells[names.index("stratum")].value].pop()
    book.save(path)
    return path


def answers() -> dict[str, list[str]]:
    return {
        "19": ["y"] * 8 + ["n"] * 2,
        "04": ["Y", "نعم", "1"] * 3 + ["?"],
        "14": ["n", "لا"] + ["yes"] * 4 + [""] * 4,
    }


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_a_filled_sheet_is_read_back(suffix: str, tmp_path: Path) -> None:
    found = {(p.question, p.stratum): p for p in read_verdicts(filled(tmp_path / f"s{suffix}", answers()))}
    assert {question for question, _ in found} == {"event", "code"}
    assert [(found["code", s].judged, found["code", s].right, found["code", s].unsure) for s in ("19", "04", "14")] == [
        (10, 8, 0),
        (9, 9, 1),
        (6, 4, 0),
    ]
    total = found["code", "all"]
    assert total.precision.value == pytest.approx((60 * 0.8 + 30 * 1.0 + 10 * 4 / 6) / 100)
    assert (total.events, total.judged, total.right, total.unsure) == (100, 25, 21, 1)


@pytest.mark.parametrize(("right", "judged"), [(0, 7), (7, 7), (8, 10), (1, 200), (199, 200)])
def test_wilson(right: int, judged: int) -> None:
    wanted = binomtest(right, judged).proportion_ci(method="wilson")
    ours = wilson(right, judged)
    assert (ours.low, ours.high) == pytest.approx((wanted.low, wanted.high), abs=1e-9)


def test_strata_are_put_together_by_weight() -> None:
    one = wilson(8, 10)
    assert weighted([(50, one)]) == Interval(one.value, pytest.approx(one.low), pytest.approx(one.high))
    other = wilson(10, 10)
    both = weighted([(30, one), (10, other)])
    assert both.value == pytest.approx(0.85)
    below = math.hypot(0.75 * (0.8 - (one.low or 0)), 0.25 * (1 - (other.low or 0)))
    assert both.low == pytest.approx(0.85 - below)
    assert (both.high or 0) < 1


def test_a_wrong_verdict_is_named(tmp_path: Path) -> None:
    bad = answers()
    bad["19"][-1] = "maybe"
    with pytest.raises(InputError, match="code_right is 'maybe'") as raised:
        read_verdicts(filled(tmp_path / "s.csv", bad))
    assert "event e0" in str(raised.value)
    write_sample(tmp_path / "empty.csv", draw(EVENTS, 3, "root", 1))
    with pytest.raises(InputError, match="holds no verdict"):
        read_verdicts(tmp_path / "empty.csv")


def test_the_command_reads_verdicts(tmp_path: Path) -> None:
    sheet = filled(tmp_path / "s.xlsx", answers())
    done = CliRunner().invoke(app, ["evaluate", str(sheet), "-o", str(tmp_path / "out")])
    assert done.exit_code == 0, done.output
    with (tmp_path / "out" / "precision.csv").open(encoding="utf-8", newline="") as file:
        assert next(csv.DictReader(file))["judged"] == "25"
    (tmp_path / "plain.csv").write_text("doc_id,code\na,010\n")
    assert CliRunner().invoke(app, ["evaluate", str(tmp_path / "plain.csv")]).exit_code == 2
