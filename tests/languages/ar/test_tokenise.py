import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coder.languages.ar.tokenise import Tokeniser
from coder.languages.base import Vocabulary
from coder.model import Sentence, Token

TOKENISER = Tokeniser(Vocabulary(names=frozenset({"كابول", "وهران", "بوش", "لندن"})))


def tokens(text: str, start: int = 0) -> list[Token]:
    return TOKENISER.tokens(Sentence(0, start, start + len(text), text, "ar"))


def tagged(text: str) -> list[str]:
    return [f"{t.text}/{t.lemma}/{t.pos}" for t in tokens(text)]


def test_clitics_are_tokens_with_document_offsets() -> None:
    text = "وللحكومة وحلفائها."
    found = tokens(text, start=50)
    assert [(t.text, t.norm, t.lemma) for t in found] == [
        ("و", "و", "و"),
        ("ل", "ل", "ل"),
        ("لحكومة", "الحكومه", "حكومه"),
        ("و", "و", "و"),
        ("حلفائ", "حلفائ", "حليف"),
        ("ها", "ها", "هو"),
        (".", ".", "."),
    ]
    assert [text[t.start - 50 : t.end - 50] for t in found] == [t.text for t in found]
    assert [t.index for t in found] == list(range(7))
    assert found[0].feats["clitic"] == "pro"
    assert found[5].feats == {"clitic": "enc", "src": "lex", "per": "3", "gen": "f", "num": "s"}


def test_article_stays_with_its_noun() -> None:
    (token,) = tokens("الولايات")
    assert (token.norm, token.lemma, token.feats["def"]) == ("الولايات", "ولايه", "yes")


def test_ta_marbuta_before_a_pronoun_is_restored_in_the_norm() -> None:
    assert [(t.text, t.norm) for t in tokens("دولته")] == [("دولت", "دوله"), ("ه", "ه")]


def test_marks_stay_in_the_text_and_leave_the_norm() -> None:
    found = tokens("قُتِلَ جُنْدِيٌّ")
    assert [t.text for t in found] == ["قُتِلَ", "جُنْدِيٌّ"]
    assert [t.norm for t in found] == ["قتل", "جندي"]
    assert found[0].feats["vox"] == "p"
    assert tokens("قتل الجندي")[0].feats["vox"] == "u"


def test_tanwin_and_future() -> None:
    assert tokens("أصدر بياناً")[1].feats["tanwin"] == "acc"
    future = next(t for t in tokens("ستعقد الحكومة اجتماعا") if t.pos == "VERB")
    assert future.feats["fut"] == "yes"
    assert future.lemma == "عقد"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وقتل ثلاثة جنود في هجوم قرب المدينة.", "قتل/قتل/VERB"),
        ("أدان الوزير قتل المدنيين.", "قتل/قتل/NOUN"),
        ("قال إن الحكومة ترفض الطلب.", "إن/ان/SCONJ"),
        ("اعلن ان عدد الضحايا ارتفع.", "عدد/عدد/NOUN"),
        ("بعد أن قصف الجيش البلدة.", "قصف/قصف/VERB"),
        ("لم يقل الرئيس شيئا.", "يقل/قال/VERB"),
        ("ذكر المصدر أن علي وصل إلى لندن.", "علي/علي/PROPN"),
        ("على الحكومة أن ترد.", "على/علي/ADP"),
        ("وصل وفد من كابول إلى وهران.", "كابول/كابول/PROPN"),
        ("وصل وفد من كابول إلى وهران.", "وهران/وهران/PROPN"),
        ("التقى بوش رئيس الوزراء.", "بوش/بوش/PROPN"),
        ("هاجم المسلحون القرية.", "المسلحون/مسلح/NOUN"),
        ("هاجمت جماعة مسلحة القرية.", "مسلحة/مسلح/ADJ"),
        ("قال مسؤول أمريكي إن بلاده ستنسحب.", "أمريكي/امريكي/ADJ"),
        ("تحدث الرئيس عن السلام.", "تحدث/تحدث/VERB"),
        ("كانت القوات تستعد للهجوم.", "كانت/كان/VERB"),
        ("دعا إلى وقف القتال فورا.", "وقف/وقف/NOUN"),
        ("هدد بقطع العلاقات.", "قطع/قطع/NOUN"),
        ("استهدف هجوم انتحاري مقر الشرطة.", "انتحاري/انتحاري/ADJ"),
        ("انفجرت سيارة وقتل خمسة مدنيين.", "قتل/قتل/VERB"),
        ("أدى القصف إلى تدمير منازل وقتل مدنيين.", "قتل/قتل/NOUN"),
        ("فيما قتل مسلح مجهول.", "قتل/قتل/VERB"),
        ("على اللجنة أن تغير موقفها.", "تغير/غير/VERB"),
        ("لقي 23 شخصا مصرعهم.", "شخصا/شخص/NOUN"),
        ("قصفت القوات المدينة.", "المدينة/مدينه/NOUN"),
        ("تعرض الجنود لهجوم.", "تعرض/تعرض/VERB"),
        ("تعرض الشركة خدماتها.", "تعرض/عرض/VERB"),
        ("في حين قتل جندي آخر.", "قتل/قتل/VERB"),
        ("أطلق «مسلحون مجهولون» النار.", "مسلحون/مسلح/NOUN"),
    ],
)
def test_choice_in_context(text: str, expected: str) -> None:
    assert expected in tagged(text)


def test_numbers_latin_and_punctuation() -> None:
    found = tokens("و5 طائرات F-16 بقيمة 3,5 ملايين...")
    assert [(t.text, t.pos) for t in found if t.pos in ("NUM", "X", "PUNCT")] == [
        ("5", "NUM"),
        ("F-16", "X"),
        ("3,5", "NUM"),
        ("ملايين", "NUM"),
        ("...", "PUNCT"),
    ]


def test_empty_sentence() -> None:
    assert tokens("") == []
    assert tokens(" \u200f ") == []


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="وفبلكسالمقتيةأإآىؤئهن ُِّـ،.«»\u200f123٤abﻻﷲ\n", max_size=30))
def test_every_token_is_where_it_says(text: str) -> None:
    end = 0
    for token in tokens(text, start=7):
        assert text[token.start - 7 : token.end - 7] == token.text
        assert token.text
        assert token.start - 7 >= end or token.text[0] in "ﻻﷲ"
        end = token.end - 7
