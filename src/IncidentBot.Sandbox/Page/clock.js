// The top bar's clock: the sandbox's time in the acting person's zone, and the ways to move it forward.

import { moveClock, SandboxError } from "./api.js";
import { h } from "./element.js";
import { openPopover } from "./popover.js";
import { refresh } from "./refresh.js";
import { myZone, now, store, watch } from "./store.js";
import { toast } from "./toast.js";
import { clockTime, clockTimeWithSeconds, fieldValue, fullTime, instantOfField, shortDate, zoneName } from "./zone.js";

const STEPS = [["+5 min", 300, "five minutes"], ["+1 h", 3_600, "one hour"], ["+1 day", 86_400, "one day"]];

export function clock() {
  const time = h("time", { class: "clock-time" });
  let timer = 0;
  const tick = () => {
    clearTimeout(timer);
    const at = now();
    timer = setTimeout(tick, 1000 - (at % 1000));
    if (!store.state) return;
    time.textContent = `${unbroken(shortDate(at, myZone()))}, ${unbroken(`${clockTimeWithSeconds(at, myZone())} ${zoneName(at, myZone())}`)}`;
    time.title = `${fullTime(at, myZone())} (${myZone()})`;
  };
  watch(tick);
  tick();
  return h("div", { class: "clock", role: "group", "aria-label": "Sandbox clock" }, time,
    h("div", { class: "clock-steps" },
      STEPS.map(([label, seconds, words]) => h("button", {
        type: "button", class: "button button-quiet", title: `Move the clock forward by ${words}`,
        click: () => move({ advance_seconds: seconds }),
      }, label)),
      h("button", {
        type: "button", class: "button button-quiet", "aria-haspopup": "dialog", title: "Move the clock to a time",
        click: (event) => askWhen(event.currentTarget),
      }, "to…")));
}

/** On narrow screens the date and the time go on two lines, and break nowhere else. */
const unbroken = (text) => text.replaceAll(" ", "\u00A0");

function askWhen(anchor) {
  const field = h("input", { class: "field", type: "datetime-local", id: "clock-to", required: true, value: fieldValue(now() + 3_600_000, myZone()) });
  const close = openPopover(anchor, h("form", {
    class: "clock-form",
    submit: (event) => {
      event.preventDefault();
      close();
      move({ to: new Date(instantOfField(field.value, myZone())).toISOString() });
    },
  },
  h("label", { class: "label", for: "clock-to" }, "Move the clock to"), field,
  h("p", { class: "hint" }, `In ${myZone()}. The clock only moves forward.`),
  h("button", { class: "button button-primary" }, "Move")), { label: "Move the clock to a time" });
  field.focus();
}

async function move(body) {
  try {
    await moveClock(body);
    await refresh();
    toast(`It is now ${shortDate(now(), myZone())}, ${clockTime(now(), myZone())} ${zoneName(now(), myZone())}.`);
  } catch (problem) {
    if (!(problem instanceof SandboxError)) throw problem;
    toast(problem.message, { bad: true });
  }
}
