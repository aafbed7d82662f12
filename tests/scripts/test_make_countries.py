"""The country files equal their source, and the source says what it should."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest
import yaml

from tests.scripts.loading import load_script


@pytest.fixture(scope="module")
def script() -> ModuleType:
    return load_script("make_countries")


@pytest.fixture(scope="module")
def files(script: ModuleType) -> dict[str, str]:
    generated: dict[str, str] = script.generate()
    return generated


def first(files: dict[str, str], name: str) -> dict[str, object]:
    entry: dict[str, object] = yaml.load(files[name], Loader=yaml.BaseLoader)[0]
    return entry


def test_the_files_equal_their_source(script: ModuleType, files: dict[str, str]) -> None:
    assert script.differences(files, script.TARGET) == []


def test_check_reports_a_changed_a_missing_and_an_added_file(
    script: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert script.main(["--target", str(tmp_path)]) == 0
    assert script.main(["--check", "--target", str(tmp_path)]) == 0
    (tmp_path / "egypt.yaml").write_text("- id: egypt\n", encoding="utf-8")
    (tmp_path / "chad.yaml").unlink()
    (tmp_path / "atlantis.yaml").write_text("- id: atlantis\n", encoding="utf-8")
    capsys.readouterr()
    assert script.main(["--check", "--target", str(tmp_path)]) == 1
    reported = capsys.readouterr().err
    assert "egypt.yaml: differs" in reported
    assert "chad.yaml: missing" in reported
    assert "atlantis.yaml: not generated" in reported


def test_every_country_has_names_in_both_languages(files: dict[str, str]) -> None:
    assert len(files) == 250
    for name in files:
        names = first(files, name)["names"]
        assert isinstance(names, dict), name
        assert names["en"], name
        assert names["ar"], name


def test_codes_are_cameo_with_iso_beside(files: dict[str, str]) -> None:
    romania = first(files, "romania.yaml")
    assert (romania["country"], romania["iso3"]) == ("ROM", "ROU")
    assert first(files, "kosovo.yaml")["country"] == "KSV"
    assert "iso3" not in first(files, "egypt.yaml")


def test_ambiguous_names_carry_conditions(files: dict[str, str]) -> None:
    jordan = first(files, "jordan.yaml")
    assert "Michael" in jordan["unless"]["en"]["before"]  # type: ignore[index]
    bare = yaml.load(files["mali.yaml"], Loader=yaml.BaseLoader)[1]
    assert bare["names"] == {"ar": ["مالي"]}
    assert "في" in bare["needs"]["ar"]["before"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Egypt", "Egypt"),
        ("No", '"No"'),
        ("U.S.", "U.S."),
        ("Washington, D.C.", '"Washington, D.C."'),
        ("10 Downing Street", "10 Downing Street"),
    ],
)
def test_scalars_are_the_same_text_for_any_yaml_reader(script: ModuleType, text: str, expected: str) -> None:
    assert script.scalar(text) == expected
    assert str(yaml.safe_load(f"- {script.scalar(text)}")[0]) == text


def test_a_broken_table_names_its_line(script: ModuleType, tmp_path: Path) -> None:
    table = tmp_path / "countries_en.txt"
    table.write_text("# comment\nEGY|Egypt\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"countries_en\.txt:2"):
        script.read_table(table)
