"""The wheel carries its dictionaries and codes a sentence in each language, outside the clone."""

from __future__ import annotations

import json
import site
import subprocess
import sys
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent
SCRIPT = """
import json, coder
c = coder.load()
texts = ["Syrian troops shelled rebel fighters near Homs.", "قصفت القوات السورية مقاتلي المعارضة قرب حمص."]
print(json.dumps([coder.__file__, [[e.source.code, e.code] for t in texts for e in c.code(t)]]))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        str(folder),
        str(ROOT),
    ]
    subprocess.run(command, check=True, timeout=300)
    return next(folder.glob("event_coder-*.whl"))


def test_the_installed_wheel_codes_both_languages(wheel: Path, tmp_path: Path) -> None:
    """A new environment gets the wheel itself; the dependencies come from the one that runs the tests."""
    venv.create(tmp_path / "venv", with_pip=False)
    python = tmp_path / "venv" / "bin" / "python"
    packages = subprocess.run(
        [str(python), "-c", "import site; print(site.getsitepackages()[0])"], check=True, capture_output=True, text=True
    ).stdout.strip()
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", packages, str(wheel)]
    subprocess.run(pip, check=True, timeout=300)
    (Path(packages) / "dependencies.pth").write_text("\n".join(site.getsitepackages()))
    done = subprocess.run([str(python), "-c", SCRIPT], cwd=tmp_path, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    where, events = json.loads(done.stdout.strip().splitlines()[-1])
    assert Path(where).is_relative_to(tmp_path)
    assert [e for e in events if e == ["SYRMIL", "194"]] == [["SYRMIL", "194"]] * 2


def test_the_wheel_has_the_files_of_the_report(wheel: Path) -> None:
    there = {name for name in ZipFile(wheel).namelist() if name.startswith("coder/report/")}
    folder = ROOT / "coder" / "report"
    wanted = {path.relative_to(ROOT).as_posix() for part in ("templates", "data") for path in (folder / part).iterdir()}
    assert len(wanted) == 5
    assert wanted <= there
