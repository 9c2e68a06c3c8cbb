// Clients of whom the container knows nothing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { overEachTransport } from "./support.mjs";

const NOBODY = ["nobody", false, "nobody", "nobody", false];

overEachTransport((clients) => {
  test("nobody is nobody", async () => {
    const client = await clients.connect("/principal");
    assert.deepEqual(await client.ask("socket"), NOBODY);
  });

  test("nobody may nothing that is not for everybody", async () => {
    const client = await clients.connect("/principal");
    assert.deepEqual(await client.ask("kick", 7), { message: "Unauthorized" });
    assert.deepEqual(await client.ask("kick", "no number"), { message: "Unauthorized" });
    assert.deepEqual(await client.ask("known"), { message: "Unauthorized" });
    assert.deepEqual(await client.ask("never"), { message: "Unauthorized" });
    for (const namespace of ["admins", "members", "walled"]) {
      const [error] = await clients.create(`/principal/${namespace}`).next("connect_error");
      assert.equal(error.message, "Unauthorized", namespace);
    }
  });

  test("a client is who its token says", async () => {
    const carol = await clients.connect("/principal/tokens", { auth: { user: "carol", roles: ["editor"] } });
    const dave = await clients.connect("/principal/tokens", { auth: { user: "dave", roles: [] } });
    assert.deepEqual([await carol.ask("who"), await dave.ask("who")], ["carol", "dave"]);
    assert.equal(await carol.ask("edit"), "edited");
    assert.deepEqual(await dave.ask("edit"), { message: "Forbidden" });
    const [error] = await clients.create("/principal/tokens").next("connect_error");
    assert.equal(error.message, "Unauthorized");
  });
});
