"""Noun phrases of Arabic: heads, idafa chains and flat names, with what stands before and after them."""

from __future__ import annotations

from coder.languages.ar import closed, noun_classes
from coder.languages.ar.adjectives import Adjectives
from coder.languages.ar.determiners import Determiners
from coder.languages.ar.noun_phrase import NounPhrase
from coder.languages.ar.view import NOMINAL, QUOTES, View

LONGEST_INSERT = 6
_INSERTABLE = frozenset({"NOUN", "PROPN", "ADJ", "X", "NUM", "ADP", "CCONJ", "DET", "PRON"})
_NOW = closed.words("أمس اليوم غدا الآن")
_LONE_AGENTS = closed.words("مسلح انتحاري متظاهر جندي مجهول محتج متمرد إرهابي مستوطن شرطي فلسطيني مهاجم شاب رجل")
#: who is told of as acting, not as somebody's: what follows without an article is what they act on
_OUTLAWS = closed.words("قرصان لص إرهابي انتحاري مجهول قناص متسلل")
_ENDS_COMPOUND = closed.words("هاون")  # قذيفة هاون
_LEADING = closed.words("قائد زعيم رئيس مدير مسؤول عضو ممثل أمير")
_COUNTED_EVENTS = closed.words("غارة ضربة هجوم هجمة عملية مظاهرة حملة انفجار تفجير صاروخ قذيفة")
_COUNTING = closed.words(
    "سراح حياة روح منزل مقتل قيمة مبلغ نسبة رصيد أصل حساب تأشيرة جثة رفات جواز إقامة جنسية أرصدة أصول"
)
_CLUB = "مجموعه"
_DEATHS = closed.words("مقتل مصرع إصابة اغتيال وفاة اعتقال اختطاف")
_SINGLING = closed.words("أحد إحدى كل أي")
_MANNER = closed.words("وضوح شدة سرعة قوة سهولة نجاح عنف بطء دقة شكل صورة استمرار كثافة سرية صراحة")


class Chunker:
    """Reads the noun phrase that begins at a token. Prepositional complements, commas and conjunctions are the
    clauses' business."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.determiners = Determiners(view)
        self.adjectives = Adjectives(view)

    def starts(self, i: int) -> bool:
        """Whether a noun phrase can begin at ``i``."""
        return self.view.at(i) in NOMINAL or self.determiners.quoted(i) or self.determiners.approximate(i) > 0

    def read(self, i: int, inside: bool = False) -> NounPhrase | None:
        """The noun phrase that begins at ``i``; ``inside`` an idafa its adjectives are left to the whole chain."""
        v = self.view
        before: list[int] = []
        quoted: list[int] = []
        while len(before) < LONGEST_INSERT * 2:
            if self.determiners.quoted(i):
                quoted.append(v.closing[i])
                i += 1
                continue
            many = self.determiners.approximate(i) or self.determiners.step(i)
            if not many:
                break
            before.extend(range(i, i + many))
            i += many
        if v.at(i) not in NOMINAL:
            if not before:
                return None
            i = before.pop()
        phrase = self._core(i, before)
        if not inside or phrase.name:
            self._modifiers(phrase)
        for close in quoted:
            if phrase.next == close:
                phrase.next = close + 1
                self._modifiers(phrase)
        return phrase

    def _core(self, i: int, before: list[int]) -> NounPhrase:
        v = self.view
        token, feats = v.tokens[i], v.tokens[i].feats
        counted = any(v.pos[b] == "NUM" for b in before)
        phrase = NounPhrase(i, [*before, i], i + 1, gender=feats.get("gen", ""), number=feats.get("num", "s"))
        if v.pos[i] == "PRON" or v.norms[i] in closed.DEMONSTRATIVES:
            phrase.kind, phrase.definite, phrase.person = "pronoun", True, feats.get("per", "3")
            return phrase
        if phrase.number == "s" and (counted or any(v.norms[b] in closed.PARTITIVES for b in before)):
            phrase.number = "p"
        phrase.definite = v.definite(i) or any(v.norms[b] in closed.DEMONSTRATIVES for b in before)
        if not before or v.norms[before[-1]] in closed.DEMONSTRATIVES:
            self._case(phrase)
        elif v.norms[before[-1]] in _SINGLING:
            phrase.number = "s"
        if v.pos[i] == "PROPN" or (v.pos[i] == "X" and not counted):
            self._name(phrase)
        else:
            phrase.time = v.lexis.is_time(token)
            phrase.human = token.lemma in noun_classes.HUMAN_NOUNS or token.norm in noun_classes.HUMAN_NOUNS
            phrase.event = v.lexis.is_event(token)
            self._noun(phrase, counted)
        return phrase

    def _case(self, phrase: NounPhrase) -> None:
        """Case as far as letters and written vowels show it."""
        token = self.view.tokens[phrase.head]
        if self.view.pos[phrase.head] == "PROPN":
            return
        inflected = token.lemma != token.norm and phrase.number in "pd"
        direct = token.norm.endswith("ون") or (phrase.number == "d" and token.norm.endswith("ان"))
        phrase.nominative = (inflected and direct) or "\u064c" in token.text
        oblique = inflected and token.norm.endswith("ين")
        phrase.accusative = token.feats.get("tanwin") == "acc" or oblique or "\u064d" in token.text

    # -- names

    def _name(self, phrase: NounPhrase) -> None:
        """A flat name: words up to the next thing that cannot be part of it."""
        v = self.view
        phrase.name = phrase.definite = True
        alone = v.standalone(phrase.head)
        if alone and noun_classes.DOUBLE_NAMES.get(v.norms[phrase.head]) == v.norm(phrase.next):
            phrase.tokens.append(phrase.next)
            phrase.next += 1
        phrase.human = not alone
        i = phrase.next
        while not alone or v.norm(i - 1) in noun_classes.NAME_PARTICLES:
            many = self._name_part(phrase, i)
            if not many:
                break
            phrase.tokens.extend(k for k in range(i, i + many) if v.at(k) != "PUNCT")
            i += many
        phrase.next = i

    def _name_part(self, phrase: NounPhrase, i: int) -> int:
        """How many words at ``i`` continue a name."""
        v = self.view
        norm, pos, follows = v.norm(i), v.at(i), v.at(i + 1)
        if v.norm(i - 1) in noun_classes.NAME_PARTICLES and pos in ("NOUN", "ADJ", "X"):
            return 1
        if (pos in ("PROPN", "X") and not v.standalone(i)) or norm in noun_classes.NAME_TAILS:
            return 1
        if (
            norm in noun_classes.NAME_PARTICLES
            and pos not in ("PUNCT", "PART", "VERB")
            and follows in ("PROPN", "NOUN", "X")
        ):
            return 2
        if (
            pos == "PUNCT"
            and v.tokens[i].text == "-"
            and follows == "PROPN"
            and v.tokens[i].start == v.tokens[i - 1].end
        ):
            return 2
        return 1 if self._surname(i) else 0

    def _surname(self, i: int) -> bool:
        """Whether a common noun ends a person's name: bare, singular, and the phrase ends with it."""
        v = self.view
        if v.at(i) != "NOUN" or v.definite(i) or v.feat(i, "tanwin") or v.feat(i, "num") not in ("", "s"):
            return False
        ends = v.at(i + 1) in ("", "PUNCT", "VERB") and v.at(i - 2) in ("PUNCT", "PROPN")
        return ends and v.feat(i, "gen") != "f" and not v.lexis.is_time(v.tokens[i])

    # -- nouns

    def _noun(self, phrase: NounPhrase, counted: bool) -> None:
        """Enclitic, genitive and inserted quotation after a common noun."""
        v = self.view
        i, lemma = phrase.next, v.lemma(phrase.head)
        if v.enclitic(i):
            gender, number = v.feat(i, "gen"), v.feat(i, "num") or "s"
            owner = NounPhrase(i, [i], i + 1, kind="pronoun", definite=True, gender=gender, number=number)
            owner.person = v.feat(i, "per") or "3"
            phrase.genitives.append(owner)
            phrase.definite = True
            phrase.next = i + 1
        elif v.at(i) == "NUM" and {lemma, v.norm(phrase.head)} & (noun_classes.UNITS | noun_classes.TIME_NOUNS):
            phrase.tokens.append(i)
            phrase.next = i + 1
        elif self._construct(phrase) and self._genitive_follows(phrase, i, counted):
            genitive = self.read(i, inside=True)
            if genitive is not None:
                phrase.genitives.append(genitive)
                phrase.definite = phrase.definite or genitive.definite
                phrase.next = genitive.next

    def _construct(self, phrase: NounPhrase) -> bool:
        """Whether the noun can govern a genitive: no article, no ending of its own."""
        v = self.view
        token = v.tokens[phrase.head]
        if v.definite(phrase.head) or token.feats.get("tanwin"):
            return False
        if phrase.time and not {token.norm, token.lemma} & noun_classes.TIME_HEADS:
            return False
        if token.norm.endswith("ون") and len(token.norm) > 4 and v.feat(phrase.head, "num") == "p":
            return False
        ends = ("ان", "ين") if phrase.number == "d" else ("ون", "ين")
        return phrase.number == "s" or not token.norm.endswith(ends) or token.lemma == token.norm

    def _genitive_follows(self, phrase: NounPhrase, i: int, counted: bool) -> bool:
        """Whether the word at ``i`` is the second term of an idafa that ``phrase`` begins."""
        v = self.view
        pos = v.at(i)
        action = phrase.event or v.feat(phrase.head, "masdar") == "yes"
        if pos == "PUNCT":
            return (
                (v.tokens[i].text in QUOTES or v.tokens[i].text == "(")
                and self._insert(i)
                and (not phrase.human or (phrase.number == "p" and not phrase.definite))
            )
        if self.determiners.approximate(i) or pos == "NUM":
            lemma = v.lemma(phrase.head)
            if lemma == _CLUB and v.definite(i):
                return True  # مجموعة السبع
            return not counted and ((action and lemma not in _COUNTED_EVENTS) or lemma in _COUNTING)
        if pos == "ADJ":
            persons = action and phrase.number == "s" and v.feat(i, "num") in ("p", "d")
            return (v.definite(i) or persons) and not phrase.time
        if pos == "DET":
            if v.norm(i) in closed.DEMONSTRATIVES:
                return v.at(i + 1) == "NOUN"
            if v.lemma(phrase.head) in _LONE_AGENTS and not v.definite(i + 1):
                return False
            return v.norm(i) in closed.QUANTIFIERS and (v.at(i + 1) in NOMINAL or v.norm(i + 1) == "من")
        return pos in ("NOUN", "PROPN", "X") and self._noun_genitive(phrase, i, counted)

    def _noun_genitive(self, phrase: NounPhrase, i: int, counted: bool) -> bool:
        v = self.view
        lemma, definite, pos = v.lemma(phrase.head), v.definite(i), v.at(i)
        if pos == "NOUN" and not definite and v.unknown(phrase.head) and phrase.number == "s":
            return False
        nominative = v.feat(i, "num") == "p" and v.norm(i).endswith("ون") and v.norm(i) != v.lemma(i)
        directed = (v.norm(i), v.norm(i + 1)) in noun_classes.DIRECTED_NAMES
        beside = v.norm(i) in closed.PLACE_ADVERBS and not definite and not directed
        if nominative or v.feat(i, "tanwin") == "acc" or beside:
            return False
        if lemma in _MANNER and v.norm(phrase.head - 1) == "ب" and not definite:
            return False
        if phrase.human and v.lemma(i) in _DEATHS and not definite:
            return False
        if lemma in _ENDS_COMPOUND or (lemma in _OUTLAWS and not definite and v.at(phrase.tokens[0] - 1) == "VERB"):
            return False
        several = phrase.number == "p" or lemma == "مصدر"
        if phrase.human and several and not definite and v.feat(i, "masdar") == "yes" and v.lexis.is_event(v.tokens[i]):
            return False
        if v.lexis.is_time(v.tokens[i]):
            fixed = {v.norm(i), v.lemma(i)} & (noun_classes.WEEKDAYS | _NOW)
            return phrase.time or (not fixed and not phrase.event)
        if phrase.human and v.norm(i) in closed.PARTITIVES and v.norm(i + 1) == "من" and lemma not in _LEADING:
            return False
        if counted and phrase.human and pos in ("PROPN", "X") and not v.standalone(i):
            return False
        return pos != "NOUN" or phrase.number == "p" or lemma not in _LONE_AGENTS

    def _insert(self, i: int) -> bool:
        """Whether a short nominal quotation or bracket opens at ``i``."""
        v = self.view
        close = v.closing.get(i)
        if close is None or not 1 < close - i <= LONGEST_INSERT + 1:
            return False
        return all(v.at(k) in _INSERTABLE or v.tokens[k].text in "-." for k in range(i + 1, close))

    # -- after the chain

    def _modifiers(self, phrase: NounPhrase) -> None:
        """Adjectives, ``ذو`` phrases and a name in quotes or brackets."""
        while True:
            before = phrase.next
            self.adjectives.read(phrase)
            if self.adjectives.possessed(phrase):
                self._possessed(phrase)
            else:
                self._quoted_name(phrase)
            if phrase.next == before:
                return

    def _possessed(self, phrase: NounPhrase) -> None:
        i = phrase.next
        inner = self.read(i + 1)
        if inner is not None:
            phrase.tokens.append(i)
            phrase.attached.setdefault("ذو", []).append(inner)
            phrase.next = inner.next

    def _quoted_name(self, phrase: NounPhrase) -> None:
        v = self.view
        i = phrase.next
        if v.at(i) != "PUNCT" or not (v.tokens[i].text in QUOTES or v.tokens[i].text == "(") or not self._insert(i):
            return
        if v.at(i + 1) == "PROPN" or (v.at(i + 1) == "NOUN" and v.definite(i + 1)):
            inner = self.read(i + 1)
            if inner is not None and inner.next == v.closing[i]:
                phrase.appositions.append(inner)
                phrase.next = v.closing[i] + 1
