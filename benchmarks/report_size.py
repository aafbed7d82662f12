"""How large the report is and how fast it opens, for packages of made-up events.

    python -m benchmarks.report_size 20000 100000

Needs Chromium and chromedriver. Opening is timed from asking for the file to the moment when the table of events is
filled and the page is laid out; the best and the worst of five are printed. A filter is timed from the change of a
field to the new rows.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from selenium.webdriver import Chrome

from coder.report import write_report
from tests.report.browser import LAPTOP, PHONE, chromium, opened, show
from tests.report.synthetic import write_package

TIMES = 5
FILTER = """
  const form = document.getElementById("event-filters");
  const start = performance.now();
  form.elements.words.value = "syrmil homs";
  form.dispatchEvent(new Event("input"));
  document.body.offsetHeight;
  return performance.now() - start;
"""


def seconds_to_open(browser: Chrome, page: Path, size: tuple[int, int]) -> float:
    start = time.perf_counter()
    show(browser, page, size)
    ready = browser.execute_script("document.body.offsetHeight; return document.documentElement.dataset.ready")
    if ready != "yes":
        raise SystemExit("the page did not finish")
    return time.perf_counter() - start


def main() -> None:
    programs = chromium()
    if programs is None:
        raise SystemExit("no Chromium with chromedriver")
    with TemporaryDirectory() as folder, opened(programs) as browser:
        for count in map(int, sys.argv[1:]):
            package = write_package(Path(folder) / str(count), count)
            start = time.perf_counter()
            page = write_report(package)
            written = time.perf_counter() - start
            print(f"{count:,} events: {page.stat().st_size / 1e6:.1f} MB, written in {written:.1f} s")
            for name, size in (("laptop", LAPTOP), ("phone", PHONE)):
                times = [seconds_to_open(browser, page, size) for _ in range(TIMES)]
                filtered = browser.execute_script(FILTER)
                print(f"  {name}: opens in {min(times):.2f} to {max(times):.2f} s; a filter takes {filtered:.0f} ms")


if __name__ == "__main__":
    main()
