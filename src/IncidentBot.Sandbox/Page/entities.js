// What stands between < and > in Slack text: people, channels, broadcasts, dates, links.

import { h } from "./element.js";
import { emoji } from "./emoji.js";
import { link, safeHref } from "./links.js";
import { toChannel } from "./route.js";
import { slackDate } from "./slackdate.js";
import { channelById, displayName, myZone, now, personById, store } from "./store.js";
import { fullTime } from "./zone.js";

/** Slack escapes three characters in text and no others. */
export const unescape = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** The node for the inside of one `<…>`. */
export function entity(inside) {
  const [target, label] = splitOnce(inside, "|");
  switch (target[0]) {
    case "@": return person(target.slice(1), label);
    case "#": return channel(target.slice(1), label);
    case "!": return special(target.slice(1), label);
    default: return address(target, label, inside);
  }
}

export function person(id, label) {
  const known = personById(id);
  const name = known || id === "USLACKBOT" ? displayName(id) : (label || id);
  const title = known ? `@${known.name}${known.tz ? `, ${known.tz}` : ""}` : id;
  return h("span", { class: id === store.me ? "mention mention-me" : "mention", title }, `@${name}`);
}

export function channel(id, label) {
  const known = channelById(id);
  if (known) return h("a", { class: "mention", href: toChannel(id) }, `#${known.name}`);
  return h("span", { class: "mention" }, label ? `#${label}` : "a private channel");
}

export const broadcast = (range) => h("span", { class: "mention mention-me" }, `@${range}`);

/** A date in the reader's zone; `at` is in Unix seconds. */
export function date(at, format, href, fallback) {
  const instant = Number(at) * 1000;
  if (!Number.isFinite(instant)) return h("span", {}, fallback ?? format);
  const text = slackDate(instant, format, myZone(), now());
  const time = h("time", { title: fullTime(instant, myZone()), datetime: new Date(instant).toISOString() }, text);
  return href && safeHref(href) ? link(href, time) : time;
}

/** A shortcode's symbol, or the shortcode itself when it is not one of the common ones. */
export function shortcode(name) {
  const symbol = emoji(name);
  return symbol ? h("span", { class: "emoji", role: "img", "aria-label": name, title: `:${name}:` }, symbol) : `:${name}:`;
}

function special(body, label) {
  const [command, ...rest] = body.split("^");
  if (command === "date") return date(rest[0], unescape(rest[1] ?? ""), rest[2] && unescape(rest[2]), label && unescape(label));
  if (command === "subteam") return h("span", { class: "mention" }, label ? unescape(label) : "@a user group");
  if (["here", "channel", "everyone"].includes(command)) return broadcast(command);
  return h("span", {}, unescape(label ?? `<${body}>`));
}

function address(target, label, inside) {
  const url = unescape(target);
  if (!safeHref(url)) return h("span", {}, unescape(`<${inside}>`));
  return link(url, label ? unescape(label) : url.replace(/^mailto:/, ""));
}

function splitOnce(text, mark) {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
