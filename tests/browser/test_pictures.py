"""Test that the library stores of a picture what Chromium shows of its file."""

import base64
import io

import pytest
from PIL import Image

from careerguide.library import images
from tests.library.odd_files import ODD

pytestmark = pytest.mark.browser

# Off the edges of what the files show, where WebP is not exact.
ACROSS, DOWN = (0.12, 0.41, 0.88), (0.12, 0.4, 0.88)
# Null for what is no picture to Chromium.
SHOW = """async ([address, ground, across, down]) => {
  const picture = new Image();
  picture.src = address;
  try {
    await picture.decode();
  } catch {
    return null;
  }
  const canvas = document.createElement("canvas");
  canvas.width = picture.naturalWidth;
  canvas.height = picture.naturalHeight;
  const context = canvas.getContext("2d");
  context.fillStyle = ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0);
  return {
    size: [canvas.width, canvas.height],
    points: down.flatMap((y) => across.map((x) => [...context.getImageData(
      Math.floor(x * canvas.width), Math.floor(y * canvas.height), 1, 1).data])),
  };
}"""
# Of 255: WebP is not exact, and each library has its own way from CMYK.
NEAR = 24
DARK = "rgb(20, 24, 29)"
LIGHT_ON_NOTHING = ("grey of 1 bits, low key", "grey of 4 bits, low key")


def stored(data):
    picture = images.process(data)
    image = Image.open(io.BytesIO(picture.files[picture.name])).convert("RGBA")
    width, height = image.size
    return {
        "size": [width, height],
        "points": [
            [*image.getpixel((int(x * width), int(y * height)))]
            for y in DOWN
            for x in ACROSS
        ],
    }


def differ(ours, theirs):
    pairs = zip(ours["points"], theirs["points"], strict=True)
    return ours["size"] != theirs["size"] or any(
        abs(a - b) > NEAR
        for one, other in pairs
        for a, b in zip(one, other, strict=True)
    )


@pytest.mark.filterwarnings("ignore::UserWarning:PIL.TiffImagePlugin")
def test_odd_pictures_are_stored_as_chromium_shows_them(browser):
    page = browser.new_page()
    wrong = {}
    for name, data in ODD.items():
        address = f"data:image/png;base64,{base64.b64encode(data).decode()}"
        ground = DARK if name in LIGHT_ON_NOTHING else "white"
        theirs = page.evaluate(SHOW, [address, ground, ACROSS, DOWN])
        ours = stored(data)
        if theirs is None or differ(ours, theirs):
            wrong[name] = {"ours": ours, "Chromium": theirs}
    page.close()
    assert wrong == {}
