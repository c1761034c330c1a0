// The line above a conversation: its name, topic, pins and members.

import { invite } from "./acts.js";
import { avatar } from "./avatar.js";
import { channelMenu } from "./channelmenu.js";
import { h } from "./element.js";
import { withEmoji } from "./emoji.js";
import { unescape } from "./entities.js";
import { icon } from "./icons.js";
import { link } from "./links.js";
import { inline } from "./mrkdwn.js";
import { openMenu, openPopover } from "./popover.js";
import { go, HOME, toWhereverIs } from "./route.js";
import { app, channelName, displayName, isDirect, myZone, people, store } from "./store.js";
import { clockTime, instantOf } from "./zone.js";

export function channelHeader(channel) {
  const isApp = channel.is_im && channel.with === app().bot_user_id;
  const head = h("div", { class: "pane-head" },
    h("div", { class: "pane-title" },
      h("h1", {}, isDirect(channel) ? avatar(channel.with ?? store.me, { small: true }) : icon(channel.is_private ? "lock" : "hash"),
        h("span", {}, channelName(channel)), channel.is_private && h("span", { class: "hidden-words" }, "(private)"),
        channel.is_archived && h("span", { class: "tag" }, "archived")),
      channel.topic && h("p", { class: "topic", title: unescape(channel.topic) }, inline(channel.topic))),
    isApp ? appTabs("messages", channel) : h("div", { class: "pane-tools" },
      pinsButton(channel), !isDirect(channel) && [membersButton(channel), menuButton(channel)]));
  return channel.bookmarks?.length ? h("div", {}, head, bookmarks(channel.bookmarks)) : head;
}

function bookmarks(list) {
  return h("ul", { class: "bookmarks", "aria-label": "Bookmarks" }, list.map((bookmark) =>
    h("li", {}, bookmark.emoji ? `${withEmoji(bookmark.emoji)} ` : icon("link"), link(bookmark.link ?? "", unescape(bookmark.title ?? "")))));
}

/** The app's two tabs: its Home and its messages. */
export function appTabs(current, conversation) {
  const tab = (name, label, href) => h("a", { href, class: "tab", "aria-current": current === name ? "page" : undefined, "data-focus": name }, label);
  return h("div", { class: "tabs" }, tab("home", "Home", HOME), conversation && tab("messages", "Messages", `#/${conversation.id}`));
}

function pinsButton(channel) {
  const count = channel.pins?.length ?? 0;
  return h("button", {
    type: "button", class: "button button-quiet", "aria-haspopup": "dialog", "data-focus": "pins",
    "aria-label": `Pinned messages: ${count}`, title: "Pinned messages", click: (event) => showPins(event.currentTarget, channel),
  }, icon("pin"), String(count));
}

function showPins(anchor, channel) {
  const pinned = store.messages.filter((message) => channel.pins?.includes(message.ts));
  let close = () => {};
  close = openPopover(anchor, h("div", { class: "pins" },
    h("h2", {}, "Pinned"),
    pinned.length === 0 && h("p", { class: "hint" }, "Nothing is pinned here yet."),
    h("ul", {}, pinned.map((message) => h("li", {}, h("button", {
      type: "button", class: "pin-item", click: () => { close(); go(toWhereverIs(channel.id, message)); },
    }, h("strong", {}, message.username || displayName(message.user)), h("span", { class: "when" }, clockTime(instantOf(message.ts), myZone())),
    h("span", { class: "pin-text" }, inline((message.text ?? "").slice(0, 200) || "(a card)"))))))), { label: "Pinned messages" });
}

function membersButton(channel) {
  const count = channel.members?.length ?? 0;
  return h("button", {
    type: "button", class: "button button-quiet", "aria-haspopup": "menu", "data-focus": "members",
    "aria-label": `Members: ${count}`, title: "Members", click: (event) => showMembers(event.currentTarget, channel),
  }, icon("people"), String(count));
}

function showMembers(anchor, channel) {
  const inside = new Set(channel.members ?? []);
  const outside = people().filter((person) => !inside.has(person.id) && person.id !== "USLACKBOT");
  const entry = (id, label, act) => ({ icon: avatar(id, { small: true }), label, act });
  const mayChange = channel.is_member && !channel.is_archived;
  openMenu(anchor, [
    { heading: `${inside.size} ${inside.size === 1 ? "member" : "members"}` },
    ...[...inside].map((id) => entry(id, displayName(id), () => {})),
    ...(mayChange && outside.length ? [null, { heading: "Add to the channel" }] : []),
    ...(mayChange ? outside.map((person) => entry(person.id, displayName(person.id), () => invite(channel.id, [person.id]))) : []),
  ], "Members");
}

function menuButton(channel) {
  if (!channel.is_member && !channel.is_archived) return null;
  return h("button", {
    type: "button", class: "icon-button", "aria-haspopup": "menu", "aria-label": "Channel actions", title: "Channel actions", "data-focus": "channel-menu",
    click: (event) => channelMenu(event.currentTarget, channel),
  }, icon("dots"));
}
