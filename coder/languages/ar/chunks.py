"""Noun phrases of Arabic: heads, idafa chains, adjectives, numerals, demonstratives, quantifiers and flat names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from coder.languages.ar import closed
from coder.languages.ar.view import NOMINAL, QUOTES, View

QUOTES = frozenset('«“"”»')
LONGEST_INSERT = 6


@dataclass(slots=True, eq=False)
class NounPhrase:
    """A noun phrase under construction; ``next`` is the index after its last word (closing quotes included)."""

    head: int
    tokens: list[int]
    next: int
    kind: str = "noun"
    definite: bool = False
    gender: str = ""
    number: str = "s"
    person: str = "3"
    accusative: bool = False
    nominative: bool = False
    name: bool = False
    human: bool = False
    event: bool = False
    time: bool = False
    participle: bool = False
    negated: bool = False
    genitives: list[NounPhrase] = field(default_factory=list)
    appositions: list[NounPhrase] = field(default_factory=list)
    attached: dict[str, list[NounPhrase]] = field(default_factory=dict)
    conjuncts: list[NounPhrase] = field(default_factory=list)
    adjectives: list[int] = field(default_factory=list)
    complement: object | None = None
    first: NounPhrase | None = None

    def group(self) -> list[NounPhrase]:
        """The phrase and its conjuncts."""
        return [self, *self.conjuncts]

    def spine(self) -> list[NounPhrase]:
        """The right frontier from the phrase inwards: last conjunct, its last genitive, and so on."""
        out: list[NounPhrase] = [self]
        inner = self.conjuncts[-1] if self.conjuncts else self
        if inner is not self:
            out.append(inner)
        while inner.genitives and inner.genitives[-1].kind != "pronoun":
            inner = inner.genitives[-1]
            out.append(inner)
            if inner.conjuncts:
                inner = inner.conjuncts[-1]
                out.append(inner)
        return out

    def parts(self) -> Iterator[NounPhrase]:
        """The phrase, its conjuncts and everything below them."""
        for phrase in self.group():
            yield phrase
            for below in (*phrase.genitives, *phrase.appositions, *(p for ps in phrase.attached.values() for p in ps)):
                yield from below.parts()


class Chunker:
    """Reads the noun phrase that begins at a token. Prepositional complements, commas and conjunctions are the clauses' business."""

    def __init__(self, view: View) -> None:
        self.view = view

    def starts(self, i: int) -> bool:
        """Whether a noun phrase can begin at ``i``."""
        v = self.view
        if v.at(i) == "PUNCT":
            return v.tokens[i].text in QUOTES and i in v.closing and v.at(i + 1) in NOMINAL
        return v.at(i) in NOMINAL or self.approximate(i) > 0

    def read(self, i: int, inside: bool = False) -> NounPhrase | None:
        """The noun phrase that begins at ``i``; ``inside`` an idafa no later comma or name is taken."""
        v = self.view
        before: list[int] = []
        quoted: list[int] = []
        numeral = False
        start = i
        while True:
            if v.at(i) == "PUNCT" and v.tokens[i].text in QUOTES and i in v.closing and v.at(i + 1) in NOMINAL:
                quoted.append(v.closing[i])
                i += 1
                continue
            skip = self.approximate(i)
            if skip:
                before.extend(range(i, i + skip))
                i += skip
                continue
            step = self._determiner(i, before)
            if step is None:
                break
            if v.at(i) == "NUM":
                numeral = True
            i = step
        if v.at(i) not in NOMINAL or i - start > 12:
            if not before:
                return None
            i = before.pop()
        phrase = self._core(i, before, numeral, inside)
        for close in quoted:
            if phrase.next == close:
                phrase.next = close + 1
                self._after_adjectives(phrase)
        return phrase

    # -- before the head

    def approximate(self, i: int) -> int:
        """How many words of an approximation ("no fewer than") stand at ``i`` before a number."""
        v = self.view
        if v.norm(i) in closed.APPROXIMATORS:
            return 1 if self._number(i + 1) else 0
        first = v.norm(i)
        if first not in self.approximate_firsts:
            return 0
        for phrase in closed.APPROXIMATE_PHRASES:
            if first == phrase[0] and tuple(v.norms[i : i + len(phrase)]) == phrase and self._number(i + len(phrase)):
                return len(phrase)
        return 0

    approximate_firsts = frozenset(p[0] for p in closed.APPROXIMATE_PHRASES)

    def _number(self, i: int) -> bool:
        v = self.view
        return v.at(i) == "NUM" or v.lemma(i) in closed.PARTITIVES or v.norm(i) in closed.PARTITIVES

    def _determiner(self, i: int, before: list[int]) -> int | None:
        """Where the phrase goes on after a determiner at ``i`` (appended to ``before``); None when the head stands there."""
        v = self.view
        norm, pos = v.norm(i), v.at(i)
        follows = v.at(i + 1)
        if norm in closed.DEMONSTRATIVES:
            if (
                follows in ("NOUN", "ADJ", "X", "NUM")
                and v.definite(i + 1)
                or follows == "PUNCT"
                and self.starts(i + 1)
                and v.definite(i + 2)
            ):
                before.append(i)
                return i + 1
            return None
        if pos == "NUM":
            return self._numeral(i, before)
        if pos == "DET" and norm in closed.QUANTIFIERS:
            if follows in ("NOUN", "ADJ", "PROPN", "X", "NUM") or follows == "DET":
                before.append(i)
                return i + 1
            if v.norm(i + 1) == "من" and v.at(i + 2) in NOMINAL and not v.enclitic(i + 2):
                before += [i, i + 1]
                return i + 2
            return None
        if pos in ("NOUN", "ADJ", "DET", "ADV"):
            return self._quantity(i, before)
        return None

    def _numeral(self, i: int, before: list[int]) -> int | None:
        v = self.view
        follows = v.at(i + 1)
        if v.definite(i) and (v.feat(i + 1, "tanwin") or not v.definite(i + 1)):
            return None
        if v.norm(i + 1) == "و" and v.at(i + 2) == "NUM":
            before += [i, i + 1]
            return i + 2
        if (
            follows == "NUM"
            or follows in ("NOUN", "X", "ADJ")
            and not v.definite(i + 1)
            and v.lemma(i + 1) not in closed.WEEKDAYS
        ):
            before.append(i)
            return i + 1
        if follows == "NOUN" and v.feat(i + 1, "num") in ("p", "d", "") and not v.tokens[i].text[:1].isdigit():
            before.append(i)
            return i + 1
        if v.norm(i + 1) == "من" and v.at(i + 2) in ("NOUN", "ADJ", "DET") and not v.enclitic(i + 2):
            before += [i, i + 1]
            return i + 2
        return None

    def _quantity(self, i: int, before: list[int]) -> int | None:
        """``عدد من``, ``عشرات``, ``سلسلة``, ``أكبر``: words of quantity and rank that stand for what they count."""
        v = self.view
        norm, lemma = v.norm(i), v.lemma(i)
        partitive = norm in closed.PARTITIVES or lemma in closed.PARTITIVES
        if partitive or lemma in v.lexis.transparent or norm in v.lexis.transparent:
            if v.norm(i + 1) == "من" and v.at(i + 2) in ("NOUN", "ADJ", "PROPN", "DET", "X") and not v.enclitic(i + 2):
                before += [i, i + 1]
                return i + 2
            for many in (1, 2):
                of = i + many + 1
                if (
                    all(v.at(k) == "ADJ" for k in range(i + 1, of))
                    and v.norm(of) == "من"
                    and v.at(of + 1) in ("NOUN", "ADJ")
                    and not v.definite(i)
                ):
                    before.extend(range(i, of + 1))
                    return of + 1
            if not v.definite(i) and v.at(i + 1) in ("NOUN", "X") and norm != "كثير":
                before.append(i)
                return i + 1
        elif (norm in closed.RANKS or lemma in closed.RANKS) and not v.definite(i) and v.at(i + 1) in ("NOUN", "X"):
            before.append(i)
            return i + 1
        elif (
            lemma in closed.EVENT_WRAPPERS
            and not v.definite(i)
            and v.at(i + 1) == "NOUN"
            and v.lexis.is_event(v.tokens[i + 1])
        ):
            if not v.lexis.phrase_at(v.tokens, i):
                before.append(i)
                return i + 1
        return None

    # -- the head and what follows it

    def _core(self, i: int, before: list[int], numeral: bool, inside: bool) -> NounPhrase:
        v = self.view
        token = v.tokens[i]
        feats = token.feats
        phrase = NounPhrase(i, [*before, i], i + 1, gender=feats.get("gen", ""), number=feats.get("num", "s"))
        if numeral and phrase.number == "s":
            phrase.number = "p"
        if v.pos[i] == "PRON" or v.norms[i] in closed.DEMONSTRATIVES:
            phrase.kind, phrase.definite, phrase.person = "pronoun", True, feats.get("per", "3")
            return phrase
        phrase.definite = v.definite(i) or any(v.norms[b] in closed.DEMONSTRATIVES for b in before)
        phrase.accusative = feats.get("tanwin") == "acc" or (
            phrase.number in "pd" and token.norm.endswith("ين") and v.pos[i] != "PROPN"
        )
        phrase.nominative = (
            v.pos[i] in ("NOUN", "ADJ")
            and token.norm.endswith("ون")
            and token.lemma != token.norm
            and phrase.number == "p"
        )
        phrase.nominative = phrase.nominative or "\u064c" in token.text
        phrase.accusative = phrase.accusative or "\u064d" in token.text
        if v.pos[i] == "PROPN" or v.pos[i] == "X" and not numeral:
            self._name(phrase)
        else:
            phrase.time = v.lexis.is_time(token)
            phrase.human = token.lemma in closed.HUMAN_NOUNS or token.norm in closed.HUMAN_NOUNS
            phrase.event = v.lexis.is_event(token)
            self._noun(phrase, numeral, inside)
        self._after_adjectives(phrase)
        return phrase

    def _name(self, phrase: NounPhrase) -> None:
        """A flat name: words up to the next thing that cannot be part of it."""
        v = self.view
        phrase.name = phrase.definite = True
        alone = v.standalone(phrase.head)
        phrase.human = not alone
        i = phrase.next
        while not alone or v.norm(i - 1) in closed.NAME_PARTICLES:
            norm, pos = v.norm(i), v.at(i)
            joined = v.norm(i - 1) in closed.NAME_PARTICLES and pos in ("NOUN", "ADJ", "X")
            if pos in ("PROPN", "X") and (not v.standalone(i) or joined) or norm in closed.NAME_TAILS or joined:
                phrase.tokens.append(i)
                i += 1
            elif (
                norm in closed.NAME_PARTICLES
                and pos != "PUNCT"
                and v.at(i + 1) in ("PROPN", "NOUN", "X")
                and pos not in ("PART", "VERB")
            ):
                phrase.tokens += [i, i + 1]
                i += 2
            elif (
                v.tokens[i].text == "-" and v.at(i + 1) == "PROPN" and v.tokens[i].start == v.tokens[i - 1].end
                if i < v.size
                else False
            ):
                phrase.tokens += [i + 1]
                i += 2
            elif i > phrase.head and self._surname(i):
                phrase.tokens.append(i)
                i += 1
            else:
                break
        phrase.next = i

    def _surname(self, i: int) -> bool:
        """Whether a common noun ends a person's name: bare, singular, and the phrase ends with it."""
        v = self.view
        if (
            v.at(i) != "NOUN"
            or v.definite(i)
            or v.feat(i, "tanwin")
            or v.feat(i, "num") not in ("", "s")
            or v.feat(i, "gen") == "f"
        ):
            return False
        return (
            v.at(i + 1) in ("", "PUNCT", "VERB")
            and v.at(i - 2) in ("PUNCT", "PROPN")
            and not v.lexis.is_time(v.tokens[i])
        )

    def _noun(self, phrase: NounPhrase, numeral: bool, inside: bool) -> None:
        """Enclitic, genitive and inserted quotation after a common noun."""
        v = self.view
        i = phrase.next
        if v.enclitic(i):
            phrase.genitives.append(
                NounPhrase(
                    i,
                    [i],
                    i + 1,
                    kind="pronoun",
                    definite=True,
                    gender=v.feat(i, "gen"),
                    number=v.feat(i, "num") or "s",
                )
            )
            phrase.definite = True
            phrase.next = i + 1
            return
        if v.at(i) == "NUM" and (
            v.lemma(phrase.head) in closed.UNITS
            or v.norm(phrase.head) in closed.UNITS
            or v.lemma(phrase.head) in closed.TIME_NOUNS
        ):
            phrase.tokens.append(i)
            phrase.next = i + 1
            return
        if self._genitive_follows(phrase, i, numeral):
            genitive = self.read(i, inside=True)
            if genitive is not None:
                phrase.genitives.append(genitive)
                phrase.definite = phrase.definite or genitive.definite
                phrase.next = genitive.next

    def _genitive_follows(self, phrase: NounPhrase, i: int, numeral: bool) -> bool:
        v = self.view
        token = v.tokens[phrase.head]
        if (
            v.definite(phrase.head)
            or token.feats.get("tanwin")
            or phrase.time
            and token.norm not in closed.TIME_HEADS
            and token.lemma not in closed.TIME_HEADS
        ):
            return False
        if phrase.number in "pd" and token.norm.endswith(("ون", "ين", "ان")) and token.lemma != token.norm:
            return False
        pos = v.at(i)
        if pos == "PUNCT":
            return v.tokens[i].text in QUOTES | {"("} and self._insert(i) and not phrase.human
        if pos == "ADJ" and not self.approximate(i):
            return v.definite(i) and not phrase.time
        if pos == "DET":
            return (
                v.norm(i) in closed.DEMONSTRATIVES
                and v.at(i + 1) == "NOUN"
                or v.norm(i) in closed.QUANTIFIERS
                and v.at(i + 1) in NOMINAL
            )
        if pos not in ("NOUN", "PROPN", "X"):
            return (
                pos == "NUM"
                and not numeral
                and not v.tokens[i].text[:1].isdigit()
                and v.lemma(phrase.head) in v.lexis.event_nouns
            )
        if v.feat(i, "tanwin") == "acc" or v.norm(i) in closed.PLACE_ADVERBS and not v.definite(i):
            return False
        if v.lexis.is_time(v.tokens[i]):
            return (
                phrase.time
                or v.lemma(i) not in closed.WEEKDAYS
                and v.norm(i) not in closed.WEEKDAYS
                and v.norm(i) not in _NOW
                and phrase.event is False
            )
        if pos in ("PROPN", "X") and v.feat(phrase.head, "gen") and phrase.human and not v.standalone(i) and numeral:
            return False
        if (
            phrase.human
            and not v.definite(i)
            and pos == "NOUN"
            and phrase.number != "p"
            and v.lemma(phrase.head) in _LONE_AGENTS
        ):
            return False
        return not numeral or v.definite(i) or pos == "NOUN" and v.feat(i, "def") != "yes"

    def _insert(self, i: int) -> bool:
        """Whether a short nominal quotation or bracket opens at ``i``."""
        v = self.view
        close = v.closing.get(i)
        if close is None or not 1 < close - i <= LONGEST_INSERT + 1:
            return False
        return all(
            v.at(k) in ("NOUN", "PROPN", "ADJ", "X", "NUM", "ADP", "CCONJ", "DET", "PRON") or v.tokens[k].text in "-."
            for k in range(i + 1, close)
        )

    def _after_adjectives(self, phrase: NounPhrase) -> None:
        """Adjectives after the whole chain, each given to the term it agrees with; then a name in quotes or brackets."""
        v = self.view
        i = phrase.next
        while i < v.size:
            pos = v.pos[i]
            if (
                pos == "ADJ"
                or pos == "NOUN"
                and self._participle(i, phrase)
                or pos == "PROPN"
                and self._nisba(i, phrase)
            ):
                owner = self._owner(phrase, i)
                if owner is None:
                    break
                self._add_adjective(owner, i)
                i += 1
            elif (
                pos == "CCONJ"
                and v.norms[i] == "و"
                and v.at(i + 1) == "ADJ"
                and phrase.adjectives
                and self._same_adjective(i + 1, i - 1)
            ):
                owner = self._owner(phrase, i + 1)
                if owner is None:
                    break
                self._add_adjective(owner, i + 1)
                i += 2
            elif (
                pos == "DET"
                and v.norms[i] in closed.DEMONSTRATIVES
                and phrase.definite
                and v.at(i + 1) not in ("NOUN", "ADJ")
            ):
                phrase.tokens.append(i)
                i += 1
            elif v.norms[i] in _EMPHATIC and v.enclitic(i + 1) and phrase.definite:
                phrase.tokens.append(i)
                i += 2
            elif v.norms[i] in _POSSESSING and v.at(i + 1) in ("NOUN", "ADJ", "DET") and i > phrase.head:
                inner = self.read(i + 1, inside=True)
                if inner is None:
                    break
                phrase.tokens.append(i)
                phrase.attached.setdefault("ذو", []).append(inner)
                i = inner.next
            elif (
                pos == "PUNCT"
                and v.tokens[i].text in QUOTES | {"("}
                and self._insert(i)
                and (v.at(i + 1) == "PROPN" or v.at(i + 1) == "NOUN" and v.definite(i + 1))
            ):
                close = v.closing[i]
                inner = self.read(i + 1, inside=True)
                if inner is None or inner.next != close:
                    break
                phrase.appositions.append(inner)
                i = close + 1
            else:
                break
        phrase.next = max(i, phrase.next)

    def _same_adjective(self, i: int, last: int) -> bool:
        v = self.view
        return v.definite(i) == v.definite(last) and v.at(i + 1) != "NOUN" and v.feat(i, "gen") == v.feat(last, "gen")

    def _participle(self, i: int, phrase: NounPhrase) -> bool:
        """A noun that can only be an adjective here: definite after a definite phrase, a participle or nisba in agreement."""
        v = self.view
        if (
            not v.definite(i)
            or not phrase.definite
            or v.lexis.is_time(v.tokens[i])
            and v.norms[i] not in _TIME_ADJECTIVES
        ):
            return False
        return v.norms[i] in _TIME_ADJECTIVES or bool(v.feat(i, "part") or v.feat(i, "nisba"))

    def _nisba(self, i: int, phrase: NounPhrase) -> bool:
        v = self.view
        return v.feat(i, "nisba") == "yes" and v.definite(i) and phrase.definite

    def _add_adjective(self, owner: NounPhrase, i: int) -> None:
        owner.tokens.append(i)
        owner.adjectives.append(i)
        owner.participle = bool(self.view.feat(i, "part"))

    def _owner(self, phrase: NounPhrase, i: int) -> NounPhrase | None:
        """The term of the idafa chain that the adjective at ``i`` modifies: the last that agrees; a nisba goes to the first."""
        v = self.view
        definite = v.definite(i)
        terms = [t for t in phrase.spine() if t.kind != "pronoun"]
        fitting = [
            t for t in terms if (t.definite == definite or (t.name or t.time) and definite) and self._agrees(t, i)
        ]
        if not fitting:
            return None
        if len(fitting) == 1:
            return fitting[0]
        plain = [t for t in fitting if not t.name] or fitting
        if any(t.adjectives for t in terms):
            last = next(t for t in terms if t.adjectives)
            plain = [t for t in plain if terms.index(t) <= terms.index(last)] or plain
        return plain[0] if v.feat(i, "nisba") == "yes" else plain[-1]

    def _agrees(self, noun: NounPhrase, i: int) -> bool:
        v = self.view
        gender, number = v.feat(i, "gen"), v.feat(i, "num") or "s"
        if not gender or not noun.gender and not noun.name or v.feat(i, "elative") == "yes":
            return True
        if noun.name and not noun.gender:
            return True
        if (
            noun.number == "p"
            or noun.number == "s"
            and noun.gender == "m"
            and number == "p"
            and v.feat(noun.head, "src") == "rule"
        ):
            return number in "pd" or gender == "f" or v.feat(noun.head, "num") != "p" and gender == noun.gender
        if noun.number == "d":
            return number == "d" and gender == noun.gender
        if number != "s":
            return False
        return (
            gender == noun.gender
            or v.feat(noun.head, "src") == "rule"
            and gender == "f"
            and noun.gender == "m"
            and not v.norms[noun.head].endswith("ه")
        )


_COMPARATIVES = closed.words("الأكثر الأشد الأقل الأوسع")
_MANNER = closed.words("وضوح شدة سرعة قوة سهولة نجاح عنف بطء دقة شكل صورة استمرار كثافة سرية صراحة")
_EMPHATIC = closed.words("نفس ذات عين")
_POSSESSING = closed.words("ذات ذو ذا ذي ذوي ذوو ذواتا")
_NOW = closed.words("أمس اليوم غدا الآن")
_LONE_AGENTS = closed.words("مسلح انتحاري متظاهر جندي مجهول محتج متمرد إرهابي مستوطن شرطي فلسطيني مهاجم شاب رجل")
_TIME_ADJECTIVES = closed.words(
    "الماضي الماضية المقبل المقبلة القادم القادمة الحالي الحالية الجاري الجارية المنصرم الأول الأولى الثاني الثانية الأخير الأخيرة"
)
