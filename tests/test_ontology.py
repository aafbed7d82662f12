from __future__ import annotations

import csv
from pathlib import Path

import pytest

from coder.errors import DictionaryError, InputError
from coder.ontology import Ontology, actor_blocks, load_text_yaml

DATA = Path(__file__).parents[1] / "scripts" / "data"


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return Ontology.load()


def table(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_has_every_code_of_the_codebook(ontology: Ontology) -> None:
    rows = table("cameo_codes.csv")
    assert len(ontology.codes) == len(rows) == 318
    for row in rows:
        assert ontology.label(row["code"]) == row["label"]
        assert ontology.root(row["code"]) == row["root"]
        assert ontology.parent(row["code"]) == (row["parent"] or None)
        assert ontology.goldstein(row["code"]) == float(row["goldstein"])
        assert ontology.quad_class(row["code"]) == int(row["quad_class"])


def test_codes_stay_text(ontology: Ontology) -> None:
    assert ontology.is_code("010")
    assert not ontology.is_code("8")
    assert "NOR" in ontology.countries


def test_unknown_codes_take_what_stands_above_them(ontology: Ontology) -> None:
    assert not ontology.is_code("1939")
    assert ontology.label("1939") is None
    assert (ontology.root("1939"), ontology.quad_class("1939"), ontology.goldstein("1939")) == ("19", 4, -10.0)
    assert ontology.plover("1939") == ("ASSAULT", "firearms")
    assert ontology.quad_class("99") is None


def test_crosswalks_cover_every_code(ontology: Ontology) -> None:
    modes = {(row["event_type"], row["name"]) for row in table("plover_types.csv") if row["kind"] == "mode"}
    for code in ontology.codes:
        event, mode = ontology.plover(code)
        assert event is None or event in ontology.plover_types
        assert mode is None or (event, mode) in modes
        assert (event is None) == (code[:2] in ("01", "02"))
        event_type, sub_type = ontology.acled(code)
        assert sub_type is None or ontology.acled_events[sub_type].event_type == event_type


@pytest.mark.parametrize(
    ("operator", "embedded", "code"),
    [
        ("appeal", "046", "026"),
        ("appeal", "0871", "0256"),
        ("appeal", "0332", "0232"),
        ("demand", "0841", "1053"),
        ("demand", "061", "1011"),
        ("intend", "042", "036"),
        ("intend", "073", "0333"),
        ("intend", "194", "1384"),
        ("intend", "154", "154"),
        ("intend", "112", None),
        ("threaten", "190", "138"),
        ("threaten", "163", "1312"),
        ("threaten", "2041", "1385"),
        ("threaten", "141", "133"),
        ("agree", "0871", "0356"),
        ("agree", "1053", "035"),
        ("reject", "046", "125"),
        ("reject", "1056", "1246"),
        ("reject", "0871", "1246"),
        ("reject", "201", "120"),
        ("halt", "072", "1622"),
        ("halt", "046", "164"),
        ("halt", "193", "087"),
        ("halt", "191", "0872"),
        ("ease", "1723", "0813"),
        ("ease", "163", "085"),
        ("prevent", "183", None),
        ("deny", "190", "016"),
        ("admit", "186", "015"),
        ("admit", "046", None),
        ("accuse", "192", "1123"),
        ("accuse", "040", "112"),
        ("investigate", "1822", "092"),
        ("offer", "045", "039"),
        ("consider", "163", "014"),
        ("condemn", "194", "111"),
        ("praise", "057", "051"),
    ],
)
def test_composition(ontology: Ontology, operator: str, embedded: str, code: str | None) -> None:
    assert ontology.compose(operator, embedded) == code


def test_operators_compose_one_after_another(ontology: Ontology) -> None:
    fighting_stops = ontology.compose("halt", "190")
    assert fighting_stops is not None
    assert ontology.compose("appeal", fighting_stops) == "0256"
    aid_stops = ontology.compose("halt", "071")
    assert aid_stops is not None
    assert ontology.compose("threaten", aid_stops) == "1311"


ROOTS = {
    "appeal": {"02", "11"},
    "intend": {"03", "13", "15"},
    "demand": {"10", "11"},
    "reject": {"12", "01"},
    "threaten": {"13"},
    "agree": {"03", "15", "16"},
    "deny": {"01"},
    "accuse": {"11"},
    "investigate": {"09"},
    "admit": {"01"},
    "offer": {"03"},
    "consider": {"01"},
    "condemn": {"11"},
    "praise": {"05"},
}


def test_every_composition_is_a_code_of_its_operator(ontology: Ontology) -> None:
    assert set(ROOTS) | {"halt", "ease", "prevent"} == set(ontology.operators)
    for operator in ontology.operators:
        for embedded in ontology.codes:
            code = ontology.compose(operator, embedded)
            assert code is None or ontology.is_code(code)
            assert code is None or ontology.root(code) in ROOTS.get(operator, {ontology.root(code)})


def test_composition_keys_are_codes(ontology: Ontology) -> None:
    tables = load_text_yaml(ontology.folder / "composition.yaml")
    assert set(tables) == set(ontology.operators)
    for rows in tables.values():
        assert "default" in rows
        assert all(key == "default" or ontology.is_code(key) for key in rows)


def test_embedded_status_and_sides(ontology: Ontology) -> None:
    assert ontology.operator("accuse").status == "alleged"
    assert ontology.operator("threaten").target == ("embedded_target",)
    assert ontology.operator("halt").source == "embedded_source"
    denied = ontology.composition("deny", "190")
    assert (denied.status, denied.own_act) == ("denied", True)
    accusation_denied = ontology.composition("deny", "1123")
    assert (accusation_denied.status, accusation_denied.own_act) == ("asserted", False)
    assert accusation_denied.target == ("embedded_source",)


def test_roles_have_one_order(ontology: Ontology) -> None:
    assert ontology.order_roles(["MIL", "GOV", "MIL"]) == ["GOV", "MIL"]
    assert ontology.order_roles(["HMS", "REB", "XYZ"]) == ["REB", "HMS", "XYZ"]
    assert list(ontology.roles)[:3] == ["GOV", "MIL", "COP"]


def test_country_blocks(ontology: Ontology) -> None:
    assert [ontology.iso3(block) for block in ("EGY", "ROM", "KSV", "MTN", "SUN", "GOV")] == [
        *("EGY", "ROU", "XKX", "MNE"),
        *(None, None),
    ]
    assert ontology.country_name("GBR") == "United Kingdom"
    assert ontology.acled_countries["SYR"].region == "Middle East"
    assert "UNO" not in ontology.countries


def test_every_pair_of_acled_actor_types_has_a_label(ontology: Ontology) -> None:
    types = list(ontology.acled_actor_types.values())
    for first in types:
        for second in (None, *types):
            assert ontology.acled_interactions[first, second]


def test_actor_blocks() -> None:
    assert actor_blocks("---GOVMIL") == ["---", "GOV", "MIL"]


def test_extra_codes(ontology: Ontology, tmp_path: Path) -> None:
    file = tmp_path / "ontology.yaml"
    file.write_text(
        'codes:\n  "1959": {label: Drop leaflets, goldstein: "-1.0", plover: [THREATEN, violence]}\n'
        '  "195a": {label: Fly over}\n',
        encoding="utf-8",
    )
    more = ontology.with_codes(file)
    assert more.label("1959") == "Drop leaflets"
    assert (more.root("1959"), more.parent("1959"), more.goldstein("1959")) == ("19", "195", -1.0)
    assert more.plover("1959") == ("THREATEN", "violence")
    assert more.plover("195a") == ("ASSAULT", "aerial")
    assert more.quad_class("195a") == 4
    assert not ontology.is_code("1959")


def test_faults_name_file_and_line(ontology: Ontology, tmp_path: Path) -> None:
    file = tmp_path / "ontology.yaml"
    file.write_text('codes:\n  "1959": {label: A}\n  "1959": {label: B}\n', encoding="utf-8")
    with pytest.raises(DictionaryError, match=r"ontology\.yaml:3: the key '1959' is repeated"):
        ontology.with_codes(file)
    file.write_text('codes:\n  "1959": {goldstein: "1"}\n', encoding="utf-8")
    with pytest.raises(DictionaryError, match="no label"):
        ontology.with_codes(file)
    with pytest.raises(InputError, match="no such ontology file"):
        assert Ontology.load(tmp_path / "nowhere").codes
