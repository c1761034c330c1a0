// Whether the newcomer's panel was put away: by hand, or by trying the first thing it names.

import { changed } from "./store.js";

const KEY = "sandbox.welcomed";

export const isWelcomed = () => localStorage.getItem(KEY) !== null;

export function putWelcomeAway() {
  if (isWelcomed()) return;
  localStorage.setItem(KEY, "yes");
  changed();
}
