"""What a story tells of the time before it is withheld, also without a date; a text of one sentence has no story."""

from __future__ import annotations

import pytest

from tests.full import coder

STORY = "Ministers met in Paris on Monday. {} The weather was fine. The hall was full."
BACKGROUND = [
    ("The police had arrested three Kenyan journalists.", "173"),
    ("The Kenyan army once backed the Somali president.", "051"),
    ("A Kenyan port was bombed and occupied by Italian forces in World War II.", "19"),
    ("Kenyan police arrested three journalists a while back.", "173"),
    ("The crowd sang. Several Kenyan journalists have been arrested by Kenyan police.", "173"),
    ("Kenyan police arrested three journalists months earlier.", "173"),
    ("Iran has long criticised Israel.", "111"),
    ("Rebels killed 300 Colombian soldiers over four decades.", "190"),
    ("Over the years Kenyan police arrested many journalists.", "173"),
    ("Kenyan police often arrested journalists.", "173"),
    ("Kenyan police arrested three journalists in 2009.", "173"),
    ("Iran, which backs the Syrian government, was absent.", "051"),
    ("Iran backs the Syrian government.", "051"),
    ("The lawyer, whom Egypt accuses of terrorism, was absent.", "112"),
    ("The priest prayed for an end to violence that kills Kenyan farmers.", "190"),
    ("Kenyan journalists face persecution.", "175"),
    ("Foreign journalists are banned by Eritrea.", "172"),
    ("Syrian forces, backed by Iran, held a parade.", "051"),
    ("The envoys spoke of two towns besieged by Syrian forces.", "191"),
    ("Kenyan police subsequently arrested three journalists.", "173"),
    ("The Kenyan president criticised Israel on the campaign trail.", "111"),
    ("The Kenyan minister who criticised Israel resigned.", "111"),
    ("Israel received the remains of soldiers killed in Lebanon.", "190"),
    ("Kenyan police arrested the editor twice.", "173"),
    ("The Kenyan senator, who backed the French president, was absent.", "051"),
    ("A Kenyan lawmaker supporting the French president sang.", "051"),
    ("France has troops deployed in Chad.", "154"),
    ("In the past six years rebels killed 30 Colombian soldiers.", "190"),
    ("Since 2011 Kenyan journalists have been harassed, attacked and beaten by Kenyan police.", "190"),
    ("The war has seen 300,000 Kenyan farmers killed by Kenyan soldiers.", "190"),
    ("It was the worst attack since May 2014, when rebels shelled a Kenyan base.", "194"),
    ("Eritrea is financed by Iran.", "070"),
    ("Over the past decade, rebels, many of whom had fled, have attacked Kenyan soldiers.", "190"),
    ("Throughout his career the Kenyan premier criticised Israel.", "111"),
    ("The Kenyan minister criticised Israel in Russia in 2009.", "111"),
    ("Prosecutors said the Kenyan man had praised Iran by July 2014.", "051"),
    ("The Kenyan premier has urged Peru to open talks ever since he won.", "026"),
    ("She was once arrested by Kenyan police.", "173"),
    ("They praised the former Kenyan minister, who resigned after a row.", "0831"),
    ("The officer testified that Kenyan police arrested three journalists.", "173"),
    ("It was in May last year when the Kenyan premier criticised Israel.", "111"),
    ("On its website the Kenyan government criticises Israel.", "111"),
    ("The man had no papers when arrested by Kenyan police.", "173"),
    ("Peru issued a pardon for three Kenyan journalists jailed for a protest.", "173"),
    ("A lawyer for the Kenyan officer charged with treason spoke to reporters.", "173"),
    ("The premiers had met before a Kenyan journalist was arrested.", "173"),
    ("A Kenyan journalist has been detained in Peru for more than eighty days.", "173"),
]
OTHER = [
    ("Ghana and Peru discussed how best to impose an embargo on Cuba.", "163", "hypothetical"),
    ("There is no evidence that Kenyan police beat the Peruvian senator.", "182", "hypothetical"),
    ("The Kenyan premier's next meeting is with Iran's president.", "040", "hypothetical"),
    ("Ghana sought the return of the ship and the release of three Kenyan journalists.", "0841", "hypothetical"),
    ("Never before has Peru criticised Chile.", "111", "negated"),
    ("At no time has Peru criticised Chile.", "111", "negated"),
    ("Ghana accused Iran of foiling a deal by imposing new conditions on the rebels.", "100", "alleged"),
    ("Ghana rejected new conditions, including the release of three journalists.", "0841", "hypothetical"),
    ("Turn on red? Kenyan ministers say, give Iran the green light.", "080", "hypothetical"),
    ("The minister said, to let people cross, Iran would close roads.", "080", "hypothetical"),
    ("Prosecutors said the Kenyan man planned to attack Iran.", "138", "planned"),
    ("Peru refused to criticize Chile.", "111", "negated"),
    ("It is not unusual for Kenyan diplomats to meet with Iranian ministers.", "040", "hypothetical"),
    ("If no deal is signed, Peru leaves the African Union.", "161", "hypothetical"),
    ("In case Iran refuses to sign the accord, talks will go on.", "12", "hypothetical"),
    ("They knew the bill would fail or be vetoed by the Kenyan president.", "129", "planned"),
    ("The Kenyan officer pleaded not guilty to torturing a journalist.", "1822", "hypothetical"),
    (
        "A Kenyan man who admitted to having plotted to kill a minister and then attack police was jailed.",
        "190",
        "planned",
    ),
]
NEWS = [
    ("Kenyan police arrested three journalists.", "173"),
    ("Officials said Kenyan police had arrested three journalists.", "173"),
    ("Rebels killed 300 Colombian soldiers, the most in decades.", "190"),
    ("Kenyan police arrested three journalists in the past two weeks.", "173"),
    ("Kenyan police have arrested three journalists.", "173"),
    ("Rebels shelled a Kenyan base twice in two hours.", "194"),
    ("The Kenyan government called for Iran to free its sailors.", "0253"),
    ("Peru refused to criticize Chile.", "120"),
    ("Rebels shelled a Kenyan base on May 3, when the army left.", "194"),
    ("Kenyan police are arresting three journalists.", "173"),
    ("Kenyan police subsequently arrested three journalists on Sunday.", "173"),
    ("The Kenyan minister met Iranian diplomats who criticised Israel.", "111"),
    ("Israel buried two soldiers killed in Lebanon.", "190"),
    ("Kenya deported a lawyer whom the Egyptian government accused of torture on Sunday.", "1122"),
    ("Two towns were besieged by Syrian forces on Monday.", "191"),
    ("The Kenyan premier has urged Peru to open talks since Monday.", "026"),
    ("They met the Kenyan minister, who resigned after a row.", "0831"),
    ("They praised the former Kenyan minister, who resigned as envoy on Monday.", "0831"),
    ("The officer found evidence that Kenyan police beat the Peruvian senator.", "182"),
    ("On its website the Kenyan government criticised Israel.", "111"),
    ("At that time Peru criticised Chile.", "111"),
]


def statuses(text: str, code: str) -> set[str]:
    """The statuses of the events of a code or a finer one."""
    return {e.status for e in coder().code(text) if e.code.startswith(code)}


@pytest.mark.parametrize(("sentence", "code"), BACKGROUND)
def test_background_of_a_story_is_withheld(sentence: str, code: str) -> None:
    assert statuses(STORY.format(sentence), code) == {"past_reference"}


@pytest.mark.parametrize(("sentence", "code"), NEWS)
def test_news_of_a_story_is_kept(sentence: str, code: str) -> None:
    assert statuses(STORY.format(sentence), code) == {"asserted"}


@pytest.mark.parametrize(("sentence", "code", "status"), OTHER)
def test_what_is_not_done_is_withheld(sentence: str, code: str, status: str) -> None:
    assert statuses(STORY.format(sentence), code) == {status}


@pytest.mark.parametrize(("sentence", "code"), [BACKGROUND[0], BACKGROUND[6], BACKGROUND[8]])
def test_a_sentence_alone_is_its_own_story(sentence: str, code: str) -> None:
    assert statuses(sentence, code) == {"asserted"}


def test_arabic_background() -> None:
    news = "اعتقلت الشرطة المصرية ثلاثة صحفيين{}. والتقى الوزراء في باريس الاثنين. وكان الطقس جميلا. وامتلأت القاعة."
    assert statuses(news.format(" في القاهرة"), "173") == {"asserted"}
    assert statuses(news.format(" قبل سنوات"), "173") == {"past_reference"}


def test_a_joined_act_shares_the_old_date_of_its_subject() -> None:
    events = coder().code(STORY.format("Kenya cut ties with Cuba in 1961 and imposed an embargo on it."))
    assert {e.status for e in events if e.code == "163"} == {"past_reference"}


def test_a_season_of_a_year_is_a_time() -> None:
    (event,) = [e for e in coder().code("In the summer of 2010 Kenya imposed an embargo on Cuba.") if e.code == "163"]
    assert event.attributes.date_text is not None
    assert "2010" in event.attributes.date_text


@pytest.mark.parametrize(
    ("years", "status"), [("", "past_reference"), (" In 1998 it rained. In 2001 it froze.", "asserted")]
)
def test_a_bare_year_is_background_unless_the_text_is_a_chronicle(years: str, status: str) -> None:
    text = "Kenya imposed an embargo on Cuba in 2009. The sea was calm. The market was full." + years
    assert {e.status for e in coder().code(text) if e.code == "163"} == {status}


def test_a_string_of_attacks_that_nothing_tells_is_no_news() -> None:
    sentence = "A group responsible for a string of deadly attacks targeting Kenyan police condemned the court."
    assert "asserted" not in statuses(STORY.format(sentence), "190")


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("The Kenyan president spoke at his next meeting with the French president.", "040"),
        ("Farmers hope for help when the Kenyan president visits France.", "042"),
        ("The Kenyan president will be the first African leader to meet the French president.", "040"),
        ("The Kenyan minister misled the senate about whether he had met the French president.", "040"),
    ],
)
def test_what_is_still_to_come_is_withheld(sentence: str, code: str) -> None:
    assert statuses(STORY.format(sentence), code) == {"hypothetical"}
