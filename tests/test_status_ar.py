"""Arabic acts that are told, and acts that are only recalled, supposed or summed up."""

from __future__ import annotations

import pytest

from coder.dictionary.store import read_store
from coder.pipeline import Coder
from coder.resources import dictionaries_root


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(store=read_store(dictionaries_root(), strict=False))


TOLD = [
    "أدى انفجار قنبلة في السوق إلى مقتل ثلاثة مدنيين.",
    "أعلنت الشرطة مقتل قائد المسلحين في بغداد.",
    "شن مسلحون هجوما على قاعدة عسكرية قرب حلب.",
    "قتل خمسة جنود في هجوم انتحاري قرب كابل.",
    "جاء البيان بعد اغتيال القائد العسكري في حزب الله في بيروت.",
    "وقع هجوم على مركز للشرطة في القاهرة أمس.",
    "فجر مهاجم نفسه قرب مقر الشرطة في كابل.",
    "تم شن غارة أمريكية على مخيم قرب الحدود.",
    "تعرض السجناء للضرب في سجن قرب حلب.",
]
NOT_TOLD = [
    ("اعتقلت الشرطة الرجل الذي قتل الجنود الفرنسيين.", "past_reference"),  # identifies
    ("تحدث الوزير عن الأيام التي أعقبت اغتيال الرئيس.", "past_reference"),  # inside a relative clause
    ("التقى الوزير عائلات الجنود منذ مقتل الجنود.", "past_reference"),  # definite: known
    ("قتل سبعون صحفيا منذ الغزو الأمريكي.", "past_reference"),  # a sum
    ("من المعتقد أن المسلحين قتلوا الجنود.", "hypothetical"),
    ("هل قتل الجنود المتظاهرين؟", "hypothetical"),
    ("ويقوم الحراس بتعذيب السجناء.", "hypothetical"),  # a habit
    ("غادر الجيش البلدة بعد أن خطف مسلحون سائقا.", "past_reference"),  # a clause of time
    ("أفرج المسلحون عن تاجر اعتقلته الشرطة وعن طبيب خطفه مسلحون.", "past_reference"),  # describes a person
    ("قال الوزير إن الجنود قتلوه.", "past_reference"),  # a pronoun: told before
    ("عن اغتيال قائد الشرطة في حلب، قال الوزير إن الأمن مستقر.", "past_reference"),  # the topic
    ("وهذا ثالث هجوم على الثكنة في حلب.", "past_reference"),  # ranked, not told
    ("قتل والده في الحرب.", "past_reference"),
    ("قال الوزير إن خطف السفن جريمة.", "hypothetical"),  # the topic of a judgement
    ("قال ضابط إن الصاروخ أطلق من طائرة.", "past_reference"),  # a known missile
    ("رصدت الهيئة وقوع ستين هجوما على السفن خلال الأشهر الماضية.", "past_reference"),  # a sum
    ("يعتقد المحققون أن مسلحين خطفوا الطبيب.", "hypothetical"),
    ("في أغسطس 2019 زار الوزير ثكنة، وأدى انفجار قنبلة إلى مقتل جندي.", "past_reference"),  # old times
]


def _force(coder: Coder, text: str) -> set[str]:
    return {e.status for e in coder.code(text, date="2024-08-06", lang="ar") if e.code[:2] in ("18", "19", "20")}


@pytest.mark.parametrize("text", TOLD)
def test_told(coder: Coder, text: str) -> None:
    assert "asserted" in _force(coder, text)


@pytest.mark.parametrize(("text", "status"), NOT_TOLD, ids=[t for t, _ in NOT_TOLD])
def test_not_told(coder: Coder, text: str, status: str) -> None:
    found = _force(coder, text)
    assert status in found
    assert "asserted" not in found


def _protests(coder: Coder, text: str) -> list[tuple[str, str | None]]:
    found = [e for e in coder.code(text, date="2024-08-06", lang="ar") if e.code[:2] == "14"]
    return [(e.status, e.target.text if e.target else None) for e in found]


def test_known_demonstrators_go_on_with_a_protest(coder: Coder) -> None:
    assert _protests(coder, "أغلق المتظاهرون الطريق الدولي.") == [("past_reference", None)]
    assert _protests(coder, "أغلق متظاهرون الطريق الدولي.") == [("asserted", None)]
    assert _protests(coder, "رشق المتظاهرون الشرطة المصرية بالحجارة.") == [("past_reference", "الشرطة المصرية")]
    assert _protests(coder, "رشق متظاهرون الشرطة المصرية بالحجارة.") == [("asserted", "الشرطة المصرية")]
    assert _protests(coder, "هتف المتظاهرون ضد الحكومة المصرية.") == [("asserted", "الحكومة المصرية")]
    assert _protests(coder, "رفع بعض المتظاهرين لافتات.") == [("past_reference", None)]


@pytest.mark.parametrize(
    "text",
    [
        "تجمع المتظاهرون مطالبين الحكومة الأردنية بخفض الأسعار.",
        "تظاهر آلاف العمال احتجاجا على سياسة الحكومة الأردنية.",
        "احتشد مئات المعلمين للتنديد بقرار الحكومة الأردنية.",
        "ردد متظاهرون شعارات مناوئة للحكومة الأردنية.",
        "رفع المتظاهرون لافتات تندد بالحكومة الأردنية.",
    ],
)
def test_protests_are_addressed_by_purpose_cause_and_slogan(coder: Coder, text: str) -> None:
    found = _protests(coder, text)
    assert any(status == "asserted" and target and "حكومة الأردنية" in target for status, target in found)
