"""Is an event noun reported, or only mentioned?

*An attack killed five*, *after the attack*, *the rebels launched an attack* report an attack; *the trial over the
attack*, *talks on attacks*, *any attack*, *terror attacks in general* only name one. Verbs assert by their form, nouns
by where they stand: a noun of violence or protest counts as reported with a support verb, as an argument of a verb that
happened, in a slot of time or cause, or as a headline. In Arabic, where most acts are told by nouns, this is the main
difficulty.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from coder.model import Analysis, Phrase, Predicate, Status

CONTENTIOUS_ROOTS = frozenset({"14", "17", "18", "19", "20"})
CIRCUMSTANCE_SLOTS = frozenset({"in", "by", "with", "في", "ب", "بسبب"})
_CORE = ("subject", "object")
_OUTCOME = frozenset({*_CORE, "complement", "عن", "الي", "ب", "في"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """The status that a noun's place gives it, and why; ``asserted`` has no reason."""

    status: Status = "asserted"
    reason: str | None = None


REPORTED = Verdict()
_GENERAL = Verdict("hypothetical", "named in general: no actor, number, place or time")
_RANKED = Verdict("past_reference", "ranked among others: spoken about, not told")
_UNGOVERNED = Verdict("hypothetical", "no headline, and nothing governs it")
_OPENING = ("«", "“", '"', ":", "-", "*", "ـ")
_KNOWN = Verdict("past_reference", "definite: taken up, not told")
IDENTIFYING = Verdict("past_reference", "a relative clause: says which one, not what happened")
_MODIFYING = ("relative", "attributive")
_INTO = ("into", "الي")
_SERIES_REACH = 4  # tokens between "series" and its acts: "a string of deadly attacks"
_HELD = (*_CORE, "of", "from", "out of")
_NESTED = 3  # noun phrases between a verb and an act that its object only names
_DURING = ("during", "خلال")


class GroundingWords:
    """The lists of words.yaml that tell reports from mere names, ready for look-up; made once for each language."""

    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        self.temporal = frozenset(words.get("reporting_slots", ())) - CIRCUMSTANCE_SLOTS
        self.occurrence_verbs = frozenset(words.get("occurrence_verbs", ()))
        self.claiming = frozenset(words.get("claim_words", ()))
        self.result_verbs = frozenset(words.get("result_verbs", ())) | self.occurrence_verbs
        self.casualty_verbs = frozenset(words.get("casualty_verbs", ()))
        self.indefinite = frozenset(words.get("any_words", ()))
        self.hypothetical = frozenset(words.get("hypothetical_nouns", ()))
        self.preventing = frozenset(words.get("preventing_verbs", ()))
        self.purpose = frozenset(words.get("purpose_slots", ()))
        self.recent = frozenset(words.get("recent_days", ()))
        self.cumulative = frozenset(words.get("cumulative_slots", ()))
        self.parts_of_day = frozenset(words.get("parts_of_day", ()))
        self.firsts = frozenset(words.get("firsts", ()))
        self.earlier = frozenset(words.get("earlier_adjectives", ()))
        self.presupposing = frozenset(words.get("presupposing_forms", ()))
        self.background = frozenset(words.get("background_clauses", ()))
        self.long_periods = frozenset(words.get("long_periods", ()))
        self.support_nouns = frozenset(words.get("support_nouns", ()))
        self.demonstrators = frozenset(words.get("set.demonstrators", ()))
        self.turning = frozenset(words.get("turning_verbs", ()))
        self.rallies = frozenset(words.get("set.demonstration", ()))
        self.parts = frozenset(words.get("parts_of_a_whole", ()))
        self.gathering = frozenset(words.get("gathering_verbs", ()))
        self.weapons = frozenset(words.get("set.missile", ()))
        self.wars = frozenset(words.get("wars", ()))
        self.charges = frozenset(words.get("charge_nouns", ()))
        self.pleading = frozenset(words.get("pleading_verbs", ()))
        self.accused = frozenset(words.get("accused_words", ()))
        self.angers = frozenset(words.get("anger_nouns", ()))
        self.called, self.announcing = (frozenset(words.get(n, ())) for n in ("called_verbs", "announcing_verbs"))
        self.deadly = frozenset(words.get("deadly_things", ()))
        self.ranks = frozenset(words.get("ranking_words", ()))
        self.talk_parts = frozenset(words.get("talk_parts", ()))
        self.visit_verbs = frozenset(words.get("visit_verbs", ()))
        self.judging = frozenset(words.get("judging_words", ()))
        self.series, self.contents = (frozenset(words.get(n, ())) for n in ("series_nouns", "content_nouns"))
        self.claimed_contents = frozenset(words.get("claim_nouns", ()))
        self.alleging, self.favouring = (frozenset(words.get(n, ())) for n in ("alleging_words", "favouring_verbs"))
        self.relatives = frozenset(words.get("standing_clauses", ()))
        self.naming_roots = words.get("naming_roots", ())
        self.told_roots = (*words.get("told_roots", ()), *words.get("told_dealings", ()))
        self.reflexives, self.insisting = (frozenset(words.get(n, ())) for n in ("reflexives", "insisting_verbs"))
        self.naming_nouns = self.hypothetical | frozenset(words.get("naming_nouns", ()))
        self.answering_slots, self.occasion_slots = (
            frozenset(words.get(n, ())) for n in ("answering_slots", "occasion_slots")
        )
        self.naming_slots, self.aims = (frozenset(words.get(n, ())) for n in ("naming_slots", "aim_slots"))
        self.topics, self.talk_slots = (frozenset(words.get(n, ())) for n in ("topic_slots", "talk_slots"))
        self.passing = frozenset(words.get("passing_slots", ()))
        self.telling_nouns = frozenset(words.get("telling_nouns", ())) | frozenset(words.get("transparent_nouns", ()))
        self.topic_verbs, self.talk_verbs = (frozenset(words.get(n, ())) for n in ("topic_verbs", "talk_verbs"))


class Grounding:
    """Where the event nouns of one sentence stand."""

    def __init__(self, analysis: Analysis, words: GroundingWords) -> None:
        self.analysis, self.words = analysis, words
        self.by_head = {p.head: p for p in analysis.predicates}
        self.reported: frozenset[int] = frozenset()  # heads that an attribution reports, set by the composer

    @cached_property
    def arguments(self) -> dict[int, list[tuple[Predicate, str]]]:
        """The predicates, with the slot, that each head is an argument of."""
        found: dict[int, list[tuple[Predicate, str]]] = {}
        for predicate in self.analysis.predicates:
            for slot, phrases in predicate.slots.items():
                for phrase in phrases:
                    if phrase.head != predicate.head:
                        found.setdefault(phrase.head, []).append((predicate, slot))
        return found

    @cached_property
    def phrases(self) -> dict[int, tuple[Phrase, str]]:
        """The phrase below which each head stands, and how."""
        found: dict[int, tuple[Phrase, str]] = {}
        for phrase in self.analysis.phrases:
            for inner in phrase.genitives:
                found.setdefault(inner.head, (phrase, "genitive"))
            for inner in phrase.appositions:
                found.setdefault(inner.head, (phrase, "apposition"))
            for slot, phrases in phrase.attached.items():
                for inner in phrases:
                    found.setdefault(inner.head, (phrase, slot))
        return found

    def verdict(self, predicate: Predicate, anchored: bool, has_actor: bool, placed: bool = False) -> Verdict:
        """What the place of an event noun says of it.

        ``anchored``: an actor, a number or a place goes with it; ``has_actor``: an actor or a number does;
        ``placed``: a place does.
        """
        if not has_actor and self.is_definite(predicate):
            return self._named_before(predicate)
        if (
            "definite" in self.words.presupposing
            and self.analysis.tokens[predicate.head].feats.get("definite") == "yes"
        ):
            return self._taken_up(predicate, placed)
        found = self._verdict(predicate.head, anchored, set())
        if found is REPORTED and "definite" in self.words.presupposing and not self._supported(predicate):
            return self._weighed(predicate, has_actor)
        return found

    def _weighed(self, predicate: Predicate, has_actor: bool) -> Verdict:
        """A bare act without actor or number must be what the clause is about; one that nothing governs, a headline."""
        if self._is_ranked(predicate.head):
            return _RANKED
        governors = self.arguments.get(predicate.head, ())
        if not has_actor:
            told = any(
                slot == "subject"
                or (slot == "object" and g.lemma in self.words.result_verbs and self._is_told_rally(predicate))
                or (slot in _INTO and g.lemma in self.words.turning)
                or (slot not in _CORE and g.lemma in self.words.casualty_verbs | self.words.occurrence_verbs)
                for g, slot in governors
            )
            return REPORTED if told or predicate.head <= 1 else _GENERAL
        below = predicate.head in self.phrases
        return REPORTED if governors or below or self._opens(predicate.head) else _UNGOVERNED

    def _is_told_rally(self, predicate: Predicate) -> bool:
        """Whether a demonstration that is witnessed or dispersed is told, not part of a description."""
        rally = predicate.lemma.split()[0] in self.words.rallies
        return rally and not any(g.clause in _MODIFYING for g, _ in self._above(predicate))

    def _opens(self, head: int) -> bool:
        """Whether the noun stands at the start of the sentence or of a quotation, or a number goes with it."""
        tokens = self.analysis.tokens
        before = tokens[head - 1].text if head else ""
        if before in _OPENING and head > 1 and tokens[head - 2].pos == "PRON":
            return False
        return head <= 2 or before in _OPENING or any(t.pos == "NUM" for t in tokens[head - 1 : head + 3])

    def _is_ranked(self, head: int) -> bool:
        """*The third attack within a week* speaks of attacks told before, unless a verb tells it."""
        ranked = head > 0 and self.analysis.tokens[head - 1].lemma in self.words.ranks
        return ranked and not any(g.kind == "verb" and g.tense == "past" for g, _ in self._outer(head))

    def recalls(self, predicate: Predicate) -> str | None:
        """Why a predicate tells no single recent act: a sum over a long period, or an earlier act; None if it may."""
        tokens = self.analysis.tokens
        if any(self._is_long(p, predicate.head) for s in self.words.cumulative for p in predicate.slots.get(s, ())):
            return "a sum since then"
        if any(self._lasts_long(g) for g in (predicate, *(g for g, _ in self._above(predicate)))):
            return "a sum over a long time"
        if any(self._is_war(p) for p in predicate.slots.get("في", ())):
            return "in a war that is known"
        if any(tokens[p.head].lemma in self.words.earlier for p in predicate.slots.get("modifier", ())):
            return "an earlier act"
        return None

    def _lasts_long(self, predicate: Predicate) -> bool:
        phrases = (p for s in _DURING for p in predicate.slots.get(s, ()))
        return any(self.analysis.tokens[p.head].lemma in self.words.long_periods for p in phrases)

    def _is_war(self, phrase: Phrase) -> bool:
        token = self.analysis.tokens[phrase.head]
        return token.lemma in self.words.wars and token.feats.get("definite") == "yes"

    def _is_long(self, since: Phrase, head: int) -> bool:
        """Whether *since* reaches back beyond these days, and does not say that this is the first act since then."""
        tokens = self.analysis.tokens
        near = any(
            tokens[i].norm in self.words.recent or tokens[i].lemma in self.words.parts_of_day for i in since.tokens
        )
        first = any(tokens[i].lemma in self.words.firsts for i in range(head, since.head))
        return not near and not first

    def topic_of(self, predicate: Predicate) -> str | None:
        """By which words an act noun is only spoken about (*talks over the release*, *discussed the withdrawal*)."""
        if not predicate.is_bare_noun:
            return None
        for governor, slot in self.arguments.get(predicate.head, ()):
            spoken = slot in self.words.talk_slots and not self.words.talk_verbs.isdisjoint(governor.lemma.split())
            weighed = slot == "object" and governor.lemma in self.words.topic_verbs
            if slot in self.words.topics or spoken or weighed:
                return f"{slot} of '{governor.lemma}'"
        phrase, slot = self.phrases.get(predicate.head, (None, ""))
        return f"under '{slot}'" if phrase is not None and slot in self.words.topics else None

    def is_taken_up(self, predicate: Predicate) -> bool:
        """Whether an act with an article is reported about, not reported (*was told of the attack*)."""
        article = self.analysis.tokens[predicate.head].feats.get("def") == "yes"
        return article and predicate.kind == "noun" and "definite" in self.words.presupposing

    def identifies(self, predicate: Predicate) -> bool:
        """Whether a predicate stands in a relative clause, or in what is said there: it tells which one is meant."""
        if "relative" not in self.words.presupposing:
            return False
        own = predicate.kind == "verb" and predicate.clause == "relative"
        return own or any(g.clause == "relative" for g, slot in self._above(predicate) if slot == "complement")

    def describes(self, predicate: Predicate, is_actor: Callable[[Phrase], bool], force: bool) -> bool:
        """Whether a predicate stands in a clause without pronoun that describes somebody (*two men who were taken*).

        Of an act such a clause tells more (*an attack that killed five*), and of those who use ``force`` what they did.
        """
        if "attributive" not in self.words.presupposing:
            return False
        if predicate.kind == "verb":
            return self._describes_actor(predicate, ("object",) if force else _CORE, is_actor)
        return any(self._describes_actor(g, _CORE, is_actor) for g, _ in self._above(predicate) if g.kind == "verb")

    def tells_which(self, predicate: Predicate, contentious: bool) -> bool:
        """Whether a relative clause without comma says which one is meant (*the squad that met him opened ...*).

        Acts of force and protest are often told so in the first sentences: of them only what hangs on a part of
        another noun counts (*the remains of soldiers killed there*), unless a number tells how many.
        """
        if predicate.kind != "verb" or predicate.clause not in self.words.relatives:
            return False
        if predicate.tense != "past":
            return contentious and predicate.tense is None and self._is_of_series(predicate)
        described = [p for s in _CORE for p in predicate.slots.get(s, ()) if p.head < predicate.head]
        described += [g for p in described for g in p.genitives]
        return any(self._is_part(p) if contentious else self._is_identified(p, predicate) for p in described)

    def known_of_plan(self, predicate: Predicate) -> bool:
        """Whether a relative clause tells of what a plan is about (*will return the bases it has seized*)."""
        if predicate.clause not in self.words.relatives or predicate.modality is not None:
            return False
        described = {p.head for s in _CORE for p in predicate.slots.get(s, ()) if p.head < predicate.head}
        above = (a for head in described for a in self.arguments.get(head, ()))
        return any(g.modality == "future" and slot == "object" and g.head < predicate.head for g, slot in above)

    def _is_identified(self, phrase: Phrase, clause: Predicate) -> bool:
        if any(t.text in (",", "-", "–", "—") for t in self.analysis.tokens[phrase.head : clause.head]):
            return False
        relation = self.phrases.get(phrase.head, (phrase, ""))[1]
        outer = (g for g, s in self.arguments.get(phrase.head, ()) if s in _CORE and g.kind == "verb")
        return relation == "apposition" or any(g.head > clause.head and g.clause != clause.clause for g in outer)

    def _is_part(self, phrase: Phrase) -> bool:
        numbered = any(self.analysis.tokens[t].pos == "NUM" for t in phrase.tokens)
        return not numbered and self.phrases.get(phrase.head, (phrase, ""))[1] == "genitive"

    def _is_of_series(self, clause: Predicate) -> bool:
        """*Responsible for a string of attacks targeting police*: acts in a row that no verb tells."""
        for phrase in clause.slots.get("subject", ()):
            around = self.analysis.tokens[max(phrase.head - _SERIES_REACH, 0) : phrase.head]
            governed = any(g is not clause for g, _ in self.arguments.get(phrase.head, ()))
            if phrase.head in self.by_head and not governed and any(t.lemma in self.words.series for t in around):
                return True
        return False

    def is_content(self, predicate: Predicate) -> bool:
        """Whether an act is what a condition consists of (*new conditions, including the lifting of the siege*)."""
        phrase, _ = self.phrases.get(predicate.head, (None, ""))
        if phrase is not None:
            return self.analysis.tokens[phrase.head].lemma in self.words.contents
        above = self.arguments.get(predicate.head, ())
        return any(
            g.kind == "noun" and slot == "complement" and g.lemma in self.words.claimed_contents for g, slot in above
        )

    def _describes_actor(self, clause: Predicate, slots: tuple[str, ...], is_actor: Callable[[Phrase], bool]) -> bool:
        if clause.clause != "attributive":
            return False
        described = [p for s in slots for p in clause.slots.get(s, ()) if p.head < clause.head]
        return any(p.head not in self.by_head and is_actor(p) for p in described)

    def _above(self, predicate: Predicate) -> Iterator[tuple[Predicate, str]]:
        """Everything that governs a predicate, near or far, with the slot; also over its support verb."""
        seen, queue = {predicate.head}, [predicate]
        while queue:
            below = queue.pop(0)
            found = list(self.arguments.get(below.head, ()))
            if below.support is not None and below.support in self.by_head:
                found.append((self.by_head[below.support], "support"))
            for governor, slot in found:
                if governor.head not in seen:
                    seen.add(governor.head)
                    queue.append(governor)
                    yield governor, slot

    def holder(self, predicate: Predicate) -> Predicate | None:
        """The verb of which a bare noun, or a phrase that holds it, is an argument: *back a package of sanctions*."""
        head = predicate.head
        for _ in range(_NESTED):
            verb = next((g for g, slot in self.arguments.get(head, ()) if g.kind == "verb" and slot in _HELD), None)
            if verb is not None or head not in self.phrases or self.is_definite(predicate):
                return verb
            head = self.phrases[head][0].head
        return None

    def in_background(self, predicate: Predicate) -> bool:
        """Whether a verb stands in a clause of time that takes its act as known (*after gunmen kidnapped ...*)."""
        told = predicate.kind == "verb" or (predicate.support is not None and not self.words.presupposing)
        return told and predicate.clause in self.words.background

    def _is_known_weapon(self, phrase: Phrase) -> bool:
        """*The missile was fired from a plane* tells more of one that was told of."""
        head = self.analysis.tokens[phrase.head]
        return head.lemma in self.words.weapons and head.feats.get("def") == "yes"

    def teller(self, act: Predicate) -> Predicate:
        """The predicate that tells an act: itself, or the support verb of a noun (*launched an attack*)."""
        return act if act.support is None else self.by_head.get(act.support, act)

    def new_demonstrators(self, phrase: Phrase) -> bool:
        """Whether the phrase names several demonstrators who are not known yet (*a thousand demonstrators*)."""
        head = self.analysis.tokens[phrase.head]
        several = head.feats.get("num") == "p" or phrase.tokens[0] != phrase.head
        return head.lemma in self.words.demonstrators and several and not self.known_demonstrators(phrase)

    def known_demonstrators(self, phrase: Phrase) -> bool:
        """Whether they have the article and no number (*the demonstrators*, *some of them*; a thousand are new)."""
        head = self.analysis.tokens[phrase.head]
        definite = head.lemma in self.words.demonstrators and head.feats.get("def") == "yes"
        before = self.analysis.tokens[phrase.tokens[0]]
        return definite and (before is head or before.lemma in self.words.parts or before.norm in self.words.parts)

    def is_imperfect(self, predicate: Predicate) -> bool:
        """Whether the verb has the form of what goes on, also behind an auxiliary of the past (*were chanting*)."""
        return self.analysis.tokens[predicate.head].feats.get("asp") == "i"

    def gathers(self, predicate: Predicate) -> bool:
        """Whether a verb tells the demonstration itself."""
        return predicate.lemma in self.words.gathering

    def of_known(self, predicate: Predicate) -> bool:
        """Whether what suffered it is known: a pronoun at the verb (*they shot him*), the missile that was fired."""
        if "pronoun" not in self.words.presupposing or predicate.kind != "verb":
            return False
        objects = predicate.slots.get("object", ())
        if predicate.voice == "passive" and any(self._is_known_weapon(p) for p in objects):
            return True
        return bool(objects) and all(p.kind == "pronoun" and p.head == predicate.head + 1 for p in objects)

    def _taken_up(self, predicate: Predicate, placed: bool) -> Verdict:
        """A definite act counts where its result or occurrence is told, and as a headline."""
        situated = (placed or self._is_dated(predicate.head)) and not self._told_in_relative(predicate)
        told = any(
            (
                g.lemma in self.words.result_verbs
                and slot in (_CORE if g.lemma in self.words.occurrence_verbs else _OUTCOME)
            )
            or (slot in CIRCUMSTANCE_SLOTS and g.lemma in self.words.casualty_verbs)
            or (slot in self.words.temporal and situated)
            for g, slot in self.arguments.get(predicate.head, ())
            if self._tells(g)
        )
        headline = predicate.head <= 1 and not self.arguments.get(predicate.head)
        return REPORTED if told or headline or self._supported(predicate) else _KNOWN

    def _tells(self, governor: Predicate) -> bool:
        """Whether a governor is itself told as a fact."""
        if governor.negated or governor.modality is not None or self.identifies(governor):
            return False
        return not self._is_general(governor)

    def _is_general(self, governor: Predicate) -> bool:
        """A result in the present tense below another clause: what such acts lead to."""
        present = "present" in self.words.presupposing and governor.tense == "present"
        return present and governor.clause is not None

    def _is_dated(self, head: int) -> bool:
        """Whether a recent day is named behind the noun, before the next verb."""
        tokens = self.analysis.tokens
        for i in range(head + 1, len(tokens)):
            if tokens[i].pos in ("VERB", "AUX", "SCONJ"):
                return False
            if tokens[i].norm in self.words.recent or f"{tokens[i - 1].norm} {tokens[i].norm}" in self.words.recent:
                return True
        return False

    def _supported(self, predicate: Predicate) -> bool:
        """Whether a support verb tells the act; one in a relative clause only describes it."""
        if predicate.support is None:
            return False
        support = self.by_head.get(predicate.support)
        return "relative" not in self.words.presupposing or support is None or support.clause not in _MODIFYING

    def _told_in_relative(self, predicate: Predicate) -> bool:
        """Whether a support verb in a relative clause describes the act (*after the attack that rebels launched*)."""
        return predicate.support is not None and not self._supported(predicate)

    def _named_before(self, predicate: Predicate) -> Verdict:
        """*The attack* takes up what was told before, unless it is now told when or where it happened."""
        happened = any(
            g.lemma in self.words.occurrence_verbs and slot in _CORE and not self.identifies(g)
            for g, slot in self.arguments.get(predicate.head, ())
        )
        told = happened or self._supported(predicate)
        return REPORTED if told else Verdict("past_reference", "definite and bare: named before")

    def is_definite(self, predicate: Predicate) -> bool:
        """Whether an act noun has an article or pronoun that takes it as known."""
        tokens = self.analysis.tokens
        if tokens[predicate.head].feats.get("def") == "yes":
            return True
        return any(tokens[i].lemma in ("the", "this", "that", "these", "those") for i in self._before(predicate.head))

    def _before(self, head: int) -> range:
        return range(max(0, head - 2), head)

    def _verdict(self, head: int, anchored: bool, seen: set[int]) -> Verdict:
        if head in seen:
            return REPORTED
        seen.add(head)
        predicate = self.by_head.get(head)
        if head in self.reported:
            return REPORTED
        if self.is_any(head):
            return Verdict("hypothetical", "any such event, not a certain one")
        if predicate is not None and self._supported(predicate):
            return REPORTED
        found = [self._argument(governor, slot, anchored, seen) for governor, slot in self._outer(head)]
        if head in self.phrases and not any(v is REPORTED for v in found):
            found.append(self._below(*self.phrases[head], anchored, seen))
        if any(v is REPORTED for v in found):
            return REPORTED
        if not anchored:
            return _GENERAL
        if not found and self.words.presupposing and len(seen) > 1 and not self._opens(head):
            return _UNGOVERNED
        return found[0] if found else REPORTED  # no governor: a headline, or a structure that was not found

    def _outer(self, head: int) -> list[tuple[Predicate, str]]:
        """What governs a noun; a clause behind it that describes it only where nothing else does."""
        governors = self.arguments.get(head, [])
        outer = [(g, s) for g, s in governors if not (g.clause in _MODIFYING and g.head > head)]
        return outer if outer and self.words.presupposing else governors

    def _argument(self, governor: Predicate, slot: str, anchored: bool, seen: set[int]) -> Verdict:
        if governor.kind == "noun":
            return self._under_noun(governor, slot, anchored, seen)
        if self.identifies(governor):
            return IDENTIFYING
        act = self._described_act(governor)
        if act is not None and act not in seen:
            return self._verdict(act, True, seen)
        if slot in self.words.temporal:
            return self._scene(governor, slot)
        if slot in CIRCUMSTANCE_SLOTS:
            told = governor.lemma in self.words.casualty_verbs or governor.lemma in self.words.result_verbs
            return REPORTED if told else Verdict("past_reference", f"only mentioned: {slot} of '{governor.lemma}'")
        if slot in _INTO and governor.lemma in self.words.turning and self._tells(governor):
            return REPORTED
        if slot in self.words.purpose:
            return Verdict("hypothetical", f"a purpose: under '{slot}'")
        unreal = self._unreal(governor)
        if unreal is not None:
            return unreal
        if governor.lemma in self.words.result_verbs or self._is_claimed(governor, slot):
            return REPORTED
        if slot == "subject" or (slot == "object" and governor.voice == "passive"):
            return REPORTED if anchored else _GENERAL
        return Verdict("past_reference", f"only mentioned: {slot} of '{governor.lemma}'")

    def _is_claimed(self, governor: Predicate, slot: str) -> bool:
        """Whether somebody takes the act upon himself (``تبنى تفجيرا``, ``أعلن مسؤوليته عن هجوم``)."""
        objects = (self.analysis.tokens[p.head].lemma for p in governor.slots.get("object", ()))
        return (slot == "object" and governor.lemma in self.words.claiming) or (
            slot == "عن" and any(lemma in self.words.claiming for lemma in objects)
        )

    def _scene(self, governor: Predicate, slot: str) -> Verdict:
        """An act beside a verb in time or cause is told with it; beside one that only may be, or that comments, not."""
        if self.words.presupposing and governor.modality in ("possible", "conditional"):
            return Verdict("hypothetical", f"'{governor.lemma}' is {governor.modality}")
        comments = slot in _DURING and governor.tense == "present" and governor.kind == "verb"
        if comments and "present" in self.words.presupposing:
            return Verdict("past_reference", f"beside the present of '{governor.lemma}': commented, not told")
        return REPORTED

    def _unreal(self, governor: Predicate) -> Verdict | None:
        """What negation, modality and present tense of a verb say of its arguments."""
        if governor.negated:
            return Verdict("negated", f"'{governor.lemma}' is negated")
        if governor.modality is not None:
            return Verdict("hypothetical", f"'{governor.lemma}' is {governor.modality}")
        if self._is_general(governor):
            return Verdict("hypothetical", f"present tense: '{governor.lemma}'")
        return None

    def _described_act(self, clause: Predicate) -> int | None:
        """The act of which a clause without pronoun tells more (*an attack that killed five*)."""
        if clause.clause != "attributive" or not self.words.presupposing:
            return None
        described = [p.head for s in _CORE for p in clause.slots.get(s, ()) if p.head < clause.head]
        return next((h for h in described if h in self.by_head), None)

    def _under_noun(self, governor: Predicate, slot: str, anchored: bool, seen: set[int]) -> Verdict:
        if slot in self.words.temporal:
            return REPORTED
        if slot in CIRCUMSTANCE_SLOTS and governor.lemma in self.words.casualty_verbs:
            return self._circumstance_of(governor, seen) if self.words.presupposing else REPORTED
        if slot in _CORE or slot == "genitive":
            return self._verdict(governor.head, anchored, seen)
        return Verdict("past_reference", f"only mentioned: {slot} of '{governor.lemma}'")

    def _circumstance_of(self, deaths: Predicate, seen: set[int]) -> Verdict:
        """An act in which people died is told where their death is."""
        known = self.analysis.tokens[deaths.head].feats.get("definite") == "yes" and deaths.head not in self.reported
        return self._taken_up(deaths, placed=False) if known else self._verdict(deaths.head, True, seen)

    def _below(self, phrase: Phrase, relation: str, anchored: bool, seen: set[int]) -> Verdict:
        if relation in self.words.temporal:
            return REPORTED
        governor = self.by_head.get(phrase.head)
        if governor is not None and relation != "apposition":
            return self._under_noun(governor, relation, anchored, seen)
        if relation == "apposition":
            return self._verdict(phrase.head, anchored, seen)
        word = self.analysis.tokens[phrase.head]
        if word.lemma in self.words.support_nouns and relation in ("genitive", "ل"):
            return self._verdict(phrase.head, anchored, seen)
        if word.lemma in self.words.hypothetical:
            return Verdict("hypothetical", f"under '{word.text}'")
        return Verdict("past_reference", f"only mentioned: under '{word.text}'")

    def is_any(self, head: int) -> bool:
        """Whether the word before says that no certain act is meant (*any attack*)."""
        tokens = self.analysis.tokens
        return any(
            tokens[i].lemma in self.words.indefinite or tokens[i].norm in self.words.indefinite
            for i in (head - 1, head - 2)
            if i >= 0
        )
