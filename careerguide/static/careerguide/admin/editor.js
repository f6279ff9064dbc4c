/* The Markdown editor in the admin: a toolbar, pictures, and the page as readers see
   it. Everything improves a plain textarea, which works without this script. */

import { startFindings } from "./editor/findings.js";
import { startKeys, startSaving } from "./editor/keys.js";
import { startPaste } from "./editor/paste.js";
import { startNumberTool } from "./editor/number-tool.js";
import { askForNumber } from "./editor/numbers.js";
import { askForPage } from "./editor/pages.js";
import { askForPicture } from "./editor/pictures.js";
import { startPreview } from "./editor/preview.js";
import { askForTable } from "./editor/tables.js";
import { insertBlock, insertPicture, insertText } from "./editor/text.js";
import { startToolbar } from "./editor/toolbar.js";
import { tools } from "./editor/tools.js";
import { gettext } from "./words.js";

const PICTURES = /^image\//;

function wire(editor) {
  // The row that Django copies for each new inline is no editor yet.
  if (editor.dataset.wired || editor.closest(".empty-form")) return;
  editor.dataset.wired = "yes";
  const textarea = editor.querySelector("textarea");
  const preview = startPreview(editor, textarea);

  const addPicture = async (file) => {
    const markdown = await askForPicture(editor, file, preview.say);
    if (markdown) insertPicture(textarea, markdown);
    else textarea.focus();
  };
  const addTable = async () => {
    const markdown = await askForTable(editor);
    if (markdown) insertBlock(textarea, markdown);
    else textarea.focus();
  };
  const addNumber = async () => {
    const notation = await askForNumber(editor, textarea);
    if (notation) insertText(textarea, notation);
  };
  const addPage = async () => {
    const markdown = await askForPage(editor, textarea);
    if (markdown) insertText(textarea, markdown);
    else textarea.focus();
  };
  startToolbar(editor, {
    ...Object.fromEntries(
      Object.entries(tools).map(([name, tool]) => [name, () => tool(textarea)]),
    ),
    picture: () => addPicture(),
    page: addPage,
    statistics: addTable,
    number: addNumber,
    preview: (button) => preview.toggle(button),
  });

  textarea.addEventListener("paste", (event) => {
    // Word and Excel send a picture of the text along with the text: the text it is.
    const data = event.clipboardData;
    const files = pictures(data);
    if (!files.length || data.types.includes("text/plain")) return;
    event.preventDefault();
    inTurn(files, addPicture);
  });
  const note = editor.querySelector(".markdown-editor-note");
  startPaste(textarea, (sentence) => (note.textContent = sentence));
  startKeys(editor, textarea, tools);
  startSaving(textarea.form);

  // Over the editor only: the rest of the page keeps what the browser does.
  editor.addEventListener("dragover", (event) => {
    if (event.dataTransfer.types.includes("Files")) event.preventDefault();
  });
  editor.addEventListener("drop", (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    const files = pictures(event.dataTransfer);
    if (files.length) inTurn(files, addPicture);
    else preview.say(gettext("Only pictures can be dropped here. Nothing was changed."));
  });
}

function pictures(data) {
  return [...data.files].filter((file) => PICTURES.test(file.type));
}

async function inTurn(files, handle) {
  for (const file of files) await handle(file);
}

/* What is no editor but takes numbers, too. */
function wireTool(tool) {
  if (tool.dataset.wired || tool.closest(".empty-form")) return;
  tool.dataset.wired = "yes";
  startNumberTool(tool);
}

function wireAll(root) {
  root.querySelectorAll(".markdown-editor").forEach(wire);
  root.querySelectorAll(".number-tool").forEach(wireTool);
  root.querySelectorAll(".markdown-text > .markdown-editor-warnings").forEach(startFindings);
}

wireAll(document);
document.addEventListener("formset:added", (event) => wireAll(event.target));
