"""What stands before the head of a noun phrase: demonstratives, quantifiers, numerals, words of quantity and rank."""

from __future__ import annotations

from coder.languages.ar import closed, noun_classes
from coder.languages.ar.view import NOMINAL, QUOTES, View

_APPROXIMATING = closed.APPROXIMATORS | {p[0] for p in closed.APPROXIMATE_PHRASES}
_UNITS = closed.words("قوة دورية مفرزة وحدة كتيبة فصيل فرقة سرية رتل فريق خلية مجموعة")
_FORCES = closed.words("شرطة جيش قوة درك حرس أمن مخابرات استخبارات مارينز كوماندوز جندي عسكري مسلح مقاتل متمرد مظلي")
_HOLDERS = closed.words("صاحب صاحبة حضرة")
_HONORIFICS = _HOLDERS | closed.words("معالي سمو فخامة جلالة سعادة سيادة سماحة فضيلة غبطة نيافة قداسة عطوفة دولة")
_DIGNITIES = closed.words("السمو الجلالة السعادة المعالي الفخامة السيادة السماحة الفضيلة الغبطة النيافة القداسة الدولة")
_DIGNIFIED = closed.words("الملكي الملكية الهاشمي الهاشمية")
_COUNTABLE = frozenset({"NOUN", "ADJ", "PROPN", "DET", "X"})


class Determiners:
    """Says how far the words before a head reach; they are transparent: the phrase's head is what they count."""

    def __init__(self, view: View) -> None:
        self.view = view

    def quoted(self, i: int) -> bool:
        """Whether a quotation that begins with a nominal word opens at ``i``."""
        v = self.view
        return v.at(i) == "PUNCT" and v.tokens[i].text in QUOTES and i in v.closing and v.at(i + 1) in NOMINAL

    def approximate(self, i: int) -> int:
        """How many words of an approximation ("no fewer than") stand at ``i`` before a number."""
        v = self.view
        if not 0 <= i < v.size or v.norms[i] not in _APPROXIMATING:
            return 0
        first = v.norms[i]
        if first in closed.APPROXIMATORS:
            return 1 if self._number(i + 1) else 0
        for phrase in closed.APPROXIMATE_PHRASES:
            if first == phrase[0] and tuple(v.norms[i : i + len(phrase)]) == phrase and self._number(i + len(phrase)):
                return len(phrase)
        return 0

    def step(self, i: int) -> int:
        """How many words of a determiner stand at ``i``; 0 when the head of the phrase does."""
        v = self.view
        norm, pos = v.norm(i), v.at(i)
        if norm in closed.DEMONSTRATIVES:
            return self._demonstrative(i)
        if norm in _HONORIFICS:
            return self._honorific(i)
        if pos == "NUM":
            return self._numeral(i)
        if pos == "DET" and norm in closed.QUANTIFIERS:
            if v.at(i + 1) in _COUNTABLE or v.at(i + 1) == "NUM":
                return 1
            return 2 if self._of(i + 1) else 0
        if pos in ("NOUN", "ADJ", "DET", "ADV"):
            return self._quantity(i)
        return 0

    def _number(self, i: int) -> bool:
        v = self.view
        return v.at(i) == "NUM" or v.lemma(i) in closed.PARTITIVES or v.norm(i) in closed.PARTITIVES

    def _of(self, i: int) -> bool:
        """Whether ``من`` and something countable stand at ``i``."""
        v = self.view
        return v.norm(i) == "من" and (v.at(i + 1) in _COUNTABLE or self.approximate(i + 1) > 0)

    def _honorific(self, i: int) -> int:
        """``معالي وزير``, ``صاحب السمو الشيخ``: the words before a title or a name."""
        v = self.view
        if v.norm(i) not in _HOLDERS:
            return 1 if v.at(i + 1) in ("NOUN", "PROPN") else 0
        if v.norm(i + 1) not in _DIGNITIES:
            return 0
        many = 3 if v.norm(i + 2) in _DIGNIFIED else 2
        return many if v.at(i + many) in ("NOUN", "PROPN") else 0

    def _demonstrative(self, i: int) -> int:
        v = self.view
        if v.at(i + 1) in ("NOUN", "ADJ", "X", "NUM"):
            return 1 if v.definite(i + 1) else 0
        return 1 if self.quoted(i + 1) and v.definite(i + 2) else 0

    def _numeral(self, i: int) -> int:
        v = self.view
        follows, definite = v.at(i + 1), v.definite(i + 1)
        if v.definite(i) and not definite:
            return 2 if v.norm(i).removeprefix("ال") in closed.PARTITIVES and self._of(i + 1) else 0
        if v.norm(i + 1) == "و" and v.at(i + 2) == "NUM":
            return 2
        if follows == "NUM" or (follows in ("NOUN", "X", "ADJ") and not definite):
            return 1
        people = follows == "NOUN" or (follows == "ADJ" and v.sound_plural(i + 1))  # آلاف الإيرانيين
        if people and not v.tokens[i].text[:1].isdigit() and not v.lexis.is_time(v.tokens[i + 1]):
            return 1
        return 2 if self._of(i + 1) else 0

    def _quantity(self, i: int) -> int:
        """``عدد من``, ``عشرات``, ``سلسلة``, ``أكبر``: words of quantity and rank."""
        v = self.view
        norm, lemma = v.norm(i), v.lemma(i)
        definite = v.definite(i)
        noun_follows = v.at(i + 1) in ("NOUN", "X") or (v.definite(i + 1) and v.sound_plural(i + 1))
        if norm in _UNITS and not definite and v.norm(i + 1) == "من" and v.lemma(i + 2) in _FORCES:
            return 2
        words = (norm, lemma)
        if not (closed.PARTITIVES.isdisjoint(words) and v.lexis.transparent.isdisjoint(words)):
            if self._of(i + 1):
                return 2
            for many in (1, 2):
                of = i + many + 1
                if not definite and all(v.at(k) in ("ADJ", "ADV") for k in range(i + 1, of)) and self._of(of):
                    return many + 2
            return 1 if not definite and noun_follows and norm != "كثير" else 0
        if definite or not noun_follows:
            return 0
        if not closed.RANKS.isdisjoint(words):
            return 1
        wraps = lemma in noun_classes.EVENT_WRAPPERS and v.lexis.is_event(v.tokens[i + 1])
        return 1 if wraps and not v.lexis.phrase_at(v.tokens, i) else 0
