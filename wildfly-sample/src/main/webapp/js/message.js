// How one line of a conversation looks: a message with its picture and its tick, or a note.

import { $, avatar, clockTime, h, linked } from "./dom.js";

const FOLLOWS_WITHIN_MS = 180_000;
const TICKS = { sending: "◷", delivered: "✓", received: "✓✓", failed: "!" };

/** Creates the element of an entry; `previous` is the entry above it, if there is one. */
export function messageLine(entry, previous) {
  const follows = previous?.from === entry.from && entry.at - previous.at < FOLLOWS_WITHIN_MS;
  const element = h("li", {
    className: `message${entry.mine ? " mine" : ""}${follows ? " follows" : ""}`,
    data: { testid: "message", from: entry.from },
  });
  element.entry = entry;
  entry.element = element;
  return element;
}

/** Brings the element up to date with its entry. */
export function refreshMessage(entry, { retry, loaded }) {
  const element = entry.element;
  element.dataset.state = entry.state;
  element.dataset.id = entry.id ?? "";
  const bubble = h("div", { className: "bubble" });
  if (entry.blobUrl) {
    bubble.append(picture(entry, loaded));
  } else if (entry.picture) {
    bubble.append(h("span", { className: "text gone" }, "A picture, not kept. "));
  }
  bubble.append(
    h("span", { className: "text", data: { testid: "message-text" } }, ...linked(entry.text)),
    h(
      "span",
      { className: "meta" },
      h("time", { dateTime: entry.at.toISOString() }, clockTime(entry.at)),
      entry.mine ? tick(entry.state) : null,
    ),
  );
  element.replaceChildren(avatar(entry.from), h("span", { className: "from" }, entry.from), bubble);
  if (entry.state === "failed") {
    const button = h("button", { type: "button", data: { testid: "retry" } }, "Try again");
    button.addEventListener("click", () => retry(entry));
    element.append(h("span", { className: "failure", role: "alert" }, entry.problem, button));
  }
}

function tick(state) {
  return h(
    "span",
    { className: "tick", role: "img", "aria-label": state, title: state, data: { testid: "tick" } },
    TICKS[state],
  );
}

function picture(entry, loaded) {
  const what = entry.text || `Picture from ${entry.from}`;
  const image = h("img", { src: entry.blobUrl, alt: what, data: { testid: "message-picture" } });
  image.addEventListener("load", () => loaded(entry), { once: true });
  const button = h("button", { type: "button", className: "picture", "aria-label": `Enlarge: ${what}` }, image);
  button.addEventListener("click", () => {
    $("viewer-image").src = entry.blobUrl;
    $("viewer-image").alt = what;
    $("viewer").showModal();
  });
  return button;
}

/** A line that nobody said. */
export function noteLine(text, kind = "") {
  return h("li", { className: `note ${kind}`, data: { testid: "note" } }, text);
}
