// The page's own small forms: a title, some fields, and one thing to do that the sandbox may refuse.

import { SandboxError } from "./api.js";
import { h } from "./element.js";

/** Opens a form; `run` does the deed and may throw the sandbox's refusal, which is then shown in the form. */
export function pageForm(title, fields, verb, run) {
  const error = h("p", { class: "error", role: "alert" });
  const submit = async (event) => {
    event.preventDefault();
    try {
      await run();
      dialog.close();
    } catch (problem) {
      if (!(problem instanceof SandboxError)) throw problem;
      error.textContent = `⚠ ${problem.message}`;
    }
  };
  const dialog = h("dialog", { class: "modal modal-small", "aria-labelledby": "form-title", close: () => dialog.remove() },
    h("form", { submit },
      h("header", { class: "modal-head" }, h("h2", { id: "form-title" }, title)),
      h("div", { class: "modal-body" }, fields, error),
      h("footer", { class: "modal-foot" },
        h("button", { type: "button", class: "button", click: () => dialog.close() }, "Cancel"),
        h("button", { class: "button button-primary" }, verb))));
  document.body.append(dialog);
  dialog.showModal();
  dialog.querySelector(".field")?.focus();
}

/** A labelled line of text for such a form: `{ node, field }`. */
export function textLine(label, value, attributes = {}) {
  const field = h("input", { class: "field", autocomplete: "off", value, ...attributes });
  return { node: h("label", { class: "label" }, h("span", { class: "label" }, label), field), field };
}
