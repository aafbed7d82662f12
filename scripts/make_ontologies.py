"""Write the generated files of ``dictionaries/ontologies`` from the source tables in ``scripts/data``.

    python scripts/make_ontologies.py            write them
    python scripts/make_ontologies.py --check    compare them with the tables; exit code 1 when one is stale

``operators.yaml`` and ``composition.yaml`` are written by hand and not touched.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

HERE = Path(__file__).resolve().parent
DATA = HERE / "data"
OUT = HERE.parent / "dictionaries" / "ontologies"

Row = dict[str, str]
Value = str | list[str] | None

ROLE_ORDER = [
    *("GOV", "MIL", "COP", "JUD", "SPY", "LEG", "OPP", "PTY", "REB", "INS", "SEP", "UAF", "CRM", "CVL", "EDU", "BUS"),
    *("LAB", "AGR", "MED", "REL", "HLH", "HRI", "ENV", "ELI", "REF", "RAD", "MOD", "SET", "DEV"),
]
# CAMEO's table has no block for clergy and other religious bodies in general; PLOVER and TABARI's agents use REL.
EXTRA_ROLES = {"REL": "Religious bodies and clergy"}
# Country blocks of other systems' country fields that name no country.
NOT_COUNTRIES = {"UNO", "EUR"}


def rows(name: str) -> list[Row]:
    """The rows of a source table."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def quoted(value: str) -> str:
    """A YAML double-quoted scalar, so that any reader keeps 010 and NO as text."""
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def scalar(value: Value) -> str:
    """A value in flow style."""
    if isinstance(value, list):
        return "[" + ", ".join(quoted(v) for v in value) + "]"
    return "null" if value is None else quoted(value)


def mapping(fields: Mapping[str, Value]) -> str:
    """A mapping in flow style; missing values are left out."""
    filled = {key: value for key, value in fields.items() if value not in (None, "", [])}
    return "{" + ", ".join(f"{key}: {scalar(value)}" for key, value in filled.items()) + "}"


def section(name: str, entries: Iterable[tuple[str, Mapping[str, Value]]]) -> list[str]:
    """A block mapping of flow mappings, one entry a line."""
    return [f"{name}:", *(f"  {quoted(key)}: {mapping(fields)}" for key, fields in entries)]


def sequence(name: str, entries: Iterable[Mapping[str, Value]]) -> list[str]:
    """A block sequence of flow mappings."""
    return [f"{name}:", *(f"  - {mapping(fields)}" for fields in entries)]


def cameo() -> list[str]:
    """All CAMEO codes. Live GDELT data may give root 14 quad class 3; the codebook's 4 stands."""
    return section(
        "codes",
        (
            (
                row["code"],
                {
                    "label": row["label"],
                    "root": row["root"],
                    "parent": row["parent"],
                    "goldstein": row["goldstein"],
                    "quad_class": row["quad_class"],
                    "penta_class": row["quad_phoenix_penta"],
                    "residual": "yes" if row["residual"] == "1" else "no",
                },
            )
            for row in rows("cameo_codes.csv")
        ),
    )


def plover() -> list[str]:
    """PLOVER's event types, modes and contexts."""
    table = rows("plover_types.csv")
    types = (
        (
            row["event_type"],
            {
                "quad": row["quad_num"],
                "quad_label": row["quad_category"],
                "requires_recipient": row["requires_recipient"].lower(),
                "intensity": row["intensity_score"],
            },
        )
        for row in table
        if row["kind"] == "type"
    )
    modes = (
        {"event": row["event_type"], "mode": row["name"], "intensity": row["intensity_score"]}
        for row in table
        if row["kind"] == "mode"
    )
    contexts = [row["name"] for row in table if row["kind"] == "context"]
    sectors = ((row["name"], {"label": row["note"]}) for row in table if row["kind"] == "sector")
    return [
        *section("types", types),
        *sequence("modes", modes),
        f"contexts: {scalar(contexts)}",
        *section("sectors", sectors),
    ]


def plover_crosswalk() -> list[str]:
    """CAMEO to PLOVER version 2 (modes of its draft 0.8 are replaced); of two modes, the more frequent one."""
    owner = {(row["event_type"], row["name"]) for row in rows("plover_types.csv") if row["kind"] == "mode"}

    def entry(row: Row) -> dict[str, Value]:
        event, note = row["plover_event"], row["note"]
        mode = row["suggested_mode_v2"].split(";")[0]
        if mode and (event, mode) not in owner:
            event = next(event_of for event_of, name in sorted(owner) if name == mode)
        return {
            "event": event,
            "mode": mode,
            "contexts": row["suggested_context_v2"].split(";") if row["suggested_context_v2"] else [],
            "note": note.rstrip("; "),
        }

    return section("codes", ((row["cameo_code"], entry(row)) for row in rows("cameo_to_plover.csv")))


def acled() -> list[str]:
    """ACLED's event types, actor types, interactions and countries."""
    inter = rows("acled_inter_codes.csv")
    events = (
        {
            "type": row["event_type"],
            "sub_type": row["sub_event_type"],
            "disorder_type": row["disorder_type"],
            "two_actors": row["two_actors_required"],
            "civilian_targeting": {"always": "always", "never": "never"}.get(row["civilian_targeting"], "main target"),
        }
        for row in rows("acled_event_types.csv")
    )
    types = ((row["code"], {"label": row["label"]}) for row in inter if row["kind"] == "inter" and row["code"] != "0")
    pairs = (
        {"code": row["code"], "label": row["label"], "first": row["actor_a"], "second": row["actor_b"]}
        for row in inter
        if row["kind"] == "interaction"
    )
    countries = (
        (row["iso3"], {"name": row["country"], "iso": row["iso_numeric"], "region": row["region"]})
        for row in sorted(rows("acled_regions.csv"), key=lambda r: r["iso3"])
    )
    return [
        *sequence("events", events),
        *section("actor_types", types),
        *sequence("interactions", pairs),
        *section("countries", countries),
    ]


def acled_crosswalk() -> list[str]:
    """CAMEO to ACLED: a reasoned default, with what it depends on; codes outside ACLED's scope have no type."""

    def entry(row: Row) -> dict[str, Value]:
        outside = row["acled_event_type"] == "not in ACLED scope"
        return {
            "scope": row["scope"],
            "type": None if outside else row["acled_event_type"],
            "sub_type": None if outside else row["acled_sub_event_type"],
            "alternatives": row["alternatives"].split("; ") if row["alternatives"] else [],
            "depends_on": row["depends_on"].split("; ") if row["depends_on"] else [],
            "note": row["note"],
        }

    return section("codes", ((row["cameo_code"], entry(row)) for row in rows("cameo_to_acled.csv")))


def roles() -> list[str]:
    """Blocks of actor codes: roles in canonical order, generic international actors, regions, religions, countries."""
    table = rows("actor_roles.csv")
    labels = {row["code"]: row["label"] for row in table if row["kind"] == "domestic_role"} | EXTRA_ROLES
    if missing := set(labels) ^ set(ROLE_ORDER):
        raise SystemExit(f"actor_roles.csv and ROLE_ORDER differ: {sorted(missing)}")

    def labelled(kind: str) -> Iterable[tuple[str, Mapping[str, Value]]]:
        return ((r["code"], {"label": r["label"]}) for r in table if r["kind"] == kind and len(r["code"]) == 3)

    return [
        *section("roles", ((code, {"label": labels[code]}) for code in ROLE_ORDER)),
        *section("international", labelled("international_generic")),
        *section("regions", labelled("region")),
        *section("religions", labelled("religion_family")),
        *section("countries", country_entries()),
    ]


def country_entries() -> Iterable[tuple[str, Mapping[str, Value]]]:
    """CAMEO country blocks; ``iso3`` only where it is not the block itself, ``none`` where the country is no more."""
    entries: dict[str, Mapping[str, Value]] = {}
    for row in rows("cameo_country_codes.csv"):
        block = row["cameo_code"] or row["iso3"]
        if block in NOT_COUNTRIES or block in entries:
            continue
        iso3 = None if row["iso3"] == block else row["iso3"] or "none"
        historical = "yes" if row["status"] in ("historical", "withdrawn") else None
        entries[block] = {"name": row["name"], "iso3": iso3, "historical": historical}
    return sorted(entries.items())


FILES: dict[str, tuple[str, Callable[[], list[str]]]] = {
    "cameo.yaml": ("cameo_codes.csv", cameo),
    "plover.yaml": ("plover_types.csv", plover),
    "acled.yaml": ("acled_event_types.csv, acled_inter_codes.csv and acled_regions.csv", acled),
    "cameo_to_plover.yaml": ("cameo_to_plover.csv", plover_crosswalk),
    "cameo_to_acled.yaml": ("cameo_to_acled.csv", acled_crosswalk),
    "roles.yaml": ("actor_roles.csv and cameo_country_codes.csv", roles),
}


def render(name: str) -> str:
    """The text of one generated file."""
    sources, make = FILES[name]
    doc = (make.__doc__ or "").strip()
    header = [f"# {doc}", f"# Generated by scripts/make_ontologies.py from scripts/data ({sources}); do not edit."]
    return "\n".join([*header, *make()]) + "\n"


def stale(folder: Path = OUT) -> list[str]:
    """The generated files that differ from their source tables."""
    return [
        name
        for name in FILES
        if not (folder / name).is_file() or (folder / name).read_text(encoding="utf-8") != render(name)
    ]


def main() -> int:
    """Write or check the files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; fail when a file is stale")
    if parser.parse_args().check:
        for name in (old := stale()):
            print(f"{OUT / name}: differs from its source tables; run scripts/make_ontologies.py", file=sys.stderr)
        return 1 if old else 0
    OUT.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        (OUT / name).write_text(render(name), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
