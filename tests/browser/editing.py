"""Do what editors do in the admin, step by step."""

import base64
import io

from PIL import Image
from playwright.sync_api import expect

from tests.browser.people import PASSWORD

ARTICLE = "/admin/articles/article/2/change/"
PASTE = """(element, data) => {
  const transfer = new DataTransfer();
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  transfer.items.add(new File([bytes], "pasted.png", { type: "image/png" }));
  element.dispatchEvent(new ClipboardEvent(
    "paste", { clipboardData: transfer, bubbles: true, cancelable: true }));
}"""


def sign_in(page, username="admin"):
    page.goto("/admin/")
    page.get_by_label("Username").fill(username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("button", name="Log out")).to_be_visible()


def open_article(page):
    """The form of an article, once the editor of its text is at work."""
    page.goto(ARTICLE)
    expect(page.locator(".field-body").get_by_role("toolbar")).to_be_visible()
    return page


def picture(shade=0, name="heron.png", size=(640, 400)):
    """A PNG as a file input takes it; another shade is another picture."""
    file = io.BytesIO()
    Image.linear_gradient("L").resize(size).point(lambda p: (p + shade) % 256).save(
        file, "PNG"
    )
    return {"name": name, "mimeType": "image/png", "buffer": file.getvalue()}


def paste_picture(textarea, picture):
    textarea.focus()
    textarea.evaluate(PASTE, base64.b64encode(picture["buffer"]).decode())


def add_picture(page):
    """A picture in the library, by its own form."""
    page.goto("/admin/library/image/add/")
    page.locator("#id_image").set_input_files(picture(shade=77))
    page.locator("#id_alt").fill("A heron stands in shallow water")
    save(page)


def choose(page, label, words):
    """Pick from a list that searches while one types."""
    field = page.locator(".form-row", has=page.get_by_text(label, exact=True))
    field.get_by_role("combobox").click()
    page.locator(".select2-search__field").fill(words)
    page.get_by_role("option", name=words).click()


def save(page):
    """A form of Django's own."""
    _press(page, "Save")


def save_draft(page):
    _press(page, "Save draft")


def publish(page):
    """Show it to readers."""
    _press(page, "Publish")
    expect(page.locator(".messagelist .success")).to_contain_text("Published.")


def publish_with_note(page, text="New numbers."):
    """Show it to readers, who saw other numbers, and tell them."""
    page.get_by_role("button", name="Publish", exact=True).first.click()
    page.locator("[name=note_kind][value=update]").check()
    page.locator("[name=note_text]").fill(text)
    publish(page)


def _press(page, name):
    page.get_by_role("button", name=name, exact=True).first.click()
    expect(page.locator(".messagelist .success")).to_be_visible()


def press(page, button):
    """One of the buttons at the foot of a form of content."""
    page.locator(".save-row").get_by_role("button", name=button).click()


def messages(page):
    return page.locator(".messagelist")


def status(page):
    return page.get_by_role("region", name="Where it stands")


def heading(page):
    return page.locator("main h1").inner_text()
