// Notices a channel that the acting person has just become a member of: usually the incident they declared.

import { go, toChannel } from "./route.js";
import { isDirect, store } from "./store.js";
import { toast } from "./toast.js";

const OWN_DOING_MS = 15_000;
const expected = new Set();

/** Says that the person is about to join a channel by their own hand, so that it is no surprise. */
export const expectJoin = (channel) => expected.add(channel);

/** Compares two readings made for the same person; the older one is null at first sight. */
export function noteArrivals(before, after) {
  if (!before) return;
  const known = new Set(before.channels.filter((channel) => channel.is_member).map((channel) => channel.id));
  const arrived = after.channels.filter((channel) => channel.is_member && !isDirect(channel) && !channel.is_archived && !known.has(channel.id));
  for (const channel of arrived) {
    if (expected.delete(channel.id)) continue;
    if (Date.now() - store.lastActAt < OWN_DOING_MS) {
      go(toChannel(channel.id));
      toast(`Your new channel #${channel.name} is open.`);
    } else {
      toast(`You were added to #${channel.name}.`, { link: { href: toChannel(channel.id), label: "Open" } });
    }
  }
}
