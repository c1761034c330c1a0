// Block Kit's elements that hold a value. Each control is `{ node, read, focus }`; `read` answers text, a list, or null for nothing.

import { choices } from "./choices.js";
import { h } from "./element.js";
import { channelLabel, channels, isDirect, myZone, people } from "./store.js";
import { plain } from "./textobject.js";
import { fieldValue, instantOfField } from "./zone.js";

/** The control for an element, or null when its type holds no value. `names` are ARIA attributes; `value` beats the initial one. */
export function control(element, names, value) {
  const make = MAKERS[element.type];
  return make ? make(element, names, value === undefined ? initial(element) : value) : null;
}

/** What the element holds before anybody touches it. */
function initial(element) {
  const options = element.initial_options?.map((option) => option.value);
  return element.initial_value ?? element.initial_option?.value ?? options
    ?? element.initial_user ?? element.initial_users ?? element.initial_channel ?? element.initial_channels
    ?? element.initial_conversation ?? element.initial_conversations
    ?? element.initial_date ?? element.initial_time ?? element.initial_date_time ?? null;
}

const MAKERS = {
  plain_text_input: (element, names, value) => typed(element, names, value, element.multiline ? null : "text"),
  number_input: (element, names, value) => typed(element, names, value, "number"),
  email_text_input: (element, names, value) => typed(element, names, value, "email"),
  url_text_input: (element, names, value) => typed(element, names, value, "url"),
  datepicker: (element, names, value) => typed(element, names, value, "date"),
  timepicker: (element, names, value) => typed(element, names, value, "time"),
  datetimepicker: dateAndTime,
  static_select: (element, names, value) => select(element, names, value, optionNodes(element)),
  users_select: (element, names, value) => select(element, names, value, options(persons())),
  channels_select: (element, names, value) => select(element, names, value, options(rooms((channel) => !isDirect(channel) && !channel.is_private))),
  conversations_select: (element, names, value) => select(element, names, value, options(rooms(() => true))),
  radio_buttons: (element, names, value) => choices("radio", element.options, names, value),
  checkboxes: (element, names, value) => choices("checkbox", element.options, names, value),
  multi_static_select: (element, names, value) => choices("checkbox", allOptions(element), names, value),
  multi_users_select: (element, names, value) => choices("checkbox", persons(), names, value),
  multi_channels_select: (element, names, value) => choices("checkbox", rooms((channel) => !isDirect(channel) && !channel.is_private), names, value),
  multi_conversations_select: (element, names, value) => choices("checkbox", rooms(() => true), names, value),
};

function typed(element, names, value, type) {
  const shared = {
    class: "field", ...names, value: value ?? "", placeholder: plain(element.placeholder) || undefined,
    minlength: element.min_length, maxlength: element.max_length, autocomplete: "off",
  };
  const node = type === null
    ? h("textarea", { ...shared, rows: 4 })
    : h("input", { ...shared, type, min: element.min_value, max: element.max_value, step: element.is_decimal_allowed ? "any" : undefined });
  return { node, read: () => node.value || null, focus: () => node.focus() };
}

/** Slack keeps an instant in Unix seconds; the field shows it in the person's zone. */
function dateAndTime(element, names, value) {
  const node = h("input", { class: "field", type: "datetime-local", ...names, value: value ? fieldValue(Number(value) * 1000, myZone()) : "" });
  return { node, read: () => (node.value ? String(instantOfField(node.value, myZone()) / 1000) : null), focus: () => node.focus() };
}

function select(element, names, value, children) {
  const node = h("select", { class: "field select", ...names },
    h("option", { value: "" }, plain(element.placeholder) || "Choose one"), children);
  node.value = value ?? "";
  return { node, read: () => node.value || null, focus: () => node.focus() };
}

const options = (list) => list.map((option) => h("option", { value: option.value }, plain(option.text)));

function optionNodes(element) {
  if (!element.option_groups) return options(element.options ?? []);
  return element.option_groups.map((group) => h("optgroup", { label: plain(group.label) }, options(group.options)));
}

const allOptions = (element) => element.options ?? (element.option_groups ?? []).flatMap((group) => group.options);
const asOption = (value, text) => ({ value, text: { type: "plain_text", text, emoji: false } });
const persons = () => people().map((person) => asOption(person.id, person.real_name || person.name));
const rooms = (wanted) => channels().filter(wanted).map((channel) => asOption(channel.id, channelLabel(channel)));
