// Two nodes, a and b, that an adapter of the application makes one.

import assert from "node:assert/strict";
import { test } from "node:test";
import { application, overEachTransport } from "./support.mjs";

const at = (node, agent) => ({ path: `${new URL(application).pathname}nodes/${node}/`, query: { agent } });

let number = 0;

/** One on each node, in a room of both, and in one of its own. */
async function pair(clients) {
  const room = `room ${number++}`;
  const [a, b] = await Promise.all(["a", "b"].map((node) => clients.connect("/cluster", at(node, `agent ${node}`))));
  for (const [client, name] of [[a, "a"], [b, "b"]]) {
    await client.askAll("join", room, name);
    await client.askAll("join", `${room} ${name}`, name);
  }
  return { room, a, b };
}

const told = async (client) => (await client.next("told"))[0];

/** The next thing that it is told is that, and nothing is before it. */
async function nothingBut(client, from, room) {
  from.emit("tell", room, "last");
  assert.equal(await told(client), "last");
}

overEachTransport((clients) => {
  test("a broadcast reaches the clients of both, bytes too", async () => {
    const { room, a, b } = await pair(clients);
    a.emit("tell", room, "from a");
    b.emit("tell", room, "from b");
    for (const client of [a, b]) {
      const heard = [await client.next("told"), await client.next("told")];
      heard.sort(([one], [two]) => one.localeCompare(two));
      assert.deepEqual(heard, [["from a", Buffer.from([1, 2])], ["from b", Buffer.from([1, 2])]]);
    }
  });

  test("a broadcast to a room of the other node, in order", async () => {
    const { room, a, b } = await pair(clients);
    for (let i = 0; i < 100; i++) {
      a.emit("tell", `${room} b`, String(i));
    }
    for (let i = 0; i < 100; i++) {
      assert.equal(await told(b), String(i));
    }
    await nothingBut(a, a, room);
  });

  test("all but itself", async () => {
    const { room, a, b } = await pair(clients);
    a.emit("tell others", room);
    assert.equal(await told(b), "others");
    await nothingBut(a, a, room);
  });

  test("all but a room", async () => {
    const { room, a, b } = await pair(clients);
    a.emit("tell but", room, `${room} b`);
    assert.equal(await told(a), "but");
    await nothingBut(b, a, room);
    b.emit("tell but", room, b.id);
    assert.equal(await told(a), "last");
    assert.equal(await told(a), "but");
    await nothingBut(b, b, room);
  });

  test("local: those of this node", async () => {
    const { room, a, b } = await pair(clients);
    a.emit("tell here", room);
    assert.equal(await told(a), "here");
    await nothingBut(b, a, room);
  });

  test("a broadcast is acknowledged by the clients of both", async () => {
    const { room, a, b } = await pair(clients);
    a.socket.on("question", (text, answer) => answer(`a: ${text}`));
    b.socket.on("question", (text, answer) => answer(`b: ${text}`));
    assert.deepEqual(await a.ask("ask all", room, 5000), {
      answers: ["a: well?", "b: well?"],
      missing: [],
      expected: 2,
      complete: true,
    });
  });

  test("a broadcast that the client of the other node does not acknowledge", async () => {
    const { room, a, b } = await pair(clients);
    a.socket.on("question", (text, answer) => answer(`a: ${text}`));
    const onlyA = { answers: ["a: well?"], expected: 2, complete: false };
    // of another node, they are only counted
    assert.deepEqual(await a.ask("ask all", room, 500), { ...onlyA, missing: [] });
    assert.deepEqual(await b.ask("ask all", room, 500), { ...onlyA, missing: [b.id] });
  });

  test("sockets of both are fetched, with rooms, data and handshake", async () => {
    const { room, a, b } = await pair(clients);
    await a.askAll("join", `${room} of three`, "first");
    const third = await clients.connect("/cluster", at("b", "third"));
    await third.askAll("join", `${room} of three`, "second");
    for (const asker of [a, b]) {
      assert.deepEqual(await asker.ask("fetch", `${room} of three`), [
        { id: a.id, name: "first", agent: "agent a", inRoom: false }, // in others, too
        { id: third.id, name: "second", agent: "third", inRoom: true },
      ]);
    }
    a.emit("whisper", `${room} of three`);
    assert.equal(await told(a), "whispered");
    assert.equal(await told(third), "whispered");
    await nothingBut(b, a, room);
  });

  test("sockets of both are moved to another room", async () => {
    const { room, a, b } = await pair(clients);
    a.emit("move", room, `${room} new`);
    const ids = async (asker, of) => (await asker.ask("fetch", of)).map(({ id }) => id);
    assert.deepEqual(await ids(a, room), []);
    assert.deepEqual(await ids(a, `${room} new`), [a.id, b.id]);
    assert.deepEqual(await ids(b, `${room} new`), [a.id, b.id]);
  });

  for (const close of [false, true]) {
    test(`sockets of both are disconnected, ${close ? "with" : "without"} their connections`, async () => {
      const { room, a, b } = await pair(clients);
      const asker = await clients.connect("/cluster", at("a"));
      asker.emit("send away", room, close);
      for (const client of [a, b]) {
        assert.equal((await client.next("disconnect"))[0], "io server disconnect");
      }
      assert.deepEqual(await asker.ask("fetch", room), []);
    });
  }

  test("one socket of the other node is disconnected", async () => {
    const { room, a, b } = await pair(clients);
    a.emit("expel", room, b.id);
    assert.equal((await b.next("disconnect"))[0], "io server disconnect");
    assert.deepEqual((await a.ask("fetch", room)).map(({ id }) => id), [a.id]);
  });

  test("connectedSockets and socket(id) are those of the node", async () => {
    const { a, b } = await pair(clients);
    const { ids, ...rest } = await a.ask("own", b.id);
    assert.deepEqual(rest, { namespace: "/cluster", self: true, other: false });
    assert.ok(ids.includes(a.id));
    assert.ok(!ids.includes(b.id));
    const third = await clients.connect("/cluster", at("a"));
    const after = await a.ask("own", third.id);
    assert.equal(after.other, true);
    assert.ok(after.ids.includes(third.id));
  });

  test("servers speak to one another", async () => {
    const { a, b } = await pair(clients);
    const note = `note ${number++}`;
    a.emit("note", note);
    assert.deepEqual(await a.ask("ask servers", "hello", 5000), {
      answers: ["b says hello"],
      expected: 1,
      complete: true,
    });
    // of one sender, they are in order
    assert.ok((await b.ask("heard")).includes(note));
    assert.ok(!(await a.ask("heard")).includes(note));
    assert.deepEqual(await b.ask("ask servers", "hello", 5000), {
      answers: ["a says hello"],
      expected: 1,
      complete: true,
    });
  });

  test("a server that does not answer is not waited for", async () => {
    const { a } = await pair(clients);
    assert.deepEqual(await a.ask("ask servers", "silence", 300), { answers: [], expected: 1, complete: false });
  });
});
