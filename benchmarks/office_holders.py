"""Compare our office-holders with those of another actor dictionary (PETRARCH format), 1990-2013, in 80 countries.

    python benchmarks/office_holders.py Phoenix.Countries.actors.txt [--list missing|disagreements|all]

An office-holder is a name with a dated government code. Those that the file follows before and after office (code ELI)
are heads of state or of government, the others members of cabinets. A name is covered when an entry of ours has it: the
same words, one spelling of them, or all words of the shorter in the longer, in one country. Codes are compared on the
middle day of each period of the other file: on a day of disagreement one says government (or military) and the other
does not.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from coder.actors.codes import parts_of
from coder.dictionary.petrarch import Sources, import_petrarch
from coder.dictionary.schema import ActorEntry
from coder.dictionary.store import read_store
from coder.languages.english.normalise import normalise
from coder.languages.english.transliteration import same_name, spelling
from coder.ontology import Ontology, actor_blocks
from coder.resources import dictionaries_root

FIRST, LAST = date(1990, 1, 1), date(2013, 12, 31)
# Chosen by how often news of the period names them: great powers, wars, coups, neighbours of both.
COUNTRIES = frozenset(
    """USA GBR FRA DEU ITA ESP RUS CHN JPN IND PAK AFG IRN IRQ SYR LBN ISR PSE JOR SAU YEM EGY LBY TUN DZA MAR SDN SOM
    ETH ERI KEN UGA RWA BDI COD NGA MLI TCD CIV LBR SLE ZAF ZWE AGO MOZ TUR GRC CYP UKR GEO ARM AZE KAZ UZB KGZ POL HUN
    ROM CZE SRB BIH HRV ALB MEX COL VEN PER BRA ARG CUB HTI CAN AUS IDN PHL THA MMR KHM KOR PRK""".split()
)
_NO_NAMES = frozenset("al el bin ibn president king general minister prime jr. sir".split())
NEAR = 62  # days: the other file dates cabinets by the month
EXECUTIVE = ("GOV", "MIL")
FORMER = "ELI"
ROLES = frozenset({"GOV", "MIL"})  # right after the country: a territory's governor (USAPRI) is no office-holder of it


@dataclass(frozen=True, slots=True)
class Period:
    """A code that the other file gives a name between two days."""

    code: str
    since: date
    until: date

    @property
    def middle(self) -> date:
        return self.since + (self.until - self.since) / 2

    @property
    def in_office(self) -> bool:
        return any(role in actor_blocks(self.code)[1:] for role in EXECUTIVE)


def periods(entry: ActorEntry) -> list[Period]:
    """The dated codes of an imported name, cut to the years compared."""
    made = (Period(c.code, max(c.since or FIRST, FIRST), min(c.until or LAST, LAST)) for c in entry.codes if _dated(c))
    return [p for p in made if p.since <= p.until]


def _dated(code: object) -> bool:
    return bool(code.since or code.until)  # type: ignore[attr-defined]


def office_holders(path: Path) -> Iterator[ActorEntry]:
    """The names of a file with a dated code of government in the years and countries compared."""
    with TemporaryDirectory() as folder:
        import_petrarch(Sources(None, (path,), None, None, None), Path(folder) / "made")
        store = read_store(dictionaries_root(), replace=Path(folder) / "made")
    for entry in store.actors.values():
        if any(p.in_office and p.code[:3] in COUNTRIES and p.code[3:6] in ROLES for p in periods(entry)):
            yield entry


class Names:
    """Our persons by country, and how their names compare."""

    def __init__(self, persons: Iterable[ActorEntry]) -> None:
        self._by_country: dict[str, list[tuple[frozenset[str], ActorEntry, str]]] = defaultdict(list)
        for person in persons:
            for name in person.names.get("en", ()):
                words = frozenset(_words(name))
                if person.country:
                    self._by_country[person.country].append((words, person, name))

    def find(self, entry: ActorEntry, country: str) -> ActorEntry | None:
        """Our entry of an imported name."""
        for name in entry.names.get("en", ()):
            theirs = _words(name)
            if len(theirs) < 2:
                continue
            own = spelling(theirs)
            for words, person, ours in self._by_country[country]:
                small, large = sorted((words, frozenset(theirs)), key=len)
                if (len(small) > 1 and small <= large) or same_name(own, spelling(_words(ours))):
                    return person
        return None


def _words(name: str) -> list[str]:
    words = normalise(name).replace("-", " ").replace("'", "").split()
    return [w for w in words if w not in _NO_NAMES and len(w.strip(".")) > 1]


def disagreements(theirs: ActorEntry, ours: ActorEntry, ontology: Ontology) -> Iterator[tuple[str, str]]:
    """What the two say differently of one person: kind and line, one for each period."""
    for period in periods(theirs):
        if period.code[:3] not in COUNTRIES or not (period.in_office or FORMER in period.code):
            continue
        code = parts_of(ours, period.middle).code(ontology)
        in_office = any(role in actor_blocks(code)[1:] for role in EXECUTIVE)
        if in_office != period.in_office or code[:3] != period.code[:3]:
            line = f"{ours.id}: {period.since}..{period.until} theirs {period.code}, ours on {period.middle} {code}"
            yield _kind(period, ours, code), line


def _kind(period: Period, ours: ActorEntry, code: str) -> str:
    if code[:3] != period.code[:3]:
        return "other country"
    if not period.in_office:
        return "theirs: out of office, ours: in office"
    begins_together = any(
        r.role in EXECUTIVE and r.since is not None and abs((r.since - period.since).days) <= NEAR for r in ours.roles
    )
    if begins_together and period.until == LAST:
        return "theirs goes on to the end of the file, ours ends"
    others = [role for role in actor_blocks(code)[1:] if role != FORMER]
    if others:
        return "theirs: government, ours: " + "/".join(others)
    return "an office that ours lacks"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("file", type=Path)
    parser.add_argument("--list", choices=("missing", "disagreements", "all"), dest="listed")
    options = parser.parse_args()
    ontology = Ontology.load()
    names = Names(a for a in read_store(dictionaries_root()).actors.values() if a.kind == "person")
    total, covered, agreed, faults = Counter[str](), Counter[str](), 0, list[tuple[str, str]]()
    for entry in office_holders(options.file):
        country = next(p.code[:3] for p in periods(entry) if p.in_office)
        kind = "leaders" if any(FORMER in c.code for c in entry.codes) else "cabinets"
        total[kind] += 1
        ours = names.find(entry, country)
        if ours is None:
            if options.listed in ("missing", "all") and kind == "leaders":
                spans = ", ".join(f"{p.code} {p.since}..{p.until}" for p in periods(entry) if p.in_office)
                print(f"missing: {entry.names['en'][0]} ({spans})")
            continue
        covered[kind] += 1
        own = list(disagreements(entry, ours, ontology))
        agreed += not own
        faults += own
    if options.listed in ("disagreements", "all"):
        print(*(f"{line}  [{kind}]" for kind, line in sorted(faults)), sep="\n")
    for kind in ("leaders", "cabinets"):
        print(f"{kind}: {covered[kind]} of {total[kind]} covered = {covered[kind] / max(1, total[kind]):.3f}")
    print(f"persons compared {sum(covered.values())}, of them without a disagreement {agreed}")
    print(f"periods that disagree {len(faults)}")
    for kind, count in Counter(kind for kind, _ in faults).most_common():
        print(f"  {count:4} {kind}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
