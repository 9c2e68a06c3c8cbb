import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { User } from "./login.mjs";
import { application, overEachTransport } from "./support.mjs";

const TIME_OUT_S = 2;

/** Who comes back would hide that it was disconnected. */
const STAYING = { reconnection: false };

async function stays(client, name) {
  assert.equal(await client.ask("who am I"), name);
  assert.deepEqual(client.arrived("disconnect"), []);
}

/** It has ended with its session. */
async function ended(client, mode) {
  const [reason, details] = await client.next("disconnect");
  if (mode === "polling") {
    // a poll that waits hears of it, else the next is refused
    assert.ok(["transport close", "transport error"].includes(reason), reason);
  } else {
    assert.equal(reason, "transport close");
    assert.equal(details.context.code, 1008);
  }
}

async function heard(witness, ids) {
  const gone = new Map();
  while (ids.some((id) => !gone.has(id))) {
    gone.set(...(await witness.next("gone")));
  }
  ids.forEach((id) => assert.equal(gone.get(id), "http session ended"));
}

overEachTransport((clients, mode) => {
  test("who logs out is disconnected, and nobody else", async () => {
    const alice = await User.login("alice");
    const bob = await User.login("bob");
    const first = await clients.connect("/users", alice.options);
    const second = await clients.connect("/users", alice.options);
    const elsewhere = await clients.connect("/users", (await User.login("alice")).options);
    const other = await clients.connect("/users", bob.options);
    const anonymous = await clients.connect("/users", STAYING);
    const ids = [first.id, second.id];
    assert.equal(await second.ask("who am I"), "alice");

    await alice.logOut();

    await ended(first, mode);
    await ended(second, mode);
    await heard(other, ids);
    await stays(elsewhere, "alice");
    await stays(other, "bob");
    await stays(anonymous, null);
  });

  test("a session is the same under another id", async () => {
    const alice = await User.login("alice");
    const before = await clients.connect("/users", alice.options);
    await alice.session("?rotate");
    const after = await clients.connect("/users", alice.options);
    assert.equal(await after.ask("who am I"), "alice");

    await alice.logOut();

    await ended(before, mode);
    await ended(after, mode);
  });

  test("who was there before the log-in stays anonymous, and connected", async () => {
    const anonymous = await clients.connect("/users", STAYING);
    const alice = await User.login("alice");
    const known = await clients.connect("/users", alice.options);
    await alice.logOut();
    await ended(known, mode);
    await stays(anonymous, null);
  });

  test("a handshake begins no session", async () => {
    const answer = await fetch(new URL("socket.io/?EIO=4&transport=polling", application));
    assert.equal(answer.status, 200);
    assert.deepEqual(answer.headers.getSetCookie(), []);
  });
});

overEachTransport(
  (clients, mode) => {
    test("a session that times out ends its connections", async () => {
      const alice = await User.login("alice");
      const bob = await User.login("bob");
      const client = await clients.connect("/users", alice.options);
      const witness = await clients.connect("/users", bob.options);
      const id = client.id;
      assert.equal(await alice.session(`?interval=${TIME_OUT_S}`), `alice ${TIME_OUT_S}`);

      await ended(client, mode);
      await heard(witness, [id]);
    });
  },
  ["websocket", "upgrade"],
);

overEachTransport(
  (clients) => {
    test("polls are requests of the user: the session does not time out", async () => {
      const alice = await User.login("alice");
      assert.equal(await alice.session(`?interval=${TIME_OUT_S}`), `alice ${TIME_OUT_S}`);
      const client = await clients.connect("/users", alice.options);

      await sleep(2 * TIME_OUT_S * 1000);

      assert.equal(await client.ask("who am I"), "alice");
      assert.equal(await alice.session(), `alice ${TIME_OUT_S}`);
    });
  },
  ["polling"],
);
