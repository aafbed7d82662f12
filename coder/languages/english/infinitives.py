"""Infinitives that say what somebody is asked for: arguments of their verb, which the parser often calls adverbial."""

from __future__ import annotations

from coder.languages.english import closed_classes as closed
from coder.languages.english.tree import Tree

_ADDRESSING = ("on", "upon", "to", "with")
_OBJECTS = ("dobj", "nsubjpass")


def settle_asked(tree: Tree) -> bool:
    """ "pressed Mali to free them", "appealed to donors to send food": what is wanted, not what it is done for."""
    changed = False
    for v in range(len(tree.tokens)):
        if tree.dep[v] != "advcl" or tree.tag[v] != "VB" or not _is_asked(tree, tree.head[v], v):
            continue
        tree.attach(v, tree.head[v], "xcomp")
        changed = True
    return changed


def settle_gerunds(tree: Tree) -> bool:
    """ "ruled out sending troops": a gerund right behind such a verb is its object and no circumstance."""
    changed = False
    for v in range(1, len(tree.tokens)):
        g = tree.head[v]
        if tree.dep[v] != "advcl" or tree.tag[v] != "VBG" or tree.lemma(g) not in closed.GERUND_OBJECTS:
            continue
        if v - 1 == g or (v - 2 == g and tree.dep[v - 1] == "prt"):
            tree.attach(v, g, "xcomp")
            changed = True
    return changed


def settle_messages(tree: Tree) -> bool:
    """ "wrote to voters urging them to stay": who writes urges, for nobody urges *them* by their own word."""
    changed = False
    for v in range(len(tree.tokens)):
        noun = tree.head[v]
        if tree.dep[v] != "acl" or tree.tag[v] != "VBG" or tree.lemma(v) not in closed.MESSAGES:
            continue
        to = tree.head[noun]
        verb = tree.head[to]
        if tree.dep[noun] != "pobj" or tree.norm(to) != "to" or not tree.is_verb(verb) or not verb < to:
            continue
        if any(tree.norm(o) in closed.OTHERS for o in _addressed(tree, v)):
            tree.attach(v, verb, "advcl")
            changed = True
    return changed


def _addressed(tree: Tree, v: int) -> list[int]:
    """Whom a verb addresses: its object, or what stands behind *on* or *to* (*calling on them*)."""
    behind = [o for p in tree.kids(v, ("prep",)) if tree.norm(p) in _ADDRESSING for o in tree.kids(p, ("pobj",))]
    below = [s for c in tree.kids(v, ("ccomp", "xcomp")) for s in tree.kids(c, ("nsubj",))]
    return [*tree.kids(v, ("dobj", "dative")), *behind, *below]


def _is_asked(tree: Tree, asking: int, v: int) -> bool:
    if not asking < v or not tree.is_verb(asking):
        return False
    to = [a for a in tree.kids(v, ("aux",)) if tree.norm(a) == "to"]
    if not to or tree.norm(to[0] - 1) in (",", "order") or any(True for _ in tree.kids(v, ("nsubj", "mark"))):
        return False
    lemma = tree.lemma(asking)
    if lemma in closed.ASKING and any(n < v for n in tree.kids(asking, _OBJECTS)):
        return True
    if lemma not in closed.APPEALING or tree.lemma(v) in closed.VISITING or tree.kid(asking, "dobj") is not None:
        return False
    addressed = (p for p in tree.kids(asking, ("prep",)) if asking < p < v and tree.norm(p) in _ADDRESSING)
    return any(tree.norm(n) not in closed.WEEKDAYS for p in addressed for n in tree.kids(p, ("pobj",)))
