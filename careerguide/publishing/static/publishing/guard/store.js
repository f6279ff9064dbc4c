/* Copies of unsaved text in this browser: one for each form that was open, under the
   person and the address. They never leave it, and are not kept for ever. */

const PREFIX = "guide-text:";
const DAYS = 30;
const LARGEST = 2_000_000; // characters, of all copies together

const storage = (() => {
  try {
    return window.localStorage;
  } catch {
    return null; // switched off in this browser
  }
})();

export const keyOf = (user, path, formKey) => `${PREFIX}${user}:${path}:${formKey}`;

/* Newest first: {key, size, copy}. What cannot be read is no copy, and goes. */
function entries(prefix = PREFIX) {
  const keys = storage ? Object.keys(storage).filter((k) => k.startsWith(prefix)) : [];
  const found = [];
  for (const key of keys) {
    const text = storage.getItem(key) ?? "";
    try {
      const copy = JSON.parse(text);
      if (!copy.fields || Number.isNaN(Date.parse(copy.at))) throw new TypeError();
      found.push({ key, size: key.length + text.length, copy });
    } catch {
      drop(key);
    }
  }
  return found.sort((one, other) => Date.parse(other.copy.at) - Date.parse(one.copy.at));
}

export function copiesFor(user, path) {
  return entries(keyOf(user, path, ""));
}

/* True if it is kept. Where there is no room, older copies make some. */
export function put(key, copy) {
  const text = JSON.stringify(copy);
  while (storage) {
    try {
      storage.setItem(key, text);
      return true;
    } catch {
      const oldest = entries().findLast((entry) => entry.key !== key);
      if (!oldest) return false;
      drop(oldest.key);
    }
  }
  return false;
}

export function drop(key) {
  storage?.removeItem(key);
}

export function dropAll(user) {
  for (const { key } of entries(`${PREFIX}${user}:`)) drop(key);
}

/* Drop what is too old, and of too much what is oldest. */
export function tidy() {
  const oldest = Date.now() - DAYS * 24 * 60 * 60 * 1000;
  let total = 0;
  for (const { key, size, copy } of entries()) {
    total += size;
    if (total > LARGEST || Date.parse(copy.at) < oldest) drop(key);
  }
}
