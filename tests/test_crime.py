"""Crime and accidents between people without political standing are left out; political violence is not."""

from __future__ import annotations

import pytest

from tests.full import coder


def codes(text: str, title: str | None = None) -> list[str]:
    """The codes of the asserted events."""
    return [e.code for e in coder().code(text, title=title) if e.status == "asserted"]


@pytest.mark.parametrize(
    "text",
    [
        "A man was arrested after a robbery at a bank. The robber had stolen a car.",
        "Police charged two teenagers with burglary in Leeds.",
        "A woman was stabbed by her ex-husband at home in Lyon. Police arrested a suspect.",
        "Three people were killed on the motorway, taking the road toll to ten.",
        "اعتقلت الشرطة لصوصا بعد سرقة متجر. واعتقلت الشرطة رجلا يبيع المخدرات.",
    ],
)
def test_crime_is_left_out(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Gunmen killed three villagers near Jos.", "193"),
        ("Kenyan police arrested a protester for theft.", "173"),
        ("Police arrested an opposition leader on a charge of burglary.", "173"),
        ("Rebels robbed a bank and killed three policemen; the robbery shocked the town.", "190"),
        ("Militants stabbed to death a teacher in Mali.", "1823"),
        ("Israeli police arrested two Palestinian men for theft.", "173"),
        ("اعتقلت الشرطة المصرية ناشطا بتهمة السرقة.", "173"),
    ],
)
def test_political_violence_and_coercion_are_kept(text: str, code: str) -> None:
    assert code in codes(text)


def test_the_title_tells_what_the_story_is_about() -> None:
    text = "A man was arrested on Tuesday."
    assert codes(text) == ["173"]
    assert codes(text, title="Burglar caught in Leeds") == []


@pytest.mark.parametrize(
    "text",
    [
        "Peru drew with Chile in the World Cup. A late Peru attack shook the goalkeeper. The winger hit the bar.",
        "The club play in the Premier League. Chelsea gave support to the Italian. The striker missed a penalty kick.",
    ],
)
def test_sport_is_left_out(text: str) -> None:
    assert codes(text) == []


def test_politics_in_a_story_of_sport_is_kept() -> None:
    text = "The tournament began in Lima. The Peruvian government criticised Chile. The striker is hurt."
    assert codes(text) == ["111"]
    assert codes("Peru attacked Chile. Football was cancelled.") == ["190"]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry went down in a storm, killing 90 passengers. Lifeboats searched the sea. Nobody knew why.",
        "An explosion hit a nuclear plant in Ohio. Nobody was hurt. The reactor was shut.",
    ],
)
def test_disasters_are_left_out(text: str) -> None:
    assert codes(text) == []


_RIDE = "The bus runs from the harbour to the old mill every hour, and tickets are sold by the driver at the door. "


def test_a_long_text_without_politics_is_private() -> None:
    text = "Police detained a man who had jumped over a fence in Bergen. " + _RIDE * 10
    assert codes(text) == []
    assert codes(text + "The protest was over by then.") == ["173"]
    assert codes(text[:300]) == ["173"]
    assert "173" in codes(text.replace("a man", "the mayor"))
