"""Lines that lead to other articles of the paper are none of the text."""

from __future__ import annotations

import pytest

from coder.languages.split import sentences
from coder.model import Document


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Troops left.\nREAD MORE: Rebels bomb a bridge in Kenya\nTalks began.", ["Troops left.", "Talks began."]),
        ("Troops left. OPINION: Why the army bombs its people The talks began.", ["Troops left.", "The talks began."]),
        ('Troops left. RELATED: Five die in Kenya "We will talk."', ["Troops left.", '"We will talk."']),
        ("Troops left. READ MORE: Two killed in Kenya Rebels have fled.", ["Troops left."]),
        ("Troops left.- READ MORE - Kenya: The way out He said so.", ["Troops left.", "He said so."]),
        ("READ MORE: The price of a harbour Norwegian owners said no.", ["Norwegian owners said no."]),
        ("WATCH: Who will help Kenya\nTalks began.", ["Talks began."]),
        ("READ MORE: The owners now sue Olsen amid anger Norwegian owners said no. It rained.", ["It rained."]),
        ("OPINION: Owners speak of 'a lost year' Norwegian owners said no.", ["Norwegian owners said no."]),
        ("OPINION: Time to stop calling Olsen Olsen said no.", ["Olsen said no."]),
        ("He told them to read more: books and papers.", ["He told them to read more: books and papers."]),
        ("ISIL: We bombed the bridge.", ["ISIL: We bombed the bridge."]),
    ],
)
def test_links(text: str, own: list[str]) -> None:
    assert [s.text for s in sentences(Document(id="d", text=text, lang="en"))] == own
