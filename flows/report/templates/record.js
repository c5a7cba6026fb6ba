// The newest records: searched through their whole texts, filtered, sorted, a page at a time.
const PAGE = 50, BEFORE = 18, AFTER = 46;
const records = rowsOf(page.records);
const list = { sort: "disclosed_on", down: true, shown: PAGE, found: records };
let texts = {};
let haystacks = null;

// The records' texts, unpacked by the browser itself.
async function unpack() {
  const bytes = Uint8Array.from(atob(byId("texts").textContent), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  texts = JSON.parse(await new Response(stream).text());
  haystacks = new Map(records.map((row) => [row.record_id, haystack(row)]));
}

function partsOf(row) {
  const own = texts[row.record_id];
  if (!own) return [];
  return [...own.questions.flatMap(([question, answer]) => [question, answer]), ...own.notes.flat().filter(Boolean),
    ...[...own.participants, ...own.hosts].map((one) => one.filter(Boolean).join(" "))];
}

function haystack(row) {
  const head = [row.security_code, row.security_name, row.company_name, row.title, row.location, row.record_no,
    row.disclosed_on, ...(row.categories ?? [])];
  return [...head, ...partsOf(row)].filter(Boolean).join("\n").toLowerCase();
}

const wanted = () => byId("search").value.trim().toLowerCase().split(/\s+/).filter(Boolean);

function find() {
  const [words, exchange, category] = [wanted(), byId("exchange").value, byId("category").value];
  list.found = records.filter((row) => (!exchange || row.exchange === exchange)
    && (!category || row.categories?.includes(category))
    && words.every((word) => haystacks?.get(row.record_id).includes(word)));
  const { sort, down } = list;
  const order = (a, b) => (typeof a === "number" ? a - b : String(a).localeCompare(String(b), "zh"));
  list.found.sort((a, b) => {  // what is not known comes last either way
    const [one, other] = [a[sort], b[sort]].map((value) => (Array.isArray(value) ? value.join() : value));
    if (one === null || other === null) return (one === null) - (other === null);
    return down ? order(other, one) : order(one, other);
  });
  list.shown = PAGE;
  showRecords();
}

// A text with the words that were searched for marked.
function marked(text, words) {
  if (!words.length) return [text];
  const pattern = new RegExp(`(${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})`, "gi");
  return text.split(pattern).map((part, i) => (i % 2 ? element("mark", {}, part) : part));
}

// Where the words stand in a record, or how its first answer begins.
function excerpt(row) {
  const [words, parts] = [wanted(), partsOf(row)];
  const text = (words.length && parts.find((part) => words.some((word) => part.toLowerCase().includes(word)))) || parts[0] || "";
  const at = Math.max(0, ...words.map((word) => text.toLowerCase().indexOf(word)));
  const from = Math.max(0, at - BEFORE);
  const cut = text.slice(from, from + BEFORE + AFTER).replace(/\s+/g, " ");
  return marked((from ? "…" : "") + cut + (from + BEFORE + AFTER < text.length ? "…" : ""), words);
}

const categoryName = (name) => nameOf("category", name);  // others stand as printed

const COLUMNS = [
  { word: "disclosed_on", sort: "disclosed_on", value: (row) => row.disclosed_on ?? "–" },
  { word: "company", sort: "security_code", value: (row) => element("a", { href: `#record=${row.record_id}`, class: "open" },
    dot(row.exchange), element("span", { class: "code" }, row.security_code ?? ""), " ", row.security_name ?? row.record_id) },
  { word: "met_on", sort: "start_on", value: (row) => row.start_on ?? "" },
  { word: "category", sort: "categories", value: (row) => (row.categories ?? []).map(categoryName).join(state.language === "zh" ? "、" : ", ") },
  { word: "institutions", sort: "institutions", number: true, value: (row) => figure(row.institutions) },
  { word: "questions", sort: "questions", number: true, value: (row) => figure(row.questions) },
  { word: "excerpt", class: "excerpt", value: (row) => excerpt(row) },
];

function headOf(column) {
  if (!column.sort) return element("th", { scope: "col", role: "columnheader" }, say(column.word));
  const is = list.sort === column.sort;
  const turn = () => { list.down = is ? !list.down : Boolean(column.number || column.word.endsWith("_on")); list.sort = column.sort; find(); focusOn(column.sort); };
  return element("th", { scope: "col", role: "columnheader", class: column.number && "number", "aria-sort": is ? (list.down ? "descending" : "ascending") : "none" },
    element("button", { type: "button", "data-sort": column.sort, on: { click: turn } }, say(column.word), element("i", { "aria-hidden": "true" }, is ? (list.down ? "↓" : "↑") : "")));
}

const focusOn = (sort) => byId("table-record").querySelector(`[data-sort=${sort}]`)?.focus();

function showRecords() {
  const rows = list.found.slice(0, list.shown).map((row) => element("tr", { role: "row" }, COLUMNS.map((column) =>
    element("td", { role: "cell", class: column.number ? "number" : column.class ?? column.word, "data-name": column.number && say(column.word) }, column.value(row)))));
  byId("table-record").replaceChildren(
    element("table", { role: "table", "aria-labelledby": "record-head" },
      element("thead", { role: "rowgroup" }, element("tr", { role: "row" }, COLUMNS.map(headOf))), element("tbody", { role: "rowgroup" }, rows)),
    rows.length ? "" : element("p", { class: "note" }, say("none_found")));
  byId("found").textContent = say("found", figure(list.found.length), figure(records.length));
  const left = list.found.length - list.shown;
  byId("more").hidden = left <= 0;
  byId("more").textContent = say("more", Math.min(PAGE, left));
}

function showFilters() {
  choices(byId("exchange"), [["", say("any")], ...EXCHANGES.map((code) => [code, exchangeName(code)])]);
  const categories = Map.groupBy(records.flatMap((row) => row.categories ?? []), (name) => name);
  choices(byId("category"), [["", say("any")],
    ...[...categories].sort((a, b) => b[1].length - a[1].length).map(([name, all]) => [name, `${categoryName(name)} (${all.length})`])]);
}
