"""A package whose every text tries to become markup or script."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from coder.exporters import PackageWriter
from coder.ontology import Ontology
from tests.factory import DOCUMENT, actor, event

HOSTILE = """<script>alert("1")</script><img src=x onerror='alert(2)'>&lt;]]>--><!--{{ 7 * 7 }}\u2028</style>"""


def write_hostile(folder: Path) -> Path:
    """One coded, one withheld and one rejected record; the folder's own name is hostile too. Returns its path."""
    document = replace(
        DOCUMENT, id=HOSTILE, title=HOSTILE, publisher=HOSTILE, url="javascript:alert(3)", text=f"{HOSTILE} shelled it."
    )
    found = event(source=actor("SYRREB", HOSTILE, name=HOSTILE), location_name=HOSTILE, weapon=HOSTILE)
    found.document, found.sentence = document, replace(found.sentence, text=document.text)
    found.pattern_id = found.trigger_text = HOSTILE
    found.trigger_start, found.trigger_end = 0, len(HOSTILE)
    with PackageWriter(folder / HOSTILE.replace("/", "_"), Ontology.load(), {"coder_version": HOSTILE}) as writer:
        writer.add(document, [found, replace(found, event_id="w", status="planned", status_reason=HOSTILE)])
        writer.reject(HOSTILE, HOSTILE, HOSTILE)
    return writer.out
