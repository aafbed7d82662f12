"""Periods of time and classes of counts."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from coder.report.figure import Scale
from coder.report.periods import MOST, Periods

DAYS = st.lists(st.dates(), min_size=1, max_size=20)


def test_the_unit_follows_the_length() -> None:
    first = date(2024, 1, 31)
    found = {
        days: Periods.over({first, first + timedelta(days)}).unit for days in (0, 50, 300, 1500, 5000, 20000, 40000)
    }
    assert list(found.values()) == ["day", "day", "week", "month", "quarter", "year", "decade"]


def test_months_have_no_gaps() -> None:
    labels = Periods.over({date(2023, 11, 30), date(2024, 3, 1)}, "month").labels
    assert labels == ("2023-11", "2023-12", "2024-01", "2024-02", "2024-03")


@given(DAYS)
def test_every_day_has_its_period_and_periods_ascend(days: list[date]) -> None:
    periods = Periods.over(set(days))
    assert {periods.label(day) for day in days} <= set(periods.labels)
    assert list(periods.labels) == sorted(set(periods.labels))
    assert len(periods.labels) <= MOST + 2 or periods.unit == "decade"


@given(st.lists(st.integers(1, 10**7), min_size=1))
def test_every_count_has_its_class(counts: list[int]) -> None:
    scale = Scale.of(counts)
    assert scale.bounds[0] == min(counts)
    assert len(scale.labels) <= 5
    assert {scale.label(count) for count in counts} <= set(scale.labels)


def test_classes_are_named_as_a_reader_expects() -> None:
    assert Scale.of([1, 2, 3]).labels == ["1", "2", "3 or more"]
    assert Scale.of([1, 5000]).labels == ["1–4", "5–29", "30–165", "166–909", "910 or more"]
    assert Scale.of([4]).labels == ["4 or more"]
