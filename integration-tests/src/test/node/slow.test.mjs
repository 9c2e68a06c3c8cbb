import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { after, before, test } from "node:test";
import { at, inTurns, observe, RawClient, STRICT } from "./load.mjs";
import { Clients } from "./support.mjs";

/** More than the outbox, and all that is behind it down to the network, takes of a client. */
const EVENTS = 200;
const BYTES = 200_000;
const SLOW = 8;

const webSockets = new Clients("websocket");
const polls = new Clients("polling");
let observer;
let bystanders;

before(async () => {
  observer = await observe(webSockets, STRICT);
  bystanders = await Promise.all(
    [webSockets, polls].flatMap((clients) => [0, 1].map(() => clients.connect("/slow", at(STRICT)))),
  );
});

after(() => [webSockets, polls].forEach((clients) => clients.close()));

/** A client whose network is as if it were stuck. */
async function stuck() {
  const client = await webSockets.connect("/slow", at(STRICT));
  await client.ask("join");
  const network = client.socket.io.engine.transport.ws._socket;
  network.pause();
  return { client, network };
}

/** A client that asks for packets, and then does not read them. */
async function staring() {
  const client = await RawClient.join(STRICT, "/slow");
  assert.equal((await client.post('42/slow,["join"]')).status, 200);
  return client.request().end();
}

/** A client that does not ask for packets. */
async function absent() {
  const client = await RawClient.join(STRICT, "/slow");
  assert.equal((await client.post('42/slow,["join"]')).status, 200);
  return client;
}

test("who does not read is closed, the memory is bounded, and others do not notice", async () => {
  const overflows = await observer.overflows();
  const before = await observer.memory();
  const [ends] = await Promise.all([bystanders[0].ask("ends"), ...bystanders.map(({ connected }) => connected)]);
  const some = await inTurns(SLOW, SLOW, stuck);
  const requests = await inTurns(SLOW, SLOW, staring);
  await inTurns(SLOW, SLOW, absent);

  const poured = bystanders[0].ask("pour", EVENTS, BYTES);
  for (let i = 0; i < 20; i++) {
    bystanders[i % 4].emit("tell all", i);
    const told = await Promise.all(bystanders.map((client) => client.next("told")));
    assert.deepEqual(told.map(([number]) => number), bystanders.map(() => i));
  }
  await poured;
  const more = (await observer.memory()) - before;
  assert.ok(more < 100, `${more} MB more`);

  await observer.left(bystanders.length);
  assert.ok((await observer.overflows()) - overflows >= SLOW, "hardly an outbox was full");
  const reasons = await bystanders[0].ask("ends");
  const count = (reason) => (reasons[reason] ?? 0) - (ends[reason] ?? 0);
  assert.equal(count("transport error") + count("ping timeout"), 3 * SLOW, JSON.stringify(reasons));
  assert.ok(bystanders.every(({ socket }) => socket.connected));

  // when the network gets better, they see that they were closed
  some.forEach(({ network }) => network.resume());
  for (const { client } of some) {
    assert.match((await client.next("disconnect"))[0], /^transport (close|error)$/);
  }
  requests.forEach((request) => request.destroy());
});

test("who is slow for a while, and within the limits, gets everything in order", async () => {
  const { client, network } = await stuck();
  const polling = await polls.connect("/slow", at(STRICT));
  await polling.ask("join");
  for (let round = 0; round < 5; round++) {
    network.pause();
    await bystanders[0].ask("pour", 8, BYTES);
    await setTimeout(300);
    network.resume();
    for (const one of [client, polling]) {
      for (let i = 0; i < 8; i++) {
        const [number, bytes] = await one.next("poured");
        assert.equal(number, i);
        assert.equal(bytes.length, BYTES);
      }
    }
  }
});
