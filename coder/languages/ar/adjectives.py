"""What follows the last noun of an idafa chain: adjectives, ``ذو`` phrases, names in quotes or brackets."""

from __future__ import annotations

from coder.languages.ar import closed, noun_classes
from coder.languages.ar.noun_phrase import NounPhrase
from coder.languages.ar.view import View

_PAIR = closed.words("اثنين اثنان اثنتين اثنتان")
_EMPHATIC = closed.words("نفس ذات عين")
_BELONGING = closed.words("تابع تابعة تابعين تابعون")
_WITHOUT = closed.words("بدون دون من ب")
_POSSESSING = closed.words("ذات ذو ذا ذي ذوي ذوو ذواتا")
_COMPARATIVES = closed.words("الأكثر الأشد الأقل الأوسع")
_ENVOYS = closed.words("المبعوث المبعوثة المندوب المندوبة المفوض المفوضة الناطق المتحدث الممثل المراقب")
_TIME_ADJECTIVES = closed.words(
    """
    الماضي الماضية المقبل المقبلة القادم القادمة الحالي الحالية الجاري الجارية المنصرم الأول الأولى الثاني الثانية
    الأخير الأخيرة
    """
)


class Adjectives:
    """Gives each adjective after a chain of nouns to the noun it agrees with."""

    def __init__(self, view: View) -> None:
        self.view = view

    def read(self, phrase: NounPhrase) -> None:
        """Take up all adjectives that follow ``phrase``."""
        while (after := self._next(phrase, phrase.next)) > phrase.next:
            phrase.next = after

    def possessed(self, phrase: NounPhrase) -> bool:
        """Whether a ``ذو`` phrase follows."""
        i = phrase.next
        return self.view.norm(i) in _POSSESSING and self.view.at(i + 1) in ("NOUN", "ADJ", "DET") and i > phrase.head

    def _next(self, phrase: NounPhrase, i: int) -> int:
        """Index after the adjective at ``i``; ``i`` itself when there is none that fits."""
        v = self.view
        pos, norm = v.at(i), v.norm(i)
        if norm == "عشر" and any(t.adjectives and t.adjectives[-1] == i - 1 for t in phrase.spine()):
            phrase.tokens.append(i)
            return i + 1
        if norm in _PAIR and pos == "NUM" and i == phrase.next and phrase.human and v.at(i + 1) != "NOUN":
            phrase.tokens.append(i)
            return i + 1
        unmanned = next((many for many in (1, 2) if v.norm(i + many) == "طيار"), 0) if norm in _WITHOUT else 0
        if unmanned:
            phrase.tokens += range(i, i + unmanned + 1)
            return i + unmanned + 1
        if norm == "غير" and v.at(i + 1) in ("ADJ", "NOUN"):
            return self._give(phrase, i + 1, [i])
        if norm in closed.PARTITIVES and v.norm(i + 1) == "من":
            return i
        if norm in _COMPARATIVES and phrase.definite and v.at(i + 1) in ("NOUN", "ADJ") and not v.definite(i + 1):
            phrase.tokens += [i, i + 1]
            return i + 2
        if norm in _EMPHATIC and v.enclitic(i + 1) and phrase.definite:
            phrase.tokens.append(i)
            return i + 2
        if pos == "CCONJ":
            described = any(t.adjectives and t.adjectives[-1] == i - 1 for t in phrase.spine())
            joined = norm == "و" and described and self._joined(phrase, i + 1, i - 1)
            return max(self._give(phrase, i + 1, []), i) if joined and self._owner(phrase, i + 1) else i
        if pos == "DET" and norm in closed.DEMONSTRATIVES:
            if not phrase.definite or v.at(i + 1) in ("NOUN", "ADJ"):
                return i
            phrase.tokens.append(i)
            return i + 1
        fits = self._adjective(i, phrase) and not self._acted_on(i, phrase)
        return self._give(phrase, i, []) if fits else i

    def _give(self, phrase: NounPhrase, i: int, before: list[int]) -> int:
        owner = self._owner(phrase, i)
        if owner is None:
            return before[0] if before else i
        owner.tokens += [*before, i]
        owner.adjectives.append(i)
        owner.participle = bool(self.view.feat(i, "part"))
        return i + 1

    def _adjective(self, i: int, phrase: NounPhrase) -> bool:
        """Whether the word can be an adjective here: also a definite participle or nisba after a definite phrase."""
        v = self.view
        pos = v.at(i)
        if self._after_sound_plural(i) or self._envoy(i):
            return False
        if pos == "ADJ" or (pos == "NOUN" and v.norms[i] in _BELONGING and not phrase.definite):
            return True
        if pos not in ("NOUN", "PROPN") or not v.definite(i) or not phrase.definite:
            return False
        unknown = v.feat(i, "src") == "rule" and v.norms[i].endswith(("ي", "يه"))
        if pos == "NOUN" and v.feat(i, "src") == "rule" and v.definite(phrase.head) and i == phrase.head + 1:
            return v.feat(i, "gen") == phrase.gender and not phrase.name
        if pos == "PROPN" or unknown:
            return unknown or v.feat(i, "nisba") == "yes"
        if v.norms[i] in _TIME_ADJECTIVES:
            return True
        return not v.lexis.is_time(v.tokens[i]) and bool(v.feat(i, "part") or v.feat(i, "nisba"))

    def _acted_on(self, i: int, phrase: NounPhrase) -> bool:
        """``عذب حراس السجن المعتقلين``: the oblique plural of a noun of persons is no adjective of a nominative."""
        v = self.view
        if v.norms[i].endswith("ين") and v.at(i) == "NOUN" and v.sound_plural(i) and self._nominative(phrase.head):
            return bool(phrase.genitives)
        verb = phrase.tokens[0] - 1
        if v.feat(i, "tanwin") == "acc" and phrase.tokens == [phrase.head] and v.at(verb) == "VERB":
            short = v.at(phrase.head) == "NOUN" and v.feat(phrase.head, "gen") == "m" and phrase.number == "s"
            return short and phrase.human and not phrase.accusative and not phrase.genitives  # طعن مستوطن شابا
        if v.at(verb) != "VERB" or v.feat(verb, "num") not in ("", "s") or v.feat(verb, "vox") == "p":
            return False
        persons = v.lemma(i) in noun_classes.HUMAN_NOUNS and v.feat(i, "nisba") != "yes" and v.definite(i)
        oblique = v.norms[i].endswith("ين") and v.sound_plural(i)
        nominative = phrase.human and phrase.number == "p" and not v.norms[phrase.head].endswith(("ين", "ي"))
        return persons and oblique and nominative and bool(phrase.genitives)

    def _nominative(self, i: int) -> bool:
        """A sound plural before its genitive that shows its case (``مسلحو التنظيم``)."""
        v = self.view
        return v.norms[i].endswith("و") and v.feat(i, "num") == "p" and v.norms[i] != v.lemma(i)

    def _envoy(self, i: int) -> bool:
        """A participle that names an office begins another phrase (``التقى الرئيس الليبي المبعوث الأممي``)."""
        v = self.view
        return v.norm(i) in _ENVOYS and v.at(i - 1) == "ADJ" and v.lemma(i - 1) in noun_classes.NATIONAL

    def _after_sound_plural(self, i: int) -> bool:
        """A feminine singular behind a sound plural begins another phrase (``شبان فلسطينيون دورية إسرائيلية``)."""
        v = self.view
        people = v.at(i - 1) == "ADJ" and v.feat(i - 1, "num") == "p" and v.norms[i - 1].endswith(("ون", "ين"))
        return people and v.feat(i, "gen") == "f" and v.feat(i, "num") in ("", "s")

    def _joined(self, phrase: NounPhrase, i: int, last: int) -> bool:
        """Whether the adjective behind a conjunction goes with the one before it."""
        national = self._country(i) and self._country(last) and self._alike(i, last)
        if national and (self._one_of_several(i) or self.view.feat(i, "num") == "p"):  # مسؤولون أمريكيون وصينيون
            return True
        return self.view.at(i) == "ADJ" and bool(phrase.adjectives) and self._same(i, last)

    def _country(self, i: int) -> bool:
        return self.view.at(i) in ("ADJ", "PROPN") and self.view.feat(i, "nisba") == "yes"

    def _alike(self, i: int, other: int) -> bool:
        v = self.view
        return all(v.feat(i, name) == v.feat(other, name) for name in ("def", "gen", "num"))

    def _one_of_several(self, i: int) -> bool:
        """Whether the nisba is one of several joined ones, each of which belongs to one of those whom a dual or plural
        names (``الرئيسان العراقي والإيراني``)."""
        if not self._country(i) or self.view.feat(i, "num") not in ("", "s"):
            return False
        return any(
            self.view.norm(i + conjunction) == "و" and self._country(i + other) and self._alike(i, i + other)
            for conjunction, other in ((1, 2), (-1, -2))
        )

    def _same(self, i: int, last: int) -> bool:
        v = self.view
        alike = v.definite(i) == v.definite(last) and v.feat(i, "gen") == v.feat(last, "gen")
        return alike and v.at(i + 1) != "NOUN"

    def _owner(self, phrase: NounPhrase, i: int) -> NounPhrase | None:
        """The term of the chain that the adjective at ``i`` modifies: the last that agrees; a nisba the person."""
        v = self.view
        definite = v.definite(i)
        terms = [t for t in phrase.spine() if t.kind != "pronoun"]
        fitting = [
            t for t in terms if (t.definite == definite or ((t.name or t.time) and definite)) and self._agrees(t, i)
        ]
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        plain = [t for t in fitting if not t.name] or fitting
        modified = next((k for k, t in enumerate(terms) if t.adjectives), len(terms))
        plain = [t for t in plain if terms.index(t) <= modified] or plain
        persons = [t for t in plain if t.human] if v.feat(i, "nisba") == "yes" else []
        return persons[0] if persons else plain[-1]

    def _agrees(self, noun: NounPhrase, i: int) -> bool:
        v = self.view
        gender, number = v.feat(i, "gen"), v.feat(i, "num") or "s"
        if not gender or not noun.gender or v.feat(i, "elative") == "yes":
            return True
        unsure = v.feat(noun.head, "src") == "rule"
        persons = v.definite(i) and v.sound_plural(i) and v.norms[i].endswith(("ون", "ين"))
        if persons and noun.gender == "f" and not noun.human:
            return False
        if noun.number in "pd" and gender == noun.gender and self._one_of_several(i):
            return True
        if noun.number == "p" and noun.gender == "m" and v.sound_plural(noun.head) and len(noun.tokens) == 1:
            return number == "p" and gender == "m"
        if noun.number == "p" or (unsure and noun.number == "s" and noun.gender == "m" and number == "p"):
            return number in "pd" or gender == "f" or (v.feat(noun.head, "num") != "p" and gender == noun.gender)
        if noun.number == "d":
            return number == "d" and gender == noun.gender
        if number != "s":
            return False
        broken = unsure and gender == "f" and noun.gender == "m" and not v.norms[noun.head].endswith("ه")
        return gender == noun.gender or broken
