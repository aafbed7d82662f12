"""Who does what to whom in Arabic sentences whose words could be read in more than one way."""

from __future__ import annotations

import pytest

from coder.languages.ar import Arabic
from coder.languages.ar.normalise import normalise
from coder.languages.base import Vocabulary
from tests.languages.ar.test_grammar import analyse, heads, predicate, words

EVENT_NOUNS = "هجوم مقتل خطف قتل إصابة ضرب مظاهرة تفجير مطالبة رفع اغتيال"
WORDS = {"support_verbs": "شن نفذ نظم", "passive_support_verbs": "تعرض", "transparent_nouns": "عدد مئات آلاف"}
PHRASES = ("هجوم انتحاري", "قطع طريق")


@pytest.fixture(scope="module")
def arabic() -> Arabic:
    lists = {name: tuple(sorted(words(text))) for name, text in WORDS.items()}
    nouns = words(EVENT_NOUNS) | {normalise(p) for p in PHRASES}
    names = words("إسرائيل سوريا العراق طالبان")
    return Arabic(Vocabulary(event_nouns=nouns, names=names, words=lists))


# (sentence, predicate, slot, heads of its fillers)
ROLES = [
    # the reading of a word follows from what can be its subject or genitive
    ("خطف مسلحون سائحين قرب المدينة.", "خطف", "subject", ["مسلحون"]),
    ("تجمع آلاف العمال أمام المصنع.", "تجمع", "subject", ["العمال"]),
    ("قال إن اثنين من الجنود قتلا أمس.", "قتل", "object", ["الجنود"]),
    ("قمعت الشرطة مظاهرة نظمها العمال.", "نظم", "object", ["مظاهرة"]),
    ("أعلن مسؤول مقتل ثلاثة جنود.", "أعلن", "object", ["مقتل"]),
    ("أطلق مسلح عدة طلقات على الحافلة.", "أطلق", "object", ["طلقات"]),
    ("قتل مفجر انتحاري خمسة جنود.", "قتل", "object", ["جنود"]),
    # a shared subject, also below أن; a verb behind an indefinite topic with its own clause
    ("قال إن القوة داهمت المسجد وهاجمت المصلين.", "هاجم", "subject", ["القوة"]),
    ("أوضح أن مسلحا يقود سيارة مسرعة هاجم الجنود.", "هاجم", "subject", ["مسلحا"]),
    # unknown words behind a verb are names, no heads of an idafa
    ("تلقى برانيسكو دعوة من الوزير.", "تلقى", "object", ["دعوة"]),
    # quantities
    ("احتشد الآلاف من العمال أمس.", "احتشد", "subject", ["العمال"]),
    ("خطف المسلحون ما مجموعه 14 شخصا.", "خطف", "object", ["شخصا"]),
    ("قتل ستة مدنيين في الهجوم معظمهم أطفال.", "قتل", "object", ["مدنيين"]),
    # persons named by their nationality
    ("قال إن مسلحين خطفوا أمس أميركيا.", "خطف", "object", ["أميركيا"]),
    # verbs that cannot be without an object
    ("كانت تدير مدرسة صغيرة.", "أدار", "object", ["مدرسة"]),
    # modal verbs have masdars for subjects
    ("يمكن للحكومة تغيير القانون.", "أمكن", "subject", ["تغيير"]),
    ("هناك الكثير مما يجب فعله.", "وجب", "subject", ["فعل"]),
    # يعد is "is considered" and a passive, not "promises"
    ("يعد الوزير أبرز مرشح في الحزب.", "عد", "object", ["الوزير"]),
    # stretches of time as objects; quantities that the verb goes with
    ("قضى أربع سنوات في السجن.", "قضى", "object", ["سنوات"]),
    ("كان عدد السكان يقترب من المليون.", "اقترب", "subject", ["السكان"]),
    # what is joined behind a preposition stays there
    ("يجني المشروع أمواله من خلال عقود الرعاية والإعلانات.", "جنى", "subject", ["المشروع"]),
    # support verbs with a preposition
    ("أقدم متظاهرون غاضبون على قطع الطريق.", "قطع طريق", "subject", ["متظاهرون"]),
    ("تعرض السجناء للضرب المبرح من قبل الحراس.", "ضرب", "object", ["السجناء"]),
    ("تعرض السجناء للضرب المبرح من قبل الحراس.", "ضرب", "subject", ["الحراس"]),
    # deaths take no second noun, and their circumstances are theirs
    ("أعلنت الشرطة مقتل ثلاثة جنود شمال غربي المدينة.", "مقتل", "object", []),
    ("أعلنت الشرطة مقتل ثلاثة جنود، في هجوم قرب المدينة.", "مقتل", "في", ["هجوم"]),
    # aims belong to the verb
    ("احتشد العمال خارج البرلمان للمطالبة بالأجور.", "احتشد", "ل", ["لمطالبة"]),
    # who demonstrates and what is demanded meanwhile
    ("تجمع متظاهرون في الساحة مطالبين الحكومة بالرحيل.", "تجمع", "adverbial", ["مطالبين"]),
]


@pytest.mark.parametrize(("text", "lemma", "slot", "wanted"), ROLES, ids=[f"{r[0]}-{r[2]}" for r in ROLES])
def test_roles(arabic: Arabic, text: str, lemma: str, slot: str, wanted: list[str]) -> None:
    analysis = analyse(arabic, text)
    assert heads(analysis, predicate(analysis, lemma), slot) == wanted


CLAUSES = [
    ("اعتقلت الشرطة الرجل الذي قتل الوزير.", "relative"),
    ("اعتقلت الشرطة رجلا قتل الوزير.", "attributive"),
]


@pytest.mark.parametrize(("text", "label"), CLAUSES)
def test_relative_clauses_with_and_without_a_pronoun(arabic: Arabic, text: str, label: str) -> None:
    assert predicate(analyse(arabic, text), "قتل").clause == label


POSSIBLE = ["من المعتقد أن المسلحين قتلوا الرهائن.", "هل قتل المسلحون الرهائن؟"]


@pytest.mark.parametrize("text", POSSIBLE)
def test_suppositions_and_questions_are_only_possible(arabic: Arabic, text: str) -> None:
    assert predicate(analyse(arabic, text), "قتل").modality == "possible"


DEFINITE = [
    ("مقتل الجنود", "yes"),
    ("مقتل ثلاثة جنود", None),
    ("مقتل عدد من الجنود", None),
    ("مقتل قائد الجنود", "yes"),
    ("مقتل قائد في الجيش", None),
    ("مقتله", "yes"),
]


@pytest.mark.parametrize(("phrase", "definite"), DEFINITE)
def test_an_act_is_definite_by_its_genitive(arabic: Arabic, phrase: str, definite: str | None) -> None:
    analysis = analyse(arabic, f"أكدت الشرطة {phrase}.")
    head = predicate(analysis, "مقتل").head
    assert analysis.tokens[head].feats.get("definite") == definite


def test_a_name_between_commas_may_look_like_a_verb(arabic: Arabic) -> None:
    analysis = analyse(arabic, "زار قائد الحزب، فؤاد شكر، المدينة.")
    assert [p.lemma for p in analysis.predicates] == ["زار"]
