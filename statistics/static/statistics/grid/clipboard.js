/* Copy, cut and paste of blocks, to and from any spreadsheet. */

import { ask, findDialog } from "../../careerguide/admin/editor/dialog.js";
import { post } from "../../careerguide/admin/editor/request.js";
import { fill, gettext } from "../../careerguide/admin/words.js";
import { replaceAll, setCells } from "./edits.js";
import { readSpec } from "./specs.js";
import { hasNames, isEmpty } from "./state.js";
import { isMoreThanATable, readBlock, writeLines } from "./text.js";

export function startClipboard(grid) {
  const { root, element, history, view, say } = grid;
  // What was copied here last. Other programs get its numbers as the language writes
  // them; pasted here, it is what it was.
  let copied = { text: null, lines: [] };

  element.addEventListener("copy", (event) => copy(event));
  element.addEventListener("cut", (event) => copy(event) && grid.actions.clear());
  element.addEventListener("paste", async (event) => {
    if (event.target.closest("textarea")) return;
    event.preventDefault();
    const data = event.clipboardData;
    const text = data.getData("text/plain");
    if (!text.trim()) return say(gettext("There is no text to paste."));
    try {
      const fromSpreadsheet = data.types.includes("text/html");
      const lines = readBlock(text, fromSpreadsheet);
      if (unbroken(text) === copied.text) await paste(copied.lines, true);
      else if (isEmpty(history.state) && lines.length > 1) await pasteWhole(text, lines, fromSpreadsheet);
      else await paste(lines);
    } catch (problem) {
      say(problem.message, true);
    }
  });

  function copy(event) {
    const place = view.selection();
    if (!place || event.target.closest("textarea")) return false;
    event.preventDefault();
    const { columns, rows } = history.state;
    const shown = columns.slice(place.left, place.right + 1);
    const block = (read) =>
      rows.slice(place.top, place.bottom + 1).map((row) => shown.map((c) => read(row[c.field] ?? "", c)));
    copied = {
      text: unbroken(writeLines(block(grid.marks.written))),
      lines: block((text) => text),
    };
    event.clipboardData.setData("text/plain", copied.text);
    return true;
  }

  /* A table with more around it than names and rows is read as a file is, so that
     somebody can say where its names stand and what is left out. */
  async function pasteWhole(text, lines, fromSpreadsheet) {
    const given = new File([text], "pasted.csv", { type: "text/csv" });
    if (isMoreThanATable(text, lines, fromSpreadsheet)) return grid.actions.file({ given });
    await paste(lines);
    if (!isEmpty(history.state)) grid.actions.offerToReadAgain({ given });
  }

  /* `isOurs` where numbers need not be understood, as they were copied here. */
  async function paste(lines, isOurs = false) {
    const place = view.selection() ?? { top: 0, left: 0 };
    const whole = isEmpty(history.state) && lines.length > 1;
    const named = whole && hasNames(lines);
    const [names, body] = named ? [lines.slice(0, 1), lines.slice(1)] : [[], lines];
    const columns = history.state.columns.slice(place.left);
    const kinds = columns.map((column) => readSpec(column.spec).type);
    const about = named ? [[], []] : [kinds, beside(place, body.length, columns)];
    const read = isOurs ? { cells: body } : await inOurNotation(body, ...about);
    if (!read) return;
    const { cells, sentences = [] } = read;
    const tell = (sentence) => say([fill(sentence, size), ...sentences].join(" "));
    const width = Math.max(...body.map((line) => line.length));
    const size = { size: `${body.length} × ${width}` };
    if (named) {
      history.commit(replaceAll([...names, ...cells]), { row: 0, column: 0 });
      const sentence = gettext(
        "Pasted %(size)s cells; the first line became the names of the columns.",
      );
      tell(sentence);
      return;
    }
    const { top: row, left: column } = place;
    history.commit(setCells(history.state, row, column, cells), { row, column });
    const sentence = whole
      ? gettext("Pasted %(size)s cells. Are its first cells names? “First row is names”.")
      : gettext("Pasted %(size)s cells.");
    tell(sentence);
  }

  /* The texts of each column in the rows that stay as they are. */
  const beside = ({ top }, height, columns) => {
    const rows = history.state.rows.filter((_row, at) => at < top || at >= top + height);
    return columns.map((column) =>
      rows.map((row) => row[column.field] ?? "").filter(Boolean).slice(0, 2000),
    );
  };

  /* The `cells` with their numbers as we write them, and `sentences` on them; null if
     somebody chose not to say what they mean. */
  async function inOurNotation(lines, kinds, others) {
    if (!lines.some((line) => line.some((cell) => /\d/.test(cell)))) return { cells: lines };
    const fields = {
      table: grid.table,
      cells: JSON.stringify(lines),
      types: JSON.stringify(kinds.map((kind) => kind || "").slice(0, 30)),
      beside: JSON.stringify(others.slice(0, 30)),
    };
    const read = (mark) =>
      post(root, root.dataset.clipboardUrl, { ...fields, decimal_mark: mark });
    const answer = await read("");
    return answer.question ? askForMark(root, answer.question, read) : answer;
  }
}

const unbroken = (text) => text.replaceAll("\r\n", "\n").replace(/\n$/, "");

/* Asks how decimals are written, and gives what `read` makes of the answer, or null. */
export function askForMark(root, { text, cell, readings }, read) {
  const dialog = findDialog(root, "decimals");
  const form = dialog.querySelector("form");
  form.reset();
  const question = gettext(
    "“%(cell)s” can be read in two ways, and nothing else in the block tells which.",
  );
  dialog.querySelector("[data-question]").textContent = cell
    ? fill(question, { cell })
    : text;
  for (const radio of form.elements.mark) {
    const reading = readings[radio.value];
    const example = radio.closest("label").querySelector("[data-reading]");
    const means = gettext(": it means %(reading)s");
    example.textContent = reading ? fill(means, { reading }) : "";
  }
  return ask(dialog, () => read(form.elements.mark.value));
}
