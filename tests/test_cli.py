"""The command line as a user meets it: outputs, exit codes, bad input, identical bytes."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from coder.cli import app

RECORDS = [
    {"id": "en-1", "date": "2024-08-06", "text": "Syrian troops shelled rebel fighters near Homs on Monday."},
    {"id": "ar-1", "date": "2024-08-06", "text": "قصفت القوات السورية مقاتلي المعارضة قرب حمص أمس الاثنين."},
    {
        "id": "mixed",
        "date": "2024-08-06",
        "text": "Israeli police arrested three Palestinian students.\nاعتقلت الشرطة المصرية عشرة متظاهرين.",
    },
]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "coder", *arguments], capture_output=True, text=True, timeout=300)


def write_records(path: Path, records: list[dict[str, object]]) -> Path:
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records), encoding="utf-8")
    return path


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("run")
    source = write_records(folder / "docs.jsonl", RECORDS)
    done = run("code", str(source), "-o", str(folder / "out"))
    assert done.returncode == 0, done.stderr
    assert "documents" in done.stdout
    assert "sentences" in done.stdout
    return folder / "out"


def test_the_package_has_all_its_files(package: Path) -> None:
    assert {p.name for p in package.iterdir()} == {
        "events.csv",
        "events.jsonl",
        "events.parquet",
        "cameo.csv",
        "acled.csv",
        "withheld.jsonl",
        "left_out.jsonl",
        "rejected.csv",
        "codebook.md",
        "datapackage.json",
        "run.json",
    }


def test_events_of_both_languages_and_of_a_mixed_document(package: Path) -> None:
    found = {(r["doc_id"], r["lang"], r["event_root"], r["source_code"]) for r in rows(package / "events.csv")}
    assert ("en-1", "en", "19", "SYRMIL") in found
    assert ("ar-1", "ar", "19", "SYRMIL") in found
    assert ("mixed", "en", "17", "ISRCOP") in found
    assert ("mixed", "ar", "17", "EGYCOP") in found


def test_two_runs_are_identical_byte_for_byte_whatever_the_jobs(package: Path, tmp_path: Path) -> None:
    source = write_records(tmp_path / "docs.jsonl", RECORDS)
    assert run("code", str(source), "-o", str(tmp_path / "again"), "--jobs", "2").returncode == 0
    for path in sorted(package.iterdir()):
        assert path.read_bytes() == (tmp_path / "again" / path.name).read_bytes(), path.name


def test_bad_documents_are_listed_and_the_good_ones_coded(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    good = json.dumps({"id": "good", "date": "2024-08-06", "text": RECORDS[0]["text"]})
    broken = ['{"id": "broken", "text": ', '{"id": "no-text"}', '{"id": "no-date", "text": "x y", "date": "yesterday"}']
    (folder / "a.jsonl").write_text("\n".join([*broken, good]) + "\n", encoding="utf-8")
    (folder / "empty.txt").write_text("")
    (folder / "latin.txt").write_bytes("Pérez attacked.".encode("latin-1"))
    (folder / "long.txt").write_text("a" * 5_000_000)
    (folder / "mixed.txt").write_text(str(RECORDS[2]["text"]), encoding="utf-8")
    done = run("code", str(folder), "-o", str(tmp_path / "out"), "--date", "2024-08-06")
    assert done.returncode == 1, done.stderr
    rejected = {r["doc_id"]: r["reason"] for r in rows(tmp_path / "out" / "rejected.csv")}
    assert len(rejected) == 6
    assert {"no-text", "no-date", "empty", "latin", "long"} <= set(rejected)
    assert all(rejected.values())
    assert {r["doc_id"] for r in rows(tmp_path / "out" / "events.csv")} == {"good", "mixed"}


def test_a_missing_input_is_exit_code_2_and_writes_nothing(tmp_path: Path) -> None:
    done = run("code", str(tmp_path / "nowhere.jsonl"), "-o", str(tmp_path / "out"))
    assert done.returncode == 2
    assert "nowhere.jsonl" in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "arguments",
    [["--date", "6 August"], ["--statuses", "certain"], ["--dictionaries", "/nonexistent"]],
    ids=lambda a: a[0],
)
def test_wrong_options_say_what_to_do(arguments: list[str], tmp_path: Path) -> None:
    source = write_records(tmp_path / "docs.jsonl", RECORDS)
    done = run("code", str(source), "-o", str(tmp_path / "out"), *arguments)
    assert done.returncode == 2
    assert "hint" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("layout", ["native", "cameo", "acled", "plover"])
def test_every_layout_can_be_a_single_table(layout: str, tmp_path: Path) -> None:
    source = write_records(tmp_path / "docs.jsonl", RECORDS)
    result = CliRunner().invoke(app, ["code", str(source), "-o", str(tmp_path / "t.csv"), "--layout", layout])
    assert result.exit_code == 0, result.output
    assert rows(tmp_path / "t.csv")


def test_statuses_and_unknown_actors_filter(tmp_path: Path) -> None:
    text = "Iran denied attacking Israel. Gunmen may attack Iraqi troops."
    source = write_records(tmp_path / "d.jsonl", [{"id": "d", "date": "2024-08-06", "text": text}])
    CliRunner().invoke(app, ["code", str(source), "-o", str(tmp_path / "all.jsonl"), "--statuses", "all"])
    statuses = {json.loads(x)["status"] for x in (tmp_path / "all.jsonl").read_text().splitlines()}
    assert {"denied", "hypothetical"} <= statuses


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (
            "Syrian troops shelled rebel fighters near Homs.",
            ["subject: Syrian troops", "SYRMIL", "en.shell", "near miss"],
        ),
        ("قصفت القوات السورية مقاتلي المعارضة قرب حمص.", ["القوات السورية", "SYRMIL", "ar.qasafa", "near miss"]),
    ],
    ids=["en", "ar"],
)
def test_explain_shows_frames_actors_and_readings_with_their_lines(sentence: str, words: list[str]) -> None:
    result = CliRunner().invoke(app, ["explain", sentence])
    assert result.exit_code == 0, result.output
    for word in [*words, "tokens", "predicates", "actors", ".yaml:", "lacked"]:
        assert word in result.output


def test_frames_writes_one_record_a_sentence(tmp_path: Path) -> None:
    source = write_records(tmp_path / "docs.jsonl", RECORDS)
    result = CliRunner().invoke(app, ["frames", str(source), "-o", str(tmp_path / "f.jsonl")])
    assert result.exit_code == 0, result.output
    records = [json.loads(line) for line in (tmp_path / "f.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [r["doc_id"] for r in records] == ["en-1", "ar-1", "mixed", "mixed"]
    assert records[0]["predicates"][0]["lemma"] == "shell"
    assert set(records[0]["predicates"][0]["slots"]["subject"][0]) == {"start", "end", "head_start", "head_end"}


def test_dictionary_search_and_stats() -> None:
    found = CliRunner().invoke(app, ["dictionary", "search", "Egypt"])
    assert "countries/egypt.yaml:" in found.output
    assert CliRunner().invoke(app, ["dictionary", "search", "حماس"]).exit_code == 0
    assert CliRunner().invoke(app, ["dictionary", "search", "qqqq"]).exit_code == 1
    stats = CliRunner().invoke(app, ["dictionary", "stats"])
    assert "actors: country" in stats.output


def every_command(group: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from every_command(command, (*path, name))
        else:
            yield (*path, name), command


def test_every_command_and_option_has_help() -> None:
    commands = dict(every_command(typer.main.get_command(app)))
    assert ("dictionary", "export-petrarch") in commands
    for path, command in commands.items():
        assert command.help, path
        missing = [p.name for p in command.params if not getattr(p, "help", None) and p.name != "help"]
        assert missing == [], path
        assert CliRunner().invoke(app, [*path, "--help"]).exit_code == 0


def test_an_input_is_never_overwritten(tmp_path: Path) -> None:
    source = write_records(tmp_path / "docs.jsonl", RECORDS)
    before = source.read_bytes()
    assert CliRunner().invoke(app, ["code", str(source), "-o", str(source)]).exit_code == 2
    assert CliRunner().invoke(app, ["frames", str(source), "-o", str(source)]).exit_code == 2
    assert source.read_bytes() == before


def test_a_layout_needs_a_file(tmp_path: Path) -> None:
    source = write_records(tmp_path / "docs.jsonl", RECORDS)
    done = CliRunner().invoke(app, ["code", str(source), "-o", str(tmp_path / "out"), "--layout", "acled"])
    assert done.exit_code == 2


def test_an_output_that_cannot_be_written_is_exit_code_2(tmp_path: Path) -> None:
    source = write_records(tmp_path / "docs.jsonl", RECORDS)
    (tmp_path / "file").write_text("x")
    done = run("code", str(source), "-o", str(tmp_path / "file" / "x.csv"))
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["frames", "{in}", "-o", "{dir}/f.csv"], "FILE.jsonl"),
        (["actors", "{in}", "-o", "{dir}/f"], "FILE.jsonl"),
        (["explain", " "], "in quotes"),
        (["sample", "{in}", "-o", "{dir}/s.pdf"], ".xlsx or .csv"),
        (["aggregate", "{in}", "-o", "{dir}/p.xyz"], ".csv .dta"),
        (["report", "{dir}", "-o", "{dir}/r.pdf"], "report.html"),
    ],
    ids=lambda a: a[0] if isinstance(a, list) else None,
)
def test_a_wrong_output_says_which_files_are_written(
    arguments: list[str], hint: str, package: Path, tmp_path: Path
) -> None:
    source = package if arguments[0] in ("sample", "aggregate") else write_records(tmp_path / "docs.jsonl", RECORDS)
    given = [a.replace("{in}", str(source)).replace("{dir}", str(tmp_path)) for a in arguments]
    done = CliRunner().invoke(app, given)
    assert done.exit_code == 2
    assert hint in done.stderr
    assert {f.name for f in tmp_path.iterdir()} <= {"docs.jsonl"}


def test_the_first_rejections_are_told_with_their_reasons(tmp_path: Path) -> None:
    bad = [{"id": str(n), "date": "06/08/2024", "text": "Rebels attacked."} for n in range(5)]
    done = CliRunner().invoke(app, ["code", str(write_records(tmp_path / "d.jsonl", bad)), "-o", str(tmp_path / "o")])
    assert done.exit_code == 1
    assert "5 documents were rejected" in done.stderr
    assert done.stderr.count("write it as YYYY-MM-DD") == 3
    one = write_records(tmp_path / "one.jsonl", bad[:1])
    assert (
        "1 document was rejected"
        in CliRunner().invoke(app, ["actors", str(one), "-o", str(tmp_path / "a.jsonl")]).stderr
    )


def test_fields_to_keep_are_those_of_the_record_and_a_wrong_name_is_told(tmp_path: Path) -> None:
    record = {**RECORDS[0], "title": "Shelling near Homs", "desk": "Beirut"}
    keep = ["--keep", "title", "--keep", "desk", "--keep", "dateline"]
    source = write_records(tmp_path / "d.jsonl", [record])
    done = CliRunner().invoke(app, ["code", str(source), "-o", str(tmp_path / "e.csv"), *keep])
    assert done.exit_code == 0, done.output
    assert [(r["title"], r["desk"], r["dateline"]) for r in rows(tmp_path / "e.csv")] == [
        ("Shelling near Homs", "Beirut", "")
    ]
    assert "no document has the field dateline" in done.stderr


def test_documents_in_another_language_than_their_lang_are_told_or_rejected(tmp_path: Path) -> None:
    french = "La police a arrêté mardi trois manifestants devant le parlement, selon le ministre de l'intérieur."
    records = [RECORDS[0], {"id": "fr-1", "lang": "en", "text": french}, {"id": "fr-2", "text": french}]
    source = str(write_records(tmp_path / "d.jsonl", records))
    told = CliRunner().invoke(app, ["code", source, "-o", str(tmp_path / "out")])
    assert "1 document looks like another language than `lang` says (French 1)" in told.stderr
    assert "fr-1: looks like French" in told.stderr
    assert [r["doc_id"] for r in rows(tmp_path / "out" / "rejected.csv")] == ["fr-2"]
    counts = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))["counts"]
    assert counts["looks_like_other_language"] == {"French": 1}
    CliRunner().invoke(app, ["code", source, "-o", str(tmp_path / "out"), "--check-lang"])
    rejected = rows(tmp_path / "out" / "rejected.csv")
    assert [r["doc_id"] for r in rejected] == ["fr-1", "fr-2"]
    assert all("looks like French" in r["reason"] for r in rejected)
    CliRunner().invoke(app, ["actors", source, "-o", str(tmp_path / "a.jsonl")])
    assert [r["doc_id"] for r in rows(tmp_path / "a.jsonl.rejected.csv")] == ["fr-2"]


def test_the_order_of_sets_changes_nothing(tmp_path: Path) -> None:
    """Python orders sets of words anew in every process; slots and rows keep the order of the text."""
    arabic = {"id": "ar-2", "text": "انطلقت تظاهرة من الجامعة باتجاه الساحة وسط المدينة في الصباح."}
    source = str(write_records(tmp_path / "d.jsonl", [*RECORDS, arabic]))
    found = set()
    for seed in ("1", "2", "3"):
        out = tmp_path / f"{seed}.jsonl"
        subprocess.run(
            [sys.executable, "-m", "coder", "frames", source, "-o", str(out)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        )
        found.add(out.read_bytes())
    assert len(found) == 1


def test_with_nothing_to_resume_the_run_says_so(tmp_path: Path) -> None:
    source = write_records(tmp_path / "d.jsonl", RECORDS[:1])
    done = CliRunner().invoke(app, ["code", str(source), "-o", str(tmp_path / "e.csv"), "--resume"])
    assert done.exit_code == 0
    assert "no interrupted run" in done.stderr
