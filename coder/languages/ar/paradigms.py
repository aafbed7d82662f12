"""Arabic verb paradigms by rule: from root and form to the perfect, imperfect, passive, verbal noun and participles.

Templates carry the short vowels (a i u), because they decide where hamza sits; the result is undiacritised spelling.
``1 2 3 4`` are the radicals, ``A I U`` long vowels, ``Y`` alif maqsura, ``p`` ta marbuta, ``V`` a linking alif.
"""

from __future__ import annotations

from dataclasses import dataclass

WEAK = "وي"
_LONG = {"A": "ا", "I": "ي", "U": "و", "Y": "ى", "p": "ة", "V": "ا"}
_T_ASSIMILATION = {
    "و": "ت",
    "ي": "ت",
    "ت": "ت",
    "د": "د",
    "ذ": "د",
    "ز": "زد",
    "ص": "صط",
    "ض": "ضط",
    "ط": "ط",
    "ظ": "ظ",
}


@dataclass(frozen=True, slots=True)
class Paradigm:
    """The principal parts of a verb in real, undiacritised spelling. Empty where the verb lacks the part.

    ``perfect_c`` is the perfect stem before a consonant suffix, ``jussive`` the short third person of hollow verbs.
    """

    perfect: str
    imperfect: str
    passive_perfect: str = ""
    passive_imperfect: str = ""
    perfect_c: str = ""
    jussive: str = ""
    masdars: tuple[str, ...] = ()
    active_participle: str = ""
    passive_participle: str = ""


# form -> class -> perfect, imperfect, passive perfect, passive imperfect, masdar, active participle, passive participle
_T = {
    "1": {
        "sound": "1a2a3 ya12a3 1u2i3 yu12a3 - 1A2i3 ma12U3",
        "hollow": "1A3 ya1U3 1I3 yu1A3 - 1Aءi3 -",
        "defective": "1a2aY ya12I 1u2iي yu12aY - 1A2I ma12I",
        "doubled": "1a2 ya1u2 1u2 yu1a2 - - ma12U3",
    },
    "2": {
        "sound": "1a2a3 yu1a2i3 1u2i3 yu1a2a3 ta12I3 mu1a2i3 mu1a2a3",
        "defective": "1a2aY yu1a2I 1u2iي yu1a2aY ta12iيap mu1a2I mu1a2aY",
    },
    "3": {
        "sound": "1A2a3 yu1A2i3 1U2i3 yu1A2a3 mu1A2a3ap mu1A2i3 mu1A2a3",
        "defective": "1A2aY yu1A2I 1U2iي yu1A2aY mu1A2Ap mu1A2I mu1A2aY",
        "doubled": "1A2 yu1A2 1U2i2 yu1A2 mu1A2ap mu1A2 mu1A2",
    },
    "4": {
        "sound": "ءa12a3 yu12i3 ءu12i3 yu12a3 ءi12A3 mu12i3 mu12a3",
        "hollow": "ءa1A3 yu1I3 ءu1I3 yu1A3 ءi1A3ap mu1I3 mu1A3",
        "defective": "ءa12aY yu12I ءu12iي yu12aY ءi12Aء mu12I mu12aY",
        "doubled": "ءa1a2 yu1i2 ءu1i2 yu1a2 ءi12A2 mu1i2 mu1a2",
    },
    "5": {
        "sound": "ta1a2a3 yata1a2a3 tu1u2i3 yuta1a2a3 ta1a2u3 muta1a2i3 muta1a2a3",
        "defective": "ta1a2aY yata1a2aY tu1u2iي yuta1a2aY ta1a2I muta1a2I muta1a2aY",
    },
    "6": {
        "sound": "ta1A2a3 yata1A2a3 tu1U2i3 yuta1A2a3 ta1A2u3 muta1A2i3 muta1A2a3",
        "defective": "ta1A2aY yata1A2aY tu1U2iي yuta1A2aY ta1A2I muta1A2I muta1A2aY",
        "doubled": "ta1A2 yata1A2 - - ta1A2 muta1A2 -",
    },
    "7": {
        "sound": "Vن1a2a3 yaن1a2i3 - - Vن1i2A3 muن1a2i3 -",
        "hollow": "Vن1A3 yaن1A3 - - Vن1iيA3 muن1A3 -",
        "defective": "Vن1a2aY yaن1a2I - - Vن1i2Aء muن1a2I -",
        "doubled": "Vن1a2 yaن1a2 - - Vن1i2A2 muن1a2 -",
    },
    "8": {
        "sound": "V1ta2a3 ya1ta2i3 V1tu2i3 yu1ta2a3 V1ti2A3 mu1ta2i3 mu1ta2a3",
        "hollow": "V1tA3 ya1tA3 V1tI3 yu1tA3 V1tiيA3 mu1tA3 mu1tA3",
        "defective": "V1ta2aY ya1ta2I V1tu2iي yu1ta2aY V1ti2Aء mu1ta2I mu1ta2aY",
        "doubled": "V1ta2 ya1ta2 V1tu2 yu1ta2 V1ti2A2 mu1ta2 mu1ta2",
    },
    "9": {"sound": "V12a3 ya12a3 - - V12i3A3 mu12a3 -"},
    "10": {
        "sound": "Vسta12a3 yaسta12i3 Vسtu12i3 yuسta12a3 Vسti12A3 muسta12i3 muسta12a3",
        "hollow": "Vسta1A3 yaسta1I3 Vسtu1I3 yuسta1A3 Vسti1A3ap muسta1I3 muسta1A3",
        "defective": "Vسta12aY yaسta12I Vسtu12iي yuسta12aY Vسti12Aء muسta12I muسta12aY",
        "doubled": "Vسta1a2 yaسta1i2 Vسtu1i2 yuسta1a2 Vسti12A2 muسta1i2 muسta1a2",
    },
    "q1": {"sound": "1a23a4 yu1a23i4 1u23i4 yu1a23a4 1a23a4ap mu1a23i4 mu1a23a4"},
    "q2": {"sound": "ta1a23a4 yata1a23a4 tu1u23i4 yuta1a23a4 ta1a23u4 muta1a23i4 -"},
    "q4": {"sound": "V12a3a4 ya12a3i4 - - V12i34A4 mu12a3i4 -"},
}
_HOLLOW_SHORT = {
    "1": ("13", "ya13"),
    "4": ("ءa1a3", "yu1i3"),
    "7": ("Vن1a3", "yaن1a3"),
    "8": ("V1ta3", "ya1ta3"),
    "10": ("Vسta1a3", "yaسta1i3"),
}
_FORM_ONE = {  # class of weak verbs of form I by the vowels of perfect and imperfect
    "hollow": {"u": "1A3 ya1U3", "i": "1A3 ya1I3", "a": "1A3 ya1A3"},
    "defective": {"u": "1a2A ya12U", "i": "1a2aY ya12I", "a": "1a2aY ya12aY", "ia": "1a2iي ya12aY"},
    "doubled": {"u": "1a2 ya1u2", "i": "1a2 ya1i2", "a": "1a2 ya1a2"},
}


def root_class(root: str, form: str) -> str:
    """Which column of the templates a root takes in a form."""
    if len(root) == 4 or form.startswith("q"):
        return "sound"
    classes = _T[form]
    if root[2] in WEAK and "defective" in classes:
        return "defective"
    if root[1] in WEAK and "hollow" in classes:
        return "hollow"
    if root[1] == root[2] and "doubled" in classes:
        return "doubled"
    return "sound"


def spell(template: str, root: str) -> str:
    """The undiacritised spelling of ``template`` filled with ``root``, hamza on its right seat."""
    text = template.replace("1t", _T_ASSIMILATION.get(root[0], "1t"))
    text = text.replace("t", "ت").replace("y", "ي").replace("m", "م")
    for i, radical in enumerate(root, 1):
        text = text.replace(str(i), radical)
    out: list[str] = []
    for i, char in enumerate(text):
        if char == "ء":
            out.append(_hamza(text, i))
        elif char in "aiu":
            continue
        else:
            out.append(_LONG.get(char, char))
    return "".join(out).replace("أا", "آ").replace("آا", "آ")


def _hamza(text: str, i: int) -> str:
    """The letter that carries the hamza at ``i``, from the vowels around it."""
    before, after = text[i - 1] if i else "", text[i + 1] if i + 1 < len(text) else ""
    if not before:
        return "إ" if after and after in "iI" else "أ"
    if not after:
        return {"a": "أ", "i": "ئ", "u": "ؤ"}.get(before, "ء")
    if before in "iIي" or after in "iI":
        return "ئ"
    if before == "u" or after in "uU":
        return "ؤ"
    if before in "AU":
        return "ء"
    return "أ"


def _first_radical(template: str, root: str, form: str) -> str:
    """Weak or hamzated first radicals that merge with what precedes them (أوقف إيقاف, آمن إيمان, استيراد)."""
    if form == "4" and root[0] in "ويء":
        template = template.replace("ءi1", "ءI").replace("yu1", "yU" if root[0] in WEAK else "yu1")
        template = template.replace("mu1", "mU" if root[0] in WEAK else "mu1").replace("ءu1", "ءU")
        return template.replace("ءa1", "ءA") if root[0] == "ء" else template
    if form == "10" and root[0] in WEAK:
        return template.replace("Vسti1", "VسtI")
    if form == "8" and root[0] == "ء":
        return template.replace("V1t", "Vئت")
    return template


def conjugate(root: str, form: str, vowel: str = "", masdars: tuple[str, ...] = ()) -> Paradigm:
    """The principal parts of ``root`` in ``form`` ("1" to "10", "q1", "q2", "q4").

    ``vowel`` is the imperfect vowel of form I (``ia``: i in the perfect, a in the imperfect); only weak roots need it.
    ``masdars`` are the verbal nouns beside the one that the form gives (form I gives none).
    """
    kind = root_class(root, form)
    parts = _T[form][kind].split()
    if kind == "sound" and "-" not in parts[4] and root[-1] == "ء" and form == "2":
        parts[4] = "ta12i3ap"
    if form == "6" and root[1] in WEAK:
        parts[2] = "-"  # not in use, and spelt as a verbal noun: تزويد
    if form == "1":
        parts = _form_one(parts, root, kind, vowel)
    parts = ["" if p == "-" else spell(_first_radical(p, root, form), root) for p in parts]
    short = _HOLLOW_SHORT.get(form) if kind == "hollow" else None
    perfect_c = spell(short[0], root) if short else ""
    if kind == "doubled":
        perfect_c = parts[0] + root[2]
    return Paradigm(
        perfect=parts[0],
        imperfect=parts[1],
        passive_perfect=parts[2],
        passive_imperfect=parts[3],
        perfect_c=perfect_c,
        jussive=spell(short[1], root) if short else "",
        masdars=tuple(dict.fromkeys([*masdars, *filter(None, [parts[4]])])),
        active_participle=parts[5],
        passive_participle=parts[6],
    )


def _form_one(parts: list[str], root: str, kind: str, vowel: str) -> list[str]:
    weak = root[2] if kind == "defective" else root[1]
    default = {"hollow": "u" if weak == "و" else "i", "defective": "u" if weak == "و" else "i"}.get(kind, "u")
    if kind in _FORM_ONE:
        perfect, imperfect = _FORM_ONE[kind][vowel or default].split()
        parts = [perfect, imperfect, *parts[2:]]
    if kind == "hollow":
        parts[6] = "ma1U3" if weak == "و" else "ma1I3"
        parts[5] = "-" if root[2] == "ء" else parts[5]
    if kind == "defective" and weak == "و":
        parts[6] = "ma12U"
    if kind == "sound":
        parts[0] = "1a2i3" if vowel == "ia" else parts[0]
        parts[1] = "ya12a3" if "ء" in root[1:] or vowel.endswith("a") else "ya12u3"
    if kind in ("sound", "defective") and root[0] == "و" and vowel not in ("ia", "a"):
        parts[1] = parts[1].replace("ya1", "ya")
    return parts


def guess_form(lemma: str) -> tuple[str, str] | None:
    """Root and form of a verb known only by its (perhaps normalised) perfect, or None if it has no verb's shape."""
    n = len(lemma)
    last = "ي" if lemma and lemma[-1] in "ىاي" else lemma[-1:]
    if n == 3:
        if lemma[1] == "ا":
            return lemma[0] + "و" + last, "1"
        return lemma[:2] + ("و" if lemma[2] == "ا" else last), "1"
    if n == 2:
        return lemma[0] + lemma[1] * 2, "1"
    if lemma[:3] == "است" and n >= 5:
        stem = lemma[3:]
        middle = stem if len(stem) == 3 else stem[0] + stem[1] * 2 if len(stem) == 2 else ""
        return (_weaken(middle), "10") if middle else None
    if lemma[0] in "اأآ":
        return _guess_with_alif(lemma, last)
    if lemma[0] == "ت" and n == 4:
        return lemma[1:3] + last, "5"
    if lemma[0] == "ت" and n == 5:
        return (lemma[1] + lemma[3] + last, "6") if lemma[2] == "ا" else (lemma[1:], "q2")
    if n == 4:
        return (lemma[0] + lemma[2] + last, "3") if lemma[1] == "ا" else (lemma, "q1")
    return None


def _weaken(root: str) -> str:
    root = root[:2] + ("ي" if root[2] in "ىا" else root[2])
    return root[0] + "و" + root[2] if root[1] == "ا" else root


def _guess_with_alif(lemma: str, last: str) -> tuple[str, str] | None:
    n = len(lemma)
    if n == 3:
        return lemma[1] + lemma[2] * 2, "4"
    if n == 4 and lemma[1] == "ت" and lemma[0] == "ا":
        return "و" + lemma[2] + last, "8"
    if n == 4:
        return _weaken(lemma[1:3] + last), "4"
    if n == 5 and lemma[1] == "ن":
        return _weaken(lemma[2:4] + last), "7"
    if n == 5 and lemma[2] in "تطد":
        return _weaken(lemma[1] + lemma[3] + last), "8"
    return None
