"""Dates of whole sentences through the whole pipeline. Known misses are listed; new ones must stay few."""

from __future__ import annotations

import pytest

from tests.attributes.judged import Case, cases, dated, dated_act

LEAST_RIGHT = 0.9
KNOWN_MISSES: dict[str, list[str]] = {
    "en": [],
    "ar": [
        "هاجم مسلحون قبل ثلاثة أيام قاعدة للجيش السوري.",  # the object is read into the expression of time
        "هاجم المسلحون الذين سيطروا على البلدة عام 2014 قوات سورية.",  # the main verb has no event
        "هاجم المسلحون الذين سيطروا على البلدة عام 2014 قوات سورية أمس.",
        "بغداد - 6 أغسطس (الوكالة) - هاجم مسلحون دورية للشرطة العراقية أمس.",  # the dateline is cut off as a sentence
    ],
}


def is_right(case: Case, lang: str) -> bool:
    found = dated(case, lang)
    return case["date"] in found if "any" in case else found == {case["date"]}


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_share_of_right_dates(lang: str) -> None:
    every = cases(f"dates_{lang}")
    missed = [case["text"] for case in every if not is_right(case, lang)]
    new = [text for text in missed if text not in KNOWN_MISSES[lang]]
    assert 1 - len(missed) / len(every) >= LEAST_RIGHT, new


LEAST_RIGHT_FRESH = 0.92


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_share_of_right_dates_on_the_set_written_before_the_first_run(lang: str) -> None:
    """Where the coder has no event of the trigger, the date of the trigger itself is judged."""
    every = cases(f"dates_fresh_{lang}")
    missed = [
        c["text"] for c in every if not is_right(c, lang) and (dated(c, lang) or dated_act(c, lang) != {c["date"]})
    ]
    assert 1 - len(missed) / len(every) >= LEAST_RIGHT_FRESH, missed
