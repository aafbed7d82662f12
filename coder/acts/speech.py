"""What is said at a meeting or as a duty: *called to congratulate him*, *said that Hanoi must free the activists*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from coder.actors.codes import BLOCK, UNKNOWN, Resolve, codes_of
from coder.acts.asked import finer_below
from coder.acts.incidents import Coding
from coder.frame_gate import obliged, refused
from coder.matcher import EventMatch, SentenceMatcher
from coder.model import ActorMention, Phrase, Predicate
from coder.ontology import Ontology, actor_blocks

CONSULT_ROOT = "04"
SPEECH_ROOTS = ("01", "02", "05", "10", "11", "13")
_PRIVATE = frozenset({"CVL", "REF", "DEV", "MED", "HLH"})
_UNPOLITICAL = _PRIVATE | {"BUS", "MNC", "EDU", "CRM"}
_NO_DEMANDS = _UNPOLITICAL | {"ELI"}  # what they say others must do is an opinion
_TOWARDS = ("to", "with", "of", "object", "مع", "ل", "الي", "ب")
_REFUSAL = "120"
_RELATIVE = "relative"  # *a fifth agree with advisers who say that Peru should leave*
_DEMAND, _ADVICE, _ULTIMATUM = "100", "020", "139"
_NEAR = 4  # words between "should" and its verb
_OR = "or"
_AIMS = ("purpose", "complement")


def spoken_acts(codings: Sequence[Coding], unrealised: str) -> list[Coding]:
    """A consultation held to say something is what was said (CAMEO: a meeting counts only when it is the act)."""
    by_head = {c.predicate.head: c for c in codings}
    out: dict[int, Coding | None] = {}
    for coding in codings:
        if coding.code[:2] != CONSULT_ROOT or coding.status != "asserted":
            continue
        for phrase in (p for slot in _AIMS for p in coding.predicate.slots.get(slot, ())):
            said = by_head.get(phrase.head)
            if said is not None and said.code[:2] in SPEECH_ROOTS and said.reason in (None, unrealised):
                targets = said.targets or coding.targets
                out[phrase.head] = replace(said, status="asserted", reason=None, targets=targets)
                out[coding.predicate.head] = None
    kept = (out.get(c.predicate.head, c) for c in codings)
    return [c for c in kept if c is not None]


def obligations(
    matches: Sequence[EventMatch], matcher: SentenceMatcher, ontology: Ontology, resolve: Resolve, in_story: bool
) -> Iterator[Coding]:
    """Who says that another must do something demands it (*said that Israel must withdraw*, 10x); *should* asks (02x).

    A story (``in_story``) is full of opinions on what should be: there only public actors demand, of whom they name.
    """
    opinions = matcher.dictionary.word_set("opinion_verbs")
    for match in matches:
        if match.pattern.operator != "attribution" or match.predicate.negated:
            continue
        for predicate in _obliged(match, matcher, in_story):
            speakers = codes_of(match.sources, resolve)
            targets = predicate.slots.get("subject") or predicate.slots.get("object", ())
            passive = predicate.voice == "passive" or "subject" not in predicate.slots
            thought = match.predicate.lemma in opinions or match.predicate.clause == _RELATIVE
            if in_story and (passive or thought or not _are_public(speakers)):
                continue
            known = [(p, m) for p in targets if (m := resolve(p)) is not None and m.code not in speakers]
            known = [(p, m) for p, m in known if not (in_story and _is_thing(p, m))]
            if in_story and any(_is_home(m, speakers) for _, m in known):
                continue
            others = tuple(p for p, m in known if not ((in_story or _is_bare(passive, m)) and _suffers(m)))
            if speakers and others:
                code = _ULTIMATUM if _or_else(predicate, matcher) else _demanded(predicate, matcher, ontology)
                yield Coding(match, code, match.sources, others)


def declined(matches: Sequence[EventMatch], matcher: SentenceMatcher, resolve: Resolve) -> Iterator[Coding]:
    """Who says that he will not do what no entry reads refuses it (*said it would not return to the cabinet*): 120."""
    for match in matches:
        if match.pattern.operator != "attribution" or match.predicate.negated:
            continue
        for predicate in refused(matcher, match.pattern, match.predicate):
            speakers = codes_of(match.sources, resolve)
            if speakers and matcher.match(predicate) is None and _is_own(predicate, speakers, resolve):
                others = (p for slot in _TOWARDS for p in predicate.slots.get(slot, ()))
                targets = tuple(p for p in others if (m := resolve(p)) is not None and m.code not in speakers)
                yield Coding(match, _REFUSAL, match.sources, targets)


def _is_own(predicate: Predicate, speakers: set[str], resolve: Resolve) -> bool:
    """Whether a public actor speaks of what it does itself: by name, or as *it*, *they* or *we*."""
    if any(_UNPOLITICAL & set(actor_blocks(code)) for code in speakers):
        return False
    doers = predicate.slots.get("subject", ())
    known = codes_of(doers, resolve)
    known |= {s for s in speakers for code in known if len(code) == BLOCK and s.startswith(code)}  # *his country*
    return any(code in speakers for code in known) if known else any(p.kind == "pronoun" for p in doers)


def _are_public(codes: set[str]) -> bool:
    return not any(code == UNKNOWN or _NO_DEMANDS & set(actor_blocks(code)) for code in codes)


def _is_thing(phrase: Phrase, mention: ActorMention) -> bool:
    """Whether only a word beside its head names the actor (*US support should depend on it*)."""
    return mention.head not in (None, phrase.head) and mention.resolved_by in ("name", "demonym")


def _is_home(mention: ActorMention, speakers: set[str]) -> bool:
    """Whether a country is that of the speakers: what it should do is politics at home."""
    return len(mention.code) == BLOCK and any(s.startswith(mention.code) for s in speakers)


def _is_bare(passive: bool, mention: ActorMention) -> bool:
    """Whether it stays open who has the duty: a passive, or a pronoun (*they must understand*, told to reporters)."""
    return passive or mention.resolved_by == "coreference"


def _suffers(mention: ActorMention) -> bool:
    """Whether the patient of a duty is people for whom it is done (*the captives must be freed*): nobody is told to."""
    return bool(_PRIVATE & set(actor_blocks(mention.code)))


def _obliged(match: EventMatch, matcher: SentenceMatcher, in_story: bool) -> Iterator[Predicate]:
    duties = obliged(matcher, match.pattern, match.predicate)
    needs = matcher.dictionary.word_set("need_verbs") if in_story else frozenset()
    needed = {p.head for q in matcher.analysis.predicates if q.lemma in needs for p in q.slots.get("complement", ())}
    return (p for p in duties if p.head not in needed and not is_alternative(p, matcher))


def _or_else(predicate: Predicate, matcher: SentenceMatcher) -> bool:
    """*Must stop the tests or face further action*: a demand with a threat is an ultimatum (CAMEO 139)."""
    return any(o.head > predicate.head and is_alternative(o, matcher) for o in matcher.analysis.predicates)


def is_alternative(predicate: Predicate, matcher: SentenceMatcher) -> bool:
    """Whether a verb says what happens if a demand is not met (*must leave or face arrest*)."""
    verbs = matcher.dictionary.words.get("ultimatum_verbs", ())
    return predicate.lemma in verbs and matcher.analysis.tokens[predicate.head - 1].norm == _OR


def _demanded(predicate: Predicate, matcher: SentenceMatcher, ontology: Ontology) -> str:
    operator, plain = ("appeal", _ADVICE) if _is_advice(predicate, matcher) else ("demand", _DEMAND)
    inner = matcher.match(predicate) if not predicate.negated else None
    known = inner is not None and inner.pattern.code is not None and inner.pattern.operator is None
    code = ontology.compose(operator, inner.pattern.code or "") if inner is not None and known else None
    return finer_below(code or plain, operator, predicate, matcher, ontology)


def _is_advice(predicate: Predicate, matcher: SentenceMatcher) -> bool:
    """*Should withdraw*, where *must withdraw* demands: what is right is appealed for."""
    before = matcher.analysis.tokens[max(0, predicate.head - _NEAR) : predicate.head]
    advising = matcher.dictionary.word_set("advice_words")
    return any(token.norm in advising for token in before)
