import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.languages.ar.normalise import fold, normalise, strip_marks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أُصِيبَ", "اصيب"),
        ("إسرائيل", "اسرائيل"),
        ("آلاف", "الاف"),
        ("ٱلله", "الله"),
        ("مستشفى", "مستشفي"),
        ("حكومة", "حكومه"),
        ("مسؤول", "مسؤول"),
        ("شؤون الدائرة", "شؤون الدائره"),
        ("جـــيش", "جيش"),
        ("الـ 27", "ال 27"),
        ("١٢٣", "123"),
        ("۱۲۳", "123"),
        ("٣٫٥ ٪", "3.5 %"),
        ("ﻻجئ", "لاجئ"),
        ("ﺳﻮرﻳﺎ", "سوريا"),
        ("ﷲ", "الله"),
        ("کابل", "كابل"),
        ("دمشق\u200f \u200eوحلب\u200b", "دمشق وحلب"),
        ("  كلمتان \n هنا ", "كلمتان هنا"),
        ("BBC عربي", "bbc عربي"),
    ],
)
def test_normalise(text: str, expected: str) -> None:
    assert normalise(text) == expected


def test_detached_hamza_is_composed() -> None:
    assert strip_marks("ا\u0655يران")[0] == "إيران"
    assert normalise("ا\u0654حمد") == "احمد"


def test_strip_marks_keeps_spelling() -> None:
    text = "قُتِلَ أربعةُ جُنود"
    stripped, offsets = strip_marks(text)
    assert stripped == "قتل أربعة جنود"
    assert [text[i] for i in offsets] == list(stripped)


def test_offsets_of_a_ligature_point_to_it() -> None:
    stripped, offsets = strip_marks("«ﻻ»")
    norm = fold(stripped)
    assert norm == "«لا»"
    assert offsets == [0, 1, 1, 2]


@given(st.text(alphabet=st.characters(min_codepoint=0x20, max_codepoint=0xFEFC), max_size=40))
def test_normalise_is_idempotent_and_offsets_fit(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)
    stripped, offsets = strip_marks(text)
    assert len(stripped) == len(offsets)
    assert offsets == sorted(offsets)
    assert all(0 <= i < len(text) for i in offsets)
    assert len(fold(stripped)) >= len(stripped)
