"""The report in a browser: filters, sorting, tips, keyboard, Arabic, both widths."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select

from coder.report import write_report
from coder.report.page import page as page_of
from coder.report.source import Events, Package, read_package
from tests.report.browser import LAPTOP, PHONE, chromium, opened, show
from tests.report.hostile import HOSTILE, write_hostile
from tests.report.synthetic import write_package

PROGRAMS = chromium()
pytestmark = pytest.mark.skipif(
    PROGRAMS is None, reason="no Chromium with chromedriver (Debian: apt-get install chromium chromium-driver)"
)
CUT = """
  return [...document.querySelectorAll("main *")].filter((e) => {
    const box = e.getBoundingClientRect();
    return box.width && !e.closest(".scroll, svg") && (box.right > innerWidth + 1 || box.left < -1);
  }).map((e) => e.outerHTML.slice(0, 120));
"""
CHART_TEXT_CUT = """
  const drawn = [...document.querySelectorAll("figure svg")].filter((svg) => svg.getBoundingClientRect().width);
  return drawn.flatMap((svg) => [...svg.querySelectorAll("text")].filter((text) => {
    const frame = svg.getBoundingClientRect(), box = text.getBoundingClientRect();
    return text.getAttribute("opacity") !== "0" && (box.left < frame.left - 1 || box.right > frame.right + 1);
  }).map((text) => text.textContent));
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_report(write_package(tmp_path_factory.mktemp("browser") / "out", 300))


@pytest.fixture(scope="module")
def browser() -> Iterator[Chrome]:
    assert PROGRAMS is not None
    with opened(PROGRAMS) as found:
        yield found


@pytest.fixture
def laptop(browser: Chrome, page: Path) -> Chrome:
    show(browser, page, LAPTOP)
    return browser


def count(browser: Chrome, which: str = "event-count") -> str:
    return browser.find_element(By.ID, which).text


def column(browser: Chrome, key: str) -> list[str]:
    return [cell.text for cell in browser.find_elements(By.CSS_SELECTOR, f"#event-table td[data-key={key}]")]


def test_the_page_runs_without_an_error_and_asks_for_nothing(laptop: Chrome) -> None:
    assert laptop.execute_script("return document.documentElement.dataset.ready") == "yes"
    assert laptop.execute_script("return performance.getEntriesByType('resource').length") == 0
    assert laptop.get_log("browser") == []


def test_events_filter(laptop: Chrome) -> None:
    form = laptop.find_element(By.ID, "event-filters")
    assert count(laptop) == "1 to 50 of 300 events"
    Select(form.find_element(By.NAME, "root")).select_by_value("19")
    assert 0 < int(count(laptop).split()[-2]) < 300
    assert all(code.startswith("19") for code in column(laptop, "code"))
    form.find_element(By.NAME, "words").send_keys("syrmil HOMS syria")
    for source, target, place in zip(*(column(laptop, key) for key in ("source", "target", "place")), strict=True):
        assert "SYRMIL" in (source, target)
        assert place == "Homs, SYR"
    laptop.find_element(By.CSS_SELECTOR, "#event-filters [type=reset]").click()
    form.find_element(By.NAME, "deaths").click()
    assert all(int(deaths) > 0 for deaths in column(laptop, "deaths"))
    form.find_element(By.NAME, "words").send_keys("no such word")
    assert count(laptop) == "No event passes the filters."
    laptop.find_element(By.CSS_SELECTOR, "#event-filters [type=reset]").click()
    assert count(laptop) == "1 to 50 of 300 events"


def test_events_filter_by_day(laptop: Chrome) -> None:
    laptop.execute_script("""
      const form = document.getElementById("event-filters");
      form.elements.from.value = "2021-01-01";
      form.elements.to.value = "2021-12-31";
      form.dispatchEvent(new Event("input"));
    """)
    days = column(laptop, "date")
    assert days
    assert all(day.startswith("2021-") for day in days)


def test_events_sort_and_turn_pages(laptop: Chrome) -> None:
    head = laptop.find_element(By.CSS_SELECTOR, "#event-table th[data-key=deaths]")
    head.find_element(By.TAG_NAME, "button").click()
    head.find_element(By.TAG_NAME, "button").click()
    assert head.get_attribute("aria-sort") == "descending"
    deaths = [int(number) for number in column(laptop, "deaths") if number]
    assert deaths[0] == 12
    assert deaths == sorted(deaths, reverse=True)
    laptop.find_element(By.ID, "next").click()
    assert count(laptop) == "51 to 100 of 300 events"


def test_a_small_table_sorts_and_filters(laptop: Chrome) -> None:
    table = laptop.find_element(By.ID, "dyads-table")
    laptop.execute_script("arguments[0].closest('details').open = true", table)
    table.find_elements(By.CSS_SELECTOR, "thead button")[0].click()
    sources = [cell.text for cell in table.find_elements(By.CSS_SELECTOR, "tbody th")]
    assert sources == sorted(sources, key=str.lower) or sources[0] <= sources[-1]
    laptop.find_element(By.CSS_SELECTOR, "#dyads details .filters input").send_keys("irqgov")
    rows = [row.text for row in table.find_elements(By.CSS_SELECTOR, "tbody tr") if row.is_displayed()]
    assert rows
    assert all("IRQGOV" in row for row in rows)


def test_rows_shown_as_blocks_filter_too(browser: Chrome, page: Path) -> None:
    show(browser, page, PHONE)
    rows = browser.find_elements(By.CSS_SELECTOR, "#withheld-table tbody tr")
    browser.find_element(By.CSS_SELECTOR, "#left-out .filters input").send_keys("syrmil")
    shown = [row.text for row in rows if row.is_displayed()]
    assert 0 < len(shown) < len(rows)
    assert all("SYRMIL" in text for text in shown)


def test_sentences_filter_by_language_and_arabic_is_searched_without_vowel_signs(laptop: Chrome) -> None:
    form = laptop.find_element(By.ID, "text-filters")
    Select(form.find_element(By.NAME, "lang")).select_by_value("ar")
    form.find_element(By.NAME, "words").send_keys("القُوات السوريه")
    shown = [a.text for a in laptop.find_elements(By.CSS_SELECTOR, "#sentences article") if a.is_displayed()]
    assert shown
    assert all("القوات السورية" in text for text in shown)
    assert count(laptop, "text-count") == f"{len(shown)} of 200 sentences"


def test_a_mark_tells_its_entry_to_pointer_and_keyboard(laptop: Chrome) -> None:
    mark = laptop.find_element(By.CSS_SELECTOR, "article .trigger")
    entry = laptop.find_element(By.CSS_SELECTOR, "article .entry").text
    tip = laptop.find_element(By.ID, "tip")
    assert not tip.is_displayed()
    laptop.execute_script("arguments[0].focus()", mark)
    assert tip.is_displayed()
    assert tip.text.startswith("trigger of ")
    assert entry in tip.text
    assert ".yaml:" in entry
    marks = mark.find_elements(By.XPATH, "../*")
    mark.send_keys(Keys.ARROW_LEFT if mark.value_of_css_property("direction") == "rtl" else Keys.ARROW_RIGHT)
    assert laptop.switch_to.active_element == marks[marks.index(mark) + 1]
    laptop.switch_to.active_element.send_keys(Keys.ESCAPE)
    assert not tip.is_displayed()


def test_arabic_reads_from_the_right(laptop: Chrome) -> None:
    sentence = laptop.find_element(By.CSS_SELECTOR, ".sentence[lang=ar]")
    first, second = sentence.find_elements(By.CSS_SELECTOR, ".m")[:2]
    assert first.rect["x"] > second.rect["x"]
    assert first.rect["x"] + first.rect["width"] > sentence.rect["x"] + 0.95 * sentence.rect["width"]


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_nothing_is_cut_off(browser: Chrome, page: Path, size: tuple[int, int], dark: bool) -> None:
    show(browser, page, size, dark=dark)
    assert browser.execute_script("return document.documentElement.scrollWidth") <= size[0]
    assert browser.execute_script(CUT) == []
    assert browser.execute_script(CHART_TEXT_CUT) == []


def test_hostile_text_is_shown_and_does_nothing(browser: Chrome, tmp_path: Path) -> None:
    hostile = write_report(write_hostile(tmp_path), tmp_path / "report.html")
    show(browser, hostile, LAPTOP)
    browser.execute_script("arguments[0].focus()", browser.find_element(By.CSS_SELECTOR, "article .trigger"))
    assert browser.find_element(By.ID, "tip").is_displayed()
    seen = " ".join(HOSTILE.split())
    for part in ("#overview", "#events", "#text", "#left-out"):
        text = browser.execute_script("return document.querySelector(arguments[0]).textContent", part)
        assert seen[:40] in " ".join(text.split()), part
    assert browser.execute_script("return document.querySelectorAll('img, script').length") == 2
    assert browser.get_log("browser") == []


@pytest.mark.slow
def test_a_hundred_thousand_events_open_at_once(browser: Chrome, tmp_path: Path) -> None:
    """Below 15 MB and 3 s; docs/report.md has the real figures."""
    few = read_package(write_package(tmp_path / "few", 2000)).events
    columns = {name: [*few[name]] * 50 for name in few.names}
    for name in ("event_id", "incident_id", "doc_id"):
        columns[name] = [f"{value}-{number:06}" for number, value in enumerate(columns[name])]
    large = tmp_path / "large.html"
    large.write_text(page_of(Package(tmp_path, Events.of(columns))), encoding="utf-8")
    assert large.stat().st_size < 15_000_000
    start = time.perf_counter()
    show(browser, large, LAPTOP)
    assert browser.execute_script("document.body.offsetHeight; return document.documentElement.dataset.ready") == "yes"
    assert time.perf_counter() - start < 3
    assert count(browser) == "1 to 50 of 100,000 events"
