"""The report as a whole: what it shows, that text stays text, no network, bad input."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from typer.testing import CliRunner

from coder.cli import app
from coder.errors import InputError
from coder.exporters import PackageWriter
from coder.model import Event
from coder.ontology import Ontology
from coder.report import write_report
from tests.factory import DOCUMENT, event
from tests.report.hostile import write_hostile
from tests.report.synthetic import INFO, write_package


class Parsed(HTMLParser):
    """The elements and the text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._within: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._within.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._within:
            del self._within[len(self._within) - 1 - self._within[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        if not {"script", "style"} & set(self._within):
            self.text += data

    def attributes(self, name: str) -> list[str]:
        return [attributes[name] or "" for _, attributes in self.elements if name in attributes]


def package(folder: Path, *events: Event, document: object = None) -> Path:
    with PackageWriter(folder, Ontology.load(), INFO) as writer:
        writer.add(replace(DOCUMENT) if document is None else document, events)  # type: ignore[arg-type]
    return folder


def report(folder: Path, **options: int) -> str:
    return write_report(folder, **options).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_package(tmp_path_factory.mktemp("made") / "out", 400)


def test_all_sections_are_there(made: Path) -> None:
    page = Parsed(report(made))
    ids = set(page.attributes("id"))
    assert {"overview", "roots", "acled", "quad", "dyads", "map", "deaths", "events", "text", "left-out"} <= ids
    assert {"roots-table", "acled-table", "quad-table", "dyads-table", "countries-table", "deaths-table"} <= ids
    assert len([1 for tag, _ in page.elements if tag == "svg"]) == 12
    assert "Events400" in re.sub(r"\s", "", page.text)
    assert {"ltr", "rtl"} <= set(page.attributes("dir"))


def test_the_same_package_gives_the_same_bytes(made: Path, tmp_path: Path) -> None:
    one = write_report(made, tmp_path / "one.html").read_bytes()
    assert write_report(made, tmp_path / "two.html").read_bytes() == one


def test_json_lines_give_what_parquet_gives(made: Path, tmp_path: Path) -> None:
    other = tmp_path / made.name
    shutil.copytree(made, other)
    (other / "events.parquet").unlink()
    assert report(other) == report(made)


def test_nothing_is_loaded_from_elsewhere(made: Path) -> None:
    page = Parsed(report(made))
    assert not page.attributes("src")
    assert not [tag for tag, _ in page.elements if tag in ("link", "iframe", "object", "embed", "image", "use", "base")]
    assert all(link.startswith(("#", "https://example.org/")) for link in page.attributes("href"))
    [policy] = [a["content"] or "" for _, a in page.elements if a.get("http-equiv") == "Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "http" not in policy


def test_text_stays_text(tmp_path: Path) -> None:
    page = Parsed(report(write_hostile(tmp_path)))
    scripts = [attributes for tag, attributes in page.elements if tag == "script"]
    assert scripts == [{"type": "application/json", "id": "event-data"}, {}]
    assert not [tag for tag, _ in page.elements if tag == "img"]
    assert not [name for _, attributes in page.elements for name in attributes if name.startswith("on")]
    assert not [link for link in page.attributes("href") if not link.startswith("#")]
    assert page.text.count("{{ 7 * 7 }}") >= 8


def test_an_empty_package(tmp_path: Path) -> None:
    page = Parsed(report(package(tmp_path / "out")))
    assert "There are no such events." in page.text
    assert "No event has a place." in page.text
    assert "No event reports deaths." in page.text
    assert "svg" not in {tag for tag, _ in page.elements}


def test_events_without_dates_places_or_actors(tmp_path: Path) -> None:
    bare = {"event_date": None, "date_precision": None, "location_name": None, "country_iso3": None, "fatalities": 3}
    undated = replace(DOCUMENT, date=None)
    page = Parsed(report(package(tmp_path / "out", event(source=None, target=None, **bare), document=undated)))
    assert "1 of 1 have no event date and are not shown." in page.text
    assert "3 of them have no date" in page.text
    assert "No event has both a source and a target." in page.text


def test_the_dead_of_an_incident_are_counted_once(tmp_path: Path) -> None:
    rows = [event(fatalities=7), event("193", fatalities=7), event("190", sentence=1, fatalities=2)]
    other_month = event("190", sentence=2, fatalities=1, event_date=date(2024, 7, 1))
    page = Parsed(report(package(tmp_path / "out", *rows, other_month)))
    assert "10 deaths in 3 incidents" in page.text
    assert re.search(r"2024-07\s*1\s*1\s*2024-08\s*9\s*2", page.text)


def test_many_sentences_are_sampled_and_the_page_says_so(made: Path, tmp_path: Path) -> None:
    page = Parsed(write_report(made, tmp_path / "r.html", sentences=25).read_text(encoding="utf-8"))
    assert "A sample of 25 of the 400 sentences" in page.text
    assert len([1 for tag, _ in page.elements if tag == "article"]) == 25
    data = json.loads(re.search(r'id="event-data">(.*?)</script>', (tmp_path / "r.html").read_text())[1])  # type: ignore[index]
    assert data["count"] == len(data["text"]) == 400
    assert sorted(number for number in data["text"] if number >= 0) == list(range(25))


def test_the_command_writes_into_the_package_or_where_asked(made: Path, tmp_path: Path) -> None:
    run = CliRunner().invoke(app, ["report", str(made)])
    assert (run.exit_code, run.stdout.strip()) == (0, str(made / "report.html"))
    run = CliRunner().invoke(app, ["report", str(made), "-o", str(tmp_path / "own.html"), "--sentences", "0"])
    assert run.exit_code == 0
    assert (tmp_path / "own.html").read_bytes().startswith(b"<!DOCTYPE html>")


@pytest.mark.parametrize("content", ["nothing", "a broken table", "no folder"])
def test_a_folder_that_is_no_package_is_refused(tmp_path: Path, content: str) -> None:
    folder = tmp_path / "folder"
    if content != "no folder":
        folder.mkdir()
    if content == "a broken table":
        (folder / "events.parquet").write_bytes(b"PAR1 but not really PAR1")
    run = CliRunner().invoke(app, ["report", str(folder)])
    assert run.exit_code == 2
    assert "folder" in run.stderr
    assert "hint:" in run.stderr
    assert not (folder / "report.html").exists()


def test_an_old_report_stays_when_the_new_one_fails(made: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    shutil.copytree(made, folder)
    (folder / "report.html").write_text("old")
    (folder / "withheld.jsonl").write_text('{"status": "planned"}\n{broken\n')
    with pytest.raises(InputError, match="cannot be read") as error:
        write_report(folder)
    assert error.value.where == f"{folder / 'withheld.jsonl'}:2"
    assert (folder / "report.html").read_text() == "old"
    assert not [path for path in folder.iterdir() if path.name.startswith(".")]
