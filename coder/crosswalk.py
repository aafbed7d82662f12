"""From a coded event to ACLED's types. The code alone does not decide them: who was hit, by whom and how does, too."""

from __future__ import annotations

from coder.model import ActorMention, Event
from coder.ontology import Ontology, actor_blocks

STATE_FORCES = frozenset({"MIL", "COP", "SPY"})
REBELS = frozenset({"REB", "INS", "SEP", "IMG"})
ARMED = STATE_FORCES | REBELS | {"UAF"}
CIVILIANS = frozenset(
    [
        *("CVL", "EDU", "BUS", "LAB", "AGR", "MED", "REL", "HLH", "HRI", "ENV", "ELI", "REF", "SET", "DEV", "LEG"),
        *("JUD", "OPP", "PTY", "NGO", "NGM", "MNC"),
    ]
)

# Sub-event types by the means of attack, as verbs and weapon words name it.
WEAPONS = {
    "air strike": "Air/drone strike",
    "drone": "Air/drone strike",
    "shelling": "Shelling/artillery/missile attack",
    "rocket": "Shelling/artillery/missile attack",
    "missile": "Shelling/artillery/missile attack",
    "artillery": "Shelling/artillery/missile attack",
    "suicide bomb": "Suicide bomb",
    "car bomb": "Remote explosive/landmine/IED",
    "IED": "Remote explosive/landmine/IED",
    "bomb": "Remote explosive/landmine/IED",
    "mine": "Remote explosive/landmine/IED",
    "grenade": "Grenade",
    "chemical weapon": "Chemical weapon",
    "chemical weapons": "Chemical weapon",
}
# Codes that do not say by which means; the weapon does.
OPEN_MEANS = ("18", "190", "202", "203")
# Talks, deals and releases count only between parties of an armed conflict.
PARTIES_ONLY = ("045", "046", "057", "0841")
CROWD_VIOLENCE = ("171", "1712", "180", "182", "1823")

Types = tuple[str | None, str | None]
NOTHING: Types = (None, None)


def blocks_of(mention: ActorMention | None) -> frozenset[str]:
    """The three-letter blocks of a mention's code; empty for no mention."""
    return frozenset(actor_blocks(mention.code)) if mention else frozenset()


def is_armed(blocks: frozenset[str]) -> bool:
    """Whether the actor is an armed one by its roles."""
    return bool(blocks & ARMED)


def is_civilian(blocks: frozenset[str]) -> bool:
    """Whether the actor is unarmed by its roles. A bare country or government is neither armed nor civilian."""
    return bool(blocks & CIVILIANS) and not is_armed(blocks)


def acled_types(event: Event, ontology: Ontology) -> Types:
    """ACLED's event and sub-event type, None outside its scope. See the notes in ``cameo_to_acled.yaml``."""
    base = ontology.acled(event.code)
    if base[0] is None:
        return NOTHING
    source, target = blocks_of(event.source), blocks_of(event.target)
    if event.code in PARTIES_ONLY:
        return base if (source | target) & (REBELS | {"UAF"}) else NOTHING
    if event.code.startswith("15"):
        return base if is_armed(source) or not source - ontology.countries.keys() - {"GOV"} else NOTHING
    if event.code == "175":
        return _repression(event, base)
    if event.code in CROWD_VIOLENCE and is_civilian(source):
        return "Riots", "Mob violence"
    return _territory(event, source, ontology) if event.code == "192" else _violence(event, base, target, ontology)


def _repression(event: Event, base: Types) -> Types:
    """Lethal force or injuries make excessive force, mere dispersal an intervention."""
    hurt = event.attributes.fatalities or event.attributes.injuries
    return base if hurt else ("Protests", "Protest with intervention")


def _territory(event: Event, source: frozenset[str], ontology: Ontology) -> Types:
    """A place taken by the state that it belongs to is regained; by anybody else it is overtaken."""
    country = event.attributes.country_iso3
    at_home = any(ontology.iso3(block) == country for block in source) if country else False
    state = not source & (REBELS | {"UAF"})
    return "Battles", "Government regains territory" if at_home and state else "Non-state actor overtakes territory"


def _violence(event: Event, base: Types, target: frozenset[str], ontology: Ontology) -> Types:
    """The means come first, then whether the target could shoot back."""
    weapon = WEAPONS.get(event.attributes.weapon or "")
    if weapon and event.code.startswith(OPEN_MEANS):
        return ontology.acled_events[weapon].event_type, weapon
    if base == ("Battles", "Armed clash") and is_civilian(target):
        return "Violence against civilians", "Attack"
    if base == ("Violence against civilians", "Attack") and is_armed(target):
        return "Battles", "Armed clash"
    return base
