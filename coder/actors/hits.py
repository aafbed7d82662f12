"""What the dictionaries find in one sentence, and what its phrases are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from operator import attrgetter

from coder.actors.aliases import Aliases
from coder.actors.index import ActorIndex, Hit, Phrases, Terminal, hits_in, is_province, longest
from coder.dictionary.schema import ActorEntry, AgentEntry, Context
from coder.model import HYPHENS, ActorMention, Analysis, Document, Phrase, Token, is_behind_particle

_ACRONYM = 5  # letters; longer words in capitals are no acronyms

_DEFINITE = frozenset({"the", "this", "that"})
_BEFORE_THINGS = frozenset({"The", "the", "A", "a", "An", "an"})

_first_of = attrgetter("first")


def time_names(words: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """The names of days and months, which are nobody. ``words``: the lists of words.yaml."""
    return frozenset((*words.get("weekdays", ()), *words.get("months", ())))


class ActorWords:
    """The lists of words.yaml that decide on actors, ready for look-up; made once for each language."""

    def __init__(self, words: Mapping[str, tuple[str, ...]], normalise: Callable[[str], str]) -> None:
        self.not_backed = frozenset(words.get("not_backed", ()))
        self.backing = frozenset(words.get("backing_words", ()))
        self.stances = frozenset((*words.get("stance_prefixes", ()), *words.get("hostile_prefixes", ())))
        self.hostile = frozenset(words.get("hostile_prefixes", ()))
        self.titles = frozenset(map(normalise, words.get("personal_titles", ())))
        self.attributes = frozenset(words.get("attributes", ()))
        self.courtesy = frozenset(map(normalise, words.get("courtesy_titles", ())))
        self.counterpart = frozenset(words.get("counterpart", ()))
        self.time_words = time_names(words)
        self.arms, self.belonging = frozenset(words.get("arms", ())), frozenset(words.get("belonging", ()))
        self.bare_definites = frozenset(words.get("bare_definites", ()))
        self.occupiers = frozenset(words.get("occupiers", ()))
        self.parties_and_fighters = frozenset(words.get("parties_and_fighters", ()))
        self.adverse = frozenset(words.get("adverse_nouns", ()))
        self.others = frozenset(words.get("other_people", ()))
        self.crowds = frozenset(words.get("crowd_numbers", ()))
        self.being = frozenset(words.get("being_verbs", ()))
        self.areas = frozenset(words.get("country_place_nouns", ()))
        self.namesake_areas = frozenset(words.get("namesake_areas", ()))
        self.occupied = frozenset(words.get("occupation_verbs", ()))
        self.identifying = frozenset(words.get("identifying_verbs", ()))
        self.firms = frozenset(words.get("firm_nouns", ()))
        self.saying = frozenset(words.get("saying_verbs", ()))
        self.speaking = self.saying | frozenset(words.get("speaking_verbs", ()))
        self.institutions = frozenset((*words.get("institution_nouns", ()), *words.get("set.collectives", ())))
        self.leading = frozenset(words.get("leading_nouns", ()))
        self.people = frozenset(words.get("people_nouns", ()))
        self.individuals = frozenset(words.get("individual_nouns", ()))
        self.officers = frozenset(words.get("officer_nouns", ()))
        self.many = frozenset(words.get("plural_nouns", ()))
        self.hosts = frozenset(words.get("many_words", ()))
        self.peoples = frozenset(words.get("toll.group", ()))  # one noun for many people: *the community* is no *he*
        self.armed = frozenset(words.get("armed_nouns", ()))
        self.countries = frozenset(words.get("country_nouns", ()))
        self.country_kinds = frozenset(words.get("country_adjectives", ()))
        self.lands = frozenset(words.get("land_nouns", ()))
        self.homelands = frozenset(words.get("homeland_nouns", ()))
        self.peacekeepers = tuple(words.get("peacekeeper_words", ()))
        self.documents = frozenset(words.get("document_nouns", ()))
        self.sent = frozenset(words.get("sent_nouns", ()))
        self.delegations = frozenset(words.get("delegation_nouns", ()))
        self.armies = frozenset(words.get("army_nouns", ()))
        self.pairs = frozenset(words.get("pair_nouns", ()))
        self.both = frozenset(words.get("both_words", ()))
        self.scenes = frozenset(words.get("scene_nouns", ()))
        self.posts = frozenset(words.get("post_nouns", ()))
        self.held, self.units = (frozenset(words.get(n, ())) for n in ("held_nouns", "unit_nouns"))
        self.affiliation = frozenset(words.get("affiliation_words", ()))
        self.inhabited = frozenset(words.get("inhabited_nouns", ()))
        self.arresting = frozenset((*words.get("arrest_verbs", ()), *words.get("charging_verbs", ())))
        self.machines = frozenset(words.get("war_machines", ()))
        self.holding = frozenset(words.get("holding_words", ()))
        self.fixtures = frozenset(words.get("fixed_targets", ()))
        self.those, self.suffering = (frozenset(words.get(n, ())) for n in ("people_pronouns", "suffering_verbs"))
        self.body_names = frozenset(words.get("body_names", ()))
        # the last word of each name, and the name as one word
        self.body_heads = {w for n in self.body_names for w in (n.rpartition(" ")[2], n.replace(" ", "-"))}
        self.directions = frozenset(map(normalise, words.get("direction_adjectives", ())))
        self.most = frozenset(words.get("majority_words", ()))
        self.peaceful = frozenset(words.get("peaceful_bodies", ()))
        self.bands = frozenset(words.get("band_nouns", ()))
        self.common_names = frozenset(words.get("common_names", ()))
        self.supporting = frozenset(words.get("supporting_nouns", ()))
        self.cheering = frozenset(words.get("cheering_participles", ()))
        self.particles = frozenset(words.get("surname_particles", ()))
        self.colleagues = frozenset(words.get("colleagues", ()))
        self.persons = self.individuals.union(*(words.get(n, ()) for n in ("set.person", "toll.person")))
        self.bodies = self.bare_definites | self.institutions | self.bands | self.firms | self.armies | self.units
        self.bodies |= frozenset(words.get("body_nouns", ()))
        self.doers = frozenset(words.get("set.doers", ()))
        self.like_first_names = frozenset(words.get("role_first_names", ()))
        self.links = self.being.union(words.get("slots", ()), words.get("link_words", ()))
        self.party_letters = frozenset(words.get("party_letters", ()))
        self.kin = frozenset(words.get("kin_nouns", ()))
        self.genders = dict.fromkeys(words.get("male_words", ()), "m") | dict.fromkeys(
            words.get("female_words", ()), "f"
        )
        self.crowned = {n: frozenset(words.get(f"lands.{n}", ())) for n in (*self.countries, *self.country_kinds)}


class SentenceHits:
    """The dictionary hits of one sentence by token, with the conditions under which names count."""

    def __init__(
        self,
        index: ActorIndex,
        words: ActorWords,
        document: Document,
        analysis: Analysis,
        aliases: Aliases,
        phrases: Phrases,
    ) -> None:
        """``aliases``: the short names that the sentences before have introduced.

        ``phrases``: what the index has for the tokens of the sentence.
        """
        self.index, self.words, self.document, self.analysis = index, words, document, analysis
        self.aliases, self._phrases = aliases, phrases
        self._tokens = analysis.tokens
        self._found: dict[tuple[int, ...] | range, Sequence[Hit]] = {}

    def offsets(self) -> list[tuple[int, int]]:
        """Where the words of the sentence stand in the document: plain tokens do not say."""
        sentence, at = self.analysis.sentence, 0
        found: list[tuple[int, int]] = []
        for token in self._tokens:
            at = max(sentence.text.find(token.text, at), at)
            found.append((sentence.start + at, sentence.start + at + len(token.text)))
            at += len(token.text)
        return found

    @cached_property
    def by_token(self) -> dict[int, Hit]:
        """The hit that counts at each token that has one; looked up when the first phrase asks."""
        hits = hits_in(self._phrases, self._accept)
        self.__dict__["by_token"] = found = {t: h for h in hits for t in range(h.first, h.last + 1)}
        for hit in hits:
            if self._is_other_person(hit) or self._is_given_name(hit) or self._opens_other_name(hit):
                del found[hit.first]
            elif self._is_area_of_that_name(hit) or self._is_opposed(hit) or self._is_cheered(hit):
                for token in range(hit.first, hit.last + 1):
                    del found[token]
        if self.index.lang == "en":
            found.update(self._namesakes(hits))
        self.add_aliases()
        return found

    @cached_property
    def opposed(self) -> dict[int, Hit]:
        """What a prefix names as an opponent (*anti-Chinese*, *anti-government*), by its first token."""
        tokens = self._tokens
        behind = [i for i in range(2, len(tokens)) if tokens[i - 1].text in HYPHENS]
        hostile = [i for i in behind if tokens[i - 2].norm in self.words.hostile]
        found = ((i, longest(self._phrases, i, self._accept)) for i in hostile)
        return {i: hit for i, hit in found if hit is not None}

    def _prefix(self, first: int) -> str | None:
        """The prefix that a hyphen joins to the word at ``first``."""
        before = self._tokens[first - 2 : first]
        return before[0].norm if before[1].text in HYPHENS else None

    def add_aliases(self) -> None:
        """Find the short names that the document has introduced."""
        for hit in self.aliases.hits(self._tokens):
            own = range(hit.first, hit.last + 1)
            if all(t not in self.by_token or self.by_token[t].last <= hit.last for t in own):
                self.by_token.update(dict.fromkeys(own, hit))
                self._found.clear()

    def _namesakes(self, hits: Sequence[Hit]) -> Iterator[tuple[int, Hit]]:
        """*London, Ontario* is of the province behind it, and not the capital."""
        for one, other in pairwise(hits):
            between = self._tokens[one.last + 1 : other.first]
            if one.terminal.kind != "capital" or [t.text for t in between] != [","] or not is_province(other):
                continue
            town, province = one.terminal.entry, other.terminal.entry
            if isinstance(town, ActorEntry) and isinstance(province, ActorEntry) and town.country != province.country:
                yield from ((t, other) for t in range(one.first, one.last + 1))

    def _is_other_person(self, hit: Hit) -> bool:
        """*Eric Trump*, فيصل المرزوقي: a surname after a first name that is not the known person's."""
        entry, before = hit.terminal.entry, hit.first - 1
        if not isinstance(entry, ActorEntry) or entry.kind != "person" or hit.last > hit.first or before < 0:
            return False
        token = self._tokens[before]
        if token.pos != "PROPN" or before in self.by_token or token.norm in self.words.titles or len(token.norm) < 2:
            return False
        if self.index.lang == "en" and self._label_of(token) != "PERSON":
            return False
        names = (self.index.normalise(n).replace("-", " ").split() for n in entry.names.get(self.index.lang, ()))  # type: ignore[call-overload]
        return not any(token.norm in words for words in names)

    def _opens_other_name(self, hit: Hit) -> bool:
        """*Burhan Barlow* is no Sudanese general: a known surname as the first word of another person's name."""
        entry, behind = hit.terminal.entry, hit.last + 1
        if (
            not isinstance(entry, ActorEntry)
            or entry.kind != "person"
            or hit.last > hit.first
            or self.index.lang != "en"
        ):
            return False
        if behind >= len(self._tokens) or behind in self.by_token or not self._tokens[behind].text[:1].isupper():
            return False
        first, last = self._tokens[hit.first], self._tokens[behind]
        return any(e.label == "PERSON" and e.start == first.start and last.end == e.end for e in self.analysis.entities)

    def _is_given_name(self, hit: Hit) -> bool:
        """*Mujahid Barlow*, *Christian Barlow*: the first name of a person, and no fighter and no Christian."""
        token, behind = self._tokens[hit.first], self._tokens[hit.last + 1 : hit.last + 2]
        if token.norm not in self.words.like_first_names or hit.first != hit.last or not token.text[:1].isupper():
            return False
        return (
            bool(behind) and behind[0].pos == "PROPN" and self._label_of(token) == "PERSON" == self._label_of(behind[0])
        )

    def _is_opposed(self, hit: Hit) -> bool:
        return hit.first > 1 and self._prefix(hit.first) in self.words.stances

    def _is_cheered(self, hit: Hit) -> bool:
        """*A Putin-supporting singer* is not Putin: whom people are said to back is none of them."""
        behind = self._tokens[hit.last + 1 : hit.last + 3]
        return len(behind) > 1 and behind[0].text in HYPHENS and behind[1].norm in self.words.cheering

    def _is_area_of_that_name(self, hit: Hit) -> bool:
        """*Bergen County* is no town in Norway: an area is often called like a town abroad."""
        behind = self._tokens[hit.last + 1] if hit.last + 1 < len(self._tokens) else None
        if behind is None or behind.norm not in self.words.namesake_areas:
            return False
        return behind.text[:1].isupper() and is_province(hit)

    def _is_part_of_a_name(self, phrase: Phrase, hit: Hit) -> bool:
        """*Real Madrid* is not Madrid: a place name with an unknown name right before it is part of that name."""
        entry = hit.terminal.entry
        if not isinstance(entry, ActorEntry) or hit.terminal.kind not in ("name", "capital"):
            return False
        if entry.kind not in ("country", "place"):
            return False
        before = hit.first - 1
        return before in phrase.tokens and before not in self.by_token and self._tokens[before].pos == "PROPN"

    def _entry_at(self, phrase: Phrase) -> ActorEntry | None:
        hit = self.by_token.get(phrase.head)
        entry = hit.terminal.entry if hit is not None else None
        return entry if isinstance(entry, ActorEntry) else None

    def _label(self, phrase: Phrase) -> str | None:
        return self._label_of(self._tokens[phrase.head])

    def _label_of(self, head: Token) -> str | None:
        over = (e.label for e in self.analysis.entities if e.start < head.end and head.start < e.end)
        return next(over, None)

    def is_person(self, mention: ActorMention) -> bool:
        """Whether the recogniser calls a mention of this sentence the name of a person; *the Osprey* is a thing."""
        if mention.head is None or self._label_of(self._tokens[mention.head]) != "PERSON":
            return False
        words = mention.text.split()
        return words[0] not in _BEFORE_THINGS or (len(words) > 1 and not words[1][:1].isupper())

    def _is_name(self, phrase: Phrase) -> bool:
        return self._tokens[phrase.head].pos == "PROPN"

    def _hits_in(self, tokens: tuple[int, ...] | range) -> Sequence[Hit]:
        found = self._found.get(tokens)
        if found is None:
            found = self._found[tokens] = self._look_in(tokens)
        return found

    def _look_in(self, tokens: tuple[int, ...] | range) -> Sequence[Hit]:
        by_token = self.by_token
        if by_token.keys().isdisjoint(tokens):
            return ()
        seen = {id(h): h for t in tokens if (h := by_token.get(t)) is not None}
        return list(seen.values()) if len(seen) < 2 else sorted(seen.values(), key=_first_of)

    def is_backer(self, hit: Hit) -> bool:
        """'Iran-backed', 'aligned with': the country is no part of the actor."""
        return self._stands_before(hit, self.words.not_backed)

    def is_only_backer(self, phrase: Phrase) -> bool:
        """Whether a phrase is no more than a country that stands behind others (*Iran-backed*): not told of itself."""
        hit = self.by_token.get(phrase.head) if self.words.backing else None
        return hit is not None and self._stands_before(hit, self.words.backing)

    def _stands_before(self, hit: Hit, words: frozenset[str]) -> bool:
        following = next((t for t in self._tokens[hit.last + 1 : hit.last + 3] if t.text not in HYPHENS), None)
        return following is not None and (following.norm in words or following.lemma in words)

    def _joined(self, end: int, start: int) -> bool:
        """Whether nothing but a conjunction or a comma stands between two offsets."""
        between = [t for t in self._tokens if end <= t.start and t.end <= start]
        return 0 < len(between) <= 2 and all(t.pos == "CCONJ" or t.text in (",", "،") for t in between)

    def all_hits(self) -> Sequence[Hit]:
        """The hits of the sentence in text order."""
        return self._hits_in(range(len(self._tokens)))

    def hits_of(self, phrase: Phrase) -> Sequence[Hit]:
        """The hits among a phrase's own words."""
        return self._hits_in(phrase.tokens)

    def span(self, tokens: Iterable[int]) -> tuple[int, int]:
        """Start of the first and end of the last of some tokens."""
        numbers = sorted(tokens)
        return self._tokens[numbers[0]].start, self._tokens[numbers[-1]].end

    def with_closing(self, start: int, end: int) -> int:
        """The end of a span, behind the parenthesis that closes one opened in it."""
        inside = [t.text for t in self._tokens if start <= t.start and t.end <= end]
        after = next((t for t in self._tokens if t.start >= end), None)
        closes = after is not None and after.text == ")" and inside.count("(") > inside.count(")")
        return after.end if closes and after is not None else end

    def text(self, start: int, end: int) -> str:
        """The words of the sentence between two offsets."""
        return self.analysis.sentence.between(start, end)

    def _entry_name(self, entry: ActorEntry) -> str | None:
        names = entry.names.get("en") or entry.names.get(self.index.lang) or entry.seats.get("en")  # type: ignore[call-overload]
        return names[0] if names else None

    def _accept(self, terminal: Terminal, first: int, last: int) -> bool:
        entry = terminal.entry
        if isinstance(entry, AgentEntry):
            return not self._is_attribute(terminal, first, last)
        if (entry.codes and not entry.is_listed_on(self.document.date)) or self._is_dateline(first, last):
            return False
        if first == last and (self._is_side_of(first) or self._is_surname(terminal, first)):
            return False
        if not entry.valid_on(self.document.date) or not self._is_written_as_name(terminal, first, last):
            return False
        unless, needs = entry.unless.get(self.index.lang), entry.needs.get(self.index.lang)  # type: ignore[call-overload]
        if unless is not None and self._in_context(unless, first, last):
            return False
        if needs is None or terminal.kind == "demonym" or (last > first and self._has_short_name(entry)):
            return True
        return self._in_context(needs, first, last)

    def _is_attribute(self, terminal: Terminal, first: int, last: int) -> bool:
        """Whether a noun for people is an adjective here: a *criminal* investigation, *minor* clashes."""
        token = self._tokens[first]
        if token.norm not in self.words.attributes or first != last or terminal.kind != "agent":
            return False
        return token.pos == "ADJ" and first + 1 < len(self._tokens) and self._tokens[first + 1].pos == "NOUN"

    def _is_side_of(self, at: int) -> bool:
        """``الغوطة الشرقية``: behind a noun with its article the name of a province is an adjective."""
        if self.index.lang == "en" or at == 0 or self._tokens[at].norm not in self.words.directions:
            return False
        before = self._tokens[at - 1]
        return before.pos in ("NOUN", "PROPN") and before.feats.get("def") == "yes"

    def _is_surname(self, terminal: Terminal, at: int) -> bool:
        """*A de Lima aide* is of nobody in Peru: the name of a place behind a particle that no name comes before."""
        named = terminal.kind in ("name", "capital")
        return named and is_behind_particle(self._tokens, at, self.words.particles)

    def _is_dateline(self, first: int, last: int) -> bool:
        """*WASHINGTON Ann Barlow met ...*: a place in capitals at the beginning of the text, before another name."""
        if first or self.analysis.sentence.index or self.index.lang != "en" or last + 1 >= len(self._tokens):
            return False
        words, after = [t.text for t in self._tokens[: last + 1]], self._tokens[last + 1]
        capitals = all(w.isupper() for w in words) and len(words[0]) > _ACRONYM
        return capitals and after.pos == "PROPN" and after.text[:1].isupper() and not after.text.isupper()

    def _has_short_name(self, entry: ActorEntry) -> bool:
        """Whether one of its names is a single word: then its condition is on that word and not on the full names."""
        every = (names.get(self.index.lang, ()) for names in (entry.names, entry.capital, entry.seats))  # type: ignore[call-overload]
        return any(len(self.index.normalise(name).split()) == 1 for names in every for name in names)

    def _is_written_as_name(self, terminal: Terminal, first: int, last: int) -> bool:
        """Names hold a capital where the script has them (*al-Shabaab*); short acronyms are all capitals."""
        words = [t.text for t in self._tokens[first : last + 1]]
        if terminal.acronym:
            return not any(c.islower() for c in words[0])
        return terminal.kind == "demonym" or any(w[:1].isalpha() and not w[:1].islower() for w in words)

    def _in_context(self, context: Context, first: int, last: int) -> bool:
        before = self._tokens[first - 1] if first else None
        after = self._tokens[last + 1] if last + 1 < len(self._tokens) else None
        return self._is_one_of(before, context.before) or self._is_one_of(after, context.after)

    def _is_one_of(self, token: Token | None, words: Sequence[str]) -> bool:
        return token is not None and any(self.index.normalise(w) in (token.norm, token.lemma) for w in words)

    def _is_definite(self, phrase: Phrase) -> bool:
        tokens = self._tokens
        if tokens[phrase.head].feats.get("def") == "yes":
            return True
        return any(tokens[t].lemma in _DEFINITE and tokens[t].pos == "DET" for t in phrase.tokens)
