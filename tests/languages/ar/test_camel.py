"""camel-tools imported without what its analyser does not use is the same camel-tools."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib import util
from pathlib import Path

SCRIPT = """
import sys
from coder.languages.english.runtime import own_process
if sys.argv[1] == "own":
    own_process()
from coder.languages.ar.morphology import Morphology
from coder.languages.base import Vocabulary
print([Morphology(Vocabulary()).readings(word) for word in ("وبالجيش", "1234", "؟", "Iran", "😀", "آمنا")])
print("requests" in sys.modules, "camel_tools.data" in sys.modules, file=sys.stderr)
"""


def run(kind: str, cache: Path) -> tuple[str, str]:
    env = {**os.environ, "XDG_CACHE_HOME": str(cache), "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", SCRIPT, kind], check=True, env=env, capture_output=True, text=True)
    return done.stdout, done.stderr.strip()


def test_readings_are_the_same_in_a_process_of_our_own_and_of_others(tmp_path: Path) -> None:
    ours, loaded = run("own", tmp_path)
    theirs, loaded_by_others = run("host", tmp_path)
    assert ours == theirs
    assert "جيش" in ours
    assert (loaded, loaded_by_others) == ("False False", "True True")


def test_the_sets_of_characters_are_those_of_camel_tools() -> None:
    from coder.languages.ar.camel import import_camel_tools

    import_camel_tools()
    used = sys.modules["camel_tools.utils.charsets"]
    spec = util.find_spec("camel_tools.utils.charsets")
    assert spec is not None
    assert spec.loader is not None
    plain = util.module_from_spec(spec)
    spec.loader.exec_module(plain)
    assert {name: getattr(used, name) for name in plain.__all__} == {
        name: getattr(plain, name) for name in plain.__all__
    }
