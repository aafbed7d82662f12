"""Numbers in digits and words."""

from __future__ import annotations

import pytest

from coder.attributes.numbers import quantities
from tests.attributes.tagged import analysis


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("5 soldiers", "en", (5, "exact", None)),
        ("1,200 people", "en", (1200, "exact", None)),
        ("twenty - five men", "en", (25, "exact", None)),
        ("two hundred and ten men", "en", (210, "exact", None)),
        ("three thousand men", "en", (3000, "exact", None)),
        ("at least five men", "en", (5, "at least", None)),
        ("more than 40 men", "en", (40, "at least", None)),
        ("up to 40 men", "en", (40, "at most", None)),
        ("about a dozen men", "en", (12, "about", None)),
        ("10 to 15 men", "en", (10, "exact", 15)),
        ("10-15 men", "en", (10, "exact", 15)),
        ("between 10 and 15 men", "en", (10, "exact", 15)),
        ("between five and ten men", "en", (5, "exact", 10)),
        ("ما بين 10 و 15 شخصا", "ar", (10, "exact", 15)),
        ("بين عشرة و خمسة عشر شخصا", "ar", (10, "exact", 15)),
        ("dozens of men", "en", (None, "vague", None)),
        ("hundreds of men", "en", (None, "vague", None)),
        ("٣ أشخاص", "ar", (3, "exact", None)),
        ("خمسة جنود", "ar", (5, "exact", None)),
        ("ثلاثة عشر شخصا", "ar", (13, "exact", None)),
        ("خمسة و عشرين شخصا", "ar", (25, "exact", None)),
        ("مئتين و عشرة أشخاص", "ar", (210, "exact", None)),
        ("ما لا يقل عن 5 جنود", "ar", (5, "at least", None)),
        ("نحو 40 شخصا", "ar", (40, "about", None)),
        ("5 جنود", "ar", (5, "exact", None)),
        ("عشرات الجنود", "ar", (None, "vague", None)),
    ],
)
def test_numbers(text: str, lang: str, expected: tuple[int | None, str, int | None]) -> None:
    found = quantities(analysis(text, lang).tokens, lang)
    assert [(q.value, q.bound, q.high) for q in found] == [expected]


def test_neighbouring_numbers_stay_apart() -> None:
    found = quantities(analysis("five men and ten women , 3 of them").tokens, "en")
    assert [q.value for q in found] == [5, 10, 3]
