// What a person has seen. Kept per browser tab; nothing older than the tab counts as unread.

import { now, openChannel, store } from "./store.js";

const KEY = "sandbox.read";
const seen = JSON.parse(sessionStorage.getItem(KEY) ?? "{}");

const keyOf = (channel) => `${store.me} ${channel.id}`;
const startOfTab = () => {
  const at = now() / 1000;
  // A sandbox started afresh may live earlier than the one this tab knew.
  if (!(seen.since <= at)) seen.since = at;
  return seen.since;
};

const isNewer = (ts, than) => Number(ts ?? 0) > Number(than);
const lastSeen = (channel) => seen[keyOf(channel)] ?? startOfTab();

export const isUnread = (channel) => channel.is_member && channel.id !== openChannel()?.id && isNewer(channel.latest_ts, lastSeen(channel));

let entered = null;

/** On entering a channel the "New" line is put where reading stopped the last time. */
function enter(channel) {
  const place = channel && keyOf(channel);
  if (place === entered) return;
  entered = place;
  store.newSince = channel ? lastSeen(channel) : null;
}

/** Takes the open channel as read up to its last message, if the tab is being looked at. */
export function noteReading() {
  startOfTab();
  const channel = openChannel();
  enter(channel);
  if (!channel || document.hidden) return;
  const newest = [channel.latest_ts, ...store.messages.filter((message) => !message.thread_ts || message.broadcast).map((message) => message.ts)]
    .reduce((latest, ts) => (isNewer(ts, latest) ? ts : latest), "0");
  if (!isNewer(newest, lastSeen(channel))) return;
  seen[keyOf(channel)] = newest;
  sessionStorage.setItem(KEY, JSON.stringify(seen));
}
