"""Every actor mention of a sentence where it stands in the text: what ``coder actors`` lists.

Events need the whole phrase of an actor and the words of a reference's antecedent; a list of mentions needs the words
that name the actor, each once, the longest where several nest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from coder.actors.codes import UNKNOWN, parts_of
from coder.actors.index import Hit
from coder.actors.resolver import ActorResolver
from coder.dictionary.schema import ActorEntry
from coder.model import ActorMention, Analysis, Phrase

_GAP = 4  # characters between a phrase and its genitive or apposition: " of ", ", "


def coded_mentions(resolver: ActorResolver, analysis: Analysis, locatives: frozenset[str]) -> list[ActorMention]:
    """The coded actors of the sentence that ``resolver`` has begun, in text order; offsets into the document's text.

    Countries and capitals after a preposition of ``locatives`` are places, no actors. Names that no dictionary has are
    left out.
    """
    places = _places(analysis, locatives)
    found = [m for p in analysis.phrases for m in _of_phrase(resolver, p) if not _is_place(resolver, p, m, places)]
    found += [m for hit in resolver.all_hits() if (m := _of_hit(resolver, hit, places)) is not None]
    return longest(m for m in found if m.code != UNKNOWN)


def longest(mentions: Iterable[ActorMention]) -> list[ActorMention]:
    """The mentions that lie in no other, in text order; of several with one span the first."""
    kept: list[ActorMention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not kept or mention.end > kept[-1].end:
            kept.append(mention)
    return kept


def _places(analysis: Analysis, locatives: frozenset[str]) -> set[int]:
    """The heads of the phrases that say where."""
    tables = [*(q.slots for q in analysis.predicates), *(p.attached for p in analysis.phrases)]
    return {p.head for table in tables for name, phrases in table.items() if name in locatives for p in phrases}


def _is_place(resolver: ActorResolver, phrase: Phrase, mention: ActorMention, places: set[int]) -> bool:
    hit = resolver.by_token.get(phrase.head)
    return phrase.head in places and mention.resolved_by != "given" and hit is not None and _names_country(hit)


def _names_country(hit: Hit) -> bool:
    entry = hit.terminal.entry
    return isinstance(entry, ActorEntry) and entry.kind == "country" and hit.terminal.kind in ("name", "capital")


def _of_phrase(resolver: ActorResolver, phrase: Phrase) -> Iterator[ActorMention]:
    """The mentions of a phrase, each over its own words; those of its genitives come with these."""
    for mention in resolver.resolve_all(phrase):
        if mention.is_given:
            yield mention
        elif mention.head == phrase.head and not _is_of_owner(resolver, phrase, mention):
            whole = (mention.start, mention.end) == (phrase.start, phrase.end) or mention.resolved_by == "coreference"
            start, end = _own_span(resolver, phrase) if whole else (mention.start, mention.end)
            yield replace(mention, start=start, end=end, text=resolver.text(start, end))


def _is_of_owner(resolver: ActorResolver, phrase: Phrase, mention: ActorMention) -> bool:
    """*A US base*, *Iranian oil*: the phrase names a thing; its owner is listed by its own words."""
    return (
        mention.actor_id is not None
        and phrase.head not in resolver.by_token
        and any(_id(hit) == mention.actor_id for hit in resolver.hits_of(phrase))
        and mention.resolved_by not in ("coreference", "composed")
    )


def _id(hit: Hit) -> str | None:
    return hit.terminal.entry.id


def _own_span(resolver: ActorResolver, phrase: Phrase) -> tuple[int, int]:
    """The phrase with the genitives and appositions that touch it, without other complements and relative clauses."""
    start, end = resolver.span(phrase.tokens)
    inner = sorted((_own_span(resolver, p) for p in (*phrase.genitives, *phrase.appositions)), key=lambda s: s[0])
    for below in inner:
        if below[0] - end <= _GAP:
            end = max(end, below[1])
    for below in reversed(inner):
        if start - below[1] <= _GAP:
            start = min(start, below[0])
    return start, resolver.with_closing(start, end)


def _of_hit(resolver: ActorResolver, hit: Hit, places: set[int]) -> ActorMention | None:
    """A name that heads no phrase (*Iranian oil*)."""
    entry = hit.terminal.entry
    if not isinstance(entry, ActorEntry) or entry.kind in ("media", "place") or resolver.is_given(hit):
        return None
    if _names_country(hit) and not places.isdisjoint(range(hit.first, hit.last + 1)):
        return None
    parts = parts_of(entry, resolver.document.date)
    if hit.terminal.kind in ("seat", "capital"):
        parts.roles.add("GOV")
    start, end = resolver.span((hit.first, hit.last))
    code = parts.code(resolver.ontology)
    kind = "demonym" if hit.terminal.kind == "demonym" else "name"
    return ActorMention(start, end, resolver.text(start, end), code, entry.id, kind, (entry.ref,), hit.last)
