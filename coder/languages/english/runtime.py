"""Imports spaCy when it is first needed, and without torch where the process is our own.

thinc imports torch wherever it is installed (camel-tools brings it), which costs seconds and 200 MB that a model
without transformers never uses. A library must not meddle with its host's imports; our own processes may.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType

_own_process = False
# Python's 700 make the garbage collector run several times for each sentence, for hardly a cycle. A batch of documents
# holds some 150,000 objects until it is coded: fewer, and they are all visited three times.
_ALLOCATIONS = 200_000
_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


def own_process() -> None:
    """Declare that this process runs nothing but the coder: spaCy may be imported without torch, and computes alone.

    The matrices of the small models are too small for threads: two took a fifth more processor time than one, and
    beside another process they wait for each other. Whoever sets the variables decides.
    """
    global _own_process
    _own_process = True
    gc.set_threshold(_ALLOCATIONS)
    if "numpy" not in sys.modules:
        for name in _THREADS:
            os.environ.setdefault(name, "1")


def is_own_process() -> bool:
    """Whether nobody else uses what this process loads, from no other thread either."""
    return _own_process


def keep_for_good() -> None:
    """Spare the garbage collector all that is loaded now (dictionaries, models), in a process of our own.

    It would visit these half a million objects again and again, which takes longer than what it frees.
    """
    if _own_process:
        gc.freeze()


def free_cycles() -> None:
    """Free what a batch of sentences has left in cycles, in a process of our own: the parser's hold large arrays."""
    if _own_process:
        gc.collect(0)


@contextmanager
def loading() -> Iterator[None]:
    """In a process of our own the garbage collector waits while dictionaries are loaded, and spares them for good."""
    if not _own_process or not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def spacy_module() -> ModuleType:
    """The module ``spacy``."""
    if "spacy" in sys.modules or not _own_process or "torch" in sys.modules:
        return import_module("spacy")
    with _without_torch():
        return import_module("spacy")


@contextmanager
def _without_torch() -> Iterator[None]:
    sys.modules["torch"] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules["torch"]
