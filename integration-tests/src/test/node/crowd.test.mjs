import assert from "node:assert/strict";
import { test } from "node:test";
import { overEachTransport } from "./support.mjs";

let number = 0;

/** Three in a room of their own, a, b and c, of whom all but c answer; and one who is not. */
async function crowd(clients) {
  const room = `room ${number++}`;
  const names = ["a", "b", "c"];
  const members = await Promise.all(names.map((name) => clients.connect("/crowd", { query: { agent: name } })));
  const asker = await clients.connect("/crowd");
  await Promise.all(members.map((member, i) => member.ask("join", room, names[i])));
  for (const [i, member] of members.slice(0, 2).entries()) {
    member.socket.on("question", (text, answer) => answer(`${names[i]} says ${text}`, "more"));
  }
  return { room, members, asker };
}

// Where sessions are recovered, an event has its offset behind its arguments: these tests look at the first.
overEachTransport((clients) => {
  test("a broadcast is acknowledged by all", async () => {
    const { room, members, asker } = await crowd(clients);
    members[2].socket.on("question", (text, answer) => answer("c, too"));
    assert.deepEqual(await asker.ask("ask", room, 5000, "yes"), {
      answers: ["a says yes", "b says yes", "c, too"],
      missing: [],
      expected: 3,
      complete: true,
    });
  });

  test("a broadcast is acknowledged by some, and tells who is missing", async () => {
    const { room, members, asker } = await crowd(clients);
    assert.deepEqual(await asker.ask("ask", room, 500, "no"), {
      answers: ["a says no", "b says no"],
      missing: [members[2].id],
      expected: 3,
      complete: false,
    });
  });

  test("a broadcast does not wait for who has gone", async () => {
    const { room, members, asker } = await crowd(clients);
    const missing = members[2].id;
    members[2].socket.on("question", () => members[2].socket.disconnect());
    const outcome = await asker.ask("ask", room, 60_000, "maybe");
    assert.deepEqual(outcome.missing, [missing]);
    assert.equal(outcome.complete, false);
  });

  test("nobody is complete at once, and no time-out is refused", async () => {
    const { asker } = await crowd(clients);
    assert.deepEqual(await asker.ask("ask-nobody"), { answers: [], missing: [], expected: 0, complete: true });
    assert.equal(await asker.ask("ask-for-ever"), "refused");
  });

  test("sockets are fetched with rooms, data and handshake", async () => {
    const { room, members, asker } = await crowd(clients);
    assert.deepEqual(
      await asker.ask("fetch", room),
      ["a", "b", "c"].map((name, i) => ({ id: members[i].id, rooms: [room], name, agent: name })),
    );
    await asker.ask("whisper", room, "psst");
    for (const member of members) {
      assert.equal((await member.next("whispered"))[0], "psst");
    }
  });

  test("sockets are moved to another room", async () => {
    const { room, members, asker } = await crowd(clients);
    asker.emit("move", room, `${room} new`);
    assert.deepEqual(await asker.ask("fetch", room), []);
    const moved = await asker.ask("fetch", `${room} new`);
    assert.deepEqual(moved.map((member) => member.id), members.map((member) => member.id));
  });

  for (const close of [false, true]) {
    test(`sockets are disconnected, ${close ? "with" : "without"} their connections`, async () => {
      const { room, members, asker } = await crowd(clients);
      asker.emit("send-away", room, close);
      for (const member of members) {
        assert.equal((await member.next("disconnect"))[0], "io server disconnect");
      }
      assert.deepEqual(await asker.ask("fetch", room), []);
    });
  }

  test("local and uncompressed events arrive, messages too", async () => {
    const { room, members } = await crowd(clients);
    members[0].emit("say", room, "x".repeat(5000));
    assert.equal((await members[0].next("said"))[0], "x".repeat(5000));
    for (const member of members.slice(1)) {
      assert.equal((await member.next("message"))[0], "x".repeat(5000));
      assert.equal((await member.next("said"))[0], "x".repeat(5000));
    }
    assert.deepEqual(members[0].arrived("message"), []);
  });
});
