// Who the client is, however the container has learned that, and what it may do therefore.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { application, overEachTransport } from "./support.mjs";

const mechanism = new URL(application).pathname.replaceAll("/", "");

/** What each mechanism wants of a client: its options. */
const logins = {
  basic: (user) => headers({ authorization: `Basic ${btoa(`${user}:secret-of-${user}`)}` }),
  bearer: (user) => headers({ authorization: `Bearer token-of-${user}` }),
  certificate: (user) => ({
    pfx: readFileSync(`../certificates/${user}.p12`),
    passphrase: "changeit",
    rejectUnauthorized: false, // the server's own is one that nobody has signed
  }),
  form: async (user) => {
    const page = await fetch(`${application}private/page`, { redirect: "manual" });
    const anonymous = cookie(page);
    const answer = await fetch(`${application}private/j_security_check`, {
      method: "POST",
      redirect: "manual",
      headers: { cookie: anonymous, "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ j_username: user, j_password: `secret-of-${user}` }),
    });
    assert.equal(answer.status, 302);
    const known = { cookie: cookie(answer) || anonymous };
    // some containers take the log-in for done only when the page has been asked for that it was for
    await (await fetch(answer.headers.get("location"), { headers: known })).text();
    return headers(known);
  },
};

function headers(extraHeaders) {
  return { extraHeaders };
}

function cookie(response) {
  return response.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
}

const sessions = new Map();

async function login(user) {
  if (!sessions.has(user)) {
    sessions.set(user, await logins[mechanism](user));
  }
  return sessions.get(user);
}

const ALICE = ["alice", true, "alice", true];
const BOB = ["bob", false, "bob", false];

overEachTransport((clients) => {
  async function as(user, namespace = "/identity") {
    return clients.connect(namespace, await login(user));
  }

  test("nobody is let in without a login", async () => {
    const stranger = clients.create("/identity", { rejectUnauthorized: false });
    const [error] = await stranger.next("connect_error");
    // with FORM, a poll gets the page to log in at
    assert.match(error.message, mechanism === "form" ? /error$/ : /^(xhr poll|websocket) error$/);
  });

  test("the socket knows the caller", async () => {
    assert.deepEqual(await (await as("alice")).ask("socket"), ALICE);
    assert.deepEqual(await (await as("bob")).ask("socket"), BOB);
  });

  test("enterprise beans see the caller, whoever calls them", async () => {
    for (const [user, caller] of [["alice", ALICE], ["bob", BOB]]) {
      const client = await as(user);
      assert.deepEqual(await client.next("arrived"), [caller]);
      assert.deepEqual(await client.next("observed"), [caller]);
      assert.deepEqual(await client.ask("bean"), caller);
      assert.deepEqual(await client.ask("listener"), caller);
    }
  });

  test("enterprise beans see the caller, also if the handler runs on the thread that delivers", async () => {
    assert.deepEqual(await (await as("alice")).ask("bean at once"), ALICE);
    assert.deepEqual(await (await as("bob")).ask("bean at once"), BOB);
  });

  test("enterprise beans see the caller when it has gone", async () => {
    const watcher = await as("alice");
    await watcher.ask("audit");
    (await as("bob")).socket.disconnect();
    assert.deepEqual(await watcher.next("left"), ["bob", BOB]);
    const lost = await as("bob");
    lost.socket.io.engine.close();
    lost.socket.disconnect();
    assert.deepEqual(await watcher.next("left"), ["bob", BOB]);
  });

  test("an enterprise bean that a handler calls refuses it", async () => {
    assert.equal(await (await as("alice")).ask("open"), "opened by alice");
    assert.deepEqual(await (await as("bob")).ask("open"), { message: "Forbidden" });
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
    assert.equal(await (await as("alice", "/identity/admins")).ask("greet"), "hello");
    const [error] = await clients.create("/identity/admins", await login("bob")).next("connect_error");
    assert.equal(error.message, "Forbidden");
  });

  test("a handler that is an enterprise bean is for those who may", async () => {
    const alice = await as("alice", "/identity/deposits");
    const bob = await as("bob", "/identity/deposits");
    assert.equal(await bob.ask("deposit", 5), "bob 5");
    assert.deepEqual(await bob.ask("close", 5), { message: "Forbidden" });
    assert.equal(await alice.ask("close", 5), 5);
    assert.deepEqual([await alice.ask("admin"), await bob.ask("admin")], [true, false]);
  });

  test("callers are not mixed up", async () => {
    const users = ["alice", "bob", "bob", "alice", "alice", "bob"];
    const all = await Promise.all(users.map((user) => as(user)));
    const answers = await Promise.all(
      all.flatMap((client) => Array.from({ length: 30 }, (_, i) => client.ask(i % 2 ? "bean" : "socket"))),
    );
    answers.forEach((answer, i) => {
      assert.deepEqual(answer, users[Math.floor(i / 30)] === "alice" ? ALICE : BOB);
    });
  });

  test("an application that knows better is believed, and the container is not told", async () => {
    const client = await clients.connect("/identity/tokens", {
      ...(await login("alice")),
      auth: { user: "carol", roles: ["editor"] },
    });
    assert.equal(await client.ask("who"), "carol");
    assert.equal(await client.ask("edit"), "edited");
    assert.deepEqual(await client.ask("bean"), ALICE);
    const other = await as("alice", "/identity/tokens");
    assert.equal(await other.ask("who"), "alice");
    assert.deepEqual(await other.ask("edit"), { message: "Forbidden" });
  });
});
