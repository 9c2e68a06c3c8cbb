// The clients of Socket.IO 1 and 2, beside those of today.

import assert from "node:assert/strict";
import { afterEach, describe, test } from "node:test";
import { io } from "socket.io-client";
import io1 from "socket.io-client-1";
import io2 from "socket.io-client-2";
import { application, within } from "./support.mjs";

const GENERATIONS = { "1.x": io1, "2.x": io2 };

const TRANSPORTS = {
  polling: ["polling"],
  websocket: ["websocket"],
  upgrade: ["polling", "websocket"],
};

const album = {
  name: "holidays",
  cover: Buffer.from([0, 255]),
  pages: [Buffer.from("one"), Buffer.alloc(0), Buffer.from("three")],
  extras: { map: Buffer.from("x marks the spot") },
};

const open = [];
afterEach(() => {
  for (const client of open.splice(0)) {
    client.socket.io.reconnection(false);
    client.socket.io.engine?.close();
  }
});

/** A socket, and everything that it has received and nobody has asked for yet. */
class Client {
  #received = new Map();
  #waiting = new Map();

  constructor(lookup, transports, namespace, options = {}) {
    const url = new URL(application);
    this.socket = lookup(url.origin + namespace, {
      path: `${url.pathname}socket.io/`,
      transports,
      forceNew: true,
      reconnectionDelay: 50,
      reconnectionDelayMax: 250,
      ...options,
    });
    open.push(this);
    // there is no onAny in old clients, and no name for what they call
    const receive = this.socket.onevent;
    this.socket.onevent = (packet) => {
      const [event, ...args] = packet.data;
      receive.call(this.socket, packet);
      this.#put(event, args);
    };
    for (const event of ["connect", "disconnect", "error", "connect_error", "pong"]) {
      this.socket.on(event, (...args) => this.#put(event, args));
    }
  }

  #put(event, args) {
    const waiting = this.#waiting.get(event)?.shift();
    if (waiting) {
      waiting(args);
    } else {
      this.#queue(this.#received, event).push(args);
    }
  }

  #queue(map, event) {
    if (!map.has(event)) {
      map.set(event, []);
    }
    return map.get(event);
  }

  /** The arguments of the next event of that name. */
  next(event) {
    const queue = this.#queue(this.#received, event);
    if (queue.length > 0) {
      return Promise.resolve(queue.shift());
    }
    const arrival = new Promise((resolve) => this.#queue(this.#waiting, event).push(resolve));
    return within(arrival, event);
  }

  emit(event, ...args) {
    this.socket.emit(event, ...args);
  }

  /** Emits, and waits for the arguments of the acknowledgement. */
  askAll(event, ...args) {
    const answer = new Promise((resolve) => this.socket.emit(event, ...args, (...all) => resolve(all)));
    return within(answer, `acknowledgement of ${event}`);
  }

  async ask(event, ...args) {
    return (await this.askAll(event, ...args))[0];
  }

  get id() {
    return this.socket.id;
  }

  get engine() {
    return this.socket.io.engine;
  }

  /** Its id on the server, which clients 1.x do not know but for `/`. */
  get idThere() {
    const namespace = this.socket.nsp;
    return namespace === "/" ? this.engine.id : `${namespace}#${this.engine.id}`;
  }
}

for (const [generation, lookup] of Object.entries(GENERATIONS)) {
  for (const [mode, transports] of Object.entries(TRANSPORTS)) {
    describe(`${generation}, ${mode}`, () => suite(generation, lookup, mode, transports));
  }
}

function suite(generation, lookup, mode, transports) {
  // By polling, clients 1.x encode text as UTF-8 twice, which no server since 2.0 undoes.
  const text = generation === "1.x" && mode === "polling" ? "plain" : "é€😀";

  const create = (namespace = "/", options = {}) => new Client(lookup, transports, namespace, options);

  async function connect(namespace = "/", options = {}) {
    const client = create(namespace, options);
    await client.next("connect");
    if (mode === "upgrade" && client.engine.transport.name !== "websocket") {
      await within(new Promise((resolve) => client.engine.once("upgrade", resolve)), "upgrade");
    }
    assert.equal(client.engine.transport.name, mode === "polling" ? "polling" : "websocket");
    return client;
  }

  test("joins / without asking", async () => {
    const client = await connect();
    assert.equal(client.id, client.engine.id);
    assert.deepEqual(await client.next("auth"), [{}]);
  });

  test("events go both ways", async () => {
    const client = await connect();
    client.emit("message", 1, text, { three: [3, null, true] });
    assert.deepEqual(await client.next("message-back"), [1, text, { three: [3, null, true] }]);
  });

  test("bytes go both ways", async () => {
    const client = await connect("/binary");
    assert.deepEqual(await client.ask("album", album), { ...album, name: "copy of holidays" });
    assert.deepEqual(await client.ask("buffer", Buffer.from([1, 2, 3])), Buffer.from([3, 2, 1]));
  });

  test("much goes both ways", async () => {
    const client = await connect("/binary");
    const size = 600_000;
    assert.equal(await client.ask("size", Buffer.alloc(size, 7)), size);
    assert.deepEqual(await client.ask("give", size), Buffer.from(Uint8Array.from({ length: size }, (_, i) => i)));
    assert.equal(await client.ask("give-text", 100_000, text), text.repeat(100_000));
    assert.equal(await client.ask("length", text.repeat(50_000)), text.length * 50_000);
  });

  test("events arrive in order", async () => {
    const client = await connect();
    for (let i = 0; i < 300; i++) {
      client.emit("message", i, i % 7 === 0 ? Buffer.from([i % 256]) : "text");
    }
    for (let i = 0; i < 300; i++) {
      const [number, data] = await client.next("message-back");
      assert.equal(number, i);
      assert.deepEqual(data, i % 7 === 0 ? Buffer.from([i % 256]) : "text");
    }
  });

  test("acknowledgements go both ways", async () => {
    const client = await connect("/acks");
    assert.deepEqual(await client.ask("add", 2, 3), { left: 2, right: 3, total: 5 });
    assert.deepEqual(await client.askAll("several"), [1, "two", Buffer.from([3]), [4]]);
    client.socket.on("question", (text, answer) => answer(`${text}!`));
    assert.equal(await client.ask("ask-me", "why"), "answered: why!");
    client.socket.on("much", (answer) => answer({ a: 1 }, Buffer.from([1, 2])));
    assert.deepEqual(await client.askAll("ask-me-for-much"), [2, '{"a":1}', Buffer.from([1, 2])]);
  });

  test("the protocol is that of old", async () => {
    assert.equal(await (await connect("/acks")).ask("protocol"), 3);
    const today = new Client(io, transports, "/acks");
    assert.equal(await today.ask("protocol"), 4);
  });

  test("a namespace has a socket of its own", async () => {
    const client = await connect("/rooms");
    assert.equal(client.id, generation === "1.x" ? client.engine.id : client.idThere);
    client.emit("announce", { to: [client.idThere], except: [], text: "you" });
    assert.deepEqual(await client.next("said"), ["you"]);
  });

  test("the query of a namespace is what it has to say for itself", async () => {
    const client = await connect("/guarded?token=secret&name=Ann%20%26%20Bob");
    assert.deepEqual(await client.next("welcome"), ["Ann & Bob"]);
  });

  test("a refusal is an error, with the data or the message", async () => {
    const nobody = create("/guarded");
    assert.deepEqual(await nobody.next("error"), ["no token"]);
    const wrong = create("/guarded?token=wrong");
    assert.deepEqual(await wrong.next("error"), [{ code: 401, token: "wrong" }]);
    assert.equal(wrong.socket.connected, false);
  });

  test("an unknown namespace is an error", async () => {
    const client = create("/nowhere");
    assert.deepEqual(await client.next("error"), ["Invalid namespace"]);
  });

  test("the server disconnects", async () => {
    for (const close of [false, true]) {
      const witness = await connect("/disconnects");
      await witness.askAll("watch");
      const client = await connect("/disconnects");
      const id = client.idThere;
      client.emit("disconnect-me", close);
      await client.next("farewell");
      assert.deepEqual(await client.next("disconnect"), ["io server disconnect"]);
      assert.deepEqual(await witness.next("gone"), [id, "server namespace disconnect", false, 0]);
    }
  });

  test("the client disconnects", async () => {
    const witness = await connect("/disconnects");
    await witness.askAll("watch");
    const client = await connect("/disconnects");
    const id = client.idThere;
    client.socket.disconnect();
    const [gone, reason] = await witness.next("gone");
    assert.equal(gone, id);
    assert.ok(["client namespace disconnect", "transport close"].includes(reason), reason);
  });

  test("the client comes back when the connection is lost", async () => {
    const client = await connect("/rooms");
    const id = client.id;
    client.engine.close();
    await client.next("disconnect");
    await client.next("connect");
    assert.notEqual(client.id, id);
    assert.deepEqual(await client.ask("join", ["again"]), ["again"]);
  });

  test("the heartbeat is the client's", async () => {
    const client = await connect();
    await client.next("pong");
    await client.next("pong");
    client.emit("message", "still here");
    assert.deepEqual(await client.next("message-back"), ["still here"]);
  });

  test("a room of all generations", async () => {
    const today = new Client(io, transports, "/rooms");
    await today.next("connect");
    const [one, two] = await Promise.all([connect("/rooms"), connect("/rooms")]);
    await Promise.all([one, today].map((client) => client.ask("join", ["mixed"])));

    one.emit("from-me-to", ["mixed"], "from old to new");
    assert.deepEqual(await today.next("said"), ["from old to new"]);
    today.emit("from-me-to", ["mixed"], "from new to old");
    assert.deepEqual(await one.next("said"), ["from new to old"]);
    two.emit("announce", { to: ["mixed"], except: [today.id], text: "to the old one" });
    assert.deepEqual(await one.next("said"), ["to the old one"]);
    const bytes = Buffer.from([1, 2, 3]);
    today.emit("announce-bytes", bytes);
    for (const client of [one, two, today]) {
      assert.deepEqual(await client.next("bytes"), [bytes, 3]);
    }
  });
}
