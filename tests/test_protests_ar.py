"""Whom Arabic protests are against, and who acts through arms, units and clauses of time."""

from __future__ import annotations

import pytest

from coder.dictionary.store import read_store
from coder.model import Event
from coder.pipeline import Coder
from coder.resources import dictionaries_root


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(store=read_store(dictionaries_root(), strict=False))


# (sentence, source, target)
AGAINST = [
    ("خرج مئات المتظاهرين احتجاجا على قرار الحكومة الأردنية.", "مئات المتظاهرين", "الحكومة الأردنية"),
    ("تجمع ألف متظاهر للمطالبة باستقالة الرئيس اليمني.", "ألف متظاهر", "الرئيس اليمني"),
    ("سار متظاهرون وهم يرددون هتافات معادية لفرنسا.", "متظاهرون", "فرنسا"),
    ("تجمع المتظاهرون في الساحة مرددين شعارات تندد بالحكومة.", "المتظاهرون", "الحكومة"),
    ("احتشد آلاف المتظاهرين، يهتفون «الموت لأمريكا».", "آلاف المتظاهرين", "أمريكا"),
    # who suffered what is protested against is not blamed for it, its doer is
    ("خرج متظاهرون للاحتجاج على مقتل طالبين على يد الشرطة.", "متظاهرون", "الشرطة"),
    ("خرج متظاهرون احتجاجا على اعتقال طالبين في حلب.", "متظاهرون", None),
    # portraits that are held up name no opponent
    ("رفع آلاف المتظاهرين صورا للرئيس المصري.", "آلاف المتظاهرين", None),
]
DOERS = [
    ("قصفت طائرة تابعة للجيش السوري قرية قرب حلب.", "جيش السوري"),
    ("قال الجيش التركي إن طائراته قصفت مسلحين أكرادا.", "الجيش التركي"),
    ("هاجمت قوة من الشرطة العراقية مسجدا في بغداد.", "قوة من الشرطة العراقية"),
    ("قتل ثلاثة جنود عندما فجر انتحاري سيارة مفخخة قرب الثكنة.", "انتحاري"),
    ("تعرض السجناء للضرب المبرح وسوء المعاملة من قبل قوات الأمن.", "قوات الأمن"),
    ("قتلت قوات حرس الحدود السعودي مهاجرا يمنيا.", "قوات حرس الحدود السعودي"),
]


def _asserted(coder: Coder, text: str, roots: tuple[str, ...]) -> list[Event]:
    return [e for e in coder.code(text) if e.status == "asserted" and e.code[:2] in roots]


@pytest.mark.parametrize(("text", "source", "target"), AGAINST, ids=[a[0] for a in AGAINST])
def test_addressee(coder: Coder, text: str, source: str, target: str | None) -> None:
    (event,) = _asserted(coder, text, ("14",))
    assert event.source is not None
    assert event.source.text == source
    assert (event.target.text if event.target is not None else None) == target


@pytest.mark.parametrize(("text", "source"), DOERS, ids=[d[0] for d in DOERS])
def test_doer(coder: Coder, text: str, source: str) -> None:
    (event,) = _asserted(coder, text, ("18", "19", "20"))
    assert event.source is not None
    assert event.source.text.removeprefix("ل") == source


def test_new_demonstrators_demand_by_demonstrating(coder: Coder) -> None:
    assert [e.code for e in coder.code("طالب آلاف المتظاهرين الحكومة الأردنية بالعدالة.")] == ["141"]
    assert [e.code[:2] for e in coder.code("طالب الرئيس المصري الحكومة الأردنية بالعدالة.")] == ["10"]
