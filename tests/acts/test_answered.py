"""Words that somebody answers (Arabic), and whose deed is answered."""

from __future__ import annotations

import pytest

from tests.full import coder
from tests.small import shown


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("رحبت مصر بدعوة فرنسا إلى عقد مؤتمر دولي.", {("EGY", "FRA", "051")}),
        ("ناقش البرلمان العراقي طلب إيران تمديد المهلة.", set()),
        ("سخر الرئيس الكيني من تهديدات تشاد بفرض عقوبات.", set()),
        ("لم ترد الحكومة اليابانية على طلب بيونغ يانغ عقد محادثات.", set()),
        ("جاء ذلك في أعقاب تهديدات إيران بإغلاق المضيق.", set()),
        ("وجهت تونس دعوة إلى ليبيا.", {("TUN", "LBY", "020")}),
        ("جدد الرئيس الكيني دعوته إلى وقف القتال.", {("KENGOV", None, "020")}),
    ],
)
def test_what_is_answered_was_told_before(text: str, told: set[tuple[str | None, str | None, str]]) -> None:
    assert shown(coder().code(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("أثنت وزيرة الخارجية السويدية على التقدم الذي أحرزته مولدوفا.", {("SWEGOV", "MDA", "051")}),
        ("رفضت النقابات التونسية الزيادة التي أعلنتها الحكومة.", {("TUNLAB", "TUNGOV", "120")}),
        ("رفضت مصر الزيادة التي أعلنتها.", {("EGY", None, "120")}),
    ],
)
def test_whose_deed_is_answered(text: str, told: set[tuple[str | None, str | None, str]]) -> None:
    assert shown(coder().code(text)) == told
