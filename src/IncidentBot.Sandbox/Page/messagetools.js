// What can be done with a message: the bar that appears on it, and its "…" menu with the app's message shortcuts.

import { remove, runShortcut, toggleReaction, togglePin } from "./acts.js";
import { askPlainly } from "./confirm.js";
import { h } from "./element.js";
import { pickEmoji } from "./emojipicker.js";
import { icon } from "./icons.js";
import { openMenu } from "./popover.js";
import { go, toThread } from "./route.js";
import { app, changed, store } from "./store.js";
import { toast } from "./toast.js";

/** The bar for a message that everybody sees. */
export function messageTools(channel, message, inThread) {
  const tool = (name, label, click, extra = {}) => h("button", {
    type: "button", class: "icon-button", title: label, "aria-label": label, "data-focus": label, click, ...extra,
  }, icon(name));
  return h("div", { class: "tools", role: "group", "aria-label": "Message actions" },
    tool("smile", "Add a reaction", (event) => pickEmoji(event.currentTarget, (name) => toggleReaction(channel.id, message, name)), { "aria-haspopup": "dialog" }),
    !inThread && tool("thread", "Reply in thread", () => go(toThread(channel.id, message.thread_ts ?? message.ts))),
    tool("pin", message.pinned ? "Unpin from this channel" : "Pin to this channel", () => togglePin(channel.id, message.ts, message.pinned)),
    tool("dots", "More actions", (event) => openMenu(event.currentTarget, entries(channel, message), "Message actions"), { "aria-haspopup": "menu" }));
}

function entries(channel, message) {
  const own = message.user === store.me && !message.subtype;
  const shortcuts = app().shortcuts?.filter((shortcut) => shortcut.type === "message") ?? [];
  return [
    { icon: icon("link"), label: "Copy link", act: () => copyLink(channel, message) },
    { icon: icon("pin"), label: message.pinned ? "Unpin from this channel" : "Pin to this channel", act: () => togglePin(channel.id, message.ts, message.pinned) },
    ...(own ? [
      { icon: icon("pencil"), label: "Edit message", act: () => { store.editing = message.ts; changed(); } },
      { icon: icon("trash"), label: "Delete message", danger: true, act: () => deleteAfterAsking(channel, message) },
    ] : []),
    ...(shortcuts.length ? [null, { heading: app().name ?? "The app" }] : []),
    ...shortcuts.map((shortcut) => ({ icon: icon("bolt"), label: shortcut.name, act: () => runShortcut(shortcut.callback_id, channel.id, message.ts) })),
  ];
}

async function deleteAfterAsking(channel, message) {
  if (await askPlainly("Delete this message?", "It cannot be brought back.", "Delete", "danger")) await remove(channel.id, message.ts);
}

/** Copies the permalink as chat.getPermalink would give it. */
async function copyLink(channel, message) {
  const inThread = message.thread_ts && message.thread_ts !== message.ts ? `?thread_ts=${message.thread_ts}&cid=${channel.id}` : "";
  const link = `https://${store.state.team.domain}.slack.com/archives/${channel.id}/p${message.ts.replace(".", "")}${inThread}`;
  try {
    await navigator.clipboard.writeText(link);
    toast("Link copied.");
  } catch (problem) {
    // The browser may refuse the clipboard; the link is then shown, to be copied by hand.
    toast(`${problem.name}: ${link}`);
  }
}
