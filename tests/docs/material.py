"""The files that the documents name: articles, a gold coding, dictionaries of one's own, PETRARCH's files."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from typer.testing import CliRunner

from coder.cli import app
from tests.dictionary import petrarch_files
from tests.docs.blocks import write_shim

ROOT = Path(__file__).parents[2]
NEWS = [
    {
        "id": "n1",
        "date": "2024-08-06",
        "text": "Syrian troops shelled rebel fighters near Homs on Monday, killing four people.",
    },
    {"id": "n2", "date": "2024-08-06", "text": "قصفت القوات السورية مقاتلي المعارضة قرب حمص أمس الاثنين."},
]
WORDS = """\
- id: my.hoodwink
  verb: hoodwink
  code: 112
  source: subject
  target: object
  examples:
    - text: Israeli police hoodwinked the protesters on Monday.
      source: Israeli police
      target: the protesters
"""
GOLD = """\
doc_id,sentence_index,code,source,target
en-border,0,190,REB,MIL
en-talks,3,1123,AZE,ARM
note,,,,
"""
OMAR = GOLD.replace("1123", "111")
PETRARCH = {
    "CAMEO.2.0.txt": petrarch_files.PHRASE_VERBS,
    "Phoenix.Countries.actors.txt": petrarch_files.ACTORS,
    "Phoenix.International.actors.txt": "UNITED_NATIONS_  [IGOUNO]\n",
    "Phoenix.agents.txt": petrarch_files.AGENTS,
    "Phoenix.discards.txt": petrarch_files.DISCARDS,
    "Phoenix.IssueCoding.txt": petrarch_files.ISSUES,
}


def prepare(folder: Path) -> None:
    """Put into a folder what the commands of the documents need; ``output`` is made from the examples."""
    shutil.copytree(ROOT / "examples", folder / "examples")
    done = CliRunner().invoke(app, ["code", str(folder / "examples"), "-o", str(folder / "output")])
    assert done.exit_code == 0, done.output
    articles = folder / "my_articles"
    articles.mkdir()
    (articles / "homs.txt").write_text(NEWS[0]["text"] + "\n", encoding="utf-8")
    (folder / "news.jsonl").write_text(
        "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in NEWS), encoding="utf-8"
    )
    verbs = folder / "my_words" / "en" / "verbs"
    verbs.mkdir(parents=True)
    (verbs / "mine.yaml").write_text(WORDS, encoding="utf-8")
    for name, text in {"gold.csv": GOLD, "anna.csv": GOLD, "omar.csv": OMAR, **PETRARCH}.items():
        (folder / name).write_text(text, encoding="utf-8")
    write_shim(folder)
