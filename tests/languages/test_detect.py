"""Language by script and common words."""

from __future__ import annotations

import pytest

from coder.languages.detect import detect, language_of, script_of
from coder.model import Document

FRENCH = (
    "Le gouvernement a annoncé mardi que les soldats quitteront la ville avant la fin du mois selon un porte-parole. "
    * 4
)
PERSIAN = "رئیس جمهور گفت که نیروهای پلیس در چند شهر بزرگ با گروهی از معترضان درگیر شدند و پنج نفر کشته شدند"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Troops left the city.", "en"),
        ("غادرت القوات المدينة.", "ar"),
        ("شركة Google في دبي تعلن عن مشروع جديد", "ar"),
        ("The word جهاد is often misread by the press.", "en"),
        ("12.5 % – 30", None),
        ("", None),
        ("Войска покинули город.", None),
        ("军队离开了城市", None),
        (FRENCH, None),
        (PERSIAN, None),
        ("زار الرئيس مدينة پاريس وألقى خطاباً أمام البرلمان الفرنسي في العاصمة", "ar"),
    ],
)
def test_detect(text: str, language: str | None) -> None:
    assert detect(text) == language


def test_the_other_script_needs_two_thirds_in_a_known_language() -> None:
    half = "شركة الاتصالات Telecom Egypt Co"
    assert script_of(half, "ar") == "ar"
    assert script_of("Troops left the city.", "ar") == "en"
    assert script_of("غادرت القوات المدينة.", "en") == "ar"


def test_the_record_has_the_first_word() -> None:
    assert language_of(Document(id="1", text="Troops left.", lang="ar")) == "ar"
    assert language_of(Document(id="1", text="10 - 4", title="نتائج")) == "ar"
    assert language_of(Document(id="1", text="10 - 4")) is None
