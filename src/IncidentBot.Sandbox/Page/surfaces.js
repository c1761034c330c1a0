// Where blocks stand, and what a click in them becomes: a message, or the Home tab. A modal is its own surface.

import { click, failureOf } from "./acts.js";
import { changed, store } from "./store.js";

/** Blocks in a message. When a click fails, Slackbot says so in the channel. */
export function messageSurface(channel, ts) {
  return { act: (blockId, actionId, selected) => click({ channel, ts, block_id: blockId, action_id: actionId, selected }) };
}

/** Blocks in the Home tab. When a click fails, a note stands on top of it until the next one. */
export function homeSurface(viewId) {
  return {
    act: async (blockId, actionId, selected) => {
      store.homeNotice = failureOf(await click({ view_id: viewId, block_id: blockId, action_id: actionId, selected })) ?? null;
      changed();
    },
  };
}
