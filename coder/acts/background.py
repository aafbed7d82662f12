"""Does a clause tell news, or what lies behind it?

News tells its story in the simple past and in reported speech. *Had been arrested months earlier*, *has long backed*,
*over four decades*, *in recent years* give the background, and *Iran backs the rebels* is how things stand. None of
these needs a date, so they hold for articles without one; a text of one or two sentences has no story that they could
lie behind.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from functools import cached_property
from itertools import pairwise

from coder.model import Analysis, Phrase, Predicate, Token

_DEALT = ("050", "06")
_RELATIVE, _SINCE, _WHEN = "relative", "since", "when"
_AUXILIARY = ("AUX", "ADV", "PART")
_JOINING = ("CCONJ", "ADV", "AUX")
_FORMER_SUBJECTS = ("AUX", "PRON", "NOUN", "PROPN")  # before *once*
_REPORTED_CLAUSES = ("complement", "after", "before", "if", "when")
_PARTICIPLES = ("relative", "attributive", "participle")
_REACH = 4  # tokens
_MANY = 1000
_CLAUSE = 8  # tokens between *when* and its verb
_TIMES, _SHORT = ("times",), ("hour", "minute", "night", "week", "day", "weekend", "month")
_BODY = 2  # sentences behind the lead: of a large number in a perfect, leads tell news
_PASSED = frozenset({"before", "after", "when", "while", "until"})
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
STORY_SENTENCES = 3
STATE = "simple present or bare participle: how things stand"


class BackgroundWords:
    """The marks of background of a language; lists in words.yaml, languages without them have none."""

    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        self.phrases: dict[str, list[tuple[str, ...]]] = {}
        for phrase in words.get("background_phrases", ()):
            if parts := tuple(phrase.split()):
                self.phrases.setdefault(parts[0], []).append(parts)
        self.habits = frozenset(words.get("habit_adverbs", ()))
        self.later_habits = self.habits - {"long", "once"}
        self.formerly = frozenset(words.get("formerly_adverbs", ()))
        self.last_years = frozenset(words.get("last_years", ()))
        self.lasting = frozenset(words.get("lasting_marks", ()))
        self.leaving = frozenset(words.get("leaving_verbs", ()))
        self.former = frozenset(words.get("former_adjectives", ()))
        self.testifying = frozenset(words.get("testifying_verbs", ()))
        self.seeking = frozenset(words.get("seeking_verbs", ()))
        self.proofs, self.no_proof = (frozenset(words.get(k, ())) for k in ("proof_nouns", "no_proof_words"))
        self.performing = frozenset(words.get("performing_verbs", ()))
        self.coming = frozenset(words.get("coming_modifiers", ()))
        self.coming_clauses = frozenset(words.get("coming_clauses", ()))
        self.asked_how = frozenset(words.get("manner_questions", ()))
        self.pages = frozenset(words.get("standing_pages", ()))
        self.units = frozenset(words.get("long_units", ()))
        self.time_slots = words.get("span_slots", ())
        self.elapsed = frozenset(words.get("elapsed_adverbs", ()))
        self.spanning = frozenset(words.get("spanning_adjectives", ()))
        self.ages = frozenset(words.get("ages", ()))
        self.records = frozenset(words.get("record_words", ()))
        self.sequels = frozenset(words.get("sequel_adverbs", ()))
        self.days = frozenset((*words.get("weekdays", ()), *words.get("recent_days", ()), *words.get("news_days", ())))
        self.weeks = frozenset(words.get("news_weeks", ()))
        self.dated = tuple(words.get("dated_codes", ()))
        self.revealing = frozenset(words.get("revealing_verbs", ()))
        self.revelations = frozenset((*words.get("claim_nouns", ()), *words.get("revelation_nouns", ())))
        self.conflicts = frozenset(words.get("conflict_nouns", ()))
        self.perfects = frozenset(words.get("present_perfect", ()))
        self.progressive, self.week_units, self.then, self.just_now = (
            frozenset(words.get(k, ())) for k in ("progressive_marks", "week_units", "then_marks", "just_now")
        )
        self.terms = frozenset(words.get("term_verbs", ()))
        self.months = frozenset(words.get("months", ()))
        self.many = frozenset(words.get("many_words", ()))
        self.counts = frozenset(words.get("counting_adverbs", ()))
        self.repeated = frozenset(words.get("repeating_adverbs", ()))
        self.perfect = frozenset(words.get("past_perfect", ()))
        self.identifying = frozenset(words.get("identifying_participles", ()))
        self.holding = frozenset(words.get("holding_verbs", ()))
        self.presenting = frozenset(words.get("presenting_words", ()))
        self.standing = frozenset(words.get("standing_verbs", ()))
        self.states = frozenset(words.get("standing_passives", ()))
        self.agentless = frozenset(words.get("standing_agentless", ()))
        self.standing_clauses = frozenset(words.get("standing_clauses", ()))
        self.standing_relatives = frozenset(words.get("standing_relatives", ()))
        self.state_participles = frozenset(words.get("standing_participles", ()))


class Background:
    """What lies behind the news in one sentence."""

    def __init__(self, analysis: Analysis, words: BackgroundWords, among: int) -> None:
        """``among``: how many sentences the document has."""
        self.analysis, self.has_story, self.words = analysis, among >= STORY_SENTENCES, words

    @cached_property
    def _verbs(self) -> list[int]:
        return sorted(p.head for p in self.analysis.predicates if p.kind == "verb")

    def reason(self, predicate: Predicate, reported: bool) -> str | None:
        """Why a predicate is background, None if it may be news. ``reported``: somebody is named who says it."""
        anchor = predicate.head if predicate.support is None else predicate.support
        if predicate.clause == _RELATIVE and self._is_past_perfect(anchor):
            return "past perfect in a relative clause: which one, told before"
        if not self.has_story:
            return None
        if predicate.clause == _SINCE and self.words.perfects:
            return "what was before the state that is told"
        if (known := self._known_before(predicate, anchor)) is not None:
            return known
        first, last = self._clause(anchor)
        if self._is_habitual(anchor):
            return "a habit, or told of the past: no single deed"
        until = self._perfect_clause(anchor, self._joined_clause(anchor, last))
        times = (i for i in self._times if first <= i < until and (i < last or not self._ends_span(i)))
        if any(map(self._reaches_back, (*times, *self._fronted_times(predicate, first)))):
            return "told of times long past"
        if predicate.clause in (_WHEN, _RELATIVE) and self._follows_year(anchor):
            return "dated by the year before it: told of the past"
        if self._is_sum(predicate, anchor, last):
            return "a sum over a long time: no single deed"
        if self._is_sequel(anchor, last):
            return "what followed on something told of the past"
        if self._is_past_perfect(anchor) and self._names_year(anchor, last):
            return "past perfect with its year: before the story"
        if not reported and predicate.clause not in _REPORTED_CLAUSES and self._is_past_perfect(anchor):
            return "past perfect: before the story"
        return None

    def _known_before(self, predicate: Predicate, anchor: int) -> str | None:
        """Why a clause takes its act as known, or has it from a witness."""
        if predicate.voice == "passive" and anchor and self._norms[anchor - 1] == _WHEN:
            return "a clause of time without a tense (*when arrested*): told before"
        if predicate.lemma in self.words.identifying and self._is_known_deed(predicate):
            return "a passive without its doer that says who is meant or when it was: told before"
        if self.words.leaving and self._tells_former(predicate):
            return "why somebody is a former one: told before"
        if self.words.testifying and self._is_testified(anchor):
            return "what a witness tells of the past"
        return None

    def _is_known_deed(self, verb: Predicate) -> bool:
        """*Youths jailed for a protest*, *after he was arrested*: which people or what time is meant."""
        if verb.voice != "passive" or _has_agent(verb) or self.analysis.sentence.index < 0 or self.names_day(verb):
            return False
        if verb.clause in _PASSED or self._goes_on(verb):
            return True
        tokens, before = self.analysis.tokens, verb.head - 1
        while before > 0 and tokens[before].pos in ("ADV", "PART"):
            before -= 1
        if tokens[before].pos == "DET" and before == verb.head - 1:
            return True  # *the arrested*
        if verb.clause not in _PARTICIPLES or before < 0 or tokens[before].pos in ("AUX", "CCONJ", "PUNCT"):
            return False
        starts = (min(p.tokens) for p in verb.slots.get("object", ()) if p.tokens and p.head < verb.head)
        return all(not s or tokens[s - 1].lemma not in self.words.presenting for s in starts)

    def _goes_on(self, verb: Predicate) -> bool:
        """*Has been detained for eighty days*: how long somebody has been held by now."""
        perfect = any(t.norm in self.words.perfects for t in self.auxiliaries(verb.head))
        if verb.lemma not in self.words.holding or not perfect:
            return False
        lasting = (self.analysis.tokens[p.head].lemma for p in verb.slots.get("for", ()))
        return any(unit in self.words.units or unit in _SHORT for unit in lasting)

    def is_past_perfect(self, predicate: Predicate) -> bool:
        """Whether the verb that tells an act stands in the past perfect."""
        verb = self.verb_of(predicate)
        return verb is not None and self._is_past_perfect(verb.head)

    def is_named_by_year(self, phrase: Phrase) -> bool:
        """Whether what somebody signed or joined bears a year as its name: *the 2009 accords*."""
        return any(_YEAR.fullmatch(self.analysis.tokens[t].text) for t in phrase.tokens if t < phrase.head)

    def is_standing(self, predicate: Predicate) -> bool:
        """Whether a verb in the simple present says how things stand (*Iran backs the rebels*), titles aside."""
        listed = predicate.lemma in self.words.standing or self._is_on_page(predicate)
        return listed and predicate.kind == "verb" and self._is_simple_present(predicate)

    def _is_on_page(self, predicate: Predicate) -> bool:
        """*On its website the group criticises*: standing text."""
        slots = (p for slot in ("on", "in") for p in predicate.slots.get(slot, ())) if self.words.pages else ()
        return any(self.analysis.tokens[p.head].lemma in self.words.pages for p in slots)

    def names_day(self, predicate: Predicate) -> bool:
        """Whether the clause of a predicate names a day of the news."""
        return self._names_day(*self._clause(predicate.head))

    def names_any_day(self) -> bool:
        """Whether the sentence names a day or week of the news (*on Sunday*, *earlier this week*)."""
        weeks = (" ".join(pair) in self.words.weeks for pair in pairwise(self._norms))
        return self._names_day(0, len(self._norms)) or any(weeks)

    def is_perfect(self, verb: Predicate) -> bool:
        """Whether a verb stands in the present perfect."""
        return any(t.norm in self.words.perfects for t in self.auxiliaries(verb.head))

    def is_state(self, predicate: Predicate, contentious: bool) -> bool:
        """Whether the simple present tells a rule, a state or what kind of thing is meant, and no deed.

        *Is prohibited*, *whom the government accuses*, *violence that attacks worshippers*, and of acts of force and
        protest (``contentious``) any simple present behind the first sentence (*the minority faces persecution*).
        """
        verb = self.verb_of(predicate)
        if verb is None or not self.words.standing_clauses or self.analysis.sentence.index < 0:
            return False
        if verb.voice == "passive":
            listed = verb.lemma in self.words.states or (verb.lemma in self.words.agentless and not _has_agent(verb))
            listed = listed or (contentious and verb.clause in self.words.standing_clauses)
            return listed and self._is_simple_present(verb, auxiliaries=1)
        if not self._is_simple_present(verb):
            return False
        told_today = self._names_day(0, len(self.analysis.tokens))
        later = self.analysis.sentence.index > 0 and not told_today
        return verb.clause in self.words.standing_clauses or (contentious and later)

    def tells_rule(self, verb: Predicate) -> bool:
        """Whether a verb in the simple present behind the first sentence says what is always done, without a day."""
        if self.analysis.sentence.index <= 0 or verb.kind != "verb":
            return False
        auxiliaries = 1 if verb.voice == "passive" else 0
        return self._is_simple_present(verb, auxiliaries) and not self._names_day(0, len(self.analysis.tokens))

    def names_dealings(self, act: Predicate, code: str, governed: Container[int]) -> bool:
        """Whether a noun of ties or cooperation has no verb of its own (*close cooperation resulted in a truce*)."""
        bare = self.has_story and act.is_bare_noun
        return bare and code.startswith(_DEALT) and act.head not in governed

    def verb_of(self, predicate: Predicate) -> Predicate | None:
        """The verb that tells an act: itself, or the support verb of a noun."""
        if predicate.kind == "verb":
            return predicate
        return next((p for p in self.analysis.predicates if p.head == predicate.support), None)

    def _is_simple_present(self, verb: Predicate, auxiliaries: int = 0) -> bool:
        if not self.has_story or verb.tense != "present" or verb.modality is not None or verb.negated:
            return False
        tokens = self.analysis.tokens
        before = [t.pos for t in tokens[max(verb.head - 2, 0) : verb.head] if t.pos != "ADV"]
        simple = before[-1:] != ["AUX"] if not auxiliaries else before[-2:].count("AUX") == auxiliaries
        return simple and self.analysis.sentence.index >= 0

    def tells_state(self, predicate: Predicate) -> bool:
        """Whether a participle or relative clause says what something is (*backed by Peru*, *who backed him*)."""
        if self.has_story and predicate.voice == "active" and predicate.lemma in self.words.standing_relatives:
            return predicate.clause in _PARTICIPLES and not self.names_day(predicate)
        bare = predicate.voice == "passive" and predicate.clause in _PARTICIPLES
        listed = self.has_story and predicate.kind == "verb" and predicate.lemma in self.words.state_participles
        return listed and bare and (predicate.head == 0 or self.analysis.tokens[predicate.head - 1].pos != "AUX")

    def _clause(self, anchor: int) -> tuple[int, int]:
        """The tokens between the verbs before and behind a head."""
        before = [v for v in self._verbs if v < anchor]
        behind = [v for v in self._verbs if v > anchor]
        start = before[-1] + 1 if before else 0
        return start if self._fronted(start, anchor) else anchor, behind[0] if behind else len(self.analysis.tokens)

    def _fronted_times(self, predicate: Predicate, first: int) -> list[int]:
        """*Over the past decade, pirates, often men who had fished, have attacked ships*: before a clause between."""
        spans = (p.tokens for s in self.words.time_slots for p in predicate.slots.get(s, ()) if p.tokens)
        own = {t for span in spans for t in (span[0] - 1, *span) if t < first}
        return [i for i in self._times if i in own] if own else []

    def _perfect_clause(self, anchor: int, last: int) -> int:
        """The end of the clause of a perfect, gerunds included (*has accused it of funding rebels for years*)."""
        if not any(t.norm in self.words.perfects for t in self.auxiliaries(anchor)):
            return last
        behind = (p.head for p in self.analysis.predicates if p.kind == "verb" and p.tense and p.head > anchor)
        return min(behind, default=len(self.analysis.tokens))

    def _joined_clause(self, anchor: int, last: int) -> int:
        """The end of the clause of the last of joined verbs: *bombed and occupied by Peru in the past*."""
        verbs = [v for v in self._verbs if v > anchor]
        tokens = self.analysis.tokens
        for verb, following in zip([anchor, *verbs], [*verbs, len(tokens)], strict=True):
            joins = tokens[verb + 1 : following]
            if following == len(tokens) or not all(t.pos in _JOINING for t in joins):
                return max(last, following)
        return last

    def _fronted(self, start: int, anchor: int) -> bool:
        """Whether what stands before the verb is its own: the verb before it, if any, is another sentence's part."""
        return start == 0 or any(t.text in (",", ";") for t in self.analysis.tokens[start:anchor])

    def _is_habitual(self, anchor: int) -> bool:
        tokens = self.analysis.tokens
        for i in range(anchor - 1, max(anchor - _REACH, -1), -1):
            if tokens[i].norm in self.words.habits or (i and self._is_formerly(i)):
                return True
            if tokens[i].pos not in _AUXILIARY:
                break
        return anchor + 1 < len(tokens) and tokens[anchor + 1].norm in self.words.later_habits

    def _is_formerly(self, i: int) -> bool:
        """*Was once arrested*, *the army once backed him*; *once convicted* is a clause."""
        before = self.analysis.tokens[i - 1]
        return self.analysis.tokens[i].norm in self.words.formerly and before.pos in _FORMER_SUBJECTS

    def _tells_former(self, predicate: Predicate) -> bool:
        """*The former minister, who resigned after a row*: without a day of the news."""
        if predicate.lemma not in self.words.leaving or predicate.clause != _RELATIVE or self.names_day(predicate):
            return False
        described = (t for p in predicate.slots.get("subject", ()) for t in p.tokens if t < predicate.head)
        return any(self.analysis.tokens[t].norm in self.words.former for t in described)

    def _is_testified(self, anchor: int) -> bool:
        """*Testified that she had told the governor*: of the verb of which the clause is the content."""
        over = (p for p in self.analysis.predicates if p.kind == "verb" and p.lemma in self.words.testifying)
        return any(p.head < anchor and q.head == anchor for p in over for q in p.slots.get("complement", ()))

    def is_to_come(self, act: Predicate, verb: Predicate) -> bool:
        """*At his next meeting*, *when he visits the region*: not yet, or a habit; a headline has it for the past."""
        if not self.has_story or self.analysis.sentence.index < 0:
            return False
        if act.kind == "noun":
            modifiers = act.slots.get("modifier", ()) if self.words.coming else ()
            if any(self.analysis.tokens[p.head].norm in self.words.coming for p in modifiers):
                return True
        if verb.clause == _RELATIVE and verb.tense is None and self._is_predicted(verb):
            return True
        present = verb.kind == "verb" and verb.tense == "present" and verb.modality is None
        return present and verb.clause in self.words.coming_clauses and self._is_simple_present(verb)

    def _is_predicted(self, verb: Predicate) -> bool:
        """*Peru's president will be the first to visit them*."""
        doing = {p.head for p in verb.slots.get("subject", ())}
        ahead = (p for p in self.analysis.predicates if p.modality == "future" and p.head < verb.head)
        return any(p.head in doing for q in ahead if "complement" in q.slots for p in q.slots.get("subject", ()))

    def doubt(self, verb: Predicate) -> str | None:
        """Why the sentence only asks how something is to be done, or says that nothing proves it; None without."""
        if self._asks_how(verb):
            return "asked how to do: a question, no deed"
        return "nothing proves it" if self.words.proofs and self._is_unproven(verb) else None

    def _is_unproven(self, verb: Predicate) -> bool:
        """*There is no evidence that he ordered the killing*."""
        if verb.clause != "complement":
            return False
        first = min((t for p in verb.slots.get("subject", ()) for t in p.tokens), default=verb.head)
        tokens = self.analysis.tokens[max(first - _REACH - 1, 0) : first]
        named = [i for i, t in enumerate(tokens) if t.lemma in self.words.proofs]
        return bool(named) and any(t.norm in self.words.no_proof for t in tokens[: named[0]])

    def _asks_how(self, predicate: Predicate) -> bool:
        """*Discussed how to build ties*, *how best to build them*: a question, no deed."""
        tokens = self.analysis.tokens
        for i in range(predicate.head - 1, max(predicate.head - _REACH, 0) - 1, -1):
            if tokens[i].norm in self.words.asked_how:
                return True
            if tokens[i].pos not in ("ADV", "PART", "ADP"):
                return False
        return False

    def _is_sum(self, predicate: Predicate, anchor: int, last: int) -> bool:
        """*The war has killed*, *has arrested some since 2015*, *has fought for ten years*, *has attacked many*."""
        tokens, words = self.analysis.tokens, self.words
        if not words.conflicts or self._names_day(anchor, last):
            return False
        conflict = any(tokens[p.head].lemma in words.conflicts for p in predicate.slots.get("subject", ()))
        if conflict and predicate.kind == "verb" and predicate.tense == "past":
            return True
        if self._is_counted(anchor, last):
            return True
        between = self.auxiliaries(self._first_of_list(anchor))
        if not any(t.norm in words.perfects for t in between):
            return False
        behind = tokens[anchor + 1 : last]
        term = predicate.lemma in words.terms
        if self._since_ever(anchor):
            return True
        lasts = any(
            (t.norm == "since" and not self._is_day(t.index + 1))
            or (t.norm == "for" and not term and self._spans(t.index, last))
            for t in behind
        )
        fronted = any(not self._is_day(p.tokens[0]) for p in predicate.slots.get(_SINCE, ()) if p.head < anchor)
        fronted = fronted or (self._norms[0] == _SINCE and not self._is_day(1))
        if lasts or fronted or any(t.norm in words.repeated for t in between):
            return True
        if self.analysis.sentence.index < _BODY:
            return False
        sides = [p for s in ("subject", "object") for p in predicate.slots.get(s, ()) if p.head < anchor]
        several = any(tokens[t].norm in words.many for p in sides for t in p.tokens if t < p.head)
        return several or any(map(self._is_many, (*behind, *(tokens[p.head] for p in sides))))

    def _first_of_list(self, anchor: int) -> int:
        """The first of verbs that share an auxiliary (*have been harassed, attacked or killed*)."""
        tokens = self.analysis.tokens
        while anchor > 1 and (tokens[anchor - 1].text == "," or tokens[anchor - 1].pos == "CCONJ"):
            if anchor - 2 not in self._verbs:
                break
            anchor -= 2
        return anchor

    def _since_ever(self, anchor: int) -> bool:
        """*Has invited him to visit ever since*, before the next verb with a tense."""
        if not self.words.lasting:
            return False
        norms = self._norms[anchor + 1 : self._perfect_clause(anchor, anchor)]
        return any(" ".join(pair) in self.words.lasting for pair in pairwise(norms))

    def _is_counted(self, anchor: int, last: int) -> bool:
        """*Was jailed twice*, *visited four times*: of hours or a day it is news (*three times in two hours*)."""
        tokens, words = self.analysis.tokens, self.words
        counts = [t.index for t in tokens[anchor + 1 : last] if t.norm in words.counts]
        several = (i for i in counts if tokens[i].norm not in _TIMES or tokens[i - 1].pos == "NUM")
        return any(True for _ in several) and not any(t.lemma in _SHORT for t in tokens[anchor + 1 :])

    def _follows_year(self, anchor: int) -> bool:
        """*Since 16 December 2014, when gunmen attacked a school*, *last year when he denied it*."""
        tokens = self.analysis.tokens
        when = next((i for i in range(anchor - 1, max(anchor - _CLAUSE, 1), -1) if tokens[i].norm == _WHEN), None)
        if when is None:
            return False
        last_year = " ".join(self._norms[when - 2 : when])
        return last_year in self.words.last_years or any(
            _YEAR.fullmatch(t.text) for t in tokens[max(when - 2, 0) : when]
        )

    def _is_day(self, start: int) -> bool:
        """Whether a day of a month follows (*since Feb. 5*): what began then may be news."""
        tokens = self.analysis.tokens[start : start + 3]
        return any(t.norm.rstrip(".") in self.words.months for t in tokens) and any(t.pos == "NUM" for t in tokens)

    def auxiliaries(self, anchor: int) -> list[Token]:
        """The auxiliaries and adverbs right before a verb."""
        found: list[Token] = []
        for token in reversed(self.analysis.tokens[:anchor]):
            if token.pos not in _AUXILIARY:
                break
            found.append(token)
        return found

    def _spans(self, start: int, last: int) -> bool:
        """Whether months or years follow a preposition (*for more than ten years*)."""
        return any(t.lemma in self.words.units for t in self.analysis.tokens[start + 1 : min(start + 6, last)])

    def _is_many(self, token: Token) -> bool:
        """*Dozens*, *thousands*, 1,400: more than one deed has."""
        digits = token.text.replace(",", "")
        return token.norm in self.words.many or (digits.isdigit() and int(digits) >= _MANY and "," in token.text)

    def _is_sequel(self, anchor: int, last: int) -> bool:
        """*Subsequently opened an investigation*, without a day of its own."""
        tokens = self.analysis.tokens
        around = tokens[max(anchor - 2, 0) : anchor + 2]
        return any(t.norm in self.words.sequels for t in around) and not self._names_day(anchor, last)

    def _names_day(self, first: int, last: int) -> bool:
        return any(t.norm in self.words.days for t in self.analysis.tokens[first:last])

    def _names_year(self, first: int, last: int) -> bool:
        return any(_YEAR.fullmatch(t.text) for t in self.analysis.tokens[first:last])

    def _is_past_perfect(self, anchor: int) -> bool:
        tokens = self.analysis.tokens
        if tokens[anchor].feats.get("asp") == "p" and self._is_under_auxiliary(anchor):
            return True
        for i in range(anchor - 1, max(anchor - _REACH, -1), -1):
            if tokens[i].norm in self.words.perfect and tokens[i].pos == "AUX":
                return True
            if tokens[i].pos not in _AUXILIARY:
                return False
        return False

    def _is_under_auxiliary(self, anchor: int) -> bool:
        """``كانت الحكومة قد علقت``: the auxiliary is a predicate whose complement the verb is."""
        over = (p for p in self.analysis.predicates if p.lemma in self.words.perfect and p.tense == "past")
        heads = {q.head for p in over for q in p.slots.get("complement", ())}
        return anchor in heads or (bool(heads) and self._joins_one_of(heads, anchor))

    def _joins_one_of(self, heads: set[int], anchor: int) -> bool:
        """``كان الجيش قد استولى على السلطة واعتقل الرئيس``: a verb joined with the same subject is told with it."""
        verbs = {p.head: p for p in self.analysis.predicates if p.kind == "verb" and p.clause is None}
        joined, subject = verbs.get(anchor), self._subject_of(verbs.get(anchor))
        if joined is None or not subject or self.analysis.tokens[anchor - 1].norm != "و":
            return False
        return any(h < anchor and self._subject_of(verbs.get(h)) == subject for h in heads)

    @staticmethod
    def _subject_of(verb: Predicate | None) -> list[int]:
        return [] if verb is None else [p.head for p in verb.slots.get("subject", ())]

    @cached_property
    def _norms(self) -> tuple[str, ...]:
        return tuple([t.norm for t in self.analysis.tokens])

    @cached_property
    def _times(self) -> list[int]:
        """The tokens that may tell of times long past."""
        units, ages, phrases = self.words.units, self.words.ages, self.words.phrases
        tokens = self.analysis.tokens
        return [i for i, t in enumerate(tokens) if t.lemma in units or t.norm in ages or t.norm in phrases]

    def _reaches_back(self, i: int) -> bool:
        """*Years ago*, *over four decades*, *in the past* at a token; *the worst in decades* is news."""
        tokens, words = self.analysis.tokens, self.words
        token = tokens[i]
        spans = token.lemma in words.units and (
            (i + 1 < len(tokens) and tokens[i + 1].norm in words.elapsed) or self._ends_span(i)
        )
        if not (spans or token.norm in words.ages or token.norm in words.phrases):
            return False
        around = tokens[max(i - 6, 0) : i]
        if any(t.norm in words.records for t in around):
            return False
        if spans or (token.norm in words.ages and any(t.pos == "ADP" for t in around)):
            return True
        return any(self._stands_at(i, p) for p in words.phrases.get(token.norm, ()))

    def _ends_span(self, unit: int) -> bool:
        """*In the past six years*, *over the last few months*: a number or adjective between."""
        tokens = self.analysis.tokens
        between = unit > 1 and tokens[unit - 1].pos in ("NUM", "ADJ")
        return between and tokens[unit - 2].norm in self.words.spanning

    def _stands_at(self, i: int, phrase: tuple[str, ...]) -> bool:
        """Whether a phrase stands there and ends there: *in the past six weeks* is not *in the past*."""
        tokens, end = self.analysis.tokens, i + len(phrase)
        if self._norms[i:end] != phrase:
            return False
        return not (end < len(tokens) and tokens[end - 1].pos == "ADJ" and tokens[end].pos in ("NUM", "NOUN", "ADJ"))


def _has_agent(passive: Predicate) -> bool:
    return bool(passive.slots.get("subject") or passive.slots.get("by"))
