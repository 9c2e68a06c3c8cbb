// A parser that is written here, and another time on the server: each packet is one JSON text.

import assert from "node:assert/strict";
import { EventEmitter, once } from "node:events";
import { test } from "node:test";
import { application, overEachTransport, within } from "./support.mjs";

const written = [];
const read = [];

class Encoder {
  encode({ type, nsp, data, id }) {
    const text = JSON.stringify({ type, nsp, data, id });
    written.push(text);
    return [text];
  }
}

class Decoder extends EventEmitter {
  add(text) {
    assert.equal(typeof text, "string");
    read.push(text);
    this.emit("decoded", JSON.parse(text));
  }

  destroy() {}
}

const parser = { Encoder, Decoder };
const path = `${new URL(application).pathname}parsers/own/`;

overEachTransport((clients) => {
  const connect = (namespace = "/") => clients.connect(namespace, { path, parser });

  test("events go both ways, as the parser writes them", async () => {
    const client = await connect();
    client.emit("echo", { "a,b": [1, null, "é€😀"] }, 2.5);
    assert.deepEqual(await client.next("echoed"), ["/", { "a,b": [1, null, "é€😀"] }, 2.5]);
    assert.ok(written.includes('{"type":2,"nsp":"/","data":["echo",{"a,b":[1,null,"é€😀"]},2.5]}'));
    assert.ok(read.includes('{"type":2,"nsp":"/","data":["echoed","/",{"a,b":[1,null,"é€😀"]},2.5]}'));
  });

  test("acknowledgements go both ways", async () => {
    const client = await connect();
    assert.deepEqual(await client.ask("ask", ["x"]), ["x"]);
    client.socket.on("question", (text, answer) => answer({ answer: `${text}? 42` }));
    assert.deepEqual(await client.ask("ask me", "six times seven"), { answer: "six times seven? 42" });
  });

  test("events arrive in order", async () => {
    const client = await connect();
    for (let i = 0; i < 200; i++) {
      client.emit("echo", i, null);
    }
    for (let i = 0; i < 200; i++) {
      assert.deepEqual(await client.next("echoed"), ["/", i, null]);
    }
  });

  test("a broadcast, encoded once", async () => {
    const [one, two] = await Promise.all([connect("/other"), connect("/other")]);
    one.emit("tell all", "hello");
    for (const client of [one, two]) {
      assert.deepEqual(await client.next("told"), ["/other", "hello"]);
    }
  });

  test("namespaces over one connection, left and joined again", async () => {
    const client = await connect();
    const other = client.socket.io.socket("/other");
    await within(once(other, "connect"), "connect");
    assert.notEqual(other.id, client.id);
    const echo = async () => {
      const arrived = once(other, "echoed");
      other.emit("echo", 1, 2);
      assert.deepEqual(await within(arrived, "echoed"), ["/other", 1, 2]);
    };
    await echo();
    other.disconnect();
    assert.equal(await client.ask("ask", "still here"), "still here");
    other.connect();
    await within(once(other, "connect"), "connect");
    await echo();

    const left = once(other, "disconnect");
    other.emit("leave");
    assert.equal((await within(left, "disconnect"))[0], "io server disconnect");
    assert.equal(await client.ask("ask", "still here"), "still here");
  });

  test("a refusal, with data, and a namespace that does not exist", async () => {
    const [closed] = await clients.create("/closed", { path, parser }).next("connect_error");
    assert.equal(closed.message, "closed");
    assert.deepEqual(closed.data, { until: 8 });
    const [nowhere] = await clients.create("/nowhere", { path, parser }).next("connect_error");
    assert.equal(nowhere.message, "Invalid namespace");
  });

  test("what the parser cannot write is told to who emits", async () => {
    const client = await connect();
    assert.equal(await client.ask("bytes"), "no room for bytes");
    assert.deepEqual(client.arrived("bytes"), []);
  });

  test("what is no packet ends its connection, and no other", async () => {
    const bystander = await connect();
    for (const nonsense of ["nonsense", "[]", '{"type":9}', '{"type":2,"nsp":"/","data":{}}', Buffer.from([1])]) {
      const client = await connect();
      client.socket.io.reconnection(false);
      client.socket.io.engine.write(nonsense);
      assert.equal((await client.next("disconnect"))[0], "transport close", nonsense);
    }
    assert.equal(await bystander.ask("ask", 1), 1);
  });

  test("a client without the parser is disconnected", async () => {
    const client = clients.create("/", { path, reconnection: false });
    const closed = once(client.socket.io, "close");
    assert.equal((await within(closed, "close"))[0], "transport close");
    assert.equal(client.socket.connected, false);
  });
});
