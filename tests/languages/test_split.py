"""Sentence splitting: real cases in both languages, and what must hold of any text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coder.languages.split import MAX_CHARACTERS, MAX_WORDS, sentences, split
from coder.model import Document


def parts(text: str, lang: str | None = None) -> list[str]:
    return [text[start:end] for start, end in split(text, lang)]


@pytest.mark.parametrize(
    "expected",
    [
        ["The U.S. troops left on Jan. 5.", "Gen. John F. Kelly said so."],
        ["He lives in the U.S.", "The attack began at 5 a.m. Monday.", "It cost $3.5 million."],
        ["Lt. Col. Adams and Mr. Smith met at 10 p.m.", "They left."],
        ["“We will fight.”", "The minister left."],
        ['"Stop!" he said.', "Why?", "Nobody knows..."],
        ["They waited… in vain.", "No. 5 is alive.", "He said no.", "They left."],
        ["(He left.", "She stayed.)", "It rained."],
        ["Acme Inc. said it would pay.", "Acme Inc.", "The firm denied it."],
        ["The strike hit Raqqa.", "al-Qaeda denied it."],
        ["In 2003 they met.", "15 people died."],
        ["1. First thing.", "2. Second thing."],
        ["See www.Example.com or b.c@example.org for more."],
        ["Was it Sen. Graham?!", "Yes."],
    ],
)
def test_english(expected: list[str]) -> None:
    assert parts(" ".join(expected), "en") == expected


@pytest.mark.parametrize(
    "expected",
    [
        ["قال د. محمد علي إن القوات انسحبت.", "وأضاف أن ٣.٥ ملايين نزحوا؛ لكن الوضع هادئ."],
        ["هل يعود النازحون؟", "لا!", "«لن نعود».", "وقال المتحدث ذلك."],
        ["الوزير يلتقي نظيره..", "وبيان يكشف التفاصيل."],
        ["أكدت م. ت. ف. رفضها.", "وطالبت بلقاء."],
        ["قال: «لن نقبل بذلك.»", "ثم غادر القاعة."],
        ["وقع الهجوم عام 2003.", "وأسفر عن مقتل 5 أشخاص."],
    ],
)
def test_arabic(expected: list[str]) -> None:
    assert parts(" ".join(expected), "ar") == expected


def test_a_stop_without_a_space() -> None:
    assert parts("Troops left.They fled. غادر الوفد المدينة.وقال المصدر ذلك") == [
        "Troops left.",
        "They fled.",
        "غادر الوفد المدينة.",
        "وقال المصدر ذلك",
    ]


def test_quotations_whose_blank_or_capital_was_lost() -> None:
    assert parts('"It is over."?Mensah left.', "en") == ['"It is over."?', "Mensah left."]
    assert parts('He said "no." She wept. "It is over."Mensah left.', "en")[2:] == ['"It is over."', "Mensah left."]
    assert parts('They had fled. "we saw it," she said.', "en") == ["They had fled.", '"we saw it," she said.']
    for whole in (
        '"It is over,"?she said.',
        'He quoted Mr. "nobody" and the "?" mark.',
        'Rice etc. "to go" sold.',
        'He left."They came."',
    ):
        assert parts(whole, "en") == [whole]


def test_lines_and_bullets_are_hard_breaks() -> None:
    assert parts("Headline without a stop\nBAGHDAD (Wire)\r\n\r\n- one\n• two • three\u2028four") == [
        "Headline without a stop",
        "BAGHDAD (Wire)",
        "- one",
        "• two",
        "• three",
        "four",
    ]


def test_wrapped_lines_are_joined() -> None:
    text = (
        "Rebels in the hills said on Monday that they had driven\n"
        "back an attack by government forces near the dam. The\n"
        "army denied the claim and said that it held two of the\n"
        "villages.\n\nNext paragraph"
    )
    assert [part.replace("\n", " ") for part in parts(text)] == [
        "Rebels in the hills said on Monday that they had driven back an attack by government forces near the dam.",
        "The army denied the claim and said that it held two of the villages.",
        "Next paragraph",
    ]


def test_a_long_sentence_is_cut_at_its_clauses() -> None:
    clause = "the troops moved on towards the river and the hills beyond it, "
    spans = split(clause * 100)
    assert len(spans) > 1
    assert all(end - start <= MAX_CHARACTERS for start, end in spans)
    assert all((clause * 100)[:end].endswith(",") for _, end in spans)
    assert all(len(part.split()) <= MAX_WORDS for part in parts("go " * 1000))


def test_start_shifts_the_offsets() -> None:
    assert split("One left. Two stayed.", start=10) == [(10, 19), (20, 31)]


def test_sentences_of_a_mixed_document() -> None:
    document = Document(id="1", title=" قصف على المدينة ", text="Troops left.\n---\nقال المتحدث: نعم.\nThey fled.")
    found = sentences(document)
    assert [(s.index, s.lang, s.text) for s in found] == [
        (-1, "ar", "قصف على المدينة"),
        (0, "en", "Troops left."),
        (1, "ar", "قال المتحدث: نعم."),
        (2, "en", "They fled."),
    ]
    assert document.title is not None
    assert all(s.text == (document.title if s.index == -1 else document.text)[s.start : s.end] for s in found)


def test_no_sentences_in_an_unknown_language() -> None:
    assert sentences(Document(id="1", text="Войска покинули город.")) == []
    assert len(sentences(Document(id="1", text="Войска покинули город.", lang="en"))) == 1


ALPHABET = st.one_of(
    st.sampled_from(list('.!?؟…۔"”»)(«“ \n\t-•،؛,;AaBb1٣دم')), st.characters(exclude_categories=["Cs"])
)


@settings(max_examples=300, deadline=None)
@given(text=st.text(ALPHABET, max_size=120), lang=st.sampled_from(["en", "ar", None]))
def test_spans_are_ordered_trimmed_and_lose_only_white_space(text: str, lang: str | None) -> None:
    position = 0
    for start, end in split(text, lang):
        assert start < end
        assert text[position:start].strip() == ""
        assert text[start:end] == text[start:end].strip()
        position = end
    assert text[position:].strip() == ""


@pytest.mark.parametrize("unit", ["a", ". ", '."', "A. ", " ", "a.\n", '"( ', ". ( ", "، ", "؟«", "U.", "\n"])
def test_time_is_linear(unit: str) -> None:
    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        started = time.process_time()
        split(text)
        return time.process_time() - started

    # four times the text in four times the time; quadratic work would take sixteen times, and seconds more
    assert seconds(400_000) < 12 * seconds(100_000) + 3


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Troops entered the old harbour district before dawn, officials", "say."),
        ("Two ministers arrived for talks with the mayor of the capital on", "Tuesday."),
        ("Troops entered the old harbour district before dawn, and behind them,", "buses arrived."),
    ],
)
def test_a_line_that_breaks_off_goes_on_in_the_next(first: str, second: str) -> None:
    assert len(split(f"{first}\n    {second}")) == 1
    assert len(split(f"{first}\n\n{second}")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "bread and butter\nmilk and honey",
        "Seven people have been arrested in connection with the blast\nPictures showed a burnt bus.",
        "The minister said the talks would go on for another week.\nafter that nobody knew.",
    ],
)
def test_other_lines_end_with_their_sentence(text: str) -> None:
    assert len(split(text)) == 2


def own(text: str) -> list[str]:
    return [s.text for s in sentences(Document(id="d", text=text, lang="en"))]


def test_dashes_behind_a_stop() -> None:
    assert own("The minister left.- The army stayed.-Kenya, he said, agreed.") == [
        "The minister left.",
        "The army stayed.",
        "Kenya, he said, agreed.",
    ]
    assert own("The U.S.-China talks went on.") == ["The U.S.-China talks went on."]
    assert own("- - At least ten people fled.") == ["At least ten people fled."]
    assert own("-5 degrees were measured.") == ["-5 degrees were measured."]
