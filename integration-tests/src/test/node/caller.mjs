// Callers, by whatever mechanism the container knows them. The path of the application names the mechanism.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { application } from "./support.mjs";

export const mechanism = new URL(application).pathname.replaceAll("/", "");

/** What each mechanism wants of a client: its options. */
const logins = {
  basic: (user) => headers({ authorization: `Basic ${btoa(`${user}:secret-of-${user}`)}` }),
  bearer: (user) => headers({ authorization: `Bearer token-of-${user}` }),
  certificate: (user) => ({
    pfx: readFileSync(`../certificates/${user}.p12`),
    passphrase: "changeit",
    rejectUnauthorized: false, // the server's own is one that nobody has signed
  }),
  form: async (user) => {
    const page = await fetch(`${application}private/page`, { redirect: "manual" });
    const anonymous = cookie(page);
    const answer = await fetch(`${application}private/j_security_check`, {
      method: "POST",
      redirect: "manual",
      headers: { cookie: anonymous, "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ j_username: user, j_password: `secret-of-${user}` }),
    });
    assert.ok([302, 303].includes(answer.status), `log-in of ${user}: ${answer.status}`);
    const known = cookie(answer) || anonymous;
    // some containers take the log-in for done, and give the session its new id, only when the page has been asked
    // for that it was for
    const wanted = new URL(answer.headers.get("location"), application);
    const arrival = await fetch(wanted, { headers: { cookie: known } });
    await arrival.text();
    return headers({ cookie: cookie(arrival) || known });
  },
};

function headers(extraHeaders) {
  return { extraHeaders };
}

function cookie(response) {
  return response.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
}

const sessions = new Map();

/** The options of a client that is this user. */
export async function login(user) {
  if (!sessions.has(user)) {
    sessions.set(user, await logins[mechanism](user));
  }
  return sessions.get(user);
}
