/* What stands around the grid: the word on the chart, on the title, and on the cell
   that is selected, which a screen reader says. */

import { fill, gettext, ngettext } from "../../careerguide/admin/words.js";
import { startTitle } from "./title.js";

export function startPanel(grid) {
  const { root, element } = grid;
  const chart = root.querySelector(".grid-chart-said");
  const title = root.querySelector(".grid-title-said");
  const reminders = root.querySelector(".grid-reminders");
  const place = root.querySelector(".grid-place");
  const order = root.querySelector(".grid-order-said");
  const follow = startTitle(grid.form);
  let holder = null;

  function onChart({ problems, columns, chart: found }) {
    if (problems.length) return gettext("The chart waits until the cells are right.");
    if (!columns.length) return "";
    if (found.error) return found.error;
    if (found.form === "none") return fill(gettext("No chart: %(reason)s."), found);
    return found.chosen
      ? found.name
      : fill(gettext("%(name)s, which fits these numbers."), found);
  }

  function onTitle({ words, limit, shown }) {
    if (!words) return gettext("The title is still missing.");
    const sentence =
      words > limit
        ? ngettext(
            "The title has %(words)s word: say it in %(limit)s or fewer.",
            "The title has %(words)s words: say it in %(limit)s or fewer.",
            words,
          )
        : ngettext(
            "The title has %(words)s of at most %(limit)s words.",
            "The title has %(words)s of at most %(limit)s words.",
            words,
          );
    const seen = shown ? `${fill(gettext("Readers see: %(text)s"), { text: shown })} ` : "";
    return seen + fill(sentence, { words, limit });
  }

  /* A sentence, and a button that orders the rows in another way. */
  function onOrder(found) {
    order.hidden = !found;
    if (!found) return;
    order.querySelector("span").textContent = `${found.sentence} · `;
    const button = order.querySelector("button");
    button.textContent = found.change;
    button.onclick = () => {
      const field = grid.form.elements.row_order;
      field.value = found.row_order;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    };
  }

  return {
    /* Makes Tabulator's grid one stop of the Tab key that names its current cell. Its
       rows scroll, so they are the grid; the head stands elsewhere and is its own. */
    prepare() {
      const head = element.querySelector(".tabulator-header");
      head.id = "grid-head";
      head.removeAttribute("tabindex");
      head.querySelector(".tabulator-header-contents").role = "presentation";
      element.removeAttribute("role");
      element.removeAttribute("aria-owns");
      holder = element.querySelector(".tabulator-tableholder");
      holder.role = "grid";
      holder.ariaLabel = root.dataset.label;
      holder.setAttribute("aria-owns", head.id);
      holder.setAttribute("aria-describedby", "grid-help");
    },

    show(answer) {
      chart.textContent = onChart(answer);
      chart.classList.toggle("grid-said-problem", Boolean(answer.chart?.error));
      onOrder(answer.order ?? null);
      title.textContent = onTitle(answer.title);
      const isLong = answer.title.words > answer.title.limit;
      title.classList.toggle("grid-said-problem", isLong);
      follow(answer.title);
      reminders.replaceChildren(
        ...answer.reminders.map((text) =>
          Object.assign(document.createElement("li"), { textContent: text }),
        ),
      );
    },

    announce() {
      const at = grid.view?.selection();
      const cell = at && grid.view.cell(at.top, at.left);
      if (!cell) return;
      const row = cell.getRow().getData();
      const column = grid.history.state.columns[at.left];
      if (cell.getElement().id) {
        holder?.setAttribute("aria-activedescendant", cell.getElement().id);
      }
      const problem = column && grid.marks.problemOf(row.id, column);
      const name = column?.label ?? cell.getColumn().getDefinition().title;
      const here = fill(gettext("Row %(row)s, %(name)s"), { row: at.top + 1, name });
      place.textContent = problem ? `${here}: ${problem.text}` : here;
      place.classList.toggle("grid-said-problem", Boolean(problem));
    },
  };
}
