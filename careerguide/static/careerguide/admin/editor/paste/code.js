/* A block of code without what a page draws around it: buttons, the name of the
   language, and the numbers of the lines. */

import { make } from "./builder.js";
import { isHidden } from "./styles.js";

const AROUND = "button,input,select,style,script,svg,clipboard-copy,[role=button]";
const LABEL = /^(?:(?:code-?)?(?:block-?)?(?:lang|language|header|toolbar|title)(?:-?(?:label|name|tag))?|(?:btn-?)?copy(?:-?(?:btn|button|code))?)$/i;
const BLOCKS = "div,p,li,tr";

export function copyCode(node, to) {
  const pre = node.cloneNode(true);
  const named = `${pre.className} ${(pre.querySelector("code") ?? pre.firstElementChild)?.className ?? ""}`;
  for (const br of pre.querySelectorAll("br")) br.replaceWith("\n");
  dropAround(pre);
  for (const line of pre.querySelectorAll(BLOCKS)) endLine(line);
  const text = pre.textContent.replace(/\u00a0/g, " ").replace(/^\n+|\s+$/g, "");
  if (!text) return;
  const code = make("code");
  const language = named.match(/\blanguage-([\w+#-]+)/)?.[1];
  if (language) code.className = `language-${language}`;
  code.append(text);
  to.block(make("pre")).append(code);
}

function dropAround(pre) {
  const isLabel = (element) => [...element.classList].some((name) => LABEL.test(name));
  for (const element of pre.querySelectorAll("*")) {
    const holdsCode = element.localName === "code" || element.querySelector("code");
    if (element.matches(AROUND) || isHidden(element)) element.remove();
    else if (isLabel(element) && !holdsCode) element.remove();
  }
  const codes = pre.querySelectorAll("code");
  if (codes.length !== 1) return;
  // What stands in a block of its own beside the one element of code is its head.
  for (let at = codes[0]; at !== pre; at = at.parentNode)
    for (const other of [...at.parentNode.children])
      if (other !== at && other.matches("div, p, header, figcaption, footer")) other.remove();
}

/* Lines that a page draws as blocks, with no sign between them. */
function endLine(line) {
  if (!line.nextElementSibling || line.textContent.endsWith("\n")) return;
  if (/^\n/.test(line.nextSibling.textContent) && line.nextSibling.nodeType === Node.TEXT_NODE) return;
  line.append("\n");
}
