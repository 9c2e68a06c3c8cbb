import assert from "node:assert/strict";
import { test } from "node:test";
import { overEachTransport } from "./support.mjs";

/** Everything that JSON and Socket.IO can carry, and some that breaks careless code. */
const ARGUMENTS = {
  none: [],
  "null": [null],
  numbers: [0, -1, 1.5, 1e21, 123456789012],
  booleans: [true, false],
  "empty things": ["", {}, []],
  "quotes and backslashes": ['"', "\\", '\\"', "\\\\\"", "/"],
  "control characters": ["\u0000\u0001\u001e\u001f\n\r\t\b\f\u007f"],
  "line separators": ["\u2028\u2029"],
  "two, three and four bytes": ["äöü", "€", "日本語", "😀👩‍👩‍👧"],
  "looks like a packet": ["42[\"x\"]", "2probe", "b64", "1-[\"y\"]", { _placeholder: false, num: 0 }],
  nested: [{ a: [{ b: [[[[{ c: null }]]]] }], "": { " ": 1 } }],
  bytes: [Buffer.from([0, 1, 2, 253, 254, 255])],
  "no bytes": [Buffer.alloc(0)],
  "bytes in objects": [{ a: Buffer.from("a"), b: [Buffer.from("b"), { c: Buffer.from("c") }] }, "text", Buffer.from("d")],
  "ten attachments": Array.from({ length: 10 }, (_, i) => Buffer.from([i])),
};

overEachTransport((clients) => {
  for (const [what, args] of Object.entries(ARGUMENTS)) {
    test(`${what}: an event comes back as it went`, async () => {
      const client = await clients.connect();
      client.emit("message", ...args);
      assert.deepEqual(await client.next("message-back"), args);
    });

    test(`${what}: an acknowledgement comes back as it went`, async () => {
      const client = await clients.connect();
      assert.deepEqual(await client.askAll("message-with-ack", ...args), args);
    });
  }

  test("an event that nobody handles harms nothing", async () => {
    const client = await clients.connect();
    client.emit("nobody-handles-this", { a: 1 });
    assert.equal(await client.ask("message-with-ack", 1), 1);
  });

  test("events keep their order", async () => {
    const client = await clients.connect();
    const count = 1000;
    for (let i = 0; i < count; i++) {
      client.emit("message", i, i % 7 === 0 ? Buffer.from([i % 256]) : "text");
    }
    for (let i = 0; i < count; i++) {
      const [number] = await client.next("message-back");
      assert.equal(number, i);
    }
  });

  test("too many attachments end the connection, and the client comes back", async () => {
    const client = await clients.connect();
    client.emit("message", ...Array.from({ length: 11 }, () => Buffer.from([1])));
    const [reason] = await client.next("disconnect");
    assert.ok(["transport close", "transport error"].includes(reason), reason);
    await client.connected();
    assert.equal(await client.ask("message-with-ack", "back"), "back");
  });
});
