// The main pane while a channel is open: header, messages, and the message box or what stands in its place.

import { join } from "./acts.js";
import { expectJoin } from "./arrivals.js";
import { channelHeader } from "./channelheader.js";
import { composer } from "./composer.js";
import { h } from "./element.js";
import { keyed } from "./keyed.js";
import { messageList } from "./messagelist.js";
import { inline } from "./mrkdwn.js";
import { channelLabel, channelName, displayName, isDirect, namesSign, openChannel, store } from "./store.js";
import { welcome } from "./welcome.js";

let shell = null;

/** Draws the open channel into `pane`. */
export function drawConversation(pane) {
  const channel = openChannel();
  if (!channel) return drawMissing(pane);
  const key = `${store.me} ${channel.id}`;
  if (shell?.key !== key || !shell.list.node.isConnected) shell = build(pane, key, channel);

  keyed(shell.head, [{ key: "head", sign: namesSign() + JSON.stringify(channel), make: () => channelHeader(channel) }]);
  keyed(shell.first, welcome(channel.id));
  keyed(shell.foot, [{ key: "foot", sign: JSON.stringify([channelName(channel), channel.is_member, channel.is_archived]), make: () => foot(channel) }]);
  if (shell.isFresh) focusBox(shell);
  if (store.messagesOf !== key) return undefined;
  shell.list.draw(store.messages.filter(isInChannel), {
    channel, inThread: false, mayAct: channel.is_member && !channel.is_archived, lastReplies: lastReplies(),
  }, store.route.thread ? undefined : store.route.ts, beginning(channel));
  return undefined;
}

function build(pane, key, channel) {
  const list = messageList(`Messages in ${channelLabel(channel)}`);
  const head = h("div");
  const first = h("div", { class: "pane-first" });
  const foot = h("div", { class: "pane-foot" });
  pane.replaceChildren(head, list.node, first, foot);
  return { key, list, head, first, foot, isFresh: true };
}

/** Whoever arrives may write at once, unless they are busy elsewhere or a keyboard would cover the screen. */
function focusBox(arrived) {
  arrived.isFresh = false;
  const busy = document.querySelector("dialog[open]") || document.activeElement.matches("input, textarea, select, .acting-as");
  if (!busy && matchMedia("(hover: hover)").matches) arrived.foot.querySelector(".composer-field")?.focus();
}

/** Replies stay in their thread unless they were sent to the channel too; a deleted message leaves a trace only above replies. */
const isInChannel = (message) => (!message.thread_ts || message.thread_ts === message.ts || message.broadcast)
  && (!message.deleted || message.reply_count > 0);

function lastReplies() {
  const last = new Map();
  for (const message of store.messages) if (message.thread_ts && message.thread_ts !== message.ts && !message.ephemeral) last.set(message.thread_ts, message.ts);
  return last;
}

function beginning(channel) {
  const words = isDirect(channel) ? `This is the conversation with ${channelName(channel)}.` : `This is the very beginning of #${channel.name}.`;
  const make = () => h("li", { class: "beginning" }, h("p", {}, words, " ", inline(channel.purpose ?? "")));
  return [{ key: "beginning", sign: words + channel.purpose, make }];
}

function foot(channel) {
  if (channel.is_archived) return h("p", { class: "foot-note" }, "This channel is archived. It can be read, not written to.");
  if (!channel.is_member) {
    const enter = () => {
      expectJoin(channel.id);
      join(channel.id);
    };
    return h("div", { class: "foot-note" }, h("span", {}, `You are looking at #${channel.name} from outside.`),
      h("button", { type: "button", class: "button button-primary", click: enter }, "Join the channel"));
  }
  return composer(channel);
}

function drawMissing(pane) {
  shell = null;
  const words = store.route.page === "none" ? "Choose a conversation on the left." : `This channel does not exist, or ${displayName(store.me)} cannot see it.`;
  keyed(pane, [{ key: "missing", sign: words, make: () => h("div", { class: "empty" }, h("p", {}, words)) }]);
}
