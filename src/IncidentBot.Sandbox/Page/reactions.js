// The row of reactions under a message.

import { toggleReaction } from "./acts.js";
import { h } from "./element.js";
import { emoji } from "./emoji.js";
import { pickEmoji } from "./emojipicker.js";
import { icon } from "./icons.js";
import { displayName, store } from "./store.js";

export function reactionRow(channel, message, mayReact) {
  if (!message.reactions?.length) return null;
  return h("div", { class: "reactions", role: "group", "aria-label": "Reactions" },
    message.reactions.map((reaction) => chip(channel, message, reaction, mayReact)),
    mayReact && h("button", {
      type: "button", class: "reaction reaction-add", "aria-label": "Add a reaction", "data-focus": "add-reaction",
      click: (event) => pickEmoji(event.currentTarget, (name) => toggleReaction(channel, message, name)),
    }, icon("smile")));
}

function chip(channel, message, reaction, mayReact) {
  const mine = reaction.users?.includes(store.me) ?? false;
  const names = (reaction.users ?? []).map(displayName).join(", ");
  return h("button", {
    type: "button", class: "reaction", disabled: !mayReact, "aria-pressed": String(mine), "data-focus": `reaction ${reaction.name}`,
    title: `${names} reacted with :${reaction.name}:`,
    "aria-label": `${reaction.name.replaceAll("_", " ")}, ${reaction.count}${mine ? ", yours too" : ""}: ${names}`,
    click: () => toggleReaction(channel, message, reaction.name),
  }, h("span", { class: "emoji" }, emoji(reaction.name) ?? `:${reaction.name}:`), h("span", { class: "reaction-count" }, reaction.count));
}
