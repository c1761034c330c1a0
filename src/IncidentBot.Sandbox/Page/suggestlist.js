// The list of suggestions above a text field, worked with the arrow keys, Tab, Enter and Escape.

import { h } from "./element.js";
import { suggest } from "./suggestions.js";

let lists = 0;

/** Attaches a list to `field`; `onKey(event)` answers true when the list has used the key. */
export function suggestList(field) {
  const id = `suggest-${++lists}`;
  const list = h("ul", { class: "suggest", role: "listbox", id, "aria-label": "Suggestions", hidden: true });
  let offered = null;
  let at = -1;

  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", id);

  const close = () => {
    offered = null;
    draw();
  };
  const update = () => {
    offered = field.selectionStart === field.selectionEnd ? suggest(field.value, field.selectionStart) : null;
    at = offered?.eager ? 0 : -1;
    draw();
  };
  const accept = (item) => {
    field.setRangeText(item.insert, offered.from, offered.to, "end");
    field.focus();
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };

  function draw() {
    list.hidden = !offered;
    list.replaceChildren(...(offered?.items ?? []).map((item, index) => h("li", {
      role: "option", id: `${id}-${index}`, class: "suggest-item", "aria-selected": String(index === at),
      mousedown: (event) => { event.preventDefault(); accept(item); },
    }, h("span", { class: "suggest-label" }, item.label), h("span", { class: "suggest-detail" }, item.detail))));
    if (offered && at >= 0) field.setAttribute("aria-activedescendant", `${id}-${at}`);
    else field.removeAttribute("aria-activedescendant");
  }

  function onKey(event) {
    if (!offered) return false;
    const count = offered.items.length;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") at = (at + (event.key === "ArrowDown" ? 1 : at < 0 ? 0 : -1) + count) % count;
    else if (event.key === "Tab" && !event.shiftKey) return accept(offered.items[Math.max(at, 0)]), true;
    else if (event.key === "Enter" && !event.shiftKey && at >= 0) return accept(offered.items[at]), true;
    else if (event.key === "Escape") offered = null;
    else return false;
    draw();
    return true;
  }

  field.addEventListener("input", update);
  field.addEventListener("blur", close);
  return { list, onKey, close };
}
