// Users who log in by the form of the application, and what they do with their HTTP session.

import assert from "node:assert/strict";
import { application } from "./support.mjs";

function cookieOf(response) {
  const cookies = response.headers.getSetCookie().filter((cookie) => cookie.startsWith("JSESSIONID="));
  return cookies.at(-1)?.split(";")[0];
}

/** A user with an HTTP session. */
export class User {
  #cookie;

  static async login(name) {
    const user = new User();
    await user.#ask("user/session");
    const answer = await user.#ask("j_security_check", {
      method: "POST",
      body: new URLSearchParams({ j_username: name, j_password: `secret-of-${name}` }),
    });
    assert.ok([302, 303].includes(answer.status), `log-in of ${name}: ${answer.status}`);
    return user;
  }

  async #ask(path, request = {}) {
    const response = await fetch(new URL(path, application), {
      redirect: "manual",
      ...request,
      headers: this.#cookie ? { cookie: this.#cookie } : {},
    });
    this.#cookie = cookieOf(response) ?? this.#cookie;
    return response;
  }

  /** Does something with the session; answers the name and the time-out, or the form to log in. */
  async session(query = "") {
    const response = await this.#ask(`user/session${query}`);
    assert.equal(response.status, 200);
    return response.text();
  }

  async logOut() {
    await this.session("?end");
  }

  /** What a client needs to come with this session. */
  get options() {
    return { extraHeaders: { cookie: this.#cookie }, reconnection: false };
  }
}
