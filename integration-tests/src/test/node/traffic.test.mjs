import assert from "node:assert/strict";
import { setImmediate } from "node:timers/promises";
import { test } from "node:test";
import { overEachTransport, within } from "./support.mjs";

const EVENTS = 600;
const ANSWERS = 2;
const AT_ONCE = 100;
const ROUNDS = 8;

/** Emits, and keeps so many answers on their way that both directions are busy all the time. */
async function exchange(client, onReceived) {
  const transports = new Set();
  const received = [];
  const complete = new Promise((resolve) => {
    client.socket.on("out", (number, ballast) => {
      transports.add(client.transport);
      received.push([number, ballast]);
      onReceived?.(received.length);
      if (received.length === EVENTS * ANSWERS) {
        resolve();
      }
    });
  });
  await client.connected();
  for (let i = 0; i < EVENTS; i++) {
    while (i * ANSWERS - received.length > AT_ONCE) {
      await setImmediate();
    }
    client.emit("in", i, ANSWERS, Buffer.alloc(i % 50, i));
  }
  await within(complete, "all answers", 30_000);
  return { received, transports };
}

overEachTransport((clients, mode) => {
  for (let round = 1; round <= (mode === "upgrade" ? ROUNDS : 1); round++) {
    test(`traffic in both directions arrives once and in order, round ${round}`, async () => {
      // The client would upgrade before there is traffic, so it is told when: earlier or later.
      const client = clients.create("/traffic", { upgrade: false });
      const { received, transports } = await exchange(client, (count) => {
        if (mode === "upgrade" && count === round * 100) {
          client.socket.io.engine._probe("websocket");
        }
      });
      received.forEach(([number, ballast], i) => {
        assert.equal(number, i);
        assert.equal(ballast?.length, i % ANSWERS === 0 ? (i / ANSWERS) % 50 : undefined);
      });
      assert.equal(received.length, EVENTS * ANSWERS);
      assert.deepEqual(client.arrived("disorder"), []);
      if (mode === "upgrade") {
        // else this has tested nothing
        assert.deepEqual([...transports], ["polling", "websocket"]);
      }
    });
  }

  test("many clients at once", async () => {
    const all = Array.from({ length: 10 }, () => clients.create("/traffic"));
    for (const { received } of await Promise.all(all.map((client) => exchange(client)))) {
      assert.deepEqual(
        received.map(([number]) => number),
        received.map((_, i) => i),
      );
    }
    for (const client of all) {
      assert.deepEqual(client.arrived("disorder"), []);
    }
  });
});
