// What the scripts share: clients that are watched and closed, over each transport.

import assert from "node:assert/strict";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { afterEach, describe } from "node:test";
import { setTimeout } from "node:timers/promises";
import { io } from "socket.io-client";

/** The application on the server, with a trailing slash. */
export const application = process.env.APPLICATION_URL;

/** Nothing here takes that long; a slow machine may. */
export const PATIENCE_MS = 10_000;

const TRANSPORTS = {
  polling: ["polling"],
  websocket: ["websocket"],
  upgrade: ["polling", "websocket"],
};

/**
 * Describes the same cases for each way to connect, or for the one that the environment asks for;
 * `body` gets the clients and the way.
 */
export function overEachTransport(body, modes = Object.keys(TRANSPORTS)) {
  const only = process.env.TRANSPORT;
  for (const mode of modes.filter((mode) => !only || mode === only)) {
    describe(mode, () => {
      const clients = new Clients(mode);
      afterEach(() => clients.close());
      body(clients, mode);
    });
  }
}

/** Fails instead of waiting for ever, and says for what. */
export async function within(promise, what, milliseconds = PATIENCE_MS) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = globalThis.setTimeout(() => reject(new Error(`no ${what} within ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Asks again and again until the answer is good. */
export async function eventually(ask, good, what, milliseconds = PATIENCE_MS) {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    const answer = await ask();
    if (good(answer)) {
      return answer;
    }
    assert.ok(Date.now() < deadline, `${what}: still ${JSON.stringify(answer)}`);
    await setTimeout(50);
  }
}

/** Has the Java side do something, and waits until it is done. */
export async function control(command, milliseconds = 60_000) {
  console.log(JSON.stringify({ report: "control", command }));
  const input = createInterface({ input: process.stdin });
  try {
    const [answer] = await within(once(input, "line"), `answer to ${command}`, milliseconds);
    assert.equal(answer, "done");
  } finally {
    input.close();
    process.stdin.pause();
  }
}

/** Clients that connect in one way, and are closed together. */
export class Clients {
  #mode;
  #open = [];

  constructor(mode) {
    this.#mode = mode;
  }

  /** A client that may still be connecting. */
  create(namespace = "/", options = {}) {
    const url = new URL(application);
    const socket = io(url.origin + namespace, {
      path: `${url.pathname}socket.io/`,
      transports: TRANSPORTS[this.#mode],
      forceNew: true,
      reconnectionDelay: 50,
      reconnectionDelayMax: 250,
      ...options,
    });
    const client = new Client(socket);
    this.#open.push(client);
    return client;
  }

  /** A client that is connected, and upgraded if that is what is tested. */
  async connect(namespace = "/", options = {}) {
    const client = this.create(namespace, options);
    await client.connected();
    if (this.#mode === "upgrade") {
      await client.upgraded();
    }
    return client;
  }

  close() {
    for (const client of this.#open.splice(0)) {
      // the connection ends when all of its namespaces are left
      Object.values(client.socket.io.nsps).forEach((socket) => socket.disconnect());
    }
  }
}

/** A socket, and everything that it has received and nobody has asked for yet. */
class Client {
  #received = new Map();
  #waiting = new Map();

  constructor(socket) {
    this.socket = socket;
    socket.onAny((event, ...args) => this.#put(event, args));
    socket.on("disconnect", (reason, details) => this.#put("disconnect", [reason, details]));
    socket.on("connect_error", (error) => this.#put("connect_error", [error]));
  }

  #put(event, args) {
    const waiting = this.#waiting.get(event)?.shift();
    if (waiting) {
      waiting(args);
    } else {
      this.#queue(event).push(args);
    }
  }

  #queue(event) {
    if (!this.#received.has(event)) {
      this.#received.set(event, []);
    }
    return this.#received.get(event);
  }

  /** The arguments of the next event of that name. */
  next(event) {
    const queue = this.#queue(event);
    if (queue.length > 0) {
      return Promise.resolve(queue.shift());
    }
    const arrival = new Promise((resolve) => {
      const waiting = this.#waiting.get(event) ?? [];
      waiting.push(resolve);
      this.#waiting.set(event, waiting);
    });
    return within(arrival, event);
  }

  /**
   * The arguments of the next event of that name that begins with this id, without the id. Those of others may arrive
   * before: clients that the test before has closed take their time to leave.
   */
  async nextAbout(id, event) {
    for (;;) {
      const [about, ...args] = await this.next(event);
      if (about === id) {
        return args;
      }
    }
  }

  /** The arguments of all events of that name that have arrived, and nobody has asked for. */
  arrived(event) {
    return this.#queue(event).splice(0);
  }

  /** Emits, and waits for the acknowledgement: its only argument, or a list of them. */
  async ask(event, ...args) {
    const answer = await this.askAll(event, ...args);
    assert.ok(answer.length <= 1, `several arguments: ${answer}`);
    return answer[0];
  }

  askAll(event, ...args) {
    const answer = new Promise((resolve) => this.socket.emit(event, ...args, (...all) => resolve(all)));
    return within(answer, `acknowledgement of ${event}`);
  }

  emit(event, ...args) {
    this.socket.emit(event, ...args);
  }

  get id() {
    return this.socket.id;
  }

  get transport() {
    return this.socket.io.engine.transport.name;
  }

  async connected() {
    if (!this.socket.connected) {
      const refused = once(this.socket, "connect_error").then(([error]) => Promise.reject(error));
      await within(Promise.race([once(this.socket, "connect"), refused]), "connect");
    }
  }

  /** Connected again: an attempt that began before there was a server may fail after there is one. */
  async reconnected() {
    if (!this.socket.connected) {
      await within(once(this.socket, "connect"), "connect");
    }
  }

  async upgraded() {
    const engine = this.socket.io.engine;
    if (engine.transport.name !== "websocket") {
      await within(new Promise((resolve) => engine.once("upgrade", resolve)), "upgrade");
    }
  }
}
