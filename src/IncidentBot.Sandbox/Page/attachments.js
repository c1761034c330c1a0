// Attachments, Slack's older way to set text apart with a coloured edge (Slack docs: Secondary attachments).

import { blocks } from "./blocks.js";
import { h } from "./element.js";
import { unescape } from "./entities.js";
import { link } from "./links.js";
import { mrkdwn } from "./mrkdwn.js";

const NAMED = { good: "#2f8f5b", warning: "#d9a021", danger: "#b0261d" };

export function attachments(list, surface) {
  if (!list?.length) return null;
  return list.map((item) => h("div", { class: "attachment", style: { borderInlineStartColor: color(item.color) } },
    item.pretext && mrkdwn(item.pretext),
    item.author_name && h("div", { class: "when" }, unescape(item.author_name)),
    item.title && h("strong", {}, item.title_link ? link(item.title_link, unescape(item.title)) : unescape(item.title)),
    item.text && mrkdwn(item.text),
    item.fields?.length > 0 && h("div", { class: "fields" }, item.fields.map((field) =>
      h("div", {}, h("strong", {}, unescape(field.title ?? "")), mrkdwn(field.value ?? "")))),
    item.blocks ? blocks(item.blocks, surface) : !item.text && !item.title && item.fallback && mrkdwn(item.fallback),
    item.footer && h("div", { class: "when" }, unescape(item.footer))));
}

function color(name) {
  if (NAMED[name]) return NAMED[name];
  return /^#?[0-9a-f]{6}$/i.test(name ?? "") ? `#${name.replace("#", "")}` : "";
}
