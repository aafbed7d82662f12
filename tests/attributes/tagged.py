"""Analyses made by hand: words tagged as ``text/POS/lemma``, with predicates named by their text."""

from __future__ import annotations

from datetime import date
from typing import Any

from coder.languages import normaliser
from coder.model import Analysis, Document, Phrase, Predicate, Sentence, Token

PUBLISHED = date(2024, 8, 6)  # a Tuesday


def analysis(tagged: str, lang: str = "en", predicates: dict[str, dict[str, Any]] | None = None) -> Analysis:
    """``Troops/NOUN left/VERB/leave``: without a tag X, without a lemma the word itself; ``:d`` marks a dual."""
    normalise = normaliser(lang)
    tokens: list[Token] = []
    position = 0
    for index, word in enumerate(tagged.split()):
        text, tag, lemma = [*word.split("/"), "X", ""][:3] if "/" in word else (word, "X", "")
        tag, _, number = tag.partition(":")
        norm = normalise(text)
        feats = {"num": number} if number else {}
        own = normalise(lemma) if lemma and lemma != "X" else norm
        tokens.append(Token(index, position, position + len(text), text, norm, own, tag, feats))
        position += len(text) + 1
    text = " ".join(token.text for token in tokens)
    sentence = Sentence(0, 0, len(text), text, lang)
    made = [predicate(tokens, name, **fields) for name, fields in (predicates or {}).items()]
    return Analysis(sentence, tuple(tokens), tuple(sorted(made, key=lambda p: p.start)), ())


def predicate(tokens: list[Token], name: str, **fields: Any) -> Predicate:
    token = next(token for token in tokens if token.text == name)
    slots = {slot: (phrase(tokens, *span),) for slot, span in fields.pop("slots", {}).items()}
    kind = "verb" if token.pos == "VERB" else "noun"
    return Predicate(token.index, token.start, token.end, token.lemma, kind, slots, **fields)


def phrase(tokens: list[Token], first: int, last: int) -> Phrase:
    start, end = tokens[first].start, tokens[last].end
    span = tuple(range(first, last + 1))
    return Phrase(last, start, end, tokens[last].start, end, "noun", span)


def document(made: Analysis, published: date | None = PUBLISHED) -> Document:
    return Document(id="d", text=made.sentence.text, date=published, lang=made.sentence.lang)
