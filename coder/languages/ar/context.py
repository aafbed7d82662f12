"""Choosing one reading for each word from its neighbours.

A reading has a cost of its own (how unusual it is by itself), and following another reading has a cost by the rules
here. The cheapest sequence wins (Viterbi), so each choice can be explained by a handful of small numbers.
"""

from __future__ import annotations

from collections.abc import Sequence

from coder.languages.ar.noun_classes import standalone_names
from coder.languages.ar.reading import Reading
from coder.languages.ar.verb_classes import PARTICIPLES, REPORT_VERBS

_OPEN, _MASDAR, _MODAL = 1, 2, 4
_INFINITE = float("inf")
START = Reading("", 0, "", "", "", "PUNCT")
_ONLY_VERB = frozenset({"قد", "لم", "لن", "سوف"})
_JUSSIVE = frozenset({"لم", "لا", "ل"})
_SUBJUNCTIVE = frozenset({"ان", "لن", "لم", "لا", "ل", "كي", "حتي", "الا", "لئلا"})
_LIKE_WITH_LIKE = frozenset({"او", "ام", "و", "ف"})
_AUXILIARIES = frozenset("كان ليس اصبح ظل زال بات صار كاد بدا اخذ عاد راح امسي اضحي اوشك شرع جعل مازال يكون".split())
_BEFORE_MASDAR = frozenset("امكن وجب تم انبغي تعين جاز جدد كثف استانف".split())
_LIKE_PERFECTS = frozenset("قتل خطف قصف ذبح ضرب طعن جرح سلب نهب".split())
_OF_PERSONS = frozenset("مقتل مصرع اصابه اعتقال اغتيال خطف اختطاف توقيف احتجاز استشهاد وفاه جثه جثمان اعدام".split())
_BODIES = frozenset("الجيش الحكومه الشرطه البرلمان المعارضه الرئيس الوزير القضاء الدوله السلطه السلطات القوات".split())
_TIMES_OF_DAY = frozenset({"فجر", "ظهر", "عصر"})
_PAIR_FIRSTS = _TIMES_OF_DAY | {"فقد", "قد", "رجب", "جهات", "اي", "وردت"}
_ARRIVED = "وردت"
_ARRIVING = frozenset("نبا خبر معلومه تقرير اسم شكوي رساله كلمه عباره اشاره تصريح اتصال بلاغ طلب".split())
_DAYS = frozenset("امس اليوم غد الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت".split())
_BEFORE_CLAUSE = frozenset("بعد قبل منذ الي حتي دون بدون علي عن من ب ل رغم لولا مقابل قبيل".split())


def is_definite(reading: Reading) -> bool:
    """Whether an adjective that belongs to this word must have the article."""
    return reading.pos == "PROPN" or bool(reading.enclitic) or "def" in reading.feats


def agrees(noun: Reading, adjective: Reading) -> bool:
    """Gender and number agreement as far as it can be told: plurals of things take the feminine singular."""
    gender, number = noun.feats.get("gen"), noun.feats.get("num")
    other, many = adjective.feats.get("gen"), adjective.feats.get("num")
    if noun.pos == "PROPN" or "elative" in adjective.feats:
        return True
    if number == "p":
        return many == "p" or (other == "f" and many == "s")
    if number == "d":
        return many in ("d", "p")
    return other == gender and many == "s"


_PORTFOLIOS = frozenset("خارجيه داخليه ماليه عدل دفاع".split())
_MINISTER = "وزير"


def _after_particle(lemma: str, after: Reading) -> float:
    if lemma == "غير":
        return 2.0 if after.pos == "VERB" else 0.0
    if lemma == "قد" and after.feats.get("asp") == "i":
        return 0.1
    if after.pos != "VERB":
        return 2.0 if lemma in _ONLY_VERB else 0.2
    aspect = after.feats.get("asp")
    if lemma in ("لم", "لن", "سوف") and aspect != "i":
        return 2.5
    return 0.0


def _after_subordinator(before: Reading, after: Reading) -> float:
    governs = before.feats.get("governs")
    if governs in ("imperfect", "perfect"):
        fits = after.pos == "PART" or after.feats.get("asp") == ("i" if governs == "imperfect" else "p")
        return 0.0 if fits else 0.6
    if governs == "noun":
        if after.pos == "NOUN" and "def" not in after.feats:
            return 0.2
        return {"VERB": 0.5, "ADJ": 0.5}.get(after.pos, 0.0)
    if after.pos == "NOUN" and "def" not in after.feats and not after.enclitic:
        return 0.3
    return {"VERB": 0.0, "ADJ": 0.6, "ADP": 0.0}.get(after.pos, 0.1)


def _mood(left: str, after: Reading) -> float:
    """Short forms want the particle that governs them."""
    mood = after.feats.get("mood")
    if left == "لم" and after.feats.get("asp") == "i":
        return 0.0 if mood else 0.1
    if mood == "j" and left not in _JUSSIVE:
        return 2.0
    if mood == "s" and left not in _SUBJUNCTIVE:
        return 0.6
    return 0.0


def _adjective(before: Reading, after: Reading) -> float:
    if "elative" in after.feats and "def" not in after.feats:
        return 0.1
    if before.pos not in ("NOUN", "PROPN", "ADJ", "NUM") and not before.enclitic:
        heads = "tanwin" in after.feats or ("def" in after.feats and after.feats.get("num") == "p")
        return 0.4 if heads else 0.8
    if before.pos == "NUM":
        return 0.4
    if before.lemma == _MINISTER and after.norm in _PORTFOLIOS and "def" not in before.feats:
        return 0.8  # وزراء خارجية مصر والأردن
    if "construct" in after.feats and "part" in after.feats:
        return 0.8  # a noun of its own: أيدي مسلحي التنظيم
    if is_definite(before) and "def" not in after.feats and after.norm.endswith("ين") and after.lemma in PARTICIPLES:
        return 0.2  # a circumstance: تجمع العمال مطالبين
    if is_definite(before) != ("def" in after.feats):
        return 0.55 if is_definite(before) else 0.7
    if before.pos == "PROPN":
        return 0.5 if after.feats.get("num") in ("d", "p") else 0.0
    if before.lemma in _LIKE_PERFECTS and _is_bare_masdar(before) and "part" in after.feats:
        return 0.7
    if _cases_clash(before, after):
        return 0.8
    return -0.1 if agrees(before, after) else 0.3


def _may_be_subject(verb: Reading, noun: Reading) -> bool:
    """Whether they agree: a feminine verb has no masculine singular or sound plural, a masculine verb no "the (f.)"."""
    gender, number = noun.feats.get("gen"), noun.feats.get("num")
    if noun.pos == "PROPN" or noun.enclitic or "tanwin" in noun.feats:
        return True
    if verb.feats.get("gen") == "f":
        return gender != "m" or (number == "p" and not noun.norm.endswith(("ون", "ين")))
    woman = noun.norm.endswith("ه") and noun.norm[:-1] == noun.lemma  # أطلق قناصة: several men
    return not (gender == "f" and number == "s" and (woman or "def" in noun.feats) and verb.feats.get("num") == "s")


def _is_person(noun: Reading) -> bool:
    """Singular participles and nisbas listed as nouns are people."""
    return ("part" in noun.feats or noun.norm.endswith(("ي", "يه"))) and "def" not in noun.feats


def _is_bare_masdar(reading: Reading) -> bool:
    return reading.pos == "NOUN" and "masdar" in reading.feats and not {"def", "tanwin"} & reading.feats.keys()


def _in_clause(state: int, before: Reading, after: Reading) -> float:
    """What the clause so far says about a word that may be a perfect verb or a verbal noun (قتل, نشر, دعم).

    Where a verb still lacks its object, a bare masdar behind a definite noun is that object, not a second verb. Behind
    "and" a masdar wants a masdar to be joined to.
    """
    masdar = _is_bare_masdar(after)
    if after.proclitics in ("و", "ف"):
        joined = state & _MASDAR
        return 0.3 if masdar and not joined and before.pos != "PUNCT" else 0.0
    if state & _MODAL and not after.proclitics:
        if after.pos == "VERB":
            return 0.8
        if masdar:
            return -0.3
    if state & _OPEN and before.pos == "PROPN" and {"masdar", "def"} <= after.feats.keys() and not after.proclitics:
        return -0.3  # رفضت حركة تحرير السودان المشاركة
    definite = before.pos in ("NOUN", "PROPN", "ADJ") and not before.enclitic and is_definite(before)
    if not state & _OPEN or not definite or after.proclitics:
        return 0.0
    if after.pos == "VERB" and after.feats.get("asp") == "p":
        return 0.4
    return -0.3 if masdar else 0.0


def _is_nominative(noun: Reading) -> bool:
    """Sound plurals in ون are subjects: no genitives (``خطف مسلحون``)."""
    return noun.feats.get("num") == "p" and noun.norm.endswith("ون") and noun.lemma != noun.norm


def _cases_clash(before: Reading, after: Reading) -> bool:
    """``زرع مجهولون``: nothing in ون modifies a masdar; ``جنود سوريون معتقلين``: what modifies ون is in ون as well."""
    if _is_nominative(after):
        return _is_bare_masdar(before)
    return _is_nominative(before) and after.feats.get("num") == "p" and after.norm.endswith("ين")


def _second_noun(before: Reading, after: Reading) -> float:
    """A noun right behind a noun: an iḍāfa, or the start of another phrase."""
    if "tanwin" in before.feats:
        return 0.4
    if _is_bare_masdar(before) and _is_nominative(after):
        return 0.5
    if "def" in before.feats and "def" not in after.feats:
        return 0.1 if "tanwin" in after.feats else 0.5
    if before.lemma in _OF_PERSONS and _is_person(after):
        return -0.2
    if before.pos == "PROPN":
        return 0.4 if _is_bare_masdar(after) else 0.2
    return 0.1


def _name_goes_on(before: Reading, after: Reading) -> float:
    """A name right behind a name: one more word of it, or another."""
    if after.norm in _BODIES:  # who acts or is acted on, not a surname (``حث كيري الجيش المصري``)
        return 0.6
    if after.norm in standalone_names():  # complete by itself (``رفعت مصر حالة الطوارئ``)
        return 0.1
    if before.norm == _GOD:  # ends the name of a party (حزب الله الجيش): what follows is a word of its own
        return 0.0
    if "def" in before.feats:
        return -0.1
    return -0.4 if before.feats.get("gen") == "m" else -0.2


def _noun(before: Reading, after: Reading) -> float:
    pos = before.pos
    if pos == "VERB" and not before.enclitic:
        return 0.1 if _may_be_subject(before, after) else 0.3
    if pos == "NUM" and not before.enclitic:
        return 0.5 if after.feats.get("num") == "d" else -0.1 if "tanwin" in after.feats else 0.0
    if pos == "ADJ":
        if after.pos == "PROPN":
            return 0.05
        return 0.3 if "def" in before.feats and "tanwin" not in after.feats else 0.2
    if pos in ("NOUN", "PROPN") and not before.enclitic and after.pos == "NOUN":
        return _second_noun(before, after)
    if pos == "NOUN" and before.enclitic and "masdar" in before.feats and _is_nominative(after):
        return 0.6
    if pos == "PROPN" and after.pos == "PROPN":
        return _name_goes_on(before, after)
    if after.pos == "PROPN" and pos == "NOUN" and "def" not in before.feats and not before.enclitic:
        if before.feats.get("tanwin") == "acc" and after.norm in standalone_names():
            return 0.7  # رئيسا مصر: two presidents
        return 0.05
    return 0.1


def _resumes(noun: Reading, verb: Reading) -> bool:
    """Whether the pronoun on the verb can take up the indefinite noun before it (``مظاهرة نظمها العمال``)."""
    if "def" in noun.feats or noun.enclitic or "construct" in noun.feats:
        return False
    feminine = noun.feats.get("gen") == "f" or noun.feats.get("num") == "p"
    return verb.feats.get("enc", "").startswith("3fs" if feminine else "3ms")


def _verb(before: Reading, after: Reading) -> float:
    pos = "PRON" if before.enclitic else before.pos
    if pos == "NOUN" and before.feats.get("num") == "d" == after.feats.get("num") and "def" in before.feats:
        return -0.5  # الجانبان بحثا
    if pos == "VERB":
        aspect = after.feats.get("asp")
        return (0.0 if aspect == "i" else 0.5) if before.lemma in _AUXILIARIES else 0.9
    if pos == "ADP":
        return 2.5
    if pos == "NUM":
        return 0.2 if "def" in before.feats else 0.6
    if pos == "DET":
        return 1.0
    if pos in ("NOUN", "ADJ", "PROPN"):
        if pos == "NOUN" and after.feats.get("asp") == "i" and _is_person(before):
            return 0.2
        if pos == "NOUN" and after.enclitic and after.feats.get("asp") == "p" and _resumes(before, after):
            return 0.1 if _is_person(before) else -0.1
        return 0.45 if pos == "NOUN" and not is_definite(before) and "tanwin" not in before.feats else 0.2
    if pos == "PRON":
        return 0.0 if "rel" in before.feats or not before.enclitic else 0.2
    return 0.0


_GOD = "الله"
_AFTER_STOP = {"VERB": 0.0, "NOUN": 0.25, "ADJ": 0.7, "PROPN": 0.2, "NUM": 0.2}
_AFTER_PREPOSITION = {"VERB": 2.5, "ADJ": 0.6, "ADP": 0.2, "PART": 0.5, "ADV": 0.05}


_FUNCTION_WORDS = frozenset({"PUNCT", "PART", "SCONJ", "CCONJ", "ADP"})


def _after_function_word(pos: str, lemma: str, before: Reading, after: Reading) -> float:
    """Cost behind punctuation, particles, conjunctions and prepositions."""
    right = after.pos
    if pos == "PUNCT":
        imperfect = right == "VERB" and after.feats.get("asp") == "i" and after.feats.get("vox") == "u"
        return 0.05 if imperfect else _AFTER_STOP.get(right, 0.0)
    if pos == "PART":
        return _after_particle(lemma, after)
    if pos == "SCONJ":
        return _after_subordinator(before, after)
    if pos == "CCONJ":
        verbal, nominal = (0.2, 0.0) if lemma in _LIKE_WITH_LIKE else (0.0, 0.15)
        return {"VERB": verbal, "ADJ": 0.4}.get(right, nominal)
    if right == "SCONJ" and "governs" in after.feats:
        return 0.0 if (lemma in _BEFORE_CLAUSE) == (after.feats["governs"] != "noun") else 0.15
    return _AFTER_PREPOSITION.get(right, 0.0)


def _after_content_word(pos: str, before: Reading, after: Reading) -> float:
    right = after.pos
    if pos == "PRON" and "rel" in before.feats and right in ("NOUN", "ADJ", "PROPN"):
        return 0.5
    if pos == "DET" and right in ("NOUN", "ADJ") and "def" not in after.feats:
        return 0.4
    if right == "VERB":
        return _verb(before, after)
    if right == "ADJ":
        return _adjective(before, after)
    if right in ("NOUN", "PROPN"):
        return _noun(before, after)
    if right == "SCONJ" and "governs" in after.feats:
        return {"imperfect": 0.05, "perfect": 0.3}.get(after.feats["governs"], 0.0)
    if right == "NUM" and pos == "VERB" and before.feats.get("asp") == "i" and before.feats.get("gen") == "f":
        return 0.2
    if right == "NUM" and pos in ("NOUN", "ADJ"):
        return 0.25 if pos == "NOUN" else 0.15 if "def" in before.feats else 0.6
    return 0.1


def _state(before: Reading, after: Reading) -> float:
    """A dual or plural that has lost its ن wants its genitive right behind it (``وزيرا الخارجية``)."""
    if before.enclitic or before.feats.get("num") not in ("d", "p"):
        return 0.0
    governed = after.pos in ("NOUN", "PROPN", "NUM", "DET", "X") or (after.pos == "ADJ" and "def" in after.feats)
    return (-0.4 if after.pos == "ADJ" else 0.0) if governed and not after.proclitics else 0.8


def _base(pos: str, lemma: str, before: Reading, after: Reading) -> float:
    """Cost of the base word ``after`` behind a word of tag ``pos``; ``before`` is the reading to the left."""
    if pos in _FUNCTION_WORDS:
        cost = _after_function_word(pos, lemma, before, after)
    else:
        cost = _after_content_word(pos, before, after)
    return _mood(lemma, after) + cost if after.pos == "VERB" else cost


def _coordinated(before: Reading, after: Reading) -> float:
    """Behind و or ف: at the start of a clause a verb is likeliest, elsewhere the like of what stands before."""
    if before.pos == "PUNCT":
        return _base("PUNCT", "", before, after)
    if "rel" in before.feats and not before.enclitic:  # ما وصفوه: a relative begins its clause
        return 1.0
    mood = _mood("", after) if after.pos == "VERB" else 0.0
    if after.pos == "VERB":
        report = after.lemma in REPORT_VERBS and after.feats.get("asp") == "p"
        return mood + (0.0 if before.pos == "VERB" or before.enclitic or report else 0.3)
    if after.pos == "ADJ":
        return 0.0 if before.pos == "ADJ" and is_definite(before) == ("def" in after.feats) else 0.6
    return 0.05


def _set_pair(before: Reading, after: Reading) -> float:
    """``فجر أمس`` is dawn, ``فجر نفسه`` blew himself up."""
    if before.norm in _TIMES_OF_DAY and before.pos == "NOUN" and after.pos == "NOUN" and "tanwin" in after.feats:
        return 0.8  # فجر حزاما: blew up
    if before.norm == "اي":
        return 1.0 if after.pos == "VERB" and after.feats.get("asp") == "i" else 0.0  # أي تفاوض
    if before.norm == "جهات" and before.proclitics == "و":
        return 1.0 if after.norm in ("نظر", "النظر") else 0.0  # وجهات النظر: points of view
    if before.norm == _ARRIVED and before.pos == "VERB":
        arrives = after.lemma in _ARRIVING or after.pos in ("ADP", "PART", "SCONJ", "PUNCT") or after.proclitics
        return 0.0 if arrives else 0.8  # وردت الشرطة بإطلاق النار: و + رد
    if before.norm == "رجب" and after.norm == "طيب":
        return -1.0 if before.pos == "PROPN" else 0.0
    if before.norm in _TIMES_OF_DAY and before.pos == "VERB" and not before.enclitic and after.norm in _DAYS:
        return 2.0
    if before.norm == "فقد" and before.pos == "VERB" and after.feats.get("asp") == "p":
        return 1.0
    if before.norm == "قد" and before.proclitics == "ف" and after.feats.get("asp") == "p":
        return -0.6
    if after.lemma == "حسب" and after.pos == "VERB" and after.feats.get("asp") == "p":
        return 1.0  # mostly "according to"
    if after.lemma == "صفي" and "rel" in before.feats:
        return 0.5  # ما يصفونه ب: وصف, not صفى
    if after.lemma == "نفس" and after.enclitic and before.lemma == "فجر":
        return -1.0 if before.pos == "VERB" else 1.0
    return 0.0


def transition(before: Reading, after: Reading) -> float:
    """How badly ``after`` follows ``before``; clitics count as the words they are."""
    if after.proclitics:
        cost = _behind_letters(before, after)
    elif before.enclitic:
        cost = _behind_pronoun(before, after)
    else:
        cost = _base(before.pos, before.lemma, before, after)
    if before.norm in _PAIR_FIRSTS or after.lemma == "نفس":
        cost += _set_pair(before, after)
    return cost + _state(before, after) if "construct" in before.feats else cost


def _behind_pronoun(before: Reading, after: Reading) -> float:
    """Cost of a word behind one with a pronoun on it."""
    if before.pos in ("SCONJ", "CCONJ"):
        return _mood("", after) + {"VERB": 0.0, "NOUN": 0.25, "ADJ": 0.2}.get(after.pos, 0.1)
    pos = "PRON" if before.pos in ("VERB", "ADP", "PART") else before.pos
    return _base(pos, before.lemma, before, after)


def _behind_letters(before: Reading, after: Reading) -> float:
    """Cost of a word behind the letters of conjunctions, prepositions and the future that are written on it."""
    last = after.proclitics[-1]
    if last in "وف":
        return _coordinated(before, after)
    if last == "س":
        return 0.0
    if after.pos == "VERB":
        return _mood("ل", after)
    twice = 1.0 if before.pos == "ADP" and not before.enclitic else 0.0  # من بحارتها: no من and ب in a row
    return twice + _after_function_word("ADP", last, START, after)


def _next_state(state: int, reading: Reading) -> int:
    """What the clause holds after this word: a finite verb, a masdar with a complement."""
    if reading.pos in ("PUNCT", "SCONJ", "CCONJ") or "rel" in reading.feats:
        return 0
    if reading.pos == "VERB":
        modal = _MODAL if reading.lemma in _BEFORE_MASDAR else 0
        return 0 if reading.lemma in _AUXILIARIES else _OPEN | modal
    if reading.proclitics or reading.pos == "ADP":
        state &= _MASDAR | _MODAL
    return state | (_MASDAR if _is_bare_masdar(reading) else 0)


def choose(candidates: Sequence[tuple[Reading, ...]]) -> list[Reading]:
    """The cheapest sequence of readings; ties go to the reading listed first."""
    paths: list[tuple[float, Reading, int, int]] = [(0.0, START, -1, 0)]
    history: list[list[tuple[float, Reading, int, int]]] = []
    for options in candidates:
        layer = []
        for reading in options:
            best, index = _INFINITE, 0
            borne_on = reading.pos == "VERB" or "masdar" in reading.feats
            for i, (total, before, _, state) in enumerate(paths):
                cost = total + transition(before, reading)
                if borne_on and (state or reading.proclitics):  # else nothing has been said that could bear on the word
                    cost += _in_clause(state, before, reading)
                if cost < best:
                    best, index = cost, i
            layer.append((best + reading.cost, reading, index, _next_state(paths[index][3], reading)))
        history.append(layer)
        paths = layer
    out: list[Reading] = []
    index = min(range(len(paths)), key=lambda i: paths[i][0])
    for layer in reversed(history):
        _, reading, index, _ = layer[index]
        out.append(reading)
    out.reverse()
    return out
