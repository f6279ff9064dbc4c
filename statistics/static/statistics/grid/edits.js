/* Changes to a table: each takes a state and gives a new one. Places count from 0. */

import { Problem } from "../../careerguide/admin/editor/request.js";
import { gettext } from "../../careerguide/admin/words.js";
import { columnName, fromLines, newColumn, newRow } from "./state.js";

const MOST_ROWS = 2000;
const MOST_COLUMNS = 30;

function checked(state) {
  if (state.rows.length > MOST_ROWS)
    throw new Problem(gettext("A table takes 2,000 rows."));
  if (state.columns.length > MOST_COLUMNS)
    throw new Problem(gettext("A table takes 30 columns."));
  return state;
}

export function setCells(state, top, left, block) {
  const width = Math.max(...block.map((line) => line.length));
  let { columns } = state;
  while (columns.length < left + width) columns = [...columns, nextColumn(columns)];
  const rows = [...state.rows];
  while (rows.length < top + block.length) rows.push(newRow());
  checked({ columns, rows });
  block.forEach((line, down) => {
    const row = { ...rows[top + down] };
    line.forEach((cell, right) => (row[columns[left + right].field] = cell));
    rows[top + down] = row;
  });
  return { columns, rows };
}

export function clearCells(state, { top, bottom, left, right }) {
  const fields = state.columns.slice(left, right + 1).map((column) => column.field);
  const emptied = Object.fromEntries(fields.map((field) => [field, ""]));
  const rows = state.rows.map((row, place) =>
    place >= top && place <= bottom ? { ...row, ...emptied } : row,
  );
  return { ...state, rows };
}

export function setFlag(state, place, flag, value) {
  return { ...state, rows: state.rows.with(place, { ...state.rows[place], [flag]: value }) };
}

export function setFlags(state, ids, flag) {
  const rows = state.rows.map((row) => (ids.includes(row.id) ? { ...row, [flag]: true } : row));
  return { ...state, rows };
}

export function addRow(state, place) {
  return checked({ ...state, rows: state.rows.toSpliced(place, 0, newRow()) });
}

export function deleteRows(state, { top, bottom }) {
  const rows = state.rows.toSpliced(top, bottom - top + 1);
  return { ...state, rows: rows.length ? rows : [newRow()] };
}

/* `step` is -1 or 1. */
export function moveRows(state, { top, bottom }, step) {
  if (top + step < 0 || bottom + step >= state.rows.length) return state;
  return { ...state, rows: moved(state.rows, top, bottom, step) };
}

export function addColumn(state, place) {
  const column = nextColumn(state.columns);
  return checked({ ...state, columns: state.columns.toSpliced(place, 0, column) });
}

export function deleteColumns(state, { left, right }) {
  const columns = state.columns.toSpliced(left, right - left + 1);
  return { ...state, columns: columns.length ? columns : [newColumn(columnName(1))] };
}

export function moveColumns(state, { left, right }, step) {
  if (left + step < 0 || right + step >= state.columns.length) return state;
  return { ...state, columns: moved(state.columns, left, right, step) };
}

export function setColumn(state, place, changes) {
  const column = { ...state.columns[place], ...changes };
  return { ...state, columns: state.columns.with(place, column) };
}

/* The names that came as a row, as in a paste whose first line was not seen as such. */
export function namesFromFirstRow(state) {
  const [first, ...rows] = state.rows;
  const columns = state.columns.map((column) => ({
    ...column,
    label: first[column.field]?.trim() || column.label,
  }));
  return { columns, rows: rows.length ? rows : [newRow()] };
}

export function replaceAll(lines) {
  return checked(fromLines(lines));
}

function moved(list, from, to, step) {
  const block = list.slice(from, to + 1);
  return list.toSpliced(from, block.length).toSpliced(from + step, 0, ...block);
}

function nextColumn(columns) {
  const taken = new Set(columns.map((column) => column.label));
  let number = columns.length + 1;
  while (taken.has(columnName(number))) number += 1;
  return newColumn(columnName(number));
}
