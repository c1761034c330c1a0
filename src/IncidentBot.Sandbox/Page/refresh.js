// Reads from the sandbox what the open page shows. Calls made while a reading is under way lead to one more reading.

import { readHome, readMessages, readState, readViews, SandboxError } from "./api.js";
import { noteArrivals } from "./arrivals.js";
import { changed, store } from "./store.js";
import { noteReading } from "./unread.js";

let askAgain = () => {};
let running = null;
let again = false;

/** Says what to do when the sandbox does not know the acting person: it is another one than before. */
export function whenPersonIsGone(act) {
  askAgain = act;
}

/** Brings the store up to date; resolves when it is. */
export function refresh() {
  again = true;
  running ??= run();
  return running;
}

async function run() {
  try {
    while (again) {
      again = false;
      await readOnce();
    }
  } finally {
    // In the same step as the last look at `again`, so that no call falls between.
    running = null;
  }
}

async function readOnce() {
  const { me } = store;
  const { page, channel } = store.route;
  try {
    const [state, messages, views, home] = await Promise.all([
      readState(me),
      page === "channel" ? readMessagesIfAny(channel, me) : null,
      readViews(me),
      page === "home" ? readHome(me) : null,
    ]);
    if (store.me !== me || store.route.page !== page || store.route.channel !== channel) {
      again = true;
      return;
    }
    store.clockOffset = Date.parse(state.now) - Date.now();
    noteArrivals(store.state?.as === me ? store.state : null, state);
    store.state = { ...state, as: me };
    store.messages = messages?.messages ?? [];
    store.messagesOf = messages && `${me} ${channel}`;
    store.modals = views.modals ?? [];
    store.home = page === "home" ? home : null;
    store.online = true;
    noteReading();
  } catch (problem) {
    if (!(problem instanceof SandboxError)) throw problem;
    store.online = false;
    if (problem.code !== "unreachable" && !problem.code.startsWith("http_5")) askAgain();
  }
  changed();
}

/** A channel this person cannot see has no messages for them; that is not a failure of the page. */
async function readMessagesIfAny(channel, person) {
  try {
    return await readMessages(channel, person);
  } catch (problem) {
    if (problem instanceof SandboxError && problem.code !== "unreachable") return null;
    throw problem;
  }
}
