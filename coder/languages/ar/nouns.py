"""Nouns of action as predicates: event nouns of the dictionaries, with what support and control verbs give them."""

from __future__ import annotations

from dataclasses import dataclass, field

from coder.languages.ar import closed, noun_classes, verb_classes
from coder.languages.ar.clause import Clause
from coder.languages.ar.noun_phrase import NounPhrase
from coder.languages.ar.phrases import Phrases
from coder.languages.ar.view import View
from coder.model import Modality, Phrase, Predicate, Tense

#: masdars whose ل names the receiver, not the object
_GIVING = closed.words("تسليم منح تقديم إرسال نقل بيع توفير توجيه إعطاء دعوة")
_OF_TWO_OBJECTS = closed.words("منح إعطاء تسليم إهداء")
#: verbs whose subject is the understood subject of their masdar
SUBJECT_CONTROL = closed.words(
    """
    هدد تعهد وعد رفض وافق قرر بدأ واصل استأنف نفى اعترف أقر حاول استعد خطط اعتزم نوى قام استمر كرر هم شرع باشر أوقف علق
    أنهى ألغى جدد أبدى عرض توعد سعى التزم نجح فشل تمكن شارك كثف وسع ضاعف تبنى أراد فضل عاد اتفق
    """
)
#: where what an attack is on stands, its doer is under ل (``هجوم للحوثيين على مأرب``)
_AIMED = closed.words("على ضد")
#: violence whose doer stands under ل also where no aim is named (``مقتل جنود في هجوم للمتمردين``)
_DONE_BY_OWNER = closed.words("هجوم غارة كمين")
#: nouns of what befalls somebody: nobody's act
_SUFFERED = closed.words("مقتل إصابة جرح وفاة مصرع استشهاد سقوط انفجار")
#: nouns whose genitive acts, whoever the understood subject is
_OWN_AGENT = closed.words("التزام انسحاب هجوم استعداد مشاركة انضمام عودة وصول موقف رد تعاون رغبة استقالة زيارة اعتراف")
#: who announces a deed does it, unless it is violence
_ANNOUNCING = closed.words("أعلن أكد")
_VIOLENT = closed.words(
    "قتل مقتل اغتيال قصف هجوم غارة تفجير استهداف انفجار خطف اختطاف اشتباك سقوط ضربة اعتداء محاولة مجزرة إطلاق تدمير حرق"
)
_SITUATING = closed.words("في وسط أمام قرب ضد خارج قبالة نحو")
_WITNESS, _ROUND = "شهد", "جوله"
CONDITIONAL_SLOTS = closed.words("خشية") | {"في حال"}


@dataclass(slots=True)
class Context:
    """What a clause offers to the nouns of action in its slots."""

    clause: Clause
    subject: NounPhrase | None
    object: NounPhrase | None
    slots: dict[str, list[NounPhrase]]
    modality: Modality | None
    tense: Tense | None


@dataclass(slots=True)
class Frame:
    """A noun predicate under construction."""

    noun: NounPhrase
    lemma: str
    last: int
    slots: dict[str, list[NounPhrase]] = field(default_factory=dict)
    negated: bool = False
    modality: Modality | None = None
    tense: Tense | None = None
    support: int | None = None
    clause: str | None = None


class NounFrames:
    """The noun predicates of a sentence."""

    def __init__(self, view: View, phrases: Phrases) -> None:
        self.view = view
        self.phrases = phrases
        self.frames: dict[int, Frame] = {}

    def find(self, nouns: list[NounPhrase]) -> None:
        """Make a frame of every phrase headed by an event noun, except words inside a longer event noun."""
        inside: set[int] = set()
        everything = sorted({id(p): p for noun in nouns for p in noun.parts()}.values(), key=lambda p: p.head)
        for noun in everything:
            if noun.kind == "pronoun" or noun.head in inside or noun.head in self.frames:
                continue
            token = self.view.tokens[noun.head]
            long = self.view.lexis.phrase_at(self.view.tokens, noun.head)
            if long is not None:
                lemma, after = long
                inside.update(range(noun.head + 1, after))
                self.frames[noun.head] = self._frame(noun, lemma, after - 1)
            elif noun.event and (lemma := self.view.lexis.event_lemma(token)):
                self.frames[noun.head] = self._frame(noun, lemma, noun.head)
        for noun in everything:
            self._nested(noun)

    def _frame(self, noun: NounPhrase, lemma: str, last: int) -> Frame:
        frame = Frame(noun, lemma, last, negated=noun.negated)
        holder = noun
        if last > noun.head:
            holder = self._absorb(noun, last, frame)
        genitives = [g for g in holder.genitives if not noun.head < g.head <= last]
        if genitives:
            frame.slots["genitive"] = genitives
        if self._definite(noun, genitives):
            self.view.tokens[noun.head].feats["definite"] = "yes"
        term = noun
        while True:
            for slot, found in term.attached.items():
                frame.slots.setdefault(slot, []).extend(found)
            if term is holder:
                break
            term = term.genitives[0]
        self._second_object(frame, holder)
        if any(self.view.lemma(i) in noun_classes.POSSIBLE_ADJECTIVES for i in noun.tokens):
            frame.modality = "possible"
        return frame

    def _definite(self, noun: NounPhrase, genitives: list[NounPhrase]) -> bool:
        """Whether the event is a known one: by its article, a pronoun, a name or a definite genitive without a quantity
        (``مقتل الجنود``, not ``مقتل عدد من الجنود``)."""
        view = self.view
        if view.definite(noun.head) or not genitives:
            return view.definite(noun.head)
        inner = genitives[0]
        if inner.kind == "pronoun":
            return True
        before = [i for i in inner.tokens if i < inner.head]
        if any(view.norms[i] not in closed.DEMONSTRATIVES for i in before):
            return False
        if inner.definite:
            return True
        return bool(inner.genitives) and self._definite(inner, inner.genitives)

    def _absorb(self, noun: NounPhrase, last: int, frame: Frame) -> NounPhrase:
        """The innermost term of the event noun of several words; complements of all its terms are the event's."""
        inner = noun
        while inner.genitives and inner.genitives[0].head <= last:
            inner = inner.genitives[0]
        return inner

    def _second_object(self, frame: Frame, holder: NounPhrase) -> None:
        """Masdar + genitive + ل or a second noun: the genitive acts."""
        genitive = frame.slots.get("genitive")
        second = frame.slots.get("object")
        if frame.lemma in self.view.lexis.passive_support:
            return
        if genitive and second and frame.lemma in _OF_TWO_OBJECTS and not genitive[0].event:
            frame.slots["ل"], frame.slots["genitive"] = genitive, second  # منح تونس قرضا
            del frame.slots["object"]
        elif genitive and second:
            frame.slots["subject"] = genitive
        elif genitive and "ل" in frame.slots and frame.lemma not in _GIVING and not genitive[0].event:
            frame.slots["subject"] = genitive
            frame.slots["object"] = frame.slots["ل"]
        elif "by" in frame.slots:
            frame.slots["subject"] = frame.slots["by"]
        elif not genitive and (frame.slots.keys() & _AIMED or frame.lemma in _DONE_BY_OWNER):
            doers = [p for p in frame.slots.get("ل", []) if p.kind == "noun" and not p.event]
            if doers and frame.lemma not in _GIVING:
                frame.slots["subject"] = doers

    def _nested(self, noun: NounPhrase) -> None:
        """Negation, possibility and understood subjects that a noun gives to the event nouns below it."""
        lemma = self.view.lemma(noun.head)
        for slot, found in (("genitive", noun.genitives), *noun.attached.items()):
            for below in (
                frame for p in found for member in p.group() if (frame := self.frames.get(member.head)) is not None
            ):
                if (slot == "genitive" and lemma in noun_classes.NEGATING_NOUNS) or slot == "دون":
                    below.negated = True
                elif lemma in noun_classes.POSSIBLE_NOUNS:
                    below.modality = "possible"
                elif slot in CONDITIONAL_SLOTS:
                    below.modality = "conditional"
                elif (
                    slot in ("ب", "الي", "علي", "في", "ل", "genitive")
                    and lemma in noun_classes.CONTROLLING_NOUNS
                    and "subject" not in below.slots
                ):
                    outer = self.frames.get(noun.head)
                    agent = (
                        outer.slots.get("subject") or outer.slots.get("genitive") or outer.slots.get("من")
                        if outer is not None
                        else None
                    )
                    if agent and slot != "genitive":
                        self._give_subject(below, agent[0])
                if slot == "ل" and lemma in self.view.lexis.passive_support and noun.genitives:
                    below.slots.setdefault("object", [noun.genitives[0]])
                    outer = self.frames.get(noun.head)
                    if outer is not None:
                        below.modality, below.negated = below.modality or outer.modality, below.negated or outer.negated

    # -- what the clause gives

    def under(self, context: Context) -> int | None:
        """Give the event nouns of a clause subject, support and modality; the head of the one the verb supports."""
        supported = self._support(context) if context.clause.verb >= 0 else None
        self._place(context)
        clause = context.clause
        lemma = self.view.lemma(clause.verb) if clause.verb >= 0 else ""
        slots: list[tuple[str, list[NounPhrase]]] = list(context.slots.items())
        slots += [
            (name, [noun])
            for name, noun in (("object", context.object), ("subject", context.subject))
            if noun is not None
        ]
        for slot, found in slots:
            if slot in CONDITIONAL_SLOTS:
                self._spread(found)
            for frame in self._frames(self._carried(found) if lemma in SUBJECT_CONTROL | _ANNOUNCING else found):
                if context.modality == "conditional":
                    frame.modality = "conditional"
                if slot == "دون":
                    frame.negated = True
                if "subject" in frame.slots or frame.support is not None or clause.verb < 0 or frame.lemma in _SUFFERED:
                    continue
                if any(self.view.lemma(i) in noun_classes.NATIONAL for i in frame.noun.adjectives):
                    continue  # it says itself whose act it is: رفضت إيران الانتقادات الأميركية
                if slot == "subject" and verb_classes.MODAL_VERBS.get(lemma) == "obligation":
                    obliged = context.slots.get("علي") or context.slots.get("ل")
                    if obliged:
                        self._give_subject(frame, obliged[0])
                        frame.modality = "obligation"
                elif slot in ("object", "complement") or slot in verb_classes.VERB_PREPOSITIONS.get(lemma, ()):
                    self._control(frame, slot, lemma, context)
        return supported

    def _control(self, frame: Frame, slot: str, lemma: str, context: Context) -> None:
        """Give an act that a verb selects the subject or object of the verb for its doer (*promised to attack*)."""
        subject, announced = context.subject, lemma in _ANNOUNCING and frame.lemma.split()[0] not in _VIOLENT
        if lemma in verb_classes.OBJECT_CONTROL and slot != "object" and context.object is not None:
            self._give_subject(frame, context.object)
        elif (announced or lemma in SUBJECT_CONTROL) and subject is not None and subject.head != frame.noun.head:
            self._give_subject(frame, subject)

    def _place(self, context: Context) -> None:
        """An act takes the place and aim of the verb that says that it happened (``اندلعت مظاهرة في المدينة``)."""
        lemma = self.view.lemma(context.clause.verb) if context.clause.verb >= 0 else ""
        told = context.subject if lemma in verb_classes.OCCURRING else None
        for frame in self._frames([told] if told is not None else []):
            for slot in (s for s in context.slots if s in _SITUATING):
                frame.slots.setdefault(slot, list(context.slots[slot]))
        if lemma == _WITNESS and context.object is not None and context.subject is not None:
            for frame in self._frames([context.object]):
                frame.slots.setdefault("في", [context.subject])

    def _carried(self, nouns: list[NounPhrase]) -> list[NounPhrase]:
        """The nouns, a support noun replaced by what it carries (``تعهد بتقديم مساعدات``)."""
        support = self.view.lexis.support_nouns
        lone = (n.genitives and self.view.lemma(n.head) in support and n.head not in self.frames for n in nouns)
        return [n.genitives[0] if carries else n for n, carries in zip(nouns, lone, strict=True)]

    def _spread(self, nouns: list[NounPhrase]) -> None:
        """A condition holds for all event nouns below it."""
        for below in (frame for noun in nouns for p in noun.parts() if (frame := self.frames.get(p.head)) is not None):
            below.modality = "conditional"

    def _frames(self, nouns: list[NounPhrase]) -> list[Frame]:
        found = []
        for noun in nouns:
            for member in noun.group():
                frame = self._round_of(member) or self.frames.get(member.head) or self._wrapped(member)
                if frame is not None:
                    found.append(frame)
        return found

    def _round_of(self, noun: NounPhrase) -> Frame | None:
        """The act of which the noun counts a round (``جولة جديدة من المفاوضات``)."""
        if self.view.lemma(noun.head) != _ROUND:
            return None
        return next((f for p in noun.attached.get("من", ()) if (f := self.frames.get(p.head)) is not None), None)

    def _wrapped(self, noun: NounPhrase) -> Frame | None:
        """The event noun in a wrapper such as ``عملية الاغتيال``, ``عدم الرد``."""
        lemma = self.view.lemma(noun.head)
        if noun.genitives and (
            lemma in noun_classes.EVENT_WRAPPERS
            or lemma in noun_classes.NEGATING_NOUNS
            or lemma in self.view.lexis.transparent
        ):
            return self.frames.get(noun.genitives[0].head)
        return None

    def _give_subject(self, frame: Frame, subject: NounPhrase) -> None:
        """An understood subject: the genitive is then the object."""
        genitive = frame.slots.get("genitive")
        if genitive and (self._same(genitive[0], subject) or frame.lemma in _OWN_AGENT):
            return
        if genitive and genitive[0].kind == "pronoun":
            frame.slots["subject"] = genitive
            return
        frame.slots["subject"] = [subject]
        if genitive and "object" not in frame.slots:
            frame.slots["object"] = genitive
        self._hand_down(frame, subject)

    def _hand_down(self, frame: Frame, subject: NounPhrase) -> None:
        """Who is to keep to something does it (``ناشد الأطراف الالتزام بوقف القتال``)."""
        if self.view.lemma(frame.noun.head) in noun_classes.CONTROLLING_NOUNS:
            for below in self._frames(frame.slots.get("ب", [])):
                if "subject" not in below.slots:
                    self._give_subject(below, subject)

    @staticmethod
    def _same(left: NounPhrase, right: NounPhrase) -> bool:
        return left.head == right.head

    def _support(self, context: Context) -> int | None:
        """The event noun that the clause's verb only carries, given the verb's arguments."""
        view, clause = self.view, context.clause
        lemma = view.lemma(clause.verb)
        lexis = view.lexis
        if lemma in verb_classes.TAMMA:
            carried = [n for n in (context.subject, context.object) if n is not None]
            return self._carry(context, carried, None, passive=True)
        if lemma in lexis.passive_support:
            carried = (
                context.slots.get("ل", []) if lemma in ("تعرض", "خضع") else [context.object] if context.object else []
            )
            return self._undergo(context, carried)
        slot = verb_classes.SUPPORT_PREPOSITIONS.get(lemma)
        if slot is not None or lemma in lexis.support:
            carried = context.slots.get(slot, []) if slot else [context.object] if context.object else []
            return self._carry(context, carried, context.subject, passive=False)
        return None

    def _carry(
        self, context: Context, carried: list[NounPhrase], subject: NounPhrase | None, passive: bool
    ) -> int | None:
        first: int | None = None
        for frame in self._frames(carried):
            first = frame.noun.head if first is None else first
            self._take_over(frame, context)
            genitive = frame.slots.get("genitive")
            if passive:
                if genitive and "object" not in frame.slots:
                    frame.slots["object"] = genitive
                agent = frame.slots.get("by")
                if agent:
                    frame.slots["subject"] = agent
                else:
                    frame.slots.pop("subject", None)
            elif subject is not None:
                frame.slots["subject"] = [subject]
                if genitive and "object" not in frame.slots and self.view.feat(frame.noun.head, "masdar") == "yes":
                    frame.slots["object"] = genitive
        return first

    def _undergo(self, context: Context, carried: list[NounPhrase]) -> int | None:
        first: int | None = None
        for frame in self._frames(carried):
            first = frame.noun.head if first is None else first
            self._take_over(frame, context)
            if context.subject is not None:
                frame.slots["object"] = [context.subject]
            agent = frame.slots.get("by") or frame.slots.get("من") or self._shared_agent(carried)
            if agent:
                frame.slots["subject"] = frame.slots["by"] = agent
        return first

    @staticmethod
    def _shared_agent(carried: list[NounPhrase]) -> list[NounPhrase]:
        """Who did all of several things, named behind the last (``تعرض للضرب وسوء المعاملة على يد الشرطة``)."""
        parts = (p for noun in carried for member in noun.group() for p in member.parts())
        return next((p.attached["by"] for p in parts if "by" in p.attached), [])

    def _take_over(self, frame: Frame, context: Context) -> None:
        clause = context.clause
        frame.support = clause.verb
        frame.negated = frame.negated or clause.negated
        frame.modality = frame.modality or context.modality
        frame.tense = context.tense
        frame.clause = clause.kind
        for slot, found in context.slots.items():
            keep = [
                n
                for n in found
                if n.head != frame.noun.head and frame.noun not in n.group() and self._wrapped(n) is not frame
            ]
            if keep:
                frame.slots.setdefault(slot, []).extend(n for n in keep if n not in frame.slots.get(slot, ()))

    # -- finished predicates

    def predicates(self) -> list[Predicate]:
        """The finished noun predicates."""
        return [self._finish(frame) for frame in self.frames.values()]

    def _adjectives(self, frame: Frame) -> list[int]:
        """The adjectives of an event noun of one or several words (``طرد السفير الأميركي``)."""
        term, found = frame.noun, list(frame.noun.adjectives)
        while term.genitives and term.genitives[0].head <= frame.last:
            term = term.genitives[0]
            found += term.adjectives
        return found

    def _sides(self, adjectives: list[int]) -> list[int]:
        """The last two adjectives where each names a country: the sides of what two do (``قمة روسية أميركية``)."""
        last = adjectives[-2:]
        apart = len(last) == 2 and last[1] == last[0] + 1
        return last if apart and all(self.view.lemma(i) in noun_classes.NATIONAL for i in last) else []

    def _finish(self, frame: Frame) -> Predicate:
        tokens = self.view.tokens
        slots: dict[str, tuple[Phrase, ...]] = {
            slot: self.phrases.groups(found) for slot, found in frame.slots.items() if found
        }
        noun = frame.noun
        modifiers = [i for i in self._adjectives(frame) if i > frame.last or i < noun.head]
        sides = self._sides(modifiers) if "بين" not in slots else []
        if sides:
            slots["بين"] = tuple(self.phrases.modifier(i) for i in sides)
            modifiers = [i for i in modifiers if i not in sides]
        if modifiers:
            slots["modifier"] = tuple(self.phrases.modifier(i) for i in modifiers)
        if isinstance(noun.complement, Clause):
            phrase = self.phrases.clause(noun.complement)
            if phrase is not None:
                slots["complement"] = (phrase,)
        return Predicate(
            noun.head, tokens[noun.head].start, tokens[frame.last].end, frame.lemma, "noun", slots,
            negated=frame.negated, modality=frame.modality, tense=frame.tense, support=frame.support,
            clause=frame.clause,
        )  # fmt: skip
