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
from coder.pipeline import Coder, CoderOptions
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
    """A coder that counts the sentences it analyses."""

    analysed = 0

    def analyse(self, parts: Sequence[Sentence]) -> Iterator[Analysis]:
        self.analysed += len(parts)
        return super().analyse(parts)


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
    before = gated.analysed
    assert not coded(gated, Document("d", STORIES["in the dark"], lang="en"))
    assert gated.analysed == before
    assert coded(gated, Document("d", "It was cold. Roses are red. Rebels attacked Iran.", lang="en"))
    assert gated.analysed == before + 1


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


def test_every_form_that_the_analysis_gives_was_possible() -> None:
    coder = full_coder()
    for document in read_documents([EXAMPLES]):
        assert isinstance(document, Document)
        parts = sentences(document)
        for sentence, analysis in zip(parts, coder.analyse(parts), strict=True):
            possible = coder.stage(sentence.lang).language.possible_words(sentence)
            assert possible is not None
            assert {form for t in analysis.tokens for form in (t.norm, t.lemma)} <= possible
