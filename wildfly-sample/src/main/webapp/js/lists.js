// The lists beside the conversation: where one can go, and who is here.

import { avatar, h, icon } from "./dom.js";

/** Makes the list show the items; lines that stay the same are left alone, with focus and all. */
export function fill(list, items, render) {
  const focused = [...list.querySelectorAll("button")].indexOf(document.activeElement);
  items.map(render).forEach((line, index) => {
    const shown = list.children[index];
    if (!shown) {
      list.append(line);
    } else if (!shown.isEqualNode(line)) {
      shown.replaceWith(line);
    }
  });
  while (list.childElementCount > items.length) {
    list.lastElementChild.remove();
  }
  if (focused >= 0) {
    list.querySelectorAll("button")[focused]?.focus();
  }
}

/** A conversation, as a line of the list; `part` is missing for one that cannot be left. */
export function placeLine(one, { current, open, part }) {
  const away = one.room && !one.joined;
  const button = h(
    "button",
    { type: "button", className: "open" },
    one.room ? h("span", { className: "hash", "aria-hidden": "true" }, "#") : avatar(one.title),
    h("span", { className: "name" }, one.title),
    one.unread
      ? h(
          "span",
          { className: "badge", "aria-label": `${one.unread} unread`, data: { testid: "unread" } },
          String(one.unread),
        )
      : null,
    one.size === null
      ? null
      : h("span", { className: "size", title: "people", data: { testid: "size" } }, String(one.size)),
  );
  if (current) {
    button.setAttribute("aria-current", "true");
  }
  button.addEventListener("click", open);
  const line = h(
    "li",
    {
      className: `place${away ? " away" : ""}${one.unread ? " unread" : ""}`,
      data: { testid: one.room ? "room" : "private", id: one.id, joined: String(!away) },
    },
    button,
  );
  if (part) {
    const leave = h(
      "button",
      { type: "button", className: "icon part", "aria-label": `Leave ${one.title}`, data: { testid: "part" } },
      icon("close"),
    );
    leave.addEventListener("click", part);
    line.append(leave);
  }
  return line;
}

/** Somebody, as a line of the list. */
export function personLine(nick, { me, write }) {
  const button = h(
    "button",
    { type: "button", disabled: me, title: me ? "" : `Write to ${nick} alone` },
    avatar(nick),
    h("span", { className: "name" }, nick),
    me ? h("span", { className: "hint" }, "you") : null,
  );
  button.addEventListener("click", write);
  return h("li", { data: { testid: "person", nick } }, button);
}
