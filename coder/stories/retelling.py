"""What a story tells again: *the attack*, *Sunday's killings*, *the gunman*, *those arrested*.

A deed that is taken up is no second event: it is another report of the first, to which it lends its place. One that
adds a victim has the doer of the deed, and so has its condemnation a target. *The gunman* is the one who did the deed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from coder.actors.codes import UNKNOWN
from coder.acts.incidents import FORCE_ROOTS
from coder.dataset import PLACES
from coder.dyads import code_of
from coder.model import TITLE_INDEX, ActorMention, Analysis, Event, Predicate, Token
from coder.ontology import actor_blocks
from coder.stories.triggers import DEFINITE_WORDS, INDEFINITE_WORDS, predicate_of

_ARRESTS = "17"
_CLOSURE = "191"  # no killing that is told beside it takes it up (*shut the border after the killing*)
_DEEDS = (*FORCE_ROOTS, _ARRESTS)
_KILLINGS_OF_SOMEBODY = ("185", "186")  # assassinations have one victim: others that are hurt are not assassinated
_CONDEMNS = "11"
_UNSPECIFIED, _CLAIM = "190", "015"
_PLAIN = (_UNSPECIFIED, "193")  # force that a finer code may tell again: *shot*, and *assassinated* elsewhere
_CARRIERS = ("subject", "in", "by", "during", "with", "when", "في", "خلال", "ب")
_BEFORE = 3  # tokens between an article and its noun, adjectives included
_NEAR = 3  # sentences within which the latest of several deeds is the one that is taken up
_NEARLY_ALL = 3  # times as many as all others together
OWN_PLACE = ("slot", "clause")
_STORY_RULES = ("place", "document")
_PLURAL, _PRIVATE = "p", "CVL"
_GOES_ON = 2  # sentences in which an act may go on
_VERDICT, _COURT = "116", "JUD"
_LEGAL = ("09", "11")
_ANSWERS = ("051", "016", "11", "12")
_ANSWER_SLOTS = ("object", "ب", "علي")
_ANSWER_REACH = 6  # sentences
# What is answered, by the list of its nouns: the codes of the acts that it takes up.
_ANSWERED: Mapping[str, tuple[str, ...]] = {
    "set.verdicts": ("116",),
    "set.visits": ("042",),
    "set.offers": ("03",),
    "set.demands": ("02", "10"),
    "set.charges": ("11",),
    "set.threats": ("13",),
    "set.rallies": ("14",),
    "set.arrests": ("171", "172", "173", "174", "175"),
    "set.launches": ("15",),
    "set.measures": ("16", "17"),
}
_AUTHORITIES = frozenset({"COP", "MIL", "SPY", "GOV"})
# Who can have done a passive act, by its code: those with these roles, or, where none are listed, who used force.
_POWERS: Mapping[str, frozenset[str]] = {
    "173": _AUTHORITIES,
    "175": _AUTHORITIES,
    "176": _AUTHORITIES,
    "116": frozenset({"JUD"}),
    **dict.fromkeys(FORCE_ROOTS, frozenset()),
}
_GROUPS = frozenset({"REB", "INS", "SEP", "IMG"})
_STATES = frozenset({"GOV", "MIL"})
_BEHIND = 24  # code points behind a verb within which the deed that it condemns is named
_GUNMEN = frozenset({"UAF", "CVL", "INS", "REB", "CRM"})
_ARMED = frozenset({"MIL", "COP", "REB", "INS", "SEP", "UAF", "SPY"})


@dataclass(slots=True)
class _Deed:
    """An event so far.

    ``doers``: s for one person who did it, p for several, empty for a country or nobody; ``answer``: what was done to
    the doer of another deed.
    """

    event: Event
    doers: str = ""
    answer: bool = False


class Retelling:
    """The deeds of one story so far, in the order of the text."""

    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        """``words``: the lists of words.yaml."""
        self.deed_nouns = frozenset(words.get("set.deeds", ()))
        self.doers = frozenset(words.get("set.doers", ()))
        self.times = frozenset((*words.get("weekdays", ()), *words.get("recent_days", ())))
        self.collectives = frozenset(words.get("set.collectives", ()))
        self.answered = [(frozenset(words.get(name, ())), codes) for name, codes in _ANSWERED.items()]
        self._deeds: list[_Deed] = []
        self._told: list[Event] = []

    def retold(self, told: Iterable[tuple[Analysis, Sequence[Event]]]) -> list[list[Event]]:
        """The events of each sentence, given in the order of the text, with what they take up."""
        stories = _with_one_code(list(told))
        deeds = [[self._read(analysis, event) for event in events] for analysis, events in stories]
        found = [[deed.event for deed in sentence] for sentence in deeds]  # a later report may place an earlier deed
        doers = [e for events in found for e in events if e.status == "asserted" and e.source is not None]
        dead = {e.incident_id: n for events in found for e in events if (n := e.attributes.fatalities) is not None}
        found = [[_with_known_doer(event, doers, dead) for event in events] for events in found]
        return self._of_operations([a for a, _ in stories], found)

    def _read(self, analysis: Analysis, event: Event) -> _Deed:
        if event.status != "asserted":
            return _Deed(event)
        event = self._with_doers(analysis, event)
        predicate = predicate_of(analysis, event)
        if predicate is None:
            return _Deed(event)
        event = self._answering(analysis, event, predicate)
        self._told.append(event)
        if event.code[:2] in _DEEDS:
            return self._deed(analysis, event, predicate)
        if event.code == _CLAIM:
            self._claimed(analysis, event, predicate)
        if event.code[:2] == _CONDEMNS and event.target is None and self._takes_up(analysis, predicate, ("object",)):
            event = replace(event, target=self._doer(event))
        return _Deed(event)

    # ------------------------------------------------------------------ the doer

    def _with_doers(self, analysis: Analysis, event: Event) -> Event:
        """*The gunman* is the one person who has done a deed; *the attackers* are those who have."""
        return replace(
            event,
            source=self._identified(analysis, event, event.source),
            target=self._identified(analysis, event, event.target),
        )

    def _identified(self, analysis: Analysis, event: Event, mention: ActorMention | None) -> ActorMention | None:
        if mention is None or mention.head is None:
            return mention
        placed = mention.resolved_by in _STORY_RULES
        if not (mention.code.startswith(UNKNOWN) or placed) or not self._is_doer(analysis, mention):
            return mention
        number = _number(analysis.tokens[mention.head])
        known = [d.event.source for d in self._deeds if d.doers == number and d.event.source is not None]
        codes = {m.code for m in known if not m.code.startswith(UNKNOWN)}
        if len(codes) != 1 or (number == _PLURAL and next(iter(codes)).endswith(_PRIVATE)):
            return mention  # several gunmen are no civilians
        doer = next(m for m in known if m.code in codes)
        return replace(mention, code=doer.code, actor_id=doer.actor_id, name=doer.name, resolved_by="coreference")

    def _is_doer(self, analysis: Analysis, mention: ActorMention | None) -> bool:
        if mention is None or mention.head is None or analysis.tokens[mention.head].lemma not in self.doers:
            return False
        return self._is_definite(analysis, mention.head, by_day=False)

    def _doer(self, event: Event) -> ActorMention | None:
        """Who did the deed that an event takes up: the one doer whom the story knows, else the nearest."""
        told = (d.event for d in self._deeds if d.event.sentence.index != TITLE_INDEX and not d.answer)
        deeds = [e for e in told if e.source is not None and e.code[:2] in FORCE_ROOTS and not _closes(e, event)]
        known = [e for e in deeds if not is_open(e.source)] or [e for e in deeds if code_of(e.source) != UNKNOWN]
        known = [e for e in known if self._has_same_noun(e, event)] or known
        if len({code_of(e.source) for e in known}) > 1:
            near = [e for e in known[-1:] if event.sentence.index - e.sentence.index <= _NEAR]
            known = near or _of_most(known)
        known = [e for e in known if not _is_by_speaker(e, event)]
        if not known or known[-1].source is None or code_of(known[-1].source) == code_of(event.target):
            return None
        return pointed(known[-1].source, known[-1], event)

    def _has_same_noun(self, deed: Event, event: Event) -> bool:
        """Whether the noun that takes a deed up told it before (*air strikes ... the strikes*)."""
        nouns = {w for w in deed.trigger_text.casefold().split() if w.rstrip("s") in self.deed_nouns}
        words = event.sentence.text[: event.trigger_end - event.sentence.start + _BEHIND].casefold().split()
        return not nouns.isdisjoint(words)

    # ------------------------------------------------------------------ answers

    def _answering(self, analysis: Analysis, event: Event, predicate: Predicate) -> Event:
        """*Hailed the verdict*, *rejected the offer*, *criticised the visit*: aimed at who has given or made it."""
        open_side = event.target is None or not event.target.code.strip("-")
        if event.source is None or not open_side or not event.code.startswith(_ANSWERS):
            return event
        taken = (p.head for slot in _ANSWER_SLOTS for p in predicate.slots.get(slot, ()))
        heads = [head for head in taken if self._is_taken_up(analysis, head)]
        for nouns, codes in self.answered:
            if any(analysis.tokens[h].lemma in nouns for h in heads):
                author = self._judge(event) if _VERDICT in codes else self._author(event, codes)
                if author is not None and author.source is not None:
                    return replace(event, target=pointed(author.source, author, event))
        return event

    def _is_taken_up(self, analysis: Analysis, head: int) -> bool:
        return self._is_definite(analysis, head) and analysis.tokens[head].feats.get("person") is None

    def _author(self, event: Event, codes: tuple[str, ...]) -> Event | None:
        """The latest act of these codes by somebody else: one against the one who answers, else a near one."""
        own = code_of(event.source)
        acts = [
            e
            for e in reversed(self._told)
            if e.code.startswith(codes) and e.source is not None and e.source.code.strip("-") and e.source.code != own
        ]
        against = (e for e in acts if e.target is not None and e.target.code[:3] == (own or "")[:3] != UNKNOWN)
        near = (e for e in acts if event.sentence.index - e.sentence.index <= _ANSWER_REACH)
        return next(against, None) or next(near, None) or self._who_acted_before(event)

    def _who_acted_before(self, event: Event) -> Event | None:
        """The one other actor of the sentence before, whatever it did there."""
        before = [
            e
            for e in self._told
            if event.sentence.index - e.sentence.index == 1
            and e.source is not None
            and not e.source.code.startswith(UNKNOWN)
            and e.source.code != code_of(event.source)
        ]
        return before[-1] if len({code_of(e.source) for e in before}) == 1 else None

    def _judge(self, event: Event) -> Event | None:
        """Who has passed sentence on somebody before, else the latest court that has used its powers."""
        own = code_of(event.source)
        acts = [e for e in reversed(self._told) if e.source is not None and e.source.code != own]
        courts = (e for e in acts if e.code.startswith(_ARRESTS) and _COURT in actor_blocks(code_of(e.source) or ""))
        return next((e for e in acts if e.code.startswith(_VERDICT)), None) or next(courts, None)

    # ------------------------------------------------------------------ what goes on

    def _of_operations(self, analyses: Sequence[Analysis], found: list[list[Event]]) -> list[list[Event]]:
        """Passives without a doer, with the one who has used force or powers right before (*two men were arrested*)."""
        before: list[Event] = []
        done: list[list[Event]] = []
        arrests = [e for events in found for e in events if e.status == "asserted" and e.code[:2] == _ARRESTS]
        for analysis, events in zip(analyses, found, strict=True):
            passives = {p.start for p in analysis.predicates if p.voice == "passive" and not p.slots.get("by")}
            now = [self._continued(e, before, arrests) if e.trigger_start in passives else e for e in events]
            before = [e for e in before if 0 < analysis.sentence.index - e.sentence.index < _GOES_ON] + [
                e for e in now if e.status == "asserted" and e.code[:2] in (*_DEEDS, *_LEGAL) and _is_text(e)
            ]
            done.append(now)
        return done

    def _continued(self, event: Event, before: Sequence[Event], arrests: Sequence[Event]) -> Event:
        """A passive act with the doer of the acts right before it, if one and the same could have done it.

        Who arrests anybody in a story arrests all in it, if only one does (``arrests``).
        """
        powers = _POWERS.get(event.code[:3], _POWERS.get(event.code[:2]))
        if event.status != "asserted" or event.source is not None or event.target is None or powers is None:
            return event
        acts = [e for e in before if e.source is not None and not elsewhere(event, e)]
        if powers:
            acts = [e for e in acts if self._holds_power(e.source, powers)]
            acts = acts or [e for e in arrests if event.code[:2] == _ARRESTS and self._rules(e.source, event, powers)]
        else:
            acts = [e for e in acts if e.code[:2] in FORCE_ROOTS and not _is_known(event.target)]
        doers = {code_of(e.source): e.source for e in acts}
        doer = next(iter(doers.values())) if len(doers) == 1 else None
        if doer is None or _is_own_side(doer, event.target) or not doer.code.strip("-"):
            return event
        kinds = {e.code for e in acts if e.code[:2] in FORCE_ROOTS}
        code = _sharper(event.code, next(iter(kinds))) if len(kinds) == 1 and not powers else event.code
        return replace(event, source=pointed(doer, acts[-1], event), code=code)

    def _rules(self, doer: ActorMention | None, event: Event, powers: frozenset[str]) -> bool:
        if doer is None or event.target is None or not self._holds_power(doer, powers):
            return False
        return doer.code[:3] == event.target.code[:3] != UNKNOWN

    def _holds_power(self, doer: ActorMention | None, powers: frozenset[str]) -> bool:
        if doer is None or powers.isdisjoint(actor_blocks(doer.code)):
            return False
        return self.doers.isdisjoint(doer.text.casefold().split())

    # ------------------------------------------------------------------ the deed

    def _deed(self, analysis: Analysis, event: Event, predicate: Predicate) -> _Deed:
        if _is_label(analysis, event, predicate):
            return _Deed(replace(event, status="past_reference", status_reason="a label of the headline"))
        anaphor = self._takes_up(analysis, predicate, _CARRIERS) or self._is_anaphor(analysis, predicate.head)
        before = self._latest(event)
        if before is not None and anaphor and _names_doer(event, before.event):
            self._done_by(event, before)
            reason = f"told before: '{before.event.trigger_text}'"
            return _Deed(replace(event, status="past_reference", status_reason=reason))
        if before is not None and anaphor and _says_nothing_new(event, before.event):
            return _Deed(_again(event, before))
        if self._adds_nothing(event):
            return _Deed(replace(event, status="past_reference", status_reason="nothing that was not told"))
        if before is not None and anaphor and event.source is None and event.code[:2] in FORCE_ROOTS:
            code = _sharper(event.code, before.event.code)
            event = replace(
                event, source=self._doer(event), code=code, target=_of_those_hit(event.target, before.event)
            )
        deed = _Deed(event, self._doers_of(analysis, event.source), self._is_doer(analysis, event.target))
        self._deeds.append(deed)
        return deed

    def _done_by(self, told: Event, deed: _Deed) -> None:
        """Give a deed the doer whom a later report names, in the headline, too."""
        if told.source is None:
            return
        for one in self._deeds:
            title = one.event.sentence.index == TITLE_INDEX and one.event.code == deed.event.code
            if (one is deed or title) and is_nobody(one.event.source):
                one.event = replace(one.event, source=pointed(told.source, told, one.event))

    def _claimed(self, analysis: Analysis, event: Event, predicate: Predicate) -> None:
        """*The group claimed responsibility for the attack*: who claims the deed of the story that nobody did yet."""
        named = bool(predicate.slots.get("for"))
        deed = self._latest_force()
        if deed is None or event.source is None or not is_nobody(deed.event.source) or is_open(event.source):
            return
        others = any(not is_nobody(d.event.source) for d in self._deeds if d.event.code[:2] in FORCE_ROOTS)
        if self._takes_up(analysis, predicate, ("for",)) or (not named and not others):
            self._done_by(event, deed)

    def _latest_force(self) -> _Deed | None:
        return next((d for d in reversed(self._deeds) if d.event.code[:2] in FORCE_ROOTS and not d.answer), None)

    def _adds_nothing(self, event: Event) -> bool:
        """Whether an event without sides or numbers has the code of one that was told before."""
        if event.source is not None or event.target is not None or _counts(event):
            return False
        told = [d.event.code for d in self._deeds if d.event.code[:2] in family(event.code)]
        return event.code in told or (event.code in _PLAIN and bool(told))

    def _latest(self, event: Event) -> _Deed | None:
        roots = family(event.code)
        deeds = (d for d in reversed(self._deeds) if not _closes(d.event, event))
        return next((d for d in deeds if d.event.code[:2] in roots and not d.answer), None)

    def _doers_of(self, analysis: Analysis, doer: ActorMention | None) -> str:
        if doer is not None and doer.actor_id is not None:
            return "" if _GROUPS.isdisjoint(actor_blocks(doer.code)) else _PLURAL
        if doer is None or doer.head is None or len(doer.code) <= len(UNKNOWN):
            return ""
        head = analysis.tokens[doer.head]
        return "p" if head.lemma in self.collectives else _number(head)

    # ------------------------------------------------------------------ words

    def _takes_up(self, analysis: Analysis, predicate: Predicate, slots: Sequence[str]) -> bool:
        return any(self._is_anaphor(analysis, p.head) for s in slots for p in predicate.slots.get(s, ()))

    def _is_anaphor(self, analysis: Analysis, head: int) -> bool:
        """*The attack*, *this shooting*, *Sunday's killings*: a noun of deeds with an article or a day."""
        token = analysis.tokens[head]
        return (token.lemma in self.deed_nouns or token.norm in self.deed_nouns) and self._is_definite(analysis, head)

    def _is_definite(self, analysis: Analysis, head: int, by_day: bool = True) -> bool:
        """Whether a noun has an article; ``by_day``: or a day (*Sunday's killings*, not *on Monday gunmen shot*)."""
        tokens = analysis.tokens
        if tokens[head].feats.get("def") == "yes":
            return True
        for token in _back_from(tokens, head):
            if token.lemma in DEFINITE_WORDS or (by_day and token.norm in self.times):
                return True
            if token.norm in INDEFINITE_WORDS or token.pos in ("VERB", "ADP", "PUNCT", "CCONJ", "AUX"):
                return False
        return False


def _with_one_code(told: list[tuple[Analysis, Sequence[Event]]]) -> list[tuple[Analysis, list[Event]]]:
    """The events of a story, where a reference has the country that the story gave its antecedent in another event."""
    mentions = [m for _, events in told for e in events for m in (e.source, e.target) if m is not None]
    known = {(m.start, m.end, m.code[len(UNKNOWN) :]): m.code for m in mentions if not is_open(m)}

    def settled(mention: ActorMention | None) -> ActorMention | None:
        if mention is None or mention.resolved_by != "coreference" or not is_open(mention):
            return mention
        code = known.get((mention.start, mention.end, mention.code[len(UNKNOWN) :]))
        return mention if code is None else replace(mention, code=code)

    return [
        (analysis, [replace(e, source=settled(e.source), target=settled(e.target)) for e in events])
        for analysis, events in told
    ]


def _is_text(event: Event) -> bool:
    return event.sentence.index != TITLE_INDEX


def _is_known(victim: ActorMention) -> bool:
    """Whether a victim was told of before (*the man*, *her brother*), and not only counted."""
    return victim.resolved_by == "coreference" or victim.text.casefold().split()[0] in DEFINITE_WORDS


def _is_own_side(doer: ActorMention, victim: ActorMention) -> bool:
    """Whether both are of the same kind: the dead soldiers of an army that attacks fell to others."""
    own, others = set(actor_blocks(doer.code)), set(actor_blocks(victim.code))
    armed = bool(own & _ARMED) and bool(others & _ARMED)
    return doer.code == victim.code or (armed and (not own.isdisjoint(others) or doer.code[:3] == victim.code[:3]))


def _of_most(deeds: list[Event]) -> list[Event]:
    """The deeds of the doer of whom a story tells: of nearly all, beside a deed or two of others."""
    code, times = Counter(code_of(e.source) for e in deeds).most_common(1)[0]
    return [e for e in deeds if code_of(e.source) == code] if times >= _NEARLY_ALL * (len(deeds) - times) else []


def _back_from(tokens: Sequence[Token], head: int) -> Iterator[Token]:
    return reversed(tokens[max(0, head - _BEFORE) : head])


def _with_known_doer(event: Event, told: Sequence[Event], dead: Mapping[str, int]) -> Event:
    """An act of force of nobody, or of gunmen, takes the one who did it elsewhere in the story.

    A headline that names nobody is withheld where the text tells the deed with its doer.
    """
    if event.status != "asserted" or not is_nobody(event.source) or event.code[:2] not in FORCE_ROOTS:
        return event
    counted = event.incident_id in dead or event.attributes.injuries is not None
    if event.sentence.index != TITLE_INDEX and (event.target is None or not counted):
        return event  # nothing to know the deed by
    if event.source is not None and event.incident_id not in dead:
        return event  # gunmen are they of the group whose deed has as many dead
    better = [e for e in told if _is_deed_of(event, e, dead) and (event.source is None or not is_nobody(e.source))]
    if better and event.target is None and event.source is None:
        reason = f"told with its doer: '{better[0].trigger_text}'"
        return replace(event, status="past_reference", status_reason=reason)
    doer = better[0].source if len({code_of(e.source) for e in better}) == 1 else None
    if event.source is not None and is_open(doer):
        return event
    return event if doer is None else replace(event, source=pointed(doer, better[0], event))


def _is_deed_of(event: Event, better: Event, dead: Mapping[str, int]) -> bool:
    """Whether an act of a known doer is the same deed: the same victim with as many dead, or wounded beside them."""
    if better.code[:2] not in FORCE_ROOTS or event.code not in (better.code, *_PLAIN) or elsewhere(event, better):
        return False
    own, before = dead.get(event.incident_id), dead.get(better.incident_id)
    same = event.target is not None and code_of(event.target) == code_of(better.target)
    if event.sentence.index == TITLE_INDEX:
        return (same or event.target is None) and better.sentence.index != TITLE_INDEX
    near = abs(event.sentence.index - better.sentence.index) <= _NEAR
    hurt = own is None and event.attributes.injuries is not None
    return same and ((hurt and near) or (own is not None and own == before))


def _is_label(analysis: Analysis, event: Event, predicate: Predicate) -> bool:
    """*Harbour attack: three soldiers killed*: what stands before the colon of a headline names what follows it."""
    after = analysis.tokens[predicate.head + 1 : predicate.head + 2]
    follows = any(p.head > predicate.head + 1 for p in analysis.predicates)
    named = predicate.kind == "noun" and event.sentence.index == TITLE_INDEX
    return named and bool(after) and after[0].text == ":" and follows


def _closes(deed: Event, event: Event) -> bool:
    """Whether a deed is a closure and the event none, which cannot take it up."""
    return deed.code == _CLOSURE and event.code != _CLOSURE


def _sharper(code: str, before: str) -> str:
    return before if code == _UNSPECIFIED and before[:3] not in _KILLINGS_OF_SOMEBODY else code


def family(code: str) -> tuple[str, ...]:
    """The roots whose deeds may be one deed with an act of this code."""
    return FORCE_ROOTS if code[:2] in FORCE_ROOTS else (code[:2],)


def _counts(event: Event) -> bool:
    return event.attributes.fatalities is not None or event.attributes.injuries is not None


def _says_nothing_new(event: Event, before: Event) -> bool:
    """Whether an event repeats a deed: no own sides or dead, or the same victim, and no other place or day."""
    if _counts(event) or elsewhere(event, before) or event.source is not None:
        return False
    return event.target is None or (not is_open(event.target) and code_of(event.target) == code_of(before.target))


def _again(event: Event, deed: _Deed) -> Event:
    """An event as another report of a deed, which takes its place where that is the more exact.

    De-duplication makes one row of the two. Offsets into a title mean nothing in the text: there it is withheld.
    """
    before = deed.event
    if before.sentence.index == TITLE_INDEX != event.sentence.index:
        return replace(event, status="past_reference", status_reason=f"told before: '{before.trigger_text}'")
    own, known = event.attributes, before.attributes
    unplaced = known.location_rule not in OWN_PLACE
    if own.location_rule in OWN_PLACE and (unplaced or (known.geo_precision or 3) > (own.geo_precision or 3)):
        place = {name: getattr(own, name) for name in PLACES}
        deed.event = before = replace(before, attributes=replace(known, **{**place, "location_rule": "same deed"}))
    return replace(event, code=before.code, attributes=before.attributes, source=before.source, target=before.target)


def _of_those_hit(victim: ActorMention | None, deed: Event) -> ActorMention | None:
    """Nurses hurt in the attack on a hospital: of its country, so that both reports are one row."""
    if victim is None or deed.target is None or not victim.code.startswith(UNKNOWN):
        return victim
    own, hit = actor_blocks(victim.code)[1:], actor_blocks(deed.target.code)[1:]
    return replace(victim, code=deed.target.code) if own == hit and own not in ([], [_PRIVATE]) else victim


def _names_doer(event: Event, before: Event) -> bool:
    """Whether an event tells who did a deed of which nobody, or only that it was gunmen, is known."""
    if _counts(event) or elsewhere(event, before) or is_open(event.source) or is_nobody(event.source):
        return False
    code = event.code in (_UNSPECIFIED, before.code) or before.code == _UNSPECIFIED
    same = event.target is None or before.target is None or code_of(event.target) == code_of(before.target)
    return code and same and is_nobody(before.source)


def _is_by_speaker(deed: Event, answer: Event) -> bool:
    """Whether the state that condemns a deed did it itself (*Tehran condemned the attack*)."""
    if deed.source is None or answer.source is None or answer.code[:2] != _CONDEMNS:
        return False
    country, *roles = actor_blocks(deed.source.code)
    return country == answer.source.code[:3] != UNKNOWN and _STATES.issuperset(roles)


def is_nobody(doer: ActorMention | None) -> bool:
    """Whether nothing is known of a doer but that they were gunmen, attackers or a bomber."""
    if doer is None:
        return True
    unknown, *roles = actor_blocks(doer.code)
    placed = unknown == UNKNOWN or doer.resolved_by in _STORY_RULES
    return placed and doer.actor_id is None and _GUNMEN.issuperset(roles)


def is_open(mention: ActorMention | None) -> bool:
    """Whether nobody is named, or somebody without a country."""
    return mention is None or mention.code.startswith(UNKNOWN)


def _number(token: Token) -> str:
    return token.feats.get("num") or "s"


def pointed(mention: ActorMention, of: Event, event: Event) -> ActorMention:
    """The mention of one event in another; between title and text it is pointed at by the trigger of the other."""
    if (of.sentence.index == TITLE_INDEX) != (event.sentence.index == TITLE_INDEX):
        span = {"start": event.trigger_start, "end": event.trigger_end, "text": event.trigger_text}
        mention = replace(mention, **span)  # type: ignore[arg-type]
    return replace(mention, resolved_by="coreference", head=None)


def elsewhere(event: Event, before: Event) -> bool:
    """Whether an event names another place or day than the deed that it might repeat."""
    own, other = event.attributes, before.attributes
    days = (own.date_text is not None and other.date_text is not None) and own.event_date != other.event_date
    named = own.location_rule in OWN_PLACE and other.location_rule in OWN_PLACE
    countries = own.country_iso3 != other.country_iso3
    exact = own.geo_precision != 3 and other.geo_precision != 3 and own.location_name != other.location_name
    return days or (named and (countries or exact))
