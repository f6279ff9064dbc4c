/* A new element with its text, never HTML, and what else it has. */

export function element(name, text, properties = {}) {
  const node = Object.assign(document.createElement(name), properties);
  if (text) node.textContent = text;
  return node;
}
