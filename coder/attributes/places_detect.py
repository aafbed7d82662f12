"""Names of places in an analysed sentence: the recogniser's entities, the gazetteer's names, locative words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from coder.attributes.gazetteer import Candidate
from coder.attributes.place_words import PlaceWords
from coder.attributes.places_context import OPERATION, Context, considerable, resolve, score
from coder.attributes.places_index import COUNTRY, OWN, PlaceIndex
from coder.attributes.places_names import arabic_key, latin_key, place_key, skeleton
from coder.model import Analysis, Entity, Token, is_behind_particle, reaches_into

_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_LONGEST = 6
_SMALL_WORDS = frozenset("of the al el ez es ed de la le les sur and du da do dos del en upon on -".split())
_BIG = 100_000
_ALONE = 2.2
# Where a movement begins or ends, not where something is done.
WEAK = frozenset("from to into toward through between over out of من الي نحو".split())
_AR_NAME_TAGS = frozenset({"PROPN", "NOUN", "X", "ADJ"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named by the tokens ``first``..``last`` (exclusive), resolved. ``locative``: words before say where."""

    first: int
    last: int
    start: int
    end: int
    text: str
    place: Candidate
    locative: bool


class Detector:
    """Finds place names. ``words``: the lists of words.yaml by language."""

    def __init__(self, index: PlaceIndex, words: Mapping[str, Mapping[str, Sequence[str]]]) -> None:
        self._index = index
        self._words = {lang: PlaceWords(lang, words.get(lang, {})) for lang in ("en", "ar")}
        self._prepositions = {lang: own.prepositions - WEAK for lang, own in self._words.items()}

    def words(self, lang: str) -> PlaceWords:
        """The words by which places are read in a language."""
        return self._words[lang]

    def mentions(self, analysis: Analysis, context: Context) -> list[Mention]:
        """The places that a sentence names, in text order."""
        found = self._arabic(analysis, context) if analysis.sentence.lang == "ar" else self._english(analysis, context)
        return sorted(found, key=lambda mention: mention.start)

    def is_locative(self, tokens: Sequence[Token], first: int, lang: str) -> bool:
        """Whether a locative preposition, or a noun like "city", stands before a name."""
        prepositions, nouns = self._prepositions[lang], self._words[lang].nouns
        for token in reversed(tokens[max(0, first - 5) : first]):
            if token.norm in prepositions or token.lemma in prepositions or token.lemma in nouns or token.norm in nouns:
                return True
            if token.pos in ("VERB", "AUX", "PUNCT", "CCONJ", "SCONJ"):
                return False
        return False

    # ------------------------------------------------------------------ English

    def _english(self, analysis: Analysis, context: Context) -> Iterator[Mention]:
        tokens = analysis.tokens
        taken = -1
        known: list[tuple[int, int]] = []
        for first, last, name, candidates in self._hits(analysis):
            if first < taken:
                continue
            entity = _entity_at(analysis.entities, tokens[first].start, tokens[last - 1].end)
            if place_key(name, "en") in context.persons:
                continue
            chosen = self._chosen(tokens, first, last, name, candidates, "en", context)
            locative = self.is_locative(tokens, first, "en") and not _inside_organization(entity, tokens[first:last])
            said = locative or (first > 0 and tokens[first - 1].norm in WEAK)
            if self._is_english_place(tokens, first, last, chosen, entity, said, context):
                taken = last
                yield self._mention(analysis, first, last, chosen, locative)
                known.append((first, last))
        yield from self._heard(analysis, context, known)

    def _hits(self, analysis: Analysis) -> Iterator[tuple[int, int, str, tuple[Candidate, ...]]]:
        tokens, text, offset = analysis.tokens, analysis.sentence.text, analysis.sentence.start
        named = OPERATION in text
        first = 0
        while first < len(tokens):
            if _is_name_like(tokens[first]) and not (named and first and tokens[first - 1].text == OPERATION):
                for last in range(_reach(tokens, first, self._words["en"].ends), first, -1):
                    name = text[tokens[first].start - offset : tokens[last - 1].end - offset]
                    if self._index.is_actor(name, "en"):
                        first = last - 1
                        break
                    if self._is_demonym(tokens, first, last, name):
                        break
                    if candidates := self._index.candidates(name, "en"):
                        yield first, last, name, candidates
                        first = last - 1
                        break
            first += 1

    def _is_demonym(self, tokens: Sequence[Token], first: int, last: int, name: str) -> bool:
        """*Somali pirates* are no place in Ethiopia: a word of a people, before a noun."""
        if last - first > 1 or last >= len(tokens) or ("en", place_key(name, "en")) not in self._index.demonyms:
            return False
        return tokens[last].pos in ("NOUN", "ADJ")

    def _is_english_place(
        self,
        tokens: Sequence[Token],
        first: int,
        last: int,
        chosen: Candidate,
        entity: Entity | None,
        locative: bool,
        context: Context,
    ) -> bool:
        own = tokens[first:last]
        known = _is_known(chosen, context)
        if chosen.rank < OWN and (len(own[0].norm) < 3 and last - first == 1):
            return False
        if all(token.norm in self._words["en"].nameless for token in own):
            return False
        if last < len(tokens) and tokens[last].norm in self._words["en"].feasts and tokens[last].text[:1].isupper():
            return False  # *St Patrick's Day* is not in Dominica
        if last - first == 1 and is_behind_particle(tokens, first, self._words["en"].particles):
            return False  # *a de Lima aide* says nothing of Peru
        points = score(chosen, context) - (1.5 if chosen.rank <= 0 else 0.0)
        named = any(token.pos == "PROPN" for token in own)
        if entity is None:
            alone = locative and self._is_unique(tokens, first, last, "en")
            enough = _ALONE if alone else 3.2 if locative else 5.0
            return (known and (named or chosen.rank == COUNTRY)) or (named and points >= enough)
        if entity.label in _PLACE_LABELS:
            return known or points >= 2.0
        start, end = own[0].start, own[-1].end
        whole = entity.start >= start - 4 and entity.end <= end + 2
        if whole and entity.label == "PERSON":
            return chosen.rank == COUNTRY or _outdoes_person(chosen, own, known or points >= 4.5, locative, context)
        if whole:
            return known or (named and locative and points >= 4.5)
        return known and named and entity.label != "PERSON"

    def _heard(self, analysis: Analysis, context: Context, known: Sequence[tuple[int, int]]) -> Iterator[Mention]:
        """Names without an entry: other transliterations of a place in a country that the document names."""
        tokens, text, offset = analysis.tokens, analysis.sentence.text, analysis.sentence.start
        last = 0
        for first, token in enumerate(tokens):
            if first < last or token.pos != "PROPN" or not token.text[:1].isupper():
                continue
            last = min(_reach(tokens, first, self._words["en"].ends), first + 4)
            last -= tokens[last - 1].norm in self._words["en"].ends and last > first + 1
            entity = _entity_at(analysis.entities, token.start, tokens[last - 1].end)
            locative = self.is_locative(tokens, first, "en")
            placed = entity is not None and entity.label in ("GPE", "LOC")
            if not placed and (not locative or (entity is not None and entity.label not in ("ORG", "FAC"))):
                continue
            name = text[token.start - offset : tokens[last - 1].end - offset]
            if any(first < other_last and other < last for other, other_last in known):
                continue
            if len(name) < 4 or any(self._index.candidates(t.text, "en") for t in tokens[first:last]):
                continue
            if found := self._index.gazetteer.sounding(name, "en", context.near_countries()[:3]):
                chosen = self._chosen(tokens, first, last, name, found, "en", context)
                yield self._mention(analysis, first, last, chosen, locative)

    # ------------------------------------------------------------------ Arabic

    def _arabic(self, analysis: Analysis, context: Context) -> Iterator[Mention]:
        tokens = analysis.tokens
        keys = [arabic_key(token.norm) for token in tokens]
        nouns = self._words["ar"].nouns
        first, previous = 0, -1
        while first < len(tokens):
            step = 1
            if tokens[first].pos in _AR_NAME_TAGS and len(tokens[first].norm) > 1:
                common = _is_common(tokens[first])
                for last in range(self._arabic_reach(keys, first), first, -1):
                    needed = common or last - first > 1  # other single words may be names that no entry has
                    if needed and not self._index.may_mean(" ".join(keys[first:last])):
                        continue
                    mention = self._arabic_mention(analysis, first, last, previous, nouns, context)
                    if mention:
                        yield mention
                        previous, step = last, last - first
                        break
            first += step

    def _arabic_reach(self, keys: Sequence[str], first: int) -> int:
        """The last token (exclusive) that can belong to the name that begins at ``first``."""
        last, limit = first + 1, min(first + 4, len(keys))
        while last < limit and self._index.goes_on(keys[last]):
            last += 1
        return last

    def _arabic_mention(
        self, analysis: Analysis, first: int, last: int, previous: int, nouns: frozenset[str], context: Context
    ) -> Mention | None:
        tokens = analysis.tokens
        own = tokens[first:last]
        name = " ".join([token.norm for token in own])
        candidates = self._index.candidates(name, "ar")
        if not candidates and (last - first > 1 or _is_common(own[0])):
            return None
        if own[-1].pos not in _AR_NAME_TAGS or any(t.feats.get("clitic") for t in own):
            return None
        if last - first == 1 and ({own[0].norm, own[0].lemma} & nouns or len(own[0].norm) < 3):
            return None
        key = place_key(name, "ar")
        if self._index.is_actor_key(key, "ar") or key in context.persons:
            return None
        after_noun = first > 0 and (tokens[first - 1].norm in nouns or tokens[first - 1].lemma in nouns)
        area = first > 0 and not self._words["ar"].areas.isdisjoint((tokens[first - 1].norm, tokens[first - 1].lemma))
        if last - first == 1 and own[0].lemma in nouns and not area:
            return None  # *the capital* is none of the provinces of that name
        locative = self.is_locative(tokens, first, "ar")
        if not candidates:
            if not (after_noun or locative):
                return None
            candidates = self._index.gazetteer.sounding(name, "ar", context.near_countries()[:2])
            if not candidates:
                return None
        chosen = self._chosen(tokens, first, last, name, candidates, "ar", context)
        joined = previous >= 0 and first - previous == 1 and tokens[previous].pos in ("CCONJ", "PUNCT")
        alone = all(t.pos == "PROPN" for t in own) and self._is_unique(tokens, first, last, "ar")
        # streets and squares are named after anything: such a name is a place only of a country that the text names
        in_street = first > 0 and tokens[first - 1].lemma in self._words["ar"].streets
        if in_street and not context.share(chosen.row.country):
            return None
        if self._is_arabic_place(own, chosen, after_noun or alone, locative, joined, context):
            return self._mention(analysis, first, last, chosen, locative or joined)
        return None

    def _is_arabic_place(
        self, own: Sequence[Token], chosen: Candidate, after_noun: bool, locative: bool, joined: bool, context: Context
    ) -> bool:
        if after_noun or chosen.rank == COUNTRY:
            return True
        common = len(own) == 1 and all(t.pos in ("NOUN", "ADJ") and t.feats.get("src") == "lex" for t in own)
        points = score(chosen, context)
        if chosen.rank == OWN:
            known = not chosen.row.country or context.share(chosen.row.country) > 0
            return len(own) > 1 or not common or (known and (locative or joined) and own[0].pos != "ADJ")
        if common:
            return (locative or joined) and chosen.row.population >= _BIG and points >= 5.0
        if chosen.row.kind in ("capital", "province") and chosen.rank == 2:
            return True
        if locative or joined:
            borne = all(t.pos == "PROPN" for t in own) and context.share(chosen.row.country) > 0
            return points >= (2.4 if len(own) > 1 else 3.0 if borne else 3.6)
        return points >= 4.8

    def _is_unique(self, tokens: Sequence[Token], first: int, last: int, lang: str) -> bool:
        """Whether a name right behind a locative word is one of a single country: nothing need bear it out."""
        if first == 0 or not self.is_locative(tokens[first - 1 : first], 1, lang):
            return False
        found = self._index.candidates(" ".join(token.norm for token in tokens[first:last]), lang)
        return len({c.row.country for c in considerable(found)}) == 1

    # ------------------------------------------------------------------ both

    def _chosen(
        self,
        tokens: Sequence[Token],
        first: int,
        last: int,
        name: str,
        candidates: Sequence[Candidate],
        lang: str,
        context: Context,
    ) -> Candidate:
        """The meaning of a name, among those of the kind that the words around it say ("Idlib province")."""
        around = [tokens[i] for i in (first - 2, first - 1, last) if 0 <= i < len(tokens)]
        words = self._words[lang]
        beside = tokens[max(0, first - 1) : first] if lang == "ar" else around
        kinds = {words.kinds[t.norm] for t in beside if t.norm in words.kinds}
        fitting = [c for c in candidates if c.row.kind in kinds]
        if not fitting and any(t.norm in words.towns for t in around):
            fitting = [c for c in candidates if c.row.kind in ("town", "capital")]
        chosen = resolve(name, fitting or candidates, lang, context)
        return self._province_of(chosen) if "province" in kinds and not fitting else chosen

    def _province_of(self, chosen: Candidate) -> Candidate:
        """The province that is named after its capital, where the text says so in another spelling than GeoNames."""
        row = self._index.gazetteer.by_id(chosen.row.admin1_id) if chosen.row.admin1_id else None
        same = row is not None and skeleton(latin_key(row.name)) == skeleton(latin_key(chosen.row.name))
        return Candidate(row, chosen.rank) if row is not None and same else chosen

    def _mention(self, analysis: Analysis, first: int, last: int, chosen: Candidate, locative: bool) -> Mention:
        tokens, offset = analysis.tokens, analysis.sentence.start
        start, end = tokens[first].start, tokens[last - 1].end
        return Mention(first, last, start, end, analysis.sentence.text[start - offset : end - offset], chosen, locative)


def _is_known(chosen: Candidate, context: Context) -> bool:
    """Whether a name needs no further sign to count: countries, capitals, what the document is sure about."""
    if chosen.rank >= OWN or (chosen.rank == 2 and chosen.row.kind == "capital"):
        return True
    if chosen.rank == 2 and chosen.row.kind in ("province", "district"):
        return context.share(chosen.row.country) >= 0.2
    return any(row.id == chosen.row.id for row in context.sure.values())


def _outdoes_person(chosen: Candidate, own: Sequence[Token], likely: bool, locative: bool, context: Context) -> bool:
    """Whether a name that the recogniser takes for a person is a place all the same."""
    share = context.share(chosen.row.country)
    if chosen.rank == OWN and chosen.row.kind != "province" and (len(own) > 1 or share >= 0.2):
        return True
    return likely and (locative or (chosen.row.population >= _BIG and share >= 0.5))


def _is_common(word: Token) -> bool:
    """Whether an Arabic word is an adjective or a noun of the lexicon, which names a place only with an entry."""
    return word.pos == "ADJ" or (word.pos == "NOUN" and word.feats.get("src") == "lex")


def _is_name_like(token: Token) -> bool:
    return token.text[:1].isupper() and token.pos not in ("DET", "PRON", "ADP", "AUX", "NUM")


def _reach(tokens: Sequence[Token], first: int, ends: frozenset[str]) -> int:
    """The last token (exclusive) that could belong to the name that begins at ``first``.

    ``ends``: common nouns that end a name (*Rafah crossing*).
    """
    last = first + 1
    end = last
    while last < len(tokens) and last - first < _LONGEST:
        token = tokens[last]
        if token.text[:1].isupper() or (end < last and token.text[:1].isdigit()):
            end = last + 1
        elif token.norm in ("'s", "’s", "'", "’") or (
            token.norm not in _SMALL_WORDS and not token.text.startswith(("-", "'", "’"))
        ):
            break
        last += 1
    return end + 1 if end < len(tokens) and tokens[end].norm in ends else end


def _inside_organization(entity: Entity | None, own: Sequence[Token]) -> bool:
    """Whether a name is only part of the name of an organisation ("Kentucky State Police")."""
    return (
        entity is not None and entity.label == "ORG" and (entity.start < own[0].start or entity.end > own[-1].end + 2)
    )


def _entity_at(entities: Sequence[Entity], start: int, end: int) -> Entity | None:
    """The entity that shares most with a stretch of text."""
    sharing = [e for e in entities if reaches_into(e, start, end)]
    return max(sharing, key=lambda e: min(e.end, end) - max(e.start, start), default=None)
