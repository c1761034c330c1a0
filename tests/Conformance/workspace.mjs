// One sandbox: the secrets an app gets from Slack, and the control API that plays its people.
import assert from "node:assert/strict";
import { WebClient } from "@slack/web-api";

export function workspace(kind) {
  const of = (name) => process.env[`${kind}_SLACK_${name}`] ?? assert.fail(`run.sh sets ${kind}_SLACK_${name}.`);
  const api = of("API_URL");
  const root = new URL("/", api);

  async function control(method, path, body) {
    const response = await fetch(new URL(`/_sandbox/${path}`, root), {
      method,
      headers: { "content-type": "application/json" },
      body: method === "GET" ? undefined : JSON.stringify(body ?? {}),
    });
    const answer = await response.json();
    assert.ok(response.ok, `${method} ${path}: ${answer.error} ${answer.message}`);
    return answer;
  }

  const state = () => control("GET", "state");
  return {
    api,
    root,
    botToken: of("BOT_TOKEN"),
    appToken: of("APP_TOKEN"),
    signingSecret: of("SIGNING_SECRET"),
    control,
    state,
    client: (token = of("BOT_TOKEN"), options = {}) =>
      new WebClient(token, { slackApiUrl: api, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, logger: quiet, ...options }),
    person: async (name) => (await state()).people.find((each) => each.name === name).id,
    channel: async (name) => (await state()).channels.find((each) => each.name === name).id,
    messages: async (channel, as) => (await control("GET", `channels/${channel}/messages?as=${as}`)).messages,
    act: (person, act, body) => control("POST", `people/${person}/${act}`, body),
    quiet: () => control("POST", "quiet", { for_ms: 50, within_ms: 15000 }),
    later: (seconds) => control("POST", "clock", { advance_seconds: seconds }),
    journal: async () => (await control("GET", "journal")).entries,
  };
}

const nothing = () => undefined;
export const quiet = { debug: nothing, info: nothing, warn: nothing, error: nothing, setLevel: nothing, getLevel: () => "error", setName: nothing };

/** The call must be refused with this code, as Slack's client reports it. */
export async function refused(code, call) {
  await assert.rejects(call, (failure) => {
    assert.equal(failure.data?.error, code, `${failure.message} ${JSON.stringify(failure.data ?? {})}`);
    return true;
  });
}

let names = 0;
export const name = (prefix) => `${prefix}-${process.pid}-${(names += 1)}`;

export async function until(came, what = "it") {
  for (let looks = 0; looks < 1500; looks += 1) {
    const value = await came();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  assert.fail(`${what} did not come about.`);
}
