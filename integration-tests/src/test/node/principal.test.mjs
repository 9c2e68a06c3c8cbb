// Who the client is, however the container has learned that, and what it may do therefore.

import assert from "node:assert/strict";
import { test } from "node:test";
import { login, mechanism } from "./caller.mjs";
import { overEachTransport } from "./support.mjs";

const ALICE = ["alice", true, "alice", "alice", true];
const BOB = ["bob", false, "bob", "bob", false];

overEachTransport((clients) => {
  async function as(user, namespace = "/principal") {
    return clients.connect(namespace, await login(user));
  }

  test("nobody is let in without a login", async () => {
    const stranger = clients.create("/principal", { rejectUnauthorized: false, timeout: 5_000 });
    const [error] = await stranger.next("connect_error");
    // with FORM, a poll gets the page to log in at, and some containers wait for the body of a request to upgrade
    assert.match(error.message, mechanism === "form" ? /error$|^timeout$/ : /^(xhr poll|websocket) error$/);
  });

  test("the socket knows the caller", async () => {
    assert.deepEqual(await (await as("alice")).ask("socket"), ALICE);
    assert.deepEqual(await (await as("bob")).ask("socket"), BOB);
  });

  test("a handler is for those who may", async () => {
    const alice = await as("alice");
    const bob = await as("bob");
    await alice.ask("audit");
    assert.equal(await alice.ask("kick", 7), 7);
    assert.deepEqual(await bob.ask("kick", 7), { message: "Forbidden" });
    assert.deepEqual(await alice.next("refused"), [true]);
    assert.equal(await bob.ask("known"), "known");
    assert.deepEqual(await alice.ask("never"), { message: "Forbidden" });
  });

  test("a namespace is for those who may", async () => {
    assert.equal(await (await as("alice", "/principal/admins")).ask("greet"), "hello");
    const [error] = await clients.create("/principal/admins", await login("bob")).next("connect_error");
    assert.equal(error.message, "Forbidden");
  });

  test("a handler counts more than its class", async () => {
    const alice = await as("alice", "/principal/members");
    const bob = await as("bob", "/principal/members");
    for (const client of [alice, bob]) {
      assert.equal(await client.ask("greet"), "hello");
      assert.equal(await client.ask("look"), "looked");
      assert.deepEqual(await client.ask("burn"), { message: "Forbidden" });
    }
    assert.equal(await alice.ask("close"), "closed");
    assert.deepEqual(await bob.ask("close"), { message: "Forbidden" });
  });

  test("a namespace for nobody lets nobody in", async () => {
    const [error] = await clients.create("/principal/walled", await login("alice")).next("connect_error");
    assert.equal(error.message, "Forbidden");
  });

  test("the caller is known when it has gone", async () => {
    const watcher = await as("alice");
    await watcher.ask("audit");
    const bob = await as("bob");
    const { id } = bob;
    bob.socket.disconnect();
    assert.deepEqual(await watcher.nextAbout(id, "left"), ["bob"]);
  });

  test("callers are not mixed up", async () => {
    const users = ["alice", "bob", "bob", "alice", "alice", "bob"];
    const all = await Promise.all(users.map((user) => as(user)));
    const answers = await Promise.all(
      all.flatMap((client) => Array.from({ length: 30 }, (_, i) => client.ask("socket"))),
    );
    answers.forEach((answer, i) => {
      assert.deepEqual(answer, users[Math.floor(i / 30)] === "alice" ? ALICE : BOB);
    });
  });

  test("an application that knows better is believed", async () => {
    const carol = { auth: { user: "carol", roles: ["editor"] } };
    const client = await clients.connect("/principal/tokens", { ...(await login("alice")), ...carol });
    assert.equal(await client.ask("who"), "carol");
    assert.equal(await client.ask("edit"), "edited");
    const other = await as("alice", "/principal/tokens");
    assert.equal(await other.ask("who"), "alice");
    assert.deepEqual(await other.ask("edit"), { message: "Forbidden" });
  });
});
