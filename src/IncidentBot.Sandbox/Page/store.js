// Everything the page knows, in one place. Regions draw themselves from it after `changed()`.

export const store = {
  /** Who is acting: a user id, kept per browser tab. */
  me: null,
  /** The last answer of `state`, or null before the first one. */
  state: null,
  /** The sandbox's clock minus this computer's, in milliseconds. */
  clockOffset: 0,
  /** What is open: `{ page: "channel" | "home" | "none", channel, thread, ts }`. */
  route: { page: "none" },
  /** The open channel's messages, and which channel and person they were read for. */
  messages: [],
  messagesOf: null,
  modals: [],
  /** The Home view as `{ view }`, or null while it has not been read. */
  home: null,
  online: true,
  /** When the acting person last did something an app may answer by opening a channel (this computer's clock, ms). */
  lastActAt: 0,
  /** The message being edited: its ts. */
  editing: null,
  /** Why the last click in the Home tab failed. */
  homeNotice: null,
  /** Reading position when the open channel was entered, for the "New" line. */
  newSince: null,
};

const watchers = new Set();
let scheduled = false;

/** Calls `draw` after every change. */
export function watch(draw) {
  watchers.add(draw);
}

/** Says that the store changed; the regions redraw once, soon. */
export function changed() {
  if (scheduled) return;
  scheduled = true;
  queueMicrotask(() => {
    scheduled = false;
    for (const draw of watchers) draw();
  });
}

/** The sandbox's time now, in Unix milliseconds. */
export const now = () => Date.now() + store.clockOffset;

export const people = () => store.state?.people ?? [];
export const channels = () => store.state?.channels ?? [];
export const app = () => store.state?.app ?? { commands: [], shortcuts: [] };
export const personById = (id) => people().find((person) => person.id === id);
export const channelById = (id) => channels().find((channel) => channel.id === id);
export const me = () => personById(store.me);
export const myZone = () => me()?.tz || "UTC";
export const openChannel = () => (store.route.page === "channel" ? channelById(store.route.channel) : undefined);

/** The name to show for a user id. */
export function displayName(id) {
  if (id === "USLACKBOT") return "Slackbot";
  const person = personById(id);
  if (!person) return id ?? "unknown";
  return person.is_bot && id === app().bot_user_id ? (app().name ?? person.name) : (person.real_name || person.name);
}

/** A channel's name as people say it: the other person's name for a direct message. */
export function channelName(channel) {
  if (channel.is_im) return displayName(channel.with);
  return channel.is_mpim ? channel.members.filter((id) => id !== store.me).map(displayName).join(", ") : channel.name;
}

/** Conversations between people, without a # before their name. */
export const isDirect = (channel) => channel.is_im || channel.is_mpim || false;

/** A channel's name with its #, a direct message's without. */
export const channelLabel = (channel) => (isDirect(channel) ? channelName(channel) : `#${channel.name}`);

/** Changes whenever a name that messages mention could look different. */
export function namesSign() {
  return store.state
    ? [store.me, ...people().map((p) => p.id + p.name + p.real_name + p.tz), ...channels().map((c) => c.id + c.name)].join("|")
    : "";
}
