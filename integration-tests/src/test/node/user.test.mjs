import assert from "node:assert/strict";
import { test } from "node:test";
import { User } from "./login.mjs";
import { overEachTransport } from "./support.mjs";

/** Two of alice, two of bob, and nobody; what is told so far is told to all of them. */
async function crowd(clients) {
  const alice = await User.login("alice");
  const bob = await User.login("bob");
  const users = [alice.options, (await User.login("alice")).options, bob.options, bob.options, {}];
  const all = [];
  for (const options of users) {
    all.push(await clients.connect("/users", options));
  }
  return all;
}

/** Exactly these are told; the answer to a later question says that nothing else is on its way. */
async function told(all, text, expected) {
  for (const client of all) {
    await client.ask("who am I");
  }
  // the text, without the offset of a server that stores events
  const heard = all.map((client) => client.arrived("told").map(([first]) => first));
  assert.deepEqual(
    heard,
    all.map((client) => (expected.includes(client) ? [text] : [])),
  );
}

overEachTransport((clients) => {
  test("a user is reached wherever she is", async () => {
    const all = await crowd(clients);
    const [phone, laptop, bobs, bobs2, nobody] = all;
    assert.deepEqual(await nobody.ask("users"), ["alice", "bob"]);

    await nobody.ask("tell", "one", ["alice"]);
    await told(all, "one", [phone, laptop]);
    await nobody.ask("tell", "two", ["alice", "bob", "carl"]);
    await told(all, "two", [phone, laptop, bobs, bobs2]);
    await nobody.ask("tell", "three", []);
    await told(all, "three", []);
    await phone.ask("tell all but", "four", ["alice"]);
    await told(all, "four", [bobs, bobs2, nobody]);
    await phone.ask("tell my others", "five");
    await told(all, "five", [laptop]);

    phone.socket.disconnect();
    await nobody.ask("tell", "six", ["alice"]);
    await told([laptop, bobs, bobs2, nobody], "six", [laptop]);
    laptop.socket.disconnect();
    await nobody.ask("tell", "seven", ["alice"]);
    await told([bobs, bobs2, nobody], "seven", []);
  });

  test("nobody gets into the room of a user", async () => {
    const [phone, , bobs] = await crowd(clients);
    assert.deepEqual(await phone.ask("rooms"), [phone.id]);
    assert.equal(await bobs.ask("join the room of", "alice"), "refused");
    await phone.ask("tell", "secret", ["alice"]);
    assert.deepEqual((await phone.next("told"))[0], "secret");
    await bobs.ask("who am I");
    assert.deepEqual(bobs.arrived("told"), []);
  });
});
