"""The importer: every line is written, merged or reported; the YAML loads and says what the lines said."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from coder.cli import app
from coder.dictionary.petrarch import Sources, export_petrarch, import_petrarch
from coder.dictionary.petrarch.lines import event_code, title_of
from coder.dictionary.petrarch.patterns import PatternError, translate
from coder.dictionary.schema import ActorEntry, Entry
from coder.dictionary.store import Store, read_store
from coder.errors import InputError
from coder.resources import dictionaries_root
from tests.dictionary.petrarch_files import PHRASE_VERBS, imported, write_sources

SETS = {"TIES": ("military", "economic"), "FIGHT_GAMES": ("war games",)}


def load(folder: Path) -> Store:
    return read_store(dictionaries_root(), replace=folder)


def notes(folder: Path, outcome: str) -> set[tuple[str, int]]:
    with (folder / "import-report.csv").open(encoding="utf-8") as file:
        return {(r["file"], int(r["line"])) for r in csv.DictReader(file) if r["outcome"] == outcome}


@pytest.mark.parametrize(
    ("body", "tokens"),
    [
        ("* EFFORT", "* effort"),
        ("SAID + MUST * POLICY", "said <target> must * policy"),
        ("+ WAS_ * TO_ ^ FROM $", "<target> was_ * to_ <phrase> from <source>"),
        ("SO IN_AND_*_OUT_AGAIN NOW", "so in_and_*_out_again now"),
        ("* NEW_&TIES_RELATIONS", "* new_<set:petrarch.ties>_relations"),
        ("* &FIGHT_GAMES IN +", "* <set:petrarch.fight_games> in <target>"),
        ("% *", "<both> *"),
        ("* {IN SECRET|QUIETLY}", "* {in secret | quietly}"),
    ],
)
def test_linear_patterns_become_token_patterns(body: str, tokens: str) -> None:
    found = translate(body, SETS)
    assert found.tokens == tokens
    assert not found.where


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ("* AID", {"object": "aid"}),
        ("* {ARMS SHIPMENT} (TO BORDER)", {"object": "arms shipment", "to": "border"}),
        ("&TIES * (AGAINST)", {"subject": "<set:petrarch.ties>", "against": "<any>"}),
        ("* (OVER {RADIO MAST})", {"over": "radio mast"}),
    ],
)
def test_phrase_patterns_become_conditions_on_slots(body: str, where: dict[str, str]) -> None:
    found = translate(body, SETS, phrases=True)
    assert dict(found.where) == where
    assert found.tokens is None


@pytest.mark.parametrize("body", ["* CLOSER (TO DEBT)", "* AID POLICE", "* (TO +)", "* (OVER {&TIES MAST})", "* BACK"])
def test_what_slots_cannot_say_stays_a_token_pattern(body: str) -> None:
    assert translate(body, SETS, phrases=True).tokens


@pytest.mark.parametrize("body", ["EFFORT", "* A *", "* (TO", "* A)", "* &NOSUCH", "* A|B"])
def test_faulty_patterns_are_refused(body: str) -> None:
    with pytest.raises(PatternError):
        translate(body, SETS)


def test_codes() -> None:
    assert event_code("070").code == "070"
    assert (event_code("042:043").code, event_code("042:043").reverse) == ("042", "043")
    assert event_code(":110").inverse
    assert event_code("---").code is None
    assert event_code(" +++ ").code is None


def test_counts_add_up_and_every_faulty_line_is_named(tmp_path: Path) -> None:
    out, report = imported(tmp_path)
    assert report.unbalanced() == []
    assert report.read["pattern"] == 12
    assert report.read["verb"] == 7
    assert notes(out, "not understood") == {
        ("verbs.txt", 31),  # no code
        ("verbs.txt", 32),  # two verbs
        ("verbs.txt", 33),  # undefined set
        ("actors.txt", 10),  # no such day
        ("agents.txt", 8),  # undefined substitution set
        ("agents.txt", 9),  # no code
        ("issues.txt", 6),  # no code
    }
    assert ("agents.txt", 2) in notes(out, "merged")  # the last entry of a phrase stands
    assert ("actors.txt", 11) in notes(out, "merged")
    assert ("discards.txt", 4) in notes(out, "merged")
    assert ("verbs.txt", 38) in notes(out, "changed")  # [###]


def test_the_import_loads_without_faults(tmp_path: Path) -> None:
    out, _ = imported(tmp_path)
    store = load(out)
    verbs = store.languages["en"].verbs
    praise = verbs["petrarch.praise"]
    assert praise.status == "draft"
    assert praise.word_order
    assert praise.all_verbs == ("praise", "laud", "speak up for")
    assert praise.forms == {"speak up for": ("spoke up for", "speaks up for")}
    assert {p.code for p in praise.patterns} >= {"053", "0512", "903", "112", "066"}
    assert verbs["petrarch.visit"].reverse == "043"
    assert verbs["petrarch.give"].code == "none"
    assert store.languages["en"].words["set.petrarch.currency"] == (
        "dollar", "dollars", "swiss franc", "swiss francs", "kroner",
    )  # fmt: skip
    assert "swiss francs" in store.languages["en"].words["set.petrarch.aidkind"]
    assert store.languages["en"].discards["petrarch.discard.story"].stems == ("world cup",)
    assert store.languages["en"].discards["petrarch.discard.sentence"].phrases == ("group a",)
    tags = {e.tag: e.phrases for e in store.languages["en"].issues.values()}
    assert tags["TARIFFS"] == ("tariff", "tariffs")
    assert "exported goods" in tags["TRADE"]


def test_entries_name_their_source_line(tmp_path: Path) -> None:
    out, _ = imported(tmp_path)
    text = (out / "en" / "verbs" / "05_diplomacy.yaml").read_text(encoding="utf-8")
    assert "- id: petrarch.praise  # verbs.txt:12" in text
    assert "- id: petrarch.praise.effort  # verbs.txt:16  first" in text


def test_dated_codes(tmp_path: Path) -> None:
    out, _ = imported(tmp_path)
    jane = load(out).actors["petrarch.jane_doe"]
    assert jane.listed_code(date(2010, 1, 1)) == "NEWGOV"
    assert jane.listed_code(date(2012, 12, 31)) == "NEWGOV"
    assert jane.listed_code(date(2013, 1, 1)) == "NEWELI"
    assert jane.listed_code(date(1990, 1, 1)) == "NEW"
    john = load(out).actors["petrarch.john_roe"]
    assert john.is_listed_on(date(1999, 12, 31))
    assert not john.is_listed_on(date(2000, 1, 1))


def test_same_name_is_one_actor_with_all_codes(tmp_path: Path) -> None:
    out, _ = imported(tmp_path)
    assert load(out).actors["petrarch.newland"].names == {"en": ("Newland", "Newlander")}


def test_own_codes_are_legal_by_the_ontology_beside_the_entries(tmp_path: Path) -> None:
    out, _ = imported(tmp_path)
    assert "903" in (out / "ontology" / "codes.yaml").read_text(encoding="utf-8")


def test_phrase_patterns_and_transformations(tmp_path: Path) -> None:
    out, report = imported(tmp_path, verbs=PHRASE_VERBS)
    store = load(out)
    ship = {p.code: p for p in store.languages["en"].verbs["petrarch.ship"].patterns}
    assert ship["073"].where == {"object": ("food aid",), "to": ("<any>",)}
    assert ship["152"].where["subject"] == ("militia",)
    assert ship["072"].tokens == "* old_<set:petrarch.weapon>_parts"
    rules = [e for e in store.languages["en"].verbs.values() if e.id.startswith("petrarch.rule")]
    assert {r.code for r in rules} == {"015", "112"}
    assert [o.operator for o in store.languages["en"].operators.values()] == ["transparent"]
    assert report.lost["transformation"] == 1
    assert report.unbalanced() == []


def entries(store: Store) -> dict[str, Entry]:
    found = [*store.actors.values(), *store.languages["en"].agents.values()]
    return {e.id: e.model_copy(update={"ref": ActorEntry.model_fields["ref"].default}) for e in found}


def test_actors_and_agents_survive_a_round_trip(tmp_path: Path) -> None:
    out, _ = imported(tmp_path / "first")
    first = load(out)
    exported = tmp_path / "exported"
    export_petrarch(first, exported)
    sources = Sources(actors=(exported / "actors.txt",), agents=exported / "agents.txt")
    report = import_petrarch(sources, tmp_path / "second")
    assert entries(load(tmp_path / "second")) == entries(first)
    assert not report.lost
    assert not report.merged


def test_names_keep_their_shape_through_capitals() -> None:
    for name in ("U.N.", "BANK_OF_THE_SOUTH", "Éire", "AL-FOO", "mcDonald"):
        once = title_of(name)
        assert title_of(once.upper().replace(" ", "_")) == once


def test_command_line(tmp_path: Path) -> None:
    sources = write_sources(tmp_path / "in")
    out = tmp_path / "out"
    runner = CliRunner()
    done = runner.invoke(
        app,
        ["dictionary", "import-petrarch", "--verbs", str(sources.verbs), "--actors", str(sources.actors[0]),
         "--agents", str(sources.agents), "-o", str(out)],
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    assert "pattern" in done.output
    assert "import-report.csv" in done.output
    back = runner.invoke(app, ["dictionary", "export-petrarch", str(out), "-o", str(tmp_path / "back")])
    assert back.exit_code == 0
    assert (tmp_path / "back" / "actors.txt").is_file()


def test_an_existing_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    sources = write_sources(tmp_path / "in")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.yaml").write_text("x", encoding="utf-8")
    with pytest.raises(InputError):
        import_petrarch(sources, tmp_path / "full")
    with pytest.raises(InputError):
        import_petrarch(Sources(verbs=tmp_path / "none.txt"), tmp_path / "new")
    with pytest.raises(InputError):
        import_petrarch(Sources(), tmp_path / "new")
