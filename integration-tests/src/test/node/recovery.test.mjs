import assert from "node:assert/strict";
import { once } from "node:events";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { overEachTransport, within } from "./support.mjs";

/** As RecoveryIT configures it. */
const MAX_DISCONNECTION_MS = 3000;

let number = 0;

/** One in a room, who has heard something since; and one who stays. */
async function two(clients) {
  const room = `room ${number++}`;
  const witness = await clients.connect("/recovery");
  const phone = await clients.connect("/recovery");
  await phone.ask("enter", room, "Ann");
  await witness.ask("tell", room, "first");
  await told(phone, "first");
  return { room, witness, phone, id: phone.id };
}

async function told(client, word) {
  const [text, bytes] = await client.next("told");
  assert.equal(text, word);
  assert.deepEqual([...bytes], [1, 2, 3]);
}

/** Loses the connection, and stays away. */
async function lose(client) {
  client.socket.io.reconnection(false);
  client.socket.io.engine.close();
  assert.ok(["forced close", "transport close"].includes((await client.next("disconnect"))[0]));
}

async function comeBack(client) {
  const connected = once(client.socket, "connect");
  client.socket.connect();
  await within(connected, "connect");
}

overEachTransport((clients) => {
  test("who comes back in time goes on where it was", async () => {
    const { room, witness, phone, id } = await two(clients);
    await lose(phone);
    await witness.ask("tell", room, "second");
    await witness.ask("tell", "another room", "not for it");
    await witness.ask("tell", id, "third");
    await comeBack(phone);
    assert.equal(phone.socket.recovered, true);
    assert.equal(phone.id, id);
    await told(phone, "second");
    await told(phone, "third");
    const state = await phone.ask("state");
    assert.deepEqual(state, { recovered: true, rooms: [id, room].sort(), name: "Ann", failed: false });
    await witness.ask("tell-one", id);
    assert.equal((await phone.next("told"))[0], "alone");
    assert.deepEqual(phone.arrived("told"), []);
  });

  test("who comes back before the server has noticed goes on, too", async () => {
    const { room, witness, phone, id } = await two(clients);
    const twin = clients.create("/recovery", { autoConnect: false });
    twin.socket._pid = phone.socket._pid;
    twin.socket._lastOffset = phone.socket._lastOffset;
    await witness.ask("tell", room, "second");
    await comeBack(twin);
    assert.equal(twin.socket.recovered, true);
    assert.equal(twin.id, id);
    await told(twin, "second");
    assert.notEqual((await phone.next("disconnect"))[0], "io server disconnect");
  });

  test("who comes back too late is a new one", async () => {
    const { room, witness, phone, id } = await two(clients);
    await lose(phone);
    await sleep(MAX_DISCONNECTION_MS + 500);
    await witness.ask("tell", room, "missed for ever");
    await comeBack(phone);
    assert.equal(phone.socket.recovered, false);
    assert.notEqual(phone.id, id);
    const state = await phone.ask("state");
    assert.deepEqual(state, { recovered: false, rooms: [phone.id], name: "nobody", failed: true });
    assert.deepEqual(phone.arrived("told"), []);
  });

  test("a session is used once", async () => {
    const { phone, id } = await two(clients);
    const pid = phone.socket._pid;
    const offset = phone.socket._lastOffset;
    await lose(phone);
    await comeBack(phone);
    assert.equal(phone.id, id);
    phone.socket.disconnect();
    const thief = clients.create("/recovery", { autoConnect: false });
    thief.socket._pid = pid;
    thief.socket._lastOffset = offset;
    await comeBack(thief);
    assert.equal(thief.socket.recovered, false);
    assert.notEqual(thief.id, id);
  });
});
