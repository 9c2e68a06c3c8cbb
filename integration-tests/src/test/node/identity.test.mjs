// Who the client is to enterprise beans, however the container has learned that.

import assert from "node:assert/strict";
import { test } from "node:test";
import { login } from "./caller.mjs";
import { overEachTransport } from "./support.mjs";

const ALICE = ["alice", true, "alice", true];
const BOB = ["bob", false, "bob", false];

overEachTransport((clients) => {
  async function as(user, namespace = "/identity") {
    return clients.connect(namespace, await login(user));
  }

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
    const bob = await as("bob");
    const first = bob.id;
    bob.socket.disconnect();
    assert.deepEqual(await watcher.nextAbout(first, "left"), ["bob", BOB]);
    const lost = await as("bob");
    const second = lost.id;
    lost.socket.io.engine.close();
    lost.socket.disconnect();
    assert.deepEqual(await watcher.nextAbout(second, "left"), ["bob", BOB]);
  });

  test("an enterprise bean that a handler calls refuses it", async () => {
    assert.equal(await (await as("alice")).ask("open"), "opened by alice");
    assert.deepEqual(await (await as("bob")).ask("open"), { message: "Forbidden" });
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
      all.flatMap((client) => Array.from({ length: 30 }, (_, i) => client.ask(i % 2 ? "bean" : "bean at once"))),
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
    assert.deepEqual(await client.ask("bean"), ALICE);
    const other = await as("alice", "/identity/tokens");
    assert.equal(await other.ask("who"), "alice");
  });
});
