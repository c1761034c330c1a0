// Starts the page and redraws its regions after every change.

import { readState, SandboxError } from "./api.js";
import { actAs, rememberedPerson } from "./actingas.js";
import { drawConnection } from "./connection.js";
import { drawConversation } from "./conversation.js";
import { showSidebar } from "./drawer.js";
import { drawHome, visitHome } from "./home.js";
import { drawModal } from "./modal.js";
import { refresh, whenPersonIsGone } from "./refresh.js";
import { go, parseRoute, toChannel } from "./route.js";
import { drawSidebar } from "./sidebar.js";
import { changed, channelLabel, channels, isDirect, openChannel, store, watch } from "./store.js";
import { drawThread } from "./thread.js";
import { drawTopbar, topbar } from "./topbar.js";
import { noteReading } from "./unread.js";

function draw() {
  drawConnection();
  if (!store.state) return;
  document.title = `${titleOf()} · ${store.state.team?.name ?? "Sandbox"}`;
  visitHome();
  drawTopbar();
  drawSidebar();
  const pane = document.getElementById("main");
  if (store.route.page === "home") drawHome(pane);
  else drawConversation(pane);
  drawThread();
  drawModal();
}

function titleOf() {
  if (store.route.page === "home") return store.state.app?.name ?? "Home";
  const channel = openChannel();
  return channel ? channelLabel(channel) : "Sandbox";
}

function followAddress() {
  store.route = parseRoute(location.hash);
  if (store.route.page === "none") return openFirst();
  store.editing = null;
  showSidebar(false);
  refresh();
  return changed();
}

function openFirst() {
  const mine = channels().filter((channel) => channel.is_member && !isDirect(channel));
  const first = mine.find((channel) => channel.name === "incidents") ?? mine[0] ?? channels()[0];
  if (first) go(toChannel(first.id));
}

/** Who is there, and who of them acts. Asked again until the sandbox answers. */
async function choosePerson() {
  try {
    store.state = await readState(null);
  } catch (problem) {
    if (!(problem instanceof SandboxError)) throw problem;
    store.online = false;
    changed();
    await new Promise((resolve) => { setTimeout(resolve, 1_000); });
    return choosePerson();
  }
  const humans = store.state.people.filter((person) => !person.is_bot && person.id !== "USLACKBOT");
  const wanted = rememberedPerson();
  store.clockOffset = Date.parse(store.state.now) - Date.now();
  store.online = true;
  return actAs((humans.find((person) => person.id === wanted || person.name === wanted) ?? humans[0]).id);
}

async function begin() {
  await choosePerson();
  await refresh();
  whenPersonIsGone(choosePerson);
  addEventListener("hashchange", followAddress);
  document.addEventListener("visibilitychange", () => { noteReading(); changed(); });
  followAddress();
}

watch(draw);
document.getElementById("topbar").append(...topbar());
document.getElementById("skip").addEventListener("click", (event) => {
  event.preventDefault();
  (document.querySelector("#main .composer-field") ?? document.getElementById("main")).focus();
});
begin();
