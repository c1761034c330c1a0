// @slack/web-api: groups of people that can be mentioned by one name.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { name, refused, workspace } from "./workspace.mjs";

const slack = workspace("HTTP");
const web = slack.client();
let alice, bob;

before(async () => {
  [alice, bob] = [await slack.person("alice"), await slack.person("bob")];
});

const created = async () => {
  const handle = name("on-call");
  return (await web.usergroups.create({ name: `On call ${handle}`, handle, description: "Who is woken" })).usergroup;
};

test("a user group is made once, under a handle nobody and no channel has", async () => {
  const group = await created();
  assert.match(group.id, /^S/);
  await refused("name_already_exists", web.usergroups.create({ name: group.name, handle: name("other") }));
  await refused("handle_already_exists", web.usergroups.create({ name: name("Another"), handle: group.handle }));
  await refused("handle_already_exists", web.usergroups.create({ name: name("Another"), handle: "alice" }));
  await refused("handle_already_exists", web.usergroups.create({ name: name("Another"), handle: "incidents" }));
  await refused("name_taken", web.conversations.create({ name: group.handle }));
  await refused("bad_handle", web.usergroups.create({ name: name("Another"), handle: "no spaces" }));
  await refused("invalid_channel_provided", web.usergroups.create({ name: name("Another"), channels: "C0NOWHERE0" }));
});

test("its people are replaced as a whole", async () => {
  const { id: usergroup } = await created();
  assert.deepEqual((await web.usergroups.users.list({ usergroup })).users, []);
  const { usergroup: changed } = await web.usergroups.users.update({ usergroup, users: `${alice},${bob}`, include_count: true });
  assert.deepEqual([changed.users, changed.user_count], [[alice, bob], 2]);
  await web.usergroups.users.update({ usergroup, users: bob });
  assert.deepEqual((await web.usergroups.users.list({ usergroup })).users, [bob]);
  await refused("invalid_arguments", web.apiCall("usergroups.users.update", { usergroup }));
  await refused("no_users_provided", web.usergroups.users.update({ usergroup, users: "" }));
  await refused("invalid_users", web.usergroups.users.update({ usergroup, users: `${alice},U0NOBODY00` }));
  await refused("no_such_subteam", web.usergroups.users.list({ usergroup: "S0NOWHERE0" }));
});

test("it is changed, switched off, hidden from lists and switched on again", async () => {
  const { id: usergroup } = await created();
  const { usergroup: changed } = await web.usergroups.update({ usergroup, description: "Who answers" });
  assert.equal(changed.description, "Who answers");
  await web.usergroups.disable({ usergroup });
  const listed = async (more) => (await web.usergroups.list(more)).usergroups.find((each) => each.id === usergroup);
  assert.equal(await listed({}), undefined);
  assert.ok((await listed({ include_disabled: true })).date_delete > 0);
  await web.usergroups.enable({ usergroup });
  assert.deepEqual((await listed({ include_users: true })).users, []);
});

test("whether people are there and may be disturbed can be asked", async () => {
  assert.equal((await web.users.getPresence({ user: alice })).presence, "active");
  assert.equal((await web.dnd.info({ user: alice })).dnd_enabled, false);
  assert.equal((await web.dnd.teamInfo({ users: `${alice},${bob}` })).users[bob].dnd_enabled, false);
  await refused("user_not_found", web.dnd.info({ user: "U0NOBODY00" }));
  assert.equal((await web.team.info()).team.id, (await slack.state()).team.id);
  assert.equal((await web.users.profile.get({ user: alice })).profile.display_name, "alice");
});
