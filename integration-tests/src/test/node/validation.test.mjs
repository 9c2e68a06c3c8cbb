// Bean Validation of the arguments of handlers.

import assert from "node:assert/strict";
import { test } from "node:test";
import { overEachTransport } from "./support.mjs";

overEachTransport((clients) => {
  test("constraints on arguments hold", async () => {
    const client = await clients.connect("/validated");
    assert.equal(await client.ask("order", { article: "tea", pieces: 3 }), "3 of tea");
    const { message, data } = await client.ask("order", { article: "x", pieces: 11 });
    assert.equal(message, "Invalid arguments");
    assert.deepEqual(
      data.violations.map(({ path }) => path),
      ["arguments[0].article", "arguments[0].pieces"],
    );
    assert.deepEqual(await client.next("invalid"), [2]);
    client.socket.emit("order", null);
    assert.deepEqual(await client.next("invalid"), [1]);
  });
});
