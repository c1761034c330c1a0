// Where blocks stand, and what a click in them becomes: a message, or the Home tab. (A modal is its own surface.)

import { click, failureOf } from "./acts.js";
import { changed, store } from "./store.js";

/** Blocks in a message; a click that fails leaves a note under that message. */
export function messageSurface(channel, ts) {
  return { act: (blockId, actionId, selected) => send({ channel, ts, block_id: blockId, action_id: actionId, selected }, ts) };
}

export function homeSurface(viewId) {
  return { act: (blockId, actionId, selected) => send({ view_id: viewId, block_id: blockId, action_id: actionId, selected }, "home") };
}

async function send(body, place) {
  store.notices.delete(place);
  const failure = failureOf(await click(body));
  if (!failure) return;
  store.notices.set(place, failure);
  changed();
}
