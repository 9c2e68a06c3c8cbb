// Where handlers run, by how the application configures it, and that those that wait harm nobody.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { application, eventually, overEachTransport, within } from "./support.mjs";

const named = new URL(application).pathname === "/threads-named/";
const BLOCKED = 250; // more than the 200 that there are by default

/** Whether a thread is one of those that handlers may block. */
function mayBlock(place) {
  return named ? place.thread.startsWith("EE-ManagedExecutor") : place.thread.startsWith("socketio-handler-");
}

overEachTransport((clients, mode) => {
  test("a handler runs where it may block", async () => {
    const client = await clients.connect("/threads");
    const place = await client.ask("there");
    assert.ok(mayBlock(place), place.thread);
  });

  test("a handler that does not block runs on the thread that delivers, unless that serves a request", async () => {
    const client = await clients.connect("/threads");
    for (const event of ["here", "listener"]) {
      if (mode === "polling") {
        const place = await client.ask(event);
        assert.ok(mayBlock(place), place.thread);
      } else {
        // one that comes while the thread of a handler is still busy with the client stays in line behind it
        await eventually(() => client.ask(event), (place) => !mayBlock(place), event);
      }
    }
  });

  test("each handler has the class loader of the application and a request context of its own", async () => {
    const client = await clients.connect("/threads");
    for (const event of ["here", "there", "here", "there"]) {
      const { ownClassLoader, visits } = await client.ask(event);
      assert.deepEqual([ownClassLoader, visits], [true, 1], event);
    }
    assert.ok((await client.ask("listener")).ownClassLoader);
  });

  test("a handler gets the answer of its own client, for which it waits", async () => {
    const client = await clients.connect("/threads");
    client.socket.on("how much", (number, answer) => answer(number * 10));
    assert.equal(await client.ask("twice", 3), 60);
  });

  test("those that block and those that do not keep the order of their events", async () => {
    const client = await clients.connect("/threads");
    client.socket.on("how much", (number, answer) => answer(number));
    const numbers = Array.from({ length: 100 }, (_, i) => i);
    numbers.forEach((number) => client.emit(number % 10 === 0 ? "slowly" : "quickly", number));
    for (const number of numbers) {
      assert.deepEqual(await client.next("told"), [number]);
    }
  });
});

overEachTransport(
  (clients) => {
    test(`${BLOCKED} handlers that wait harm no other client`, async () => {
      const gate = randomUUID();
      const many = [];
      while (many.length < BLOCKED) {
        // not all at once: that would be a test of the backlog
        many.push(...(await Promise.all(Array.from({ length: 50 }, () => clients.connect("/blocking")))));
      }
      const opened = many.map((client) => client.ask("wait", gate));
      await Promise.all(many.map((client) => client.next("waiting")));

      const other = await clients.connect("/threads");
      other.socket.on("how much", (number, answer) => answer(number));
      for (let i = 0; i < 20; i++) {
        await within(other.ask("there"), "another client", 2_000);
        await within(other.ask("here"), "another client", 2_000);
        assert.equal(await within(other.ask("twice", i), "another client", 2_000), 2 * i);
      }
      const [first] = many;
      for (let pings = 0; pings < 3; pings++) {
        await within(new Promise((resolve) => first.socket.io.once("ping", resolve)), "ping");
      }

      (await clients.connect("/blocking")).emit("open", gate);
      assert.deepEqual(new Set(await Promise.all(opened)), new Set(["opened"]));
      assert.ok(many.every((client) => client.arrived("disconnect").length === 0));
    });
  },
  ["websocket"],
);
