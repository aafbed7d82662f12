"""Who Arabic pronouns, *his country* and people of a body mean."""

from __future__ import annotations

from coder.dyads import code_of
from tests.full import coder


def sides(text: str, code: str, title: str | None = None) -> set[tuple[str | None, str | None]]:
    return {(code_of(e.source), code_of(e.target)) for e in coder().code(text, title=title) if e.code.startswith(code)}


def test_a_pronoun_at_the_verb_is_never_its_subject() -> None:
    text = "قطعت السعودية ومصر علاقاتهما الدبلوماسية مع قطر واتهمتاها بدعم الإرهاب."
    found = sides(text, "112", title="السعودية ومصر تغلقان الحدود")
    assert found == {("SAU", "QAT"), ("EGY", "QAT")}


def test_people_of_a_body_go_on_acting() -> None:
    text = "فرقت الشرطة الكينية المتظاهرين. وأشاد مراقبو الاتحاد الأوروبي بالتصويت، لكنهم انتقدوا الحكومة الكينية."
    assert sides(text, "111") == {("IGOEEC", "KENGOV")}


def test_his_country_is_that_of_the_speaker() -> None:
    assert sides("قال وزير الخارجية الصيني إن بلاده تعارض العقوبات على روسيا.", "120") == {("CHN", "RUS")}


def test_the_army_of_the_country_behind_it() -> None:
    assert sides("أدانت كينيا انتهاكات الجيش في ميانمار.", "111") == {("KEN", "MMRMIL")}


def test_a_minister_is_not_of_the_country_of_his_counterpart() -> None:
    found = sides("التقى الرئيس نظيره السنغالي في داكار.", "040")
    assert found == {("---GOV", "SENGOV"), ("SENGOV", "---GOV")}


def test_a_body_is_taken_up_by_its_noun() -> None:
    text = "هددت جمعية القضاة التونسيين بتنفيذ إضراب. وطالبت الجمعية الرئيس التونسي بالتراجع عن القرار."
    assert sides(text, "104") == {("TUNJUD", "TUNGOV")}


def test_peacekeepers_are_those_of_the_mission() -> None:
    text = "زارت الوزيرة بعثة الأمم المتحدة في مالي. وأشادت السفيرة الفرنسية بتضحيات قوات حفظ السلام."
    assert sides(text, "051") == {("FRAGOV", "IGOUNOPKO")}


def test_a_delegation_is_who_is_in_it() -> None:
    assert sides("التقى وفد من المعلمين الكينيين الوزير الكيني.", "040") == {("KENEDU", "KENGOV"), ("KENGOV", "KENEDU")}


def test_the_two_countries_of_a_story() -> None:
    text = (
        "قدمت اليونان احتجاجا رسميا إلى تركيا. ورفضت أنقرة الاتهامات. وقالت إن طائراتها كانت في مهمة. "
        "ودعا حلف شمال الأطلسي البلدين إلى ضبط النفس."
    )
    assert {target[:3] for _, target in sides(text, "0256") if target} == {"GRC", "TUR"}


def test_an_eastern_side_is_no_province() -> None:
    assert sides("طالب مزارعو الغوطة الشرقية الحكومة السورية بتعويضهم.", "103") == {("---AGR", "SYRGOV")}
