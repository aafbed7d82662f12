"""The XML input of PETRARCH: stories, dates, and files that are broken or hostile."""

from __future__ import annotations

import tracemalloc
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coder.languages.split import sentences
from coder.model import Document
from coder.readers import ReadDefaults, ReadLimits, Rejection, read_documents

LAUGHS = """<?xml version="1.0"?>
<!DOCTYPE lolz [
 <!ENTITY a "ha">
{}
]>
<Sentences><Sentence id="X_1" date="20200101"><Text>&l12;</Text></Sentence></Sentences>
""".format("\n".join(f' <!ENTITY l{i} "{(f"&l{i - 1};" if i else "&a;") * 10}">' for i in range(13)))
EXTERNAL = """<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]>
<Sentences><Sentence id="X_1" date="20200101"><Text>&e;</Text></Sentence></Sentences>"""


def sentence(number: str, text: str | None, day: str = "20100108", more: str = "") -> str:
    body = "" if text is None else f"<Text>\n{text}\n</Text>"
    return (
        f'<Sentence date="{day}" id="{number}" source="Wire" sentence="True"{more}>\n'
        f"{body}\n<Parse>\n(ROOT (S (NP (NNP Ghana))))\n</Parse>\n</Sentence>\n"
    )


def read(
    folder: Path,
    content: str | bytes,
    defaults: ReadDefaults = ReadDefaults(),  # noqa: B008 (frozen)
    limits: ReadLimits = ReadLimits(),  # noqa: B008 (frozen)
) -> list[Document | Rejection]:
    path = folder / "in.xml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read_documents([path], defaults, limits))


def records(*parts: str) -> str:
    return "<Sentences>\n" + "".join(parts) + "</Sentences>\n"


def test_the_sentences_of_a_story_are_one_document(tmp_path: Path) -> None:
    text = records(
        sentence("W7_1", "Ghana recalled its envoy\n  from Togo &amp; Benin.", more=' url="http://example.org/7"'),
        sentence("W7_2", "It gave no reason", more=' url="http://example.org/7"'),
        sentence("W8_1", "Togo protested."),
    )
    first, second = read(tmp_path, text)
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.id, first.date, first.publisher) == ("W7", date(2010, 1, 8), "Wire")
    assert (first.url, first.extra, second.url) == ("http://example.org/7", {}, None)
    assert [s.text for s in sentences(first)] == ["Ghana recalled its envoy from Togo & Benin.", "It gave no reason"]
    assert (second.id, second.text) == ("W8", "Togo protested.")


def test_a_record_without_a_sentence_number_is_a_story(tmp_path: Path) -> None:
    whole = sentence("W1_2", "Ghana sent aid. Togo sent none.").replace('"True"', '"FALSE"')
    found = read(
        tmp_path, records(sentence("DEMO-01", "One."), sentence("DEMO-02", "Two."), whole, sentence("", "No id."))
    )
    assert [d.id for d in found if isinstance(d, Document)] == ["DEMO-01", "DEMO-02", "W1_2", "in:26"]


def test_no_sentence_of_a_scattered_story_is_lost(tmp_path: Path) -> None:
    parts = [
        sentence("A_1", "One."), sentence("B_1", "Two."), sentence("A_2", "Three."), sentence("A_3", "Four."),
        sentence("A_4", "Five.", day="20100109"),
    ]  # fmt: skip
    found = [d for d in read(tmp_path, records(*parts)) if isinstance(d, Document)]
    assert [(d.id, d.text) for d in found] == [
        ("A", "One."), ("B", "Two."), ("A_2", "Three.\n\nFour."), ("A_4", "Five."),
    ]  # fmt: skip


def test_bad_sentences_are_rejected_by_id_and_line(tmp_path: Path) -> None:
    text = records(
        sentence("A_1", "One."),
        sentence("A_2", None),
        sentence("A_3", "  "),
        sentence("A_4", "Four."),
        sentence("B_1", "Five.", day="20101301"),
    )
    found = {item.doc_id if isinstance(item, Rejection) else item.id: item for item in read(tmp_path, text)}
    assert set(found) == {"A", "A_2", "A_3", "B"}
    good, missing, empty, undated = found["A"], found["A_2"], found["A_3"], found["B"]
    assert isinstance(good, Document)
    assert good.text == "One.\n\nFour."
    assert isinstance(missing, Rejection)
    assert missing.where.endswith("in.xml:10")
    assert "no <Text>" in missing.reason
    assert isinstance(empty, Rejection)
    assert "empty" in empty.reason
    assert isinstance(undated, Rejection)
    assert "'20101301' is no date" in undated.reason
    assert isinstance(read(tmp_path, text, ReadDefaults(undated=True))[-1], Document)


@pytest.mark.parametrize("content", [LAUGHS, EXTERNAL, LAUGHS.encode("utf-16")], ids=["laughs", "external", "utf-16"])
def test_a_document_type_is_refused_before_its_entities(tmp_path: Path, content: str | bytes) -> None:
    tracemalloc.start()
    (item,) = read(tmp_path, content)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(item, Rejection)
    assert "document type" in item.reason
    assert item.where.endswith((":1", ":2"))
    assert peak < 2_000_000


def test_words_that_look_like_a_document_type_are_text(tmp_path: Path) -> None:
    (item,) = read(tmp_path, records(sentence("A_1", "<![CDATA[Write <!DOCTYPE a [ here.]]>")))
    assert isinstance(item, Document)
    assert item.text == "Write <!DOCTYPE a [ here."


def test_a_truncated_file_gives_what_stands_before_the_cut(tmp_path: Path) -> None:
    text = records(sentence("A_1", "One."), sentence("A_2", "Two."), sentence("B_1", "Three."))
    document, rejection = read(tmp_path, text[: text.index("Three") + 3])
    assert isinstance(document, Document)
    assert (document.id, document.text) == ("A", "One.\n\nTwo.")
    assert isinstance(rejection, Rejection)
    assert rejection.where.endswith("in.xml:20")
    assert "broken XML" in rejection.reason


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "holds no record"),
        ("<a/>", "no <Sentence>"),
        ("Troops left.", "broken XML"),
        (records('<Sentence id="A_1"/></Sentence>'), "mismatched tag"),
        (records(sentence("A_1", "a & b")), "broken XML"),
        (records(sentence("A_1", "&who;")), "undefined entity"),
        (records('<Sentence id="A_1">' + sentence("A_2", "One.") + "</Sentence>"), "inside that of line 2"),
        ("<a>" * 200, "nested"),
        (records(sentence("A_1", "Caf\u00e9.")).encode("latin-1"), "save the file as UTF-8"),
        (records(sentence("A_1", "One.")).encode("utf-32"), "save the file as UTF-8"),
        ("<a><!--" + "x" * 17_000_000 + "--></a>", "longer than 16,777,216 bytes"),
    ],
)  # fmt: skip
def test_broken_files_say_where(tmp_path: Path, content: str | bytes, reason: str) -> None:
    item = read(tmp_path, content)[-1]
    assert isinstance(item, Rejection)
    assert reason in item.reason
    assert "in.xml" in item.where


def test_a_text_too_long_is_rejected_and_not_kept(tmp_path: Path) -> None:
    limits = ReadLimits(max_characters=1000)
    text = records(
        *(sentence(f"A_{i}", "x" * 300) for i in range(9)), sentence("B_1", "y" * 999_999), sentence("C_1", "Z.")
    )
    long_story, long_sentence, good = read(tmp_path, text, limits=limits)
    assert isinstance(long_story, Rejection)
    assert long_story.doc_id == "A"
    assert "more than 1,000" in long_story.reason
    assert isinstance(long_sentence, Rejection)
    assert long_sentence.doc_id == "B"
    assert isinstance(good, Document)


def test_a_large_file_is_read_in_bounded_memory(tmp_path: Path) -> None:
    path = tmp_path / "large.xml"
    with path.open("w", encoding="utf-8") as file:
        file.write("<Sentences>")
        file.writelines(sentence(f"S{i // 4}_{i % 4}", f"Ghana met Togo {i} times.") for i in range(40_000))
        file.write("</Sentences>")
    tracemalloc.start()
    count = sum(isinstance(item, Document) for item in read_documents([path]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 10_000
    assert peak < 4_000_000


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(position=st.integers(0, 2_000), mess=st.binary(max_size=12), cut=st.integers(0, 12))
def test_no_damage_raises(tmp_path: Path, position: int, mess: bytes, cut: int) -> None:
    whole = records(sentence("A_1", "One."), sentence("A_2", "Two."), sentence("B_1", "Three &lt; four.")).encode()
    position %= len(whole)
    assert read(tmp_path, whole[:position] + mess + whole[position + cut :])
