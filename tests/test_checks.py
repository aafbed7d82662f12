"""Dictionary checks: a folder with eight kinds of fault gives eight messages, each with its line and a hint."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from coder.checks import check_folder, unreached_codes
from coder.cli import app
from coder.errors import InputError
from coder.pipeline import Coder
from tests.small import ACTORS, AGENTS_EN, write_files

FAULTY = """\
- id: x.good
  verb: bombard
  code: 194
  target: object
  examples:
    - text: Israeli troops bombarded Hamas fighters.
      source: Israeli troops
      target: Hamas fighters
- id: x.indent
  verb: assail
   code: 190
- id: x.key
  verb: assail
  code: 190
  code: 193
- id: x.field
  verb: assault
  code: 182
  sorce: subject
- id: x.code
  verb: clobber
  code: 199
- id: x.twice
  verb: pummel
  code: 194
- id: x.twice
  verb: pound
  code: 194
- id: x.example
  verb: ambush
  code: 190
  target: object
  examples:
    - text: The Iraqi army held a parade.
      source: The Iraqi army
- id: x.counter
  verb: strafe
  code: 195
  target: object
  counterexamples:
    - text: Russian jets strafed Ukrainian troops.
      why: planted, it must fire
- id: x.reach
  verb: mortar
  code: 194
- id: x.reach_never
  verb: mortar
  code: 193
"""

EXPECTED = {
    11: "not readable as YAML",
    15: "repeated key 'code'",
    19: "unknown field 'sorce'",
    20: "unknown code '199'",
    26: "repeated id 'x.twice'",
    29: "does not fire",
    36: "counterexample of 'x.counter' fires",
    46: "unreachable: 'x.reach_never'",
}


def faulty_folder(tmp_path: Path) -> Path:
    path = tmp_path / "faulty" / "en" / "verbs" / "x.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(FAULTY, encoding="utf-8")
    return write_files(tmp_path / "faulty", {"actors/a.yaml": ACTORS, "en/agents.yaml": AGENTS_EN})


def test_eight_faults_give_eight_messages_in_one_run(tmp_path: Path) -> None:
    report = check_folder(faulty_folder(tmp_path), replace=True)
    found = {p.line: p.what for p in report.problems}
    assert sorted(found) == sorted(EXPECTED), "\n".join(map(str, report.problems))
    assert len(report.problems) == 8
    for line, what in EXPECTED.items():
        assert what in found[line]
    assert all(p.path == str(tmp_path / "faulty/en/verbs/x.yaml") and p.hint for p in report.problems)


def test_one_file_can_be_checked_by_itself(tmp_path: Path) -> None:
    folder = faulty_folder(tmp_path)
    (folder / "en" / "verbs" / "y.yaml").write_text("- {id: y.code, verb: zonk, code: 999}\n", encoding="utf-8")
    report = check_folder(folder / "en" / "verbs" / "y.yaml", replace=True)
    assert [p.what for p in report.problems] == ["unknown code '999' in 'y.code'"]
    (tmp_path / "lonely.yaml").write_text("- {id: z}\n", encoding="utf-8")
    with pytest.raises(InputError, match="stands in no dictionaries folder"):
        check_folder(tmp_path / "lonely.yaml")


def test_a_file_that_nothing_reads_is_a_problem(tmp_path: Path) -> None:
    write_files(tmp_path / "own", {"groups.yaml": ACTORS, "en/verb/x.yaml": "", ".github/ci.yml": "on: push\n"})
    report = check_folder(tmp_path / "own")
    assert [(Path(p.path).name, p.what) for p in report.problems] == [
        ("x.yaml", "is read by nothing"),
        ("groups.yaml", "is read by nothing"),
    ]


def test_an_example_with_other_sides_is_told_from_one_that_does_not_fire(tmp_path: Path) -> None:
    entry = """
- id: own.bombard
  verb: zonk
  code: 194
  source: subject
  target: object
  examples:
    - text: Israeli troops zonked Hamas fighters.
      source: Israeli troops
"""
    write_files(tmp_path / "own", {"en/verbs/x.yaml": entry})
    (problem,) = check_folder(tmp_path / "own").problems
    assert "gives something else" in problem.what
    assert "got 194 Israeli troops -> Hamas fighters" in problem.hint


def test_the_command_prints_them_and_fails(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["dictionary", "check", "--alone", str(faulty_folder(tmp_path))])
    assert result.exit_code == 1
    assert result.stdout.count("faulty/en/verbs/x.yaml:") >= 8
    assert "8 problems" in result.stdout


def test_unknown_sets_classes_and_slots_are_problems(tmp_path: Path) -> None:
    path = tmp_path / "own" / "en" / "verbs" / "x.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(
        "- {id: x.set, verb: zap, code: 190, where: {object: ['<set:nowhere>']}}\n"
        "- {id: x.class, verb: zing, code: 190, where: {object: ['<thing>']}}\n"
        "- {id: x.slot, verb: zoom, code: 190, target: [objekt]}\n",
        encoding="utf-8",
    )
    whats = [p.what for p in check_folder(tmp_path / "own").problems]
    assert [w.split(" in ")[0] for w in whats] == [
        "unknown word set 'nowhere'",
        "unknown filler class '<thing>'",
        "unknown slot 'objekt'",
    ]


def test_codes_that_nothing_gives_are_listed() -> None:
    coder = Coder()
    unreached = unreached_codes(coder.store, coder.ontology)
    assert set(unreached) == {"en", "ar"}
    for codes in unreached.values():
        assert "1411" not in codes  # by the aim of a protest
        assert "1381" not in codes  # by an operator
        assert "044" not in codes  # by the place of a meeting
        assert codes == []
