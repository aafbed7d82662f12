"""Arabic protests that a sentence tells for the first time, and what is part of them."""

from __future__ import annotations

import pytest

from coder.dictionary.store import read_store
from coder.dyads import code_of
from coder.pipeline import Coder
from coder.resources import dictionaries_root


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(store=read_store(dictionaries_root(), strict=False))


def _told(coder: Coder, text: str) -> list[str]:
    return [e.code for e in coder.code(text, date="2024-03-12") if e.status == "asserted"]


CODES = [
    # new demonstrators whom police disperse, and those whom something angers, protest in a relative clause
    ("فرقت الشرطة عشرات المحتجين الذين كانوا يهتفون ضد الرئيس.", ["175", "141"]),
    ("أفرجت الشرطة عن عشرات المحتجين الذين هتفوا ضد الرئيس.", ["0841"]),
    ("أثار قرار المحكمة غضب السكان الذين خرجوا إلى الشوارع.", ["141"]),
    # demonstrators with the article, whose protest is broken up in the same sentence
    ("وسد المتظاهرون الطريق لساعات لكن الشرطة فضت الاحتجاج.", ["144", "175"]),
    ("وسد المتظاهرون الطريق لساعات.", []),
    # a riot is one act, and what slogans condemn is no statement beside it
    ("عمد محتجون إلى تكسير واجهات المحلات وإحراق الإطارات.", ["145"]),
    ("رفع الطلاب لافتات تندد بسياسة الحكومة.", []),
    # legal action is one act; the deed is only alleged
    ("وجهت النيابة إلى الصحفي تهمة قتل جندي فرنسي.", ["173"]),
    ("برأت محكمة في بلغراد ضابطا من تهمة قتل أسرى.", []),
    ("بدأت في نيروبي محاكمة ستة ضباط متهمين بقتل محام.", []),
    # a passive clause says who is meant; a bomb tells on what its explosion was
    ("رحلت السلطات الألمانية 45 أفغانيا رُفضت طلبات لجوئهم.", ["174"]),
    ("أصيب دبلوماسي بولندي في انفجار عبوة ناسفة استهدفت سيارته.", ["183"]),
]


@pytest.mark.parametrize(("text", "codes"), CODES, ids=[c[0] for c in CODES])
def test_codes(coder: Coder, text: str, codes: list[str]) -> None:
    assert _told(coder, text) == codes


def test_bodies_of_states_are_no_movement(coder: Coder) -> None:
    text = (
        "جددت حركة 23 مارس هجماتها في شرق الكونغو. وقالت بعثة مونوسكو إن مقاتلي الحركة هاجموا قواعد للجيش يوم الأحد. "
        "ونزح الآلاف."
    )
    (event,) = [e for e in coder.code(text, date="2022-05-30") if e.trigger_text == "هاجموا"]
    assert not (code_of(event.source) or "").startswith("IGO")


def test_occupation_forces_are_not_the_army_of_the_story(coder: Coder) -> None:
    text = "قال مصدر إن الجيش قضى على مسلحين في ريف حمص. واستهدفت قوات الاحتلال الأمريكي منازل في قرية. ونزح الأهالي."
    (event,) = [e for e in coder.code(text, date="2022-05-30") if e.trigger_text == "قضى"]
    assert code_of(event.source) != "USAMIL"


def test_past_perfect_holds_for_the_joined_verb(coder: Coder) -> None:
    text = "خرج آلاف المحتجين. وأدانت واشنطن العنف. وكان الجيش قد استولى على السلطة واعتقل الزعيمة أونغ سان سو تشي."
    assert "173" not in _told(coder, text)
