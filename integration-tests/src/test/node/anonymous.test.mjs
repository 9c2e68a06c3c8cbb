// Clients of whom the container knows nothing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { overEachTransport } from "./support.mjs";

const NOBODY = ["nobody", false, "nobody", false];

overEachTransport((clients) => {
  test("nobody is nobody", async () => {
    const client = await clients.connect("/identity");
    assert.deepEqual(await client.ask("socket"), NOBODY);
    // each container has names of its own for nobody
    const [, ofBean, , ofSecurity] = await client.ask("bean");
    assert.deepEqual([ofBean, ofSecurity], [false, false]);
  });

  test("nobody may nothing that is not for everybody", async () => {
    const client = await clients.connect("/identity");
    assert.deepEqual(await client.ask("kick", 7), { message: "Unauthorized" });
    assert.deepEqual(await client.ask("kick", "no number"), { message: "Unauthorized" });
    assert.deepEqual(await client.ask("known"), { message: "Unauthorized" });
    assert.deepEqual(await client.ask("never"), { message: "Unauthorized" });
    const [error] = await clients.create("/identity/admins").next("connect_error");
    assert.equal(error.message, "Unauthorized");
  });

  test("a client is who its token says", async () => {
    const carol = await clients.connect("/identity/tokens", { auth: { user: "carol", roles: ["editor"] } });
    const dave = await clients.connect("/identity/tokens", { auth: { user: "dave", roles: [] } });
    assert.deepEqual([await carol.ask("who"), await dave.ask("who")], ["carol", "dave"]);
    assert.equal(await carol.ask("edit"), "edited");
    assert.deepEqual(await dave.ask("edit"), { message: "Forbidden" });
    const [error] = await clients.create("/identity/tokens").next("connect_error");
    assert.equal(error.message, "Unauthorized");
  });
});
