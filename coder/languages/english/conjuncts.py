"""Joined verbs whose first conjunct a parser mistakes: *held a gang that was smuggling fuel and arrested five*."""

from __future__ import annotations

from coder.languages.english.tree import Tree

_SUBJECTS = ("nsubj", "nsubjpass")
_SPEECH = frozenset(
    "accuse appeal ask call criticise demand pledge promise refuse reject threaten thank urge vow warn".split()
)
_BARE = ("VB", "VBG")
_NOT_SPEAKING = frozenset({"PRON", "PROPN"})


def raise_conjuncts(tree: Tree) -> bool:
    """Hang joined past forms on the verb with which they go on.

    One joined to an infinitive or gerund goes on with the past form above (*a gang that was smuggling fuel and arrested
    five*, *accused it of an attack and recalled its envoy*, *urged them to show restraint and offered to mediate*);
    one of speech joined to what something was said to be goes on with who said so (*said the offer was an insult and
    demanded more*).
    """
    changed = False
    for v in range(len(tree.tokens)):
        if tree.dep[v] != "conj" or tree.tag[v] != "VBD" or any(True for _ in tree.kids(v, ("aux", *_SUBJECTS))):
            continue
        first = tree.head[v]
        if tree.tag[first] in _BARE:
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
    above = tree.head[bare]
    while tree.head[above] != above and tree.tag[above] != "VBD":
        above = tree.head[above]
    return above if joined else None


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
