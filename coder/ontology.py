"""Event and actor codes: labels, parents, scores, crosswalks, and how operators compose codes.

Everything is read from the YAML files of ``dictionaries/ontologies``, each when it is first asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, TypeVar, cast

import yaml

from coder.errors import DictionaryError, InputError, Problem
from coder.model import STATUSES, Status
from coder.resources import ontologies_root

T = TypeVar("T")
Side = Literal["embedded_target", "embedded_source"]
SIDES: tuple[Side, ...] = ("embedded_target", "embedded_source")

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _TextLoader(_Base):  # type: ignore[misc]
    """Every scalar is text (010 stays 010, NO stays NO); a repeated key is an error."""

    yaml_implicit_resolvers: Mapping[str, Any] = {}


def _unique_mapping(loader: Any, node: yaml.MappingNode) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if key in result:
            raise yaml.constructor.ConstructorError(None, None, f"the key {key!r} is repeated", key_node.start_mark)
        result[key] = loader.construct_object(value_node, deep=True)
    return result


_TextLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _unique_mapping)


def load_text_yaml(path: Path) -> Any:
    """A YAML file with every scalar as text. For data files; dictionary entries have a loader that keeps lines."""
    try:
        with path.open(encoding="utf-8") as file:
            return yaml.load(file, Loader=_TextLoader)
    except FileNotFoundError:
        raise InputError("no such ontology file", where=str(path), hint="is the installation complete?") from None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise DictionaryError([Problem(str(path), line, str(error.problem), "correct the YAML")]) from None


@dataclass(frozen=True, slots=True)
class Code:
    """One event code. ``penta_class`` is Phoenix's variant of the quad class (0 for roots 01 and 02, 3 for root 16)."""

    code: str
    label: str
    root: str
    parent: str | None
    goldstein: float | None
    quad_class: int | None
    penta_class: int | None
    plover: tuple[str | None, str | None] | None = None
    acled: tuple[str | None, str | None] | None = None


@dataclass(frozen=True, slots=True)
class Operator:
    """What an operator does with the event embedded under it (see ``operators.yaml``).

    ``target`` and ``source`` say who fills that side of the operator's event where its own words name nobody.
    """

    name: str
    status: Status
    target: tuple[Side, ...]
    source: Side | None = None
    own_act: bool = False


@dataclass(frozen=True, slots=True)
class Composition:
    """An operator over one embedded code. ``code`` is None where the operator makes no event of its own."""

    code: str | None
    status: Status
    target: tuple[Side, ...]
    source: Side | None
    own_act: bool


@dataclass(frozen=True, slots=True)
class Country:
    """A country block of actor codes. ``iso3`` is None for countries that are no more."""

    code: str
    name: str
    iso3: str | None
    historical: bool = False


@dataclass(frozen=True, slots=True)
class PloverType:
    """A PLOVER event type."""

    name: str
    quad: int
    quad_label: str
    intensity: float


@dataclass(frozen=True, slots=True)
class AcledEvent:
    """An ACLED sub-event type. ``civilian_targeting`` is always, never or "main target"."""

    event_type: str
    disorder_type: str
    civilian_targeting: str


@dataclass(frozen=True, slots=True)
class AcledCountry:
    """A country in ACLED's export."""

    iso3: str
    name: str
    iso: int | None
    region: str


def actor_blocks(code: str) -> list[str]:
    """The three-letter blocks of an actor code; ``---`` is the block of an unknown part."""
    return [code[i : i + 3] for i in range(0, len(code), 3)]


def _number(text: str | None) -> float | None:
    return float(text) if text else None


def _integer(text: str | None) -> int | None:
    return int(text) if text else None


def _code(code: str, fields: Mapping[str, str], plover: Any = None, acled: Any = None) -> Code:
    return Code(
        code,
        fields["label"],
        fields.get("root") or code[:2],
        fields.get("parent"),
        _number(fields.get("goldstein")),
        _integer(fields.get("quad_class")),
        _integer(fields.get("penta_class")),
        plover,
        acled,
    )


@dataclass(frozen=True)
class Ontology:
    """Codes, crosswalks, composition and actor blocks. Make it with ``Ontology.load``."""

    folder: Path
    extra: Mapping[str, Code] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path | None = None) -> Ontology:
        """The ontology in the folder ``path``, by default the one that comes with the package."""
        return cls(path if path is not None else ontologies_root())

    def with_codes(self, path: Path) -> Ontology:
        """This ontology and the codes of one more file, which win over ours.

        The file has the form of ``cameo.yaml``; a code's root, parent, scores and crosswalks default to those of the
        nearest known code that it begins with. Crosswalks are given as ``plover: [EVENT, mode]`` and
        ``acled: [type, sub-type]``.
        """
        entries = (load_text_yaml(path) or {}).get("codes", {})
        problems = [
            Problem(str(path), 1, f"the code {code!r} has no label", "add `label:`")
            for code, fields in entries.items()
            if not isinstance(fields, Mapping) or "label" not in fields
        ]
        if problems:
            raise DictionaryError(problems)
        added = {code: self._extra_code(code, fields) for code, fields in entries.items()}
        return Ontology(self.folder, {**self.extra, **added})

    def _extra_code(self, code: str, fields: Mapping[str, Any]) -> Code:
        near = self.nearest(code[:-1])
        inherited = {
            "root": near.root if near else code[:2],
            "parent": near.code if near else "",
            "goldstein": "" if near is None or near.goldstein is None else str(near.goldstein),
            "quad_class": "" if near is None or near.quad_class is None else str(near.quad_class),
            "penta_class": "" if near is None or near.penta_class is None else str(near.penta_class),
        }
        pairs = {key: tuple([*fields[key], None, None][:2]) for key in ("plover", "acled") if key in fields}
        return _code(code, {**inherited, **fields}, pairs.get("plover"), pairs.get("acled"))

    def _file(self, name: str) -> Any:
        return load_text_yaml(self.folder / name)

    # Event codes

    @cached_property
    def codes(self) -> Mapping[str, Code]:
        """All event codes, roots included."""
        table = self._file("cameo.yaml")["codes"]
        return {**{code: _code(code, fields) for code, fields in table.items()}, **self.extra}

    def nearest(self, code: str) -> Code | None:
        """The code itself or the longest known one that it begins with."""
        return next((self.codes[code[:n]] for n in range(len(code), 1, -1) if code[:n] in self.codes), None)

    def is_code(self, code: str) -> bool:
        """Whether the ontology knows this event code."""
        return code in self.codes

    def label(self, code: str) -> str | None:
        """The code's label, None for an unknown code."""
        known = self.codes.get(code)
        return known.label if known else None

    def root(self, code: str) -> str:
        """The two-digit root code."""
        known = self.nearest(code)
        return known.root if known else code[:2]

    def parent(self, code: str) -> str | None:
        """The code one level up, None for a root."""
        known = self.codes.get(code)
        return known.parent if known else None

    def goldstein(self, code: str) -> float | None:
        """The Goldstein score, -10 to 10; an unknown code has that of the nearest known one."""
        known = self.nearest(code)
        return known.goldstein if known else None

    def quad_class(self, code: str) -> int | None:
        """1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
        known = self.nearest(code)
        return known.quad_class if known else None

    def penta_class(self, code: str) -> int | None:
        """Phoenix's variant of the quad class: 0 for statements and appeals, 3 for reduced relations."""
        known = self.nearest(code)
        return known.penta_class if known else None

    # Crosswalks

    @cached_property
    def _plover(self) -> Mapping[str, tuple[str | None, str | None]]:
        table = self._file("cameo_to_plover.yaml")["codes"]
        return {code: (fields.get("event"), fields.get("mode")) for code, fields in table.items()}

    @cached_property
    def _plover_contexts(self) -> Mapping[str, tuple[str, ...]]:
        table = self._file("cameo_to_plover.yaml")["codes"]
        return {code: tuple(fields.get("contexts", ())) for code, fields in table.items()}

    @cached_property
    def _acled(self) -> Mapping[str, tuple[str | None, str | None]]:
        table = self._file("cameo_to_acled.yaml")["codes"]
        return {code: (fields.get("type"), fields.get("sub_type")) for code, fields in table.items()}

    def plover(self, code: str) -> tuple[str | None, str | None]:
        """PLOVER's event type and mode; None where PLOVER has none (statements and appeals)."""
        own = self.codes[code].plover if code in self.codes else None
        return own or self._crosswalk(self._plover, code) or (None, None)

    def plover_contexts(self, code: str) -> tuple[str, ...]:
        """PLOVER's contexts that the code implies."""
        return self._crosswalk(self._plover_contexts, code) or ()

    def acled(self, code: str) -> tuple[str | None, str | None]:
        """ACLED's event and sub-event type by the code alone; None outside ACLED's scope."""
        own = self.codes[code].acled if code in self.codes else None
        return own or self._crosswalk(self._acled, code) or (None, None)

    @staticmethod
    def _crosswalk(table: Mapping[str, T], code: str) -> T | None:
        """The entry of the code or of the nearest one above it; a bare root stands for its residual code."""
        if len(code) == 2:
            return table.get(code + "0")
        return next((table[code[:n]] for n in range(len(code), 2, -1) if code[:n] in table), None)

    # Composition

    @cached_property
    def operators(self) -> Mapping[str, Operator]:
        """All operators that have a composition table."""
        return {name: self._operator(name, fields) for name, fields in self._file("operators.yaml").items()}

    @staticmethod
    def _operator(name: str, fields: Mapping[str, Any]) -> Operator:
        if fields.get("status") not in STATUSES or not set(fields.get("target", ())) <= set(SIDES):
            raise InputError(f"operator {name}: unknown status or target", where="operators.yaml")
        return Operator(
            name,
            fields["status"],
            tuple(fields["target"]),
            fields.get("source"),
            fields.get("own_act") == "yes",
        )

    @cached_property
    def _composition(self) -> Mapping[str, Mapping[str, Any]]:
        return cast("Mapping[str, Mapping[str, Any]]", self._file("composition.yaml"))

    def operator(self, name: str) -> Operator:
        """The operator of this name; a KeyError when it has no composition table."""
        return self.operators[name]

    def composition(self, operator: str, embedded_code: str) -> Composition:
        """The operator's event over an event of this code: its code, sides, and the embedded event's status."""
        rule = self.operators[operator]
        table = self._composition[operator]
        keys = (embedded_code[:n] for n in range(len(embedded_code), 1, -1))
        value = table[next((key for key in keys if key in table), "default")]
        fields: Mapping[str, Any] = {"code": value} if isinstance(value, str) else value
        code = {"none": None, "same": embedded_code}.get(fields["code"], fields["code"])
        own_act = fields["own_act"] == "yes" if "own_act" in fields else rule.own_act
        return Composition(
            code,
            fields.get("status", rule.status),
            tuple(fields.get("target", rule.target)),
            rule.source,
            own_act,
        )

    def compose(self, operator: str, embedded_code: str) -> str | None:
        """The code of the operator's event, None where it makes none."""
        return self.composition(operator, embedded_code).code

    # Actor codes

    @cached_property
    def _blocks(self) -> Mapping[str, Mapping[str, Mapping[str, str]]]:
        return cast("Mapping[str, Mapping[str, Mapping[str, str]]]", self._file("roles.yaml"))

    @cached_property
    def roles(self) -> Mapping[str, str]:
        """Role blocks with their labels, in canonical order."""
        return {code: fields["label"] for code, fields in self._blocks["roles"].items()}

    @cached_property
    def international(self) -> Mapping[str, str]:
        """Generic international blocks (IGO, NGO, MNC ...) with their labels."""
        return {code: fields["label"] for code, fields in self._blocks["international"].items()}

    @cached_property
    def regions(self) -> Mapping[str, str]:
        """Region blocks with their labels."""
        return {code: fields["label"] for code, fields in self._blocks["regions"].items()}

    @cached_property
    def religions(self) -> Mapping[str, str]:
        """Blocks of religion families with their labels."""
        return {code: fields["label"] for code, fields in self._blocks["religions"].items()}

    @cached_property
    def countries(self) -> Mapping[str, Country]:
        """Country blocks."""
        return {code: self._country(code, fields) for code, fields in self._blocks["countries"].items()}

    @staticmethod
    def _country(code: str, fields: Mapping[str, str]) -> Country:
        iso3 = fields.get("iso3", code)
        return Country(code, fields["name"], None if iso3 == "none" else iso3, fields.get("historical") == "yes")

    @cached_property
    def _role_ranks(self) -> Mapping[str, int]:
        return {role: rank for rank, role in enumerate(self.roles)}

    def iso3(self, block: str) -> str | None:
        """The ISO 3166 code of a country block, None for no country or a former one."""
        country = self.countries.get(block)
        return country.iso3 if country else None

    def order_roles(self, blocks: Sequence[str]) -> list[str]:
        """Role blocks in canonical order, each once; other blocks (named groups) follow in the order given."""
        ranks, unique = self._role_ranks, dict.fromkeys(blocks)
        return sorted(unique, key=lambda block: ranks.get(block, len(ranks)))

    def country_name(self, iso3: str | None) -> str | None:
        """The name of a country by its ISO code, as ACLED writes it where it lists the country."""
        if iso3 is None:
            return None
        listed = self.acled_countries.get(iso3) or self.countries.get(iso3)
        return listed.name if listed else iso3

    # The types of PLOVER and ACLED

    @cached_property
    def plover_types(self) -> Mapping[str, PloverType]:
        """PLOVER's event types."""
        table = self._file("plover.yaml")["types"]
        return {
            name: PloverType(name, int(fields["quad"]), fields["quad_label"], float(fields["intensity"]))
            for name, fields in table.items()
        }

    @cached_property
    def plover_intensities(self) -> Mapping[tuple[str, str], float]:
        """Intensity scores of PLOVER's modes, where the manual prints one."""
        modes: Iterable[Mapping[str, str]] = self._file("plover.yaml")["modes"]
        return {(m["event"], m["mode"]): float(m["intensity"]) for m in modes if "intensity" in m}

    @cached_property
    def _acled_file(self) -> Mapping[str, Any]:
        return cast("Mapping[str, Any]", self._file("acled.yaml"))

    @cached_property
    def acled_events(self) -> Mapping[str, AcledEvent]:
        """ACLED's sub-event types by name."""
        return {
            e["sub_type"]: AcledEvent(e["type"], e["disorder_type"], e["civilian_targeting"])
            for e in self._acled_file["events"]
        }

    @cached_property
    def acled_actor_types(self) -> Mapping[int, str]:
        """ACLED's actor types (inter) by number."""
        return {int(code): fields["label"] for code, fields in self._acled_file["actor_types"].items()}

    @cached_property
    def acled_interactions(self) -> Mapping[tuple[str, str | None], str]:
        """ACLED's interaction labels by unordered pair of actor types, in both orders."""
        pairs = {(p["first"], p.get("second")): p["label"] for p in self._acled_file["interactions"]}
        turned = {(second, first): label for (first, second), label in pairs.items() if second}
        return {**turned, **pairs}

    @cached_property
    def acled_countries(self) -> Mapping[str, AcledCountry]:
        """ACLED's countries by ISO3."""
        return {
            iso3: AcledCountry(iso3, fields["name"], _integer(fields.get("iso")), fields["region"])
            for iso3, fields in self._acled_file["countries"].items()
        }
