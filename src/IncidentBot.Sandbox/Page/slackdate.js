// Slack's date tokens, written in the reader's zone (Slack docs: Formatting message text, Date formatting).

import { clockTime, clockTimeWithSeconds, dayNumber, wall } from "./zone.js";

const TOKENS = ["day_divider_pretty", "date_num", "date_slash", "date_long_full", "date_long_pretty", "date_long", "date_short_pretty",
  "date_short", "date_pretty", "date", "time_secs", "time", "ago"];
const TOKEN = new RegExp(`\\{(${TOKENS.join("|")})\\}`, "g");

/** Fills a format such as "{date_pretty} at {time}" for an instant; both instants are Unix milliseconds. */
export function slackDate(at, format, zone, now) {
  return format.replace(TOKEN, (_, token, index) => {
    const written = write(token, at, zone, now);
    return index === 0 ? written[0].toUpperCase() + written.slice(1) : written;
  });
}

function write(token, at, zone, now) {
  const { year, month, day, monthName, weekdayName } = wall(at, zone);
  const two = (number) => String(number).padStart(2, "0");
  const forms = {
    date_num: () => `${year}-${two(month)}-${two(day)}`,
    date_slash: () => `${two(day)}/${two(month)}/${year}`,
    date: () => `${monthName} ${ordinal(day)}, ${year}`,
    date_short: () => `${monthName.slice(0, 3)} ${day}, ${year}`,
    date_long: () => `${weekdayName}, ${monthName} ${ordinal(day)}, ${year}`,
    date_long_full: () => `${monthName} ${day}, ${year}`,
    time: () => clockTime(at, zone),
    time_secs: () => clockTimeWithSeconds(at, zone),
    ago: () => ago(at, now),
  };
  if (token === "day_divider_pretty") return dayDivider(at, zone, now);
  if (token.endsWith("_pretty")) return nearDay(at, zone, now) ?? forms[token.slice(0, -"_pretty".length)]();
  return forms[token]();
}

/** "today", "yesterday" or "tomorrow", or undefined for any other day. */
function nearDay(at, zone, now) {
  return { "-1": "yesterday", 0: "today", 1: "tomorrow" }[dayNumber(at, zone) - dayNumber(now, zone)];
}

/** The line between two days of messages. */
export function dayDivider(at, zone, now) {
  const near = nearDay(at, zone, now);
  if (near) return near;
  const { year, day, monthName, weekdayName } = wall(at, zone);
  const dated = `${weekdayName}, ${monthName} ${ordinal(day)}`;
  return year === wall(now, zone).year ? dated : `${dated}, ${year}`;
}

function ordinal(day) {
  const teens = day % 100 >= 11 && day % 100 <= 13;
  return day + (teens ? "th" : { 1: "st", 2: "nd", 3: "rd" }[day % 10] ?? "th");
}

/** "5 minutes ago" or "in 2 hours", to the coarsest whole unit. */
function ago(at, now) {
  const seconds = Math.round(Math.abs(now - at) / 1000);
  const units = [[86_400, "day"], [3_600, "hour"], [60, "minute"], [1, "second"]];
  const [size, unit] = units.find(([length]) => seconds >= length) ?? [1, "second"];
  const count = Math.floor(seconds / size);
  if (count === 0) return "just now";
  const words = `${count} ${unit}${count === 1 ? "" : "s"}`;
  return at <= now ? `${words} ago` : `in ${words}`;
}
