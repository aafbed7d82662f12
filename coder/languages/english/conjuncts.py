"""Joined verbs whose first conjunct a parser mistakes: *held a gang that was smuggling fuel and arrested five*."""

from __future__ import annotations

from coder.languages.english.tree import Tree

_SUBJECTS = ("nsubj", "nsubjpass")
_SPEECH = frozenset(
    "accuse appeal ask call criticise demand pledge promise refuse reject threaten thank urge vow warn".split()
)
_BARE = ("VB", "VBG")
_NOT_SPEAKING = frozenset({"PRON", "PROPN"})
_PLURAL_FORMS = ("VBP", "VB")
_LONGEST_NAME = 3


def join_names(tree: Tree) -> bool:
    """*Russia, France to cooperate*: a headline's comma joins two states before a verb in the plural or with *to*.

    *Russia, France says* and *in Paris, France plans* stay.
    """
    comma = next((i for i in range(1, min(_LONGEST_NAME + 1, len(tree.tokens) - 2)) if tree.norm(i) == ","), None)
    if comma is None or tree.pos(comma - 1) != "PROPN":
        return False
    first = comma - 1
    while tree.dep[first] == "compound" and tree.head[first] < comma:
        first = tree.head[first]
    verb = tree.head[first]
    second = next((c for c in tree.kids(verb, ("nsubj",)) if c > comma), None)
    if second is None or tree.dep[first] not in ("npadvmod", "nsubj") or tree.pos(second) != "PROPN":
        return False
    behind = tree.edges(second)[1] + 1
    side_by_side = tree.edges(first) == (0, comma - 1) and tree.edges(second)[0] == comma + 1
    infinitive = tree.norm(behind) == "to" and behind + 1 == verb
    if not side_by_side or tree.tag[verb] not in _PLURAL_FORMS or not (behind == verb or infinitive):
        return False
    if (tree.label(first), tree.label(second)) != ("GPE", "GPE"):
        return False
    tree.attach(first, verb, "nsubj")
    tree.attach(second, first, "conj")
    return True


def raise_conjuncts(tree: Tree) -> bool:
    """Hang joined past forms on the verb with which they go on.

    One joined to an infinitive or gerund, or to what may be, goes on with the past form above (*a gang that was
    smuggling fuel and arrested five*, *accused it of an attack and recalled its envoy*, *urged them to show restraint
    and offered to mediate*, *said that talks could fail and blamed the rebels*);
    one of speech joined to what something was said to be goes on with who said so (*said the offer was an insult and
    demanded more*).
    """
    changed = False
    for v in range(len(tree.tokens)):
        if tree.dep[v] != "conj" or tree.tag[v] != "VBD" or any(True for _ in tree.kids(v, ("aux", *_SUBJECTS))):
            continue
        first = tree.head[v]
        if tree.tag[first] in _BARE or _modal(tree, first):
            main = _past_above(tree, first)
        else:
            main = _saying(tree, v, first) if tree.dep[first] == "ccomp" else None
        if main is not None and tree.tag[main] == "VBD" and any(True for _ in tree.kids(main, _SUBJECTS)):
            tree.attach(v, main, "conj")
            changed = True
    return changed


def _past_above(tree: Tree, bare: int) -> int | None:
    """The past form above an infinitive or gerund, with which no past form can be joined; None if that is unsure."""
    own = any(True for _ in tree.kids(bare, _SUBJECTS))
    described = tree.dep[bare] == "relcl" and tree.dep[tree.head[bare]] == "dobj"
    auxiliaries = [tree.tokens[a].norm for a in tree.kids(bare, ("aux",))]
    joined = not own and auxiliaries == ["to"] if tree.tag[bare] == "VB" else described or not (own or auxiliaries)
    joined = joined or _modal(tree, bare)
    above = tree.head[bare]
    while tree.head[above] != above and tree.tag[above] != "VBD":
        above = tree.head[above]
    return above if joined else None


def _modal(tree: Tree, verb: int) -> bool:
    """Whether a verb has an auxiliary like *could*, behind which a past form cannot stand."""
    return tree.dep[verb] == "ccomp" and any(tree.tag[a] == "MD" for a in tree.kids(verb, ("aux",)))


def _saying(tree: Tree, verb: int, said: int) -> int | None:
    """The verb of saying above *X was*, if what is joined is an act of speech and X has no name, or behind a comma."""
    if tree.tokens[said].lemma != "be":
        return None
    if tree.tokens[verb - 1].norm == "and" and tree.tokens[verb - 2].norm == ",":
        return tree.head[said]
    if tree.tokens[verb].lemma not in _SPEECH:
        return None
    subject = next(tree.kids(said, _SUBJECTS), None)
    speaks = subject is None or tree.tokens[subject].pos in _NOT_SPEAKING
    return None if speaks else tree.head[said]
