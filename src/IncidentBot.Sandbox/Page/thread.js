// The side pane with one thread: its first message, the replies, and a message box.

import { composer } from "./composer.js";
import { h } from "./element.js";
import { icon } from "./icons.js";
import { messageList } from "./messagelist.js";
import { go, toChannel } from "./route.js";
import { channelLabel, openChannel, store } from "./store.js";

let shell = null;

export function drawThread() {
  const pane = document.getElementById("thread");
  const channel = openChannel();
  const { thread } = store.route;
  if (!channel || !thread) {
    if (shell && pane.contains(document.activeElement)) document.querySelector("#main .composer-field")?.focus();
    shell = null;
    pane.hidden = true;
    pane.replaceChildren();
    return;
  }
  const key = `${store.me} ${channel.id} ${thread}`;
  if (shell?.key !== key) shell = build(pane, key, channel, thread);
  if (store.messagesOf !== `${store.me} ${channel.id}`) return;

  const messages = store.messages.filter((message) => (message.ts === thread || message.thread_ts === thread)    && (!message.deleted || message.ts === thread));
  shell.list.draw(messages, { channel, inThread: true, mayAct: channel.is_member && !channel.is_archived }, store.route.ts);
  shell.note.hidden = messages.length > 1;
}

function foot(channel, thread) {
  if (channel.is_archived) return h("p", { class: "foot-note" }, "This channel is archived.");
  return channel.is_member ? composer(channel, thread) : h("p", { class: "foot-note" }, "Join the channel to reply.");
}

function build(pane, key, channel, thread) {
  const list = messageList("Thread");
  const note = h("p", { class: "thread-note", hidden: true }, "No replies yet.");
  const close = () => go(toChannel(channel.id));
  pane.replaceChildren(
    h("div", { class: "pane-head" },
      h("div", { class: "pane-title" }, h("h1", {}, "Thread"), h("p", { class: "topic" }, channelLabel(channel))),
      h("button", { type: "button", class: "icon-button", "aria-label": "Close thread", click: close }, icon("close"))),
    list.node, note,
    h("div", { class: "pane-foot" }, foot(channel, thread)));
  pane.hidden = false;
  pane.onkeydown = (event) => { if (event.key === "Escape" && !event.defaultPrevented) close(); };
  // Where writing would bring up a keyboard over the screen, the pane itself takes the focus.
  ((matchMedia("(hover: hover)").matches && pane.querySelector(".composer-field")) || pane).focus();
  return { key, list, note };
}
