// What to offer while somebody types: commands at the start of a line, people after "@", channels after "#".

import { app, channels, isDirect, people } from "./store.js";

const MOST = 8;

/** `{ from, to, eager, items: [{ label, detail, insert }] }` for the text before the caret, or null. Eager lists have a first choice. */
export function suggest(text, caret) {
  const before = text.slice(0, caret);
  return commandNames(before) ?? subcommands(before) ?? mention(before);
}

/** The command that stands at the start of a text, or undefined. */
export function commandIn(text) {
  const word = /^\/\S+/.exec(text)?.[0];
  return word && app().commands?.find((one) => one.command === word);
}

function commandNames(before) {
  if (!/^\/\S*$/.test(before)) return null;
  const items = (app().commands ?? []).filter((one) => one.command.startsWith(before) && one.command !== before)
    .map((one) => ({ label: `${one.command} ${one.usage_hint ?? ""}`.trim(), detail: one.description, insert: `${one.command} ` }));
  return offer(items, 0, before.length, true);
}

/** A usage hint such as "declare | sev | close" names the words that may follow. */
function subcommands(before) {
  const typed = /^(\/\S+) (\S*)$/.exec(before);
  const hint = typed && commandIn(typed[1])?.usage_hint;
  if (!hint) return null;
  const alternatives = hint.replace(/^\[(.*)\]$/, "$1").split("|").map((one) => one.trim()).filter((one) => /^[\w-]+(\s|$)/.test(one));
  if (alternatives.length < 2) return null;
  const items = alternatives.filter((one) => one.startsWith(typed[2]) && one.split(/\s/)[0] !== typed[2])
    .map((one) => ({ label: one, detail: "", insert: `${one.split(/\s/)[0]} ` }));
  return offer(items, typed[1].length + 1, before.length, false);
}

function mention(before) {
  const typed = /(?:^|[\s(])([@#])([\p{L}\p{N}._-]*)$/u.exec(before);
  if (!typed) return null;
  const wanted = typed[2].toLowerCase();
  const items = typed[1] === "@" ? persons(wanted) : rooms(wanted);
  return offer(items, before.length - typed[2].length - 1, before.length, true);
}

function persons(wanted) {
  const begins = (one) => one.name.toLowerCase().startsWith(wanted);
  const found = people().filter((one) => `${one.name} ${one.real_name ?? ""}`.toLowerCase().split(/\s+/).some((word) => word.startsWith(wanted)))
    .sort((one, other) => begins(other) - begins(one));
  return [
    ...found.map((one) => ({ label: `@${one.name}`, detail: one.real_name, insert: `@${one.name} ` })),
    ...["here", "channel"].filter((one) => wanted && one.startsWith(wanted))
      .map((one) => ({ label: `@${one}`, detail: "Notifies the channel", insert: `@${one} ` })),
  ];
}

const rooms = (wanted) => channels().filter((one) => !isDirect(one) && !one.is_archived && one.name.includes(wanted))
  .map((one) => ({ label: `#${one.name}`, detail: one.topic, insert: `#${one.name} ` }));

const offer = (items, from, to, eager) => (items.length ? { items: items.slice(0, MOST), from, to, eager } : null);
