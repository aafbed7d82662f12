"""Where a phrase hangs: prepositional phrases on nouns or the verb, conjuncts, appositions, antecedents."""

from __future__ import annotations

from coder.languages.ar import agreement, bodies, closed, noun_classes, verb_classes
from coder.languages.ar.clause import Clause
from coder.languages.ar.normalise import normalise
from coder.languages.ar.noun_phrase import NounPhrase
from coder.languages.ar.view import View

_COMPOUNDS: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _key, _slot in sorted(closed.COMPOUND_PREPOSITIONS.items(), key=lambda item: (-len(item[0].split()), item[0])):
    _parts = tuple(_key.split())
    _COMPOUNDS.setdefault(_parts[0], []).append((_parts, _slot))
PREPOSITIONAL = _COMPOUNDS.keys() | closed.PLACE_ADVERBS
"""Words that can begin a preposition without being tagged as one."""
_OFFICES = closed.words(
    """
    مكتب مجلس قسم جناح ذراع فرع مقر قيادة قائد أمين سكرتير متحدث ناطق ممثل مبعوث مدير رئيس مرشد مفوض مندوب مدعي عضو
    هيئة لجنة حزب
    """
)
_OFFICES |= closed.words("قائدة أمينة متحدثة ناطقة ممثلة مبعوثة مديرة رئيسة مفوضة مندوبة مدعية")
_MEMBERS = closed.words(
    "مسؤول عضو ضابط مصدر قيادي مستشار خبير محلل باحث جندي عنصر متحدث ناطق قائد مقاتل نائب ناشط مشارك"
)
_TAKING_LI = closed.words(
    "تابع مناهض معاد معادي موال موالي داعم مؤيد رام رامي هادف مناصر معارض ممثل منتم مناوئ مضاد محاذ محاذي مجاور"
)
_BARE_PARTICIPLES = closed.words("مسلح متحد مفخخ مختص خاص عام ماضي ملغوم ناسف حاكم معارض مقاتل")
_PARTICIPLE_PREPOSITIONS = closed.words("مع من على عن إلى ب ل في ضد")
_ORGANISATIONS = closed.words(
    """
    جيش شرطة وزارة حركة حزب منظمة مجلس حكومة قوة أمن جماعة تنظيم شركة مكتب لجنة جهاز
    مخابرات استخبارات ميليشيا هيئة برلمان
    اتحاد رئاسة معارضة ائتلاف تحالف حرس فصيل كتيبة
    """
)
#: nouns of what befalls somebody: their genitive suffers, and nobody acts
_NO_AGENT = closed.words("مقتل إصابة جرح وفاة مصرع استشهاد سقوط")
_BODIES = closed.words(
    """
    صندوق مجلس محكمة منظمة هيئة وكالة مصرف بنك اتحاد منظومة جيش قوة سلطة شرطة دولة جندي آلية طائرة دبابة جرافة زورق
    بحرية قناص مدفعية مخابرات استخبارات وحدة دورية حاجز
    """
)
_MASCULINE, _FEMININE = closed.words("الذي"), closed.words("التي")
#: armed groups by names of one word: one is a member in them, not at a place
_GROUPS = closed.words("حماس طالبان داعش القاعدة النصرة الحوثيين")
#: what one is in, not the condition of something else (``في حالة تأهب``; but ``في حالة فشل المحادثات``)
_STATES = closed.words("تأهب استنفار طوارئ حرب ترقب حداد غضب فوضى انهيار صدمة ذعر هدوء توتر احتقان شلل غليان")
_STATE_OF = tuple(normalise(w) for w in ("في", "حالة"))
_PURELY_VERBAL = closed.words("بعد قبل منذ خلال حسب بسبب عقب")
_ALWAYS_NOMINAL = frozenset(map(normalise, ("باسم", "ب اسم")))


class Attachment:
    """The right frontier of the phrases read last, and the decisions that depend on it."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.frontier: list[NounPhrase] = []
        self.previous: list[NounPhrase] = []
        self.end = 0
        self.last_slot: tuple[object, str] | None = None

    def reset(self) -> None:
        """Forget where the last prepositional phrase was hung: a clause begins."""
        self.last_slot = None

    def clear(self) -> None:
        """Forget the phrases read: behind a colon or a stop nothing goes on."""
        self.frontier, self.previous, self.last_slot = [], [], None

    def start(self, clause: Clause, verb: int) -> None:
        """A verb was read: nothing before it can be continued."""
        self.frontier = []
        self.previous = []
        self.end = verb + 1
        self.last_slot = None

    def place(self, phrase: NounPhrase) -> None:
        """A free phrase was read."""
        self.frontier = phrase.spine()
        self.previous = []
        self.end = phrase.next

    def innermost(self) -> NounPhrase | None:
        """The phrase read last."""
        return self.frontier[-1] if self.frontier else None

    def adjacent(self, i: int) -> bool:
        """Whether nothing but particles stands between the last phrase and ``i``."""
        view = self.view
        return all(
            view.pos[k] in ("PART", "ADV") or view.norms[k] in closed.NEGATIONS or k in view.opened
            for k in range(self.end, i)
        )

    # -- prepositions

    def preposition(self, i: int, promised: bool = False) -> tuple[str, int]:
        """Slot name of the preposition, of one or more words, at ``i`` and the index after it; no name without one.

        ``promised``: the verb still lacks the deed that it takes under ``ب`` (``وعد بالتعاون مع``)."""
        view = self.view
        norms = view.norms
        for parts, slot in _COMPOUNDS.get(norms[i], ()):
            after = i + len(parts)
            if parts == _STATE_OF and view.norm(after).removeprefix("ال") in _STATES:
                continue
            if promised and len(parts) == 3 and parts[0] == "ب" and self.view.feat(i + 1, "masdar") == "yes":
                continue
            if (tuple(norms[i:after]) == parts and view.at(after) not in ("", "PUNCT", "VERB", "CCONJ")) or (
                len(parts) == 1 and norms[i] == parts[0] and view.pos[i] == "ADP"
            ):
                return slot, after
        if view.pos[i] == "ADP":
            return norms[i], i + 1
        if (
            norms[i] in closed.PLACE_ADVERBS
            and view.at(i + 1) in ("PROPN", "NOUN")
            and view.at(i - 1) != "ADP"
            and not view.definite(i)
            and (norms[i], norms[i + 1]) not in noun_classes.DIRECTED_NAMES
        ):
            return norms[i], i + 1
        return "", i

    def attach(self, clause: Clause, phrase: NounPhrase, slot: str, i: int, conjoined: bool, comma: bool) -> None:
        """Hang a prepositional phrase on the noun that keeps it, or else on the clause."""
        told = clause.object
        if told is not None and self._happens_in(clause, told, phrase, slot):
            told.attached.setdefault(slot, []).append(phrase)
            self.frontier = [told, *phrase.spine()]
            self.last_slot, self.end = (told, slot), phrase.next
            return
        if conjoined and self.last_slot is not None and self.last_slot[1] == slot:
            owner = self.last_slot[0]
        else:
            owner = self._owner(clause, phrase, slot, i, comma)
        if isinstance(owner, NounPhrase):
            if not owner.genitives and self._represents(owner, phrase, slot):
                owner.genitives.append(phrase)
            else:
                owner.attached.setdefault(slot, []).append(phrase)
            if owner.event and self._selected(clause, slot):
                clause.add(slot, phrase)
            keep = self.frontier.index(owner) + 1 if owner in self.frontier else 0
            self.frontier = self.frontier[:keep] + phrase.spine()
        else:
            clause.add(slot, phrase)
            self.previous, self.frontier = self.frontier, phrase.spine()
        self.last_slot = (owner if owner is not None else clause, slot)
        self.end = phrase.next

    def _represents(self, owner: NounPhrase, phrase: NounPhrase, slot: str) -> bool:
        """Whether the noun is an office of the body named, or speaks for it: the body counts as its genitive."""
        if slot in _ALWAYS_NOMINAL:
            return owner.human and not owner.name
        return slot == "ل" and not self._action(phrase) and self.view.lemma(owner.head) in _OFFICES

    def _happens_in(self, clause: Clause, told: NounPhrase, phrase: NounPhrase, slot: str) -> bool:
        """Whether an act is the circumstance of the deaths that the clause reports, not of the report."""
        view = self.view
        reported = clause.verb >= 0 and view.lemma(clause.verb) in verb_classes.SPEECH_VERBS
        return reported and phrase.event and slot in ("في", "ب") and view.lemma(told.head) in _NO_AGENT

    def _owner(self, clause: Clause, phrase: NounPhrase, slot: str, i: int, comma: bool) -> NounPhrase | None:
        """The noun that keeps the prepositional phrase; None when it belongs to the verb."""
        view = self.view
        if comma or phrase.time or not self.frontier or not self.adjacent(i) or slot in _PURELY_VERBAL:
            return None
        inner = self.frontier[-1]
        gathering = clause.verb >= 0 and view.lemma(clause.verb) in verb_classes.GATHERING
        aim = slot == "ل" and view.lemma(phrase.head) in verb_classes.AIMS
        if gathering and (aim or (slot == "ب" and view.lemma(phrase.head) in verb_classes.MARCHES)):
            return None
        if slot == "ل" and bodies.completes_name(self.view, self.frontier[0], phrase):
            return self.frontier[0]
        selected = self._selected(clause, slot)
        if selected and slot == "ل" and not phrase.event and not inner.event and self._comes_again(slot, phrase):
            return inner
        if selected and not inner.event and self.frontier[0] in (clause.subject, clause.object):
            addressed = slot != "ل" or phrase.human or phrase.name or view.lemma(inner.head) not in _OFFICES
            if addressed:
                return None
        if slot == "ل" and self._addresses(clause, phrase, inner):
            return None
        holder = self.frontier[0]
        if slot == "في" and phrase.number == holder.number == "d" and holder.human and not phrase.human:
            return holder  # وزيرا الطاقة في البلدين
        keeper = self._keeper(phrase, slot, i, selected)
        if keeper is not None or selected:
            return keeper
        if clause.verb < 0 and clause.auxiliary < 0:
            return inner
        if slot == "ل" and inner.kind != "pronoun" and not inner.name:
            aim = inner.definite and not self._action(inner) and self._is_aim(phrase)
            return None if aim and clause.verb >= 0 else inner
        return None

    def _addresses(self, clause: Clause, phrase: NounPhrase, inner: NounPhrase) -> bool:
        """Whether an actor under ``ل`` right behind the subject is whom its verb is addressed to, not its owner
        (``اعتذرت الحكومة لإندونيسيا``)."""
        view = self.view
        if clause.verb < 0 or "ل" in clause.slots or self.frontier[0] is not clause.subject:
            return False
        somebody = phrase.name or phrase.human or view.lemma(phrase.head) in bodies.STATES_BY_NAME
        told = view.lemma(clause.verb) in view.lexis.addressed and somebody
        return told and not any(map(self._action, self.frontier)) and view.lemma(inner.head) not in _OFFICES

    def _comes_again(self, slot: str, phrase: NounPhrase) -> bool:
        """Whether the preposition follows once more (``تعرض رتل للجيش لهجوم``): the first hangs on the noun."""
        return self.view.norm(phrase.next) == slot and self.view.at(phrase.next) == "ADP"

    def _is_aim(self, phrase: NounPhrase) -> bool:
        """Whether ``ل`` with this noun says what is done for (``للمطالبة بالإفراج``)."""
        return self.view.definite(phrase.head) and self.view.feat(phrase.head, "masdar") == "yes"

    def _selected(self, clause: Clause, slot: str) -> bool:
        """Whether the clause's verb takes a complement under the preposition and has none yet."""
        lemma = self.view.lemma(clause.verb) if clause.verb >= 0 else ""
        return slot in verb_classes.VERB_PREPOSITIONS.get(lemma, ()) and slot not in clause.slots

    def _keeper(self, phrase: NounPhrase, slot: str, i: int, selected: bool) -> NounPhrase | None:
        """The participle, office or noun of action that keeps the phrase whatever the verb is."""
        inner = self.frontier[-1]
        for noun in reversed(self.frontier):
            if noun.participle and noun.adjectives[-1] == i - 1 and self._complemented(i - 1, slot):
                return noun
        special = self._special(inner, phrase, slot, selected)
        if special is not None or slot not in verb_classes.NOUN_PREPOSITIONS:
            return special
        if slot == "ل" and self._aimed_at(inner):
            return inner
        for noun in reversed(self.frontier):
            taken = slot in noun.attached and slot != "في"
            if (
                self._action(noun)
                and not taken
                and not self._names_body(noun)
                and not (slot == "من" and self._controlled(noun))
            ):
                return None if selected and noun is not inner and not noun.event else noun
        return None

    def _names_body(self, noun: NounPhrase) -> bool:
        """Whether an action is the second word of a body's name (``صندوق النقد``, ``مجلس الأمن``)."""
        if not self.view.definite(noun.head):
            return False
        return any(noun in other.genitives and self.view.lemma(other.head) in _BODIES for other in self.frontier)

    def _aimed_at(self, inner: NounPhrase) -> bool:
        """Whether the phrase is an indefinite thing that an attack is on: what follows under ل owns it
        (``هجوم على قاعدة للجيش``)."""
        if inner.definite or inner.human or inner.kind != "noun" or self._action(inner):
            return False
        return any(inner in noun.attached.get("علي", ()) for noun in self.frontier if noun.event)

    def _complemented(self, i: int, slot: str) -> bool:
        """Whether the participle at ``i`` takes a complement under this preposition."""
        lemma = self.view.lemma(i)
        if lemma in _BARE_PARTICIPLES or slot not in _PARTICIPLE_PREPOSITIONS:
            return False
        acting = any(self._action(noun) and noun.genitives for noun in self.frontier)
        return slot != "ل" or lemma in _TAKING_LI or not acting

    def _special(self, inner: NounPhrase, phrase: NounPhrase, slot: str, selected: bool) -> NounPhrase | None:
        """Nouns that keep a certain preposition: fighters of, officer in, spokesman for, political bureau of."""
        view = self.view
        lemma = view.lemma(inner.head)
        if slot in _ALWAYS_NOMINAL and inner.human:
            return inner
        if slot == "عن" and lemma in bodies.REPRESENTING:
            return inner
        if (
            slot == "ل"
            and (inner.adjectives or (inner.name is False and inner.definite and not inner.genitives))
            and lemma in _OFFICES
        ):
            return inner
        if selected:
            return None
        if slot == "من" and not inner.definite and inner.kind == "noun" and not self._action(inner):
            return inner
        body = view.lemma(phrase.head) in _ORGANISATIONS or view.norms[phrase.head] in _GROUPS
        if slot == "في" and inner.human and not inner.name and body:
            return inner
        return None

    def _controlled(self, noun: NounPhrase) -> bool:
        """Whether the noun stands under a noun of saying or planning, whose author is also its own."""
        return any(
            noun in found
            for outer in self.frontier
            if outer is not noun and self.view.lemma(outer.head) in noun_classes.CONTROLLING_NOUNS
            for slot, found in outer.attached.items()
        )

    def _action(self, noun: NounPhrase) -> bool:
        if noun.event or noun.kind != "noun" or self.view.feat(noun.head, "masdar") != "yes":
            return noun.event
        return self.view.lemma(noun.head) not in _ORGANISATIONS

    def noun_governor(self, i: int) -> NounPhrase | None:
        """The event noun right before a complement clause at ``i``."""
        inner = self.innermost()
        return inner if inner is not None and inner.event and self.end == i else None

    # -- coordination, apposition, enumeration

    def coordinate(self, clause: Clause, phrase: NounPhrase) -> bool:
        """Join the phrase after a conjunction to the phrase it is most like."""
        if phrase.head == phrase.tokens[0] and self.view.at(phrase.head) == "NUM" and len(phrase.tokens) == 1:
            return any(n.time for n in self.frontier) or any(
                self.view.at(k) == "NUM" for n in self.frontier for k in n.tokens
            )
        between = self._between(clause)
        if between is not None:
            return self._join(between, phrase)
        held = self._held_by_several(phrase)
        if held is not None:
            return self._join(held, phrase)
        candidates = list(reversed(self.frontier)) + list(reversed(self.previous))
        for other in (*(ps[-1] for ps in reversed(clause.slots.values())), clause.object, clause.subject, clause.topic):
            if (
                other is not None
                and other not in candidates
                and other.kind == "noun"
                and other is not clause.antecedent
            ):
                candidates.append(other)
        known = [*self.frontier, *self.previous]
        best: NounPhrase | None = None
        score = -3.0
        for distance, other in enumerate(candidates):
            if other.time:
                continue
            value = self._similarity(other, phrase) - 0.4 * distance - (1.4 if other not in known else 0.0)
            if value > score:
                best, score = other, value
        if best is None:
            return False
        return self._join(best, phrase)

    def _held_by_several(self, phrase: NounPhrase) -> NounPhrase | None:
        """The country to which another is joined as one of those whose officers a dual or plural names
        (``رئيسا مصر والأردن``)."""
        inner = self.frontier[-1] if self.frontier else None
        if inner is None or not (inner.name and phrase.name) or self.end != phrase.tokens[0] - 1:
            return None
        if not (self.view.standalone(inner.head) and self.view.standalone(phrase.head)):
            return None
        owned = any(n.human and not n.name and n.number in "pd" for n in self.frontier[:-1])
        chain = any(
            inner in n.genitives or (inner.first is not None and inner.first in n.genitives) for n in self.frontier
        )
        return inner if owned and chain else None

    def _join(self, best: NounPhrase, phrase: NounPhrase) -> bool:
        first = best.first or best
        first.conjuncts.append(phrase)
        phrase.first = first
        if best in self.previous:
            self.frontier, self.previous = self.previous, []
        keep = self.frontier.index(best) + 1 if best in self.frontier else 0
        self.frontier = self.frontier[:keep] + phrase.spine()
        self.end = phrase.next
        return True

    def _between(self, clause: Clause) -> NounPhrase | None:
        """The phrase under ``بين`` that still lacks its second member."""
        if self.last_slot is None or self.last_slot[1] != "بين":
            return None
        owner = self.last_slot[0]
        found = owner.attached["بين"] if isinstance(owner, NounPhrase) else clause.slots.get("بين", [])
        last = found[-1] if found else None
        alone = last is not None and not last.conjuncts and last.kind == "noun" and last.number == "s"
        return last if alone else None

    def _similarity(self, left: NounPhrase, right: NounPhrase) -> float:
        view = self.view
        if left.kind == "pronoun" or right.kind == "pronoun":
            return -1.0
        value = 0.0
        if left.name and right.name:
            value += 2.5 if view.standalone(left.head) == view.standalone(right.head) else 1.5
        if left.human and right.human:
            value += 2.0
        elif left.human != right.human and not (left.name or right.name):
            value -= 1.0
        if left.event and right.event:
            value += 2.0
        elif left.event != right.event:
            value -= 1.0
        elif self._action(left) and self._action(right):
            value += 0.5
        value += 1.0 if left.definite == right.definite else -1.0
        if view.lemma(left.head) == view.lemma(right.head):
            value += 2.0
        if left.accusative and right.accusative:
            value += 2.0
        if left.name != right.name:
            value -= 0.3
        return value

    def appose(self, phrase: NounPhrase, comma: bool) -> bool:
        """Take the phrase as a name after a title, a title after a name, or a place name after its kind."""
        if not self._touches(phrase, comma):
            return False
        for k in range(len(self.frontier) - 1, -1, -1):
            noun = self.frontier[k]
            if noun.kind == "pronoun" or any(a.name == phrase.name and a.human for a in noun.appositions):
                continue
            if not self._apposable(noun, phrase, comma):
                continue
            noun.appositions.append(phrase)
            self.frontier = self.frontier[: k + 1] if phrase.name or noun.name else [*self.frontier[: k + 1], phrase]
            self.end = phrase.next
            return True
        return False

    def append_title(self, phrase: NounPhrase) -> None:
        """Take a title as an apposition of the name read last."""
        self.frontier[0].appositions.append(phrase)
        self.end = phrase.next

    def _apposable(self, noun: NounPhrase, phrase: NounPhrase, comma: bool) -> bool:
        if phrase.name:
            if not comma and not noun.name and noun.definite and self.view.lemma(noun.head) in noun_classes.ALLIES:
                return True
            if noun.human and not noun.name and phrase.human:
                return noun.definite or self.view.lemma(noun.head) in _MEMBERS
            return (
                not comma
                and not noun.adjectives
                and noun.number == "s"
                and not noun.name
                and noun.definite
                and not noun.genitives
                and self.view.lemma(noun.head) in noun_classes.TITLE_PLACES
            )
        if (
            noun.name
            and noun.human
            and phrase.human
            and phrase.definite
            and comma
            and phrase.number == "s"
            and phrase.tokens[0] == phrase.head
        ):
            return self._closes(phrase.next)
        if (
            noun.human
            and phrase.human
            and noun.definite
            and phrase.definite
            and not phrase.genitives
            and not phrase.adjectives
        ):
            return self.view.at(phrase.next) == "PROPN"
        return False

    def _closes(self, i: int) -> bool:
        """Whether an inserted apposition can end at ``i``."""
        return self.view.at(i) in ("", "PUNCT", "VERB", "SCONJ", "ADP", "REL")

    def _touches(self, phrase: NounPhrase, comma: bool) -> bool:
        view = self.view
        return bool(self.frontier) and all(view.pos[k] == "PUNCT" for k in range(self.end, phrase.tokens[0]))

    def enumerate(self, clause: Clause, phrase: NounPhrase) -> bool:
        """Take the phrase after a comma as one more member of a list that goes on."""
        view = self.view
        if not self.frontier or not self._touches(phrase, True):
            return False
        j = phrase.next
        goes_on = (view.at(j) == "PUNCT" and view.tokens[j].text in "،,") or (
            view.norm(j) == "و" and view.at(j + 1) in ("NOUN", "PROPN")
        )
        last = self.frontier[0].first or self.frontier[0]
        others = [n for n in self.frontier if self._similarity(n, phrase) >= 2.5]
        if not others or not (goes_on or last.conjuncts):
            return False
        return self.coordinate(clause, phrase)

    def second_object(self, clause: Clause, phrase: NounPhrase) -> bool:
        """Take a second noun after masdar and genitive as the masdar's object (``استقبال الرئيس نظيره``)."""
        if not self.frontier or self.end != phrase.tokens[0] or phrase.kind != "noun":
            return False
        for noun in reversed(self.frontier):
            if not self._action(noun) or not noun.genitives or "object" in noun.attached:
                continue
            free = noun is not clause.subject or clause.object is not None
            agent = noun.genitives[0]
            if self.view.lemma(noun.head) in _NO_AGENT or self.view.norm(phrase.tokens[0]) in closed.PLACE_ADVERBS:
                return False
            if agent.name and phrase.name and not self.view.standalone(agent.head):
                return False
            if free and (agent.human or agent.name or agent.kind == "pronoun" or phrase.name):
                noun.attached["object"] = [phrase]
                self.frontier = phrase.spine()
                self.end = phrase.next
                return True
        return False

    # -- antecedents

    def antecedent(self, i: int, conjoined: bool = False) -> NounPhrase | None:
        """The definite phrase that the relative pronoun at ``i`` takes up: the head of the last idafa that agrees."""
        for source, definite in ((self.frontier, True), (self.frontier, False), (self.previous, True)):
            levels = _levels(source)
            for level in levels if conjoined else reversed(levels):
                for noun in sorted(level, key=lambda n: n.name):
                    if noun.definite == definite and self._relative_agrees(noun, i):
                        return noun
        return self.frontier[-1] if self.frontier else None

    def _relative_agrees(self, noun: NounPhrase, i: int) -> bool:
        norm = self.view.norms[i]
        if noun.kind == "pronoun" or (noun.time and not noun.definite):
            return False
        sure = not agreement.unsure(self.view, noun) and not noun.name
        if norm in _FEMININE:
            return (
                (noun.gender == "f" and noun.number != "d")
                or (noun.number == "p" and not noun.human)
                or (not sure and noun.number != "d")
            )
        if norm in _MASCULINE:
            return noun.number == "s" and (noun.gender != "f" or noun.name)
        return noun.number in "pd" or bool(noun.conjuncts) or not sure

    def bare_antecedent(self, i: int, resumed_only: bool = False) -> NounPhrase | None:
        """The indefinite phrase that a verb right after it takes up without a relative pronoun."""
        for noun in reversed(self.frontier):
            if noun.kind != "noun" or noun.definite or noun.time or noun.name:
                continue
            resumed = self.view.enclitic(i + 1) and agreement.refers(self.view, i + 1, noun)
            if resumed or (not resumed_only and agreement.follows(self.view, i, noun)):
                return noun
        return None


def _levels(frontier: list[NounPhrase]) -> list[list[NounPhrase]]:
    """The frontier cut into idafa chains."""
    levels: list[list[NounPhrase]] = []
    for noun in frontier:
        if levels and noun in levels[-1][-1].genitives:
            levels[-1].append(noun)
        else:
            levels.append([noun])
    return levels
