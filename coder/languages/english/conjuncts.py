"""Joined verbs whose first conjunct a parser mistakes: *held a gang that was smuggling fuel and arrested five*."""

from __future__ import annotations

from coder.languages.english.tree import Tree

_SUBJECTS = ("nsubj", "nsubjpass")


def raise_conjuncts(tree: Tree) -> bool:
    """A past form joined to the progressive of a relative clause goes on with the verb that governs its noun."""
    changed = False
    for v in range(len(tree.tokens)):
        if tree.dep[v] != "conj" or tree.tag[v] != "VBD" or any(True for _ in tree.kids(v, ("aux", *_SUBJECTS))):
            continue
        relative = tree.head[v]
        main = tree.head[tree.head[relative]] if tree.dep[relative] == "relcl" else relative
        if tree.dep[relative] != "relcl" or tree.tag[relative] != "VBG" or tree.dep[tree.head[relative]] != "dobj":
            continue
        if tree.tag[main] == "VBD" and any(True for _ in tree.kids(main, _SUBJECTS)):
            tree.attach(v, main, "conj")
            changed = True
    return changed
