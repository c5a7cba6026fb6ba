// What the page knows, and in which language and theme it says it.
const page = JSON.parse(document.getElementById("page").textContent);
const html = document.documentElement;
const asked = new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");

function remembered(key) {
  try { return localStorage.getItem(`jiyao.${key}`); } catch { return null; }  // where files may keep nothing
}

function remember(key, value) {
  try { localStorage.setItem(`jiyao.${key}`, value); } catch { /* then it is forgotten */ }
}

const one = (value, allowed) => (allowed.includes(value) ? value : null);
const state = {
  language: one(asked.get("lang"), ["zh", "en"]) ?? one(remembered("language"), ["zh", "en"])
    ?? (navigator.languages.some((name) => name.startsWith("zh")) ? "zh" : "en"),
  theme: one(asked.get("theme"), ["light", "dark"]) ?? one(remembered("theme"), ["light", "dark"])
    ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"),
};

const spoken = (pair) => pair[state.language === "zh" ? 0 : 1];

// A word of the page in its language; `{}` are filled with values in turn.
function say(word, ...values) {
  return spoken(page.words[word]).replaceAll("{}", () => values.shift());
}

// The rows of a figure as objects.
function rowsOf(table) {
  return table.rows.map((row) => Object.fromEntries(table.columns.map((name, i) => [name, row[i]])));
}

const figures = Object.fromEntries(Object.entries(page.figures).map(([name, table]) => [name, rowsOf(table)]));
const names = Object.fromEntries(
  figures.name.map((row) => [`${row.enumeration}=${row.code}`, [row.name_zh, row.name_en]]));

// The name of a code in the page's language; the code itself where it has none.
function nameOf(enumeration, code) {
  const pair = names[`${enumeration}=${code}`];
  return pair ? spoken(pair) : code ?? "";
}

const EXCHANGES = ["SZSE", "SSE", "BSE"];
const exchangeName = (code) => (EXCHANGES.includes(code) ? say(`short_${code}`) : code ?? say("other"));

// Numbers as they are read: grouped, with so many digits behind the point, nothing for nothing.
function figure(value, digits = 0) {
  if (value === null || value === undefined) return "";
  return value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

// A number with its sign; what rounds to nothing has none.
function signed(value, digits) {
  if (value === null) return "";
  const text = figure(Math.abs(value), digits);
  return Number(text) === 0 ? text : (value > 0 ? "+" : "−") + text;
}
