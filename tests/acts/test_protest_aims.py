"""The aims of protests: the last digit of CAMEO 141 to 145."""

from __future__ import annotations

import pytest

from tests.full import coder


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Thousands marched in Rome to demand the resignation of the prime minister.", "1411"),
        ("Students marched in Paris against plans to raise tuition fees.", "1412"),
        ("Teachers went on strike in Nairobi over low pay.", "1432"),
        ("Women rallied in Kabul for the right to work.", "1413"),
        ("Crowds in Bangkok protested to demand a new constitution.", "1414"),
        ("Thousands protested against the government in Rome.", "141"),
        ("تظاهر الآلاف في بغداد للمطالبة باستقالة رئيس الوزراء.", "1411"),
        ("نظم الطلاب في الجزائر مسيرة ضد قانون المالية.", "1412"),
        ("خرج المتظاهرون في الخرطوم للمطالبة بالديمقراطية.", "1414"),
        ("قاطعت المعارضة البحرينية الانتخابات.", "143"),
    ],
)
def test_aims(text: str, code: str) -> None:
    assert {e.code for e in coder().code(text) if e.status == "asserted"} == {code}
