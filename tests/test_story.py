"""What coding a story leaves behind, and when a sentence is no prose."""

from __future__ import annotations

import gc
from collections.abc import Sequence

import pytest

from coder.actors import ActorIndex, Phrases, last_names
from coder.languages.split import sentences
from coder.model import Document, Token
from coder.pipeline import Coder
from coder.story import MOST_ACTS

STORIES = {
    "en": "Kenya's police arrested three protesters in Nairobi on Monday. They had condemned the government. The "
    "minister of defence, Ali Tarek, said that Kenya would send troops to Somalia. Tarek met the president of Uganda. "
    "Workers protested in Nairobi.",
    "ar": "اعتقلت الشرطة الكينية ثلاثة متظاهرين في نيروبي يوم الاثنين. وكانوا قد نددوا بالحكومة. وقال وزير الدفاع إن "
    "كينيا سترسل قوات إلى الصومال. والتقى الوزير رئيس أوغندا. وتظاهر عمال في نيروبي.",
}


@pytest.mark.parametrize("lang", STORIES)
def test_a_coded_story_leaves_no_cycles(full_coder: Coder, lang: str) -> None:
    """Else the garbage collector has to find its tokens and phrases, which takes time and memory."""
    assert full_coder.code(STORIES[lang], lang=lang)
    gc.collect()
    gc.disable()
    try:
        full_coder.code(STORIES[lang], lang=lang)
        assert gc.collect() < 20
    finally:
        gc.enable()


@pytest.mark.parametrize(("lang", "said"), [("en", "Syria attacked Israel. "), ("ar", "هاجمت سوريا إسرائيل. ")])
def test_a_heap_of_verbs_is_no_prose(full_coder: Coder, lang: str, said: str) -> None:
    verb = said.split()[1 if lang == "en" else 0]
    heap = f"{verb.capitalize()} " + f"{verb} " * (MOST_ACTS + 10)
    told = [e for e in full_coder.code(said + heap, lang=lang) if e.status == "asserted"]
    assert [e.sentence.index for e in told] == [0]


def test_the_names_of_an_analysed_sentence_are_looked_up_once(
    full_coder: Coder, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_up: list[Sequence[Token]] = []
    plain = ActorIndex.phrases

    def phrases(index: ActorIndex, tokens: Sequence[Token]) -> Phrases:
        looked_up.append(tokens)
        return plain(index, tokens)

    document = Document("d", STORIES["en"], lang="en")
    analyses = list(full_coder.analyse(sentences(document)))
    monkeypatch.setattr(ActorIndex, "phrases", phrases)
    assert full_coder.code_with(document, analyses, {})
    assert len(looked_up) == len({id(tokens) for tokens in looked_up}) <= len(analyses)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Then Lloyd Austin of Kenya, 3, spoke.", ["Then", "Lloyd", "Austin", "Kenya", "3"]),
        ("Barlow is a spy who met Kim in Peru", ["Barlow", "Peru"]),
        ("Ann of the Mill", []),
        ("Ann of Mill", ["Mill"]),
        ("قال كيم", ["قال", "كيم"]),
        ("", []),
    ],
)
def test_words_that_may_end_a_name(text: str, names: list[str]) -> None:
    assert list(last_names(text)) == names


def test_a_look_back_from_the_end_of_a_story_reads_what_it_needs(full_coder: Coder) -> None:
    """Whose *the measure* is is asked when all is coded; *the party* then leads to a title that nobody had read."""
    text = "talking the party's legislation. The measure would and opposed uniformly by Democrats."
    assert full_coder.code(text, title="test", date="2017-03-17") == []  # opposed by one side, whose measure is open
