"""Readers: every input format, and what becomes of bad input."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coder.errors import InputError
from coder.model import Document, GivenMention
from coder.readers import ReadDefaults, ReadLimits, Rejection, known_suffixes, read_documents
from coder.readers.base import reader

Write = Callable[[str, str | bytes], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def to_file(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return path

    return to_file


def read(*paths: Path, **keywords: object) -> list[Document | Rejection]:
    return list(read_documents(paths, **keywords))  # type: ignore[arg-type]


def only_rejection(path: Path, limits: ReadLimits | None = None) -> Rejection:
    (item,) = read_documents([path], limits=limits or ReadLimits())
    assert isinstance(item, Rejection)
    return item


def documents(items: list[Document | Rejection]) -> list[Document]:
    return [item for item in items if isinstance(item, Document)]


def line(**fields: object) -> str:
    return json.dumps(fields, ensure_ascii=False) + "\n"


def test_text_file_is_read_as_it_stands(write: Write) -> None:
    path = write("report.txt", "  Line one\r\nقصفت القوات المدينة.\n")
    defaults = ReadDefaults(date=date(2024, 8, 6), lang="ar")
    assert read(path, defaults=defaults) == [
        Document(id="report", text="  Line one\r\nقصفت القوات المدينة.\n", date=date(2024, 8, 6), lang="ar")
    ]


def test_byte_order_mark_is_accepted(write: Write) -> None:
    paths = [
        write("a.txt", b"\xef\xbb\xbfTroops left."),
        write("b.jsonl", b"\xef\xbb\xbf" + line(id="b", text="Troops left.").encode()),
        write("c.csv", b"\xef\xbb\xbfid,text\nc,Troops left.\n"),
    ]
    assert [(d.id, d.text) for d in documents(read(*paths))] == [(i, "Troops left.") for i in ("a", "b", "c")]


def test_jsonl_record_with_every_field(write: Write) -> None:
    record = line(
        id=7,
        text="Iran warned Iraq.",
        date="2024-08-06T10:00:00Z",
        title="Warning",
        lang="EN-us",
        publisher="Wire",
        url="u",
        mentions=[{"start": 0, "end": 4, "text": "Iran", "code": "IRN"}, {"start": 12, "end": 16}],
        desk="world",
    )
    (document,) = read(write("a.jsonl", record + "\n\n"))
    assert document == Document(
        id="7",
        text="Iran warned Iraq.",
        date=date(2024, 8, 6),
        title="Warning",
        lang="en",
        publisher="Wire",
        url="u",
        mentions=(GivenMention(0, 4, "Iran", "IRN"), GivenMention(12, 16, "Iraq", None)),
        extra={"desk": "world"},
    )


def test_csv_with_embedded_newlines_and_other_columns(write: Write) -> None:
    text = 'ID,Text,date,desk\n1,"Line one\nsaid ""no"", again",2024-08-06,world\n\n2,Two,,\n'
    first, second = documents(read(write("a.csv", text), defaults=ReadDefaults(date=date(2020, 1, 1))))
    assert first.text == 'Line one\nsaid "no", again'
    assert (first.id, first.date, first.extra) == ("1", date(2024, 8, 6), {"desk": "world"})
    assert (second.date, second.extra) == (date(2020, 1, 1), {"desk": None})


def test_the_date_may_be_called_as_in_our_own_tables(write: Write) -> None:
    table = write("a.csv", "id,text,Publication_Date\n1,Troops left.,2024-08-06\n")
    other = write("b.jsonl", line(id="2", text="Troops left.", publication_date="2001-03-06"))
    both = write("c.jsonl", line(id="3", text="Troops left.", date="2001-03-07", publication_date="2001-03-06"))
    days = [d.date for d in documents(read(table, other, both))]
    assert days == [date(2024, 8, 6), date(2001, 3, 6), date(2001, 3, 7)]
    assert all(not d.extra for d in documents(read(table, other)))


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_csv_delimiter_is_told_from_the_header(write: Write, delimiter: str) -> None:
    rows = [["id", "text"], ["1", "Troops left, they say"]]
    (document,) = read(write("a.csv", "\n".join(delimiter.join(row) for row in rows)))
    assert isinstance(document, Document)
    assert document.text == "Troops left, they say"


def test_csv_mentions_are_json(write: Write) -> None:
    path = write("a.csv", 'id,text,mentions\n1,Iran left.,"[{""start"": 0, ""end"": 4}]"\n2,Iran left.,nonsense\n')
    good, bad = read(path)
    assert isinstance(good, Document)
    assert good.mentions[0].text == "Iran"
    assert isinstance(bad, Rejection)
    assert bad.doc_id == "2"
    assert "no JSON" in bad.reason


def test_a_record_without_an_id_is_named_by_its_line(write: Write) -> None:
    (document,) = read(write("wire.jsonl", "\n" + line(text="Troops left.")))
    assert isinstance(document, Document)
    assert document.id == "wire:2"


def test_folder_is_read_in_a_fixed_order(write: Write, tmp_path: Path) -> None:
    for name in ("in/b.txt", "in/a.txt", "in/sub/c.txt", "in/.hidden.txt", "in/.git/d.txt"):
        write(name, "Troops left.")
    assert [d.id for d in documents(read(tmp_path / "in"))] == ["a", "b", "sub/c"]


def test_folder_links(write: Write, tmp_path: Path) -> None:
    inside = write("in/a.txt", "Troops left.")
    outside = write("secret.txt", "Nothing.")
    (tmp_path / "in/leaves.txt").symlink_to(outside)
    (tmp_path / "in/up").symlink_to(tmp_path)
    (tmp_path / "in/same.txt").symlink_to(inside)
    (tmp_path / "in/loop").symlink_to(tmp_path / "in")
    (tmp_path / "in/dangling.txt").symlink_to(tmp_path / "none")
    items = read(tmp_path / "in")
    assert [d.id for d in documents(items)] == ["a"]
    reasons = {item.doc_id: item.reason for item in items if isinstance(item, Rejection)}
    assert set(reasons) == {"leaves", "up", "dangling"}
    assert "leaves the folder" in reasons["leaves"]


def test_missing_path_raises_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file") as caught:
        read_documents([tmp_path / "none.jsonl"])
    assert "none.jsonl" in str(caught.value)


def test_ids_are_unique_over_all_inputs(write: Write) -> None:
    paths = [write("a.jsonl", line(id="x", text="One.")), write("b.jsonl", line(id="x", text="Two."))]
    first, second = read(*paths)
    assert isinstance(first, Document)
    assert isinstance(second, Rejection)
    assert (second.doc_id, second.where) == ("x", f"{paths[1]}:1")
    assert "same id" in second.reason


@pytest.mark.parametrize(
    ("name", "content", "doc_id", "reason"),
    [
        ("a.txt", "", "a", "the text is empty"),
        ("a.txt", " \n", "a", "the text is empty"),
        ("a.txt", "abc\xff".encode("latin-1"), "a", "bad byte at offset 3"),
        ("a.txt", "text".encode("utf-16"), "a", "UTF-16"),
        ("a.txt", "a\0b", "a", "NUL"),
        ("a.docx", "x", "a", "no reader for files named *.docx"),
        ("a", "x", "a", "without a suffix"),
        ("a.jsonl", "", "a", "holds no record"),
        ("a.jsonl", "\n\n", "a", "holds no record"),
        ("a.jsonl", '{"id": "x", "text": "cut', "x", "not a JSON record"),
        ("a.jsonl", b'{"id": "x", "text": "\xff"}', "x", "bad byte at offset 21"),
        ("a.jsonl", "[1]", "a:1", "not a JSON object"),
        ("a.jsonl", "[" * 200_000, "a:1", "nested too deeply"),
        ("a.jsonl", '{"id": "x", "text": "a", "text": "b"}', "x", "stands twice"),
        ("a.jsonl", '{"id": "x", "text": "a", "n": NaN}', "x", "NaN"),
        ("a.jsonl", line(id="x"), "x", "has no text"),
        ("a.jsonl", line(id="x", text=5), "x", "the text is a number"),
        ("a.jsonl", line(id="x", text=""), "x", "the text is empty"),
        ("a.jsonl", line(id=["x"], text="a"), "a:1", "the id is a list"),
        ("a.jsonl", line(id="x", text="a", title=["t"]), "x", "the title is a list"),
        ("a.jsonl", line(id="x", text="a", title="t" * 3000), "x", "the title has 3,000 characters"),
        ("a.jsonl", line(id="x", text="a", date="2024-13-01"), "x", "is no date"),
        ("a.jsonl", line(id="x", text="a", date="0001-01-01"), "x", "0001-01-01 is no day of publication"),
        ("a.jsonl", line(id="x", text="a", date="yesterday"), "x", "YYYY-MM-DD"),
        ("a.jsonl", line(id="x", text="a", date=True), "x", "is no date"),
        ("a.jsonl", '{"id": "x", "text": "a\\ud800b"}', "x", "lone surrogate"),
        ("a.jsonl", '{"id": "x", "text": "a", "more": {"deep": ["\\udc00"]}}', "x", "lone surrogate"),
        ("a.jsonl", '{"id": "x", "text": "a\\u0000b"}', "x", "NUL"),
        ("a.jsonl", line(id="x", text="abc", mentions={"start": 0}), "x", "mentions are an object"),
        ("a.jsonl", line(id="x", text="abc", mentions=[{"start": 0, "end": 4}]), "x", "out of range"),
        ("a.jsonl", line(id="x", text="abc", mentions=[{"start": 2, "end": 2}]), "x", "out of range"),
        ("a.jsonl", line(id="x", text="abc", mentions=[{"start": "0", "end": 1}]), "x", "no whole numbers"),
        (
            "a.jsonl",
            line(id="x", text="abc", mentions=[{"start": 0, "end": 1, "text": "b"}]),
            "x",
            "UTF-16 units",
        ),
        ("a.jsonl", line(id="x", text="abc", mentions=[{"start": 0, "end": 1, "code": 3}]), "x", "has the code 3"),
        ("a.csv", "", "a", "holds no record"),
        ("a.csv", "id,text\n", "a", "holds no record"),
        ("a.csv", "id,body\n1,x\n", "a", "no column named 'text'"),
        ("a.csv", "id,text,text\n1,x,y\n", "a", "stands twice"),
        ("a.csv", "id,text\nx,one,two\n", "x", "3 cells where the header has 2"),
        ("a.csv", 'id,text\nx,"never closed\n', "a:2", "quote that is never closed"),
        ("a.csv", b"id,text\nx,\xe9t\xe9\n", "x", "bad byte at offset 10"),
        ("a.csv", "id,text\nx,a\0b\n", "x", "NUL"),
    ],
)
def test_bad_input_is_rejected_with_its_reason(
    write: Write, name: str, content: str | bytes, doc_id: str, reason: str
) -> None:
    rejection = only_rejection(write(name, content))
    assert rejection.doc_id == doc_id
    assert reason in rejection.reason
    assert name in rejection.where


def test_a_bad_record_does_not_stop_the_next(write: Write) -> None:
    jsonl = write("a.jsonl", "{broken\n" + line(id="good", text="Troops left."))
    table = write("a.csv", 'id,text\nx,"stray" quote\ny,\xe9\nz,Troops left.\n')
    assert [d.id for d in documents(read(jsonl, table))] == ["good", "y", "z"]


def test_a_literal_escape_is_no_nul(write: Write) -> None:
    (document,) = read(write("a.jsonl", line(id="x", text="a", note="the escape \\u0000 as text")))
    assert isinstance(document, Document)


@pytest.mark.parametrize("suffix", ["txt", "jsonl", "csv"])
def test_a_text_over_the_limit_is_rejected_by_name(write: Write, suffix: str) -> None:
    word = "a" * 101_000
    content = {
        "txt": word,
        "jsonl": line(id="long", text=word) + line(id="b", text="b"),
        "csv": f"id,text\nlong,{word}\nb,b",
    }
    first, *rest = read(write(f"long.{suffix}", content[suffix]))
    assert isinstance(first, Rejection)
    assert first.doc_id == "long"
    assert "more than 100,000" in first.reason
    assert [d.id for d in documents(rest)] == ([] if suffix == "txt" else ["b"])


def test_ligatures_count_as_what_they_stand_for(write: Write) -> None:
    sign = "\ufdfa "  # four words
    first, second = read(write("a.jsonl", line(id="long", text=sign * 6_000) + line(id="b", text=sign * 5_000)))
    assert isinstance(first, Rejection)
    assert "114,000 characters with its ligatures written out, more than 100,000" in first.reason
    assert isinstance(second, Document)


def test_a_line_over_the_cap_is_passed_over(write: Write) -> None:
    limits = ReadLimits(max_characters=10)
    long_line = line(id="long", text="x" * (limits.max_line_bytes + 5))
    first, second = read(write("a.jsonl", long_line + line(id="b", text="short")), limits=limits)
    assert isinstance(first, Rejection)
    assert (first.doc_id, second.id) == ("long", "b")  # type: ignore[union-attr]
    rejection = only_rejection(write("a.csv", "id,text\n" + "x" * (limits.max_line_bytes + 5)), limits)
    assert "longer than" in rejection.reason


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_refused_rather_than_waited_for(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    os.mkfifo(tmp_path / "in/pipe.jsonl")
    assert "not a regular file" in only_rejection(tmp_path / "in").reason


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    assert "holds no file" in only_rejection(tmp_path).reason


def test_suffixes_are_read_in_any_case_and_registered_once(write: Write) -> None:
    (document,) = read(write("A.TXT", "Troops left."))
    assert isinstance(document, Document)
    assert {".txt", ".jsonl", ".csv"} <= set(known_suffixes())
    with pytest.raises(ValueError, match="two readers"):
        reader(".txt")(lambda path, file_id, limits: iter(()))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=300), suffix=st.sampled_from([".txt", ".jsonl", ".csv"]))
def test_no_bytes_raise(tmp_path: Path, content: bytes, suffix: str) -> None:
    path = tmp_path / f"any{suffix}"
    path.write_bytes(content)
    items = read(path)
    assert items
    for item in items:
        (item.id if isinstance(item, Document) else item.doc_id + item.reason + item.where).encode("utf-8")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1).filter(str.strip))
def test_text_survives_every_format(tmp_path: Path, text: str) -> None:
    import csv

    with (tmp_path / "a.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, quoting=csv.QUOTE_ALL).writerows([["id", "text"], ["c", text]])
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "j", "text": text}), encoding="utf-8")
    items = read(tmp_path / "a.csv", tmp_path / "a.jsonl")
    assert [d.text for d in documents(items)] == [text, text]


def test_a_wrong_date_is_no_matter_where_dates_are_not_used(write: Write) -> None:
    path = write("docs.jsonl", line(id="a", text="Troops left.", date="9:55 AM ET"))
    assert documents(read(path)) == []
    assert [d.date for d in documents(read(path, defaults=ReadDefaults(undated=True)))] == [None]


def test_a_header_that_cannot_be_read_is_a_rejection(write: Write) -> None:
    item = only_rejection(write("t.csv", 'id\rtext,"x\nrow,1\n'))
    assert "header" in item.reason
