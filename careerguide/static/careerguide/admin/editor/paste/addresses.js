/* The addresses of links in a paste: those that a text may lead to, or "". */

const SCHEMES = ["http:", "https:", "mailto:", "tel:"];
// Mail and search put their own address before the one that is meant.
const WRAPPERS = [
  [/(^|\.)google\.\w+(\.\w+)?$/, "/url", ["q", "url"]],
  [/\.safelinks\.protection\.outlook\.com$/, "/", ["url"]],
];

export function readAddress(text) {
  const address = (text ?? "").trim().replace(/[\t\n\r]/g, "");
  // A web page's own addresses are whole in a clipboard; what is not leads nowhere here.
  if (!/^[a-z][a-z\d+.-]*:/i.test(address)) return "";
  const url = parse(address);
  if (!url || !SCHEMES.includes(url.protocol)) return "";
  const meant = unwrap(url);
  if (meant) return readAddress(meant);
  if (url.origin === window.location.origin) return url.pathname + url.search + url.hash;
  return address.replace(/[\s<>\\]/g, encodeURIComponent);
}

/* A link within the page or document that was copied from: only its words are kept. */
export const isInner = (text) => !text?.trim() || text.trim().startsWith("#");

function parse(address) {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

function unwrap(url) {
  const found = WRAPPERS.find(([host, path]) => host.test(url.hostname) && url.pathname === path);
  const values = found?.[2].map((name) => url.searchParams.get(name)) ?? [];
  return values.find((value) => /^https?:/i.test(value ?? ""));
}
