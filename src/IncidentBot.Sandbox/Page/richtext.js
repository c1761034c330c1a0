// The rich_text block: what Slack makes of messages that people type (Slack docs: Block Kit, rich text block).

import { fragment, h } from "./element.js";
import { broadcast, channel, date, person, shortcode } from "./entities.js";
import { link } from "./links.js";

export function richText(block) {
  return h("div", { class: "block rich-text" }, (block.elements ?? []).map(part));
}

function part(element) {
  switch (element.type) {
    case "rich_text_list": return list(element);
    case "rich_text_quote": return h("blockquote", {}, runs(element));
    case "rich_text_preformatted": return h("pre", { tabindex: "0" }, h("code", {}, runs(element)));
    default: return h("div", { class: "line pre-line" }, runs(element));
  }
}

function list(element) {
  const items = (element.elements ?? []).map((item) => h("li", {}, runs(item)));
  return h(element.style === "ordered" ? "ol" : "ul", { class: "rich-list", style: { marginInlineStart: `${(element.indent ?? 0) * 1.5}rem` } }, items);
}

const runs = (element) => fragment((element.elements ?? []).map((run) => dress(run.style, content(run))));

function content(run) {
  switch (run.type) {
    case "text": return run.text ?? "";
    case "link": return link(run.url ?? "", run.text || run.url || "");
    case "user": return person(run.user_id);
    case "channel": return channel(run.channel_id);
    case "usergroup": return "@a user group";
    case "broadcast": return broadcast(run.range);
    case "emoji": return shortcode(run.name ?? "");
    case "date": return date(run.timestamp, run.format ?? "{date} at {time}", run.url, run.fallback);
    default: return run.text ?? "";
  }
}

function dress(style = {}, node) {
  let dressed = node;
  if (style.code) dressed = h("code", {}, dressed);
  if (style.strike) dressed = h("del", {}, dressed);
  if (style.italic) dressed = h("em", {}, dressed);
  if (style.bold) dressed = h("strong", {}, dressed);
  return dressed;
}
