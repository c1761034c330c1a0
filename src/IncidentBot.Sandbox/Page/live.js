// Follows the sandbox's changes by server-sent events, for the acting person, and comes back after a break.

import { changesUrl } from "./api.js";
import { refresh } from "./refresh.js";
import { changed, store } from "./store.js";

const RETRY_MS = [500, 1_000, 2_000, 5_000];
let source = null;
let failures = 0;
let timer = 0;

/** (Re)opens the stream for whoever is acting now. */
export function follow() {
  clearTimeout(timer);
  source?.close();
  const stream = source = new EventSource(changesUrl(store.me));
  stream.onopen = () => {
    failures = 0;
    // Whatever happened while nobody listened is read now.
    refresh();
  };
  stream.onmessage = () => refresh();
  stream.onerror = () => {
    stream.close();
    if (stream !== source) return;
    timer = setTimeout(follow, RETRY_MS[Math.min(failures++, RETRY_MS.length - 1)]);
    if (failures < 2) return;
    store.online = false;
    changed();
  };
}
