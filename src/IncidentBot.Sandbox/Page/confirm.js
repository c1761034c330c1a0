// A question that must be answered first: Block Kit's confirm object, and the page's own questions.

import { h } from "./element.js";
import { plain, textObject } from "./textobject.js";

/** Asks; resolves true when confirmed. `question` has Block Kit's shape: title, text, confirm, deny, style. */
export function ask(question) {
  return new Promise((resolve) => {
    const dialog = h("dialog", { class: "modal modal-small", "aria-labelledby": "ask-title", close: () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    } },
    h("form", { method: "dialog" },
      h("header", { class: "modal-head" }, h("h2", { id: "ask-title" }, plain(question.title))),
      h("div", { class: "modal-body" }, textObject(question.text)),
      h("footer", { class: "modal-foot" },
        h("button", { class: "button", value: "no" }, plain(question.deny) || "No"),
        h("button", { class: question.style === "danger" ? "button button-danger" : "button button-primary", value: "yes" }, plain(question.confirm) || "Yes"))));
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** The page's own yes-or-no question in plain words. */
export const askPlainly = (title, text, yes, style) => ask({
  title: { type: "plain_text", text: title, emoji: false },
  text: { type: "plain_text", text, emoji: false },
  confirm: { type: "plain_text", text: yes },
  deny: { type: "plain_text", text: "Cancel" },
  style,
});
