"""Why a sentence was coded so: tokens, predicates, mentions, the readings that won and the nearest that did not."""

from __future__ import annotations

from collections.abc import Iterator

from coder.actors import ActorResolver
from coder.languages.split import sentences
from coder.matcher import NearMiss, SentenceMatcher
from coder.model import ActorMention, Analysis, Document, Event, Phrase, Predicate
from coder.ontology import Ontology
from coder.pipeline import Coder

MAX_NEAR_MISSES = 3


def explain(coder: Coder, document: Document) -> str:
    """A readable account of how each sentence of a document is coded."""
    lines: list[str] = []

    def visit(analysis: Analysis, resolver: ActorResolver, matcher: SentenceMatcher) -> None:
        lines.append(f"SENTENCE {analysis.sentence.index} [{analysis.sentence.lang}]  {analysis.sentence.text}")
        lines.extend(_tokens(analysis))
        lines.extend(_predicates(analysis, matcher))
        lines.extend(_mentions(resolver))
        lines.extend(_matches(matcher))
        lines.append("")

    coder.inspect(document, visit)
    lines.extend(_discards(coder, document))
    coded = coder.coded(document)
    lines.extend(_events("EVENTS", coded.events, coder.ontology))
    if coded.left_out:
        lines.extend(_events("LEFT OUT of every table", coded.left_out, coder.ontology))
    return "\n".join(lines)


def _discards(coder: Coder, document: Document) -> Iterator[str]:
    for sentence in sentences(document) if coder.screenings else ():
        screening = coder.screenings.get(sentence.lang)
        found = screening.discard(sentence.text) if screening is not None else None
        if found is not None:
            scope = "the whole story" if found.story else f"sentence {sentence.index}"
            yield f"DISCARDED {scope}, by {found.ref} in sentence {sentence.index}"


def _tokens(analysis: Analysis) -> Iterator[str]:
    yield "  tokens"
    for token in analysis.tokens:
        feats = " ".join(f"{k}={v}" for k, v in sorted(token.feats.items()))
        yield f"    {token.index:>3}  {token.text}  {token.pos}  lemma {token.lemma}  {feats}".rstrip()


def _predicates(analysis: Analysis, matcher: SentenceMatcher) -> Iterator[str]:
    yield "  predicates"
    for predicate in analysis.predicates:
        marks = [predicate.kind, predicate.voice, *_marks(predicate)]
        yield f"    {predicate.lemma}  ({', '.join(marks)})"
        for slot, phrases in predicate.slots.items():
            yield f"        {slot}: {' | '.join(_phrase(analysis, p) for p in phrases)}"


def _marks(predicate: Predicate) -> Iterator[str]:
    if predicate.negated:
        yield "negated"
    if predicate.modality:
        yield predicate.modality
    if predicate.tense:
        yield predicate.tense
    if predicate.clause:
        yield f"clause: {predicate.clause}"
    if predicate.support is not None:
        yield "with a support verb"
    if predicate.support_for is not None:
        yield "supports an event noun"


def _phrase(analysis: Analysis, phrase: Phrase) -> str:
    return analysis.sentence.between(phrase.start, phrase.end)


def _mentions(resolver: ActorResolver) -> Iterator[str]:
    yield "  actors"
    for mention in resolver.mentions():
        yield f"    {mention.text}  ->  {mention.code}  by {mention.resolved_by}{_refs(mention)}"


def _refs(mention: ActorMention) -> str:
    return "  " + ", ".join(str(r) for r in mention.entries) if mention.entries else ""


def _matches(matcher: SentenceMatcher) -> Iterator[str]:
    near = list(matcher.near_misses())
    for predicate in matcher.analysis.predicates:
        candidates = matcher.candidates(predicate)
        if not candidates:
            continue
        match = matcher.match(predicate)
        if match is None:
            yield f"  {predicate.lemma}: no reading counts as an event"
        else:
            pattern = match.pattern
            what = f"operator {pattern.operator}" if pattern.operator else f"code {pattern.code}"
            conditions = "; ".join(c.text for c in pattern.where) or "no conditions"
            yield f"  {predicate.lemma}: matched {pattern.id}  {pattern.ref}  ({what}; {conditions})"
        own = [n for n in near if n.predicate is predicate]
        for miss in _nearest(own)[:MAX_NEAR_MISSES]:
            yield f"      near miss {miss.pattern.id}  {miss.pattern.ref}  lacked {miss.lacked}"


def _nearest(misses: list[NearMiss]) -> list[NearMiss]:
    """Those that asked for least come first: they were nearest to fitting."""
    return sorted(misses, key=lambda m: (len(m.pattern.where), m.pattern.order))


def _events(title: str, events: list[Event], ontology: Ontology) -> Iterator[str]:
    yield f"{title} ({len(events)})"
    for event in events:
        source = f"{event.source.code} ({event.source.text})" if event.source else "-"
        target = f"{event.target.code} ({event.target.text})" if event.target else "-"
        yield f"  {event.code} {ontology.label(event.code)}:  {source}  ->  {target}"
        yield f"      trigger '{event.trigger_text}', pattern {event.pattern_id} at {event.pattern_ref}"
        reason = f" because {event.status_reason}" if event.status_reason else ""
        said = f"; according to {event.attributed_to}" if event.attributed_to else ""
        yield f"      status {event.status}{reason}{said}"
        if event.left_out:
            yield f"      {event.left_out}"
        at = event.attributes
        if at.event_date or at.country_iso3 or at.fatalities is not None or at.injuries is not None:
            yield f"      date {at.event_date} ({at.date_precision}, {at.date_rule})"
            yield f"      place {at.location_name} {at.country_iso3} ({at.location_rule})"
            yield f"      killed {at.fatalities}; injured {at.injuries}"
