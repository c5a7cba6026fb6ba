// Elements and tables; text enters them as text alone, so that nothing printed in a record becomes markup.
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") for (const [event, act] of Object.entries(value)) made.addEventListener(event, act);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}

const byId = (id) => document.getElementById(id);
const dot = (exchange) => element("i", { class: `dot ${EXCHANGES.includes(exchange) ? exchange : "other"}` });

// A table of rows. A column has a `word` (or a `head`), a `value(row)` to show, and `number: true` where it is one.
// The caption is heard alone where a heading says the same.
function table(host, caption, columns, rows, isHeard = false) {
  if (!rows.length) return host.replaceChildren(element("p", { class: "note" }, say("nothing")));
  const head = columns.map((one) => element("th", { scope: "col", class: one.number && "number" }, one.head ?? say(one.word)));
  const body = rows.map((row) => element("tr", {}, columns.map((one, i) =>
    element(i ? "td" : "th", { scope: i ? null : "row", class: one.number ? "number" : one.class }, one.value(row)))));
  host.replaceChildren(element("table", {}, element("caption", { class: isHeard && "aside" }, caption),
    element("thead", {}, element("tr", {}, head)), element("tbody", {}, body)));
  const isWider = host.scrollWidth > host.clientWidth;  // then the keyboard must reach it to scroll
  for (const [name, value] of [["tabindex", "0"], ["role", "group"], ["aria-label", caption]]) {
    if (isWider) host.setAttribute(name, value);
    else host.removeAttribute(name);
  }
}

// The choices of a select, kept where the one chosen still exists.
function choices(select, pairs) {
  const before = select.value;
  select.replaceChildren(...pairs.map(([value, text]) => element("option", { value }, text)));
  select.value = pairs.some(([value]) => value === before) ? before : pairs[0]?.[0] ?? "";
}

// A link only where the address is one of the web; a record can print anything.
function link(address, text, attributes = {}) {
  if (!/^https?:\/\//i.test(address ?? "")) return element("span", {}, text);
  return element("a", { href: address, rel: "noreferrer noopener", target: "_blank", ...attributes }, text);
}
