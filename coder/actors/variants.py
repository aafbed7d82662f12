"""Names in other spellings than the dictionary's: found by the language's folding, not by lists."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from coder.actors.index import Ends, Terminal
from coder.dictionary.schema import ActorEntry
from coder.languages.base import Language, Spelling
from coder.model import Token

_KEPT = 4_096  # names and words of names that come again and again
LONGEST = 9  # tokens of a name, articles and hyphens counted


class SpellingVariants:
    """The names of persons, and those of groups that hold an article, under their folded spellings."""

    def __init__(self, language: Language, actors: Iterable[ActorEntry]) -> None:
        self.language = language
        self._found = lru_cache(maxsize=_KEPT)(self._find)
        self._folded = lru_cache(maxsize=_KEPT)(self._consonants)
        self.may_begin = lru_cache(maxsize=_KEPT)(self._may_begin)
        self._names: dict[str, list[tuple[Spelling, Terminal]]] = defaultdict(list)
        self._beginnings: set[str] = set()
        for actor in actors:
            for name in actor.names.get(language.code, ()):  # type: ignore[call-overload]
                self._add(name, actor)

    def _add(self, name: str, actor: ActorEntry) -> None:
        norms = self.language.normalise(name).replace("-", " ").split()
        spelling = self.language.spelling(norms)
        if spelling is None or (actor.kind != "person" and spelling.words == len(norms)):
            return
        if self.language.same_name(spelling, spelling):
            self._names[spelling.consonants].append((spelling, Terminal("name", actor)))
            self._beginnings.update(spelling.consonants[:length] for length in range(len(spelling.consonants) + 1))

    def _may_begin(self, norm: str) -> bool:
        """Whether a name can begin with a word: its consonants begin those of one."""
        return bool(self._names) and self._folded(norm)[0] in self._beginnings

    def names(self, tokens: Sequence[Token], first: int) -> Ends:
        """Where the names that begin at a token with a capital, in any spelling, end; the longest first."""
        if not self.may_begin(tokens[first].norm):
            return []
        ends: Ends = []
        norms: list[str] = []
        whole = ""
        for last in range(first, min(first + LONGEST, len(tokens))):
            consonants, nothing = self._folded(tokens[last].norm)
            if not nothing and not _is_name_part(tokens[last]):
                break
            whole += consonants
            if whole not in self._beginnings:
                break
            norms.append(tokens[last].norm)
            if _is_name_part(tokens[last]) and (found := self._found(tuple(norms))):
                ends.append((last, found))
        ends.reverse()
        return ends

    def _consonants(self, norm: str) -> tuple[str, bool]:
        """The consonants of a word, and whether it is nothing in a name."""
        spelling = self.language.spelling([norm])
        return (spelling.consonants, spelling == _NOTHING) if spelling is not None else ("", False)

    def _find(self, norms: tuple[str, ...]) -> list[Terminal]:
        spelling = self.language.spelling(norms)
        if spelling is None or spelling.consonants not in self._names:
            return []
        return [t for other, t in self._names[spelling.consonants] if self.language.same_name(spelling, other)]


_NOTHING = Spelling("", ("",), 0)  # of an article or a hyphen


def _is_name_part(token: Token) -> bool:
    return token.text[:1].isupper()
