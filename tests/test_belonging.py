"""The countries of roles that their own words leave open, and what goes before what."""

from __future__ import annotations

import pytest

from coder.pipeline import Coder


def actors(coder: Coder, text: str, title: str | None = None) -> set[str]:
    """The codes of all actors of the asserted events of a story."""
    events = [e for e in coder.code(text, title=title) if e.status == "asserted"]
    return {m.code for e in events for m in (e.source, e.target) if m is not None}


@pytest.mark.parametrize(
    ("title", "text", "code"),
    [
        (
            "Policeman kills a minister of Iran",
            "A Kenyan policeman was named as the killer. It was a calm day.",
            "KENCOP",
        ),
        (None, "Kenyan police were on guard. Police arrested two Iranians.", "KENCOP"),
        (None, "NAIROBI (AFP) - Kenya is calm. Mali is far. The government accused Ghana of spying on it.", "KENGOV"),
        (None, "Police arrested two Iranians. The Kenyan police said nothing more.", "KENCOP"),
        (None, "Kenya's riot police were on guard. Policemen arrested two Iranians.", "KENCOP"),
        (None, "Ghana held a vote. Polls in Ghana closed late. Iran called on the government to resign.", "GHAGOV"),
        ("Two soldiers killed in Ghana", "Ghana is calm. Two soldiers were killed on Monday.", "GHAMIL"),
        (None, "A bomb exploded in Ghana. Ghana is calm. Gunmen killed two people on Monday.", "GHACVL"),
        (None, "Ghana held a vote. A candidate in Ghana said little. Iran accused the candidate.", "GHAPTY"),
        (None, "Homes in Ghana burnt. Ghana asked for aid. Kurdish militants killed two Iranians.", "GHAUAFKUR"),
        (
            None,
            "War in Ghana goes on. Kenya and Iran sent aid to Ghana. Towns in Ghana fell. Troops are in Ghana. Iran "
            "and Kenya met. Some villagers burnt their homes.",
            "GHACVL",
        ),
        (
            "Farmers lose land in B.C.",
            "A court in B.C. ruled on it. The B.C. government arrested two farmers.",
            "CANAGR",
        ),
        (
            "Thousands march in La Paz",
            "LA PAZ, Oct 29 (AFP) - Workers marched in La Paz. The Bolivian capital was calm. Opposition leader Ramiro "
            "Ante rejected the plan of Bolivia's government.",
            "BOLOPP",
        ),
        (
            "Rebels kill soldiers near Ecuador border",
            "Soldiers died near the Ecuadorean border. Colombia is at war with the FARC. The FARC shelled Bogota. It "
            "lies far from the border with Ecuador. The army killed two policemen.",
            "COLCOP",
        ),
        (
            None,
            "Homes in Ghana burnt. Ghana is calm. Ghana votes soon. Masked gunmen shot at a bank on Monday.",
            "GHAUAF",
        ),
        (
            None,
            "Protests in Syria go on. Bashar al-Assad spoke. Syria burns. Hillary Clinton, the U.S. Secretary of "
            "State, was ill. A crowd demanded the resignation of the government on Monday.",
            "SYRGOV",
        ),
        (
            "أزمة في لبنان",
            "لبنان هادئ. وعاد اللبنانيون إلى لبنان. وأوقفت الشرطة ثلاثة طلاب في ساحة النور أمس.",
            "LBNCOP",
        ),
        (
            "أزمة في الجزائر",
            "الجزائر هادئة. وعاد الجزائريون إلى الجزائر. وفرقت الشرطة ثلاثة طلاب في وسط العاصمة أمس.",
            "DZACOP",
        ),
        ("الشرطة الكينية في أزمة", "اعتقلت الشرطة إيرانيين اثنين أمس.", "KENCOP"),
    ],
)
def test_a_role_takes_the_country_that_the_story_gives_it(
    full_coder: Coder, title: str | None, text: str, code: str
) -> None:
    assert code in actors(full_coder, text, title)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kenyan police met Iranian police. Policemen arrested two Ghanaians.", "---COP"),
        ("French troops are in Mali. Mali is calm. Two soldiers were killed on Monday.", "FRAMIL"),
        ("French troops met Malian troops in Mali. Mali is calm. Sea forces launched an attack.", "MLIMIL"),
        ("Gunmen from nowhere fled. Ghana is calm. Ghana held a vote. Gunmen killed a Kenyan minister.", "---UAF"),
        ("Kenya and Ghana held a vote. Iran called on the government to resign.", "---GOV"),
        ("A fire broke out in Ghana. Kenya-backed rebels were on guard. The rebels attacked two Iranians.", "GHAREB"),
    ],
)
def test_what_nothing_decides_stays_open_and_what_is_said_of_the_role_wins(
    full_coder: Coder, text: str, code: str
) -> None:
    assert code in actors(full_coder, text)


def test_a_place_of_the_act_goes_before_the_police_of_another_country(full_coder: Coder) -> None:
    text = "Kenyan police were on guard. In Ghana, police arrested two Iranians."
    assert "GHACOP" in actors(full_coder, text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kenya is calm. Kenya votes soon. Police in Kenya arrested Peter Hamsworth on Monday.", "KENCVL"),
        ("Peter Hamsworth, a Kenyan journalist, is ill. Police arrested Hamsworth on Monday.", "KENMED"),
        ("Peter Hamsworth, a former Kenyan spy, is ill. Hamsworth met Angela Merkel on Monday.", "KENELI"),
        ("Judge Peter Hamsworth is ill. Kenya is calm. Kenya votes soon. Rebels shot Hamsworth on Monday.", "KENJUD"),
    ],
)
def test_named_persons_who_are_held_or_hurt_are_sides(full_coder: Coder, text: str, code: str) -> None:
    assert code in actors(full_coder, text)


def test_unknown_names_that_only_speak_are_no_civilians(full_coder: Coder) -> None:
    assert actors(full_coder, "Peter Hamsworth criticised Kenya on Monday.") == {"---", "KEN"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Iranian rebels opened fire on an army column in Ghana.", "GHAMIL"),
        ("The Iranian air force bombed a suspected guerrilla camp in Ghana.", "GHAREB"),
        ("Iranian rebels set fire to a dozen voting offices in Ghana.", "GHA"),
        ("Angry voters in Kenya burnt down a dozen voting offices. Kenya is calm. Kenya votes.", "KEN"),
        ("Iranian troops shelled militant hideouts in Ghana.", "GHAUAF"),
        ("شنت الطائرات الإسرائيلية غارات على مدينة النبطية أمس.", "LBN"),
        ("اعتقل الجيش التركي 25 فلسطينيا أمس.", "PSE"),
        ("قتل الجيش التركي 12 عراقيا أمس.", "IRQ"),
    ],
)
def test_things_that_are_hit_have_the_owner_or_the_country_that_is_named(
    full_coder: Coder, text: str, code: str
) -> None:
    assert code in actors(full_coder, text)
