// One record, opened: its header, who came, who received them, its questions and whole answers.
const dialog = byId("opened");
const MANY = 30;  // entries of participants that are folded up, so that questions stay near

function fields(row) {
  const span = (first, last) => (last && last !== first ? `${first} – ${last}` : first ?? "");
  const pairs = [
    ["when", `${span(row.start_on, row.end_on)} ${span(row.start_time, row.end_time)}`.trim()],
    ["where", row.location], ["category", [...(row.categories ?? []).map(categoryName), row.category_note].filter(Boolean).join("、")],
    ["disclosed_on", row.disclosed_on], ["exchange", row.exchange && exchangeName(row.exchange)], ["record_no", row.record_no],
    ["stated", row.participants_stated && figure(row.participants_stated)],
    ["identity", [row.record_id, row.page_count ? ` · ${row.page_count} ${say("pages")}` : ""].join("")],
    ["source", link(row.address, row.title || row.address || say("source_none"), { title: say("source_help"), class: "source" })],
  ];
  return element("dl", { class: "fields" }, pairs.filter(([, value]) => value).map(([word, value]) =>
    element("div", {}, element("dt", {}, say(word)), element("dd", {}, value))));
}

// People by their institution, in order; nobody named is said as the form says it.
function who(own) {
  const entries = own.participants.map(([institution, people]) =>
    element("li", {}, institution ? element("b", {}, institution) : null, institution && people ? " " : null, people ?? null));
  const note = own.notes[0]?.[1];
  if (!entries.length) return element("p", { class: "note" }, note ?? say("nobody"));
  const list = element("ul", { class: "who" }, entries);
  if (entries.length <= MANY) return list;
  const first = own.participants.slice(0, 6).map(([institution, people]) => institution ?? people).join("、");
  return element("details", {}, element("summary", {}, `${first}……`), list);
}

function questionsOf(own, words) {
  if (!own.questions.length) return element("p", { class: "note" }, say("no_questions"));
  return element("ol", { class: "asked" }, own.questions.map(([question, answer, number, topics]) => element("li", {},
    element("h4", {}, marked(question, words)),
    element("p", { class: "answer" }, marked(answer, words)),
    element("p", { class: "note" }, [number && say("page", number), ...(topics ?? []).map(topicName)].filter(Boolean).join(" · ")))));
}

function topicName(topic) {
  const row = figures.topic.find((one) => one.topic === topic);
  return row ? spoken([row.name_zh, row.name_en]) : topic;
}

function body(row) {
  const own = texts[row.record_id];
  if (!own) return [element("p", { class: "notice" }, say("too_long"), " ", element("code", {}, `jiyao show ${row.record_id}`))];
  const part = (word, count, content) => [element("h3", {}, say(word), count ? element("span", { class: "note" }, ` ${count}`) : null), content];
  const narrative = own.notes[0]?.[0];
  return [
    ...part("who", own.participants.length, who(own)),
    ...part("hosts", own.hosts.length, element("p", {}, own.hosts.map(([name, title]) => [name, title].filter(Boolean).join(" ")).join("；") || say("nobody"))),
    ...part("asked", own.questions.length, questionsOf(own, wanted())),
    ...(narrative ? part("narrative", 0, element("p", { class: "answer" }, marked(narrative, wanted()))) : []),
  ];
}

function go(step) {
  const next = list.found[list.found.findIndex((row) => row.record_id === dialog.dataset.record) + step];
  if (next) history.replaceState(null, "", `#record=${next.record_id}`), show(next);
}

function show(row) {
  const at = list.found.indexOf(row);
  const button = (word, act, off) => element("button", { type: "button", disabled: off, class: word, on: { click: act } }, say(word));
  dialog.dataset.record = row.record_id;
  dialog.setAttribute("aria-labelledby", "opened-head");
  dialog.replaceChildren(
    element("header", {},
      element("h2", { id: "opened-head", tabindex: "-1" }, dot(row.exchange), element("span", { class: "code" }, row.security_code ?? ""), ` ${row.security_name ?? ""}`),
      element("div", { class: "switches" }, button("newer", () => go(-1), at <= 0), button("older", () => go(1), at < 0 || at === list.found.length - 1), button("close", () => dialog.close()))),
    element("div", { class: "content" }, row.is_ocr ? element("p", { class: "notice" }, say("ocr")) : null, fields(row), body(row)));
  if (!dialog.open) dialog.showModal();
  byId("opened-head").focus();
  dialog.querySelector(".content").scrollTop = 0;
}

// Open the record that the address names.
function open() {
  const row = records.find((one) => `#record=${one.record_id}` === location.hash);
  if (row) show(row);
  else if (dialog.open) dialog.close();
}

dialog.addEventListener("close", () => {
  if (location.hash.startsWith("#record=")) history.replaceState(null, "", location.pathname + location.search);
  byId("table-record").querySelector(`[href="#record=${dialog.dataset.record}"]`)?.focus({ preventScroll: true });
});
dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
