"""Predicates from clauses: voice, understood subjects, support verbs, nouns of action."""

from __future__ import annotations

from dataclasses import dataclass, field

from coder.languages.ar import agreement, closed, verb_classes
from coder.languages.ar.clause import Clause
from coder.languages.ar.clauses import ClauseReader
from coder.languages.ar.noun_phrase import NounPhrase
from coder.languages.ar.nouns import Context, NounFrames
from coder.languages.ar.phrases import Phrases
from coder.model import Modality, Phrase, Predicate, Tense

KILLING = closed.words(
    "قتل جرح اعتقل أوقف خطف اختطف اغتال أعدم ذبح أصاب أسر احتجز سجن عذب شرد هجر دمر أحرق نهب اعدم انتخب أقال طرد رحل"
)
_UNDER = frozenset({"قيد", "رهن", "تحت"})
_SUBJECT_INHERITING = frozenset({"purpose", "adverbial", "without", "after", "before", "while", "complement", "since"})


@dataclass(slots=True)
class Roles:
    """The logical arguments of a clause's verb."""

    subject: NounPhrase | None
    object: NounPhrase | None
    passive: bool = False
    support_for: int | None = None
    extra: dict[str, list[NounPhrase]] = field(default_factory=dict)


class FrameBuilder:
    """Builds the predicates of one sentence."""

    def __init__(self, reader: ClauseReader) -> None:
        self.reader = reader
        self.view = reader.view
        self.clauses = reader.clauses
        self.nouns = reader.phrases
        self.phrases = Phrases(reader.view)
        self.roles: dict[int, Roles] = {}

    def build(self) -> tuple[Predicate, ...]:
        """All predicates in text order."""
        verbal = [c for c in self.clauses if self._settle(c)]
        for clause in self.clauses:
            self._unquote(clause)
        for clause in verbal:
            self._infer_subject(clause)
            self.roles[id(clause)] = self._voice(clause)
        frames = NounFrames(self.view, self.phrases)
        frames.find(self.nouns)
        for clause in self.clauses:
            roles = self.roles.get(id(clause)) or Roles(clause.topic, None)
            modality = self._modality(clause)
            context = Context(
                clause,
                roles.subject,
                roles.object,
                clause.slots,
                modality,
                self._tense(clause) if clause.verb >= 0 else None,
            )
            roles.support_for = frames.under(context)
        predicates = [self._verb(clause) for clause in verbal]
        predicates += [self._auxiliary(clause) for clause in verbal if clause.auxiliary >= 0]
        predicates += frames.predicates()
        for noun in self.nouns:
            self.phrases.of(noun)
        self._question(predicates)
        predicates.sort(key=lambda p: (p.start, p.end, p.kind))
        return tuple(predicates)

    def _question(self, predicates: list[Predicate]) -> None:
        """What is asked is not told."""
        for start, end in self.view.questions():
            for predicate in predicates:
                if start <= predicate.head < end and predicate.modality is None:
                    predicate.modality = "possible"

    # -- verbs

    def _settle(self, clause: Clause) -> bool:
        """Let an auxiliary without a main verb be the verb; whether the clause has a verb."""
        if clause.verb < 0 and clause.auxiliary >= 0:
            clause.verb, clause.auxiliary = clause.auxiliary, -1
            topics = [t for t in (clause.topic, *clause.extra, clause.antecedent) if t is not None]
            if clause.subject is None and topics:
                clause.subject = next((t for t in topics if agreement.precedes(self.view, clause.verb, t)), topics[0])
        return clause.verb >= 0

    def _unquote(self, clause: Clause) -> None:
        """A quotation that is a bare event noun is the object (``أعلن المصدر «مقتل جنديين»``); what somebody is said to
        be stands under ``ب`` (``وصفه بأنه إرهابي``)."""
        parent, topic = clause.parent, clause.topic
        named = clause.kind == "complement" and clause.verb < 0 and clause.particle and clause.extra
        if named and parent is not None and self.view.lemma(parent.verb) in verb_classes.CALLING:
            parent.add("ب", clause.extra[0])
        if clause.kind != "complement" or clause.verb >= 0 or clause.particle or clause.extra:
            return
        if parent is not None and topic is not None and topic.event and parent.object is None:
            parent.object, clause.topic = topic, None
            parent.complements.remove(clause)

    def _infer_subject(self, clause: Clause) -> None:
        """The subject that a verb without one takes over from the clause it is joined to or stands in."""
        view, verb = self.view, clause.verb
        if clause.subject is not None or view.feat(verb, "vox") == "p" or view.lemma(verb) in verb_classes.MODAL_VERBS:
            return
        candidates: list[NounPhrase | None] = [clause.inherited]
        if clause.shared is not None:
            shared = self.roles.get(id(clause.shared))
            candidates += [clause.shared.subject] + ([shared.object] if shared is not None and shared.passive else [])
        parent = clause.parent
        if view.feat(verb, "per") == "1" and parent is not None and parent.verb >= 0 and clause.kind == "complement":
            if view.lemma(parent.verb) in verb_classes.SPEECH_VERBS:  # "we" are those who speak
                clause.subject = parent.subject
            return
        told = clause.kind == "complement" and view.feat(verb, "asp") != "i"
        inherits = clause.kind in _SUBJECT_INHERITING and clause.topic is None and not told
        if parent is not None and parent.verb >= 0 and inherits:
            controllers = self.reader.controllers(parent)
            if view.lemma(parent.verb) in verb_classes.OBJECT_CONTROL:
                controllers.insert(0, parent.object)
            candidates += [*controllers, parent.subject]
        for candidate in candidates:
            if candidate is not None and agreement.follows(view, verb, candidate):
                clause.subject = candidate
                return
        if clause.kind == "relative" and clause.object is clause.antecedent is not None and parent is not None:
            outer = parent.subject
            if outer is not None and outer is not clause.antecedent and agreement.follows(view, verb, outer):
                clause.subject = outer

    def _voice(self, clause: Clause) -> Roles:
        """Logical subject and object: the passive undone."""
        view = self.view
        voice = view.feat(clause.verb, "vox")
        subject, obj = clause.subject, clause.object
        agent = clause.slots["by"][0] if "by" in clause.slots else None
        if obj is not None and self._is_what_may_be(clause, obj):
            return Roles(obj, None)
        if self._lacks_object(clause):
            return Roles(None, subject)
        if voice != "p" and not (
            voice != "a"
            and (obj is None or self.view.lemma(clause.verb) in verb_classes.PASSIVE_ONLY)
            and self._reads_passive(clause, agent)
        ):
            return Roles(subject, obj)
        if (
            voice == "p"
            and obj is not None
            and subject is not None
            and clause.subject_first
            and subject.kind != "pronoun"
        ):
            return Roles(agent, subject, True)
        return Roles(agent, subject or obj, True)

    def _is_what_may_be(self, clause: Clause, obj: NounPhrase) -> bool:
        """``يمكن تغيير القانون``, ``ما يجب فعله``: the masdar is the subject of a modal verb."""
        modal = self.view.lemma(clause.verb) in verb_classes.MODAL_VERBS
        return modal and self.view.feat(obj.head, "masdar") == "yes"

    def _lacks_object(self, clause: Clause) -> bool:
        """Whether the only argument, behind the verb, is its object although no subject is named."""
        subject, lemma = clause.subject, self.view.lemma(clause.verb)
        if clause.object is not None or clause.subject_first or subject is None or clause.complements:
            return False
        thing = subject.kind == "noun" and not subject.human and not subject.name and subject.head > clause.verb
        return thing and lemma in verb_classes.BINARY and "by" not in clause.slots

    def _reads_passive(self, clause: Clause, agent: NounPhrase | None) -> bool:
        """Whether a bare verb of unknown voice, with one argument, is passive."""
        lemma = self.view.lemma(clause.verb)
        subject = clause.subject
        if agent is not None or (
            lemma in verb_classes.PASSIVE_ONLY and subject is not None and self.view.feat(clause.verb, "num") == "s"
        ):
            return True
        if (
            lemma not in verb_classes.TRANSITIVES
            or clause.complements
            or subject is None
            or self.view.enclitic(clause.verb + 1)
        ):
            return False
        if clause.shared is not None and subject is clause.shared.subject and subject is not clause.antecedent:
            shared = self.roles.get(id(clause.shared))
            return shared is not None and shared.passive
        if lemma in KILLING or (lemma == "وضع" and clause.slots.keys() & _UNDER):
            return True
        selected = verb_classes.VERB_PREPOSITIONS.get(lemma, frozenset()) - {"علي"}
        if any(slot in clause.slots for slot in selected):
            return subject.event
        return not subject.human and not subject.name and subject.kind == "noun"

    def _modality(self, clause: Clause) -> Modality | None:
        view = self.view
        up: Clause | None = clause
        while up is not None:
            if up.conditional:
                return "conditional"
            up = up.parent
        parent = clause.parent
        if clause.kind == "complement" and parent is not None and parent.verb >= 0:
            modal = verb_classes.MODAL_VERBS.get(view.lemma(parent.verb)) or verb_classes.MODAL_VERBS.get(
                view.norms[parent.verb]
            )
            if modal:
                return "possible" if modal == "possible" else "obligation"
        if clause.possible:
            return "possible"
        if clause.future or view.feat(clause.verb, "fut") == "yes" or clause.negation_tense == "future":
            return "future"
        return None

    def _tense(self, clause: Clause) -> Tense:
        view = self.view
        if clause.future or clause.negation_tense == "future" or view.feat(clause.verb, "fut") == "yes":
            return "future"
        if clause.negation_tense == "past" or view.feat(clause.verb, "asp") == "p":
            return "past"
        if (
            clause.auxiliary >= 0
            and view.feat(clause.auxiliary, "asp") == "p"
            and view.lemma(clause.auxiliary) == "كان"
        ):
            return "past"
        return "present"

    def _auxiliary(self, clause: Clause) -> Predicate:
        """The auxiliary of a clause: it shares the grammatical subject and embeds the main verb."""
        token = self.view.tokens[clause.auxiliary]
        slots: dict[str, tuple[Phrase, ...]] = (
            {"complement": (phrase,)} if (phrase := self.phrases.clause(clause)) is not None else {}
        )
        if clause.subject is not None:
            slots["subject"] = self.phrases.group(clause.subject)
        return Predicate(
            clause.auxiliary, token.start, token.end, token.lemma, "verb", slots,
            negated=clause.negated, modality=self._modality(clause), tense=self._tense(clause), clause=clause.kind,
        )  # fmt: skip

    def _label(self, clause: Clause) -> str | None:
        """How the clause hangs on its governor; a relative clause without a pronoun is ``attributive``."""
        if clause.kind != "relative" or clause.antecedent is None:
            return clause.kind
        joined = clause.shared
        start = joined.start if joined is not None and joined.antecedent is clause.antecedent else clause.start
        return (
            "relative" if self.view.at(start) in ("REL", "ADP", "PRON") or clause.antecedent.definite else "attributive"
        )

    def _is_circumstance(self, clause: Clause) -> bool:
        """Whether the clause says what its subject does meanwhile: a participle, or what is shouted or held up."""
        shouts = clause.kind == "adverbial" and self.view.lemma(clause.verb) in verb_classes.SHOUTING
        return clause.verb in self.view.participles or (shouts and self.view.feat(clause.verb, "vox") != "p")

    def _verb(self, clause: Clause) -> Predicate:
        roles = self.roles[id(clause)]
        token = self.view.tokens[clause.verb]
        slots: dict[str, tuple[Phrase, ...]] = {}
        for name, noun in (("subject", roles.subject), ("object", roles.object)):
            if noun is not None:
                slots[name] = self.phrases.group(noun)
        for name, nouns in clause.slots.items():
            slots[name] = self.phrases.groups(nouns)
        around = [
            p
            for c in self.clauses
            if c.parent is clause and self._is_circumstance(c) and (p := self.phrases.clause(c)) is not None
        ]
        if around:
            slots["adverbial"] = tuple(around)
        complements = [p for c in clause.complements if (p := self.phrases.clause(c)) is not None]
        if (
            not complements
            and clause.reported is not None
            and (reported := self.phrases.clause(clause.reported)) is not None
        ):
            complements = [reported]
        if complements:
            slots["complement"] = (*slots.get("complement", ()), *complements)
        return Predicate(
            clause.verb, token.start, token.end, self.view.lemma(clause.verb), "verb", slots,
            voice="passive" if roles.passive else "active", negated=clause.negated, modality=self._modality(clause),
            tense=self._tense(clause), support_for=roles.support_for, clause=self._label(clause),
        )  # fmt: skip
