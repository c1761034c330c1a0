// A person's square: their colour and initials. The name stands beside it, so it is hidden from screen readers.

import { h } from "./element.js";
import { displayName, personById } from "./store.js";

export function avatar(id, { small = false, name } = {}) {
  const known = personById(id);
  const color = /^#?[0-9a-f]{6}$/i.test(known?.color ?? "") ? `#${known.color.replace("#", "")}` : "#5b6570";
  return h("span", {
    class: `avatar${small ? " avatar-small" : ""}${known?.is_bot || id === "USLACKBOT" ? " avatar-bot" : ""}`,
    style: { backgroundColor: color, color: luminance(color) > 0.19 ? "#0d1114" : "#ffffff" },
    "aria-hidden": "true",
  }, initials(name ?? displayName(id)));
}

function initials(name) {
  const words = name.split(/[\s._-]+/).filter(Boolean);
  const letters = words.length > 1 ? words[0][0] + words.at(-1)[0] : (words[0] ?? "?").slice(0, 2);
  return letters.toUpperCase();
}

/** Relative luminance as WCAG defines it: above about 0.19 dark letters are easier to read than white ones. */
function luminance(color) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return red * 0.2126 + green * 0.7152 + blue * 0.0722;
}
