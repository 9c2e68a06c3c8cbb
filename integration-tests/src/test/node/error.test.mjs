import assert from "node:assert/strict";
import { test } from "node:test";
import { overEachTransport } from "./support.mjs";

overEachTransport((clients) => {
  for (const [how, by, message] of [
    ["argument", "argument", "bad argument"],
    ["file", "io", "no file"],
    ["state", "other", "bad state"],
    ["error", "other", "error"],
  ]) {
    test(`an exception reaches the method with the closest type: ${how}`, async () => {
      const client = await clients.connect("/errors");
      client.emit("fail", how);
      assert.deepEqual(await client.next("problem"), [by, message]);
      assert.equal(await client.ask("number", 1), 2);
    });
  }

  test("a failing handler acknowledges an error without details", async () => {
    const client = await clients.connect("/errors");
    assert.deepEqual(await client.ask("fail", "state"), { message: "Internal server error" });
    await client.next("problem");
    assert.equal(await client.ask("number", 1), 2);
  });

  test("an argument that cannot be converted reaches the error method, not the handler", async () => {
    const client = await clients.connect("/errors");
    assert.deepEqual(await client.ask("number", { not: "a number" }), { message: "Invalid arguments" });
    const [by] = await client.next("problem");
    assert.ok(["argument", "other"].includes(by), by);
    assert.equal(await client.ask("number", 1), 2);
  });

  test("an exception that nobody handles harms nobody", async () => {
    const client = await clients.connect("/unhandled");
    client.emit("fail");
    assert.equal(await client.ask("alive"), true);
  });
});
