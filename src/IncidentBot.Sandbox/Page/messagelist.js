// A list of messages: days divided, one author's run grouped, and the reading position kept.

import { h } from "./element.js";
import { keyed } from "./keyed.js";
import { messageItem, messageSign } from "./message.js";
import { dayDivider } from "./slackdate.js";
import { myZone, namesSign, now, store } from "./store.js";
import { dayNumber, instantOf } from "./zone.js";

const GROUP_SECONDS = 300;

export function messageList(label) {
  const list = h("ol", { class: "messages-list", "aria-label": label });
  const scroller = h("div", { class: "messages", tabindex: "0", role: "region", "aria-label": label }, list);
  let atEnd = true;
  let pointedAt = null;
  scroller.addEventListener("scroll", () => { atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 60; });
  // A picture of the end is kept when the box below grows or the window is turned.
  new ResizeObserver(() => { if (atEnd) scroller.scrollTop = scroller.scrollHeight; }).observe(scroller);

  /** Draws messages; `place` is what all of them share, `point` a message to bring into view once. */
  function draw(messages, place, point, first = []) {
    keyed(list, [...first, ...items(messages, place)]);
    if (point && point !== pointedAt && show(point)) {
      pointedAt = point;
      atEnd = false;
    } else if (atEnd) {
      scroller.scrollTop = scroller.scrollHeight;
    }
  }

  function show(ts) {
    const item = [...list.children].find((child) => child.dataset.ts === ts);
    if (!item) return false;
    item.scrollIntoView({ block: "center" });
    item.classList.remove("pointed");
    requestAnimationFrame(() => item.classList.add("pointed"));
    return true;
  }

  return { node: scroller, draw };
}

function items(messages, place) {
  const zone = myZone();
  const shared = namesSign();
  const today = dayNumber(now(), zone);
  const made = [];
  let last = null;
  let lastDay = null;
  let newShown = false;
  for (const message of messages) {
    const at = instantOf(message.ts);
    const day = dayNumber(at, zone);
    if (day !== lastDay && !place.inThread) {
      made.push({ key: `day ${day}`, sign: `${today}`, make: () => divider(dayDivider(at, zone, now())) });
      last = null;
    }
    lastDay = day;
    if (!newShown && isNew(message, place)) {
      newShown = true;
      made.push({ key: "new", sign: "", make: () => h("li", { class: "divider divider-new" }, h("span", {}, "New")) });
      last = null;
    }
    const its = { ...place, grouped: goesOn(last, message), lastReply: place.lastReplies?.get(message.ts) };
    made.push({ key: message.ts, sign: `${shared}${messageSign(message, its)}${moving(message)}`, make: () => messageItem(message, its) });
    last = message;
  }
  return made;
}

function divider(words) {
  return h("li", { class: "divider" }, h("span", {}, words[0].toUpperCase() + words.slice(1)));
}

const isNew = (message, place) => !place.inThread && store.newSince !== null && Number(message.ts) > Number(store.newSince)
  && message.user !== store.me && !message.ephemeral;

/** Whether a message continues the run of the one before it. */
function goesOn(last, message) {
  return last !== null && last.user === message.user && last.username === message.username && !last.subtype && !message.subtype
    && Boolean(last.ephemeral) === Boolean(message.ephemeral) && !message.pinned && !message.broadcast
    && Number(message.ts) - Number(last.ts) < GROUP_SECONDS;
}

/** Texts such as "5 minutes ago" look different each minute. */
function moving(message) {
  return /\{ago\}|_pretty\}/.test(`${message.text}${message.blocks ? JSON.stringify(message.blocks) : ""}`) ? Math.floor(now() / 60_000) : "";
}
