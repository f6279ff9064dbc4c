/* Signing out, on whatever page of the admin, leaves no text behind in this browser. */

import { dropAll } from "./store.js";

const { user } = document.querySelector("script[data-user]").dataset;
document.getElementById("logout-form")?.addEventListener("submit", () => dropAll(user));
