"""When an event happened: which time expression of a sentence belongs to which predicate.

An expression belongs to the predicate whose slot it fills, to the event noun that it modifies ("the 2003 invasion"), or
to the nearest verb of its clause. A predicate without one takes the date of what it is told together with: its report,
the verb it is joined to, the attack in which it happened. Dates taken over in this way must be recent, since old ones
are background; failing all, an event has the day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from coder.attributes import time_words as words
from coder.attributes.date_words import NO_WORDS, DateWords
from coder.attributes.dates_expressions import PERIOD, Expression, expressions
from coder.attributes.dates_readers import Context, Precision
from coder.model import Analysis, Document, Phrase, Predicate, Token

RECENT_DAYS = 14
"""How old a date may be that a predicate takes over from another clause."""
_JOINED = 4  # verbs on either side that a clause may be joined to

_DATELINE = re.compile(r"[^.\n]{2,60}?\(?[^.\n()]{0,20}\)?\s*[-–—:]\s")
_GENITIVE = frozenset({"genitive", "of", "modifier"})
_WHERE = frozenset("في ب قرب على علي شمال جنوب شرق غرب شمالي جنوبي شرقي غربي وسط داخل".split())
_HAPPENED_IN = frozenset({"subject", "in", "during", "by", "with", "when", "amid", "participle"}) | {
    "في", "خلال", "اثناء", "ب", "اثر", "جراء", "عندما", "لدي"
}  # fmt: skip
_CORE = frozenset({"subject", "object", "complement"})
_FRONTED_YEAR = re.compile(r"In (?:19|20)\d\d")
_BARE_YEAR = re.compile(r"(?:in )?(?:19|20)\d\d")
_GROUNDS, _PREPOSITION = ("for", "of", "over", "as"), 4  # code points: " in "
_RELATIVE = frozenset({"relative", "participle"})
_AIMS = frozenset({"infinitive", "purpose"})
_DESCRIBES = frozenset({"participle", "attributive", "relative"})
_MEANWHILE = frozenset({"when", "as", "while", "participle", "عندما", "حين", "حينما", "فيما", "بينما"})
_APART = frozenset({"after", "before", "بعد", "قبل"})


class When(NamedTuple):
    """The date of an event, how exact it is, the words that gave it and the rule that read them."""

    date: date | None = None
    precision: Precision | None = None
    text: str | None = None
    rule: str | None = None


def time_of(analysis: Analysis, predicate: Predicate, document: Document, verbs: DateWords = NO_WORDS) -> When:
    """The date of a predicate, else the day of publication. Without that day only full dates count."""
    found = _Dating(_placed(analysis), document, verbs).when(predicate)
    if found is not None:
        return found
    if document.date is not None:
        return When(document.date, "publication", None, "publication")
    return When()


def speaks_of_old_times(analysis: Analysis, document: Document, days: int, until: int | None = None) -> bool:
    """Whether a sentence names times, all of them more than ``days`` before publication; named before ``until``."""
    if document.date is None:
        return False
    context, limit = Context(document.date, False), document.date - timedelta(days=days)
    found = [(e.start, resolved[0]) for e in expressions(analysis) if (resolved := e.resolve(context)) is not None]
    return bool(found) and all(day < limit and (until is None or start < until) for start, day in found)


# ---------------------------------------------------------------- what an expression belongs to


class _Placed:
    """The time expressions of a sentence by the predicates they belong to."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.predicates = sorted(analysis.predicates, key=lambda p: p.start)
        self.verbs = [p for p in self.predicates if p.kind == "verb"]
        self.by_head = {p.head: p for p in self.predicates}
        self.own: dict[int, list[Expression]] = {}
        self.dateline: list[Expression] = []
        self.opening: Expression | None = None
        dateline = _DATELINE.match(analysis.sentence.text) if analysis.sentence.index <= 0 else None
        until = analysis.sentence.start + dateline.end() if dateline else -1
        for expression in expressions(analysis):
            if expression.end <= until and not any(p.start < until for p in self.verbs):
                self.dateline.append(expression)
                continue
            hosts = self._hosts(expression)
            if self._opens(expression) and any(p.kind == "verb" for p in hosts):
                self.opening = expression
            for predicate in hosts:
                self.own.setdefault(predicate.head, []).append(expression)

    def _opens(self, expression: Expression) -> bool:
        """Whether it opens the sentence, after at most a conjunction and a preposition, and a comma or verb follows."""
        before = [t for t in self.analysis.tokens if t.end <= expression.start]
        after = next((t for t in self.analysis.tokens if t.start >= expression.end), None)
        bare = all(t.pos in ("CCONJ", "ADP", "ADV", "PUNCT") for t in before) and len(before) <= 3
        follows = after is not None and (after.norm in (",", "،") or after.pos == "VERB")
        return bare and (follows or self._is_fronted_year(expression))

    def _is_fronted_year(self, expression: Expression) -> bool:
        """*In 2005 rebels attacked*, which parsers read as the number of the rebels; not *In 2005 cases, ...*."""
        tokens = self.analysis.tokens
        if self.analysis.sentence.lang != "en" or not tokens or not _FRONTED_YEAR.fullmatch(expression.text):
            return False
        behind = [t for t in tokens if t.start >= expression.end][:2]
        counts = len(behind) == 2 and behind[0].pos == "NOUN" and behind[1].norm == ","
        return tokens[0].start == expression.start and not counts

    def _hosts(self, expression: Expression) -> list[Predicate]:
        if self._is_fronted_year(expression):
            return self._by_order(expression)
        arabic = self.analysis.sentence.lang == "ar"
        if (deed := self._deed_before(expression)) is not None:
            return [deed]
        found = self._after_noun(expression) if arabic and expression.exact == PERIOD else None
        if found is None:
            found = self._by_slot(expression)
        if found is None:
            found = self._by_modified(expression)
        if found is None:
            found = self._by_order(expression)
        return found

    def _deed_before(self, expression: Expression) -> Predicate | None:
        """*Sentenced for the killing of a judge in 2014*: a year right behind a deed with its victim is the deed's."""
        if self.analysis.sentence.lang != "en" or _BARE_YEAR.fullmatch(expression.text) is None:
            return None
        for verb in self.verbs:
            if verb.end < expression.start:
                for phrase in (p for s in _GROUNDS for p in verb.slots.get(s, ())):
                    near = 0 < expression.start - phrase.end <= _PREPOSITION
                    if near and phrase.kind == "noun" and (phrase.genitives or phrase.attached):
                        return self.by_head.get(phrase.head)
        return None

    def _by_slot(self, expression: Expression) -> list[Predicate] | None:
        """The predicates in whose slots it stands; None when it stands in no phrase of its own."""
        direct: list[Predicate] = []
        below: list[Predicate] | None = None
        for predicate in self.predicates:
            for slot, phrases in predicate.slots.items():
                for phrase in phrases:
                    for parents, relation in self._paths(phrase, slot, expression):
                        if not parents:
                            direct.append(predicate)
                            continue
                        nouns = [self.by_head[p.head] for p in parents if p.head in self.by_head]
                        if nouns:
                            below = [nouns[-1]]
                        elif below is None:
                            # In Arabic an adverb of time is easily read as genitive of the place before it.
                            bound = relation in _GENITIVE and slot not in _WHERE
                            below = [] if bound else [predicate]
        return direct or below

    def _paths(
        self, phrase: Phrase, relation: str, expression: Expression, above: tuple[Phrase, ...] = ()
    ) -> Iterator[tuple[tuple[Phrase, ...], str]]:
        """The phrases above the expression where it is a phrase of its own below this one."""
        if phrase.kind == "clause" or not phrase.start <= expression.anchor < phrase.end or len(above) > 8:
            return
        if self._is_time(phrase, expression):
            yield above, relation
            return
        for kind, inner in _below(phrase):
            yield from self._paths(inner, kind, expression, (*above, phrase))

    def _is_time(self, phrase: Phrase, expression: Expression) -> bool:
        if expression.start <= phrase.head_start < expression.end:
            return True
        head = self.analysis.tokens[phrase.head]
        return (head.lemma in words.TIME_NOUNS or head.norm in words.TIME_NOUNS) and phrase.end > expression.start

    def _by_modified(self, expression: Expression) -> list[Predicate] | None:
        """The event noun that it modifies; an empty list when it modifies another noun ("the 2003 law")."""
        tokens = self.analysis.tokens
        own = {t.index for t in tokens if t.start < expression.end and expression.start < t.end and t.text.isalnum()}
        for phrase in _all_phrases(self.analysis):
            inside = phrase.head not in own and own & set(phrase.tokens)
            if inside and phrase.kind != "clause" and not self._is_time(phrase, expression):
                last = max(own & set(phrase.tokens))
                if last < phrase.head or tokens[last].pos == "NUM":
                    return [self.by_head[phrase.head]] if phrase.head in self.by_head else []
        return self._after_noun(expression)

    def _after_noun(self, expression: Expression) -> list[Predicate] | None:
        """Right behind an event noun in a circumstance it is that noun's: بسبب غزو العراق عام 2003, في هجوم الجمعة."""
        if self.analysis.sentence.lang == "en" and expression.exact > PERIOD:
            return None
        for verb in self.verbs:
            for slot, phrases in verb.slots.items():
                for phrase in phrases:
                    near = 0 <= expression.start - phrase.end <= 3
                    if near and slot not in _CORE and phrase.kind == "noun" and phrase.head in self.by_head:
                        return [self.by_head[phrase.head]]
        return None

    def _by_order(self, expression: Expression) -> list[Predicate]:
        """The nearest verb before it in its clause, else the first one after it."""
        before = [v for v in self.verbs if v.start < expression.start]
        after = [v for v in self.verbs if v.start >= expression.end]
        while before:
            verb = before[-1]
            between = [t for t in self.analysis.tokens if verb.end <= t.start and t.end <= expression.start]
            outer = len(before) > 1 or bool(after)
            commas = [t.norm in (",", "،") for t in between]
            closed = (verb.clause in _RELATIVE and any(commas)) or (verb.clause in _AIMS and commas[-1:] == [True])
            if outer and (closed or (verb.clause in _RELATIVE and self._is_dated(verb, expression))):
                before.pop()
                continue
            if after and any(_opens_clause(t) for t in between):
                break
            return [verb]
        main = [v for v in after if v.clause not in _RELATIVE] or after
        if main:
            return [main[0]]
        return self.predicates[:1] if not before else [before[-1]]

    def _is_dated(self, verb: Predicate, expression: Expression) -> bool:
        return any(e is not expression and e.exact for e in self.own.get(verb.head, ()))


def _opens_clause(token: Token) -> bool:
    return token.pos == "SCONJ" and token.norm in ("that", "ان", "because", "while", "whereas", "فيما", "بينما", "لان")


def _below(phrase: Phrase) -> Iterator[tuple[str, Phrase]]:
    for inner in phrase.genitives:
        yield "genitive", inner
    for inner in phrase.appositions:
        yield "apposition", inner
    for relation, phrases in phrase.attached.items():
        for inner in phrases:
            yield relation, inner


def _all_phrases(analysis: Analysis) -> Iterator[Phrase]:
    yield from analysis.phrases
    for predicate in analysis.predicates:
        for phrases in predicate.slots.values():
            yield from phrases


@lru_cache(maxsize=4)
def _placed(analysis: Analysis) -> _Placed:
    return _Placed(analysis)


# ---------------------------------------------------------------- what a predicate is dated by


_STEPS = 300  # governors that are asked for one date; a text of nothing but verbs has paths without end


class _Dating:
    """Dates the predicates of one sentence of a document."""

    def __init__(self, placed: _Placed, document: Document, verbs: DateWords) -> None:
        self.placed, self.document, self.verbs = placed, document, verbs
        self._steps = 0

    def when(self, predicate: Predicate) -> When | None:
        """Its own date, else one that it takes over; a sentence that names no time has none."""
        if not self.placed.own and not self.placed.dateline:
            return None
        self._steps = _STEPS
        return (
            self._dated(predicate, frozenset())
            or self._by_opening(predicate)
            or self._by_sentence(predicate)
            or self._by_dateline()
        )

    def _dated(self, predicate: Predicate, seen: frozenset[int]) -> When | None:
        self._steps -= 1
        if predicate.head in seen or self._steps < 0:
            return None
        seen |= {predicate.head}
        return self._own(predicate) or self._by_act(predicate) or self._taken_over(predicate, seen)

    def _own(self, predicate: Predicate) -> When | None:
        """By its own expressions, or those of its support verb or of the relative clause that says it happened."""
        heads = [predicate.head]
        heads += [h for h in (predicate.support, predicate.support_for) if h is not None]
        for head in heads:
            found = self._best(self.placed.own.get(head, ()), predicate)
            if found is not None:
                return found
        return self._by_relative(predicate) if predicate.kind == "noun" else None

    def _by_relative(self, noun: Predicate) -> When | None:
        """An attack *that took place in May*; other relative clauses only with a recent date."""
        for verb in self.placed.verbs:
            if verb.clause == "relative" and _is_subject(noun, verb):
                found = self._best(self.placed.own.get(verb.head, ()), verb)
                if found is not None and (verb.lemma in self.verbs.happens or self._is_recent(found)):
                    return found
        return None

    def _best(self, found: list[Expression] | tuple[Expression, ...], predicate: Predicate) -> When | None:
        future = predicate.modality == "future" or predicate.tense == "future"
        context = Context(self.document.date, future)
        nearest = sorted(found, key=lambda e: (-e.exact, max(e.start - predicate.end, predicate.start - e.end, 0)))
        for expression in nearest:
            resolved = expression.resolve(context)
            if resolved is not None:
                return When(resolved[0], resolved[1], expression.text, resolved[2])
        return None

    def _by_act(self, predicate: Predicate) -> When | None:
        """By the attack in which it happened: killed in Monday's raid."""
        slots = _HAPPENED_IN if predicate.kind == "verb" else _HAPPENED_IN - {"subject"}
        for slot, phrases in predicate.slots.items():
            for phrase in phrases if slot in slots else ():
                inner = self.placed.by_head.get(phrase.head)
                found = self._own(inner) if inner is not None and inner is not predicate else None
                if found is not None and (slot != "participle" or self._is_recent(found)):
                    return _by(found, "of the act")
        act = self._act_behind(predicate) if predicate.kind == "noun" else None
        found = self._own(act) if act is not None else None
        return None if found is None else _by(found, "of the act")

    def _act_behind(self, noun: Predicate) -> Predicate | None:
        """The event noun that follows in a circumstance of the same clause: مقتل جنديين في هجوم."""
        tokens = self.placed.analysis.tokens
        for token in tokens[noun.head + 1 : noun.head + 7]:
            if token.pos in ("VERB", "PUNCT", "SCONJ", "CCONJ"):
                return None
            act = self.placed.by_head.get(token.index)
            if act is not None and act.kind == "noun":
                return act if tokens[token.index - 1].norm in _HAPPENED_IN else None
        return None

    def _taken_over(self, predicate: Predicate, seen: frozenset[int]) -> When | None:
        for governor, slot in self._governors(predicate):
            rule = self._link(predicate, governor, slot)
            found = self._dated(governor, seen) if rule else None
            if found is not None and rule and (slot in _MEANWHILE or self._is_recent(found)):
                return _by(found, rule)
        host = self._described_party(predicate)
        found = self._own(host) if host is not None else None
        if found is not None and self._is_recent(found):
            return _by(found, "of the clause")
        for meanwhile in self._meanwhile(predicate):
            if (found := self._own(meanwhile)) is not None:
                return _by(found, "of the joined clause")
        for joined in self._joined(predicate):
            found = self._own(joined) or self._by_act(joined)
            if found is not None and (self._is_recent(found) or _same_subject(predicate, joined)):
                return _by(found, "of the joined clause")
        return None

    def _described_party(self, predicate: Predicate) -> Predicate | None:
        """What befell those whom a participle describes at the time: *dispersed students protesting the rise*."""
        if predicate.kind != "verb" or predicate.tense is not None or predicate.voice == "passive":
            return None
        if predicate.clause not in _DESCRIBES or predicate.modality is not None:
            return None
        subjects = {p.head for p in predicate.slots.get("subject", ()) if p.head < predicate.head}
        for governor in reversed([p for p in self.placed.predicates if p.head < predicate.head and p.kind == "verb"]):
            if any(p.head in subjects for s in ("object", "on", "at", "against") for p in governor.slots.get(s, ())):
                above = next((g for g, _ in self._governors(governor)), governor)
                return above if self._own(governor) is None else governor
        return None

    def _governors(self, predicate: Predicate) -> Iterator[tuple[Predicate, str]]:
        heads = {predicate.head, predicate.support}
        for governor in self.placed.predicates:
            for slot, phrases in governor.slots.items():
                if governor.head not in heads and any(p.head in heads for p in phrases):
                    yield governor, slot

    def _link(self, predicate: Predicate, governor: Predicate, slot: str) -> str | None:
        """How the date of a governor reaches what stands in a slot of it; None when it does not."""
        if predicate.modality == "future" or predicate.clause == "relative":
            return None
        if slot == "complement" or (slot == "object" and governor.lemma in self.verbs.reports):
            return "of the report"
        if predicate.is_bare_noun:
            result = governor.lemma in self.verbs.leads and slot not in _CORE
            return "of the act" if slot in _HAPPENED_IN or result else None
        if slot in _APART and self._is_apart(predicate):
            return None
        return "of the clause" if slot not in _CORE else None

    def _is_apart(self, predicate: Predicate) -> bool:
        """Whether a stretch of time lies between a clause and its governor: *two days* after ..."""
        tokens = self.placed.analysis.tokens
        marks = [t.index for t in tokens[: predicate.head] if t.norm in _APART]
        return bool(marks) and marks[-1] > 0 and tokens[marks[-1] - 1].lemma in words.UNITS

    def _meanwhile(self, predicate: Predicate) -> Iterator[Predicate]:
        """What went on when a deed was done (*was shot as he walked home in May 2014*): of one time with it."""
        for clause in (p for slot, phrases in predicate.slots.items() if slot in _MEANWHILE for p in phrases):
            inner = self.placed.by_head.get(clause.head)
            if inner is not None and inner.kind == "verb" and inner.tense == "past":
                yield inner

    def _joined(self, predicate: Predicate) -> Iterator[Predicate]:
        """Verbs that it is joined to by a conjunction: the nearest before it, then the nearest after it."""
        verbs = self.placed.verbs
        predicate = self.placed.by_head.get(predicate.support or -1, predicate)
        if predicate not in verbs or predicate.clause == "relative":
            return
        position = verbs.index(predicate)
        before, after = verbs[max(0, position - _JOINED) : position], verbs[position + 1 : position + 1 + _JOINED]
        for other in (*reversed(before), *after):
            if (
                other.clause == predicate.clause
                and other.tense == predicate.tense
                and self._conjoined(predicate, other)
            ):
                yield other

    def _conjoined(self, one: Predicate, other: Predicate) -> bool:
        first, second = sorted((one, other), key=lambda p: p.start)
        between = self.placed.analysis.tokens[first.head + 1 : second.head]
        return any(t.pos == "CCONJ" for t in between) and not any(t.pos == "SCONJ" for t in between)

    def _is_recent(self, found: When) -> bool:
        published, day = self.document.date, found.date
        if published is None or day is None:
            return published is None and day is not None
        return found.precision in ("day", "week") and timedelta(0) <= published - day <= timedelta(days=RECENT_DAYS)

    def _by_opening(self, predicate: Predicate) -> When | None:
        """By the words that open the sentence: *In May, ...* holds for all of it."""
        opening = self.placed.opening
        found = self._best([opening], predicate) if opening is not None else None
        return None if found is None else _by(found, "of the sentence")

    def _by_sentence(self, predicate: Predicate) -> When | None:
        """A verb of a main clause takes a recent day that another main clause names."""
        if predicate.kind != "verb" or predicate.clause is not None:
            return None
        for verb in self.placed.verbs:
            found = self._own(verb) if verb.clause is None and verb is not predicate else None
            if found is not None and self._is_recent(found):
                return _by(found, "of the sentence")
        return None

    def _by_dateline(self) -> When | None:
        for expression in self.placed.dateline:
            resolved = expression.resolve(Context(self.document.date, False))
            if resolved is not None:
                return When(resolved[0], resolved[1], expression.text, f"{resolved[2]} of the dateline")
        return None


def _same_subject(one: Predicate, joined: Predicate) -> bool:
    """Whether a later verb shares the subject of one before it: *cut ties in 1961 and imposed an embargo*."""
    heads = {p.head for p in joined.slots.get("subject", ())}
    own = {p.head for p in one.slots.get("subject", ())}
    return joined.start < one.start and bool(heads & own)


def _is_subject(noun: Predicate, relative: Predicate) -> bool:
    return any(p.head == noun.head for p in relative.slots.get("subject", ())) or relative.support_for == noun.head


def _by(found: When, how: str) -> When:
    rule = found.rule or ""
    return found._replace(rule=rule if " of the " in rule else f"{rule} {how}")
