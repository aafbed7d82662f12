"""Corrections of typical parser errors, made on the tree before frames are read off it."""

from __future__ import annotations

from coder.languages.english import closed_classes as closed
from coder.languages.english import conjuncts, disguises, infinitives, party_tags, word_classes
from coder.languages.english.tree import Tree

_FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
_CIRCUMSTANCES = frozenset({"DATE", "TIME", "PERCENT", "MONEY"})
_PLACES = frozenset({"GPE", "LOC", "FAC", "NORP"})
_ADJECTIVE_ENDINGS = ("an", "ish", "ese", "ic", "i", "ch", "ss", "ek")
_ON_VERBS = ("nsubj", "nsubjpass", "csubj", "expl", "neg", "advmod")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")


def repair(tree: Tree, event_nouns: frozenset[str]) -> None:
    """Apply every correction."""
    word_classes.wake_nouns(tree, event_nouns)
    if word_classes.rest_nouns(tree, event_nouns):
        tree.link()
    word_classes.part_visits(tree)
    word_classes.join_gerunds(tree, event_nouns)
    word_classes.settle_gerunds(tree, event_nouns)
    kept = tree.relations()
    for step in _STEPS:
        if step(tree):
            tree.link()
            if tree.is_cyclic():
                tree.restore(kept)
            kept = tree.relations()
    if _lift_agents(tree, event_nouns):
        tree.link()


def is_finite(tree: Tree, v: int) -> bool:
    """Whether the verb carries tense itself or through an auxiliary."""
    return tree.tag[v] in _FINITE_TAGS or any(tree.tag[c] in _FINITE_TAGS for c in tree.kids(v, ("aux", "auxpass")))


def _lift_from_auxiliaries(tree: Tree) -> bool:
    """A subject or negation that hangs on the auxiliary belongs to the verb."""
    changed = False
    for a in range(len(tree.tokens)):
        if tree.dep[a] in ("aux", "auxpass"):
            for c in tree.kids(a, _ON_VERBS):
                tree.attach(c, tree.head[a], tree.dep[c])
                changed = True
    return changed


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


def _reduce_relatives(tree: Tree) -> bool:
    """ "Hackers linked to Iran attacked banks", with "linked" as main verb: the finite verb behind it is."""
    changed = False
    for v in range(1, len(tree.tokens)):
        noun = tree.kid(v, "nsubj")
        if tree.tag[v] != "VBN" or noun is None or any(True for _ in tree.kids(v, ("aux", "auxpass", "dobj"))):
            continue
        if tree.edges(noun)[1] + 1 != v:
            continue
        for c in tree.kids(v, ("advcl", "ccomp", "conj", "dep", "parataxis")):
            closed_off = any(True for _ in tree.kids(c, (*_SUBJECTS, "mark", "cc"))) or tree.norm(c - 1) in (",", "and")
            if c > v and tree.tag[c] in ("VBD", "VBZ", "VBP") and not closed_off:
                tree.attach(c, c if tree.head[v] == v else tree.head[v], tree.dep[v])
                tree.attach(noun, c, "nsubj")
                for other in [k for k in tree.children[v] if k > c or tree.dep[k] == "punct"]:
                    tree.attach(other, c, tree.dep[other])
                tree.attach(v, noun, "acl")
                changed = True
                break
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
    """The last apposition or conjunct below a fronted prepositional phrase of ``v``, behind a comma."""
    fronted = [c for c in tree.kids(v, ("prep", "npadvmod", "advmod", "advcl")) if c < v]
    for top in reversed(fronted):
        _, at = tree.edges(top)
        while at not in (top, tree.head[at]):
            if tree.dep[at] == "appos" and tree.is_nominal(at) and at < v:
                left, _ = tree.edges(at)
                return at if left > 0 and tree.norm(left - 1) == "," else None
            if (
                tree.dep[at] == "conj"
                and tree.pos(at) == "PROPN"
                and at < v
                and tree.norm(tree.edges(at)[0] - 1) == ","
            ):
                return at  # *in a letter to Merkel, Barlow asked for help*
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
            above = _noun_above(tree, noun)
            if above is None or tree.label(noun) not in refused or tree.first_name(noun) is not None:
                break
            noun = above
        if noun != tree.head[v] and tree.label(noun) not in refused:
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


def _drop_far_appositions(tree: Tree) -> bool:
    """ "The man was charged with theft, assault", with "assault" as apposition of the man: a verb stands between."""
    changed = False
    for c in range(len(tree.tokens)):
        noun = tree.head[c]
        verb = tree.head[noun]
        if tree.dep[c] == "appos" and tree.dep[noun] in _SUBJECTS and noun < verb < c and tree.is_verb(verb):
            tree.attach(c, verb, "dep")
            changed = True
    return changed


def _part_countries(tree: Tree) -> bool:
    """ "Russia and Shiite militias", with Russia as modifier of the militias: two actors, unless it is a short form."""
    changed = False
    for c in range(len(tree.tokens)):
        noun = tree.head[c]
        if tree.pos(c) != "PROPN" or tree.dep[c] not in ("amod", "compound", "nmod"):
            continue
        other = tree.kid(c, "conj")
        joined = tree.kid(c, "cc")
        if other is None or joined is None or not c < joined < other < noun or tree.norm(joined) != "and":
            continue
        if tree.tokens[c].text.replace(".", "").isupper() or (tree.label(c), tree.label(other)) != ("GPE", "NORP"):
            continue
        head, dep = tree.head[noun], tree.dep[noun]
        tree.attach(c, c if head == noun else head, dep)
        tree.attach(other, noun, "amod")
        tree.attach(noun, c, "conj")
        tree.link()
        changed = True
    return changed


def _raise_accusations(tree: Tree) -> bool:
    """ "accused Syria of bombing", with "of" below Syria: it belongs to the verb."""
    changed = False
    for v in range(len(tree.tokens)):
        if not tree.is_verb(v) or tree.lemma(v) not in closed.PREPOSITION_CONTROL:
            continue
        agents = [c for p in tree.kids(v, ("agent",)) for c in tree.kids(p, ("pobj",))]
        objects = list(tree.kids(v, ("dobj",)))
        for noun in [*objects, *_conjuncts(tree, objects), *agents]:
            candidates = [p for p in tree.kids(noun, ("prep",)) if _is_charge(tree, v, noun, p)]
            if candidates:
                tree.attach(candidates[-1], v, "prep")
                changed = True
    return changed


def _conjuncts(tree: Tree, nouns: list[int]) -> list[int]:
    """What is coordinated with nouns ("accused the army and its allies of bombing")."""
    found = [c for n in nouns for c in tree.kids(n, ("conj",))]
    return found + (_conjuncts(tree, found) if found else [])


def _is_charge(tree: Tree, v: int, noun: int, p: int) -> bool:
    if tree.kid(p, "pcomp") is not None:
        return tree.norm(p) in ("of", "for", "from", "with", "into", "against")
    if tree.norm(p) != "of" or tree.lemma(v) not in closed.ACCUSING:
        return False
    others = [q for q in tree.kids(noun, ("prep",)) if tree.norm(q) == "of" and q < p]
    charge = tree.kid(p, "pobj")
    told = charge is not None and tree.lemma(charge) in closed.CHARGES
    return told or bool(others) or tree.pos(noun) in ("PROPN", "PRON")


def _give_back_infinitives(tree: Tree) -> bool:
    """ "rejected a call to release him", "used gas to disperse them": no argument of "rejected" and "used"."""
    changed = False
    for v in range(len(tree.tokens)):
        if tree.dep[v] not in ("xcomp", "advcl") or not _is_infinitive(tree, v):
            continue
        governor = tree.head[v]
        if tree.is_nominal(governor) and governor < v and tree.dep[v] == "advcl":
            tree.attach(v, governor, "acl")
            changed = True
        if not tree.is_verb(governor):
            continue
        noun = tree.kid(governor, "dobj")
        if noun is None or not governor < noun < v or any(True for _ in tree.kids(v, _SUBJECTS)):
            continue
        adjacent = tree.edges(noun)[1] + 1 == tree.edges(v)[0]
        if (
            tree.lemma(noun) in closed.INFINITIVE_NOUNS
            and adjacent
            and tree.lemma(governor) not in closed.OBJECT_CONTROL
        ):
            tree.attach(v, noun, "acl")
            changed = True
        elif tree.dep[v] == "xcomp" and tree.lemma(governor) in closed.INSTRUMENTAL:
            tree.attach(v, governor, "advcl")
            changed = True
    return changed


def _regroup_infinitives(tree: Tree) -> bool:
    """ "plotted to kill him and attack a base": the second bare verb goes with the first infinitive."""
    changed = False
    for v in range(len(tree.tokens)):
        g = tree.head[v]
        if tree.dep[v] != "conj" or tree.tag[v] != "VB" or tree.tag[g] not in ("VBD", "VBN", "VBZ", "VBG", "VBP"):
            continue
        if any(True for _ in tree.kids(v, ("aux", "auxpass", *_SUBJECTS))):
            continue
        first = _first_infinitive(tree, g, v)
        if first is not None:
            tree.attach(v, first, "conj")
            changed = True
    return changed


def _regroup_participles(tree: Tree) -> bool:
    """ "walked around him as he lay still and shooting": a bare participle does not go with a finite *as* clause."""
    changed = False
    for v in range(len(tree.tokens)):
        g = tree.head[v]
        if tree.dep[v] != "conj" or tree.tag[v] != "VBG" or tree.dep[g] != "advcl" or not is_finite(tree, g):
            continue
        if tree.tag[g] == "VBG" or any(True for _ in tree.kids(v, ("aux", "auxpass", *_SUBJECTS))):
            continue
        above = tree.head[g]
        if above != g and tree.is_verb(above):
            tree.attach(v, above, "conj" if tree.tag[above] == "VBG" else "advcl")
            changed = True
    return changed


def _first_infinitive(tree: Tree, g: int, before: int) -> int | None:
    """The infinitive below a verb, also below what it embeds: "admitted to having plotted to kill"."""
    for x in tree.children[g]:
        if x < before and tree.dep[x] == "xcomp" and _is_infinitive(tree, x):
            return x
        if x < before and tree.dep[x] in ("prep", "pcomp", "ccomp", "xcomp"):
            below = _first_infinitive(tree, x, before)
            if below is not None:
                return below
    return None


def _is_infinitive(tree: Tree, v: int) -> bool:
    return any(tree.tag[c] == "TO" for c in tree.kids(v, ("aux", "mark")))


def _move_agents(tree: Tree) -> bool:
    """ "was forced to leave by the army": the agent is that of the passive above."""
    changed = False
    for v in range(len(tree.tokens)):
        g = tree.head[v]
        if (
            tree.dep[v] != "xcomp"
            or tree.kid(g, "auxpass") is None
            or tree.kid(v, "auxpass") is not None
            or tree.tag[v] == "VBN"
        ):
            continue
        for p in tree.kids(v, ("prep", "agent")):
            noun = tree.kid(p, "pobj")
            if tree.norm(p) != "by" or noun is None or tree.kid(g, "agent") is not None:
                continue
            if tree.pos(noun) != "NUM" and tree.label(noun) not in _CIRCUMSTANCES:
                tree.attach(p, g, "agent")
                changed = True
    return changed


def _turn_conditions(tree: Tree) -> bool:
    """ "Should troops attack, ...", "... should troops attack": a condition, not what somebody says."""
    changed = False
    for v in range(len(tree.tokens)):
        if tree.dep[v] == "ccomp" and is_inverted(tree, v):
            tree.attach(v, tree.head[v], "advcl")
            changed = True
    return changed


def is_inverted(tree: Tree, v: int) -> bool:
    """Whether "should", "were" or "had" stands before the subject."""
    subject = next(tree.kids(v, ("nsubj", "nsubjpass")), None)
    if subject is None:
        return False
    return any(c < subject and tree.norm(c) in ("should", "were", "had") for c in tree.kids(v, ("aux", "auxpass")))


def _lift_agents(tree: Tree, event_nouns: frozenset[str]) -> bool:
    """ "the arrest of a dissident by police", with "by" below the dissident: it belongs to the arrest."""
    changed = False
    for p in range(len(tree.tokens)):
        if tree.norm(p) != "by" or tree.dep[p] != "prep":
            continue
        inner = tree.head[p]
        of = tree.head[inner]
        if (
            tree.dep[inner] == "pobj"
            and tree.norm(of) == "of"
            and {tree.lemma(tree.head[of]), tree.norm(tree.head[of])} & event_nouns
        ):
            tree.attach(p, tree.head[of], "prep")
            changed = True
    return changed


def _tell_fates(tree: Tree) -> bool:
    """ "took 20 villagers hostage", "left six dead": what became of the object, however the parser hangs it."""
    changed = False
    for c in range(2, len(tree.tokens)):
        if tree.norm(c) not in closed.FATES or any(True for _ in tree.kids(c, ("det", "poss", "nummod"))):
            continue
        v = tree.head[c]
        while not tree.is_verb(v) and tree.head[v] != v and tree.dep[v] in ("dobj", "pobj", "prep"):
            v = tree.head[v]
        victims = [o for o in tree.kids(v, ("dobj", "nsubjpass")) if o < c]
        if not tree.is_verb(v) or tree.lemma(v) not in closed.FATEFUL or c < v or not victims or tree.dep[c] == "oprd":
            continue
        if tree.dep[c] not in _FATE_RELATIONS or tree.edges(victims[-1])[0] > c or _is_followed_by_noun(tree, c):
            continue
        for p in list(tree.kids(c, ("prep",))):
            tree.attach(p, v, "prep")
        tree.attach(c, v, "oprd")
        changed = True
    return changed


def _is_followed_by_noun(tree: Tree, c: int) -> bool:
    return c + 1 < len(tree.tokens) and tree.pos(c + 1) in ("NOUN", "PROPN", "ADJ")


def _split_datives(tree: Tree) -> bool:
    """ "gave Lebanon food", read as food of some kind: Lebanon is the recipient."""
    changed = False
    for v in range(len(tree.tokens)):
        if not tree.is_verb(v) or tree.lemma(v) not in closed.DATIVE or tree.kid(v, "dative") is not None:
            continue
        thing = tree.kid(v, "dobj")
        recipient = None if thing is None else _swallowed_recipient(tree, v, thing)
        if thing is None or recipient is None:
            continue
        for c in tree.children[thing]:
            if c < recipient:
                tree.attach(c, recipient, tree.dep[c])
        tree.attach(recipient, v, "dative")
        tree.tokens[recipient].pos = tree.pos(recipient).replace("ADJ", "PROPN")
        changed = True
    return changed


def _swallowed_recipient(tree: Tree, v: int, thing: int) -> int | None:
    """The name that stands between a verb of giving and what is given, or before "permission" and the like."""
    if tree.edges(thing)[0] != v + 1:
        return None
    before = thing - 1
    if tree.lemma(thing) in closed.GRANTED and tree.head[before] == thing and tree.dep[before] == "compound":
        return before if tree.is_nominal(before) else None
    last = v + 1
    while last + 1 < thing and (label := tree.label(last + 1)) is not None and label == tree.label(last):
        last += 1
    name = tree.tokens[last].text
    if last >= thing or tree.head[last] != thing or tree.dep[last] not in ("compound", "nmod", "amod"):
        return None
    if not name[:1].isupper() or (name.replace(".", "").isupper() and len(name) < 6) or tree.label(last) == "NORP":
        return None
    return last if tree.label(last) is not None or not tree.norm(last).endswith(_ADJECTIVE_ENDINGS) else None


def _settle_places(tree: Tree) -> bool:
    """ "rescued migrants off Sicily", with "off" as particle: a name behind it makes it a preposition."""
    changed = False
    for p in range(len(tree.tokens) - 1):
        place = p + 1
        behind = tree.dep[place] in ("advmod", "npadvmod") and tree.head[place] == tree.head[p]
        if tree.dep[p] == "prt" and behind and tree.label(place) in _PLACES:
            tree.attach(p, tree.head[p], "prep")
            tree.attach(place, p, "pobj")
            tree.tokens[p].pos, tree.tokens[place].pos = "ADP", "PROPN"
            changed = True
    return changed


_FATE_RELATIONS = ("dobj", "appos", "npadvmod", "advcl", "amod", "acl", "advmod", "ccomp", "acomp", "xcomp")
_STEPS = (
    party_tags.drop_party_tags,
    word_classes.join_modals,
    _lift_from_auxiliaries,
    word_classes.join_hyphenated,
    word_classes.wake_attributes,
    _hand_over_subjects,
    disguises.settle_disguises,
    _reduce_relatives,
    _free_subjects,
    _raise_relatives,
    _raise_results,
    conjuncts.raise_conjuncts,
    conjuncts.join_names,
    _drop_far_appositions,
    _part_countries,
    _raise_accusations,
    _give_back_infinitives,
    infinitives.settle_asked,
    infinitives.settle_gerunds,
    infinitives.settle_messages,
    _regroup_infinitives,
    _regroup_participles,
    _move_agents,
    _turn_conditions,
    word_classes.wake_participles,
    _split_datives,
    _tell_fates,
    _settle_places,
)
