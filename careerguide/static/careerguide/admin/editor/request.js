/* One way to ask the server. It always ends in data or in a sentence to show. */

import { gettext } from "../words.js";

const SENTENCES = {
  0: gettext(
    "The server cannot be reached. Your text is still here; nothing was changed.",
  ),
  403: gettext(
    "You are not allowed to do this, or you are signed out. Your text is still here.",
  ),
  413: gettext("That is more than we can take at once."),
};
const OTHERWISE = gettext(
  "The server could not do this. Your text is still here; try again.",
);

export class Problem extends Error {}

export async function post(editor, url, fields, options = {}) {
  const body = new FormData();
  const token = editor.closest("form").elements.csrfmiddlewaretoken;
  body.append("csrfmiddlewaretoken", token.value);
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  try {
    return await send("POST", url, body, options);
  } catch (problem) {
    // Someone who signed in again elsewhere has a new token: put it into the form, so
    // that Save works as well, and try once more.
    if (!problem.answer?.token) throw problem;
    token.value = problem.answer.token;
    body.set("csrfmiddlewaretoken", token.value);
    return send("POST", url, body, options);
  }
}

export function get(url, query, options = {}) {
  return send("GET", `${url}?${new URLSearchParams(query)}`, null, options);
}

// fetch() cannot say how much of an upload has been sent; XMLHttpRequest can.
function send(method, url, body, { signal, onProgress } = {}) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = (answer) => {
      const problem = new Problem(
        answer?.error || SENTENCES[request.status] || OTHERWISE,
      );
      reject(Object.assign(problem, { answer }));
    };
    request.open(method, url);
    request.addEventListener("load", () => {
      let answer = null;
      try {
        answer = JSON.parse(request.responseText);
      } catch {
        return fail(null);
      }
      if (request.status === 200) resolve(answer);
      else fail(answer);
    });
    request.addEventListener("error", () => fail(null));
    request.addEventListener("abort", () => reject(new DOMException("", "AbortError")));
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) onProgress?.(event.loaded / event.total);
    });
    signal?.addEventListener("abort", () => request.abort());
    request.send(body);
  });
}
