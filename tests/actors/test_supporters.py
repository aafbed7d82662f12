"""Supporters, bodies with common names, counted people."""

from __future__ import annotations

import pytest

from coder.pipeline import Coder

ECUADOR = "QUITO - Police clashed with students in the capital of Ecuador on Tuesday. "
WASHINGTON = "WASHINGTON - The United States sent troops to Liberia on Tuesday. "


def sources(full_coder: Coder, text: str) -> set[str | None]:
    """The sources in the last sentence of a text that tells an event."""
    events = [e for e in full_coder.code(text, date="2010-10-02") if e.status == "asserted"]
    last = max(e.sentence.index for e in events)
    return {e.source and e.source.code for e in events if e.sentence.index == last and not e.reciprocal_of}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Supporters of Niger's ousted president attacked soldiers in Niamey.", "NEROPP"),
        ("Followers of the opposition leader attacked soldiers in Harare.", "ZWEOPP"),
        ("Supporters of the president attacked journalists in Caracas.", "VENCVL"),
        ("Government supporters attacked journalists in Caracas.", "VENCVL"),
        ("Supporters of the Muslim Brotherhood attacked soldiers in Cairo.", "EGYOPPMBR"),
        (ECUADOR + "Congress condemned the police.", "ECULEG"),
        (WASHINGTON + "Congress condemned the government in Monrovia.", "USALEG"),
        ("The United Nations praised Chad. The Secretary-General criticised Sudan.", "IGOUNO"),
        ("Two Germans attacked a soldier in Mali.", "DEUCVL"),
        ("BAMAKO - Gunmen attacked a village in Mali on Monday. The group freed a German.", "MLIUAF"),
    ],
)
def test_source(full_coder: Coder, text: str, expected: str) -> None:
    assert expected in sources(full_coder, text)
