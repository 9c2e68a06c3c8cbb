// The few helpers around the DOM. Text is only ever set as text, so nobody's message becomes markup.

export const $ = (id) => document.getElementById(id);

/** Creates an element: properties are set, `data` becomes data-*, children are nodes or text. */
export function h(tag, { data = {}, ...properties } = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in element) {
      element[name] = value;
    } else {
      element.setAttribute(name, value);
    }
  }
  Object.assign(element.dataset, data);
  element.append(...children.filter((child) => child !== null));
  return element;
}

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#i-${name}`);
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
}

/** Initials on a colour that is the same for the same name, everywhere. */
export function avatar(nick) {
  return dressAvatar(h("span", { className: "avatar", "aria-hidden": "true" }), nick);
}

export function dressAvatar(element, nick) {
  let hash = 7;
  for (const character of nick.toLowerCase()) {
    hash = (hash * 31 + character.codePointAt(0)) >>> 0;
  }
  const words = nick.split(/[ ._-]+/).filter(Boolean);
  const initials = words.length > 1 ? [...words[0]][0] + [...words[1]][0] : [...nick].slice(0, 2).join("");
  element.style.setProperty("--hue", hash % 360);
  element.textContent = initials;
  return element;
}

export function clockTime(date, options = { hour: "2-digit", minute: "2-digit" }) {
  return date.toLocaleTimeString([], { hourCycle: "h23", ...options });
}

/** Text with its web addresses as links. */
export function linked(text) {
  return text.split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]])/).map((part, index) =>
    index % 2 === 0 ? part : h("a", { href: part, target: "_blank", rel: "noopener noreferrer nofollow" }, part),
  );
}
