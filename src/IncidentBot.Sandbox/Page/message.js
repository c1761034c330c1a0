// One message as a list item.

import { remove } from "./acts.js";
import { attachments } from "./attachments.js";
import { avatar } from "./avatar.js";
import { blocks } from "./blocks.js";
import { editor } from "./editor.js";
import { h } from "./element.js";
import { icon } from "./icons.js";
import { messageTools } from "./messagetools.js";
import { mrkdwn } from "./mrkdwn.js";
import { reactionRow } from "./reactions.js";
import { toThread } from "./route.js";
import { displayName, myZone, personById, store } from "./store.js";
import { messageSurface } from "./surfaces.js";
import { clockTime, fullTime, instantOf } from "./zone.js";

/** Draws a message. `place` is `{ channel, grouped, inThread, lastReply, mayAct }`. */
export function messageItem(message, place) {
  const { channel, grouped, inThread } = place;
  if (isQuiet(message)) return quietItem(message);
  const editing = store.editing === message.ts;
  const mayAct = place.mayAct && !message.ephemeral && !message.deleted;
  return h("li", {
    class: ["message", grouped && "grouped", message.ephemeral && "ephemeral", message.pinned && "pinned"].filter(Boolean).join(" "),
    id: `${inThread ? "t" : "m"}-${message.ts}`, "data-ts": message.ts,
  },
  h("div", { class: "gutter" }, grouped ? time(message) : avatar(message.user, { name: authorName(message) })),
  h("div", { class: "message-words" },
    labels(message, channel),
    !grouped && h("div", { class: "byline" },
      h("span", { class: "author" }, authorName(message)),
      isApp(message) && h("span", { class: "tag" }, "app"),
      time(message)),
    grouped && h("span", { class: "hidden-words" }, authorName(message)),
    editing ? editor(channel.id, message) : content(message, channel),
    !editing && message.edited && !isApp(message) && h("span", { class: "edited" }, "(edited)"),
    files(message),
    reactionRow(channel.id, message, mayAct),
    !inThread && threadLink(message, place)),
  mayAct && !editing && messageTools(channel, message, inThread));
}

/** Everything a message's looks depend on. */
export function messageSign(message, place) {
  return JSON.stringify([message, place.grouped, place.lastReply, place.mayAct, store.editing === message.ts]);
}

const isApp = (message) => message.is_bot || personById(message.user)?.is_bot || false;
const authorName = (message) => message.username || displayName(message.user);

/** Joins, topic changes and the like are told in one quiet line. */
const isQuiet = (message) => /^(channel|group)_/.test(message.subtype ?? "") || message.subtype === "pinned_item";

function quietItem(message) {
  const tellsWho = (message.text ?? "").startsWith(`<@${message.user}`);
  return h("li", { class: "message quiet", "data-ts": message.ts },
    h("div", { class: "gutter" }, avatar(message.user, { small: true })),
    h("div", { class: "message-words" }, h("div", { class: "quiet-words" },
      !tellsWho && h("strong", {}, authorName(message), " "), mrkdwn(message.text ?? ""), time(message))));
}

function time(message) {
  const at = instantOf(message.ts);
  return h("time", { class: "when", datetime: new Date(at).toISOString(), title: fullTime(at, myZone()) }, clockTime(at, myZone()));
}

function labels(message, channel) {
  const line = (...words) => h("div", { class: "message-label" }, ...words);
  return [
    message.ephemeral && line("👁 Only visible to you ", h("button", {
      type: "button", class: "text-button", click: () => remove(channel.id, message.ts),
    }, "Dismiss")),
    message.pinned && line(icon("pin"), "Pinned"),
    message.broadcast && line(icon("thread"), "Replied to a thread"),
  ];
}

function content(message, channel) {
  if (message.deleted || message.subtype === "tombstone") return h("p", { class: "tombstone" }, "This message was deleted.");
  const surface = messageSurface(channel.id, message.ts);
  // What a person typed carries its marks in the text; only apps lay out blocks.
  const laidOut = message.blocks?.length > 0 && isApp(message);
  return h("div", { class: "content" },
    laidOut ? blocks(message.blocks, surface) : message.text && mrkdwn(message.text),
    attachments(message.attachments, surface));
}

function files(message) {
  if (!message.files?.length) return null;
  return h("ul", { class: "files" }, message.files.map((file) => h("li", {}, "📄 ", file.title || file.name || file.id, file.size ? ` (${Math.max(1, Math.round(file.size / 1000))} kB)` : "")));
}

function threadLink(message, { channel, lastReply }) {
  if (!message.reply_count) return null;
  const count = `${message.reply_count} ${message.reply_count === 1 ? "reply" : "replies"}`;
  return h("a", { class: "thread-link", href: toThread(channel.id, message.ts), "data-focus": "thread" },
    icon("thread"), h("strong", {}, count), lastReply && h("span", {}, `last at ${clockTime(instantOf(lastReply), myZone())}`));
}
