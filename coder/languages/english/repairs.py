"""Corrections of typical parser errors, made on the tree before frames are read off it."""

from __future__ import annotations

from coder.languages.english import closed_classes as closed
from coder.languages.english.tree import Tree

_PREFIXES = frozenset({"co", "re", "pre", "counter", "mis", "de", "over", "under", "cross"})
_FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
_CIRCUMSTANCES = frozenset({"DATE", "TIME", "PERCENT", "MONEY"})
_PLACES = frozenset({"GPE", "LOC", "FAC", "NORP"})
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")


def repair(tree: Tree) -> None:
    """Apply every correction."""
    for step in (
        _join_prefixed_verbs,
        _hand_over_subjects,
        _free_subjects,
        _raise_relatives,
        _raise_results,
        _raise_accusations,
    ):
        if step(tree):
            tree.link()


def is_finite(tree: Tree, v: int) -> bool:
    """Whether the verb carries tense itself or through an auxiliary."""
    return tree.tag[v] in _FINITE_TAGS or any(tree.tag[c] in _FINITE_TAGS for c in tree.kids(v, ("aux", "auxpass")))


def _join_prefixed_verbs(tree: Tree) -> bool:
    """ "re-elected" comes as three tokens, any of which may be the parser's head: make it the last."""
    changed = False
    for hyphen in range(1, len(tree.tokens) - 1):
        prefix, verb = hyphen - 1, hyphen + 1
        if tree.norm(hyphen) != "-" or tree.norm(prefix) not in _PREFIXES or not _is_participle_or_verb(tree, verb):
            continue
        three = (prefix, hyphen, verb)
        top = next((t for t in three if tree.head[t] not in three or tree.head[t] == t), verb)
        head, dep = tree.head[top], tree.dep[top]
        for t in (prefix, hyphen):
            for c in tree.children[t]:
                if c not in three:
                    tree.attach(c, verb, tree.dep[c])
            tree.attach(t, verb, "compound")
        tree.attach(verb, verb if head == top else head, dep)
        tree.tokens[verb].pos = "VERB"
        tree.link()
        changed = True
    return changed


def _is_participle_or_verb(tree: Tree, i: int) -> bool:
    return tree.tag[i].startswith("VB") and tree.dep[i] != "amod"


def _hand_over_subjects(tree: Tree) -> bool:
    """ "said the convoy was hit", with the convoy as object of "said": it is the subject of "was hit"."""
    changed = False
    for c in range(len(tree.tokens)):
        if tree.dep[c] != "ccomp" or not tree.is_verb(c) or not is_finite(tree, c):
            continue
        v = tree.head[c]
        noun = tree.kid(v, "dobj")
        if noun is None or not v < noun < c or any(True for _ in tree.kids(c, (*_SUBJECTS, "mark"))):
            continue
        if not any(tree.dep[k] in ("punct", "cc") and noun < k < c for k in tree.children[v]):
            passive = any(tree.dep[k] == "auxpass" for k in tree.children[c])
            tree.attach(noun, c, "nsubjpass" if passive else "nsubj")
            changed = True
    return changed


def _free_subjects(tree: Tree) -> bool:
    """ "After the raid, Iran fired missiles", with Iran as apposition of the raid: it is the subject."""
    changed = False
    for v in range(len(tree.tokens)):
        if not tree.is_verb(v) or tree.dep[v] not in ("ROOT", "ccomp", "conj", "advcl", "parataxis"):
            continue
        if not is_finite(tree, v) or any(True for _ in tree.kids(v, _SUBJECTS)):
            continue
        noun = _trapped_noun(tree, v)
        if noun is not None:
            passive = any(tree.dep[k] == "auxpass" for k in tree.children[v])
            tree.attach(noun, v, "nsubjpass" if passive else "nsubj")
            changed = True
    return changed


def _trapped_noun(tree: Tree, v: int) -> int | None:
    """The last apposition below a fronted prepositional phrase of ``v``, behind a comma."""
    fronted = [c for c in tree.kids(v, ("prep", "npadvmod", "advmod", "advcl")) if c < v]
    for top in reversed(fronted):
        _, at = tree.edges(top)
        while at not in (top, tree.head[at]):
            if tree.dep[at] == "appos" and tree.is_nominal(at) and at < v:
                left, _ = tree.edges(at)
                return at if left > 0 and tree.norm(left - 1) == "," else None
            at = tree.head[at]
    return None


def _raise_relatives(tree: Tree) -> bool:
    """ "a pact on Monday that ended the war": a day is no antecedent, and "who" is no place."""
    changed = False
    for v in range(len(tree.tokens)):
        if tree.dep[v] != "relcl" or not tree.is_verb(v):
            continue
        refused = _CIRCUMSTANCES | _PLACES if _is_about_a_person(tree, v) else _CIRCUMSTANCES
        if any(tree.tag[c] == "WRB" for c in tree.children[v]):
            continue
        noun = tree.head[v]
        for _ in range(3):
            if tree.labels.get(noun) not in refused or tree.first_names.get(noun) is not None:
                break
            above = _noun_above(tree, noun)
            if above is None:
                break
            noun = above
        if noun != tree.head[v] and tree.labels.get(noun) not in refused:
            tree.attach(v, noun, "relcl")
            changed = True
    return changed


def _is_about_a_person(tree: Tree, v: int) -> bool:
    return any(tree.norm(c) in closed.PERSON_PRONOUNS for c in tree.kids(v, ("nsubj", "nsubjpass", "dobj")))


def _noun_above(tree: Tree, noun: int) -> int | None:
    """The noun before: the one that ``noun`` modifies, else the object or subject of its verb."""
    p = tree.head[noun]
    if tree.dep[noun] == "appos" and tree.is_nominal(p):
        return p
    if tree.dep[noun] == "pobj":
        above = tree.head[p]
    elif tree.dep[noun] == "npadvmod":
        above = p
    else:
        return None
    if tree.is_nominal(above):
        return above if above < noun else None
    before = [c for c in tree.kids(above, ("dobj", "nsubjpass", "nsubj")) if c < noun and tree.is_nominal(c)]
    return before[-1] if before else None


def _raise_results(tree: Tree) -> bool:
    """ "shelled the town, killing five": it is not the town that kills."""
    changed = False
    for v in range(2, len(tree.tokens)):
        if (
            tree.dep[v] != "acl"
            or tree.tag[v] != "VBG"
            or tree.lemma(v) not in closed.RESULTS
            or tree.norm(v - 1) != ","
        ):
            continue
        at = tree.head[v]
        while not tree.is_verb(at) and tree.head[at] != at:
            at = tree.head[at]
        if tree.is_verb(at) and at < v:
            tree.attach(v, at, "advcl")
            changed = True
    return changed


def _raise_accusations(tree: Tree) -> bool:
    """ "accused Syria of bombing", with "of" below Syria: it belongs to the verb."""
    changed = False
    for v in range(len(tree.tokens)):
        if not tree.is_verb(v) or tree.lemma(v) not in closed.PREPOSITION_CONTROL:
            continue
        for noun in tree.kids(v, ("dobj",)):
            candidates = [p for p in tree.kids(noun, ("prep",)) if _is_charge(tree, v, noun, p)]
            if candidates:
                tree.attach(candidates[-1], v, "prep")
                changed = True
    return changed


def _is_charge(tree: Tree, v: int, noun: int, p: int) -> bool:
    if tree.kid(p, "pcomp") is not None:
        return tree.norm(p) in ("of", "for", "from", "with", "into", "against")
    if tree.norm(p) != "of" or tree.lemma(v) not in closed.ACCUSING:
        return False
    others = [q for q in tree.kids(noun, ("prep",)) if tree.norm(q) == "of" and q < p]
    return bool(others) or tree.pos(noun) in ("PROPN", "PRON")
