"""The Arabic clause grammar: predicates and slots of sentences written for these tests."""

from __future__ import annotations

import pytest

from coder.languages.ar import Arabic
from coder.languages.ar.normalise import normalise
from coder.languages.base import Vocabulary
from coder.model import Analysis, Phrase, Predicate, Sentence

EVENT_NOUNS = """
هجوم غارة ضربة اتصال محادثات مفاوضات اجتماع زيارة اغتيال قصف استهداف دعم رد تهديد مظاهرة اعتقال قتل تفجير
انسحاب اتفاق اشتباك مقتل إصابة احتجاج تدخل
"""
PHRASES = ("وقف إطلاق النار", "إطلاق نار", "إطلاق سراح")
NAMES = """
إسرائيل إيران سوريا العراق روسيا أوكرانيا مصر فرنسا لبنان حماس حزب الله غزة
واشنطن موسكو طهران بغداد كييف القاهرة حلب
"""
WORDS = {
    "support_verbs": "شن نفذ أجرى قام ارتكب عقد وجه",
    "passive_support_verbs": "تعرض",
    "transparent_nouns": "سلسلة عدد موجة عشرات مئات",
}


def words(text: str) -> frozenset[str]:
    return frozenset(normalise(w) for w in text.split())


@pytest.fixture(scope="module")
def arabic() -> Arabic:
    lists = {name: tuple(sorted(words(text))) for name, text in WORDS.items()}
    nouns = words(EVENT_NOUNS) | {normalise(p) for p in PHRASES}
    return Arabic(Vocabulary(event_nouns=nouns, names=words(NAMES), words=lists))


def analyse(arabic: Arabic, text: str) -> Analysis:
    return next(iter(arabic.analyse([Sentence(0, 0, len(text), text, "ar")])))


def predicate(analysis: Analysis, lemma: str) -> Predicate:
    found = [p for p in analysis.predicates if p.lemma == normalise(lemma)]
    assert found, f"{lemma} is not among {[p.lemma for p in analysis.predicates]}"
    return found[0]


def text_of(analysis: Analysis, phrase: Phrase) -> str:
    return analysis.sentence.text[phrase.start : phrase.end]


def heads(analysis: Analysis, predicate_: Predicate, slot: str) -> list[str]:
    return [analysis.tokens[p.head].text for p in predicate_.slots.get(normalise(slot), ())]


# (sentence, predicate, {slot: head words}); an empty list says that the slot must be empty
FRAMES = [
    # a definite adjective before a number, cases that clash, feminine perfects that could be another verb's
    ("قتل الجيش المصري سبعة مسلحين.", "قتل", {"subject": ["الجيش"], "object": ["مسلحين"]}),
    ("ضرب جنود سوريون معتقلين في السجن.", "ضرب", {"subject": ["جنود"], "object": ["معتقلين"]}),
    ("زرع مجهولون قنبلة في السوق.", "زرع", {"subject": ["مجهولون"], "object": ["قنبلة"]}),
    ("أجرت الصين تجارب قرب تايوان.", "أجرى", {"subject": ["الصين"], "object": ["تجارب"]}),
    ("قررت روسيا قطع علاقاتها مع إيران.", "قرر", {"subject": ["روسيا"], "object": ["قطع"]}),
    ("اعترضت الدفاعات الجوية السعودية صاروخا.", "اعترض", {"subject": ["الدفاعات"], "object": ["صاروخا"]}),
    ("استهدفت إسرائيل قياديا في حماس قرب غزة.", "استهدف", {"object": ["قياديا"], "في": []}),
    # verb first
    (
        "قصفت القوات السورية مواقع المعارضة قرب حلب.",
        "قصف",
        {"subject": ["القوات"], "object": ["مواقع"], "قرب": ["حلب"]},
    ),
    ("رفعت مصر حالة الطوارئ.", "رفع", {"subject": ["مصر"], "object": ["حالة"]}),
    ("تبادل العراق وسوريا معلومات.", "تبادل", {"subject": ["العراق", "سوريا"], "object": ["معلومات"]}),
    ("عذب حراس السجن المعتقلين.", "عذب", {"subject": ["حراس"], "object": ["المعتقلين"]}),
    ("زار الحراس السجون الإسرائيلية.", "زار", {"subject": ["الحراس"], "object": ["السجون"]}),
    ("وصل الوزير إلى بغداد والتقى الرئيس.", "التقى", {"subject": ["الوزير"], "object": ["الرئيس"]}),
    ("وصل الوزير إلى بغداد والتقى الرئيس الأسد.", "التقى", {"subject": ["الوزير"], "object": ["الرئيس"]}),
    ("وصل الوزير إلى بغداد وزار الرئيس مصر.", "زار", {"subject": ["الرئيس"], "object": ["مصر"]}),
    ("وضعت مصر جيشها في حالة تأهب.", "وضع", {"object": ["جيش"], "في": ["حالة"], "في حال": []}),
    ("وعدت إيران بالتعاون مع روسيا.", "وعد", {"subject": ["إيران"], "ب": ["التعاون"]}),
    ("قصفت مصر القرية بالتعاون مع روسيا.", "قصف", {"object": ["القرية"], "مع": ["روسيا"], "ب": []}),
    ("قتل جنود في هجوم للمسلحين على القرية.", "هجوم", {"subject": ["لمسلحين"], "على": ["القرية"]}),
    ("تعهدت مصر بدعم بقيمة مئة مليون دولار للعراق.", "تعهد", {"ب": ["دعم"], "object": []}),
    (
        "هاجم المسلحون الذين سيطروا على البلدة قافلة.",
        "هاجم",
        {"subject": ["المسلحون"], "object": ["قافلة"]},
    ),
    ("التقى الوزير، الذي يزور القاهرة، الرئيس.", "التقى", {"subject": ["الوزير"], "object": ["الرئيس"]}),
    ("هاجم الجنود الذين دخلوا القرية.", "دخل", {"object": ["القرية"]}),
    ("زارت فرنسا مصر ووقعت عشر اتفاقيات.", "وقع", {"subject": ["فرنسا"], "object": ["اتفاقيات"]}),
    ("أدانت فرنسا الهجوم وعلقت المساعدات.", "علق", {"subject": ["فرنسا"], "object": ["المساعدات"]}),
    ('قال الرئيس "سنرسل قوات".', "أرسل", {"subject": ["الرئيس"], "object": ["قوات"]}),
    ("هاجم مسلحون القرية.", "هاجم", {"subject": ["مسلحون"], "object": ["القرية"]}),
    ("هاجمت روسيا أوكرانيا.", "هاجم", {"subject": ["روسيا"], "object": ["أوكرانيا"]}),
    ("زار الرئيس الفرنسي مصر.", "زار", {"subject": ["الرئيس"], "object": ["مصر"]}),
    ("أعلنت الحكومة المصرية أمس قرارا جديدا.", "أعلن", {"subject": ["الحكومة"], "object": ["قرارا"]}),
    (
        "ودمر الجيش، الأسبوع الماضي، جسرا في المدينة.",
        "دمر",
        {"subject": ["الجيش"], "object": ["جسرا"], "في": ["المدينة"]},
    ),
    # subject first
    ("الجيش العراقي يقصف مواقع المسلحين.", "قصف", {"subject": ["الجيش"], "object": ["مواقع"]}),
    (
        "الشرطة اعتقلت ثلاثة متظاهرين في القاهرة.",
        "اعتقل",
        {"subject": ["الشرطة"], "object": ["متظاهرين"], "في": ["القاهرة"]},
    ),
    ("رئيس الوزراء العراقي يصل إلى طهران", "وصل", {"subject": ["رئيس"], "إلى": ["طهران"]}),
    # passive
    ("قُتل ثلاثة جنود في هجوم على القاعدة.", "قتل", {"subject": [], "object": ["جنود"], "في": ["هجوم"]}),
    ("قتل 5 جنود في هجوم قرب بغداد.", "قتل", {"subject": [], "object": ["جنود"]}),
    ("أصيب 6 صيادين بجروح.", "أصاب", {"subject": [], "object": ["صيادين"]}),
    ("اعتقل الصحفي من قبل الشرطة.", "اعتقل", {"subject": ["الشرطة"], "object": ["الصحفي"], "by": ["الشرطة"]}),
    ("قتل الجندي على يد مسلحين.", "قتل", {"subject": ["مسلحين"], "object": ["الجندي"]}),
    ("خمسة مدنيين قتلوا في القصف.", "قتل", {"subject": [], "object": ["مدنيين"]}),
    ("لقي 12 عاملا مصرعهم.", "لقي", {"subject": ["عاملا"], "object": ["مصرع"]}),
    # complement clauses
    ("قال الوزير إن الجيش قصف المدينة.", "قصف", {"subject": ["الجيش"], "object": ["المدينة"]}),
    ("أكد الرئيس أن إيران هاجمت السفينة.", "هاجم", {"subject": ["إيران"], "object": ["السفينة"]}),
    ("يريد الرئيس أن يزور العراق.", "زار", {"subject": ["الرئيس"], "object": ["العراق"]}),
    (
        "طالبت الحكومة المتظاهرين بوقف إطلاق النار.",
        "طالب",
        {"subject": ["الحكومة"], "object": ["المتظاهرين"], "ب": ["وقف"]},
    ),
    ("قال الوزير: «الجيش سيقصف المدينة».", "قصف", {"subject": ["الجيش"], "object": ["المدينة"]}),
    # relative clauses
    ("انتهى الهجوم الذي نفذته الحركة.", "نفذ", {"subject": ["الحركة"], "object": ["الهجوم"]}),
    ("اعتقلت الشرطة الرجل الذي قتل الوزير.", "قتل", {"subject": ["الرجل"], "object": ["الوزير"]}),
    ("وقعت غارة استهدفت مستشفى في غزة.", "استهدف", {"subject": ["غارة"], "object": ["مستشفى"]}),
    ("انتقد الوزير الدول التي تدعم إيران.", "دعم", {"subject": ["الدول"], "object": ["إيران"]}),
    # coordination
    ("اقتحم الجنود القرية واعتقلوا عشرين شابا.", "اعتقل", {"subject": ["الجنود"], "object": ["شابا"]}),
    ("هاجم مسلح الحافلة وقتل خمسة مدنيين.", "قتل", {"subject": ["مسلح"], "object": ["مدنيين"]}),
    ("انفجرت سيارة وقتل خمسة مدنيين.", "قتل", {"subject": [], "object": ["مدنيين"]}),
    ("دعمت إيران حماس وحزب الله.", "دعم", {"subject": ["إيران"], "object": ["حماس", "حزب"]}),
    ("أدانت مصر وفرنسا الهجوم.", "أدان", {"subject": ["مصر", "فرنسا"], "object": ["الهجوم"]}),
    # two objects
    ("منحت روسيا مصر قرضا.", "منح", {"subject": ["روسيا"], "object": ["قرضا"], "ل": ["مصر"]}),
    # auxiliaries
    ("كانت القوات قد قصفت المدينة.", "قصف", {"subject": ["القوات"], "object": ["المدينة"]}),
    # time and place first
    ("وفي بغداد، اعتقلت الشرطة صحفيا.", "اعتقل", {"في": ["بغداد"], "subject": ["الشرطة"], "object": ["صحفيا"]}),
    ("القاهرة - رويترز: اعتقلت الشرطة صحفيا.", "اعتقل", {"subject": ["الشرطة"], "object": ["صحفيا"]}),
    # nouns of action
    ("شنت إسرائيل غارة على سوريا.", "غارة", {"subject": ["إسرائيل"], "على": ["سوريا"]}),
    ("أجرى الوزير محادثات مع نظيره الروسي.", "محادثات", {"subject": ["الوزير"], "مع": ["نظير"]}),
    ("قام الجيش بقصف المدينة.", "قصف", {"subject": ["الجيش"], "object": ["المدينة"]}),
    ("تم اعتقال ثلاثة صحفيين.", "اعتقال", {"subject": [], "object": ["صحفيين"], "genitive": ["صحفيين"]}),
    ("تعرضت القاعدة لهجوم من حماس.", "هجوم", {"subject": ["حماس"], "object": ["القاعدة"]}),
    ("أدان الوزير قصف الجيش للمدينة.", "قصف", {"subject": ["الجيش"], "object": ["المدينة"]}),
    ("غارة إسرائيلية على غزة", "غارة", {"modifier": ["إسرائيلية"], "على": ["غزة"]}),
    ("اتهمت إيران إسرائيل باغتيال الوزير.", "اغتيال", {"subject": ["إسرائيل"], "object": ["الوزير"]}),
    ("هددت إيران بقصف القاعدة.", "قصف", {"subject": ["إيران"], "object": ["القاعدة"]}),
    ("أعلنت الشرطة مقتل 15 جنديا.", "مقتل", {"subject": [], "genitive": ["جنديا"]}),
    ("بعد سلسلة غارات على حلب، انسحبت القوات.", "غارة", {"على": ["حلب"]}),
]


@pytest.mark.parametrize(("text", "lemma", "slots"), FRAMES, ids=[f[0] for f in FRAMES])
def test_frame(arabic: Arabic, text: str, lemma: str, slots: dict[str, list[str]]) -> None:
    analysis = analyse(arabic, text)
    found = predicate(analysis, lemma)
    plain = {slot: [normalise(h) for h in heads(analysis, found, slot)] for slot in slots}
    wanted = {slot: [normalise(h) for h in expected] for slot, expected in slots.items()}
    # لل leaves the article's alif unwritten
    assert {s: [h.removeprefix("ال").removeprefix("ل") for h in hs] for s, hs in plain.items()} == {
        s: [h.removeprefix("ال").removeprefix("ل") for h in hs] for s, hs in wanted.items()
    }


FLAGS = [
    ("لم تقصف القوات المدينة.", "قصف", {"negated": True, "tense": "past"}),
    ("لن تهاجم إيران السفينة.", "هاجم", {"negated": True, "tense": "future", "modality": "future"}),
    ("ستهاجم القوات المدينة.", "هاجم", {"negated": False, "modality": "future"}),
    ("سوف يزور الرئيس مصر.", "زار", {"modality": "future", "tense": "future"}),
    ("قد تهاجم إيران السفينة.", "هاجم", {"modality": "possible"}),
    ("إذا هاجمت إيران السفينة فسترد واشنطن.", "هاجم", {"modality": "conditional"}),
    ("يمكن أن تهاجم القوات المدينة.", "هاجم", {"modality": "possible", "clause": "complement"}),
    ("قصفت القوات المدينة.", "قصف", {"voice": "active", "tense": "past", "modality": None, "clause": None}),
    ("قُتل الجندي.", "قتل", {"voice": "passive"}),
    ("دعا الوزير إلى عدم قصف المدينة.", "قصف", {"negated": True}),
    ("لم تشن إسرائيل غارة على سوريا.", "غارة", {"negated": True}),
    ("ستشن القوات غارة على حلب.", "غارة", {"modality": "future"}),
    ("في حال اعتقال الوزير، سيستقيل الرئيس.", "اعتقال", {"modality": "conditional"}),
    ("اعتقلت الشرطة الرجل الذي قتل الوزير.", "قتل", {"clause": "relative"}),
]


@pytest.mark.parametrize(("text", "lemma", "flags"), FLAGS, ids=[f[0] for f in FLAGS])
def test_flags(arabic: Arabic, text: str, lemma: str, flags: dict[str, object]) -> None:
    found = predicate(analyse(arabic, text), lemma)
    assert {name: getattr(found, name) for name in flags} == flags


def test_support_verb_and_noun_name_each_other(arabic: Arabic) -> None:
    analysis = analyse(arabic, "شنت إسرائيل غارة على سوريا.")
    verb, noun = predicate(analysis, "شن"), predicate(analysis, "غارة")
    assert verb.support_for == noun.head
    assert noun.support == verb.head


def test_longest_event_noun_wins(arabic: Arabic) -> None:
    analysis = analyse(arabic, "دعت مصر إلى وقف إطلاق النار في غزة.")
    assert [p.lemma for p in analysis.predicates if p.kind == "noun"] == [normalise("وقف إطلاق النار")]


def test_complement_names_the_embedded_predicate(arabic: Arabic) -> None:
    analysis = analyse(arabic, "قال الوزير إن الجيش قصف المدينة.")
    said, shelled = predicate(analysis, "قال"), predicate(analysis, "قصف")
    assert [p.head for p in said.slots["complement"]] == [shelled.head]
    assert said.slots["complement"][0].kind == "clause"


def test_title_and_name_are_one_phrase(arabic: Arabic) -> None:
    analysis = analyse(arabic, "التقى وزير الدفاع العراقي أحمد حسن نظيره المصري.")
    met = predicate(analysis, "التقى")
    (subject,) = met.slots["subject"]
    assert [text_of(analysis, p) for p in subject.genitives] == ["الدفاع"]
    assert [text_of(analysis, p) for p in subject.appositions] == ["أحمد حسن"]
    assert heads(analysis, met, "object") == ["نظير"]


def test_name_between_commas_is_an_apposition(arabic: Arabic) -> None:
    analysis = analyse(arabic, "وصل وزير الدفاع العراقي، أحمد حسن، إلى القاهرة.")
    arrived = predicate(analysis, "وصل")
    assert [text_of(analysis, p) for p in arrived.slots["subject"]] == ["وزير الدفاع العراقي، أحمد حسن"]


def test_possessive_pronoun_is_a_genitive(arabic: Arabic) -> None:
    analysis = analyse(arabic, "التقى الوزير نظيره المصري.")
    (counterpart,) = predicate(analysis, "التقى").slots["object"]
    assert [p.kind for p in counterpart.genitives] == ["pronoun"]


def test_nisba_goes_to_the_head_of_the_chain(arabic: Arabic) -> None:
    analysis = analyse(arabic, "زار وزير الدفاع الإسرائيلي مصر.")
    (subject,) = predicate(analysis, "زار").slots["subject"]
    assert [analysis.tokens[i].text for i in subject.tokens] == ["وزير", "الإسرائيلي"]


def test_quantity_is_transparent(arabic: Arabic) -> None:
    analysis = analyse(arabic, "قتل عدد من الجنود في انفجار.")
    killed = predicate(analysis, "قتل")
    assert heads(analysis, killed, "object") == ["الجنود"]
    assert text_of(analysis, killed.slots["object"][0]) == "عدد من الجنود"
    shown = killed.slots["object"][0]
    assert analysis.sentence.text[shown.head_start : shown.head_end] == "عدد"  # as the treebanks have it


def test_every_slot_filler_is_listed_in_phrases(arabic: Arabic) -> None:
    analysis = analyse(arabic, "شنت إسرائيل غارة على مواقع حزب الله في سوريا.")
    listed = {p.head for p in analysis.phrases}
    fillers = {p.head for q in analysis.predicates for ps in q.slots.values() for p in ps if p.kind != "clause"}
    assert fillers <= listed


def test_offsets_count_from_the_document(arabic: Arabic) -> None:
    text = "هاجم مسلحون القرية."
    analysis = next(iter(arabic.analyse([Sentence(3, 100, 100 + len(text), text, "ar")])))
    assert predicate(analysis, "هاجم").start == 100


@pytest.mark.parametrize(
    "text", ["", "...", "«»", "و", "إن", "الذي", "من قبل", "()(", "قال:", "-", "لا", "أن أن أن", "5"]
)
def test_fragments_do_no_harm(arabic: Arabic, text: str) -> None:
    assert analyse(arabic, text).sentence.text == text


@pytest.mark.parametrize(
    ("phrase", "kind", "form"),
    [
        ("أمريكي", "demonym", "الأمريكيين"),
        ("أمريكي", "demonym", "أمريكية"),
        ("أمريكي", "demonym", "الأمريكيات"),
        ("عراقي", "demonym", "عراقيان"),
        ("وزير الدفاع", "agent", "وزيرة الدفاع"),
        ("وزير الدفاع", "agent", "وزيري الدفاع"),
        ("مسؤول", "agent", "المسؤولون"),
        ("مسؤول", "agent", "مسؤولين"),
        ("ناشط حقوقي", "agent", "الناشطين الحقوقيين"),
        ("قوات حكومية", "agent", "القوات الحكومية"),
        ("حزب الله", "name", "حزب الله"),
        ("عسكري", "adjective", "العسكرية"),
    ],
)
def test_forms(arabic: Arabic, phrase: str, kind: str, form: str) -> None:
    wanted = tuple(normalise(w) for w in form.split())
    assert wanted in arabic.forms(phrase, kind)  # type: ignore[arg-type]


def test_definite_forms_do_not_double_the_article(arabic: Arabic) -> None:
    assert not any(w.startswith("الال") for form in arabic.forms("وزير الدفاع", "agent") for w in form)
