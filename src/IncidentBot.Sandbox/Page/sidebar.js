// The left side: workspace, who is acting, and everything that can be opened.

import { actingAs } from "./actingas.js";
import { avatar } from "./avatar.js";
import { h } from "./element.js";
import { icon } from "./icons.js";
import { keyed } from "./keyed.js";
import { newChannel } from "./newchannel.js";
import { newDirect } from "./newdirect.js";
import { HOME, toChannel } from "./route.js";
import { app, channels, channelName, isDirect, namesSign, store } from "./store.js";
import { isUnread } from "./unread.js";

/** The channel of the app's own direct messages, if there is one. */
export const appConversation = () => channels().find((channel) => channel.is_im && channel.with === app().bot_user_id);

export function drawSidebar() {
  const all = [...channels()].sort((a, b) => channelName(a).localeCompare(channelName(b)));
  const mine = all.filter((channel) => channel.is_member && !isDirect(channel) && !channel.is_archived);
  const others = all.filter((channel) => !isDirect(channel) && (!channel.is_member || channel.is_archived));
  const direct = all.filter((channel) => isDirect(channel) && channel.with !== app().bot_user_id && channel.with !== store.me);
  const names = namesSign();
  keyed(document.getElementById("sidebar"), [
    { key: "team", sign: store.state?.team?.name, make: workspaceName },
    { key: "as", sign: names, make: actingAs },
    group("Channels", mine.filter((channel) => !channel.is_private), names, plus("Create a channel", "new-channel", newChannel)),
    group("Private channels", mine.filter((channel) => channel.is_private), names),
    group("Direct messages", direct, names, plus("Write to somebody", "new-direct", (event) => newDirect(event.currentTarget))),
    appGroup(names),
    browse(others, names),
  ].filter(Boolean));
}

const workspaceName = () => h("div", { class: "workspace" },
  h("strong", {}, store.state?.team?.name ?? "Sandbox"), h("span", {}, "sandbox workspace"));

function group(title, list, names, extra) {
  if (list.length === 0 && !extra) return null;
  return {
    key: title, sign: names + signOf(list),
    make: () => h("section", { class: "side-group", "aria-label": title },
      h("div", { class: "side-title" }, h("h2", {}, title), extra),
      h("ul", {}, list.map((channel) => item(channel)))),
  };
}

const signOf = (list) => JSON.stringify([
  list.map((channel) => [channel.id, channelName(channel), channel.is_member, channel.is_archived, isUnread(channel)]),
  store.route.channel, store.route.page,
]);

function item(channel) {
  const unread = isUnread(channel);
  const current = store.route.page === "channel" && store.route.channel === channel.id;
  return h("li", {}, h("a", {
    href: toChannel(channel.id), class: `side-item${unread ? " unread" : ""}`,
    "aria-current": current ? "page" : undefined, "data-focus": channel.id,
  },
  isDirect(channel) ? avatar(channel.with ?? channel.members.find((id) => id !== store.me), { small: true }) : icon(channel.is_private ? "lock" : "hash"),
  h("span", { class: "side-name", title: channelName(channel) }, channelName(channel)),
  channel.is_archived && h("span", { class: "tag" }, "archived"),
  unread && h("span", { class: "unread-dot" }, h("span", { class: "hidden-words" }, "unread"))));
}

function appGroup(names) {
  const messages = appConversation();
  const unread = messages && isUnread(messages);
  const open = store.route.page === "home" || (messages && store.route.channel === messages.id);
  return {
    key: "apps", sign: `${names}${app().name}${unread}${open}`,
    make: () => h("section", { class: "side-group", "aria-label": "Apps" },
      h("div", { class: "side-title" }, h("h2", {}, "Apps")),
      h("ul", {}, h("li", {}, h("a", {
        href: app().home_tab === false && messages ? toChannel(messages.id) : HOME,
        class: `side-item${unread ? " unread" : ""}`, "aria-current": open ? "page" : undefined, "data-focus": "app",
      },
        avatar(app().bot_user_id, { small: true, name: app().name }), h("span", { class: "side-name" }, app().name ?? "The app"),
        unread && h("span", { class: "unread-dot" }, h("span", { class: "hidden-words" }, "unread")))))),
  };
}

let browsing = false;

function browse(list, names) {
  if (list.length === 0) return null;
  return {
    key: "browse", sign: names + signOf(list),
    make: () => h("details", { class: "side-group browse", open: browsing, toggle: (event) => { browsing = event.target.open; } },
      h("summary", { "data-focus": "browse" }, `Other channels (${list.length})`), h("ul", {}, list.map(item))),
  };
}

const plus = (label, focus, click) => h("button", {
  type: "button", class: "icon-button", "aria-label": label, title: label, "data-focus": focus, click,
}, icon("plus"));
