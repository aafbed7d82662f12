"""Whether R and the packages that the documents use are there."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache

PACKAGES = ("readr", "dplyr", "ggplot2", "haven", "jsonlite")


@cache
def missing() -> str | None:
    """What R lacks, None if nothing."""
    if shutil.which("Rscript") is None:
        return "R is not installed"
    wanted = ", ".join(f'"{name}"' for name in PACKAGES)
    script = f"p <- c({wanted}); cat(p[!sapply(p, requireNamespace, quietly = TRUE)])"
    done = subprocess.run(["Rscript", "-e", script], capture_output=True, text=True, timeout=120)
    return f"R lacks {done.stdout}" if done.stdout.strip() or done.returncode else None
