// Which addresses may become links. Everything that is not plainly a web or mail address stays text.

import { h } from "./element.js";
import { toChannel, toMessage, toThread } from "./route.js";

/** The address if a link may lead there, else null: "javascript:", "data:" and unreadable ones may not. */
export function safeHref(address) {
  let url;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  return ["http:", "https:", "mailto:"].includes(url.protocol) ? url.href : null;
}

/** A Slack permalink (`/archives/C…/p<16 digits>?thread_ts=…`) as an address inside this page, else null. */
export function insideHref(address) {
  const url = new URL(address);
  if (!url.hostname.endsWith(".slack.com") && url.origin !== location.origin) return null;
  const found = /^\/archives\/([A-Z0-9]+)(?:\/p(\d+)(\d{6}))?\/?$/.exec(url.pathname);
  if (!found) return null;
  const [, channel, seconds, micros] = found;
  if (!seconds) return toChannel(channel);
  const ts = `${seconds}.${micros}`;
  const thread = url.searchParams.get("thread_ts");
  return thread && thread !== ts ? toThread(channel, thread, ts) : toMessage(channel, ts);
}

/** A link, or the label as plain text when the address is not allowed. */
export function link(address, ...label) {
  const href = safeHref(address);
  if (!href) return h("span", {}, ...label);
  const inside = insideHref(href);
  return inside
    ? h("a", { href: inside }, ...label)
    : h("a", { href, target: "_blank", rel: "noopener noreferrer" }, ...label);
}
