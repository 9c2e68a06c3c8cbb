// Values that JSON-B converts.

import assert from "node:assert/strict";
import { test } from "node:test";
import { overEachTransport } from "./support.mjs";

const ORDER = {
  day: "24.12.2026",
  items: [
    { article: "tea", count: 3, size: "SMALL", picture: Buffer.from([1, 2, 3]) },
    { article: "coffee", count: 12, size: "LARGE", picture: Buffer.from([4]) },
  ],
  prices: { tea: "2.50 EUR", coffee: "12.05 USD" },
  remark: "in a hurry",
};

overEachTransport((clients) => {
  test("records within records come as they are annotated", async () => {
    const client = await clients.connect("/jsonb");
    assert.equal(
      await client.ask("look", ORDER),
      "2026-12-24 coffee LARGE 1 Money[cents=1205, currency=USD] in a hurry",
    );
  });

  test("records within records go as they are annotated, binary values among them", async () => {
    const client = await clients.connect("/jsonb");
    assert.deepEqual(await client.ask("copy", ORDER), ORDER);
  });

  test("what is missing is empty, and left out", async () => {
    const client = await clients.connect("/jsonb");
    const { remark, ...order } = ORDER;
    assert.match(await client.ask("look", order), / nothing$/);
    assert.deepEqual(await client.ask("copy", order), order);
  });

  test("beans are read by their setters, and written by their getters", async () => {
    const client = await clients.connect("/jsonb");
    assert.deepEqual(await client.ask("bill", { total: "1.10 EUR", unknown: [1] }), {
      customer: null,
      total: "2.20 EUR",
    });
  });

  test("JSON stays as it is", async () => {
    const client = await clients.connect("/jsonb");
    const object = { a: [1, null, "b"], c: { d: 1.5 } };
    assert.deepEqual(await client.ask("raw", object), object);
  });

  test("what cannot be converted is an error of its own event", async () => {
    const client = await clients.connect("/jsonb");
    const { message } = await client.ask("look", { ...ORDER, day: "yesterday" });
    assert.equal(message, "Invalid arguments");
    assert.deepEqual(await client.ask("copy", ORDER), ORDER);
  });
});
