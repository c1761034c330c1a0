// Between what people type ("@alice", "a < b") and what Slack stores ("<@U1>", "a &lt; b").

import { unescape } from "./entities.js";
import { channelById, channels, isDirect, people, personById } from "./store.js";

const CODE = /(```[\s\S]*?```|`[^`\n]*`)/;
const BROADCASTS = ["here", "channel", "everyone"];

/** Typed text in Slack's form: the three characters escaped, known people and channels made mentions, code left as it is. */
export function toSlack(typed) {
  return typed.split(CODE).map((part, index) => (index % 2 === 1 ? escape(part) : mentions(escape(part)))).join("");
}

const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function mentions(text) {
  return text.replace(/(^|[^\p{L}\p{N}_/])([@#])([\p{L}\p{N}._-]+)/gu, (written, before, mark, word) => {
    // A full stop or hyphen may end a name or only follow it, so the longest known name wins.
    for (let end = word.length; end > 0; end = /[._-]$/.test(word.slice(0, end)) ? end - 1 : 0) {
      const entity = mark === "@" ? personEntity(word.slice(0, end)) : channelEntity(word.slice(0, end));
      if (entity) return before + entity + word.slice(end);
    }
    return written;
  });
}

function personEntity(name) {
  if (BROADCASTS.includes(name)) return `<!${name}>`;
  const person = people().find((one) => one.name === name);
  return person && `<@${person.id}>`;
}

function channelEntity(name) {
  const channel = channels().find((one) => !isDirect(one) && one.name === name);
  return channel && `<#${channel.id}>`;
}

/** A stored text as a person would have typed it, for editing. */
export function toTyped(stored) {
  return unescape(stored.replace(/<([^<>\n]+)>/g, (written, inside) => {
    const [target, label] = inside.split("|");
    if (target[0] === "@") return `@${personById(target.slice(1))?.name ?? label ?? target.slice(1)}`;
    if (target[0] === "#") return `#${channelById(target.slice(1))?.name ?? label ?? target.slice(1)}`;
    if (target[0] === "!") return BROADCASTS.includes(target.slice(1)) ? `@${target.slice(1)}` : written;
    return label && !target.endsWith(label) ? written : label ?? target;
  }));
}
