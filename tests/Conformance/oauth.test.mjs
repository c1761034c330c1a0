// @slack/oauth's InstallProvider through the authorize page, and what becomes of the tokens.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import bolt from "@slack/bolt";
import { quiet, refused, until, workspace } from "./workspace.mjs";

// It comes with bolt.
const { InstallProvider } = createRequire(createRequire(import.meta.url).resolve("@slack/bolt"))("@slack/oauth");

const slack = workspace("OAUTH");
const [clientId, clientSecret] = [process.env.OAUTH_SLACK_CLIENT_ID, process.env.OAUTH_SLACK_CLIENT_SECRET];
const nobody = slack.client(null);
const credentials = { client_id: clientId, client_secret: clientSecret };
let app, installer, server, home, outcome;

before(async () => {
  server = createServer((request, response) =>
    request.url.startsWith("/callback")
      ? installer.handleCallback(request, response, {
        success: (installation, _options, _request, answer) => { outcome = { installation }; answer.end(); },
        failure: (error, _options, _request, answer) => { outcome = { error }; answer.end(); },
      })
      : installer.handleInstallPath(request, response));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  home = `http://127.0.0.1:${server.address().port}`;
  installer = new InstallProvider({
    clientId, clientSecret, stateSecret: "a state secret", directInstall: true, logger: quiet, clientOptions: { slackApiUrl: slack.api, logger: quiet },
    authorizationUrl: new URL("/oauth/v2/authorize", slack.root).href,
    installUrlOptions: { scopes: ["chat:write", "commands"], redirectUri: `${home}/callback` },
  });
});
after(async () => {
  server.closeAllConnections();
  server.close();
  await app?.stop();
});

/** A browser that keeps its cookie: to the app, to Slack's page, and back with somebody's answer. */
async function decide(decision) {
  const start = await fetch(`${home}/install`, { redirect: "manual" });
  const page = start.headers.get("location");
  assert.match(await (await fetch(page)).text(), /Allow/);
  const back = (await fetch(`${page}&decision=${decision}`, { redirect: "manual" })).headers.get("location");
  await fetch(back, { headers: { cookie: start.headers.get("set-cookie").split(";")[0] } });
  return new URL(back);
}

/** Agreed to directly, without the app: a fresh code. */
async function code(redirect_uri = `${home}/callback`) {
  const page = new URL("/oauth/v2/authorize", slack.root);
  page.search = new URLSearchParams({ client_id: clientId, scope: "chat:write", redirect_uri, state: "s", decision: "allow" });
  return new URL((await fetch(page, { redirect: "manual" })).headers.get("location")).searchParams.get("code");
}

test("somebody agrees: InstallProvider has a token that works", async () => {
  await decide("allow");
  assert.equal(outcome.error, undefined);
  const { team, bot } = outcome.installation;
  assert.equal(team.id, (await slack.state()).team.id);
  assert.equal((await slack.client(bot.token).auth.test()).bot_id, bot.id);
});

test("somebody cancels: the app is told", async () => {
  const back = await decide("cancel");
  assert.equal(back.searchParams.get("error"), "access_denied");
  assert.match(outcome.error.message, /cancelled/);
});

test("a code is good once, for the address it was made for, and for who knows the secret", async () => {
  await refused("invalid_code", nobody.oauth.v2.access({ ...credentials, code: "" }));
  const once = await code();
  await refused("invalid_client_id", nobody.oauth.v2.access({ ...credentials, client_id: "1.1", code: once }));
  await refused("bad_client_secret", nobody.oauth.v2.access({ ...credentials, client_secret: "x", code: once }));
  await refused("bad_redirect_uri", nobody.oauth.v2.access({ ...credentials, code: once, redirect_uri: `${home}/elsewhere` }));
  assert.ok((await nobody.oauth.v2.access({ ...credentials, code: once, redirect_uri: `${home}/callback` })).ok);
  await refused("invalid_code", nobody.oauth.v2.access({ ...credentials, code: once }));
  const late = await code();
  await slack.later(601);
  await refused("invalid_code", nobody.oauth.v2.access({ ...credentials, code: late }));
});

test("client id and secret may come by HTTP Basic, and nothing secret is recorded", async () => {
  const fresh = await code();
  const answer = await (await fetch(new URL("oauth.v2.access", slack.api), {
    method: "POST",
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ code: fresh }),
  })).json();
  assert.ok(answer.ok);
  const recorded = JSON.stringify(await slack.journal());
  for (const secret of [fresh, clientSecret, answer.access_token, answer.refresh_token]) assert.ok(!recorded.includes(secret));
});

test("tokens that rotate end after twelve hours and are renewed", async () => {
  const first = await nobody.oauth.v2.access({ ...credentials, code: await code() });
  assert.equal(first.expires_in, 43200);
  const second = await nobody.oauth.v2.access({ ...credentials, grant_type: "refresh_token", refresh_token: first.refresh_token });
  assert.notEqual(second.access_token, first.access_token);
  await slack.later(60);
  await refused("invalid_refresh_token", nobody.oauth.v2.access({ ...credentials, grant_type: "refresh_token", refresh_token: first.refresh_token }));
  const third = await nobody.oauth.v2.access({ ...credentials, grant_type: "refresh_token", refresh_token: second.refresh_token });
  await refused("token_revoked", slack.client(first.access_token).auth.test());
  assert.ok((await slack.client(second.access_token).auth.test()).ok);
  await slack.later(43201);
  await refused("token_expired", slack.client(third.access_token).auth.test());
  await refused("invalid_grant_type", nobody.oauth.v2.access({ ...credentials, grant_type: "password" }));
});

test("a revoked token ends, an uninstalled app hears of it, and coming in again gives another", async () => {
  const heard = [];
  app = new bolt.App({ token: slack.botToken, signingSecret: slack.signingSecret, clientOptions: { slackApiUrl: slack.api }, logger: quiet });
  for (const kind of ["tokens_revoked", "app_uninstalled"]) app.event(kind, async ({ event }) => heard.push(event));
  const listening = await app.start({ port: 0, host: "127.0.0.1" });
  await slack.control("POST", "app", { request_url: `http://127.0.0.1:${listening.address().port}/slack/events` });
  const hears = (kind) => until(async () => heard.find((event) => event.type === kind), kind);

  const { access_token } = await nobody.oauth.v2.access({ ...credentials, code: await code() });
  const web = slack.client(access_token);
  assert.equal((await web.auth.revoke({ test: true })).revoked, false);
  assert.equal((await web.auth.revoke()).revoked, true);
  await refused("token_revoked", web.auth.test());
  assert.deepEqual((await hears("tokens_revoked")).tokens.bot, [(await slack.state()).app.bot_user_id]);

  const another = await nobody.oauth.v2.access({ ...credentials, code: await code() });
  await slack.client(another.access_token).apps.uninstall(credentials);
  await hears("app_uninstalled");
  await refused("account_inactive", slack.client(another.access_token).auth.test());
  const again = await nobody.oauth.v2.access({ ...credentials, code: await code() });
  assert.ok((await slack.client(again.access_token).auth.test()).ok);
});
