"""*Gunmen disguised as doctors stormed a clinic*: the parser makes the doctors storm it, in a clause with *as*."""

from __future__ import annotations

from coder.languages.english.tree import Tree

_DISGUISING = frozenset({"disguise", "dress", "pose", "masquerade", "clothe"})
_AS = "as"
_FINITE = ("VBD", "VBZ", "VBP")


def settle_disguises(tree: Tree) -> bool:
    """What somebody is disguised as hangs on *as*; who wears the disguise is the subject of the verb behind it."""
    changed = False
    for v in range(1, len(tree.tokens) - 2):
        if tree.norm(v + 1) != _AS or tree.lemma(v) not in _DISGUISING:
            continue
        worn = tree.kid(v, "nsubj") if tree.dep[v] == "ROOT" else tree.head[v]
        if worn is None or not worn < v or not tree.is_nominal(worn):
            continue
        verb = tree.head[v + 1] if tree.dep[v + 1] == "mark" else tree.head[worn]
        if not v < verb or tree.tag[verb] not in _FINITE:
            continue
        guise = next((n for n in tree.kids(verb, ("nsubj",)) if v + 1 < n < verb), None)
        if guise is None or any(tree.norm(t) == "," for t in range(v, verb)):
            continue
        _part(tree, worn, v, guise, verb)
        changed = True
    return changed


def _part(tree: Tree, worn: int, v: int, guise: int, verb: int) -> None:
    top = v if tree.dep[v] == "ROOT" else worn
    if tree.head[worn] != verb:
        head, dep = tree.head[top], tree.dep[top]
        tree.attach(verb, verb if head == top else head, dep)
        for other in [k for k in tree.children[top] if k > verb]:
            tree.attach(other, verb, tree.dep[other])
    tree.attach(worn, verb, "nsubj")
    tree.attach(v, worn, "acl")
    tree.attach(v + 1, v, "prep")
    tree.attach(guise, v + 1, "pobj")
