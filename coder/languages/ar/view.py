"""A sentence's tokens as the grammar sees them: closed classes, names, quotations and participles settled."""

from __future__ import annotations

from collections.abc import Sequence

from coder.languages.ar import closed, noun_classes, verb_classes
from coder.languages.ar.lexis import Lexis
from coder.model import Token

OPENING = {"«": "»", "(": ")", "[": "]", "“": "”", "{": "}", "‘": "’", "„": "“"}
QUOTES = frozenset('«“"”»')
_NO_NAMES = closed.words("باتجاه بواسطة")  # words of names, too
_NEAR = 8
#: words whose tag may be another to the grammar
_CLOSED = (
    closed.DEMONSTRATIVES
    | closed.RELATIVES
    | closed.SUBORDINATORS.keys()
    | closed.COMPLEMENTISERS
    | closed.QUANTIFIERS
    | closed.PREPOSITIONS
    | _NO_NAMES
    | {"ممن"}
)
_PAIR = closed.words("اثنان اثنين اثنتان اثنتين كلاهما")
#: perfects that look like masdars at the start of a clause
_TAKEN_FOR_NOUNS = closed.words("طعن دهس خطف قتل ضرب سجن ذبح جرح حرق أسر طرد")
_DID_NOT_ANSWER = closed.words("يرد ترد")
_TERMS = closed.words("سنوات سنة أشهر شهرا عاما أعوام")
_KILLED = closed.words("قتل جرح خطف أسر ذبح شنق صلب")
#: surnames of leaders that are common nouns
_SURNAMES = closed.words("الأسد البشير الصدر الحكيم الحص الهادي القائم")
_BEFORE_QUESTION = frozenset('.!؟?:«“"؛')
NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "PRON", "DET", "ADJ", "X"})


class View:
    """A sentence's tokens with the closed-class questions that chunks and clauses ask of them."""

    def __init__(self, tokens: Sequence[Token], lexis: Lexis) -> None:
        self.tokens = tokens
        self.size = len(tokens)
        self.lexis = lexis
        self.norms = [t.norm for t in tokens]
        self.pos = [self._pos(t) for t in tokens]
        self.participles: dict[int, str] = {}
        self._mark_names()
        self._mark_answers()
        self._mark_voiced()
        self._mark_duals()
        self._mark_initial_verbs()
        self._mark_participles()
        self.closing = self._match_quotes()
        self.opened = {close: start for start, close in self.closing.items()}

    def _pos(self, token: Token) -> str:
        """The tag the grammar goes by: closed classes win over the tagger."""
        norm, pos = token.norm, token.pos
        if norm not in _CLOSED or pos == "PUNCT":
            return "VERB" if pos == "AUX" else pos
        if norm in closed.DEMONSTRATIVES:
            return "DET"
        if norm in closed.RELATIVES or norm == "ممن":
            return "REL"
        if pos in ("PRON", "VERB", "AUX"):
            return "VERB" if pos == "AUX" else pos
        if norm in closed.SUBORDINATORS and pos != "PROPN":
            return "SCONJ"
        if norm in closed.COMPLEMENTISERS and pos != "NOUN":
            return "SCONJ"
        if pos == "SCONJ" and norm in closed.PREPOSITIONS:
            return "ADP"
        if norm in closed.QUANTIFIERS and pos != "PROPN":
            return "DET"
        if norm in closed.PREPOSITIONS and (pos in ("ADP", "NOUN", "ADV", "PART", "DET") or norm in _NO_NAMES):
            return "ADP"
        return pos

    def _mark_names(self) -> None:
        """Two or more unknown bare nouns in a row (or next to a name) are a foreign name."""
        for i in range(2, self.size - 1):
            if self._surname(i):
                self.pos[i] = self.tokens[i].pos = "PROPN"
        for i in range(2, self.size):
            if self.pos[i] == "PROPN" and self._belongs_to_nation(i):
                self.pos[i] = self.tokens[i].pos = "ADJ"
                self.tokens[i].feats["nisba"] = "yes"
        for i in range(1, self.size):
            if self.norms[i] in _SURNAMES and self._title(i - 1):
                self.pos[i] = self.tokens[i].pos = "PROPN"
        start = 0
        while start < self.size:
            end = start
            while end < self.size and (self.pos[end] == "PROPN" or self.unknown(end)):
                end += 1
            titled = end - start == 1 and self._title(start - 1)
            acting = (
                end - start == 1 and self.at(start - 1) == "VERB" and self.at(end) == "NOUN" and self.unknown(start)
            )
            if end - start > 1 or titled or acting:
                self.pos[start:end] = ["PROPN"] * (end - start)
            start = max(end, start + 1)

    def _mark_answers(self) -> None:
        """``لم يرد على الطلب``: did not answer, rather than did not want (``لم يرد أن``)."""
        for i in range(1, self.size - 1):
            if self.norms[i] in _DID_NOT_ANSWER and self.feat(i, "mood") == "j" and self.norms[i + 1] != "ان":
                self.tokens[i].lemma = "رد"

    def _mark_voiced(self) -> None:
        """``عبر الاتحاد عن قلقه``: at the start of a clause, with ``عن`` behind a noun, the verb and no "across"."""
        for i in range(self.size - 2):
            if self.norms[i] != "عبر" or self.pos[i] != "ADP" or not self._opens_clause(i):
                continue
            near = range(i + 2, min(i + _NEAR, self.size))
            end = next((k for k in near if self.pos[k] in ("PUNCT", "VERB", "SCONJ", "REL")), near.stop)
            if "عن" in self.norms[i + 2 : end]:
                self.pos[i] = self.tokens[i].pos = "VERB"
                self.tokens[i].feats = {"asp": "p", "gen": "m", "num": "s", "per": "3", "vox": "a", "src": "lex"}

    def _opens_clause(self, i: int) -> bool:
        before = i - 1 if i and self.norms[i - 1] in closed.CONJUNCTIONS else i
        return before == 0 or self.pos[before - 1] == "PUNCT"

    def _title(self, i: int) -> bool:
        """Whether a definite noun of persons stands at ``i``."""
        return i >= 0 and self.tokens[i].lemma in noun_classes.HUMAN_NOUNS and self.definite(i)

    def _belongs_to_nation(self, i: int) -> bool:
        """Whether a surname is the adjective of a nation behind an idafa whose head it agrees with
        (``وزير الخارجية السوداني``)."""
        if self.tokens[i].lemma not in noun_classes.NATIONAL or not self.definite(i):
            return False
        chain = self.pos[i - 1] == self.pos[i - 2] == "NOUN" and self.definite(i - 1) and not self.definite(i - 2)
        return chain and self.feat(i - 2, "gen") == self.feat(i, "gen") != self.feat(i - 1, "gen")

    def _mark_duals(self) -> None:
        """``قتلا`` behind a dual is the verb, not an accusative masdar."""
        dual = False
        for i, token in enumerate(self.tokens):
            if self.pos[i] in ("VERB", "SCONJ") or (self.pos[i] == "PUNCT" and token.text not in QUOTES):
                dual = False
            dual = dual or token.norm in _PAIR or (token.feats.get("num") == "d" and self.pos[i] in ("NOUN", "ADJ"))
            if not dual or self.pos[i] != "NOUN" or token.feats.get("tanwin") != "acc":
                continue
            if (bare := token.norm.removesuffix("ا")) in _KILLED:
                self.pos[i] = token.pos = "VERB"
                token.lemma = bare
                token.feats = {"asp": "p", "gen": "m", "num": "d", "per": "3", "vox": "u", "src": "lex"}

    def _mark_initial_verbs(self) -> None:
        """``طعن فلسطيني جنديا``: a bare masdar at the start, with an accusative behind its first noun phrase, is the
        verb; so is one before a person and a term of years (``سجن صحفي ثلاث سنوات``)."""
        for i, token in enumerate(self.tokens):
            first = i == 0 or (self.pos[i - 1] in ("PUNCT", "CCONJ") and i == 1)
            if not first or self.pos[i] != "NOUN" or token.norm not in _TAKEN_FOR_NOUNS:
                continue
            if self._acted_on_behind(i + 1) or self._term_behind(i + 1):
                self.pos[i] = token.pos = "VERB"
                token.lemma = token.norm
                token.feats = {"asp": "p", "gen": "m", "num": "s", "per": "3", "vox": "u", "src": "lex"}

    def _acted_on_behind(self, i: int) -> bool:
        """Whether an indefinite noun with its adjectives stands at ``i`` and right behind it an accusative person."""
        if self.at(i) not in ("NOUN", "ADJ") or self.definite(i) or self.feat(i, "tanwin"):
            return False
        k = i + 1
        while self.at(k) == "ADJ" and not self.definite(k) and not self.feat(k, "tanwin"):
            k += 1
        return self.at(k) in ("NOUN", "ADJ") and self.feat(k, "tanwin") == "acc" and self.at(k + 1) != "VERB"

    def _term_behind(self, i: int) -> bool:
        """Whether a person and a number of months or years follow."""
        k = i
        while self.at(k) in ("NOUN", "ADJ") and k < i + 3 and not self.feat(k, "tanwin"):
            k += 1
        return k > i and self.at(k) == "NUM" and self.norm(k + 1) in _TERMS

    def _surname(self, i: int) -> bool:
        """Whether what looks like a bare perfect ends a name between commas (``، فؤاد شكر،``)."""
        before, after = self.tokens[i - 2], self.tokens[i + 1]
        verb = self.pos[i] == "VERB" and self.feat(i, "asp") == "p" and len(self.norms[i]) == 3
        inserted = before.text in "،," and after.text in "،,"
        return verb and inserted and self.pos[i - 1] == "PROPN" and not self.definite(i - 1)

    def _mark_participles(self) -> None:
        """Participles that open a clause of their own after a comma: they are verbs here."""
        for i in range(1, self.size - 1):
            token = self.tokens[i]
            if token.norm.endswith(("ه", "ات")) and (verb := self._feminine(i)) is not None:
                self.participles[i] = verb
                self.pos[i] = "VERB"
                continue
            if not (token.norm.endswith(("ا", "ه", "ين")) or token.feats.get("tanwin")):
                continue
            verb = (
                verb_classes.PARTICIPLES.get(token.lemma)
                or verb_classes.PARTICIPLES.get(token.norm)
                or verb_classes.PARTICIPLES.get(token.norm.removesuffix("ا"))
            )
            if verb is None or token.pos not in ("ADJ", "NOUN", "VERB") or token.feats.get("def") == "yes":
                continue
            if token.norm == token.lemma and token.norm.endswith("ين"):
                continue
            following = self.pos[i + 1]
            governs = following in ("SCONJ", "PROPN") or (
                following == "NOUN" and self.tokens[i + 1].feats.get("def") == "yes"
            )
            if (
                (self.pos[i - 1] == "PUNCT" and (governs or following in ("ADP", "PRON", "DET")))
                or (self.pos[i - 1] == "PUNCT" and following == "NOUN" and self._oblique(i))
                or (governs and self.pos[i - 1] in ("NOUN", "ADJ", "PROPN", "PUNCT"))
                or (self._circumstantial(i, verb) and following in ("ADP", "NOUN", "DET"))
                or (verb in verb_classes.PREDICATIVE and following == "ADP" and self._predicative(i))
            ):
                self.participles[i] = verb
                self.pos[i] = "VERB"

    def _feminine(self, i: int) -> str | None:
        """The verb of a feminine participle in a clause of gathering (``اعتصمت أسر المعتقلين مطالبة السلطات``).

        The same letters are a masdar elsewhere; here nothing needs an object.
        """
        norm = self.norms[i]
        stem = norm.removesuffix("ه") if norm.endswith("ه") else norm.removesuffix("ات")
        verb = verb_classes.PARTICIPLES.get(stem) if stem != norm else None
        if verb is None or self.definite(i) or self.pos[i - 1] not in ("NOUN", "ADJ", "PROPN", "PUNCT"):
            return None
        above = next((k for k in range(i - 1, -1, -1) if self.pos[k] == "VERB"), -1)
        gathers = above >= 0 and self.tokens[above].lemma in verb_classes.GATHERING
        return (
            verb if gathers and self.feat(above, "gen") == "f" and self.at(i + 1) in ("NOUN", "ADP", "PROPN") else None
        )

    def _predicative(self, i: int) -> bool:
        """Whether the participle is what a pronoun on ``إن`` is said to be (``إنها مستعدة ل``)."""
        return self.enclitic(i - 1) and self.norm(i - 2) in closed.COPULAR_PARTICLES

    def _circumstantial(self, i: int, verb: str) -> bool:
        """An indefinite accusative plural behind a definite noun is no adjective of it (``تجمع العمال مطالبين``)."""
        if self.pos[i - 1] == "CCONJ" and self._oblique(i):
            if verb in verb_classes.SHOUTING and self.norms[i].endswith("ين") and "VERB" in self.pos[:i]:
                return True
            return any(k in self.participles for k in range(max(0, i - _NEAR), i))
        before = self.tokens[i - 1]
        behind = before.feats.get("def") == "yes" or self.pos[i - 1] == "PROPN"
        plural = self.norms[i].endswith("ين")
        feminine = self.norms[i].endswith("ه") and "VERB" in self.pos[:i]
        return behind and self.pos[i - 1] in ("NOUN", "ADJ", "PROPN") and (plural or feminine)

    def _oblique(self, i: int) -> bool:
        """Whether an indefinite participle shows by its ending that it is a circumstance (``، مرددين هتافات``)."""
        return self.norms[i].endswith("ين") or self.feat(i, "tanwin") == "acc"

    def unknown(self, i: int) -> bool:
        """Whether the word is a bare noun that neither the lexicon nor an ending explains: most likely a name."""
        token = self.tokens[i]
        feats = token.feats
        if (
            token.pos not in ("NOUN", "ADJ", "X")
            or feats.get("src") != "rule"
            or feats.get("def")
            or feats.get("tanwin")
            or feats.get("masdar")
        ):
            return False
        return (
            not token.norm.endswith(("ه", "ات", "ين", "ون"))
            and self.pos[i] in ("NOUN", "ADJ", "X")
            and not self.enclitic(i + 1)
        )

    def _match_quotes(self) -> dict[int, int]:
        """Index of the closing mark of each opening quote or bracket."""
        pairs: dict[int, int] = {}
        stack: list[tuple[int, str]] = []
        straight: int | None = None
        for i, token in enumerate(self.tokens):
            mark = token.text
            if self.pos[i] != "PUNCT":
                continue
            if mark == '"':
                if straight is None:
                    straight = i
                else:
                    pairs[straight], straight = i, None
            elif mark in OPENING:
                stack.append((i, OPENING[mark]))
            elif stack and any(close == mark for _, close in stack):
                while stack:
                    start, close = stack.pop()
                    if close == mark:
                        pairs[start] = i
                        break
        return pairs

    def questions(self) -> list[tuple[int, int]]:
        """The stretches of tokens that end in a question mark: from the last stop or the quotation that holds it."""
        found: list[tuple[int, int]] = []
        for i, token in enumerate(self.tokens):
            if token.text not in ("؟", "?"):
                continue
            start = i
            while start > 0 and self.tokens[start - 1].text not in _BEFORE_QUESTION:
                start -= 1
            found.append((start, i))
        return found

    def at(self, i: int) -> str:
        """The tag at ``i``; empty outside the sentence."""
        return self.pos[i] if 0 <= i < self.size else ""

    def norm(self, i: int) -> str:
        """The norm at ``i``; empty outside the sentence."""
        return self.norms[i] if 0 <= i < self.size else ""

    def feat(self, i: int, name: str) -> str:
        """A feature of the token at ``i``; empty where it has none."""
        return self.tokens[i].feats.get(name, "") if 0 <= i < self.size else ""

    def definite(self, i: int) -> bool:
        """Whether the word has its article."""
        return 0 <= i < self.size and self.tokens[i].feats.get("def") == "yes"

    def sound_plural(self, i: int) -> bool:
        """Whether the noun is a plural in ``ون`` or ``ين`` of its lemma (``معلمون``, ``محامين``; not ``سجون``)."""
        norm = self.norms[i]
        stem = (norm[2:] if self.definite(i) else norm)[:-2]
        return norm.endswith(("ون", "ين")) and self.tokens[i].lemma.removesuffix("ي") == stem.removesuffix("ي")

    def enclitic(self, i: int) -> bool:
        """Whether the token is a pronoun written on the word before it."""
        return 0 <= i < self.size and self.pos[i] == "PRON" and self.tokens[i].feats.get("clitic") == "enc"

    def standalone(self, i: int) -> bool:
        """Whether the word is a country or capital: complete as a name."""
        return self.norms[i] in self.lexis.standalone

    def lemma(self, i: int) -> str:
        """The lemma at ``i``."""
        if i in self.participles:
            return self.participles[i]
        return self.tokens[i].lemma if 0 <= i < self.size else ""
