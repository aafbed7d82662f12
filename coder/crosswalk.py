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
    "strike": "Air/drone strike",
    "drone": "Air/drone strike",
    "shelling": "Shelling/artillery/missile attack",
    "rocket": "Shelling/artillery/missile attack",
    "missile": "Shelling/artillery/missile attack",
    "mortar": "Shelling/artillery/missile attack",
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
OPEN_MEANS = ("1712", "18", "190", "193", "200", "202", "203")
UNSPECIFIED = ("18", "180", "19", "190")
# Killings by design: a political leader of an armed group is no fighter in a battle.
TARGETED_KILLING = ("185", "186")
REPRESSION = "175"
# Talks, deals and releases count only between parties of an armed conflict.
PARTIES_ONLY = ("045", "046", "057", "0841")
ROLES = CIVILIANS | ARMED | {"GOV"}
CROWD_VIOLENCE = ("171", "1712", "180", "182", "1823", "190", "193")

Types = tuple[str | None, str | None]
NOTHING: Types = (None, None)
PEACEFUL: Types = ("Protests", "Peaceful protest")
# Whose arrest is no politics: those of whom nothing is known and suspects of common crimes.
_ORDINARY = frozenset({"CVL", "CRM", "---"})


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
    if event.code.startswith(REPRESSION):
        return _repression(event, base)
    if event.code == "173":
        return _arrest(source, target, base)
    if event.code == "174" and not target & (CIVILIANS - {"LEG", "JUD", "PTY"}):
        return NOTHING
    if event.code.startswith("144") and not _is_violent(event):
        return ("Strategic developments", "Change to group/activity") if is_armed(source) else PEACEFUL
    if event.code in CROWD_VIOLENCE and is_civilian(source) and event.attributes.weapon not in WEAPONS:
        return "Riots", "Mob violence"
    return _territory(event, source, ontology) if event.code == "192" else _violence(event, base, target, ontology)


def _repression(event: Event, base: Types) -> Types:
    """Lethal force or injuries make excessive force, mere dispersal an intervention."""
    hurt = event.attributes.fatalities or event.attributes.injuries
    return base if hurt else ("Protests", "Protest with intervention")


def _arrest(source: frozenset[str], target: frozenset[str], base: Types) -> Types:
    """Armed groups abduct; arrests by the state count where the arrested have a role in politics or a conflict."""
    if source & (REBELS | {"UAF"}) and not source & STATE_FORCES:
        return "Violence against civilians", "Abduction/forced disappearance"
    return base if any(block in ROLES for block in target - _ORDINARY) else NOTHING


def _is_violent(event: Event) -> bool:
    a = event.attributes
    return bool(a.fatalities or a.injuries or a.weapon in ("arson", "stones"))


def _fights(event: Event, target: frozenset[str]) -> bool:
    """Whether those attacked can shoot back; of the targets of assassins only soldiers and police."""
    return bool(target & STATE_FORCES) if event.code in TARGETED_KILLING else is_armed(target)


def _on_nobody(event: Event) -> bool:
    """Unspecified force of no army on nobody in particular: those who were hurt are not said to have fought."""
    known = event.target is not None and event.target.code.strip("-")
    return (
        event.code in UNSPECIFIED and not known and not blocks_of(event.source) & STATE_FORCES and not _is_state(event)
    )


def _is_state(event: Event) -> bool:
    """Whether a country or a government as such is the source."""
    return event.source is not None and not blocks_of(event.source) & (REBELS | CIVILIANS | {"UAF", "---"})


def is_default(event: Event) -> bool:
    """Whether the type only stands for force of unknown means: a report that names the means knows better."""
    return event.code in UNSPECIFIED and event.attributes.weapon not in WEAPONS


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
    if base == ("Battles", "Armed clash") and (is_civilian(target) or _on_nobody(event)):
        return "Violence against civilians", "Attack"
    if base == ("Violence against civilians", "Attack") and _fights(event, target):
        return "Battles", "Armed clash"
    return base
