// Slack's mrkdwn as nodes (Slack docs: Formatting message text). It builds text nodes and a few elements; it never makes HTML.

import { fragment, h } from "./element.js";
import { entity, shortcode, unescape } from "./entities.js";
import { link } from "./links.js";

const TAGS = { "*": "strong", "_": "em", "~": "del" };
const WORD = /[\p{L}\p{N}]/u;
const TOKEN = /`([^`\n]+)`|<([^<>\n]+)>|:([a-z0-9_+-]+(?:::skin-tone-[2-6])?):|(https?:\/\/[^\s<>|`]+)|[*_~]/gi;

/** A whole text: code blocks, quotes, lines that are list items, and everything inline. */
export function mrkdwn(text) {
  const parts = text.split(/```\n?([\s\S]*?)\n?```/g);
  return fragment(parts.map((part, index) => (index % 2 === 1
    ? h("pre", { tabindex: "0" }, h("code", {}, asWritten(part)))
    : lines(part, index > 0, index < parts.length - 1))));
}

/** One line, or text whose line breaks may be lost. */
export const inline = (text) => fragment(spans(text));

function lines(text, afterCode, beforeCode) {
  let body = text;
  if (afterCode) body = body.replace(/^[ \t]*\n/, "");
  if (beforeCode) body = body.replace(/\n[ \t]*$/, "");
  if (body === "" && (afterCode || beforeCode)) return [];

  const made = [];
  let quote = null;
  let restIsQuote = false;
  for (const line of body.split("\n")) {
    const quoted = /^(&gt;|>){3} ?/.exec(line) ?? /^(&gt;|>) ?/.exec(line);
    if (restIsQuote || quoted) {
      restIsQuote ||= /^(&gt;|>){3}/.test(line);
      if (!quote) made.push(quote = h("blockquote"));
      quote.append(oneLine(quoted ? line.slice(quoted[0].length) : line));
    } else {
      quote = null;
      made.push(oneLine(line));
    }
  }
  return made;
}

function oneLine(line) {
  const bullet = /^(\s*)([•◦▪‣-]|\d{1,3}[.)])\s+(?=\S)/.exec(line);
  if (!bullet) return h("div", { class: "line" }, spans(line));
  return h("div", { class: bullet[1] ? "line bullet bullet-deep" : "line bullet" },
    h("span", { class: "bullet-mark" }, bullet[2]), h("span", {}, spans(line.slice(bullet[0].length))));
}

function spans(text) {
  const made = [];
  const token = new RegExp(TOKEN);
  let done = 0;
  for (let found; (found = token.exec(text)) !== null;) {
    const node = nodeFor(found, text);
    if (!node) {
      token.lastIndex = found.index + 1;
      continue;
    }
    made.push(unescape(text.slice(done, found.index)), node.content);
    done = token.lastIndex = node.end;
  }
  made.push(unescape(text.slice(done)));
  return made;
}

function nodeFor(found, text) {
  const [written, code, inside, name, url] = found;
  const end = found.index + written.length;
  if (code !== undefined) return { content: h("code", {}, asWritten(code)), end };
  if (inside !== undefined) return { content: entity(inside), end };
  if (url !== undefined) return bareUrl(url, found.index);
  if (name !== undefined) {
    const content = shortcode(name);
    return typeof content === "string" ? null : { content, end };
  }
  return styled(text, found.index);
}

/** `*bold*` and its like: the marks stand at a word's edges, on one line, and do not look inside links or code. */
function styled(text, start) {
  const mark = text[start];
  const next = text[start + 1] ?? " ";
  if (WORD.test(text[start - 1] ?? " ") || /\s/.test(next) || next === mark) return null;
  for (let at = start + 1; at < text.length && text[at] !== "\n"; at++) {
    if (text[at] === "<") at = skipTo(text, at, ">");
    else if (text[at] === "`") at = skipTo(text, at, "`");
    else if (text[at] === mark && !/\s/.test(text[at - 1]) && !WORD.test(text[at + 1] ?? " ")) {
      return { content: h(TAGS[mark], {}, spans(text.slice(start + 1, at))), end: at + 1 };
    }
  }
  return null;
}

function skipTo(text, from, mark) {
  const at = text.indexOf(mark, from + 1);
  return at < 0 ? from : at;
}

function bareUrl(written, start) {
  const url = written.replace(/&[gl]t;.*$/, "").replace(/[.,;:!?'")\]*_~]+$/, "");
  return { content: link(unescape(url), unescape(url)), end: start + url.length };
}

/** Inside code nothing is formatted, but the escapes and `<address|label>` still read as what was typed. */
const asWritten = (text) => unescape(text.replace(/<([^<>|\n]+)\|([^<>\n]*)>/g, "$2").replace(/<([a-z]+:[^<>\n]+)>/gi, "$1"));
