"""The Arabic clause grammar: tokens in, predicates and phrases out."""

from __future__ import annotations

from collections.abc import Sequence

from coder.languages.ar.clauses import ClauseReader
from coder.languages.ar.frames import FrameBuilder
from coder.languages.ar.lexis import Lexis
from coder.languages.ar.view import View
from coder.languages.base import Vocabulary
from coder.model import Analysis, Sentence, Token


class Grammar:
    """Deterministic and linear: noun phrases by chunking, clauses in one pass, frames from clauses."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._lexis = Lexis(vocabulary)

    def analyse(self, sentence: Sentence, tokens: Sequence[Token]) -> Analysis:
        """The predicates and phrases of a sentence from its tokens."""
        view = View(tokens, self._lexis)
        reader = ClauseReader(view)
        reader.read()
        builder = FrameBuilder(reader)
        predicates = builder.build()
        analysis = Analysis(sentence, tuple(tokens), predicates, builder.phrases.all())
        reader.forget()
        return analysis
