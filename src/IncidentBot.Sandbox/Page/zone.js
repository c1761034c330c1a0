// Times in a person's zone. Instants are Unix milliseconds; zones are IANA names; an unknown zone counts as UTC.

const formats = new Map();

function format(zone, locale, options) {
  const key = zone + locale + JSON.stringify(options);
  let made = formats.get(key);
  if (!made) {
    try {
      made = new Intl.DateTimeFormat(locale, { timeZone: zone || "UTC", ...options });
    } catch (problem) {
      if (!(problem instanceof RangeError)) throw problem;
      made = new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options });
    }
    formats.set(key, made);
  }
  return made;
}

/** Milliseconds of a Slack `ts`. */
export const instantOf = (ts) => Number(ts) * 1000;

/** The wall clock's fields: year, month 1-12, day, hour 0-23, minute, second, weekday and month names. */
export function wall(at, zone) {
  const numbers = {};
  const options = { hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric" };
  for (const part of format(zone, "en-US", options).formatToParts(at)) {
    if (part.type !== "literal") numbers[part.type] = Number(part.value);
  }
  return {
    ...numbers,
    weekdayName: format(zone, "en-US", { weekday: "long" }).format(at),
    monthName: format(zone, "en-US", { month: "long" }).format(at),
  };
}

/** The day's number on an endless calendar, so that days can be compared and subtracted. */
export function dayNumber(at, zone) {
  const { year, month, day } = wall(at, zone);
  return Math.floor(Date.UTC(year, month - 1, day) / 86_400_000);
}

export const clockTime = (at, zone) => format(zone, "en-US", { hour: "numeric", minute: "2-digit" }).format(at);
export const clockTimeWithSeconds = (at, zone) => format(zone, "en-US", { hour: "numeric", minute: "2-digit", second: "2-digit" }).format(at);
export const shortDate = (at, zone) => format(zone, "en-US", { weekday: "short", month: "short", day: "numeric" }).format(at);
const longDate = (at, zone) => format(zone, "en-US", { weekday: "long", month: "long", day: "numeric", year: "numeric" }).format(at);

/** "CET", "EDT", or "GMT+9" where English has no short name for the zone. */
export function zoneName(at, zone) {
  const names = ["en-US", "en-GB", "en-AU", "en-IN"].map((locale) =>
    format(zone, locale, { timeZoneName: "short" }).formatToParts(at).find((part) => part.type === "timeZoneName").value);
  return names.find((name) => !/^(GMT|UTC)[+-]/.test(name)) ?? names[0];
}

export const fullTime = (at, zone) => `${longDate(at, zone)} at ${clockTimeWithSeconds(at, zone)} ${zoneName(at, zone)}`;

/** "2026-03-04T05:06", as a date-and-time field wants it. */
export function fieldValue(at, zone) {
  const { year, month, day, hour, minute } = wall(at, zone);
  const two = (number) => String(number).padStart(2, "0");
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}

/** The instant at which the zone's wall clock shows a date-and-time field's value. */
export function instantOfField(value, zone) {
  const wanted = Date.parse(`${value}Z`);
  let guess = wanted;
  // The offset at the first guess may lie on the other side of a clock change; the second round settles it.
  for (let round = 0; round < 2; round++) {
    const shown = wall(guess, zone);
    guess += wanted - Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute, shown.second);
  }
  return guess;
}
