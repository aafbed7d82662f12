"""Joined verbs whose first conjunct a parser mistakes: *held a gang that was smuggling fuel and arrested five*."""

from __future__ import annotations

from coder.languages.english.tree import Tree

_SUBJECTS = ("nsubj", "nsubjpass")
_SPEECH = frozenset(
    "accuse appeal ask call criticise demand pledge promise refuse reject threaten thank urge vow warn".split()
)
_NOT_SPEAKING = frozenset({"PRON", "PROPN"})


def raise_conjuncts(tree: Tree) -> bool:
    """Hang joined past forms on the verb with which they go on.

    One joined to the progressive of a relative clause goes on with the verb that governs its noun; one of speech joined
    to what something was said to be goes on with who said so (*said the offer was an insult and demanded more*).
    """
    changed = False
    for v in range(len(tree.tokens)):
        if tree.dep[v] != "conj" or tree.tag[v] != "VBD" or any(True for _ in tree.kids(v, ("aux", *_SUBJECTS))):
            continue
        first = tree.head[v]
        main = _saying(tree, v, first) if tree.dep[first] == "ccomp" else _past_relative(tree, first)
        if main is not None and tree.tag[main] == "VBD" and any(True for _ in tree.kids(main, _SUBJECTS)):
            tree.attach(v, main, "conj")
            changed = True
    return changed


def _past_relative(tree: Tree, relative: int) -> int | None:
    """The verb that governs the noun of a relative clause in the progressive."""
    noun = tree.head[relative]
    described = tree.dep[relative] == "relcl" and tree.tag[relative] == "VBG" and tree.dep[noun] == "dobj"
    return tree.head[noun] if described else None


def _saying(tree: Tree, verb: int, said: int) -> int | None:
    """The verb of saying above *X was*, if what is joined is an act of speech and X has no name."""
    if tree.tokens[verb].lemma not in _SPEECH or tree.tokens[said].lemma != "be":
        return None
    subject = next(tree.kids(said, _SUBJECTS), None)
    speaks = subject is None or tree.tokens[subject].pos in _NOT_SPEAKING
    return None if speaks else tree.head[said]
