// Radio buttons, and checkboxes (which also stand for selects of several).

import { h } from "./element.js";
import { textObject } from "./textobject.js";

let groups = 0;

/** `type` is "radio" or "checkbox"; a radio reads one value, checkboxes read a list. */
export function choices(type, options, names, value) {
  const group = `choices-${++groups}`;
  const chosen = new Set([value ?? []].flat());
  const boxes = (options ?? []).map((option) => h("input", { type, name: group, value: option.value, checked: chosen.has(option.value) }));
  const node = h("div", { class: "choices", role: type === "radio" ? "radiogroup" : "group", ...names },
    boxes.map((box, index) => h("label", { class: "choice" }, box, h("span", { class: "choice-text" },
      h("span", {}, textObject(options[index].text)),
      options[index].description && h("span", { class: "choice-detail" }, textObject(options[index].description))))));
  const read = () => {
    const values = boxes.filter((box) => box.checked).map((box) => box.value);
    return type === "radio" ? values[0] ?? null : values;
  };
  return { node, read, focus: () => boxes[0]?.focus() };
}
