"""Actor codes: composition in any order, dates, conditions, references, in both languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from coder.actors import ActorResolver
from coder.matcher import SentenceMatcher
from coder.model import ActorMention, Analysis, Document
from coder.pipeline import Coder
from tests.small import coded, shown, small_coder


@pytest.fixture(scope="module")
def coder(tmp_path_factory: pytest.TempPathFactory) -> Coder:
    return small_coder(tmp_path_factory.mktemp("small"), unknown_actors="all")


def mentions(coder: Coder, text: str, lang: str = "en", day: date | None = date(2024, 8, 6)) -> dict[str, ActorMention]:
    found: dict[str, ActorMention] = {}

    def visit(analysis: Analysis, resolver: ActorResolver, matcher: SentenceMatcher) -> None:
        found.update({m.text: m for m in resolver.mentions()})

    coder.inspect(Document("d", text, date=day, lang=lang), visit)
    return found


def code_of(coder: Coder, text: str, phrase: str, lang: str = "en", day: date | None = date(2024, 8, 6)) -> str | None:
    found = mentions(coder, text, lang, day)
    mention = next((m for t, m in found.items() if phrase in t), None)
    return mention.code if mention else None


@pytest.mark.parametrize(
    ("text", "phrase", "code"),
    [
        ("Syrian troops attacked Iran.", "Syrian troops", "SYRMIL"),
        ("Troops of Syria attacked Iran.", "Troops of Syria", "SYRMIL"),
        ("Syria's soldiers attacked Iran.", "Syria's soldiers", "SYRMIL"),
        ("The Iranian defence minister met Israel.", "defence minister", "IRNGOVMIL"),
        ("Rebel fighters attacked Iran.", "Rebel fighters", "---REB"),
        ("Hamas fighters attacked Israel.", "Hamas fighters", "PSEREBHMS"),
        ("The former Egyptian president met Iran.", "former Egyptian president", "EGYELI"),
        ("The United Nations met Iran.", "United Nations", "IGOUNO"),
        ("Tehran attacked Israel.", "Tehran", "IRNGOV"),
        ("Iran attacked Israel.", "Iran", "IRN"),
        ("Iran-backed militias attacked Israel.", "militias", "---UAF"),
        ("Militias backed by Iran attacked Israel.", "Militias", "---UAF"),
        ("Protesters in Egypt attacked Israel.", "Protesters", "EGYCVL"),
    ],
)
def test_composition_in_english(coder: Coder, text: str, phrase: str, code: str) -> None:
    assert code_of(coder, text, phrase) == code


@pytest.mark.parametrize(
    ("text", "phrase", "code"),
    [
        ("قصفت القوات السورية إيران.", "القوات السورية", "SYRMIL"),
        ("قصف الجنود الأمريكيون إيران.", "الجنود الأمريكيون", "USAMIL"),
        ("أجرى وزير الدفاع الأمريكي اتصالا مع إيران.", "وزير الدفاع الأمريكي", "USAGOVMIL"),
        ("قصفت طهران إسرائيل.", "طهران", "IRNGOV"),
        ("قصفت إيران إسرائيل.", "إيران", "IRN"),
    ],
)
def test_composition_in_arabic(coder: Coder, text: str, phrase: str, code: str) -> None:
    assert code_of(coder, text, phrase, "ar") == code


@pytest.mark.parametrize(
    ("day", "code"),
    [(date(2012, 1, 1), "EGYMIL"), (date(2020, 1, 1), "EGYGOV"), (date(2031, 1, 1), "EGYELI")],
)
def test_the_date_decides_the_role(coder: Coder, day: date, code: str) -> None:
    assert code_of(coder, "Abdel Fattah el-Sisi met Iran.", "Sisi", day=day) == code
    assert code_of(coder, "قصف عبد الفتاح السيسي إيران.", "السيسي", "ar", day) == code


def test_a_name_that_is_also_something_else_needs_its_context(coder: Coder) -> None:
    assert (
        code_of(coder, "Jordan met Iran.", "Jordan") == "JORGOV"
        or code_of(coder, "Jordan met Iran.", "Jordan") == "JOR"
    )
    assert code_of(coder, "Michael Jordan met Iran.", "Jordan") == "---"


def test_media_are_no_actors(coder: Coder) -> None:
    assert code_of(coder, "Reuters met Iran.", "Reuters") is None


def test_every_mention_names_its_entries(coder: Coder) -> None:
    troops = mentions(coder, "Syrian troops attacked Iran.")["Syrian troops"]
    assert [str(r) for r in troops.entries] == ["dictionaries/en/agents.yaml:1", "dictionaries/actors/actors.yaml:4"]
    assert troops.resolved_by == "composed"


def test_a_pronoun_takes_the_latest_fitting_actor_and_its_words(coder: Coder) -> None:
    events = coded(coder, "Hamas fled from Egypt. It attacked Israel.")
    attack = next(e for e in events if e.code == "190")
    assert attack.source is not None
    assert (attack.source.text, attack.source.resolved_by) in (("Egypt", "coreference"), ("Hamas", "coreference"))


def test_a_surname_stands_for_the_person_named_before(coder: Coder) -> None:
    events = coded(coder, "Abdel Fattah el-Sisi met Iran. Sisi visited Israel.")
    assert ("EGYGOV", "ISR", "042") in shown(events)


def test_the_counterpart_takes_the_antecedents_role(coder: Coder) -> None:
    events = coded(coder, "The Iranian defence minister met his Israeli counterpart.")
    assert ("IRNGOVMIL", "ISRGOVMIL", "040") in shown(events)
    arabic = coded(coder, "أجرى وزير الدفاع الأمريكي اتصالا مع نظيره الإسرائيلي.", "ar")
    assert ("USAGOVMIL", "ISRGOVMIL", "041") in shown(arabic)


def test_given_mentions_win_and_are_always_kept(coder: Coder) -> None:
    from coder.model import GivenMention

    text = "The dragon attacked Israel."
    document = Document("d", text, lang="en", mentions=(GivenMention(0, 10, "The dragon", "XXX"),))
    assert shown(coder.code_document(document)) == {("XXX", "ISR", "190")}


def test_a_place_name_inside_an_unknown_name_is_no_country(coder: Coder) -> None:
    assert code_of(coder, "Real Tehran met Israel.", "Tehran") == "---"


def test_without_a_date_the_last_role_is_assumed(coder: Coder) -> None:
    assert code_of(coder, "Abdel Fattah el-Sisi met Iran.", "Sisi", day=None) == "EGYGOV"


def test_short_acronyms_count_only_in_capitals(coder: Coder) -> None:
    assert code_of(coder, "The US met Iran.", "US") == "USA"
    assert code_of(coder, "Iran met us.", "us") is None


def test_a_pronoun_means_the_subject_before_it(coder: Coder) -> None:
    events = coded(coder, "Hamas met Israel in Egypt. It attacked Iran.")
    assert ("PSEREBHMS", "IRN", "190") in shown(events)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Syrian and Iranian troops attacked Israel.", {"SYRMIL", "IRNMIL"}),
        ("Syrian troops and Iranian rebels attacked Israel.", {"SYRMIL", "IRNREB"}),
    ],
)
def test_coordinated_modifiers_name_several_actors(coder: Coder, text: str, codes: set[str]) -> None:
    assert {s for s, _, c in shown(coded(coder, text)) if c == "190"} == codes


@pytest.mark.parametrize(
    ("text", "phrase", "code"),
    [
        ("Fighters from Hamas attacked Israel.", "Fighters", "PSEREBHMS"),
        ("A soldier in the Syrian army attacked Israel.", "soldier", "SYRMIL"),
    ],
)
def test_members_have_the_code_of_their_body(coder: Coder, text: str, phrase: str, code: str) -> None:
    assert code_of(coder, text, phrase) == code


def test_a_party_named_after_god_does_not_swallow_what_follows(full_coder: Coder) -> None:
    assert ("LBNREBHEZ", "ISRMIL", "190") in shown(coded(full_coder, "هاجم حزب الله الجيش الإسرائيلي.", "ar"))


def test_given_modifiers_are_read_one_by_one(coder: Coder) -> None:
    from coder.model import GivenMention

    text = "Iran and Syria negotiators met Israel."
    mentions_ = (GivenMention(0, 4, "Iran"), GivenMention(9, 14, "Syria"))
    events = coder.code_document(Document("d", text, lang="en", mentions=mentions_))
    assert {("IRN", "ISR", "040"), ("SYR", "ISR", "040")} <= shown(events)


def test_a_phrase_made_in_passing_is_not_taken_for_another(coder: Coder) -> None:
    """What is made and thrown away leaves its address to the next phrase, which may be another."""
    found: list[ActorMention | None] = []

    def visit(analysis: Analysis, resolver: ActorResolver, matcher: SentenceMatcher) -> None:
        nouns = [p for p in analysis.phrases if p.kind == "noun"]
        for phrase in nouns * 3:
            resolver.resolve(replace(phrase, kind="clause"))
            found.append(resolver.resolve(replace(phrase)))

    coder.inspect(Document("d", "Syrian troops attacked Iran.", lang="en"), visit)
    assert [m.code if m else None for m in found] == ["SYRMIL", "IRN"] * 3


def test_the_actors_of_a_report_are_looked_for_only_when_they_count(coder: Coder) -> None:
    asked: list[int] = []

    def visit(analysis: Analysis, resolver: ActorResolver, matcher: SentenceMatcher) -> None:
        watched = SentenceMatcher(analysis, matcher.dictionary, lambda p: asked.append(p.head) or resolver.resolve(p))
        (match,) = watched.matches()
        assert not asked
        assert [resolver.analysis.tokens[p.head].text for p in match.sources] == ["Iran"]

    coder.inspect(Document("d", "Iran attacked Israel.", lang="en"), visit)
    assert asked
