import assert from "node:assert/strict";
import { test } from "node:test";
import { application, eventually, overEachTransport, within } from "./support.mjs";

/** As dev.socketee.it.limits.Limited has them. */
const URL_LENGTH = 300;
const HEADER_LENGTH = 2000;
const MAX_PAYLOAD = 10_000;
const EVENTS_PER_SECOND = 5;
const MAILBOX_EVENTS = 4;
const MAILBOX_BYTES = 100_000;

const at = (option, more) => ({
  path: `${new URL(application).pathname}limits/${option}/`,
  reconnection: false,
  ...more,
});

/** The counter of a limit, by the eyes of an administrator. */
async function counter(clients, option, limit = option) {
  const admin = await clients.connect("/limits");
  const reached = () => admin.ask("reached", option, limit);
  let count = await reached();
  return {
    unchanged: async () => assert.equal(await reached(), count, limit),
    /** Once or more since it was asked last. */
    counted: async () => {
      await eventually(reached, (now) => now > count, limit);
      count = await reached();
    },
    sessions: (number) =>
      eventually(() => admin.ask("sessions", option), (now) => now === number, "sessions"),
  };
}

/** A client that is refused before it is connected; answers why. */
async function refused(clients, namespace, options) {
  const client = clients.create(namespace, options);
  const [error] = await client.next("connect_error");
  assert.equal(client.socket.connected, false);
  return error;
}

/** What an official client makes of an HTTP status depends on the transport. */
function assertStatus(error, mode, status) {
  if (mode === "websocket") {
    assert.equal(error.message, "websocket error");
  } else {
    assert.equal(error.message, "xhr poll error");
    assert.equal(error.description, status);
  }
}

/** The connection is gone, and another client gets on. */
async function gone(clients, client, option) {
  const [reason] = await client.next("disconnect");
  assert.match(reason, /^transport (close|error)$/);
  const next = await clients.connect("/", at(option));
  assert.equal(await next.ask("size", 1, 2), 2);
}

overEachTransport((clients, mode) => {
  for (const [option, status] of [["max-sessions", 503], ["max-sessions-per-address", 429]]) {
    test(option, async () => {
      const count = await counter(clients, option);
      await count.sessions(0);
      const first = await clients.connect("/", at(option));
      const second = await clients.connect("/", at(option));
      await count.unchanged();

      assertStatus(await refused(clients, "/", at(option)), mode, status);
      await count.counted();
      assert.equal(await first.ask("size", 1), 1);

      second.socket.disconnect();
      await count.sessions(1);
      await clients.connect("/", at(option));
      await count.unchanged();
    });
  }

  test("url-length", async () => {
    const count = await counter(clients, "url-length");
    const { path } = at("url-length");
    const rest = `${path}?pad=&EIO=4&transport=${mode === "websocket" ? mode : "polling"}`;
    const url = (length) =>
      at("url-length", {
        timestampRequests: false,
        query: { pad: "x".repeat(length - rest.length) },
      });
    await clients.connect("/", url(URL_LENGTH));
    await count.unchanged();

    assertStatus(await refused(clients, "/", url(URL_LENGTH + 1)), mode, 414);
    await count.counted();
  });

  test("header-length", async () => {
    const count = await counter(clients, "header-length");
    const headers = (length) =>
      at("header-length", { extraHeaders: { "x-pad": "x".repeat(length) } });
    await clients.connect("/", headers(HEADER_LENGTH / 2));
    await count.unchanged();

    assertStatus(await refused(clients, "/", headers(HEADER_LENGTH)), mode, 431);
    await count.counted();
  });

  test("max-payload", async () => {
    const count = await counter(clients, "max-payload");
    const client = await clients.connect("/", at("max-payload"));
    const text = (length) => "x".repeat(length - '420["size",""]'.length);
    assert.equal(await client.ask("size", text(MAX_PAYLOAD)), 1);
    await count.unchanged();

    const over = await clients.connect("/", at("max-payload"));
    over.socket.emit("size", text(MAX_PAYLOAD + 1), () => assert.fail("it was answered"));
    await gone(clients, over, "max-payload");
    await count.counted();
  });

  test("max-attachments", async () => {
    const count = await counter(clients, "max-attachments");
    const client = await clients.connect("/", at("max-attachments"));
    const bytes = (number) => Array.from({ length: number }, (_, i) => Buffer.from([i]));
    assert.equal(await client.ask("size", ...bytes(3)), 3);
    await count.unchanged();

    client.emit("size", ...bytes(4));
    await gone(clients, client, "max-attachments");
    await count.counted();
  });

  test("attachment-bytes", async () => {
    const count = await counter(clients, "attachment-bytes");
    const client = await clients.connect("/", at("attachment-bytes"));
    assert.equal(await client.ask("size", Buffer.alloc(600), Buffer.alloc(400)), 2);
    await count.unchanged();

    client.emit("size", Buffer.alloc(600), Buffer.alloc(401));
    await gone(clients, client, "attachment-bytes");
    await count.counted();
  });

  test("attachment-timeout", async () => {
    const count = await counter(clients, "attachment-timeout");
    const client = await clients.connect("/", at("attachment-timeout"));
    assert.equal(await client.ask("size", Buffer.alloc(10)), 1);
    await count.unchanged();

    client.socket.io.engine.write('51-["size",{"_placeholder":true,"num":0}]');
    await gone(clients, client, "attachment-timeout");
    await count.counted();
  });

  test("json-depth", async () => {
    const count = await counter(clients, "json-depth");
    const client = await clients.connect("/", at("json-depth"));
    assert.equal(await client.ask("size", [{ a: 1 }], [[]]), 2); // all in the array of the event
    await count.unchanged();

    client.emit("size", [{ a: [] }]);
    await gone(clients, client, "json-depth");
    await count.counted();
  });

  test("namespace-length", async () => {
    const count = await counter(clients, "namespace-length");
    const client = await clients.connect(`/${"n".repeat(19)}`, at("namespace-length"));
    await count.unchanged();

    client.socket.io.socket(`/${"n".repeat(20)}`);
    await gone(clients, client, "namespace-length");
    await count.counted();
  });

  if (mode === "polling") {
    test("payload-packets", async () => {
      const count = await counter(clients, "payload-packets");
      const client = await clients.connect("/", at("payload-packets"));
      // its CONNECT may be answered by a poll before its request is
      await eventually(() => client.socket.io.engine.transport.writable, (writable) => writable, "a request");
      // the first has a request of its own, and the others the next one
      const asked = Array.from({ length: 1 + 5 }, () => client.ask("size"));
      assert.deepEqual(await Promise.all(asked), Array(1 + 5).fill(0));
      await count.unchanged();

      for (let i = 0; i < 1 + 6; i++) {
        client.emit("size");
      }
      await gone(clients, client, "payload-packets");
      await count.counted();
    });
  }

  test("connect-timeout", async () => {
    const count = await counter(clients, "connect-timeout");
    const client = await clients.connect("/", at("connect-timeout"));
    const manager = clients.create("/", at("connect-timeout", { autoConnect: false })).socket.io;
    const closed = new Promise((resolve) => manager.once("close", resolve));
    manager.open();
    await within(closed, "end of a connection without namespaces");
    await count.counted();
    assert.equal(await client.ask("size"), 0);
  });

  test("recovery-packets", async () => {
    const count = await counter(clients, "recovery-packets", "recovery");
    const speaker = await clients.connect("/", at("recovery-packets"));
    const client = await clients.connect("/", at("recovery-packets"));
    /** Whether the client, which heard one, is recovered after so many that it missed. */
    const recovered = async (missed) => {
      speaker.emit("shout", 0);
      await client.next("shouted");
      client.socket.io.engine.close();
      await client.next("disconnect");
      for (let i = 1; i <= missed; i++) {
        speaker.emit("shout", i);
      }
      await speaker.ask("size");
      const connected = new Promise((resolve) => client.socket.once("connect", resolve));
      client.socket.connect();
      await within(connected, "connect");
      return client.socket.recovered;
    };
    assert.equal(await recovered(2), true);
    assert.equal((await client.next("shouted"))[0], 1);
    assert.equal((await client.next("shouted"))[0], 2);
    assert.equal(await recovered(5), false);
    await count.counted();
    assert.deepEqual(client.arrived("shouted"), []);
  });

  test("outbox-bytes", async () => {
    const count = await counter(clients, "outbox-bytes", "outbox");
    const client = await clients.connect("/", at("outbox-bytes"));
    client.emit("pour", 10, 64_000);
    for (let i = 0; i < 10; i++) {
      assert.equal((await client.next("poured"))[0], i);
    }
    await count.unchanged();

    client.socket.once("poured", () => {
      // takes nothing for a while, longer than the network can hold it
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1500);
    });
    client.emit("pour", 500, 64_000);
    await gone(clients, client, "outbox-bytes");
    await count.counted();
  });

  test("events-per-second", async () => {
    const count = await counter(clients, "events-per-second");
    const client = await clients.connect("/", at("events-per-second"));
    const asked = Array.from({ length: EVENTS_PER_SECOND }, () => client.ask("size"));
    assert.deepEqual(await Promise.all(asked), Array(EVENTS_PER_SECOND).fill(0));
    await count.unchanged();

    const over = await clients.connect("/", at("events-per-second"));
    for (let i = 0; i < 4 * EVENTS_PER_SECOND; i++) {
      over.emit("size");
    }
    await gone(clients, over, "events-per-second");
    await count.counted();
  });

  test("joins-per-second", async () => {
    const count = await counter(clients, "joins-per-second");
    const client = await clients.connect("/", at("joins-per-second"));
    const join = (name) => client.socket.io.socket(`/unknown-${name}`);
    const refusal = (socket) => new Promise((resolve) => socket.once("connect_error", resolve));
    for (const { message } of await within(Promise.all(["a", "b"].map(join).map(refusal)), "refusals")) {
      assert.equal(message, "Invalid namespace");
    }
    await count.unchanged();

    for (let i = 0; i < 12; i++) {
      join(i);
    }
    await gone(clients, client, "joins-per-second");
    await count.counted();
  });

  test("rooms-per-socket", async () => {
    const count = await counter(clients, "rooms-per-socket");
    const client = await clients.connect("/", at("rooms-per-socket"));
    assert.equal(await client.ask("join", "a"), "joined");
    assert.equal(await client.ask("join", "b"), "joined");
    assert.equal(await client.ask("join", "a"), "joined");
    await count.unchanged();

    assert.match(await client.ask("join", "c"), /may be in 3 rooms/);
    await count.counted();
    assert.equal(await client.ask("size"), 0);
  });

  /** Has the server wait; answers how to go on. */
  async function hold(client) {
    const held = new Promise((resolve) => client.socket.once("holding", resolve));
    const over = new Promise((resolve) => client.socket.emit("hold", resolve));
    const release = await within(held, "holding");
    return async () => {
      release();
      await within(over, "end of holding");
    };
  }

  test("mailbox-events", async () => {
    const count = await counter(clients, "mailbox-events", "mailbox");
    const client = await clients.connect("/", at("mailbox-events"));
    let release = await hold(client);
    const asked = Array.from({ length: MAILBOX_EVENTS }, () => client.ask("size"));
    await release();
    assert.deepEqual(await Promise.all(asked), Array(MAILBOX_EVENTS).fill(0));
    await count.unchanged();

    release = await hold(client);
    for (let i = 0; i < MAILBOX_EVENTS + 1; i++) {
      client.emit("size");
    }
    await gone(clients, client, "mailbox-events");
    await count.counted();
  });

  test("mailbox-bytes", async () => {
    const count = await counter(clients, "mailbox-bytes", "mailbox");
    const client = await clients.connect("/", at("mailbox-bytes"));
    const text = (length) => "x".repeat(length - '2["size",""]'.length);
    const release = await hold(client);
    client.emit("size", text(MAILBOX_BYTES / 2));
    const held = client.ask("size", text(MAILBOX_BYTES / 2 - "1".length));
    await release();
    assert.equal(await held, 1);
    assert.equal(await client.ask("size"), 0);
    await count.unchanged();

    await hold(client);
    client.emit("size", text(MAILBOX_BYTES / 2));
    client.emit("size", text(MAILBOX_BYTES / 2 + 1));
    await gone(clients, client, "mailbox-bytes");
    await count.counted();
  });

  test("pending-acks", async () => {
    const count = await counter(clients, "pending-acks");
    const client = await clients.connect("/", at("pending-acks"));
    const questions = [];
    client.socket.on("question", (answer) => questions.push(answer));
    for (let i = 0; i < 3; i++) {
      assert.equal(await client.ask("ask"), "asked");
    }
    await count.unchanged();

    assert.match(await client.ask("ask"), /owes 3 acknowledgements already/);
    await count.counted();
    assert.equal(questions.length, 3);
    questions.forEach((answer) => answer());
    assert.equal(await client.ask("ask"), "asked");
    await count.unchanged();
  });

  test("namespaces-per-connection", async () => {
    const option = "namespaces-per-connection";
    const count = await counter(clients, option);
    const client = await clients.connect("/", at(option));
    const join = (name) => client.socket.io.socket(name);
    const second = join("/b");
    await within(new Promise((resolve) => second.once("connect", resolve)), "second namespace");
    await count.unchanged();

    const third = join("/c");
    third.once("connect", () => assert.fail("connected"));
    await gone(clients, client, option);
    assert.equal(second.connected, false);
    await count.counted();
  });

  test("child-namespaces", async () => {
    const count = await counter(clients, "child-namespaces");
    await count.sessions(0);
    const options = at("child-namespaces");
    const children = [];
    for (const number of [1, 2, 3, 3]) {
      children.push(await clients.connect(`/child-${number}`, options));
    }
    await count.unchanged();

    const error = await refused(clients, "/child-4", options);
    assert.equal(error.message, "Too many namespaces");
    await count.counted();

    children[0].socket.disconnect(); // the last one there, so that there is room for another
    await count.sessions(3);
    await clients.connect("/child-4", options);
    await count.unchanged();
  });

  test("child-namespaces-per-connection", async () => {
    const option = "child-namespaces-per-connection";
    const count = await counter(clients, option);
    await count.sessions(0);
    const client = await clients.connect("/child-1", at(option));
    const join = async (number) => {
      const socket = client.socket.io.socket(`/child-${number}`);
      const outcome = new Promise((resolve) => {
        socket.once("connect", () => resolve("connected"));
        socket.once("connect_error", (error) => resolve(error.message));
      });
      return within(outcome, `outcome of ${number}`);
    };
    assert.equal(await join(2), "connected");
    await count.unchanged();

    assert.equal(await join(3), "Too many namespaces");
    await count.counted();
    await clients.connect("/child-3", at(option));
    assert.equal(await join(3), "connected"); // it is there now
    await count.unchanged();
  });
});
