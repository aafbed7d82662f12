"""The relevance gate changes nothing but time: the same events with and without it, and few sentences analysed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from coder.languages.split import sentences
from coder.model import Analysis, Document, GivenMention, Sentence
from coder.pipeline import Coder, CoderOptions, Wanted
from coder.readers import read_documents
from tests.full import coder as full_coder
from tests.small import small_coder

EXAMPLES = Path(__file__).parent.parent / "examples"
DAY = date(2024, 8, 6)
# What an event needs from sentences in which nothing happens: a full name, an antecedent, a short name, a role.
STORIES = {
    "surname": "The Iranian defence minister is Ali Tarek Hamdi. The weather was mild. Hamdi condemned Israel.",
    "pronoun": "Hamas is an old group. It was cold. It attacked Israel on Monday.",
    "group": "Hamas is an old group. Roses are red. Violets are blue. The group attacked Israel.",
    "same office": "Syrian troops are tired. The soup was hot. The troops attacked Israel.",
    "short name": "The Free Syrian Union (FSU), a Syrian rebel group, is small. It rained. FSU attacked Israel.",
    "place": "KUFRA - The morning in Libya was calm. Rebels attacked Iran.",
    "counterpart": "The Iranian foreign minister is tall. His Israeli counterpart attacked Hamas.",
    "duty": "Hamas is a group. The Egyptian president said that Israel should leave it alone.",
    "hyphen": "Nothing else is new. The re-attack on Israel by Hamas failed. Rebels counter-attacked Iran.",
    "in the dark": "The soup was hot. Roses are red.",
}
ARABIC = {
    "surname": "وزير الدفاع الإيراني علي طارق حمدي طويل. الطقس جميل. هاجم حمدي إسرائيل.",
    "group": "حماس حركة قديمة. الطقس جميل. هاجمت الحركة إسرائيل.",
    "participle": "خرج الرئيس المصري مهاجما إسرائيل. الورد أحمر.",
    "clitics": "الطقس جميل. وسيهاجمونها غدا. وبهجومهم على إسرائيل انتهى اليوم.",
}


class Counting(Coder):
    """A coder that counts the sentences of which it makes drafts, and those that it analyses in full."""

    drafted = 0
    analysed = 0

    def analyse(self, parts: Sequence[Sentence]) -> Iterator[Analysis]:
        self.analysed += len(parts)
        return super().analyse(parts)

    def _complete(self, wanted: Sequence[Wanted]) -> None:
        self.analysed += sum(len(positions) for _, positions in wanted)
        super()._complete(wanted)

    def _draft(self, wanted: Sequence[Wanted]) -> None:
        self.drafted += sum(p not in story.drafts for story, positions in wanted for p in positions)
        super()._draft(wanted)


def pair(coder: Coder) -> tuple[Counting, Counting]:
    """The same coder with and without the gate, with the stages of ``coder`` (loading takes most of the time)."""
    both = []
    for gate in (True, False):
        options = coder.options
        made = Counting(CoderOptions(options.dictionaries, gate=gate, events=options.events), coder.store)
        made._stages = coder._stages
        both.append(made)
    return both[0], both[1]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[Counting, Counting]:
    return pair(small_coder(tmp_path_factory.mktemp("small"), unknown_actors="all"))


def coded(coder: Coder, document: Document) -> list[dict[str, Any]]:
    return [asdict(event) for event in coder.code_document(document)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [*(("en", text) for text in STORIES.values()), *(("ar", text) for text in ARABIC.values())],
    ids=[*STORIES, *(f"ar {name}" for name in ARABIC)],
)
def test_events_are_the_same_whatever_a_story_leaves_to_other_sentences(
    small: tuple[Counting, Counting], lang: str, text: str
) -> None:
    document = Document("d", text, date=DAY, lang=lang, title=text.partition(".")[0])
    gated, whole = (coded(coder, document) for coder in small)
    assert gated == whole


def test_sentences_without_an_event_are_read_only_when_a_reference_leads_there(
    small: tuple[Counting, Counting],
) -> None:
    gated, _ = small
    before = gated.analysed, gated.drafted
    assert not coded(gated, Document("d", STORIES["in the dark"], lang="en"))
    assert (gated.analysed, gated.drafted) == before
    assert coded(gated, Document("d", "It was cold. Roses are red. Rebels attacked Iran.", lang="en"))
    assert (gated.analysed, gated.drafted) == (before[0] + 1, before[1] + 1)


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("Rebels attacked Iran.", True),
        ("Iran was attacked.", True),
        ("It attacked.", True),
        ("An attack on Iran began.", True),
        ("Lloyd Austin, the Iranian defence minister, said that Israel must leave.", True),
        ("Israel must leave, and Iran said so.", False),
        ("Iran said that it rained.", False),
        ("Heart attack rates are low.", False),
    ],
)
def test_frames_without_a_reading_for_an_event_are_closed(
    small: tuple[Counting, Counting], text: str, passes: bool
) -> None:
    stage = small[0].stage("en")
    (draft,) = stage.language.drafts([Sentence(0, 0, len(text), text, "en")])
    assert stage.frame_gate.passes(draft.frames) is passes


def test_sentences_closed_by_their_frames_are_not_completed(small: tuple[Counting, Counting]) -> None:
    gated, whole = small
    document = Document("d", "Iran said that Israel must rain. Israel must leave, and Iran said so.", lang="en")
    before = gated.analysed, gated.drafted
    assert coded(gated, document) == coded(whole, document)
    assert gated.analysed - before[0] < gated.drafted - before[1]


def test_completed_drafts_are_the_analyses() -> None:
    coder = full_coder()
    for document in read_documents([EXAMPLES]):
        assert isinstance(document, Document)
        for lang in ("en", "ar"):
            parts = [s for s in sentences(document) if s.lang == lang]
            language = coder.stage(lang).language
            drafts = language.drafts(parts)
            completed = language.complete(drafts[::2]) and language.complete(drafts)
            assert [repr(a) for a in completed] == [repr(a) for a in language.analyse(parts)]


def test_given_mentions_are_kept(small: tuple[Counting, Counting]) -> None:
    text = "Roses are red. Blank attacked Blonk."
    given = (GivenMention(15, 20, "Blank", "SYR"), GivenMention(30, 35, "Blonk"))
    gated, whole = (coded(coder, Document("d", text, lang="en", mentions=given)) for coder in small)
    assert gated == whole != []


def test_the_examples_give_the_same_events_with_the_full_dictionaries() -> None:
    gated, whole = pair(full_coder())
    for document in read_documents([EXAMPLES]):
        assert isinstance(document, Document)
        assert coded(gated, document) == coded(whole, document)
    assert gated.analysed <= whole.analysed


def test_sentences_analysed_already_give_the_same_events_with_the_gate() -> None:
    gated, whole = pair(full_coder())
    for document in read_documents([EXAMPLES]):
        assert isinstance(document, Document)
        analyses = list(gated.analyse(sentences(document)))
        found, every = (coder.code_with(document, analyses, {}) for coder in (gated, whole))
        assert [asdict(e) for e in found] == [asdict(e) for e in every]


def test_every_form_that_the_analysis_gives_was_possible() -> None:
    coder = full_coder()
    for document in read_documents([EXAMPLES]):
        assert isinstance(document, Document)
        parts = sentences(document)
        for sentence, analysis in zip(parts, coder.analyse(parts), strict=True):
            possible = coder.stage(sentence.lang).language.possible_words(sentence)
            assert possible is not None
            assert {form for t in analysis.tokens for form in (t.norm, t.lemma)} <= possible
