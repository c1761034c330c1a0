// Every key the sandbox sent while the tests ran must be one Slack is known to send.
import { existsSync, readFileSync } from "node:fs";
import { workspace } from "./workspace.mjs";

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url)));
const answers = read("webapi-shapes.json");

/** Keys the recorded shapes miss and Slack's pages show. */
const documented = new Set([
  "context_team_id", "context_enterprise_id", // Events API: every envelope
  "parent_conversation", "properties.canvas", // conversations.info, conversations.setTopic
  "auto_type", "deleted_by", "user_count", // usergroups.list, usergroups.users.update, subteam_updated
  "revoked", // auth.revoke
  "profile.team", // users.profile.get
  "detail", "response_metadata", "errors", // answers that refuse
]);

const isDocumented = (path) => [...documented].some((key) => path === key || path.endsWith(`.${key}`));

function strangers(value, shape, path = "") {
  if (Array.isArray(value)) return Array.isArray(shape) && shape.length ? value.flatMap((each) => strangers(each, shape[0], path)) : [];
  // An empty object in a shape says that nobody recorded what is inside.
  if (!value || !shape || typeof value !== "object" || typeof shape !== "object" || !Object.keys(shape).length) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = path ? `${path}.${key}` : key;
    if (key in shape) return strangers(inner, shape[key], here);
    return isDocumented(here) ? [] : [here];
  });
}

function shapeOf(entry) {
  if (entry.direction === "api") return entry.answer?.startsWith("{") ? [answers[entry.method], JSON.parse(entry.answer)] : [];
  const path = entry.args?.event && `../OfficialPayloads/events-shapes/${entry.args.event.type}.json`;
  return path && existsSync(new URL(path, import.meta.url)) ? [read(path), entry.args] : [];
}

const found = new Set();
let checked = 0;
for (const kind of ["HTTP", "SOCKETS", "LIMITS", "LATER", "OAUTH"]) {
  for (const entry of await workspace(kind).journal()) {
    const [shape, sent] = shapeOf(entry);
    if (!shape) continue;
    checked += 1;
    for (const key of strangers(sent, shape)) found.add(`${entry.method}: ${key}`);
  }
}

console.log(`${checked} answers and events compared with the shapes Slack's own recorder saw.`);
for (const each of found) console.error(`Unknown to Slack: ${each}`);
if (found.size > 0 || checked === 0) process.exitCode = 1;
