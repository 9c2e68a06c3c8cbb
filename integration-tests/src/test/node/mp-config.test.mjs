// Options and values out of the microprofile-config.properties of the application.

import assert from "node:assert/strict";
import { test } from "node:test";
import { overEachTransport } from "./support.mjs";

overEachTransport((clients) => {
  test("an option of a namespace", async () => {
    const client = await clients.connect("/mp-config");
    const answers = [await client.ask("ask"), await client.ask("ask"), await client.ask("ask")];
    assert.deepEqual(answers, ["asked", "asked", "refused"]);
  });

  test("a value of the application", async () => {
    const client = await clients.connect("/mp-config");
    assert.equal(await client.ask("greeting"), "hello from the properties");
  });
});
