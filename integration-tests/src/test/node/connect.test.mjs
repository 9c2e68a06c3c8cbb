import assert from "node:assert/strict";
import { test } from "node:test";
import { overEachTransport, within } from "./support.mjs";

overEachTransport((clients, mode) => {
  test("a client uses the transport that it asked for", async () => {
    const client = await clients.connect();
    assert.equal(client.transport, mode === "polling" ? "polling" : "websocket");
  });

  test("ids have twenty characters, and the socket's is not the connection's", async () => {
    const client = await clients.connect();
    assert.match(client.id, /^[\w-]{20}$/);
    assert.match(client.socket.io.engine.id, /^[\w-]{20}$/);
    assert.notEqual(client.id, client.socket.io.engine.id);
  });

  test("the payload of the CONNECT arrives", async () => {
    const auth = { token: "123", nested: { list: [1, 2.5, null, true] }, text: "ü€😀" };
    const client = await clients.connect("/", { auth });
    assert.deepEqual(await client.next("auth"), [auth]);
  });

  test("no payload of the CONNECT is an empty one", async () => {
    const client = await clients.connect("/custom");
    assert.deepEqual(await client.next("auth"), [{}]);
  });

  test("a handler sees the handshake", async () => {
    const client = await clients.connect("/guarded", {
      auth: { token: "secret", name: "Ada" },
      query: { flavour: "salt & vinegar" },
      extraHeaders: { "User-Agent": "integration test" },
    });
    assert.deepEqual(await client.ask("who-am-i"), {
      name: "Ada",
      userAgent: "integration test",
      flavour: "salt & vinegar",
      address: "127.0.0.1",
      secure: false,
      crossDomain: false,
    });
  });

  test("what is emitted before the acceptance arrives after it", async () => {
    const client = clients.create("/guarded", { auth: { token: "secret", name: "Bob" } });
    let connectedAtWelcome;
    client.socket.on("welcome", () => (connectedAtWelcome = client.socket.connected));
    assert.deepEqual(await client.next("welcome"), ["Bob"]);
    assert.equal(connectedAtWelcome, true);
  });

  test("a client without a token is refused with a message", async () => {
    const client = clients.create("/guarded");
    const [error] = await client.next("connect_error");
    assert.equal(error.message, "no token");
    assert.equal(error.data, undefined);
    assert.equal(client.socket.active, false);
  });

  test("a client with a bad token is refused with data, and gets in with a good one", async () => {
    const client = clients.create("/guarded", { auth: { token: "guessed" } });
    const [error] = await client.next("connect_error");
    assert.equal(error.message, "bad token");
    assert.deepEqual(error.data, { code: 401, token: "guessed" });
    client.socket.auth = { token: "secret" };
    client.socket.connect();
    await client.connected();
    // the refused one has not stayed in the room
    assert.equal(await client.ask("members"), 1);
  });

  test("an unexpected exception refuses, and tells nothing", async () => {
    const client = clients.create("/guarded", { auth: { token: "broken" } });
    const [error] = await client.next("connect_error");
    assert.doesNotMatch(error.message, /detail/);
    assert.equal(error.data, undefined);
  });

  test("a namespace that does not exist is refused, and the connection stays", async () => {
    const client = await clients.connect("/");
    const other = client.socket.io.socket("/unknown");
    const error = await within(new Promise((resolve) => other.on("connect_error", resolve)), "connect_error");
    assert.equal(error.message, "Invalid namespace");
    assert.equal(await client.ask("message-with-ack", "alive"), "alive");
  });

  test("the payload is asked for at every connection", async () => {
    let asked = 0;
    const client = await clients.connect("/", { auth: (send) => send({ asked: ++asked }) });
    assert.deepEqual(await client.next("auth"), [{ asked: 1 }]);
    client.socket.io.engine.close();
    assert.deepEqual(await client.next("auth"), [{ asked: 2 }]);
  });

  test("a refused handshake is an error with status 403", async () => {
    const client = clients.create("/", { query: { refuse: "1" }, reconnection: false });
    const [error] = await client.next("connect_error");
    if (mode === "websocket") {
      assert.equal(error.message, "websocket error");
    } else {
      assert.equal(error.message, "xhr poll error");
      assert.equal(error.description, 403);
    }
  });

  test("namespaces share one connection, and part one by one", async () => {
    const main = await clients.connect("/");
    const manager = main.socket.io;
    const custom = manager.socket("/custom");
    await within(new Promise((resolve) => custom.on("connect", resolve)), "connect");
    assert.notEqual(custom.id, main.id);
    const answer = (text) =>
      within(new Promise((resolve) => custom.once("message-back", resolve).emit("message", text)), "message-back");
    assert.equal(await answer("to custom"), "to custom");
    assert.equal(await main.ask("message-with-ack", "to main"), "to main");
    custom.disconnect();
    assert.equal(await main.ask("message-with-ack", "still here"), "still here");
    custom.connect();
    assert.equal(await answer("back"), "back");
    assert.deepEqual(main.arrived("message-back"), []);
  });

  test("a connection outlives many heartbeats", async () => {
    const client = await clients.connect();
    const { io: manager } = client.socket;
    for (let pings = 0; pings < 4; pings++) {
      await within(new Promise((resolve) => manager.once("ping", resolve)), "ping");
    }
    assert.equal(await client.ask("message-with-ack", "alive"), "alive");
    assert.deepEqual(client.arrived("disconnect"), []);
  });
});
