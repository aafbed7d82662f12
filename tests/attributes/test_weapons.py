"""Means of violence from the words of an act, in both languages."""

from __future__ import annotations

import pytest

from coder.model import Document
from tests.full import coder

ENGLISH = [
    ("Two soldiers were killed in a suicide bombing in Kabul.", "suicide bomb"),
    ("A car bomb killed nine people in Mogadishu.", "car bomb"),
    ("Israeli drones struck a convoy in Lebanon.", "drone"),
    ("Six civilians were killed in an air strike on a village in Yemen.", "air strike"),
    ("Rebels fired rockets at the airport in Goma.", "rocket"),
    ("Hezbollah attacked a base with missiles.", "missile"),
    ("Rebels attacked Goma with mortars.", "mortar"),
    ("Syrian troops shelled Idlib with artillery.", "shelling"),
    ("A roadside bomb killed four soldiers in Mali.", "IED"),
    ("Three policemen were killed by a landmine in Mali.", "mine"),
    ("Militants attacked a checkpoint with grenades.", "grenade"),
    ("Syrian forces attacked the town with chlorine gas.", "chemical weapon"),
    ("A Palestinian stabbed an Israeli soldier in Hebron.", "stabbing"),
    ("Gunmen shot dead a judge in Mosul.", "shooting"),
    ("Police fired tear gas at protesters in Nairobi.", "tear gas"),
    ("Egyptian police arrested a journalist.", "arrest"),
    ("Rebels killed a mayor in Mali.", None),
    ("Ukraine attacked a drone factory in Russia.", None),
]
ARABIC = [
    ("قتل جنديان في تفجير انتحاري في كابول.", "suicide bomb"),
    ("قتل تسعة أشخاص في انفجار سيارة مفخخة في مقديشو.", "car bomb"),
    ("هاجم الحوثيون السفينة بطائرة مسيرة.", "drone"),
    ("قتل ستة مدنيين في غارة جوية على قرية في اليمن.", "air strike"),
    ("هاجم حزب الله القاعدة بالصواريخ.", "rocket"),
    ("قتل جندي بعبوة ناسفة في ديالى.", "IED"),
    ("قتل ثلاثة جنود في انفجار لغم في مالي.", "mine"),
    ("قصف الجيش السوري إدلب بالمدفعية.", "shelling"),
    ("قتل شابان برصاص الجيش الإسرائيلي في جنين.", "shooting"),
    ("قتل فلسطيني مستوطنا بسكين في الخليل.", "stabbing"),
    ("قتل مسلحون قاضيا في الموصل.", None),
]


def weapons(text: str, lang: str) -> set[str | None]:
    found = coder().code_document(Document("d", text, lang=lang))
    assert found
    return {event.attributes.weapon for event in found}


@pytest.mark.parametrize(("text", "weapon"), ENGLISH)
def test_english(text: str, weapon: str | None) -> None:
    assert weapons(text, "en") == {weapon}


@pytest.mark.parametrize(("text", "weapon"), ARABIC)
def test_arabic(text: str, weapon: str | None) -> None:
    assert weapons(text, "ar") == {weapon}
