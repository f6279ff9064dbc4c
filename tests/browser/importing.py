"""Import a document as an editor does, and count what that takes."""

from playwright.sync_api import expect

EMPTY = """
from articles.models import Article
from careerguide.models import Career
from careerguide.publishing.models.related import key_of
from faq.models import FAQEntry
from statistics.models import StatTable
for model in (Article, FAQEntry, StatTable, Career):
    model._base_manager.all().delete()
"""
LIST = "/admin/importing/import/"
ADD = f"{LIST}add/"


def empty(site):
    """Take the seeded guide away: the first document comes to a site without any."""
    site.manage("shell", "--verbosity=0", "-c", EMPTY)


class Hand:
    """Does what somebody does with a mouse and keys, and counts it.

    Each click, each file chosen and each text typed is one action.
    """

    def __init__(self, page):
        self.page, self.actions = page, 0

    def click(self, locator):
        self.actions += 1
        locator.click()

    def choose(self, file):
        self.actions += 1
        self.page.locator("#id_file").set_input_files(file)

    def type(self, text):
        """Type into the field that has the focus, and press Enter."""
        self.actions += 1
        self.page.keyboard.type(text)
        self.page.keyboard.press("Enter")


def read(hand, file):
    """From the first page of the admin to the review."""
    page = hand.page
    page.goto("/admin/")
    hand.click(page.get_by_role("link", name="Import a document…"))
    hand.choose(file)
    hand.click(page.get_by_role("button", name="Read it"))
    expect(page.locator(".import-review .rows")).to_be_visible()
    return page


def decide(hand, answers):
    """Answer what is asked, one after the other; texts by words of their sentences."""
    page = hand.page
    asked = page.locator(".row.is-asked")
    left = asked.count()
    if left:
        hand.click(page.get_by_role("link", name="Next decision"))
    while left:
        focus = page.locator(".decide:has(:focus)")
        expect(focus).to_have_count(1)
        before = page.locator(".decide").count()
        sentence = focus.locator("p").first.inner_text()
        text = next((t for words, t in answers.items() if words in sentence), "")
        if text:
            hand.type(text)
        else:
            hand.click(focus.get_by_role("button").first)
        expect(page.locator(".decide")).to_have_count(before - 1)
        left = asked.count()


def create(hand):
    """From the review to the drafts."""
    page = hand.page
    hand.click(page.get_by_role("link", name="Create drafts…"))
    hand.click(page.get_by_role("button", name="Create").first)
    expect(page.locator(".messagelist .success")).to_contain_text("made")


def publish(hand):
    page = hand.page
    hand.click(page.get_by_role("link", name="Publish all"))
    hand.click(page.get_by_role("button", name="Publish", exact=True).first)
    expect(page.locator(".messagelist .success")).to_contain_text("published")
