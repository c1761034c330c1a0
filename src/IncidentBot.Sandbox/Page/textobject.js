// Block Kit's text objects: plain_text and mrkdwn.

import { withEmoji } from "./emoji.js";
import { fragment } from "./element.js";
import { unescape } from "./entities.js";
import { mrkdwn } from "./mrkdwn.js";

/** Nodes for a text object; a missing one is empty. */
export function textObject(text) {
  if (!text) return fragment();
  return text.type === "mrkdwn" ? mrkdwn(text.text ?? "") : fragment(plain(text));
}

/** A plain_text object as a string; shortcodes become emoji unless the object says otherwise. */
export function plain(text) {
  if (!text) return "";
  const read = unescape(text.text ?? "");
  return text.emoji === false ? read : withEmoji(read);
}
