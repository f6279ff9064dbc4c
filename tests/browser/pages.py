"""List pages of the seeded guide that tests name."""

import time

CAREER = "/careers/machine-learning-engineer/"
ARTICLE = "/articles/what-a-machine-learning-engineer-does/"
SECOND_ARTICLE = "/articles/five-misconceptions-about-machine-learning-engineers/"
SALARIES = "/statistics/machine-learning-engineer-salaries/"
ANSWER = "/faq/machine-learning-engineer-skills/"
MISSING = "/no-such-page/"
# Public pages that the sitemap leaves out, as they repeat what others hold.
REPEATING = (f"{CAREER}all/", "/faq/?q=wasps", "/statistics/?q=wasps")
REPEATING += ("/statistics/?career=machine-learning-engineer",)
REPEATING += ("/search/", "/search/?q=learning", "/search/?q=zymurgyx")

# One page of every kind.
KINDS = ("/", CAREER, "/articles/", ARTICLE, "/statistics/", SALARIES)
KINDS += ("/faq/", ANSWER, "/about/")

# How wide a page that must be scrolled sideways is, and what makes it so.
TOO_WIDE = """() => {
  const page = document.scrollingElement;
  if (page.scrollWidth <= page.clientWidth) return [];
  const wide = [...document.body.querySelectorAll("*")].filter(
    (e) => e.getBoundingClientRect().right > page.clientWidth + 1 &&
      !e.closest(".table-scroll, pre"));
  const names = wide.slice(0, 5).map((e) => e.outerHTML.slice(0, 120));
  return [`${page.scrollWidth} px`, ...names];
}"""

OPEN_ANSWERS = """() => {
  for (const answer of document.querySelectorAll("details")) answer.open = true;
}"""


def eventually(is_so):
    """Readers see a change within two seconds; on a busy machine it may take longer."""
    for _ in range(40):
        if is_so():
            return
        time.sleep(0.25)
    raise AssertionError("Readers never saw the change.")
