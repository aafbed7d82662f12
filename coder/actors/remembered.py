"""Reading a sentence for its actors only when something refers to it, and what it must read before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import TypeVar

from coder.actors.aliases import Aliases, introductions
from coder.actors.codes import BLOCK, FORMER_ROLE, UNKNOWN
from coder.actors.genders import gender_of
from coder.actors.hits import ActorWords, SentenceHits
from coder.actors.index import ActorIndex, Hit, Phrases
from coder.actors.memory import DocumentMemory, PendingError, Recent, Told
from coder.actors.standing import Standing
from coder.actors.whereabouts import GROUPS
from coder.dictionary.schema import ActorEntry, AgentEntry
from coder.model import ActorMention, Analysis, Document, Phrase

_Found = TypeVar("_Found")

_OWNED_BY = ("ل", "الي")
_FAMILY_NAME_FIRST = frozenset({"CHN", "KOR", "PRK", "TWN", "HKG", "KHM"})
_PASSING = {"en": ("counterpart",)}
_COUNTERPART = "counterpart"
_PASSING_ELSE = ("place", _COUNTERPART)


class RememberedActors(SentenceHits):
    """The actors of one sentence as a part of what its document says; ``ActorResolver`` says who they are."""

    def __init__(
        self,
        index: ActorIndex,
        words: ActorWords,
        document: Document,
        analysis: Analysis,
        memory: DocumentMemory,
        position: int,
        aliases: Aliases | None,
        phrases: Phrases,
    ) -> None:
        """``position``: that of the sentence in ``memory``; ``aliases``: the short names introduced before it.

        ``phrases``: what the index has for the tokens of the sentence.
        """
        super().__init__(index, words, document, analysis, Aliases(aliases), phrases)
        self.memory, self.position = memory, position
        self.cache: dict[Phrase, ActorMention | None] = {}  # by the phrase itself, some are made in passing
        self._passing = _PASSING.get(index.lang, _PASSING_ELSE)
        self._told: Told | None = None
        self._read, self._reading = 0, Told()  # the phrases that are read, and what they tell
        self._settles = True

    @cached_property
    def standing(self) -> Standing:
        """What the sentence is about, and who says it."""
        return Standing(self.analysis, self.words.saying, self.index.lang)

    def _owner_of_arms(self, phrase: Phrase) -> ActorMention | None:
        """Whose arms act: *its warplanes* (طائراته), *a drone that belongs to the army* (طائرة تابعة للجيش)."""
        owners = [p for s in _OWNED_BY for p in phrase.attached.get(s, ())] if phrase.attached else []
        if owners and self.words.belonging.isdisjoint(self._tokens[t].lemma for t in phrase.tokens):
            owners = []
        if self._tokens[phrase.head].lemma in self.words.arms:
            owners += [p for p in phrase.genitives if p.kind == "pronoun"]
        found = (self.resolve(p) for p in owners)
        known = (m for m in found if m is not None and m.resolved_by != "unknown")
        return next(known, None) if owners else None

    def _learn_aliases(self) -> None:
        """Take up the short names that the sentence introduces.

        Raises ``PendingError`` where the words that introduce one refer to a sentence not read.
        """
        if "(" not in self.analysis.sentence.text or next(introductions(self.analysis.tokens), None) is None:
            return
        self._told, self._settles = Told(), False
        if self.aliases.learn(
            self.index.lang, self.analysis.tokens, self.analysis.phrases, self.by_token, self.resolve
        ):
            self.add_aliases()
            self.cache = {}
        self._told, self._settles = None, True

    def told(self) -> Told | None:
        """What the sentence says, as far as it is read; None before ``begin``."""
        return self._told

    def _so_far(self) -> Told:
        """What the sentence has said before the phrase that is being resolved."""
        if self._told is None:
            raise PendingError(self.position)
        return self._told

    def _bearer(self, token: int) -> ActorMention | None:
        """The person of whom the document has last given the full name that ends in this word."""
        norm = self._tokens[token].norm
        return self.memory.bearer(norm, self.position, self._so_far() if norm in self._full_names else None)

    def _surname(self, phrase: Phrase) -> ActorMention | None:
        """The person whose last name a phrase is; one without a country stays open to that of the story."""
        if not self._is_name(phrase) and not self._may_be_a_name(phrase):
            return None
        known = self._bearer(phrase.head)
        if known is None:
            return None
        text = self.text(phrase.start, phrase.end)
        rule = "agent" if known.code.startswith(UNKNOWN) else "name"
        return replace(known, start=phrase.start, end=phrase.end, text=text, resolved_by=rule, head=phrase.head)

    def _called_like(self, phrase: Phrase, role: Hit) -> ActorMention | None:
        """*Bishop flew to Chad*: the minister of that name, of whom the story has told, and no bishop."""
        token = self._tokens[phrase.head]
        if self.index.lang != "en" or role.first != role.last or not token.text[:1].isupper() or token.text.isupper():
            return None
        if len(phrase.tokens) > 1 and self._tokens[phrase.tokens[0]].norm not in self.words.courtesy:
            return None
        return self._surname(phrase)

    def _courteous(self, phrase: Phrase) -> ActorMention | None:
        """*Ms Park, the country's first elected leader*: the one with that last name, whatever is told of her here."""
        if not phrase.appositions or len(phrase.tokens) != 2 or not self.words.courtesy:
            return None
        return self._surname(phrase) if self._tokens[phrase.tokens[0]].norm in self.words.courtesy else None

    def _may_be_a_name(self, phrase: Phrase) -> bool:
        """Whether one word begins the sentence with a capital: the tagger takes some last names for nouns."""
        return phrase.head == 0 and len(phrase.tokens) == 1 and self.index.lang == "en"

    @cached_property
    def _full_names(self) -> frozenset[str]:
        """The last words of the sentence's names of several words, and the first: some have the family name first."""
        phrases = [p for own in self.analysis.phrases if own.kind == "noun" for p in (own, *own.appositions)]
        names = ([t for t in p.tokens if self._tokens[t].pos == "PROPN"] for p in phrases)
        ends = [(name[0], name[-1]) for name in names if len(name) > 1]
        return frozenset(self._tokens[t].norm for pair in ends for t in pair)

    def begin(self) -> None:
        """Remember the actors of the sentence's phrases; raises ``PendingError`` where another must be read first.

        When that is read, it goes on where it stopped.
        """
        if self._told is not None:
            return
        self._told, self._settles = self._reading, False
        try:
            for phrase in self.analysis.phrases[self._read :]:
                if phrase.kind == "noun":
                    self._remember(self._told, phrase, self.resolve(phrase))
                self._read += 1
        except BaseException:
            self._told = None
            raise
        finally:
            self._settles = True

    def resolve(self, phrase: Phrase) -> ActorMention | None:
        """The actor that a phrase names; None where it names none. Reads what it refers to."""
        if phrase in self.cache:
            return self.cache[phrase]
        return self._settled(lambda: self._known(phrase))

    def _settled(self, task: Callable[[], _Found]) -> _Found:
        """The result of a task, when all to which it refers has been read."""
        while self._settles:
            self._settles = False
            try:
                return task()
            except PendingError as pending:
                position = pending.position
            finally:
                self._settles = True
            self.memory.settle(position)
        return task()

    def _known(self, phrase: Phrase) -> ActorMention | None:
        if phrase not in self.cache:
            self.cache[phrase] = None  # a phrase that contains itself by a faulty analysis names nobody
            try:
                self.cache[phrase] = self._as_opponent(phrase) or self._resolve(phrase)
            except BaseException:
                del self.cache[phrase]
                raise
        return self.cache[phrase]

    def _remember(self, told: Told, phrase: Phrase, mention: ActorMention | None) -> None:
        if mention is None or (mention.resolved_by in self._passing and not self._is_other_side(mention)):
            return
        if mention.resolved_by == "coreference" and self.index.lang != "en" and not self._is_name(phrase):
            return
        if phrase.head in self._told_of_bodies or self.is_only_backer(phrase):
            return
        body = mention.head != phrase.head and self._is_body_of(phrase, mention)
        if body or (mention.head != phrase.head and self._is_told_to_be(phrase, mention)):
            mention = replace(mention, start=phrase.start, end=phrase.end, text=self.text(phrase.start, phrase.end))
        elif mention.head != phrase.head and not self._are_of_a_body(phrase, mention):
            if any(a.head == mention.head for a in phrase.appositions):
                self._learn_surname(told, phrase, mention)
            return
        token = self._tokens[phrase.head]
        entry = self._entry_at(phrase)
        collective = entry is not None and entry.kind != "person"
        agent = self.by_token.get(phrase.head)
        if agent is not None and isinstance(agent.terminal.entry, AgentEntry):
            collective = agent.terminal.entry.collective and token.lemma not in self.words.individuals
        plural = token.feats.get("num") in ("p", "d") or token.lemma in self.words.many
        collective = collective or token.lemma in self.words.institutions
        collective = collective or (self.index.lang == "en" and token.lemma in self.words.peoples)
        thing = self._is_thing(phrase, mention)
        person = not collective and not plural and not thing
        group = body or self._group_of(phrase) is not None
        standing = self.standing
        told.recent.append(
            Recent(
                mention,
                person,
                plural,
                token.feats.get("gen") or gender_of(phrase, mention, self._tokens, self.words),
                group,
                phrase.head in standing.subjects,
                self.analysis.sentence.index,
                self._is_name(phrase) or any(map(self._is_name, phrase.appositions)),
                standing.rank(phrase.head),
                phrase.head in standing.speakers,
                frozenset((*mention.entries, *(h.terminal.entry.ref for h in self.hits_of(phrase)))),
                phrase.head in standing.core,
                tuple(self._shares(phrase, mention)) if plural else (),
                phrase.start,
                thing,
            )
        )
        for name in (phrase, *phrase.appositions):
            self._learn_surname(told, name, mention)

    def _is_body_of(self, phrase: Phrase, mention: ActorMention) -> bool:
        """Whether a phrase is a body of people whom its genitive names (``جمعية القضاة``): *the association*."""
        named = self.index.lang != "en" and self._tokens[phrase.head].lemma in self.words.institutions
        return named and any(g.head == mention.head for g in phrase.genitives) and len(mention.code) > BLOCK

    @cached_property
    def _told_of_bodies(self) -> frozenset[int]:
        """What bodies are told to be (*Hamas, the militant group*): they are remembered by their names."""
        if self.index.lang != "en":
            return frozenset()
        named = (p for p in self.analysis.phrases if p.appositions and self._group_of(p) is not None)
        return frozenset(a.head for p in named for a in p.appositions if not self._is_name(a))

    def _is_told_to_be(self, phrase: Phrase, mention: ActorMention) -> bool:
        """Whether a person's name has its actor from what is told of him: *Barlow, the head of the Kenyan army*."""
        if self.index.lang != "en" or not self._is_name(phrase) or self._label(phrase) != "PERSON":
            return False
        return any(self.cache.get(a) == mention for a in phrase.appositions)

    def _is_thing(self, phrase: Phrase, mention: ActorMention) -> bool:
        """Whether a phrase with an actor is a thing of his (*a Moscow hotel*, *the Israeli law*): no *he*, no *it*."""
        head = phrase.head
        token = self._tokens[head]
        if self.index.lang != "en" or token.pos != "NOUN" or head in self.by_token or not token.text[:1].islower():
            return False
        owned = mention.resolved_by in ("name", "demonym", "capital", "seat") and not phrase.appositions
        return owned and token.lemma not in self.words.persons and token.lemma not in self.words.bodies

    def _are_of_a_body(self, phrase: Phrase, mention: ActorMention) -> bool:
        """Whether a subject is people of a body (``مراقبو الاتحاد الأوروبي``): they go on being told of."""
        many = self._tokens[phrase.head].feats.get("num") == "p" and phrase.head in self.standing.subjects
        return many and self.index.lang != "en" and any(g.head == mention.head for g in phrase.genitives)

    def _is_other_side(self, mention: ActorMention) -> bool:
        """A counterpart with an office (``نظيره التشادي``) is one of *the two sides* of what is told next."""
        return mention.resolved_by == _COUNTERPART and self.index.lang != "en" and len(mention.code) > BLOCK

    def _group_of(self, phrase: Phrase) -> ActorEntry | None:
        """The organisation, party or armed group that a phrase names by its head or as the owner of its head."""
        entries = (h.terminal.entry for h in self.hits_of(phrase))
        return next((e for e in entries if isinstance(e, ActorEntry) and e.kind in GROUPS), None)

    def _learn_surname(self, told: Told, phrase: Phrase, mention: ActorMention) -> None:
        """A person's last name stands for the person from now on (Austin, after Lloyd Austin)."""
        names = [t for t in phrase.tokens if self._tokens[t].pos == "PROPN"]
        if not names or self._tokens[names[-1]].norm in self.words.areas:
            return  # *a Clark County man*
        person = self.by_token.get(names[-1])
        entry = person.terminal.entry if person is not None else None
        known_person = isinstance(entry, ActorEntry) and entry.kind == "person"
        if entry is not None and known_person and mention.actor_id not in (None, entry.id):
            return  # *President X and Chancellor Y*, where the parser takes one for what the other is told to be
        has_role = known_person or len(mention.code) > BLOCK
        own_name = person is None or known_person or (isinstance(entry, ActorEntry) and entry.kind == "organization")
        full = len(names) >= 2 or self._description(phrase) is not None
        if full and has_role and own_name:
            known = told.surnames.get(self._tokens[names[-1]].norm)
            if known is not None and known.actor_id == mention.actor_id and known.code.endswith(FORMER_ROLE):
                return  # *Cuba's former leader Fidel Castro*: what was said of the whole phrase holds for its name
            told.surnames[self._tokens[names[-1]].norm] = mention
            if mention.code[:BLOCK] in _FAMILY_NAME_FIRST and self.index.lang == "en":
                own = [t for t in names if self._tokens[t].norm not in self.words.titles]
                told.surnames[self._tokens[own[0]].norm] = mention

    def _shares(self, phrase: Phrase, mention: ActorMention) -> list[ActorMention]:
        """The actors of a phrase that names several (*the presidents of Kenya and Uganda*)."""
        raise NotImplementedError

    def _description(self, phrase: Phrase) -> Phrase | None:
        """What the sentence says a name is."""
        raise NotImplementedError

    def _as_opponent(self, phrase: Phrase) -> ActorMention | None:
        """Whom a prefix is against, of a phrase made for it."""
        raise NotImplementedError

    def _resolve(self, phrase: Phrase) -> ActorMention | None:
        """Who a phrase is; may raise ``PendingError``."""
        raise NotImplementedError
