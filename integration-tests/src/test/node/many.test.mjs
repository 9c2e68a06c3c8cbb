import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { at, CALM, inTurns, observe } from "./load.mjs";
import { Clients, within } from "./support.mjs";

const OF_EACH = 1000;
const CONNECTING = 50;
const PATIENCE_MS = 30_000;

const webSockets = new Clients("websocket");
const polls = new Clients("polling");
const others = new Clients("websocket");
const all = [];
let observer;
let threads;

before(async () => {
  observer = await observe(others, CALM);
  threads = await observer.threads();
  for (const clients of [webSockets, polls]) {
    all.push(...(await inTurns(OF_EACH, CONNECTING, () => clients.connect("/many", at(CALM)))));
  }
});

after(() => [webSockets, polls, others].forEach((clients) => clients.close()));

/** What is done with all clients must not take as long as all of them, one after the other. */
const together = (promises, what) => within(Promise.all(promises), what, PATIENCE_MS);

test("all are there, and cost no thread each", async () => {
  assert.equal(await observer.sessions(), 2 * OF_EACH);
  const more = (await observer.threads()) - threads;
  assert.ok(more < OF_EACH / 2, `${more} threads more`);
});

test("a broadcast reaches all", async () => {
  const arrivals = all.map(({ socket }) => new Promise((resolve) => socket.once("told", resolve)));
  all[0].emit("tell all", 42);
  const numbers = await together(arrivals, "broadcast at all clients");
  assert.ok(numbers.every((number) => number === 42));
});

test("all ask, and are answered", async () => {
  const answers = all.map(({ socket }, i) => new Promise((resolve) => socket.emit("echo", i, resolve)));
  assert.deepEqual(
    await together(answers, "answer for all clients"),
    all.map((_, i) => i),
  );
});

test("all are asked, and answer", async () => {
  all.forEach(({ socket }) => socket.on("question", (answer) => answer("yes")));
  const outcome = new Promise((resolve) => all.at(-1).socket.emit("ask all", resolve));
  assert.deepEqual(await within(outcome, "answers of all clients", PATIENCE_MS), {
    answers: 2 * OF_EACH,
    missing: 0,
  });
});

test("nobody was disconnected meanwhile, and nothing is left of them afterwards", async () => {
  assert.ok(all.every(({ socket }) => socket.connected));
  all.forEach((client, i) => {
    if (client.transport === "websocket" && i % 2 === 0) {
      client.socket.io.engine.transport.ws.terminate();
    } else {
      client.socket.disconnect();
    }
  });
  await observer.left(0, PATIENCE_MS);
});
