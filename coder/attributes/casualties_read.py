"""The tolls that a sentence reports: each word of harm with the numbers of its victims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from coder.attributes.casualties_words import CasualtyWords
from coder.attributes.dates_expressions import expressions
from coder.attributes.numbers import Quantity, quantities
from coder.model import Analysis, Phrase, Predicate, Token

Harm = Literal["killed", "injured"]

_REACH_BEFORE, _REACH_AFTER, _REACH_NO = 5, 8, 8
_STOPS = frozenset({"PUNCT", "CCONJ", "SCONJ", "VERB"})
_OF = frozenset({"of", "من", "ب"})
_COMMAS = frozenset({",", "،", "-", "–"})
_STATES = frozenset({"dead", "injured", "wounded", "hurt", "killed"})
_ANOTHER = frozenset({"another", "اخر", "اخري"})
_BEHIND = {"واحد": 1, "اثنان": 2}  # شرطيين اثنين
_SPEAKER = frozenset({"accord", "حسب", "وفق", "بحسب", "وفقا"})
_POST_BOUNDS = (("علي", "الاقل"), ("at", "least"), ("or", "more"))


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people killed or injured and the words that say so; ``value`` is None where they are vague.

    ``civilians``: how many of them are said to be civilians.
    """

    harm: Harm
    value: int | None
    low: int | None
    high: int | None
    start: int
    end: int
    marker: int
    civilians: int | None = None


@dataclass(frozen=True, slots=True)
class Toll:
    """The counts of one word of harm (a token); ``nobody``: the text says that there were none.

    ``places``: offsets of its numbers and its word. ``total``: a running total ("the toll rose to 40").
    """

    harm: Harm
    word: int
    counts: tuple[Count, ...]
    places: tuple[int, ...]
    nobody: bool = False
    total: Literal["", "new", "running"] = ""


class SentenceReader:
    """Reads the tolls of one sentence."""

    def __init__(self, analysis: Analysis, words: CasualtyWords) -> None:
        self.analysis, self.words, self.tokens, self.lang = analysis, words, analysis.tokens, analysis.sentence.lang
        self.by_head = {p.head: p for p in analysis.predicates}
        self.harms: dict[int, Harm] = {}
        for index, token in enumerate(self.tokens):
            if _is_one_of(token, words.injured):
                self.harms[index] = "injured"
            elif _is_one_of(token, words.killed):
                self.harms[index] = "killed"
        self._by_result()
        self.counted: set[int] = set()
        self.quantities: list[Quantity] = []
        self.used: set[int] = set()

    def _by_result(self) -> None:
        """Shot dead, stabbed to death: the verb is the word of harm, not its result."""
        for predicate in self.analysis.predicates if self.lang == "en" else ():
            results = [p.head for p in predicate.slots.get("to", ()) if self.tokens[p.head].lemma == "death"]
            if predicate.lemma.endswith((" dead", " down")) or results:
                for index in (*results, predicate.head + 1):
                    self.harms.pop(index, None)
                self.harms[predicate.head] = "killed"

    def tolls(self) -> Iterator[Toll]:
        """The tolls in the order of their words, those that repeat or total others left out."""
        if not self.words.killed:
            return
        nobody = list(self._nobody())
        self.quantities = list(self._people())
        found = [
            *self._by_next_word(),
            *self._by_lives(),
            *self._by_victims(),
            *self._by_neighbours(),
            *self._by_toll_word(),
        ]
        plain = [t for t in found if not t.total]
        for harm in ("killed", "injured"):
            told = [t for t in plain if t.harm == harm]
            totals = [t for t in found if t.total and t.harm == harm]
            yield from _reconciled(told, totals, self._differ(told))
        yield from nobody

    # ------------------------------------------------------------------ numbers

    def _people(self) -> Iterator[Quantity]:
        """Numbers that may count people, Arabic duals among them: no dates, ages or distances."""
        times = [(e.start, e.end) for e in expressions(self.analysis)]
        found = quantities(self.tokens, self.lang)
        taken = {index for quantity in found for index in range(quantity.first, quantity.last)}
        heads = {phrase.head for phrase in self.analysis.phrases}
        for index, token in enumerate(self.tokens):
            dual = token.feats.get("num") == "d" and (token.pos == "NOUN" or token.index in heads)
            if dual and index not in taken and index - 1 not in taken:
                found.append(Quantity(index, index + 1, 2, noun=True))
        for quantity in sorted(found, key=lambda q: q.first):
            start = self.tokens[quantity.first].start
            if quantity.value is None and self._is_toll_word(quantity.last - 1):
                continue
            dated = quantity.value is not None and any(a <= start < b for a, b in times)
            if not dated and not self._is_age(quantity) and self._counts_people(quantity):
                yield quantity

    def _is_age(self, quantity: Quantity) -> bool:
        before = self.tokens[max(0, quantity.first - 3) : quantity.first]
        after = self.tokens[quantity.last : quantity.last + 3]
        aged = any(_is_one_of(t, self.words["age"]) for t in before)
        years = [t.lemma for t in after][:2] == ["-", "year"] or [t.norm for t in after][1:2] == ["old"]
        return aged or years or (bool(after) and after[0].norm.startswith("-year"))

    def _counts_people(self, quantity: Quantity) -> bool:
        noun = self._counted(quantity)
        if noun is None or noun in self.harms:
            return True
        return not _is_one_of(self.tokens[noun], self.words["unit"])

    def _counted(self, quantity: Quantity) -> int | None:
        """The noun that a number counts."""
        if quantity.noun:
            return quantity.first
        for index in range(quantity.last, min(len(self.tokens), quantity.last + 5)):
            token = self.tokens[index]
            own = index == quantity.last and (index in self.harms or (self.lang == "ar" and token.pos == "ADJ"))
            if own or token.pos in ("NOUN", "PROPN") or token.norm == "%":
                return index
            if token.pos in ("PUNCT", "VERB", "AUX", "CCONJ", "SCONJ") or (
                token.pos == "ADP" and token.norm not in _OF
            ):
                return None
        return None

    def _by_next_word(self) -> Iterator[Toll]:
        """Two dead and 20 injured, three people dead: the word of harm right behind the people it is said of."""
        if self.lang != "en":
            return
        for quantity in self.quantities:
            word = quantity.last
            if word < len(self.tokens) and self.tokens[word].lemma in ("people", "other", "others"):
                word += 1
            said = word in self.harms and self.tokens[word].norm in _STATES
            following = self.tokens[word + 1].pos if word + 1 < len(self.tokens) else ""
            if said and not self._is_part(quantity) and following not in ("NOUN", "PROPN", "DET", "NUM", "ADP", "AUX"):
                self.used.add(quantity.first)
                self.counted.add(word)
                yield self._toll(self.harms[word], word, [self._count(quantity, self.harms[word], word)])

    # ------------------------------------------------------------------ victims in slots

    def _by_victims(self) -> Iterator[Toll]:
        for index, harm in self.harms.items():
            predicate = self.by_head.get(index)
            if predicate is None or predicate.negated or index in self.counted:
                continue
            counts: list[Count] = []
            for phrase in self._victims(predicate):
                if counts and not self._follows(counts[-1], phrase):
                    continue
                more = list(self._in_phrase(phrase, harm, index))
                vague = bool(counts) and all(c.value is None for c in more)
                counts.extend([] if vague and not self._is_quantified(phrase) else more)
            if counts:
                counts = self._with_rival([*counts, *self._continued(counts[-1], harm, index)], harm, index)
            if counts and not (all(c.value is None for c in counts) and self._is_numbered_beside(index)):
                self.counted.add(index)
                yield self._toll(harm, index, counts)

    def _continued(self, last: Count, harm: Harm, word: int) -> Iterator[Count]:
        """A further number of the list that is no phrase of its own: "a mayor and two of his guards"."""
        for quantity in self.quantities:
            between = [t for t in self.tokens[: quantity.first] if t.start >= last.end]
            follows = len(between) in (1, 2) and between[-1].pos == "CCONJ" and quantity.first not in self.used
            behind = self.tokens[quantity.last : quantity.last + 1]
            if follows and behind and behind[0].norm in _OF and not self._is_part(quantity):
                self.used.add(quantity.first)
                yield self._count(quantity, harm, word)

    def _with_rival(self, counts: list[Count], harm: Harm, word: int) -> list[Count]:
        """One count of two that two speakers give: "16 soldiers according to the army and 20 according to doctors"."""
        if len(counts) != 1 or counts[0].value is None:
            return counts
        after = next((t.index for t in self.tokens if t.start >= counts[0].end), len(self.tokens))
        if not any(_is_one_of(t, _SPEAKER) for t in self.tokens[after : after + 2]):
            return counts
        for quantity in self.quantities:
            behind = self.tokens[quantity.last : quantity.last + 3]
            free = quantity.first > after and quantity.first not in self.used and quantity.value is not None
            if free and any(_is_one_of(t, _SPEAKER) for t in behind):
                self.used.add(quantity.first)
                return [_lowest((counts[0], self._count(quantity, harm, word)))]
        return counts

    def _is_quantified(self, phrase: Phrase) -> bool:
        return any(phrase.start <= self.tokens[q.first].start < phrase.end for q in self.quantities)

    def _follows(self, count: Count, phrase: Phrase) -> bool:
        """Whether a further phrase of victims stands right behind the last: no conjunct of a circumstance between."""
        between = [t for t in self.tokens if count.end <= t.start and t.end <= phrase.start]
        return not any(t.pos == "ADP" and t.norm not in _OF for t in between)

    def _is_numbered_beside(self, index: int) -> bool:
        """Whether a free number stands right behind the word of harm."""
        return any(q.first == index + 1 and q.first not in self.used for q in self.quantities)

    def _victims(self, predicate: Predicate) -> tuple[Phrase, ...]:
        slots = predicate.slots
        if predicate.kind == "noun":
            return slots.get("genitive", ()) + slots.get("of", ()) + slots.get("object", ())
        if "object" not in slots and predicate.lemma in self.words["dies"]:
            return slots.get("subject", ())
        return slots.get("object", ())

    def _in_phrase(self, phrase: Phrase, harm: Harm, word: int) -> Iterator[Count]:
        """The numbers of one phrase of victims, or one for a single person, or an unknown number."""
        inside = [q for q in self.quantities if phrase.start <= self.tokens[q.last - 1].start < phrase.end]
        if any(q.first in self.used for q in inside):
            return
        inside = [q for q in inside if not self._is_part(q) and not self._is_below(q, phrase)]
        if inside:
            first = inside[0]
            chosen = [first, *(q for q in inside[1:] if self._listed(inside[0], q))]
            for quantity in chosen:
                self.used.add(quantity.first)
                yield self._count(quantity, harm, word)
            self.used.update(q.first for q in inside)
            return
        number = self._unnumbered(phrase)
        if number is not None:
            yield self._of_phrase(phrase, number, harm, word)

    def _is_below(self, quantity: Quantity, phrase: Phrase) -> bool:
        """A number further down: two of *the 300* protesters, the commander of *two* brigades."""
        if quantity.first <= phrase.head < quantity.last or quantity.first in phrase.tokens:
            return False
        own = any(t in phrase.tokens for t in range(quantity.first, quantity.last))
        if own or quantity.last == phrase.head:
            return False
        head = self.tokens[phrase.head]
        transparent = head.pos == "NUM" or any(q.first <= phrase.head < q.last for q in self.quantities)
        return transparent or head.lemma in self.words["person"] or quantity.first > phrase.head + 1

    def _unnumbered(self, phrase: Phrase) -> int | None:
        """1 for one person, 0 for people without a number, None where it is no person."""
        token = self.tokens[phrase.head]
        if token.norm in _ANOTHER:
            return 1
        before = self.tokens[phrase.head - 1].norm if phrase.head else ""
        group = _is_one_of(token, self.words["group"])
        if group or _is_one_of(token, self.words["unit"]) or phrase.kind != "noun":
            return None
        if self.lang == "en":
            if token.feats.get("number") == "p" or (token.pos == "NOUN" and token.norm != token.lemma):
                return 0 if token.lemma in self.words["person"] or token.lemma in self.words["civilian"] else None
            named = any(e.label == "PERSON" and e.start <= token.start < e.end for e in self.analysis.entities)
            person = token.lemma in self.words["person"] or token.lemma in self.words["civilian"]
            indefinite = any(self.tokens[i].norm in ("a", "an") for i in phrase.tokens[:1]) and token.pos != "VERB"
            indefinite = indefinite and token.lemma not in self.words["thing"]
            nationality = indefinite and token.pos == "PROPN"
            return (
                1
                if (named or person or nationality or (indefinite and token.pos == "NOUN")) and before != "no"
                else None
            )
        following = self.tokens[phrase.head + 1] if phrase.head + 1 < len(self.tokens) else None
        if following is not None and following.pos == "NUM" and following.lemma in _BEHIND:
            return _BEHIND[following.lemma]
        if token.feats.get("num") == "p":
            return 0 if _is_one_of(token, self.words["person"]) or _is_one_of(token, self.words["civilian"]) else None
        person = any(_is_one_of(token, self.words[name]) for name in ("person", "civilian", "agents"))
        return 1 if person and token.feats.get("num", "s") == "s" else None

    def _of_phrase(self, phrase: Phrase, number: int, harm: Harm, word: int) -> Count:
        people = [self.tokens[i] for i in phrase.tokens]
        start, end = min(t.start for t in people), max(t.end for t in people)
        value = number or None
        civilians = value if any(_is_one_of(t, self.words["civilian"]) for t in people) else None
        return Count(harm, value, value, value, start, end, self.tokens[word].start, civilians)

    # ------------------------------------------------------------------ set phrases

    def _by_lives(self) -> Iterator[Toll]:
        """Claimed the lives of 20, lost their lives; أودى بحياة 20، لقي 20 مصرعهم."""
        for predicate in self.analysis.predicates:
            if predicate.kind != "verb" or predicate.negated:
                continue
            objects = [p for slot in ("object", "ب") for p in predicate.slots.get(slot, ())]
            lives = [p for p in objects if self.tokens[p.head].lemma in self.words["lives"]]
            fate = predicate.lemma in self.words["loses"] and any(p.head in self.harms for p in objects)
            if predicate.lemma in self.words["loses"] and (lives or fate or self._has_end(predicate)):
                phrases: Iterable[Phrase] = predicate.slots.get("subject", ())
            elif lives:
                phrases = [g for p in lives for g in (*p.genitives, p)] + [p for p in objects if p not in lives]
            else:
                continue
            counts = [c for p in phrases for c in self._in_phrase(p, "killed", predicate.head) if c.value != 1 or fate]
            if counts:
                self.counted.update(p.head for p in objects)
                yield self._toll("killed", predicate.head, counts)

    def _has_end(self, predicate: Predicate) -> bool:
        return any(t.lemma == "حتف" or t.norm == "حتف" for t in self.tokens[predicate.head : predicate.head + 8])

    def _by_toll_word(self) -> Iterator[Toll]:
        """A toll, or a number of dead, that rose to, was put at or stands at a number."""
        for index, token in enumerate(self.tokens):
            if not self._is_toll_word(index):
                continue
            for quantity in self.quantities:
                free = quantity.first not in self.used and index < quantity.first <= index + 14
                reached = self.tokens[quantity.first - 1].norm in self.words["reaches"] or (
                    self.tokens[quantity.first - 1].lemma in self.words["raises"]
                )
                if free and reached:
                    raised = any(
                        t.lemma in self.words["raises"] for t in self.tokens[max(0, index - 4) : quantity.first]
                    )
                    self.used.add(quantity.first)
                    count = self._count(quantity, "killed", index)
                    total: Literal["new", "running"] = "running" if raised else "new"
                    toll = self._toll("killed", index, [count])
                    yield replace(toll, total=total, places=(token.start,))
                    break

    def _is_toll_word(self, index: int) -> bool:
        return self.tokens[index].lemma in self.words["toll"] and self._is_toll(index)

    def _is_toll(self, index: int) -> bool:
        if self.tokens[index].lemma != "عدد":
            return True
        return any(_is_one_of(t, self.words["of_dead"]) for t in self.tokens[index + 1 : index + 2])

    # ------------------------------------------------------------------ neighbours

    def _by_neighbours(self) -> Iterator[Toll]:
        """Numbers that stand in no slot of a word of harm, tied to the word next to them."""
        found = [q for q in self.quantities if q.first not in self.used and not self._is_total(q)]
        found = sorted([*found, *self._singles(found)], key=lambda q: q.first)
        markers = [self._marker(quantity) for quantity in found]
        pairs = range(1, len(found))
        for index, other in [*((i, i - 1) for i in pairs), *((i - 1, i) for i in reversed(pairs))]:
            first, second = sorted((index, other))
            if markers[index] is None and markers[other] is not None and self._listed(found[first], found[second]):
                markers[index] = markers[other]
        counts: dict[int, list[Count]] = {}
        for quantity, marker in zip(found, markers, strict=True):
            if marker is not None:
                self.used.add(quantity.first)
                counts.setdefault(marker, []).append(self._count(quantity, self.harms.get(marker, "killed"), marker))
        for marker, own in counts.items():
            yield self._toll(self.harms.get(marker, "killed"), marker, own)

    def _singles(self, found: list[Quantity]) -> Iterator[Quantity]:
        """One person right behind a word of harm whose victims were not found: "killed a soldier", إصابة شرطي."""
        taken = {index for q in (*found, *self.quantities) for index in range(q.first, q.last)}
        for word in self.harms:
            rest = self.tokens[word + 1 : word + 5]
            if word in self.counted or not rest or rest[0].index in taken:
                continue
            if rest[0].norm in _ANOTHER:
                yield Quantity(rest[0].index, rest[0].index + 1, 1, noun=True)
            elif self.lang == "en":
                noun = next((t for t in rest[1:] if t.pos != "ADJ"), None)
                if rest[0].norm in ("a", "an") and noun is not None and _is_one_of(noun, self.words["person"]):
                    yield Quantity(rest[0].index, rest[0].index + 1, 1)
            elif rest[0].feats.get("num") == "s" and self._is_bare_person(rest[0]):
                yield Quantity(rest[0].index, rest[0].index + 1, 1, noun=True)

    def _is_bare_person(self, token: Token) -> bool:
        person = _is_one_of(token, self.words["person"]) and token.index not in self.harms
        return person and not token.norm.startswith("ال")

    def _is_total(self, quantity: Quantity) -> bool:
        before = self.tokens[max(0, quantity.first - 12) : quantity.first]
        toll = any(self._is_toll_word(t.index) for t in before)
        return toll and quantity.first > 0 and self.tokens[quantity.first - 1].norm in self.words["reaches"]

    def _marker(self, quantity: Quantity) -> int | None:
        """The word of harm that a number belongs to: right before it, or after the people it counts."""
        if quantity.first in self.harms:
            return quantity.first
        if self._is_part(quantity):
            return None
        noun = self._counted(quantity)
        if noun is not None and _is_one_of(self.tokens[noun], self.words["corpse"]):
            return noun
        before = self._scan(range(quantity.first - 1, max(-1, quantity.first - 1 - _REACH_BEFORE), -1), before=True)
        after = self._scan(range(quantity.last, min(len(self.tokens), quantity.last + _REACH_AFTER)), before=False)
        if after is not None and after - quantity.last <= 1 and self.tokens[after].pos != "VERB":
            return after
        return before if before is not None else after

    def _scan(self, indices: range, before: bool) -> int | None:
        nouns, aside = 0, False
        for index in indices:
            token = self.tokens[index]
            if not before and token.norm in _COMMAS and (aside or self._is_aside(index)):
                aside = not aside
                continue
            if aside:
                continue
            if index in self.harms:
                negated = index in self.by_head and self.by_head[index].negated
                return None if negated or index in self.counted else index
            if token.pos in _STOPS or (token.pos == "ADP" and token.norm not in _OF):
                return None
            if before and token.pos == "NOUN" and token.norm not in ("number", "total", "عدد"):
                nouns += 1
                if self.lang == "en" or nouns > 1:
                    return None
            if not before and token.pos == "NUM":
                return None
        return None

    def _is_aside(self, index: int) -> bool:
        return any(_is_one_of(token, self.words["including"]) for token in self.tokens[index + 1 : index + 3])

    def _is_part(self, quantity: Quantity) -> bool:
        """Whether a number is part of another one: "ten people, including two children"."""
        window = self.tokens[max(0, quantity.first - 3) : quantity.first]
        return any(_is_one_of(token, self.words["including"]) for token in window)

    def _listed(self, first: Quantity, second: Quantity) -> bool:
        """Whether two numbers stand in one list: "two policemen and three soldiers"."""
        between = self.tokens[first.last : second.first]
        joined = any(t.pos == "CCONJ" or t.norm in (",", "،") for t in between)
        plain = not any(
            t.pos in ("VERB", "SCONJ") or (t.pos == "ADP" and t.norm not in _OF) or t.index in self.harms
            for t in between
            if not self._is_victim_noun(t, first)
        )
        return joined and plain and len(between) <= 6 and not self._is_part(second)

    def _is_victim_noun(self, token: Token, quantity: Quantity) -> bool:
        return token.pos == "NOUN" and token.index == self._counted(quantity)

    # ------------------------------------------------------------------ nobody

    def _nobody(self) -> Iterator[Toll]:
        """No casualties, nobody was hurt, دون وقوع إصابات."""
        words, seen = self.words, set[Harm]()
        for index, token in enumerate(self.tokens):
            both = _is_one_of(token, words["both"])
            if not (both or index in self.harms) or not self._is_denied(index):
                continue
            verbal = index in self.by_head and self.by_head[index].kind == "verb"
            if verbal and not self._without_victims(index):
                continue
            harms: tuple[Harm, ...] = ("killed", "injured") if both else (self.harms[index],)
            for harm in harms:
                if harm not in seen:
                    seen.add(harm)
                    count = Count(harm, 0, 0, 0, token.start, token.end, token.start)
                    yield replace(self._toll(harm, index, [count]), nobody=True)

    def _is_denied(self, index: int) -> bool:
        for position in range(index - 1, max(-1, index - 1 - _REACH_NO), -1):
            token = self.tokens[position]
            if token.pos == "PUNCT" or (token.pos == "CCONJ" and token.norm not in ("or", "او", "nor")):
                return False
            if token.norm in self.words["no"] or token.norm in self.words["nobody"]:
                return True
        return False

    def _without_victims(self, index: int) -> bool:
        """Nobody is the victim, rather than certain people who were not harmed."""
        first = max(0, index - _REACH_NO)
        near = [t.norm for t in self.tokens[first:index]]
        return any(n in self.words["nobody"] for n in near) or "no one" in " ".join(near)

    # ------------------------------------------------------------------ counts

    def _toll(self, harm: Harm, word: int, counts: list[Count]) -> Toll:
        return Toll(harm, word, tuple(counts), (*(c.start for c in counts), self.tokens[word].start))

    def _count(self, quantity: Quantity, harm: Harm, word: int) -> Count:
        noun = self._counted(quantity)
        last = quantity.last if noun is None else max(noun + 1, quantity.last)
        behind = tuple(t.norm for t in self.tokens[last : last + 2])
        bound = "at least" if behind in _POST_BOUNDS and quantity.value is not None else quantity.bound
        value, high = quantity.value, quantity.high
        low = None if bound in ("at most", "vague") else value
        if high is None and bound in ("exact", "at most", "about"):
            high = value
        people = self.tokens[quantity.first : min(last + 1, len(self.tokens))]
        civilians = value if any(_is_one_of(token, self.words["civilian"]) for token in people) else None
        if civilians is None:
            civilians = self._civilian_part(last)
        start, end = self.tokens[quantity.first].start, self.tokens[last - 1].end
        return Count(harm, value, low, high, start, end, self.tokens[word].start, civilians)

    def _civilian_part(self, last: int) -> int | None:
        """The civilians among those counted: "ten people, including three children"."""
        total: int | None = None
        for quantity in self.quantities:
            if not last <= quantity.first <= last + 5 or not self._is_part(quantity) or quantity.value is None:
                continue
            noun = self._counted(quantity)
            if noun is not None and _is_one_of(self.tokens[noun], self.words["civilian"]):
                total = (total or 0) + quantity.value
        return total

    def _differ(self, told: list[Toll]) -> bool:
        """Whether tolls are told by different speakers."""
        speakers = []
        for toll in told:
            word = self.by_head.get(toll.word)
            reports = [
                p.head
                for p in self.analysis.predicates
                if p.lemma in self.words["report"]
                and any(q.head == toll.word for q in p.slots.get("complement", ()))
                and word is not None
            ]
            speakers.append(reports[-1] if reports else None)
        return len(told) > 1 and None not in speakers and len(set(speakers)) == len(speakers)


def _reconciled(told: list[Toll], totals: list[Toll], differ: bool) -> Iterator[Toll]:
    """Reports that differ become one, the lowest with the highest as upper bound; running totals count alone only."""
    others = [t for t in totals if t.total == "new"]
    if told and (differ or others):
        rivals = [t.counts[0] for t in (*(told[1:] if differ else ()), *others) if t.counts[0].value is not None]
        first = told[0]
        if len(first.counts) == 1 and first.counts[0].value is not None and rivals:
            yield replace(first, counts=(_lowest((first.counts[0], *rivals)),))
        else:
            yield first
        if not differ:
            yield from told[1:]
        return
    yield from told
    if not told:
        yield from totals[:1]


def _lowest(counts: tuple[Count, ...]) -> Count:
    best = min(counts, key=lambda c: c.value or 0)
    return replace(counts[0], value=best.value, low=best.low, high=max(c.high or c.value or 0 for c in counts))


def _is_one_of(token: Token, words: frozenset[str]) -> bool:
    return token.lemma in words or token.norm in words
