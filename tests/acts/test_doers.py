"""Sides of an act of force that only the words around it name, and one deed told by several words (Arabic)."""

from __future__ import annotations

import pytest

from coder.dyads import code_of
from tests.full import coder

Row = tuple[str, str | None, str | None]

ONLY: list[tuple[str, list[Row]]] = [
    (
        "قُتل ثلاثة جنود نيجريين وأصيب تسعة في كمين نصبه مسلحون لموكب عسكري قرب تيلابيري.",
        [("190", "NERUAF", "NERMIL")],
    ),
    ("لقي متظاهر سوداني حتفه بقنبلة ألقتها الشرطة السودانية.", [("183", "SDNCOP", "SDNCVL")]),
    ("أعلن الجيش الكيني مقتل عشرين من حركة الشباب في عملية قرب لامو.", [("190", "KENMIL", "SOMINSSHB")]),
    ("أعلن الجيش الكيني مقتل عشرين من حركة الشباب.", [("190", None, "SOMINSSHB")]),
    ("أطلقت الشرطة الكينية قنابل الغاز وقنابل الصوت لتفريق آلاف الطلاب.", [("175", "KENCOP", "KENEDU")]),
    ("تظاهر آلاف الكينيين أمام السفارة الغانية مطالبين بإلغاء الاتفاق.", [("1412", "KEN", "GHAGOV")]),
    ("نفذت الشرطة الكينية مداهمات في مومباسا وأوقفت خمسة صحفيين.", [("173", "KENCOP", "KENMED")]),
    ("استهدف الجيش الكيني معسكرا للمسلحين.", [("190", "KENMIL", "---UAF")]),
    ("انفجر لغم لدى مرور دورية كينية، فقتل جنديان.", [("183", None, "KENMIL")]),
    (
        "سيطر المتمردون السودانيون على بلدة كادقلي بعد معارك مع الجيش الكيني.",
        [("192", "SDNREB", None), ("190", "SDNREB", "KENMIL")],
    ),
    ("تعرض رتل للقوات الكينية لهجوم بسيارة مفخخة.", [("1832", None, "KENMIL")]),
    ("حاصرت قوة كبيرة من الجيش الكيني بلدة.", [("191", "KENMIL", "---CVL")]),
    ("خرجت مسيرات حاشدة في نابلس تنديدا بالغارات الكينية.", [("141", None, "KEN")]),
    (
        "ندد الوزير الكيني بالهجوم وطالب بغداد باتخاذ إجراء حازم.",
        [("111", "KENGOV", None), ("100", "KENGOV", "IRQGOV")],
    ),
    ("منعت السلطات الكينية المصلين من دخول المسجد.", [("172", "KENGOV", "KENCVL")]),
    ("قتل تسعة متظاهرين بعدما فتحت الشرطة الكينية النار على محتجين في نيروبي.", [("193", "KENCOP", "KENCVL")]),
    ("أعلن الحوثيون استهداف سفينة بريطانية.", [("190", "YEMREBHOU", "GBR")]),
    ("أعلنت الحكومة العراقية استهداف قاعدة أميركية.", [("190", None, "USA")]),
    ("هاجم مقاتلون كينيون بلدة.", [("190", "KENUAF", "---CVL")]),
    ("تظاهر صحفيون كينيون أمام وزارة الإعلام احتجاجا على توقيف زميل لهم.", [("141", "KENMED", "KENGOV")]),
    ("أيدت محكمة كينية إسقاط الجنسية عن داعية.", []),
    ("قضى الجيش الكيني على ثلاثة إرهابيين.", [("190", "KENMIL", "---INS")]),
    ("نيروبي (أ ف ب) - احتجز جنود غانيون ثلاثة صحفيين.", [("173", "GHAMIL", "KENMED")]),
    ("أطلق جنود كينيون أعيرة تحذيرية لتفريق متظاهرين غانيين.", [("175", "KENMIL", "GHACVL")]),
]


@pytest.mark.parametrize(("text", "rows"), ONLY, ids=range(len(ONLY)))
def test_events(text: str, rows: list[Row]) -> None:
    events = [e for e in coder().code(text, date="2024-05-02", lang="ar") if e.status == "asserted"]
    found = {
        (e.code, code_of(e.source), code_of(e.target)) for e in events if e.reciprocal_of is None or len(rows) == 1
    }
    assert {(c, s, t) for c, s, t in found if t != "---"} | {(c, s, None) for c, s, t in found if t == "---"} == set(
        rows
    )
