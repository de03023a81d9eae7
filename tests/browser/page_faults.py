"""What every page of the moves has to keep to, checked on the page as it stands."""

from functools import lru_cache
from pathlib import Path

import polib
from django.conf import settings
from playwright.sync_api import Page

from tests.browser.conftest import violations

MOST_REQUESTS, MOST_BYTES = 5, 40_000

#: Runs in the page, at 320 pixels; each fault is a sentence. What is folded up is opened first.
_FAULTS = """() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  all("main details").forEach((folded) => { folded.open = true; });
  const faults = [];
  const wide = document.documentElement.scrollWidth;
  if (wide > innerWidth) {
    const right = (element) => element.getBoundingClientRect().right;
    const out = all("main *").findLast((element) => right(element) > innerWidth);
    faults.push(`scrolls sideways, ${wide} pixels: ${out?.outerHTML.slice(0, 120)}`);
  }
  if (all("h1").length !== 1) faults.push(`has ${all("h1").length} h1`);
  const bare = all("th:not([scope])").length;
  if (bare) faults.push(`has ${bare} th without scope`);
  const ids = all("[id]").map((element) => element.id);
  const twice = ids.filter((id, place) => ids.indexOf(id) < place);
  if (twice.length) faults.push(`uses an id twice: ${twice}`);
  return faults;
}"""

#: Visits each stop of the tab key; the focus rings count as after a key, which was pressed before.
_STOPS = """() => {
  const fields = "input:not([type=hidden]), select, textarea";
  const stops = `a[href], button, summary, [tabindex='0'], ${fields}`;
  const shown = (element) => element.checkVisibility({visibilityProperty: true});
  return [...document.querySelectorAll(stops)].filter(shown).flatMap((stop) => {
    stop.focus();
    if (document.activeElement !== stop) return [];
    const style = getComputedStyle(stop);
    if (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) return [];
    return [`shows no focus on ${stop.outerHTML.slice(0, 120)}`];
  });
}"""

#: What stands on the page, text by text; what is in another language says so itself.
_TEXTS = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = new Set();
  while (walker.nextNode()) {
    const own = walker.currentNode.parentElement.closest("[lang]") === document.documentElement;
    if (own) texts.add(walker.currentNode.data.trim().replace(/\\s+/g, " "));
  }
  return [...texts];
}"""

_WEIGHT = """() => {
  const parts = ["navigation", "resource"].flatMap((kind) => performance.getEntriesByType(kind));
  return [parts.length, parts.reduce((sum, part) => sum + part.encodedBodySize, 0)];
}"""


def faults(page: Page) -> list[str]:
    """What is wrong with the page, as sentences that name its address."""
    requests, weight = page.evaluate(_WEIGHT)
    found = [] if requests <= MOST_REQUESTS else [f"makes {requests} requests"]
    found += [] if 0 < weight <= MOST_BYTES else [f"weighs {weight} bytes"]
    found += page.evaluate(_FAULTS)
    found += violations(page)
    found += _untranslated(page)
    found += _far_main_part(page)
    found += page.evaluate(_STOPS)
    return [f"{page.url}: {fault}" for fault in found]


def _untranslated(page: Page) -> list[str]:
    """Texts of a Japanese page that stand there in English although the catalogue has them."""
    if page.get_attribute("html", "lang") != "ja":
        return []
    texts = set(page.evaluate(_TEXTS))
    return [f"says in English: {text}" for text in sorted(texts & _translated())]


@lru_cache(maxsize=1)
def _translated() -> frozenset[str]:
    catalogue = polib.pofile(str(Path(settings.LOCALE_PATHS[0], "ja/LC_MESSAGES/django.po")))
    return frozenset(each.msgid for each in catalogue if each.msgstr not in ("", each.msgid))


def _far_main_part(page: Page) -> list[str]:
    """Three keys lead into the main part; a refused form is there from the start."""
    if page.evaluate("document.activeElement !== document.body"):
        page.keyboard.press("Tab")
        return []
    for key in ("Tab", "Enter", "Tab"):
        page.keyboard.press(key)
    inside = page.evaluate("document.activeElement.closest('main') !== null")
    return [] if inside else ["needs more than three keys to its main part"]
