"""Long texts: deeds that only the body tells without a day, and essays."""

from __future__ import annotations

import pytest

from tests.full import coder_with_open_sides as coder

DAY = "2023-06-12"
_CALM = (
    " The road to the valley is long, and its villages are poor. Most families keep goats and grow maize on terraces"
    " that their grandfathers built. The market of the district opens twice in a month, and traders come with salt and"
    " cloth. There is one school for eleven hamlets."
)
_REPORTS = (
    ' "We have waited long enough for a road," said Amina Odhiambo, a teacher. The district has asked for money before,'
    " officials said. The clerk told reporters that the bridge would be finished in autumn, and that the old one, which"
    " was built of wood, would then be closed to lorries, according to the plan."
)
TALKS = "Kenya and Somalia signed a border treaty in Nairobi on Monday. The presidents smiled. Somalia was pleased."
RAID = "Somali rebels attacked a village near the border on Monday. Houses burned. The rebels left at dawn."
ESSAY = "Few borders are as old as this one. Maps were drawn in London. Nobody asked the herders about it."
WAR = " Ethiopian soldiers shelled a Somali town and killed eleven people."
CAPTURE = " Kenyan police arrested two Somali journalists in Garissa."
VISIT = " Somalia's foreign minister met the Kenyan president in Nairobi."


def _codes(text: str, status: str = "asserted", date: str | None = DAY) -> list[str]:
    return sorted(e.code for e in coder().code(text, date=date, statuses=("all",)) if e.status == status)


def _article(lead: str, body: str, filler: str = _REPORTS, times: int = 8) -> str:
    return lead + filler * (times // 2) + body + filler * (times - times // 2)


@pytest.mark.parametrize("body", [WAR, CAPTURE])
def test_deeds_that_no_lead_tells_are_background_without_a_day(body: str) -> None:
    asserted = _codes(_article(TALKS, body))
    assert "057" in asserted
    assert not any(c.startswith(("17", "19")) for c in asserted)
    assert any(c.startswith(("17", "19")) for c in _codes(_article(TALKS, body), "past_reference"))


@pytest.mark.parametrize(
    ("lead", "body"),
    [
        (RAID, WAR),  # an article of force, whoever uses it
        (RAID, CAPTURE),
        (TALKS, WAR.replace(" shelled", " on Sunday shelled")),
        (TALKS, WAR.replace("shelled", "this week shelled")),
        (TALKS, " On June 9, Ethiopian soldiers shelled a Somali town."),
        (TALKS, VISIT),  # words and dealings are told in the body, too
    ],
)
def test_deeds_of_the_lead_or_with_a_day_are_news(lead: str, body: str) -> None:
    alone = _codes(lead[: lead.index(".") + 1] + body + " Herders watched from afar. It was cold.")
    assert _codes(_article(lead, body)) == alone


def test_short_texts_have_no_body() -> None:
    assert any(c.startswith("19") for c in _codes(TALKS + WAR))


def test_essays_tell_of_any_time() -> None:
    text = _article(ESSAY, WAR + VISIT, _CALM, 10)
    assert _codes(text) == []
    assert {"042"} <= set(_codes(text, "past_reference"))


def test_essays_tell_news_in_their_lead_and_with_a_day() -> None:
    lead = "Somalia's foreign minister met the Kenyan president in Nairobi. The border is old. Herders cross it."
    assert "042" in _codes(_article(lead, WAR, _CALM, 10))
    assert "042" in _codes(_article(ESSAY, VISIT.replace("met", "last week met"), _CALM, 10))


def test_reports_are_no_essays() -> None:
    assert "042" in _codes(_article(ESSAY, VISIT, _REPORTS, 10))


def test_a_date_counts_close_to_publication() -> None:
    march = " On March 9, Ethiopian soldiers shelled a Somali town."
    assert not any(c.startswith("19") for c in _codes(_article(TALKS, march)))


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenyan rebels boycotted the vote between 2010 and 2014.",
        "At least 800 Kenyan farmers were killed or hurt by Somali rebels in 2021, most of them in the north.",
        "Kenya's army has been in decline since 2011, but Kenyan soldiers bombed Somali rebels.",
        "In 2015 the Kenyan premier accused Somalia of piracy.",
        "In April 2016, shortly after Kenyan police arrested five Somali journalists, the premier spoke.",
    ],
)
def test_deeds_beside_an_old_year_are_of_that_year(sentence: str) -> None:
    assert _codes(f"Ministers met in Paris. The hall was full. {sentence} It rained.") == []


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Kenya criticised Somalia over the 2014 treaty.", "111"),
        ("Kenya criticised Somalia on Monday over a raid in 2014.", "111"),
        ("Kenya criticised Somalia over a raid in 2014.", "111"),
    ],
)
def test_news_about_an_old_year_is_kept(sentence: str, code: str) -> None:
    told = _codes(f"Ministers met in Paris. The hall was full. {sentence} It rained.")
    assert any(c.startswith(code) for c in told)
