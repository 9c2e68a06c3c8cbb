import assert from "node:assert/strict";
import { test } from "node:test";
import { overEachTransport, within } from "./support.mjs";

/** Somebody who leaves, and somebody who is told. */
async function two(clients) {
  const witness = await clients.connect("/disconnects");
  await witness.ask("watch");
  const leaver = await clients.connect("/disconnects");
  return { witness, leaver, id: leaver.id };
}

/** The server's reason for the end of a socket, which is not connected and in no room by then. */
async function reasonFor(witness, id) {
  for (;;) {
    const [gone, reason, connected, rooms] = await witness.next("gone");
    if (gone === id) {
      assert.equal(connected, false);
      assert.equal(rooms, 0);
      return reason;
    }
  }
}

overEachTransport((clients) => {
  test("the client leaves the namespace", async () => {
    const { witness, leaver, id } = await two(clients);
    leaver.socket.disconnect();
    assert.deepEqual((await leaver.next("disconnect"))[0], "io client disconnect");
    const reason = await reasonFor(witness, id);
    assert.ok(["client namespace disconnect", "transport close"].includes(reason), reason);
  });

  test("the client leaves the namespace and keeps the connection", async () => {
    const { witness, leaver, id } = await two(clients);
    const other = leaver.socket.io.socket("/");
    await within(new Promise((resolve) => other.on("connect", resolve)), "connect");
    leaver.socket.disconnect();
    assert.equal(await reasonFor(witness, id), "client namespace disconnect");
    const answer = new Promise((resolve) => other.emit("message-with-ack", "alive", resolve));
    assert.equal(await within(answer, "acknowledgement"), "alive");
  });

  for (const close of [false, true]) {
    test(`the server disconnects, ${close ? "and closes the connection" : "and keeps the connection"}`, async () => {
      const { witness, leaver, id } = await two(clients);
      const other = leaver.socket.io.socket("/");
      await within(new Promise((resolve) => other.on("connect", resolve)), "connect");
      const otherGone = new Promise((resolve) => other.once("disconnect", resolve));
      leaver.emit("disconnect-me", close);
      await leaver.next("farewell");
      assert.equal((await leaver.next("disconnect"))[0], "io server disconnect");
      assert.equal(leaver.socket.active, false);
      assert.equal(await reasonFor(witness, id), "server namespace disconnect");
      if (close) {
        assert.equal(await within(otherGone, "end of the other namespace"), "io server disconnect");
      } else {
        const answer = new Promise((resolve) => other.emit("message-with-ack", "alive", resolve));
        assert.equal(await within(answer, "acknowledgement"), "alive");
      }
    });
  }

  test("one client has another one disconnected, which comes back when it wants", async () => {
    const { witness, leaver, id } = await two(clients);
    assert.equal(await witness.ask("disconnect-other", id), true);
    assert.equal((await leaver.next("disconnect"))[0], "io server disconnect");
    assert.equal(await reasonFor(witness, id), "server namespace disconnect");
    leaver.socket.connect();
    await leaver.connected();
    assert.notEqual(leaver.id, id);
  });

  test("the connection is closed by the client, which comes back", async () => {
    const { witness, leaver, id } = await two(clients);
    leaver.socket.io.engine.close();
    assert.equal((await leaver.next("disconnect"))[0], "forced close");
    assert.equal(await reasonFor(witness, id), "transport close");
    await leaver.connected();
    assert.notEqual(leaver.id, id);
  });

  test("the server closes the connection on an invalid packet, and the client comes back", async () => {
    const { witness, leaver, id } = await two(clients);
    leaver.socket.io.engine.write("2{}");
    assert.equal((await leaver.next("disconnect"))[0], "transport close");
    // deferred if no poll is there to tell it, or if something is still being sent
    const reason = await reasonFor(witness, id);
    assert.ok(["forced close", "forced server close"].includes(reason), reason);
    await leaver.connected();
    assert.equal(await leaver.ask("disconnect-other", "nobody"), true);
  });

  test("the heartbeat finds a client that is silent", async () => {
    const { witness, leaver, id } = await two(clients);
    // From now on this client neither reads nor answers, and closes nothing.
    const engine = leaver.socket.io.engine;
    engine.transport.onPacket = () => {};
    engine._sendPacket = () => {};
    clearTimeout(engine._pingTimeoutTimer); // else it may close the connection just before the server does
    const reason = await within(reasonFor(witness, id), "end", 20_000);
    assert.equal(reason, "ping timeout");
  });
});
