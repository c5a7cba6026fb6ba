// The page is said, drawn, and listens.
function sayAll() {
  html.lang = state.language === "zh" ? "zh-CN" : "en";
  html.dataset.theme = state.theme;
  document.title = `${say("title")} · 纪要 Jiyao`;
  for (const one of document.querySelectorAll("[data-word]")) one.textContent = say(one.dataset.word);
  for (const one of document.querySelectorAll("[data-label]")) one.setAttribute("aria-label", say(one.dataset.label));
  for (const one of document.querySelectorAll("[data-hint]")) one.placeholder = say(one.dataset.hint);
  byId("language").textContent = say("switch");
  byId("language").title = say("switch_help");
  byId("language").lang = state.language === "zh" ? "en" : "zh-CN";
  byId("theme").textContent = say(state.theme === "dark" ? "light" : "dark");
  byId("theme").setAttribute("aria-pressed", String(state.theme === "dark"));
}

async function draw() {
  sayAll();
  showTotals();
  showFilters();
  find();
  showFailures();
  for (const section of [showWeeks, showVisited, showInstitutions, showTopics, showCompleteness]) await section();
  if (dialog.open) open();
  html.dataset.drawn = `${state.language} ${state.theme}`;
}

// One drawing at a time; what is asked meanwhile comes after it.
let drawing = Promise.resolve();
function redraw() {
  delete html.dataset.drawn;
  drawing = drawing.then(draw);
}

function turn(key, values) {
  state[key] = values[state[key] === values[0] ? 1 : 0];
  remember(key, state[key]);
  redraw();
}

byId("language").addEventListener("click", () => turn("language", ["zh", "en"]));
byId("theme").addEventListener("click", () => turn("theme", ["light", "dark"]));
for (const id of ["month", "order"]) byId(id).addEventListener("change", showVisited);
byId("period").addEventListener("change", showInstitutions);
byId("more").addEventListener("click", () => { list.shown += PAGE; showRecords(); });
for (const id of ["exchange", "category"]) byId(id).addEventListener("change", find);
let pause = 0;
byId("search").addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(find, 120); });
document.querySelector(".filters").addEventListener("submit", (event) => { event.preventDefault(); find(); });
addEventListener("hashchange", open);
matchMedia("(min-width: 700px)").addEventListener("change", redraw);

byId("search").value = asked.get("q") ?? "";
await unpack();
redraw();
await drawing;
open();
