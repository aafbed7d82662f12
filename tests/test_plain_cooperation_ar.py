"""Plain Arabic sentences of talk, aid and demands: one row for each act, with both sides."""

from __future__ import annotations

import pytest

from tests.full import coder
from tests.small import shown


def both(first: str, second: str, code: str) -> set[tuple[str | None, str | None, str]]:
    """The two rows of a mutual act."""
    return {(first, second, code), (second, first, code)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("بحث وزيرا خارجية مصر والأردن الأزمة.", both("EGYGOV", "JORGOV", "040")),
        ("التقى رئيسا تشاد وغانا في نيامي.", both("TCDGOV", "GHAGOV", "040")),
        ("جرى اتصال هاتفي بين وزيري خارجية مصر وتركيا.", both("EGYGOV", "TURGOV", "041")),
        ("عقد مسؤولون كينيون وأوغنديون جولة جديدة من المفاوضات.", both("KENGOV", "UGAGOV", "046")),
        ("تبادل الرئيسان التشادي والغابوني وجهات النظر.", both("TCDGOV", "GABGOV", "040")),
        ("التقى الرئيس الليبي المبعوث الأممي في طرابلس.", both("LBYGOV", "IGOUNO", "040")),
        ("اعتذرت الحكومة الهولندية لإندونيسيا عن المجزرة.", {("NLDGOV", "IDN", "055")}),
        ("أعلنت ألمانيا تقديم مساعدات إنسانية لليمن.", {("DEU", "YEM", "073")}),
        ("أبدى صندوق النقد الدولي استعداده لمنح تونس قرضا.", {("IGOIMF", "TUN", "0331")}),
        ("أعلنت السويد تعليق مساعداتها العسكرية لمالي.", {("SWE", "MLI", "1622")}),
        ("رفضت كينيا مقترحا للتفاوض مع حركة الشباب.", {("KEN", None, "127")}),
        ("قبل الملك الأردني استقالة رئيس الوزراء.", {("JORGOV", None, "0831")}),
        ("رفضت كينيا الوساطة واتهمت تشاد بالانحياز.", {("KEN", None, "126"), ("KEN", "TCD", "112")}),
        ("ومن جانبها، اعتذرت باريس للجزائر.", {("FRAGOV", "DZA", "055")}),
        ("رفضت تركيا طلبا أمريكيا لإغلاق قاعدة روسية.", {("TUR", "USA", "120")}),
        ("نقضت الصين مشروع قرار بشأن السودان.", {("CHN", None, "129")}),
        ("شارك وزراء داخلية فرنسا وإيطاليا في اجتماع طارئ.", both("FRAGOV", "ITAGOV", "040")),
        ("أشاد الرئيس الكيني بدور قطر في المفاوضات بين تشاد والسودان.", {("KENGOV", "QAT", "051")}),
        (
            "انتقد الحزب الكيني الاتفاق واتهم رئيس الوزراء موديبو كيتا بالخضوع.",
            {("KENPTY", None, "111"), ("KENPTY", "MLIGOV", "112")},
        ),
        (
            "ندد الحزب الكيني بالقرار وطالب البرلمان الكيني بفتح تحقيق.",
            {("KENPTY", None, "111"), ("KENPTY", "KENLEG", "100")},
        ),
        ("منح البنك الأفريقي للتنمية موزمبيق قرضا.", {("IGOAFB", "MOZ", "071")}),
        ("طلبت غينيا بيساو من الأمم المتحدة إرسال مراقبين.", {("GNB", "IGOUNO", "020")}),
        ("اعتذرت بلجيكا لجمهورية الكونغو الديمقراطية عن المجزرة.", {("BEL", "COD", "055")}),
        ("رفض وزير الخارجية السوداني علي يوسف الوساطة الكينية.", {("SDNGOV", "KEN", "126")}),
        ("أعلنت إريتريا انسحابها من الاتحاد الأفريقي.", {("ERI", "IGOAFU", "161")}),
        ("رفعت كينيا الإقامة الجبرية عن زعيم المعارضة الكينية.", {("KEN", "KENOPP", "0841")}),
    ],
)
def test_rows(text: str, expected: set[tuple[str | None, str | None, str]]) -> None:
    assert shown(coder().code(text)) == expected


@pytest.mark.parametrize("side", ["الجانبان", "الرئيسان"])
def test_two_sides_named_before(side: str) -> None:
    text = f"استقبل الرئيس الكيني في نيروبي نظيره التشادي. ووقع {side} اتفاقا للتجارة."
    assert {e.code for e in coder().code(text)} >= {"043", "057"}
    signed = {
        (e.source.code[:3], e.target.code[:3]) for e in coder().code(text) if e.code == "057" and e.source and e.target
    }
    assert signed == {("KEN", "TCD"), ("TCD", "KEN")}
