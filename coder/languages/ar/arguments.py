"""Noun phrases and prepositional phrases as arguments of a clause."""

from __future__ import annotations

from coder.languages.ar import agreement, closed, noun_classes, verb_classes
from coder.languages.ar.attach import PREPOSITIONAL
from coder.languages.ar.clause import Clause
from coder.languages.ar.noun_phrase import NounPhrase
from coder.languages.ar.reader import Particles
from coder.languages.ar.verbs import VerbReader

#: verbs that take the deed they speak of under ``ب``
DEED_UNDER_BI = verb_classes.OBJECT_CONTROL & closed.words("طالب أمر كلف اتهم أوصى") | closed.words(
    "وعد تعهد التزم هدد توعد قام سمح رحب أشاد ندد اعترف أقر بدأ اقترح ناشد"
)
#: verbs that take an object too, which they have where their subject is understood (``ووقع عشر اتفاقيات``)
_ALSO_TRANSITIVE = closed.words("وقع قدم")
_SIDES, _OTHER = closed.words("جانب جهة ناحية"), closed.words("آخر أخرى ثان ثانية")
_MEANS = closed.words("واسطة بواسطة")


class ArgumentReader(VerbReader):
    """Reads phrases and gives them their place."""

    def _preposition(self, i: int) -> int:
        """A preposition with what it governs; 0 when there is none at ``i``."""
        view, state = self.view, self.state
        if view.pos[i] != "ADP" and view.norms[i] not in PREPOSITIONAL:
            return 0
        slot, after = self.attachment.preposition(i, self._lacks_deed())
        if not slot:
            return 0
        if view.norm(after) in closed.COPULAR_PARTICLES and view.at(after) in ("SCONJ", "PART"):
            self._open_complement(self._governor(), i).particle = True
            return self._clitic_topic(after + 1)
        if view.at(after) == "VERB":
            self._open("purpose" if slot in ("ل", "حتي") else "when", self.clause, i)
            return after
        if (
            view.norm(after) in ("ما", "من")
            and (view.at(after + 1) == "VERB" or (view.at(after + 1) == "ADP" and view.norm(after) == "ما"))
        ) or view.at(after) == "REL":
            self._open("relative", self.clause, i)
            return after + 1
        phrase = self.chunker.read(after) if self.chunker.starts(after) else None
        if phrase is None:
            return after
        if slot == "by" and self._for_its_part(phrase, after):
            return phrase.next
        self.phrases.append(phrase)
        if slot == "by" and view.norms[after - 1] in _MEANS and not (phrase.human or phrase.name):
            slot = "ب"
        self._govern(phrase, slot, i)
        state.conjunction = ""
        state.comma = False
        return phrase.next

    def _for_its_part(self, phrase: NounPhrase, after: int) -> bool:
        """``من جانبها``, ``من جهة أخرى``: how the text goes on, and nobody who acts."""
        side = self.view.norms[after - 1] in _SIDES
        return side and (phrase.kind == "pronoun" or self.view.norms[phrase.head] in _OTHER)

    def _lacks_deed(self) -> bool:
        """Whether the verb is one of promising or demanding whose deed under ``ب`` was not read yet."""
        clause = self.clause
        lemma = self.view.lemma(clause.verb) if clause.verb >= 0 else ""
        return lemma in DEED_UNDER_BI and "ب" not in clause.slots and not clause.complements

    def _govern(self, phrase: NounPhrase, slot: str, i: int) -> None:
        clause = self.clause
        if (
            phrase.kind == "pronoun"
            and clause.kind == "relative"
            and clause.antecedent is not None
            and agreement.refers(self.view, phrase.head, clause.antecedent)
        ):
            if (
                clause.subject is clause.antecedent
                and not clause.subject.human
                and clause.verb >= 0
                and i == clause.verb + 1
            ):
                clause.subject = None
            clause.add(slot, clause.antecedent)
            return
        if phrase.kind == "pronoun" and slot in ("بين", "من"):
            self.state.among = True
        if slot in verb_classes.AIM_SLOTS or (slot == "ل" and self.view.lemma(phrase.head) in verb_classes.AIMS):
            self.clause = clause = self._gathering(clause)
        if self.state.comma and not self._selects(clause, slot):
            up = clause.parent
            while up is not None:
                if self._selects(up, slot) and slot not in up.slots:
                    self.clause = clause = up
                    break
                up = up.parent
        self.attachment.attach(clause, phrase, slot, i, bool(self.state.conjunction), self.state.comma)

    def _gathering(self, clause: Clause) -> Clause:
        """The clause of gathering whose aim is told behind a clause that describes those who gather."""
        up: Clause | None = clause
        while up is not None and up.kind in ("relative", "adverbial", None):
            if up.verb >= 0 and self.view.lemma(up.verb) in verb_classes.GATHERING:
                return up
            up = up.parent
        return clause

    def _noun(self, i: int) -> int:
        view, state, clause = self.view, self.state, self.clause
        phrase = self.chunker.read(i)
        if phrase is None:
            return i + 1
        self.phrases.append(phrase)
        if state.particles.negation is not None and view.at(phrase.next) != "VERB":
            phrase.negated = True
            state.particles = Particles()
        conjunction, comma = state.conjunction, state.comma
        among, state.among = state.among, False
        state.conjunction = ""
        state.comma = False
        state.closed_quote = False
        if conjunction and self._begins_clause(phrase, comma):
            meanwhile = self._meanwhile(clause, phrase)
            opened = self._open("adverbial", clause, i) if meanwhile is not None else self._open(None, None, i)
            opened.topic = meanwhile or phrase
            self.attachment.place(phrase)
            return phrase.next
        if conjunction and not phrase.time and self.attachment.coordinate(clause, phrase):
            return phrase.next
        if not conjunction and not comma and self._is_office_of(clause, phrase):
            self.attachment.append_title(phrase)
            return phrase.next
        if not conjunction and not self._is_met(clause, phrase) and self.attachment.appose(phrase, comma):
            state.comma = False
            return phrase.next
        if (phrase.time and not self._spent(clause, phrase)) or self._is_manner(clause, phrase):
            state.comma = comma
            return phrase.next
        if not conjunction and comma and self.attachment.enumerate(clause, phrase):
            return phrase.next
        state.among = clause.verb >= 0 and self._part_of(phrase)
        if clause.verb >= 0 and (state.among or among or self._aside(clause, phrase, comma)):
            clause.extra.append(phrase)
            self.attachment.place(phrase)
        elif conjunction or comma or not self.attachment.second_object(clause, phrase):
            self._argument(phrase, comma)
        return phrase.next

    def _is_manner(self, clause: Clause, phrase: NounPhrase) -> bool:
        """Whether an accusative adjective alone says how something is done (``غادر مسرعا``)."""
        if clause.verb < 0 or not phrase.accusative or phrase.definite or len(phrase.tokens) != 1:
            return False
        if self.view.pos[phrase.head] != "ADJ":
            return False
        people = phrase.number == "p" and phrase.human
        are_subject = people and self.view.at(phrase.next) == "VERB" and clause.object is None
        return not are_subject and not self._person_object(phrase)

    def _is_met(self, clause: Clause, phrase: NounPhrase) -> bool:
        """Whether a second titled person behind a verb of meeting is the other side and no apposition of the first
        (``استقبل الرئيس السوري الوزير بدر البوسعيدي``): nobody else follows."""
        if clause.verb < 0 or clause.object is not None or not phrase.human or phrase.name:
            return False
        if self.view.lemma(clause.verb) not in verb_classes.MEETING or clause.subject not in self.attachment.frontier:
            return False
        return not any(map(self._may_be_met, range(self._behind_names(phrase), self.view.size)))

    def _is_office_of(self, clause: Clause, phrase: NounPhrase) -> bool:
        """Whether a title right behind the name of who meets somebody is his, because the other side still follows
        (``استقبل محمد بن زايد رئيس الدولة اليوم الوزير الهندي``)."""
        subject = clause.subject
        if clause.verb < 0 or clause.object is not None or subject is None or self.attachment.innermost() is None:
            return False
        named = self.attachment.end == phrase.tokens[0] and (subject.name or bool(subject.appositions))
        if not named or phrase.name or not phrase.human or not phrase.definite or phrase.number != "s":
            return False
        meeting = self.view.lemma(clause.verb) in verb_classes.MEETING
        return meeting and any(map(self._may_be_met, range(phrase.next, self.view.size)))

    def _may_be_met(self, i: int) -> bool:
        """Whether a person who hangs on nothing before is named at ``i``."""
        view = self.view
        person = view.at(i) == "NOUN" and view.tokens[i].lemma in noun_classes.HUMAN_NOUNS
        return person and view.at(i - 1) in ("PROPN", "ADJ", "ADV", "PUNCT", "NOUN")

    def _spent(self, clause: Clause, phrase: NounPhrase) -> bool:
        """Whether a stretch of time is the object of a verb of spending (``قضى ثلاث سنوات في السجن``)."""
        spending = clause.verb >= 0 and self.view.lemma(clause.verb) in verb_classes.SPENDING
        return spending and clause.object is None and (not phrase.definite or phrase.number == "p")

    def _person_object(self, phrase: NounPhrase) -> bool:
        """Whether an accusative nisba is a person acted on (``خطفوا أمس أميركيا``), not a circumstance."""
        view, clause = self.view, self.clause
        acting = clause.subject is not None or (clause.verb >= 0 and self._understood(clause) is not None)
        nisba = view.feat(phrase.head, "nisba") == "yes" and acting and clause.object is None
        return nisba and view.lemma(clause.verb) in verb_classes.TRANSITIVES

    def _part_of(self, phrase: NounPhrase) -> bool:
        """``معظمهم``, ``جميعهم`` behind the subject: a remark on it, with the noun that follows."""
        owned = bool(phrase.genitives) and phrase.genitives[0].kind == "pronoun"
        whole = self.clause.subject or self.clause.object
        quantity = self.view.norms[phrase.head] in closed.QUANTIFIERS and owned
        return quantity and whole is not None and self.view.at(phrase.next) not in ("VERB", "PART")

    def _aside(self, clause: Clause, phrase: NounPhrase, comma: bool) -> bool:
        """Whether the phrase is no argument: a participle of circumstance, ``الأمر الذي``, ``جميعهم``."""
        view = self.view
        head = phrase.head
        if self._person_object(phrase):
            return False
        if (
            view.pos[head] == "ADJ"
            and clause.subject is not None
            and not phrase.name
            and not view.definite(head)
            and phrase.number == "s"
            and len(phrase.tokens) == 1
        ):
            return view.feat(head, "part") == "act" or phrase.accusative
        if comma and view.lemma(head) == "امر" and view.at(phrase.next) == "REL":
            return True
        quantified = (
            view.norms[head] in closed.QUANTIFIERS and bool(phrase.genitives) and phrase.genitives[0].kind == "pronoun"
        )
        return quantified and clause.subject is not None and not comma

    def _meanwhile(self, clause: Clause, phrase: NounPhrase) -> NounPhrase | None:
        """The subject that does two things at once (``سار العمال وهم يهتفون``); None where the clause is of its own."""
        view, subject = self.view, clause.subject
        if phrase.kind != "pronoun" or subject is None or clause.verb < 0 or view.feat(clause.verb, "asp") != "p":
            return None
        many = view.norms[subject.tokens[0]] in closed.PARTITIVES and view.feat(phrase.head, "num") == "p"
        at_once = view.feat(phrase.next, "asp") == "i" and (many or agreement.refers(view, phrase.head, subject))
        return subject if at_once else None

    def _begins_clause(self, phrase: NounPhrase, comma: bool) -> bool:
        """Whether the phrase after a conjunction is the topic of a new clause."""
        view, clause = self.view, self.clause
        if clause.empty and clause.verb < 0:
            return False
        j = phrase.next
        while view.at(j) == "ADV" or view.norm(j) in closed.CERTAIN | closed.FUTURE | {"لم", "لن", "لا"}:
            j += 1
        if view.at(j) != "VERB" or not agreement.follows(view, j, phrase):
            return phrase.kind == "pronoun" and view.feat(phrase.head, "clitic") != "enc" and clause.verb >= 0
        return clause.verb >= 0 and (phrase.definite or phrase.kind == "pronoun")

    def _argument(self, phrase: NounPhrase, comma: bool) -> None:
        """Give a free phrase its place: topic before the verb, subject or object after it."""
        self.clause = clause = self._taker(phrase, comma)
        if clause.verb < 0:
            if clause.topic is None:
                clause.topic = phrase
            else:
                clause.extra.append(phrase)
            self.attachment.place(phrase)
            return
        if clause.subject is None and self._can_be_subject(clause, phrase):
            self._take_subject(clause, phrase)
        elif not comma and self._adverb(clause.object) and phrase.definite and clause.subject is not None:
            if clause.object is not None:
                clause.extra.append(clause.object)
            clause.object = phrase
        elif clause.object is None and not (comma and clause.complements):
            clause.object = phrase
        elif self._second_object(clause, phrase, comma):
            pass
        elif phrase.event or (self.view.feat(phrase.head, "masdar") == "yes" and not comma):
            controls = self.view.lemma(clause.verb) in verb_classes.OBJECT_CONTROL
            if controls and "complement" not in clause.slots:
                clause.add("complement", phrase)
            else:
                clause.extra.append(phrase)
        elif not comma and (outer := self._without_object(clause)) is not None:
            outer.object = phrase
            self.clause = outer
        else:
            clause.extra.append(phrase)
        self.attachment.place(phrase)

    @staticmethod
    def _take_subject(clause: Clause, phrase: NounPhrase) -> None:
        """Make a phrase the subject; an indefinite one leaves it to a definite noun that was taken for the object."""
        object_ = clause.object
        nominal = object_ is not None and object_.kind == "noun" and not object_.accusative
        if object_ is not None and nominal and object_.definite and not phrase.definite:
            clause.subject, clause.object = object_, phrase
        else:
            clause.subject = phrase

    @staticmethod
    def _without_object(clause: Clause) -> Clause | None:
        """The clause around a relative or adverbial one that still lacks its object."""
        outer = clause.parent
        if clause.kind not in ("relative", "adverbial") or outer is None:
            return None
        return outer if outer.object is None and outer.verb >= 0 else None

    def _taker(self, phrase: NounPhrase, comma: bool) -> Clause:
        """The clause that a phrase belongs to: the one around a circumstance where that still lacks its object
        (``فرقت الشرطة مستخدمة الغاز مظاهرة``)."""
        inner, outer = self.clause, self.clause.parent
        if outer is not None and self._resumes_outer(inner, outer, phrase, comma):
            return outer
        circumstance = inner.verb in self.view.participles and inner.object is not None
        if comma or phrase.definite or not circumstance or outer is None or outer.verb < 0:
            return inner
        transitive = self.view.lemma(outer.verb) in verb_classes.TRANSITIVES
        return outer if transitive and outer.subject is not None and outer.object is None else inner

    def _resumes_outer(self, clause: Clause, outer: Clause, phrase: NounPhrase, comma: bool) -> bool:
        """Whether the phrase behind a relative clause on the subject is the object of the verb outside.

        ``هاجم المسلحون الذين سيطروا على البلدة رتلا``; behind a comma: ``التقى الوزير، الذي يزور بيروت، الرئيس``.
        """
        if clause.kind != "relative" or outer.verb < 0 or outer.object is not None or phrase.time:
            return False
        transitive = verb_classes.TRANSITIVES | verb_classes.MEETING | verb_classes.TAKING_SIDES
        if outer.complements or outer.subject is not clause.antecedent or self.view.lemma(outer.verb) not in transitive:
            return False
        lemma = self.view.lemma(clause.verb)
        selected = verb_classes.VERB_PREPOSITIONS.get(lemma, frozenset())
        filled = any(slot in clause.slots for slot in selected) and lemma not in verb_classes.TRANSITIVES
        intransitive = lemma in verb_classes.INTRANSITIVES or lemma not in verb_classes.TRANSITIVES
        return filled or (comma and (clause.object is not None or intransitive))

    def _adverb(self, phrase: NounPhrase | None) -> bool:
        """Whether an indefinite accusative of one word may be an adverb (``تحديدا``) that holds the object's place."""
        if phrase is None or phrase.definite or not phrase.accusative or phrase.human:
            return False
        return len(phrase.tokens) == 1 and not phrase.genitives and not phrase.attached

    def _second_gift(self, clause: Clause) -> bool:
        """Whether the next object of a verb of giving is the gift, the first the receiver."""
        return (
            self.view.lemma(clause.verb) in verb_classes.GIVING
            and clause.object is not None
            and "ل" not in clause.slots
        )

    def _second_object(self, clause: Clause, phrase: NounPhrase, comma: bool) -> bool:
        """Take the second object of a verb with two: as what the first is taken, or the gift; False for neither."""
        if self._second_accusative(clause, phrase, comma):
            clause.add("ك", phrase)
            return True
        if not self._second_gift(clause):
            return False
        clause.slots["ل"] = [clause.object] if clause.object is not None else []
        clause.object = phrase
        return True

    def _second_accusative(self, clause: Clause, phrase: NounPhrase, comma: bool) -> bool:
        """Whether the phrase says as what the object is taken (``اتخذوا المدنيين دروعا``): the slot of "as"."""
        taken = self.view.lemma(clause.verb) in verb_classes.CONSIDERING and clause.object is not None
        return taken and not comma and not phrase.definite and not phrase.event and "ك" not in clause.slots

    def _can_be_subject(self, clause: Clause, phrase: NounPhrase) -> bool:
        view = self.view
        if clause.verb in view.participles or (phrase.time and view.lemma(clause.verb) in verb_classes.SPENDING):
            return False
        if phrase.nominative and clause.object is not phrase:
            return True
        if phrase.accusative or not agreement.precedes(view, clause.verb, phrase):
            return False
        understood = self._understood(clause)
        if understood is None:
            joined = clause.verb == 1 and view.norm(0) == "و" and phrase.name
            return not (joined and self._is_whom(view.lemma(clause.verb), phrase))
        j = phrase.next
        lemma = view.lemma(clause.verb)
        burdened = lemma in verb_classes.BURDENING and view.lemma(j) in verb_classes.BURDENS
        if burdened or self._asked(lemma, phrase):
            return False
        if lemma in verb_classes.MEETING and clause.shared is not None and not self._second_side(phrase):
            return False
        if self._is_whom(lemma, phrase) or (clause.shared is not None and self._is_asked_body(lemma, phrase)):
            return False
        if (
            view.at(j) in ("NOUN", "NUM", "PROPN") and not view.lexis.is_time(view.tokens[j])
        ) or lemma in verb_classes.INTRANSITIVES - _ALSO_TRANSITIVE:
            return True
        if lemma in verb_classes.SPEECH_VERBS and (phrase.human or phrase.name or phrase.kind == "pronoun"):
            return True
        if not phrase.definite or (clause.shared is None and clause.inherited is None):
            return False
        if clause.comma_before:
            return phrase.human or phrase.name or phrase.event or lemma.startswith("ان")
        return phrase.human and not phrase.name and clause.kind is None

    def _asked(self, lemma: str, phrase: NounPhrase) -> bool:
        """Whether a place is asked for a deed under ``ب`` (``ندد بالهجوم وطالب بغداد باتخاذ إجراء``)."""
        place = phrase.name and not phrase.human
        return place and lemma in verb_classes.OBJECT_CONTROL and self.view.norm(phrase.next) == "ب"

    def _is_whom(self, lemma: str, phrase: NounPhrase) -> bool:
        """Whether what follows the phrase is what its verb says of its object: ``واتهمت تشاد بالانحياز``."""
        said = verb_classes.OF_WHOM.get(lemma)
        if said is None:
            return False
        after = self._behind_names(phrase)
        return self.view.at(after) == "ADP" and self.view.norm(after) == said

    def _is_asked_body(self, lemma: str, phrase: NounPhrase) -> bool:
        """Whether a body is asked by those who act before (``أدان الحزب الهجوم وطالب البرلمان بفتح تحقيق``)."""
        asked = verb_classes.ASKING.get(lemma)
        if asked is None or self.view.lemma(phrase.head) not in verb_classes.ASKED_BODIES:
            return False
        return self.view.at(phrase.next) == "ADP" and self.view.norm(phrase.next) == asked

    def _behind_names(self, phrase: NounPhrase) -> int:
        """Index behind a phrase and the name that stands beside its title."""
        i = phrase.next
        while phrase.human and not phrase.name and self.view.at(i) == "PROPN" and not self.view.standalone(i):
            i += 1
        return i

    def _second_side(self, first: NounPhrase) -> bool:
        """Whether another side follows a verb of meeting: a noun, or one under ``مع`` or ``ب``; not a title's name."""
        i = self._behind_names(first)
        return self.view.at(i) in ("NOUN", "PROPN", "PRON") or self.view.norm(i) in ("مع", "ب")

    def _understood(self, clause: Clause) -> NounPhrase | None:
        """The subject that the verb shares with another clause if none follows it."""
        view, verb = self.view, clause.verb
        if view.lemma(verb) in verb_classes.MODAL_VERBS:
            return None
        if clause.shared is not None:
            candidates = [clause.shared.subject]
        elif clause.inherited is not None:
            candidates = [clause.inherited]
        elif (
            clause.parent is not None
            and clause.parent.verb >= 0
            and clause.topic is None
            and clause.kind in ("complement", "purpose", "before", "after", "without")
        ):
            if view.feat(verb, "asp") != "i" or (clause.kind == "complement" and not clause.particle):
                return None
            candidates = [clause.parent.subject, clause.parent.object, *self.controllers(clause.parent)]
        else:
            return None
        return next((c for c in candidates if c is not None and agreement.follows(view, verb, c)), None)
