"""What a story tells of the time before it is withheld, also without a date; a text of one sentence has no story."""

from __future__ import annotations

import pytest

from tests.full import coder

STORY = "Ministers met in Paris on Monday. {} The weather was fine. The hall was full."
BACKGROUND = [
    ("The police had arrested three Kenyan journalists.", "173"),
    ("Kenyan police arrested three journalists months earlier.", "173"),
    ("Iran has long criticised Israel.", "111"),
    ("Rebels killed 300 Colombian soldiers over four decades.", "190"),
    ("Over the years Kenyan police arrested many journalists.", "173"),
    ("Kenyan police often arrested journalists.", "173"),
    ("Kenyan police arrested three journalists in 2009.", "173"),
    ("Iran, which backs the Syrian government, was absent.", "051"),
    ("Iran backs the Syrian government.", "051"),
    ("The lawyer, whom Egypt accuses of terrorism, was absent.", "1123"),
    ("The priest prayed for an end to violence that kills Kenyan farmers.", "190"),
    ("Kenyan journalists face persecution.", "175"),
    ("Foreign journalists are banned by Eritrea.", "172"),
    ("Syrian forces, backed by Iran, held a parade.", "051"),
    ("The envoys spoke of two towns besieged by Syrian forces.", "191"),
]
NEWS = [
    ("Kenyan police arrested three journalists.", "173"),
    ("Officials said Kenyan police had arrested three journalists.", "173"),
    ("Rebels killed 300 Colombian soldiers, the most in decades.", "190"),
    ("Kenyan police arrested three journalists in the past two weeks.", "173"),
    ("Kenyan police have arrested three journalists.", "173"),
    ("Kenyan police are arresting three journalists.", "173"),
    ("Kenya deported a lawyer whom the Egyptian government accused of torture on Sunday.", "1122"),
    ("Two towns were besieged by Syrian forces on Monday.", "191"),
]


def statuses(text: str, code: str) -> set[str]:
    """The statuses of the events of a code."""
    return {e.status for e in coder().code(text) if e.code == code}


@pytest.mark.parametrize(("sentence", "code"), BACKGROUND)
def test_background_of_a_story_is_withheld(sentence: str, code: str) -> None:
    assert statuses(STORY.format(sentence), code) == {"past_reference"}


@pytest.mark.parametrize(("sentence", "code"), NEWS)
def test_news_of_a_story_is_kept(sentence: str, code: str) -> None:
    assert statuses(STORY.format(sentence), code) == {"asserted"}


@pytest.mark.parametrize(("sentence", "code"), [BACKGROUND[0], BACKGROUND[6], BACKGROUND[8]])
def test_a_sentence_alone_is_its_own_story(sentence: str, code: str) -> None:
    assert statuses(sentence, code) == {"asserted"}


def test_arabic_background() -> None:
    news = "اعتقلت الشرطة المصرية ثلاثة صحفيين{}. والتقى الوزراء في باريس الاثنين. وكان الطقس جميلا. وامتلأت القاعة."
    assert statuses(news.format(" في القاهرة"), "173") == {"asserted"}
    assert statuses(news.format(" قبل سنوات"), "173") == {"past_reference"}
