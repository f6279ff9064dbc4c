"""Show pages in the serif fonts of readers' machines: no word or number may break."""

WIDTHS = (320, 360, 768, 1024, 1280, 1920)
# What stands for a wide one on Linux and Android, and what is as narrow as most.
SERIFS = ("DejaVu Serif", "Liberation Serif")

USE = """(serif) => {
  document.documentElement.style.setProperty("--serif", `"${serif}"`);
  const canvas = document.createElement("canvas").getContext("2d");
  const width = (family) => {
    canvas.font = `40px ${family}`;
    return canvas.measureText("Wider or narrower").width;
  };
  return width(`"${serif}", monospace`) !== width("monospace");
}"""
# Words of headings and facts that stand on two lines, and would fit on one.
BROKEN = """() => {
  const found = [];
  for (const box of document.querySelectorAll("main :is(h1, h2, h3, h4, dd, dt)")) {
    const texts = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      for (const word of text.data.matchAll(/[^\\s\\-–—/]+/g)) {
        if (word[0].length > 20) continue;
        const range = document.createRange();
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        const tops = [...range.getClientRects()].map((box) => Math.round(box.top));
        if (new Set(tops).size > 1) found.push(word[0]);
      }
    }
  }
  return found;
}"""
