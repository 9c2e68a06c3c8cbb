import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { at, CALM, RECOVERING } from "./load.mjs";
import { overEachTransport, within } from "./support.mjs";

const THREADS = 16;
const EVENTS = 40;
const KINDS = ["one", "some", "all"];
const ROUNDS = 3;

/** Collects what a client gets, of each kind and from each thread, until there are so many. */
function collect(client, count) {
  const collected = new Map();
  const complete = new Promise((resolve) => {
    let left = count;
    for (const kind of KINDS) {
      client.socket.on(kind, (thread, number, ballast) => {
        const key = `${kind} of ${thread}`;
        collected.set(key, [...(collected.get(key) ?? []), [number, ballast]]);
        if (--left === 0) {
          resolve();
        }
      });
    }
  });
  return { collected, complete };
}

function assertComplete(collected, kinds) {
  assert.equal(collected.size, kinds.length * THREADS);
  for (const kind of kinds) {
    for (let thread = 0; thread < THREADS; thread++) {
      const events = collected.get(`${kind} of ${thread}`);
      const expected = Array.from({ length: EVENTS }, (_, i) => [
        i,
        (i + thread) % 2 === 0 ? `text ${i}` : Buffer.from([thread, i]),
      ]);
      assert.deepEqual(events, expected, `${kind} of thread ${thread}`);
    }
  }
}

overEachTransport((clients) => {
  for (const server of [CALM, RECOVERING]) {
    describe(server, () => {
      for (let round = 1; round <= ROUNDS; round++) {
        test(`threads emit at once, and each client gets all of each in order, round ${round}`, async () => {
          const connect = () => clients.connect("/storm", at(server));
          const [one, some, all] = await Promise.all([connect(), connect(), connect()]);
          await one.ask("join");
          await some.ask("join");
          const gotten = [[one, KINDS], [some, ["some", "all"]], [all, ["all"]]].map(([client, kinds]) => ({
            kinds,
            ...collect(client, kinds.length * THREADS * EVENTS),
          }));
          all.emit("begin", one.id, THREADS, EVENTS);
          await within(Promise.all(gotten.map(({ complete }) => complete)), "all events", 20_000);
          // a round trip later there is still no more of them
          await Promise.all([one, some, all].map((client) => client.ask("join")));
          gotten.forEach(({ collected, kinds }) => assertComplete(collected, kinds));
        });
      }
    });
  }
});
