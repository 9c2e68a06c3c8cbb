import assert from "node:assert/strict";
import { test } from "node:test";
import { overEachTransport } from "./support.mjs";

const END = "that is all";

/** Four sockets: 0 in red, 1 in red and blue, 2 in blue, 3 in none. */
async function four(clients) {
  const all = await Promise.all([0, 1, 2, 3].map(() => clients.connect("/rooms")));
  await Promise.all([
    all[0].ask("join", ["red"]),
    all[1].ask("join", ["red", "blue"]),
    all[2].ask("join", ["blue"]),
  ]);
  return all;
}

/** What each has been told since; asked for by a text to all, which nothing overtakes. */
async function told(all, by = all[0]) {
  by.emit("announce", { to: [], except: [], text: END });
  return Promise.all(
    all.map(async (client) => {
      const texts = [];
      for (;;) {
        const [text] = await client.next("said");
        if (text === END) {
          return texts;
        }
        texts.push(text);
      }
    }),
  );
}

overEachTransport((clients, mode) => {
  test("a socket knows its rooms", async () => {
    const client = await clients.connect("/rooms");
    assert.deepEqual(await client.ask("join", ["b", "a"]), ["a", "b"]);
    assert.deepEqual(await client.ask("join", ["a"]), ["a", "b"]);
    assert.deepEqual(await client.ask("leave", "a"), ["b"]);
    assert.deepEqual(await client.ask("leave", "never-entered"), ["b"]);
  });

  test("a room is told by the namespace, the sender included", async () => {
    const all = await four(clients);
    all[0].emit("announce", { to: ["red"], except: [], text: "hello" });
    assert.deepEqual(await told(all), [["hello"], ["hello"], [], []]);
  });

  test("two rooms are told once", async () => {
    const all = await four(clients);
    all[3].emit("announce", { to: ["red", "blue"], except: [], text: "hello" });
    assert.deepEqual(await told(all, all[3]), [["hello"], ["hello"], ["hello"], []]);
  });

  test("a room is left out", async () => {
    const all = await four(clients);
    all[3].emit("announce", { to: ["red"], except: ["blue"], text: "hello" });
    assert.deepEqual(await told(all, all[3]), [["hello"], [], [], []]);
    all[3].emit("announce", { to: [], except: ["blue"], text: "hello" });
    assert.deepEqual(await told(all, all[3]), [["hello"], [], [], ["hello"]]);
  });

  test("one socket is told by its id, and left out by it", async () => {
    const all = await four(clients);
    all[0].emit("announce", { to: [all[2].id], except: [], text: "you" });
    all[0].emit("announce", { to: [], except: [all[2].id], text: "not you" });
    assert.deepEqual(await told(all), [["not you"], ["not you"], ["you"], ["not you"]]);
  });

  test("a socket tells rooms without itself", async () => {
    const all = await four(clients);
    all[1].emit("from-me-to", ["red", "blue"], "hello");
    assert.deepEqual(await told(all, all[1]), [["hello"], [], ["hello"], []]);
  });

  test("a socket tells all but a room and itself", async () => {
    const all = await four(clients);
    all[3].emit("from-me-except", ["red"], "hello");
    assert.deepEqual(await told(all, all[3]), [[], [], ["hello"], []]);
  });

  test("a socket tells all others", async () => {
    const all = await four(clients);
    all[1].emit("to-all-others", "hello");
    assert.deepEqual(await told(all, all[1]), [["hello"], [], ["hello"], ["hello"]]);
  });

  test("an injected room", async () => {
    const all = await four(clients);
    assert.equal(await all[0].ask("enter-lobby"), 1);
    assert.equal(await all[3].ask("enter-lobby"), 2);
    all[3].emit("to-lobby-except-me", "hello");
    assert.deepEqual(await told(all, all[3]), [["hello"], [], [], []]);
    assert.equal(await all[3].ask("leave-lobby"), 1);
    all[3].emit("to-lobby-except-me", "again");
    assert.deepEqual(await told(all, all[3]), [["again"], [], [], []]);
  });

  test("whoever has gone is in no room any more", async () => {
    const [leaver, stayer] = await Promise.all([clients.connect("/rooms"), clients.connect("/rooms")]);
    await leaver.ask("enter-lobby");
    assert.equal(await stayer.ask("enter-lobby"), 2);
    leaver.socket.disconnect();
    // entering again changes nothing, and tells the size
    for (let size = 2; size !== 1; ) {
      size = await stayer.ask("enter-lobby");
    }
  });

  test("a broadcast carries bytes", async () => {
    const all = await four(clients);
    const bytes = Buffer.from(Array.from({ length: 300 }, (_, i) => i % 256));
    all[0].emit("announce-bytes", bytes);
    for (const client of all) {
      assert.deepEqual(await client.next("bytes"), [bytes, 300]);
    }
  });

  for (const [how, burst] of [
    ["to a socket", (client, count) => client.emit("volatile-burst", count)],
    ["to a room", (client, count) => client.emit("volatile-broadcast", client.id, count)],
  ]) {
    test(`volatile events ${how} come in order or not at all, others always`, async () => {
      const client = await clients.connect("/rooms");
      const count = 5000;
      burst(client, count);
      assert.deepEqual(await client.next("surely"), [count]);
      const numbers = client.arrived("maybe").map(([number]) => number);
      assert.deepEqual(
        numbers,
        [...numbers].sort((a, b) => a - b),
      );
      assert.equal(new Set(numbers).size, numbers.length);
      if (mode === "polling") {
        // a poll takes what there is when it is answered, which is one
        assert.ok(numbers.length < count, "nothing was dropped");
      }
    });
  }

  test("a volatile event to a client that can take it arrives", async () => {
    const client = await clients.connect("/rooms");
    // a handful of tries: the poll may be on its way just then
    for (let tries = 0; client.arrived("maybe").length === 0; tries++) {
      assert.ok(tries < 20, "never arrived");
      client.emit("volatile-burst", 1);
      await client.next("surely");
    }
  });
});
