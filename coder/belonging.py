"""Whose are *the police*, *three soldiers*, *the government*? The country of a role that its own words leave open.

The order of evidence: the words of the mention itself (the actors' stage); the place of an act of force, where its
own slot names one; what the story says elsewhere of the same noun, else of the same role; a place of the clause, the
sentence or the story; the one country that the story is about. Two countries and nothing that decides: none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from coder.actors.abroad import is_from_elsewhere, is_of_a_named_body
from coder.actors.codes import UNKNOWN
from coder.actors.role_countries import RoleCountries
from coder.acts.grounding import CONTENTIOUS_ROOTS
from coder.dyads import Dyad
from coder.meeting_places import MEETING_WORDS, MeetingPlaces
from coder.model import ActorMention, Attributes, reaches_into
from coder.ontology import actor_blocks

# Rebels and authorities are local where nothing else is said; soldiers and gunmen may be abroad.
PRIVATE_ROLES = frozenset({"CVL", "BUS", "MED", "REF", "AGR", "LAB", "EDU", "HLH", "REL"})
LOCAL_ROLES = PRIVATE_ROLES | {"OPP", "COP", "LEG", "JUD", "GOV", "REB", "INS", "PTY"}
_TROOPS = frozenset({"MIL"})
_ANYBODY = frozenset({"UAF", "CRM", "ELI", "HRI"})
_AUTHORITIES = frozenset({"GOV", "LEG", "JUD", "OPP"})
_STATE = frozenset({"GOV", "MIL", "LEG"})
_AT_HOME = frozenset(
    {"LEG", "JUD", "OPP", "PTY", "REL", "LAB", "AGR", "EDU", "HLH", "CVL"}
)  # deal with their own state
_PEOPLE = frozenset({"CVL", "OPP", "PTY", "LAB", "AGR", "EDU", "HLH", "REL", "LEG", "JUD"})
_RULERS = frozenset({"GOV", "MIL", "COP", "JUD", "LEG"})
_MILITARY_RULE = frozenset({"GOV", "MIL"})
_PARLIAMENT = "LEG"
_SETTLED_ROLES = frozenset({"AGR", "LAB", "EDU", "HLH", "REL"})
_SETTLED_IF_KNOWN = _SETTLED_ROLES | {"BUS", "MED"}
_KNOWN_BY = frozenset({"the", "its", "their", "his", "her"})
_ARMED = "UAF"
_ARMED_ROLES = frozenset({"UAF", "MIL", "CRM"})
_PLACING_RULES = ("slot", "clause", "sentence", "document")
_OWN_RULES = ("slot", "clause")
_OPEN = ("agent", "coreference", "composed")
_FORCE = ("18", "19", "20")
_CIVILIANS = f"{UNKNOWN}CVL"
_POLICE, _GOVERNMENT, _PROTEST = "COP", "GOV", "14"
_GROUNDED = ("1723", "1724", "18", "19", "20")
_POWERS = ("09", "116", "170", "171", "172", "173", "175")
_CONSULT = "04"
_TO_STATES, _COUNTERPART = ("114",), "counterpart"
_OPPOSING = ("09", "11", "14")
_HOLDERS = frozenset({"GOV", "LEG", "JUD", "COP"})
_DOMESTIC = frozenset({"GOV", "LEG", "JUD", "COP", "OPP", "PTY"})
_SUBJECTS = (PRIVATE_ROLES - {"BUS", "REF"}) | _DOMESTIC | {"ELI", "HRI"}
_ARTICLE = "ال"
_DEFINITE = tuple(f"{word} " for word in sorted(_KNOWN_BY))
_OURS = ("our ", "my ")
_WHOLE_COUNTRY = 3
_PREPOSITION = 4  # code points: " in ", " at "


# of words.yaml
_LISTS = (
    "settled_people",
    "strangers",
    "common_names",
    "domestic_words",
    "whole_army",
    "from_abroad",
    "abroad_offices",
    "union_nouns",
    *MEETING_WORDS,
)


@dataclass(frozen=True, slots=True)
class Home:
    """The one country that a story is about (ISO 3166), None where there are two or none.

    ``alone``: whether hardly any other is named; ``named``: all countries of which it names something.
    """

    country: str | None
    alone: bool
    named: frozenset[str]


class Belonging:
    """Gives the actors of one story's events the countries that the story gives them."""

    def __init__(
        self,
        country_blocks: Mapping[str, str],
        told: RoleCountries,
        about: Callable[[], Home],
        words: Mapping[str, Iterable[str]],
        normalise: Callable[[str], str],
        dateline: Callable[[], str | None] = lambda: None,
        locative: Iterable[str] = (),
    ) -> None:
        """``country_blocks``: CAMEO's country blocks by ISO 3166 code.

        ``about``: the one country that the story is about. ``words``: the lists of words.yaml, in the form that
        ``normalise`` gives. ``dateline``: the country from which the story reports, if it speaks of it. ``locative``:
        the prepositions of places.
        """
        listed = {name: frozenset(words.get(name, ())) for name in _LISTS}
        self.common_names, self.domestic = listed["common_names"], listed["domestic_words"]
        self.settled, self.strangers, self.army = listed["settled_people"], listed["strangers"], listed["whole_army"]
        self.abroad, self.offices, self.unions = (listed[n] for n in ("from_abroad", "abroad_offices", "union_nouns"))
        self.normalise = normalise
        self.dateline, self.locative = dateline, frozenset(locative)
        self.country_blocks, self.told, self.about = country_blocks, told, about
        self.blocks = frozenset(country_blocks.values())
        self.meetings = MeetingPlaces(country_blocks, listed, normalise)

    def of(
        self, dyad: Dyad, attributes: Attributes, code: str, governed_by: Callable[[ActorMention], str | None]
    ) -> Dyad:
        """The dyad of an act with a code, its open actors with their countries.

        ``governed_by``: the country of the state that the text goes on about, for authorities.
        """
        place = None if self._is_a_party(attributes, dyad) else attributes

        def placed(mention: ActorMention | None) -> ActorMention | None:
            if mention is not None and mention.text.casefold() in self.common_names:
                mention = self._common(mention)
            if mention is None or not self._may_be_of_either(mention) or (near := governed_by(mention)) is None:
                return None if mention is None else self._of_mention(mention, place, code)
            return replace(mention, code=near + mention.code[3:], resolved_by="document")

        target = dyad.target
        if target is not None and target.resolved_by == "place" and target.code == UNKNOWN:
            target = self._of_ground(target, place, dyad.source)
        if target is not None and code.startswith(_FORCE) and self._is_local_victim(target):
            at = self._at(place) if place is not None and place.location_rule != "document" else None
            target = target if at is None else replace(target, code=at + target.code[3:], resolved_by="place")
        source, target = placed(dyad.source), placed(target)
        source, target = self._local(source, target), self._local(target, source)
        found = self._domestic(self._between_states(dyad, Dyad(source, target, dyad.mirrored), code), code)
        source = self._police_of(found.source, found.target, code)
        target = self._police_of(found.target, source, code)
        source, target = self._compatriot(source, target, code), self._compatriot(target, source, code)
        found = Dyad(source, target, dyad.mirrored)
        if code[:2] not in CONTENTIOUS_ROOTS:
            return found
        found = _without_own(dyad, found, code)
        return _at_home(Dyad(found.source, self._struck(found.target, attributes, code), dyad.mirrored))

    def _common(self, mention: ActorMention) -> ActorMention:
        """*Congress* in a story that hardly speaks of the United States: a body of the story's country."""
        home = self.about()
        own = next((iso for iso, block in self.country_blocks.items() if block == mention.code[:3]), None)
        if home.country in (None, own) or own == self.dateline() or (own in home.named and not home.alone):
            return mention
        return replace(mention, code=UNKNOWN + mention.code[3:], actor_id=None, name=None, resolved_by="agent")

    def _may_be_of_either(self, mention: ActorMention) -> bool:
        """Whether an authority without a country stands in a story of several countries."""
        blocks = actor_blocks(mention.code)
        is_open = mention.resolved_by in _OPEN and blocks[0] == UNKNOWN and bool(blocks[1:])
        if not is_open or not set(blocks[1:]) <= _STATE or self.about().country is not None:
            return False
        if not self.domestic.isdisjoint(mention.text.casefold().split()):
            return False  # *the interior ministry* in Kabul, after Turkey's ambassador has spoken
        return len(self.told.of_entries(mention.entries)) != 1

    def _between_states(self, dyad: Dyad, found: Dyad, code: str) -> Dyad:
        """*The foreign minister summoned the Japanese ambassador*: whoever protests to a state is not of it.

        Nor is a minister who deals with *his Japanese counterpart*.
        """
        before, source, target = dyad.source, found.source, found.target
        if before is None or source is None or target is None:
            return found
        if dyad.mirrored and source.resolved_by == _COUNTERPART:
            return _turned(self._between_states(_turned(dyad, False), _turned(found, False), code), True)
        if not code.startswith(_TO_STATES) and target.resolved_by != _COUNTERPART:
            return found
        if not before.code.startswith(UNKNOWN) or source.code != target.code:
            return found
        home = self.country_blocks.get(self.dateline() or "")
        at = home if home is not None and home != target.code[:3] else UNKNOWN
        return replace(found, source=replace(before, code=at + before.code[3:]))

    def _police_of(self, police: ActorMention | None, people: ActorMention | None, code: str) -> ActorMention | None:
        """Police with whom people of a country clash while protesting are that country's."""
        if police is None or people is None or police.code != f"{UNKNOWN}{_POLICE}" or police.resolved_by not in _OPEN:
            return police
        country, *roles = actor_blocks(people.code)
        if code[:2] != _PROTEST or country not in self.blocks or not roles or not _SUBJECTS.issuperset(roles):
            return police
        return replace(police, code=country + _POLICE, resolved_by="document")

    def _domestic(self, dyad: Dyad, code: str) -> Dyad:
        """Police, courts and governments use their powers at home; people protest against *the ministry* of theirs."""
        target, beside = dyad.target, self._open_beside(dyad.target, dyad.source)
        if target is None or beside is None:
            return dyad
        subjects, country, roles = beside
        powers = code.startswith(_POWERS) and bool(roles & _HOLDERS) and subjects <= _SUBJECTS
        definite = _is_definite(target.text)
        opposed = code[:2] in _OPPOSING and definite and subjects <= _DOMESTIC | _TROOPS
        if opposed and not roles.isdisjoint({_GOVERNMENT, *_TROOPS}):
            opposed = subjects.isdisjoint({_GOVERNMENT, *_TROOPS})  # governments speak of those of others
        told = self._told(target, subjects)
        if not (powers or opposed) or (told and country not in told):
            return dyad
        return replace(dyad, target=replace(target, code=country + target.code[3:], resolved_by="document"))

    def _open_beside(
        self, mention: ActorMention | None, other: ActorMention | None
    ) -> tuple[frozenset[str], str, frozenset[str]] | None:
        """The roles of a mention without a country, and the country and roles of the other side, if both are known."""
        if mention is None or other is None or mention.resolved_by not in _OPEN or self._is_stranger(mention):
            return None
        (first, *roles), (country, *others) = actor_blocks(mention.code), actor_blocks(other.code)
        if first != UNKNOWN or not roles or country not in self.blocks or not others:
            return None
        return frozenset(roles), country, frozenset(others)

    def _is_local_victim(self, mention: ActorMention) -> bool:
        """Whether force hits people of whom nothing says that they come from elsewhere (*tourists*, *migrants*)."""
        open_country = mention.resolved_by in _OPEN and mention.code == _CIVILIANS
        return open_country and not self._is_stranger(mention)

    def _is_stranger(self, mention: ActorMention) -> bool:
        return not self.strangers.isdisjoint(mention.text.casefold().split()) or self._is_from_elsewhere(mention)

    def _is_from_elsewhere(self, mention: ActorMention) -> bool:
        named = is_of_a_named_body(mention.text)
        return named or is_from_elsewhere(mention.text, self.abroad, self.offices, self.unions)

    def _local(self, mention: ActorMention | None, other: ActorMention | None) -> ActorMention | None:
        """Gunmen and others who may be from anywhere are local in a story of one country, but not beside foreigners."""
        if mention is None or mention.resolved_by not in _OPEN:
            return mention
        first, *others = actor_blocks(mention.code)
        roles = set(others)
        if first != UNKNOWN or _ANYBODY.isdisjoint(roles) or not roles <= LOCAL_ROLES | _ANYBODY:
            return mention
        home = self.about()
        country = self.country_blocks.get((home.country if home.alone else self.dateline()) or "")
        if country is None or (other is not None and not other.code.startswith((UNKNOWN, country))):
            return mention
        return replace(mention, code=country + mention.code[3:], resolved_by="document")

    def _compatriot(self, mention: ActorMention | None, other: ActorMention | None, code: str) -> ActorMention | None:
        """*Peru's congress rejected the cabinet*: who deals with parliaments, parties and people at home is at home.

        Authorities are of the country whose people deal with them, people of the one country of a story whose
        authorities deal with them.
        """
        beside = self._open_beside(mention, other)
        if mention is None or beside is None:
            return mention
        roles, country, others = beside
        home, _ = self._story()
        if home not in (None, country):
            return mention
        authority = roles <= _AUTHORITIES | {_POLICE} and _is_known(mention.text, code)
        governed = authority and not _AT_HOME.isdisjoint(others)
        governed = governed or (roles == {_PARLIAMENT} and _GOVERNMENT in others)
        ruled = roles <= _PEOPLE and not _RULERS.isdisjoint(others) and country == home
        if not governed and not ruled:
            return mention
        return replace(mention, code=country + mention.code[3:], resolved_by="document")

    def _struck(self, target: ActorMention | None, attributes: Attributes, code: str) -> ActorMention | None:
        """What is hit is of the country where it stands (*a pipeline in Mali*); a bombed capital is no government."""
        if target is None or code[:2] == _PROTEST or attributes.location_rule not in _OWN_RULES:
            return target
        if target.text == attributes.location_text and target.code[3:] == _GOVERNMENT and code.startswith(_GROUNDED):
            return replace(target, code=target.code[:3])
        at = self.country_blocks.get(attributes.country_iso3 or "")
        is_thing = target.code == UNKNOWN and target.resolved_by == "unknown"
        if at is None or not is_thing or self._is_named(target, attributes):
            return target
        return replace(target, code=at, resolved_by="place")

    def _is_named(self, thing: ActorMention, attributes: Attributes) -> bool:
        """Whether a thing has a name of its own, besides that of the place; told by capitals, so not in Arabic."""
        text, place = thing.text, attributes.location_text or ""
        if names(attributes, thing) and text != place and not self._stands_in(attributes, thing):
            return True  # *the Helmand hills*
        return text.upper() == text.lower() or any(w[:1].isupper() for w in text.replace(place, "").split()[1:])

    def is_doers_home(self, dyad: Dyad, attributes: Attributes) -> bool:
        """Whether a place is known only as the doer's country, while somebody abroad suffers the act."""
        source, target = dyad.source, dyad.target
        country = self.country_blocks.get(attributes.country_iso3 or "")
        if source is None or target is None or country is None or source.code[:3] != country:
            return False
        if target.code[:3] in (country, UNKNOWN) or target.code[:3] not in self.blocks:
            return False
        named = names(attributes, source) and not self._stands_in(attributes, source)
        return named or (attributes.location_rule == "document" and attributes.geo_precision == _WHOLE_COUNTRY)

    def _is_a_party(self, attributes: Attributes, dyad: Dyad) -> bool:
        """Whether the place is known as an actor only: *attacked Jordan* does not say whose the attackers are."""
        parties = [m for m in (dyad.source, dyad.target) if m is not None and not m.code.startswith(UNKNOWN)]
        parties = [m for m in parties if m.resolved_by != "place"]
        if attributes.location_rule != "document":
            return any(names(attributes, p) and not self._stands_in(attributes, p) for p in parties)
        country = self.country_blocks.get(attributes.country_iso3 or "")
        return any(party.code[:3] == country for party in parties)

    def _stands_in(self, attributes: Attributes, mention: ActorMention) -> bool:
        """Whether a place within the words of a mention says where it is (*police in Nairobi*)."""
        start = attributes.location_start or 0
        before = mention.text[: max(0, start - mention.start)].split()
        return any(word.casefold() in self.locative for word in before[1:])

    def _of_mention(self, mention: ActorMention, place: Attributes | None, code: str) -> ActorMention:
        blocks = actor_blocks(mention.code)
        if mention.resolved_by not in _OPEN or blocks[0] != UNKNOWN or len(blocks) == 1:
            return mention
        if self._is_from_elsewhere(mention):
            return mention
        country, rule = self._country(mention, frozenset(blocks[1:]), place, code)
        if country is not None and rule == "document":
            country = self._as_told_near(mention, country)
        return mention if country is None else replace(mention, code=country + mention.code[3:], resolved_by=rule)

    def _as_told_near(self, mention: ActorMention, country: str) -> str:
        """*In Chile thousands marched. The government resigned*: in a story that is mostly about another country."""
        ours = mention.text.casefold().startswith(_OURS)
        if ours or self._story()[1] or country in self.told.of_entries(mention.entries):
            return country
        return self.told.scene(mention.start) or country

    def _of_ground(self, mention: ActorMention, place: Attributes | None, source: ActorMention | None) -> ActorMention:
        """What cannot move is of the country where it stands: that of its place, else of the story.

        Armies strike abroad: where nothing says where, nothing is known of what they hit.
        """
        near = place is not None and place.location_rule in _OWN_RULES
        abroad = source is None or not _TROOPS.isdisjoint(actor_blocks(source.code))
        story, alone = self._story()
        country = self._at(place) if near else story if alone and not abroad else None
        if country is None:
            return replace(mention, resolved_by="unknown")
        return replace(mention, code=country, resolved_by="place" if near else "document")

    def _country(
        self, mention: ActorMention, roles: frozenset[str], place: Attributes | None, code: str
    ) -> tuple[str | None, str]:
        private, local = bool(roles & PRIVATE_ROLES), _is_local(roles) or _is_armed_people(roles)
        at = self._at(place)
        if at is not None and place is not None and local and _decides(place, private, code):
            return at, "place"
        if at is not None and place is not None and private and _beside(place, mention):
            return at, "place"
        there = at is not None and place is not None and _happens_at(place, code) and not self._is_stranger(mention)
        if there and (private or roles & _ARMED_ROLES):
            told = frozenset() if private or _is_of_the_state(mention) else self._told(mention, roles)
            return (at, "place") if told <= {at} else (None, "")
        told = frozenset[str]() if private else self._told(mention, roles)
        if len(told) == 1:
            return next(iter(told)), "document"
        if at is not None and place is not None and local and not private:
            if told and at not in told and _GOVERNMENT in roles:
                return None, ""  # *the ministers*, of two countries, who meet in a third
            return (at, "place") if not told or place.location_rule != "document" else (None, "")
        story, alone = self._story()
        everybody = alone or (local and (not private or self._is_settled(mention, roles))) or self._is_the_army(mention)
        fits = everybody and (local or roles <= _TROOPS) and at in (None, story)
        if fits and story is not None and not told:
            return story, "document"
        return self._at_home(mention, roles, at, code) if not told else (None, "")

    def _at_home(
        self, mention: ActorMention, roles: frozenset[str], at: str | None, code: str
    ) -> tuple[str | None, str]:
        """*Police*, *soldiers*, *the opposition*, marchers of a story from Tokyo that speaks of Japan."""
        home = self.country_blocks.get(self.dateline() or "")
        acting = code[:2] in CONTENTIOUS_ROOTS and self.strangers.isdisjoint(mention.text.casefold().split())
        local = _is_local(roles) and (acting or not roles & PRIVATE_ROLES)
        local = local or (roles <= _TROOPS and (acting or self._is_the_army(mention)))
        return (home, "document") if local and home is not None and at in (None, home) else (None, "")

    def _is_the_army(self, mention: ActorMention) -> bool:
        """*The army*, *the ruling generals*, ``الجيش``: of the one country of a story that gives them no other."""
        text = self.normalise(mention.text)
        words = text.split()
        return text in self.army or (len(words) > 2 and f"{words[0]} {words[-1]}" in self.army)

    def _is_settled(self, mention: ActorMention, roles: frozenset[str]) -> bool:
        words = mention.text.casefold().split()
        if roles <= _SETTLED_IF_KNOWN and self.strangers.isdisjoint(words):
            return roles <= _SETTLED_ROLES or not _KNOWN_BY.isdisjoint(words[:1])
        return not self.settled.isdisjoint(words)

    def _told(self, mention: ActorMention, roles: frozenset[str]) -> frozenset[str]:
        """The countries that the story gives to the same noun, else to the same role; gunmen have but their noun."""
        known = self.told.of_entries(mention.entries)
        abroad = roles == {_GOVERNMENT} and not self.domestic.isdisjoint(mention.text.casefold().split())
        if not known and roles <= LOCAL_ROLES | _TROOPS and not abroad:  # ambassadors tell of no *interior ministry*
            known = self.told.of_roles(roles)
            story, alone = self._story()
            if story is not None and (roles <= _AUTHORITIES or (alone and roles <= _TROOPS and story in known)):
                known = {story}  # foreign ministers speak in stories of one country, its army stands beside others
        return frozenset(known)

    def _at(self, place: Attributes | None) -> str | None:
        if place is None or place.location_rule not in _PLACING_RULES:
            return None
        home = self.about()
        near = place.location_rule in _OWN_RULES
        abroad = home.country is not None and place.country_iso3 != home.country
        if abroad and (place.country_iso3 not in home.named or (home.alone and not near)):
            return None  # a name that nothing bears out: a square or village called like a place abroad
        return self.country_blocks.get(place.country_iso3 or "")

    def _story(self) -> tuple[str | None, bool]:
        home = self.about()
        return self.country_blocks.get(home.country or ""), home.alone


def _turned(dyad: Dyad, mirrored: bool) -> Dyad:
    """The other half of a mutual act."""
    return Dyad(dyad.target, dyad.source, mirrored)


def _is_local(roles: frozenset[str]) -> bool:
    """Whether people are of the place where nothing else is said: *the army ruler* governs, *an army* may be abroad."""
    return roles <= LOCAL_ROLES or roles == _MILITARY_RULE


def _is_armed_people(roles: frozenset[str]) -> bool:
    """*Kurdish militants*: a people or faith tells them from gunmen who may be from anywhere."""
    others = roles - {_ARMED}
    return _ARMED in roles and bool(others) and others.isdisjoint(LOCAL_ROLES | _TROOPS)


def _is_of_the_state(mention: ActorMention) -> bool:
    """*Government forces* fight at home, whatever other armies the story names."""
    return mention.text.casefold().split()[:1] == ["government"]


def _is_known(text: str, code: str) -> bool:
    """Whether the words open with an article or possessive (*its parliament*, ``الحكومة``, ``رئيس الوزراء``).

    Of Arabic, where every office has an article, this says nothing about visits and talks: they lead abroad.
    """
    first = text.casefold().split()[:1]
    arabic = text.upper() == text.lower() and not code.startswith(_CONSULT)
    return not _KNOWN_BY.isdisjoint(first) or (arabic and _is_definite(text))


def _decides(place: Attributes, private: bool, code: str) -> bool:
    """Whether a place goes before what the story says elsewhere: a government speaks and meets abroad."""
    return place.location_rule == "slot" and (private or code[:2] in CONTENTIOUS_ROOTS)


def _happens_at(place: Attributes, code: str) -> bool:
    """Whether the sentence says where force is used or people protest: who suffers it or bears arms there is local."""
    return place.location_rule != "document" and code[:2] in CONTENTIOUS_ROOTS


def _without_own(read: Dyad, found: Dyad, code: str) -> Dyad:
    """No country by place makes an army fight itself (*snipers killed two Yemeni soldiers in Taiz*)."""
    source, target = found.source, found.target
    if source is None or target is None or source.code != target.code or not code.startswith(_FORCE):
        return found
    if _TROOPS.isdisjoint(actor_blocks(source.code)):
        return found
    opened = [a for a, b in ((read.source, source), (read.target, target)) if a is not None and a.code != b.code]
    if len(opened) != 1:
        return found
    return replace(found, source=read.source) if opened[0] is read.source else replace(found, target=read.target)


def _at_home(dyad: Dyad) -> Dyad:
    """Police use force on people of their own country, where nothing else is said."""
    source, target = dyad.source, dyad.target
    if source is None or target is None or source.code.startswith(UNKNOWN) or _POLICE not in actor_blocks(source.code):
        return dyad
    blocks = actor_blocks(target.code)
    if target.resolved_by not in _OPEN or blocks[0] != UNKNOWN or PRIVATE_ROLES.isdisjoint(blocks):
        return dyad
    return replace(dyad, target=replace(target, code=source.code[:3] + target.code[3:], resolved_by="document"))


def _beside(place: Attributes, mention: ActorMention) -> bool:
    """Whether the words of a place stand in those of a mention or right behind them (*the villages in Idlib*)."""
    start = place.location_start
    return start is not None and mention.start <= start <= mention.end + _PREPOSITION


def names(attributes: Attributes, mention: ActorMention) -> bool:
    """Whether the words of a place are those of an actor."""
    start, end = attributes.location_start, attributes.location_end
    return start is not None and end is not None and reaches_into(mention, start, end)


def _is_definite(text: str) -> bool:
    """Whether a mention is definite: by its first word, in Arabic also by the article of its idafa."""
    return text.casefold().startswith(_DEFINITE) or any(w.startswith(_ARTICLE) for w in text.split()[:2])
