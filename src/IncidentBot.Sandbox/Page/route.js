// What is open is written in the address: "#/C1", "#/C1/m/<ts>" (a message), "#/C1/t/<thread>", "#/C1/t/<thread>/<ts>", "#/home".

/** Reads an address' hash. */
export function parseRoute(hash) {
  const [first, kind, second, third] = hash.replace(/^#\/?/, "").split("/").map(decodeURIComponent);
  if (!first) return { page: "none" };
  if (first === "home") return { page: "home" };
  if (kind === "t" && second) return { page: "channel", channel: first, thread: second, ts: third };
  if (kind === "m" && second) return { page: "channel", channel: first, ts: second };
  return { page: "channel", channel: first };
}

export const HOME = "#/home";
export const toChannel = (channel) => `#/${channel}`;
export const toMessage = (channel, ts) => `#/${channel}/m/${ts}`;
export const toThread = (channel, thread, ts) => `#/${channel}/t/${thread}${ts ? `/${ts}` : ""}`;

/** Where a message is best seen: in its thread if it is a reply, else in its channel. */
export function toWhereverIs(channel, message) {
  return message.thread_ts && message.thread_ts !== message.ts
    ? toThread(channel, message.thread_ts, message.ts)
    : toMessage(channel, message.ts);
}

export function go(hash) {
  location.hash = hash;
}
