// Block Kit's blocks as nodes (Slack docs: Block Kit, blocks).

import { element } from "./elements.js";
import { fragment, h } from "./element.js";
import { input } from "./inputs.js";
import { link } from "./links.js";
import { mrkdwn } from "./mrkdwn.js";
import { richText } from "./richtext.js";
import { plain, textObject } from "./textobject.js";

const RENDERERS = {
  header: (block) => h("h2", { class: "block block-header" }, plain(block.text)),
  divider: () => h("hr", { class: "block" }),
  section,
  context,
  actions: (block, surface) => h("div", { class: "block actions" }, (block.elements ?? []).map((item) => element(item, block.block_id, surface))),
  context_actions: (block, surface) => RENDERERS.actions(block, surface),
  image: (block) => h("div", { class: "block" }, picture(block)),
  rich_text: richText,
  markdown: (block) => h("div", { class: "block" }, mrkdwn(fromMarkdown(block.text ?? ""))),
  table,
  input,
};

/** All blocks of a message or view; see elements.js for what a surface is. */
export function blocks(list, surface) {
  return fragment(list.map((block) => {
    const render = RENDERERS[block.type];
    return render ? render(block, surface) : h("p", { class: "block unknown" }, `(a block of type ${block.type})`);
  }));
}

function section(block, surface) {
  const { accessory } = block;
  const words = h("div", { class: "section-words" },
    block.text && h("div", {}, textObject(block.text)),
    block.fields && h("div", { class: "fields" }, block.fields.map((field) => h("div", { class: "one-field" }, textObject(field)))));
  return h("div", { class: accessory ? "block section with-accessory" : "block section" }, words,
    accessory && h("div", { class: "accessory" }, accessory.type === "image" ? picture(accessory) : element(accessory, block.block_id, surface)));
}

function context(block) {
  return h("div", { class: "block context" }, (block.elements ?? []).map((item) =>
    h("div", { class: "context-item" }, item.type === "image" ? picture(item) : textObject(item))));
}

/** Nothing is loaded from outside, so a picture is shown by its title and description. */
function picture(item) {
  const what = item.alt_text || "no description";
  return h("figure", { class: "picture" },
    h("span", { class: "picture-frame", role: "img", "aria-label": `Image: ${what}` }, "🖼"),
    h("figcaption", {}, item.title && h("strong", {}, plain(item.title), " "), item.image_url ? link(item.image_url, what) : what));
}

function table(block) {
  const cell = (content) => (content?.type === "rich_text" ? richText(content) : content?.text ?? "");
  return h("div", { class: "block table-frame" }, h("table", {}, h("tbody", {}, (block.rows ?? []).map((row, index) =>
    h("tr", {}, row.map((content) => h(index === 0 ? "th" : "td", {}, cell(content))))))));
}

/** The markdown block takes standard Markdown: its common marks, put in Slack's. */
const fromMarkdown = (text) => text
  .replace(/^#{1,6}\s+(.+)$/gm, "*$1*")
  .replace(/\*\*([^*\n]+)\*\*/g, "*$1*")
  .replace(/\[([^\]\n|>]+)\]\(([^)\s|>]+)\)/g, "<$2|$1>");
