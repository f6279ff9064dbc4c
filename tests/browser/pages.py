"""Pages of the seeded guide that tests name."""

CAREER = "/careers/machine-learning-engineer/"
ARTICLE = "/articles/what-a-machine-learning-engineer-does/"
SECOND_ARTICLE = "/articles/five-misconceptions-about-machine-learning-engineers/"
SALARIES = "/statistics/machine-learning-engineer-salaries/"
ANSWER = "/faq/machine-learning-engineer-skills/"
MISSING = "/no-such-page/"
# Public pages that the sitemap leaves out, as they repeat what others hold.
REPEATING = (f"{CAREER}all/", "/faq/?q=wasps", "/statistics/?q=wasps")
REPEATING += ("/statistics/?career=machine-learning-engineer",)

# One page of every kind.
KINDS = ("/", CAREER, "/articles/", ARTICLE, "/statistics/", SALARIES)
KINDS += ("/faq/", ANSWER, "/about/")

OPEN_ANSWERS = """() => {
  for (const answer of document.querySelectorAll("details")) answer.open = true;
}"""
