// The message box: Enter sends, Shift+Enter starts a new line, a leading slash runs a command. Drafts are kept per place and person.

import { runCommand, say, share } from "./acts.js";
import { h } from "./element.js";
import { icon } from "./icons.js";
import { toSlack } from "./outgoing.js";
import { channelLabel, store } from "./store.js";
import { commandIn } from "./suggestions.js";
import { suggestList } from "./suggestlist.js";
import { putWelcomeAway } from "./welcomed.js";

const drafts = new Map();

/** A message box for a channel, or for a thread in it. */
export function composer(channel, thread) {
  const key = `${store.me} ${channel.id} ${thread ?? ""}`;
  const where = thread ? "Reply in the thread" : `Message ${channelLabel(channel)}`;
  const field = h("textarea", { class: "composer-field", rows: 1, placeholder: where, "aria-label": where, value: drafts.get(key) ?? "", autocomplete: "off" });
  const hint = h("p", { class: "composer-hint", "aria-live": "polite" });
  const broadcast = thread && h("input", { type: "checkbox" });
  const { list, onKey, close } = suggestList(field);

  const changedText = () => {
    drafts.set(key, field.value);
    field.style.height = "auto";
    field.style.height = `${Math.min(field.scrollHeight, 260)}px`;
    const command = commandIn(field.value);
    hint.classList.remove("composer-hint-bad");
    hint.textContent = command ? `${command.command} ${command.usage_hint ?? ""} — ${command.description ?? ""}` : "";
  };

  const send = async () => {
    const text = field.value.trim();
    if (text === "") return;
    const isCommand = field.value.startsWith("/");
    const refusal = isCommand && whyNot(text, thread);
    if (refusal) {
      hint.classList.add("composer-hint-bad");
      hint.textContent = refusal;
      return;
    }
    field.value = "";
    close();
    changedText();
    const sent = isCommand
      ? await command(text)
      : await say({ channel: channel.id, text: toSlack(text), thread_ts: thread, broadcast: broadcast?.checked || undefined });
    if (sent) return;
    if (field.value === "") field.value = text;
    changedText();
  };

  async function command(text) {
    hint.textContent = `${text.split(" ")[0]} …`;
    const answer = await runCommand(channel.id, toSlack(text));
    if (answer) putWelcomeAway();
    if (hint.textContent.endsWith("…")) hint.textContent = "";
    return answer;
  }

  const chosen = h("input", { type: "file", hidden: true, "aria-label": "File to post" });
  chosen.addEventListener("change", async () => {
    const [file] = chosen.files;
    chosen.value = "";
    if (!file) return;
    const text = field.value.trim();
    if (!await share(channel.id, thread, file, toSlack(text))) return;
    if (field.value.trim() === text) field.value = "";
    changedText();
  });

  field.addEventListener("input", changedText);
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || onKey(event)) {
      if (!event.isComposing) event.preventDefault();
      return;
    }
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    send();
  });
  requestAnimationFrame(changedText);

  return h("form", { class: "composer", submit: (event) => { event.preventDefault(); send(); } },
    list,
    h("div", { class: "composer-box" }, field, chosen,
      h("button", { type: "button", class: "icon-button", "aria-label": "Post a file", title: "Post a file", click: () => chosen.click() }, "📎"),
      h("button", { class: "icon-button send", "aria-label": "Send" }, icon("send"))),
    broadcast && h("label", { class: "choice choice-small" }, broadcast, h("span", {}, `Also send to ${channelLabel(channel)}`)),
    hint);
}

function whyNot(text, thread) {
  const word = text.split(/\s/)[0];
  if (thread) return `${word} does not work in threads. Try it in the channel.`;
  return commandIn(text) ? null : `${word} is not a command here. To send it as a message, put a space first.`;
}

/** Puts text into the channel's message box, ready to be sent. */
export function prefill(text) {
  const field = document.querySelector("#main .composer-field");
  if (!field) return;
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
}
