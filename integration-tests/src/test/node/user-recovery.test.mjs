import assert from "node:assert/strict";
import { once } from "node:events";
import { test } from "node:test";
import { User } from "./login.mjs";
import { overEachTransport, within } from "./support.mjs";

/** One that has heard something, and so may come back. */
async function hearing(clients, user) {
  const client = await clients.connect("/users", user.options);
  await client.ask("tell", "hello", ["alice", "bob"]);
  assert.equal((await client.next("told"))[0], "hello");
  return client;
}

async function lose(client) {
  client.socket.io.engine.close();
  await client.next("disconnect");
}

/** What somebody would have to know to take a session. */
function secretsOf(client) {
  return { pid: client.socket._pid, offset: client.socket._lastOffset };
}

/** Connects with the secrets of another client. */
async function claim(clients, secrets, options) {
  const client = clients.create("/users", { ...options, autoConnect: false });
  client.socket._pid = secrets.pid;
  client.socket._lastOffset = secrets.offset;
  const connected = once(client.socket, "connect");
  client.socket.connect();
  await within(connected, "connect");
  return client;
}

overEachTransport((clients) => {
  test("a session goes back to its user, and to nobody else", async () => {
    const alice = await User.login("alice");
    const bob = await User.login("bob");
    const witness = await clients.connect("/users", bob.options);
    const phone = await hearing(clients, alice);
    const { id } = phone;
    const secrets = secretsOf(phone);
    await lose(phone);
    await witness.ask("tell", "missed", ["alice"]);

    for (const options of [bob.options, { reconnection: false }]) {
      const thief = await claim(clients, secrets, options);
      assert.equal(thief.socket.recovered, false);
      assert.notEqual(thief.id, id);
      await thief.ask("who am I");
      assert.deepEqual(thief.arrived("told"), []);
    }

    const back = await claim(clients, secrets, (await User.login("alice")).options);
    assert.equal(back.socket.recovered, true);
    assert.equal(back.id, id);
    assert.equal((await back.next("told"))[0], "missed");
    assert.equal(await back.ask("who am I"), "alice");
    await witness.ask("tell", "at last", ["alice"]);
    assert.equal((await back.next("told"))[0], "at last");
  });

  test("a connection that is there is not ended by somebody else", async () => {
    const phone = await hearing(clients, await User.login("alice"));
    const bob = await User.login("bob");

    const thief = await claim(clients, secretsOf(phone), bob.options);

    assert.equal(thief.socket.recovered, false);
    assert.equal(await thief.ask("who am I"), "bob");
    assert.equal(await phone.ask("who am I"), "alice");
  });
});
