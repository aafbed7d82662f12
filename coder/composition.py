"""From matches to codings: composition, attribution and status.

A coding is an act with its code, the phrases of its actors and its status, before it is split into dyads. Operators
compose codes (threaten + attack), attribution is transparent, and all that governs a predicate has a say in its status.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from coder.actors.codes import BLOCK, UNKNOWN, Resolve, codes_of
from coder.acts.answered import answered
from coder.acts.asked import composed, finer, held, requested
from coder.acts.background import STATE, Background
from coder.acts.called import is_announced, only_called
from coder.acts.charged import charge_over
from coder.acts.consultations import as_consulted
from coder.acts.doers import Doers
from coder.acts.grounding import CONTENTIOUS_ROOTS, IDENTIFYING, Grounding
from coder.acts.held_responsible import HeldResponsible, heard_in_court
from coder.acts.incidents import FORCE_ROOTS, Coding, most_exact, results
from coder.acts.introduced import goes_on, is_introduced
from coder.acts.lasting import of_other_days
from coder.acts.meant import is_forsworn, is_known_deal, meant, partners
from coder.acts.mentioned import Mentioned, is_claimed, is_judged
from coder.acts.one_protest import one_protest
from coder.acts.parties import Parties
from coder.acts.plans import FUTURE, NEGATED, Plans, is_prevented
from coder.acts.same_deed import told_once
from coder.acts.scenes import with_scene
from coder.acts.speech import declined, is_alternative, obligations, spoken_acts
from coder.acts.status import StatusVerdict
from coder.acts.supposed import supposed
from coder.acts.told import only_named
from coder.acts.undated import out_of_time
from coder.acts.unreal_force import unreal_force
from coder.acts.verbal_attacks import in_words
from coder.acts.wanted import describes_by_passive, describes_wanted, not_so
from coder.matcher import EventMatch, SentenceMatcher
from coder.model import Phrase, Predicate, Status
from coder.ontology import Composition, Ontology

STATUS_OPERATORS = frozenset({"attribution", "denied", "hypothetical", "planned", "negated", "transparent"})
_UNREALISED = "an infinitive that nothing in the dictionaries governs"
_ENDING, _OPINIONS = ("11", "12", "16"), ("condemn", "praise")
_UNREALISED_CLAUSES = ("infinitive", "purpose", "including", "without", "than")
_SIGNED, _WISHED = "057", ("02", "03", "10")
_ASKING, _RALLY = ("02", "10"), "141"
_ASKED, _RELEASE, _CAPTURES = ("demand", "appeal"), "084", ("173", "181")
_ASKING_RELEASE = ("0253", "1053")
_CORE = ("object", "subject")
_DESCRIBING, _MANNER = ("relative", "attributive", "participle", "complement"), ("by", "participle", "purpose")


@dataclass(slots=True)
class Composer:
    """Codes the predicates of one sentence."""

    matcher: SentenceMatcher
    ontology: Ontology
    resolve: Resolve
    grounding: Grounding
    background: Background
    attribution_slots: frozenset[str] = frozenset()
    anchor_slots: frozenset[str] = frozenset()
    casualty_words: frozenset[str] = frozenset()
    past_reports: bool = False
    _coded: dict[int, tuple[Coding, ...]] = field(default_factory=dict)
    _governors: dict[int, list[EventMatch]] = field(default_factory=dict)

    def codings(self) -> list[Coding]:
        """Every act of the sentence with its status, in text order."""
        matches = self.matcher.matches()
        out = list(self._acts(matches)) if any(m.pattern.code is not None for m in matches) else []
        out.extend(obligations(matches, self.matcher, self.ontology, self.resolve, self.background.has_story))
        out.extend(declined(matches, self.matcher, self.resolve))
        if not out:
            return []
        parties = Parties(self.matcher, self.resolve, self.matcher.dictionary.words)
        sided = Doers(parties).completed(parties.completed(out))
        told = spoken_acts([in_words(c, self.matcher, self.resolve) for c in sided], _UNREALISED)
        told = as_consulted(told, self.grounding, self._known)
        led_to = results(self.matcher.analysis, self.grounding.words.result_verbs)
        acts = told_once(told, self.casualty_words, led_to, self.resolve, self._known, parties.named)
        acts = [with_scene(c, self.matcher, self.resolve) for c in acts]
        acts = HeldResponsible(self.matcher, self.ontology, self.resolve).accused(acts)
        analysis, words = self.matcher.analysis, self.matcher.dictionary.words
        return one_protest(acts, self._known, analysis.tokens, words.get("slogans", ()), _UNREALISED)

    def _acts(self, matches: Sequence[EventMatch]) -> Iterator[Coding]:
        """The acts of the matches, each by itself."""
        for match in matches:
            for inner in match.embedded or self._unread(match):
                self._governors.setdefault(inner.head, []).append(match)
        told = ("attribution", "transparent")
        self.grounding.reported = frozenset(
            h
            for h, found in self._governors.items()
            if any(m.pattern.operator in told and not self._predicated(m, h) for m in found)
        )
        for match in matches:
            if match.pattern.operator not in STATUS_OPERATORS or not match.embedded:
                yield from map(self._finished, self._code(match))

    def _unread(self, match: EventMatch) -> Iterator[Predicate]:
        """Verbs without an entry of which somebody is accused (*accused of foiling the deal by killing a mediator*)."""
        for path in match.pattern.embedded if match.pattern.operator == "accuse" else ():
            for phrase in self.matcher.slot(match.predicate, path):
                inner = self.matcher.by_head.get(phrase.head)
                if inner is not None and inner.kind == "verb" and inner is not match.predicate:
                    yield inner

    def _predicated(self, governor: EventMatch, head: int) -> bool:
        """Whether what is said has the noun for its topic (*said that kidnapping is a crime*): not told."""
        complements = governor.predicate.slots.get("complement", ())
        inner = self.matcher.by_head.get(head)
        nominal = self.past_reports and inner is not None and inner.kind == "noun"
        return nominal and any(p.head == head for p in complements)

    # ------------------------------------------------------------------ codes

    def _code(self, match: EventMatch) -> tuple[Coding, ...]:
        """The codings of a match; those of a transparent operator are its embedded event's."""
        head = match.predicate.head
        if head not in self._coded:
            self._coded[head] = ()
            self._coded[head] = tuple(self._coded_by(match))
        return self._coded[head]

    def _coded_by(self, match: EventMatch) -> Iterator[Coding]:
        pattern = match.pattern
        inner = [c for p in match.embedded if (m := self.matcher.match(p)) is not None for c in self._code(m)]
        if not inner or pattern.operator is None:
            if pattern.code is not None:
                code = finer(pattern.code, match, self.matcher, self.ontology)
                yield self._of_demonstrators(Coding(match, code, match.sources, match.targets))
        elif pattern.operator in STATUS_OPERATORS:
            for coding in inner:
                inherits = pattern.operator == "transparent" and not self._known(coding.sources)
                yield replace(coding, sources=match.sources) if inherits else coding
        else:
            yield from most_exact(list(self._composed(match, pattern.operator, inner)))

    def _composed(self, match: EventMatch, operator: str, inner: Iterable[Coding]) -> Iterator[Coding]:
        seen: set[str] = set()
        for coding in inner:
            composition = composed(meant(operator, coding), match, coding, self.matcher, self.ontology)
            if composition.code is None or composition.code in seen:
                continue
            sources = match.sources
            if not self._known(sources) and composition.source == "embedded_source":
                sources = coding.sources
            others = composition.own_act and not self._own_act(sources, coding)
            if others or is_forsworn(operator, coding, composition.code):
                continue
            seen.add(composition.code)
            addressed = self._addressed(operator, match, coding, sources)
            asked = addressed if self._known(addressed) else ()
            code = requested(operator, composition.code, coding, asked, self.ontology)
            sides = sources, asked or self._side(composition, coding, sources)
            yield self._of_demonstrators(Coding(match, code, *sides, embedded=(coding,)))

    def _addressed(
        self, operator: str, match: EventMatch, coding: Coding, sources: tuple[Phrase, ...]
    ) -> tuple[Phrase, ...]:
        """Of whom a release is asked: of the captors that the sentence names, never of one's own people held."""
        if operator not in _ASKED or not coding.code.startswith(_RELEASE):
            return match.targets
        heads = {p.head for p in held(coding)}
        captors = tuple(p for q in self.matcher.analysis.predicates for p in self._captors(q, coding))
        if self._known(captors):
            return captors
        own = self._frees_own(coding, sources)
        return tuple(p for p in match.targets if not own or heads.isdisjoint(p.tokens))

    def _frees_own(self, release: Coding, sources: tuple[Phrase, ...]) -> bool:
        asking, freed = (
            {m.code[:BLOCK] for p in phrases if (m := self.resolve(p)) is not None}
            for phrases in (sources, held(release))
        )
        return bool((asking - {UNKNOWN}) & freed)

    def _captors(self, predicate: Predicate, release: Coding) -> Iterator[Phrase]:
        """Who holds those whose release is spoken of: *soldiers held by rebels*, *taken hostage by rebels*."""
        inner = self.matcher.match(predicate) if predicate.clause in _DESCRIBING else None
        if inner is None or (inner.pattern.code or "")[:3] not in _CAPTURES:
            return
        asked = {release.predicate.head, *(p.head for p in held(release))}
        if asked & {p.head for s in _CORE for p in predicate.slots.get(s, ())}:
            agents = predicate.slots.get("by") or predicate.slots.get("subject", ())
            yield from (p for p in agents if p.head not in asked)

    def _of_demonstrators(self, coding: Coding) -> Coding:
        """What demonstrators not known yet ask for tells their protest (CAMEO 141), no demand between actors."""
        asks = self.ontology.root(coding.code) in _ASKING
        if not asks or not any(self.grounding.new_demonstrators(p) for p in coding.sources):
            return coding
        targets = self.matcher.protested(coding.predicate, coding.sources, coding.match.targets)
        return replace(coding, code=_RALLY, targets=targets)

    def _side(self, composition: Composition, coding: Coding, sources: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
        own = codes_of(sources, self.resolve)
        asks_release = composition.code in _ASKING_RELEASE and coding.code.startswith(_RELEASE)
        if asks_release and self._frees_own(coding, sources):
            return ()
        if coding.match.pattern.reciprocal:
            return partners(coding, own, self.resolve)
        for side in composition.target:
            phrases = coding.targets if side == "embedded_target" else coding.sources
            others = tuple(p for p in phrases if (m := self.resolve(p)) is not None and m.code not in own)
            if others:
                return others
        return ()

    def _own_act(self, sources: tuple[Phrase, ...], coding: Coding) -> bool:
        own = codes_of(sources, self.resolve)
        acting = codes_of(coding.sources, self.resolve)
        return not acting or bool(own & acting) or any(p in coding.sources for p in sources)

    def _known(self, phrases: tuple[Phrase, ...]) -> bool:
        return any(self.resolve(p) is not None for p in phrases)

    # ------------------------------------------------------------------ status

    def _finished(self, coding: Coding) -> Coding:
        """The coding with its status by its own words and by everything that governs it; plans become intentions."""
        verdict = StatusVerdict()
        speakers = self._own_speakers(coding.predicate)
        self._own_status(coding.predicate, verdict)
        self._grounded(coding, verdict)
        chain = list(self._chain(coding.predicate))
        for governor in chain:
            speaking = self._govern(governor, coding, verdict)
            speakers = speakers or speaking
            if governor.pattern.operator == "transparent" and not self._known(coding.sources):
                coding = replace(coding, sources=governor.sources)
        if speakers:
            coding = replace(coding, speakers=speakers)
        self._behind_the_news(coding, bool(speakers), verdict)
        verdict.weigh(supposed(coding.predicate, self.grounding))
        heard_in_court(coding, verdict, self.background, self.resolve)
        if verdict.status == "asserted":
            verdict.suppose(only_named(coding, self.grounding, self.background, self._governors))
        finished = replace(coding, status=verdict.status, reason=verdict.reason)
        if coding.match.pattern.word_order:
            return finished  # an imported code stays as written
        if finished.status == "planned" and any(g.pattern.operator == "threaten" for g in chain):
            return finished  # the threat tells it
        return Plans(self.matcher, self.ontology, self.resolve).settled(finished)

    def _own_status(self, predicate: Predicate, verdict: StatusVerdict) -> None:
        if predicate.negated or is_prevented(predicate, self.grounding):
            verdict.add("negated", NEGATED)
        if predicate.modality == "future":
            verdict.add("planned", FUTURE)
        elif predicate.modality is not None:
            verdict.add("hypothetical", f"modality: {predicate.modality}")
        elif (charge := charge_over(predicate, self.grounding, self.matcher.match)) is not None:
            verdict.add("alleged", f"a charge: under '{charge}'")
        elif (above := self._unread_governor(predicate)) is not None:
            verdict.add("negated" if above.negated else "hypothetical", f"governed by '{above.lemma}'")
        elif (above := self._modal_manner(predicate)) is not None:
            status: Status = "planned" if above.modality == "future" else "hypothetical"
            verdict.add(status, f"done while '{above.lemma}' is {above.modality}")
        elif (reason := not_so(predicate, self.grounding.teller(predicate), self.background)) is not None:
            verdict.add("hypothetical", reason)
        elif is_alternative(self.grounding.teller(predicate), self.matcher):
            verdict.add("hypothetical", "what follows if a demand is not met")
        elif self._is_habitual(predicate):
            verdict.add("hypothetical", "present tense: a habit or an aim, not a deed")
        elif self._is_unrealised(predicate):
            verdict.add("hypothetical", _UNREALISED)
        elif predicate.head not in self._governors and self._is_content(predicate):
            verdict.add("hypothetical", "the content of a condition, demand or claim")

    def _is_content(self, predicate: Predicate) -> bool:
        return self.grounding.is_content(predicate) or is_claimed(predicate, self.grounding)

    def _grounded(self, coding: Coding, verdict: StatusVerdict) -> None:
        """Nouns of violence and protest count only where they report; under an operator, the operator decides."""
        predicate = coding.predicate
        if self.ontology.root(coding.code) not in CONTENTIOUS_ROOTS:
            self._only_named(coding, verdict)
            return
        protest = self.ontology.root(coding.code) == "14"
        if self.grounding.identifies(predicate) and not (
            protest and is_introduced(coding, self.grounding, self.matcher.match)
        ):
            verdict.add(IDENTIFYING.status, IDENTIFYING.reason or "")
        force = self.ontology.root(coding.code) in FORCE_ROOTS
        if protest and goes_on(coding, self.matcher, self.grounding, self._known(coding.targets)):
            verdict.add("past_reference", "demonstrators with the article: goes on with a protest told before")
        if self._describes(predicate, force):
            verdict.add("past_reference", "a clause that describes an actor: says which one, not what happened")
        if self.grounding.in_background(predicate):
            verdict.add("past_reference", f"in a clause of time: '{predicate.clause}'")
        if force and self.grounding.of_known(predicate):
            verdict.add("past_reference", "who suffered it is a pronoun: told before")
        if force and (reason := self.grounding.recalls(predicate)) is not None:
            verdict.add("past_reference", reason)
        if force and self.past_reports and self._names_nobody(coding):
            verdict.add("hypothetical", "nobody is named who suffered it")
        for status, reason in unreal_force(coding, self.matcher, self.resolve, self.grounding, self.background):
            verdict.add(status, reason)
        if predicate.kind == "noun":
            self._grounded_noun(coding, verdict)

    def _grounded_noun(self, coding: Coding, verdict: StatusVerdict) -> None:
        predicate = coding.predicate
        if is_announced(predicate, coding.code, self.grounding):
            verdict.add("planned", FUTURE)
        if coding.embedded or any(self._decides(g, coding) for g in self._governors.get(predicate.head, ())):
            return
        has_actor = self._known(coding.sources) or self._known(coding.targets) or self._is_numbered(predicate)
        placed = any(slot in predicate.slots for slot in self.anchor_slots)
        if (named := only_called(predicate, self.grounding)) is not None:
            verdict.add("past_reference", named)
        found = self.grounding.verdict(predicate, has_actor or placed, has_actor, placed)
        if found.reason is not None:
            verdict.add(found.status, found.reason)

    def _behind_the_news(self, coding: Coding, reported: bool, verdict: StatusVerdict) -> None:
        reasons = (self.background.reason(p, told) for p, told in self._told_with(coding, reported))
        reason = next(filter(None, reasons), None) or of_other_days(coding.predicate, coding.code, self.background)
        if reason is None and self._identifies(coding):
            reason = "a relative clause of a subject: says which one, not what happened"
        signed = coding.predicate.slots.get("object", ()) if coding.code == _SIGNED else ()
        if any(map(self.background.is_named_by_year, signed)):
            reason = "the agreement bears its year: signed before"
        verdict.weigh(out_of_time(coding, self.grounding, self.background))
        if reason is not None:
            verdict.add("past_reference", reason)
        elif self._is_standing(coding) or self._is_state(coding):
            verdict.add("past_reference", STATE)

    def _told_with(self, coding: Coding, reported: bool) -> Iterator[tuple[Predicate, bool]]:
        """The predicates whose time is that of a coding: itself, what it begins with, the clause it describes."""
        yield coding.predicate, reported
        for governor in self._chain(coding.predicate):
            if governor.pattern.operator == "transparent":
                yield governor.predicate, reported
        for act, slot in self.grounding.arguments.get(coding.predicate.head, ()):
            begun = slot == "participle" and act.head < coding.predicate.head
            if begun or (slot == "subject" and coding.predicate.kind == "noun" and act.kind == "verb"):
                yield act, reported
        relative = next((p for p in self._clauses_of(coding.predicate) if p.clause == "relative"), None)
        if relative is not None:
            before = [p for p in self.matcher.analysis.predicates if p.kind == "verb" and p.head < relative.head]
            main = [p for p in before if p.clause != "relative"]
            if main:
                yield max(main, key=lambda p: p.head), True

    def _clauses_of(self, predicate: Predicate) -> Iterator[Predicate]:
        yield predicate
        yield from (g for g, _ in self.grounding.arguments.get(predicate.head, ()) if g.head < predicate.head)

    def _identifies(self, coding: Coding) -> bool:
        contentious = self.ontology.root(coding.code) in CONTENTIOUS_ROOTS
        if contentious and self.grounding.known_of_plan(coding.predicate):
            return True
        return self.background.has_story and self.grounding.tells_which(coding.predicate, contentious)

    def _is_standing(self, coding: Coding) -> bool:
        declared = bool(coding.speakers) and Plans(self.matcher, self.ontology, self.resolve).authors(coding)
        return self.background.is_standing(coding.predicate) and self._known(coding.targets) and not declared

    def _is_state(self, coding: Coding) -> bool:
        """Whether the act, or a clause that it is said in, is a state (*areas where rebels say they surrender*)."""
        contentious = self.ontology.root(coding.code) in CONTENTIOUS_ROOTS
        above = [g.predicate for g in self._chain(coding.predicate) if g.predicate.clause is not None]
        above += [g for g, slot in self.grounding.arguments.get(coding.predicate.head, ()) if slot == "participle"]
        states = (self.background.is_state(p, contentious=False) for p in above)
        own = self.background.is_state(coding.predicate, contentious) or self.background.tells_state(coding.predicate)
        return own or any(states) or self.background.names_dealings(coding.predicate, coding.code, self._governors)

    def _describes(self, predicate: Predicate, force: bool) -> bool:
        if self.grounding.gathers(predicate) and any(
            map(self.grounding.new_demonstrators, predicate.slots.get("subject", ()))
        ):
            return False  # *fifty demonstrators who gathered* is how they are introduced
        asked = self._describes_asked(predicate) or describes_wanted(predicate, self.matcher, self.background)
        return asked or self.grounding.describes(predicate, self._is_actor, force)

    def _describes_asked(self, predicate: Predicate) -> bool:
        """*Asked for the release of the hostages taken in May*, *for the bodies of soldiers killed in Mali*."""
        if predicate.kind != "verb" or predicate.clause not in _DESCRIBING:
            return False
        described = {p.head for s in _CORE for p in predicate.slots.get(s, ())}
        asking = (m for m in self.matcher.matches() if m.pattern.operator in _ASKED)
        inner = (c for m in asking for p in m.embedded for c in self._coded.get(p.head, ()))
        return any(
            described & {c.predicate.head, *(p.head for p in held(c))} for c in inner if c.code.startswith(_RELEASE)
        )

    def _is_actor(self, phrase: Phrase) -> bool:
        return self.resolve(phrase) is not None

    def _names_nobody(self, coding: Coding) -> bool:
        """A passive whose patient is only a pronoun that refers to no actor, or is left out."""
        predicate = coding.predicate
        if predicate.voice != "passive" or self._known(coding.sources) or self._known(coding.targets):
            return False
        return all(p.kind == "pronoun" for p in predicate.slots.get("object", ()))

    def _decides(self, governor: EventMatch, coding: Coding) -> bool:
        """Whether an operator settles the status of what it embeds; a condemned attack may still be only mentioned."""
        operator = governor.pattern.operator or ""
        taken_up = self.grounding.is_taken_up(coding.predicate)
        if taken_up and operator in ("attribution", "transparent") and not self._supports(governor, coding):
            return False
        both = self._known(coding.sources) and self._known(coding.targets)
        if operator == "attribution" and not both and self._predicated(governor, coding.predicate.head):
            return False
        if operator in STATUS_OPERATORS:
            return True
        return self.ontology.composition(operator, coding.code).status != "asserted" if operator else False

    def _supports(self, governor: EventMatch, coding: Coding) -> bool:
        return coding.predicate.support == governor.predicate.head

    def _is_numbered(self, predicate: Predicate) -> bool:
        return any(
            self.matcher.analysis.tokens[t].pos == "NUM"
            for slot in ("object", "genitive", "of")
            for phrase in predicate.slots.get(slot, ())
            for t in phrase.tokens
        )

    def _unread_governor(self, predicate: Predicate) -> Predicate | None:
        """A verb that no entry reads but whose negation or modality holds below it (*are not used to asking*)."""
        heads = (predicate.head,) if predicate.support is None else (predicate.head, predicate.support)
        for governor, slot in (a for h in heads for a in self.grounding.arguments.get(h, ())):
            unread = self.matcher.match(governor) is None and governor.kind == "verb"
            if slot == "complement" and unread and (governor.negated or governor.modality not in (None, "future")):
                return governor
        return None

    def _modal_manner(self, predicate: Predicate) -> Predicate | None:
        """The verb that may or will happen and whose manner a participle tells (*will march, denouncing the war*)."""
        if predicate.kind != "verb" or predicate.clause != "participle":
            return None
        above = (g for g, slot in self.grounding.arguments.get(predicate.head, ()) if slot == "participle")
        return next((g for g in above if g.modality is not None and g.head < predicate.head), None)

    def _is_habitual(self, predicate: Predicate) -> bool:
        """In languages whose news tells deeds in the past (Arabic), the present is for habits; headlines aside."""
        sentence = self.matcher.analysis.sentence
        present = predicate.tense == "present" and (predicate.kind == "verb" or predicate.support is not None)
        return present and self.past_reports and sentence.index >= 0 and self._is_force(predicate)

    def _is_force(self, predicate: Predicate) -> bool:
        match = self.matcher.match(predicate)
        return match is not None and (match.pattern.code or "")[:2] in FORCE_ROOTS

    def _is_unrealised(self, predicate: Predicate) -> bool:
        governed = any(self._realises(g) for g in self._governors.get(predicate.head, ()))
        is_deed = predicate.kind == "verb" or predicate.support is not None
        return is_deed and predicate.clause in _UNREALISED_CLAUSES and not governed

    def _only_named(self, coding: Coding, verdict: StatusVerdict) -> None:
        """A bare noun of other acts counts, but not where it is an aim, is rejected, or is part of what is not done.

        *Flew in for talks*, *rejected an offer of talks*, *refused to back a package of sanctions*.
        """
        predicate = coding.predicate
        if self.past_reports and describes_by_passive(coding, self._known):
            verdict.add("past_reference", "a passive clause that describes somebody: says which one")
        if predicate.kind == "noun" and is_judged(predicate, self.grounding):
            verdict.add("hypothetical", "only judged: what it is or would do")
        if not predicate.is_bare_noun:
            return
        if (known := answered(predicate, self.matcher, self.grounding)) is not None:
            verdict.add("past_reference", known)
        if self._is_governed(predicate):
            return
        if (named := Mentioned(self.grounding, self.matcher.match).under(predicate)) is not None:
            verdict.add("hypothetical", named)
        if any(slot in self.grounding.words.purpose for _, slot in self.grounding.arguments.get(predicate.head, ())):
            verdict.add("hypothetical", "a purpose")
        above = self.grounding.holder(predicate)
        match = self.matcher.match(above) if above is not None else None
        if above is not None and above.clause in _UNREALISED_CLAUSES:
            verdict.add("hypothetical", f"only named in what is not yet done: '{above.lemma}'")
        elif match is not None and (match.pattern.operator == "reject" or self._ends(match)):
            verdict.add("past_reference", f"what is rejected, blamed or ended: under '{match.predicate.lemma}'")
        elif match is not None and match.pattern.operator is None and (match.pattern.code or "").startswith(_WISHED):
            verdict.add("hypothetical", f"what is promised or asked for: under '{match.predicate.lemma}'")

    def _is_governed(self, predicate: Predicate) -> bool:
        """Whether an operator holds a noun; words of parts (*a round of talks*) do not."""
        above = self._governors.get(predicate.head, ())
        return any(g.predicate.kind == "verb" or g.pattern.operator != "transparent" for g in above)

    def _ends(self, match: EventMatch) -> bool:
        return (match.pattern.code or "")[:2] in _ENDING and match.pattern.operator is None

    def _realises(self, governor: EventMatch) -> bool:
        """Whether an infinitive below it may be a fact: *said, to let people cross, ...* only names a purpose."""
        return governor.pattern.operator != "attribution" or governor.predicate.voice == "passive"

    def _chain(self, predicate: Predicate) -> Iterator[EventMatch]:
        """The operators above a predicate, nearest first."""
        seen, queue = {predicate.head}, self._governing(predicate)
        while queue:
            governor = queue.pop(0)
            if governor.predicate.head in seen:
                continue
            seen.add(governor.predicate.head)
            yield governor
            queue.extend(self._governing(governor.predicate))

    def _governing(self, predicate: Predicate) -> list[EventMatch]:
        """The operators over a predicate, and those over the act whose manner it tells (*accused of foiling it by*)."""
        own = list(self._governors.get(predicate.head, ()))
        for act, slot in self.grounding.arguments.get(predicate.head, ()):
            if slot in _MANNER or (slot == "complement" and self._is_act(act)):
                own += self._governors.get(act.head, ())
        return own

    def _is_act(self, predicate: Predicate) -> bool:
        """Whether a verb is an act of its own, below which another goes with it (*agreed to let them visit*)."""
        match = self.matcher.match(predicate) if predicate.kind == "verb" else None
        return match is not None and match.pattern.operator is None

    def _govern(self, governor: EventMatch, coding: Coding, verdict: StatusVerdict) -> tuple[Phrase, ...]:
        """Let an operator act on the status; return the speakers if it is an attribution."""
        operator, word = governor.pattern.operator or "", governor.predicate.lemma
        predicate = governor.predicate
        if operator == "attribution":
            if predicate.negated or predicate.modality in ("possible", "conditional"):
                verdict.add("hypothetical", f"not said as a fact: {word}")
            return governor.sources
        self._own_status(predicate, verdict)
        if self.grounding.identifies(predicate) and self.ontology.root(coding.code) in CONTENTIOUS_ROOTS:
            verdict.add(IDENTIFYING.status, IDENTIFYING.reason or "")
        if operator in STATUS_OPERATORS:
            if operator != "transparent":
                verdict.add(operator, f"governed by '{word}'")  # type: ignore[arg-type]
        elif operator:
            composition = self.ontology.composition(operator, coding.code)
            if composition.status != "asserted":
                verdict.add(composition.status, f"governed by '{word}' ({operator})")
            elif operator == "reject" and coding.predicate.kind == "noun":
                verdict.add("past_reference", f"what is rejected: under '{word}'")
            elif operator == "reject" and coding.predicate.clause == "infinitive":
                verdict.add("negated", f"refused: under '{word}'")
            elif operator in _OPINIONS and (
                coding.predicate.clause == "complement" or is_known_deal(coding, self.grounding)
            ):
                verdict.add("past_reference", f"what somebody is blamed or praised for: under '{word}'")
        return ()

    def _own_speakers(self, predicate: Predicate) -> tuple[Phrase, ...]:
        for slot in self.attribution_slots:
            if slot in predicate.slots:
                return predicate.slots[slot]
        return ()
