import assert from "node:assert/strict";
import { test } from "node:test";
import { User } from "./login.mjs";
import { control, overEachTransport } from "./support.mjs";

overEachTransport(
  (clients) => {
    test("an application that goes tells its users that it goes", async () => {
      const alice = await User.login("alice");
      const client = await clients.connect("/users", alice.options);

      await control("undeploy");

      const [reason, details] = await client.next("disconnect");
      assert.equal(reason, "transport close");
      assert.equal(details.context.code, 1001);
    });
  },
  ["websocket"],
);
