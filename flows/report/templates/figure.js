// The sections of figures: what was disclosed, who came to whom, about what, how complete, and what could not be read.
const wide = () => innerWidth >= 700;
const newestOn = figures.total[0].last_on;
const exchanges = [...new Set(figures.week.map((row) => row.exchange))].sort(
  (a, b) => EXCHANGES.indexOf(a) - EXCHANGES.indexOf(b));
const half = ["01", "07"], quarters = ["01", "04", "07", "10"];
const sum = (rows, field) => rows.reduce((total, row) => total + row[field], 0);
const share = (value) => (value === null ? "" : `${figure(100 * value, 1)} %`);
const company = (row) => [element("span", { class: "code" }, row.security_code ?? ""), " ", row.security_name ?? ""];

function showTotals() {
  const total = figures.total[0];
  const tiles = ["records", "meetings", "companies", "institutions", "questions"].map((name) => [say(name), figure(total[name])]);
  tiles.push([say("span"), total.first_on ? `${total.first_on} – ${total.last_on}` : "–"]);
  tiles.push([say("proved_on"), total.proved_on ?? "–"], [say("run_at"), total.run_at ?? "–"]);
  byId("total").replaceChildren(...tiles.map(([name, value]) =>
    element("div", { class: value.length > 9 && "small" }, element("dt", {}, name), element("dd", {}, value))));
  byId("legend").replaceChildren(...EXCHANGES.map((code) => element("span", {}, dot(code), exchangeName(code))));
}

async function showWeeks() {
  const weeks = [...new Set(figures.week.map((row) => row.week))];
  const rows = figures.week.map((row) => ({ ...row, name: exchangeName(row.exchange), rank: EXCHANGES.indexOf(row.exchange) }));
  const labelled = JSON.stringify(weeks.length > 60 && !wide() ? half : quarters).replaceAll('"', "'");
  for (const field of ["records", "institutions"]) {
    const told = `${say(`week_${field}`)}: ${exchanges.map((code) => `${exchangeName(code)} ${
      figure(sum(rows.filter((row) => row.exchange === code), field))}`).join(", ")}`;
    await chart(byId(`chart-${field}`), "week", rows, { field, labelled }, told);
    const told8 = weeks.slice(wide() ? -8 : -5);
    table(byId(`table-${field}`), say("latest_weeks"), [
      { word: "week_of", value: (code) => [dot(code), exchangeName(code)] },
      ...told8.map((week) => ({ head: week.slice(5), number: true,
        value: (code) => figure(rows.find((row) => row.week === week && row.exchange === code)[field]) })),
    ], exchanges, true);
  }
}

// The end of an axis of bars, so that the longest text behind them has room; what each says is `said`.
const pen = document.createElement("canvas").getContext("2d");
function endOf(host, rows, longest) {
  pen.font = `11px ${getComputedStyle(host).fontFamily}`;
  const text = 14 + Math.max(0, ...rows.map((row) => pen.measureText(row.said).width));
  const bars = Math.max(host.clientWidth - 120, 2 * text);
  return (bars / (bars - text)) * Math.max(1, longest);
}

async function showVisited() {
  choices(byId("month"), [...new Set(figures.visited.map((row) => row.month))].map((month) => [month, month.slice(0, 7)]));
  choices(byId("order"), [["institutions", say("institutions")], ["z_own", say("z_own")]]);
  const order = byId("order").value;
  const chosen = figures.visited.filter((row) => row.month === byId("month").value && row[order] !== null)
    .sort((a, b) => b[order] - a[order]).slice(0, 15);
  const rows = chosen.map((row) => ({ ...row, label: `${row.security_code} ${row.security_name ?? ""}`,
    end: Math.max(row.institutions, row.own_mean ?? 0),
    said: figure(row.institutions) + (row.z_own === null ? "" : ` · z ${signed(row.z_own, 1)}`) }));
  const told = `${say("visited")}, ${byId("month").value.slice(0, 7)}: ${rows.slice(0, 5).map((row) => `${row.label} ${row.institutions}`).join(", ")}`;
  await chart(byId("chart-visited"), "visited", rows, { most: endOf(byId("chart-visited"), rows, Math.max(...rows.map((row) => row.end))), height: 21 * rows.length }, told);
  table(byId("table-visited"), told, [
    { word: "company", value: company }, { word: "exchange", value: (row) => [dot(row.exchange), exchangeName(row.exchange)] },
    { word: "institutions", number: true, value: (row) => figure(row.institutions) },
    { word: "own_mean", number: true, value: (row) => figure(row.own_mean, 1) },
    { word: "z_own", number: true, value: (row) => signed(row.z_own, 1) },
    { word: "board_mean", number: true, value: (row) => figure(row.board_mean, 1) },
    { word: "z_board", number: true, value: (row) => signed(row.z_board, 1) },
  ], rows, true);
}

async function showInstitutions() {
  choices(byId("period"), [90, 30, 365].map((days) => [String(days), say("last_days", days)]));
  const chosen = figures.institution.filter((row) => String(row.period) === byId("period").value);
  const rows = chosen.map((row) => ({ ...row, label: row.institution, kind: nameOf("institution.type", row.type),
    said: say("met", figure(row.meetings), figure(row.companies)) }));
  const told = `${say("institution")}: ${rows.slice(0, 5).map((row) => `${row.label} ${row.meetings}`).join(", ")}`;
  const shown = rows.slice(0, 15);
  const most = endOf(byId("chart-institution"), shown, rows[0]?.meetings);
  await chart(byId("chart-institution"), "institution", shown, { most, height: 21 * shown.length }, told);
  table(byId("table-institution"), told, [
    { word: "institutions", value: (row) => row.label }, { word: "type", value: (row) => row.kind },
    ...["meetings", "companies", "first_visits", "people"].map((word) => (
      { word, number: true, value: (row) => figure(row[word]) })),
  ], rows, true);
}

// Topics, the most asked in the newest year first, each with its newest month against the mean of the twelve before.
async function showTopics() {
  const months = [...new Set(figures.topic.map((row) => row.month))].slice(wide() ? -24 : -12);
  const name = (row) => spoken([row.name_zh, row.name_en]);
  const topics = [...Map.groupBy(figures.topic, (row) => row.topic).values()].map((rows) => {
    const before = rows.slice(-13, -1).filter((row) => row.share !== null), newest = rows.at(-1);
    const mean = before.length ? sum(before, "share") / before.length : null;
    return { name: name(newest), newest, mean, asked: sum(rows.slice(-12), "questions") };
  }).filter((one) => one.asked).sort((a, b) => b.asked - a.asked);
  const shown = topics.flatMap((one) => figures.topic.filter((row) => row.topic === one.newest.topic && months.includes(row.month)))
    .map((row) => ({ ...row, name: name(row), label: row.month }));
  const told = `${say("topic")}: ${topics.slice(0, 5).map((one) => `${one.name} ${one.asked}`).join(", ")}`;
  const labelled = JSON.stringify(quarters).replaceAll('"', "'");
  await chart(byId("chart-topic"), "topic", shown, { labelled, months, height: 22 * topics.length, room: wide() ? 220 : state.language === "zh" ? 96 : 140 }, told);
  table(byId("table-topic"), `${say("newest_month")} ${months.at(-1)?.slice(0, 7) ?? ""}`, [
    { word: "topic_name", value: (one) => one.name },
    { word: "questions", number: true, value: (one) => figure(one.newest.questions) },
    { word: "share", number: true, value: (one) => share(one.newest.share) },
    { word: "share_before", number: true, value: (one) => share(one.mean) },
    { word: "change", number: true, value: (one) => (one.mean === null || one.newest.share === null ? "" : signed(100 * (one.newest.share - one.mean), 1)) },
  ], topics);
}

async function showCompleteness() {
  const grades = ["counted", "walked", "open"];
  byId("grades").replaceChildren(...grades.map((grade) =>
    element("span", {}, element("i", { class: `dot ${grade}` }), nameOf("listing_day.grade", grade))));
  const weeks = [...new Set(figures.calendar.map((row) => row.week))].sort();
  const rows = figures.calendar.map((row) => ({ ...row, said: nameOf("listing_day.grade", row.grade),
    strength: row.is_trading || row.grade === "open" || row.announcements ? 1 : 0.35 }));
  const spans = weeks.length ? allWeeks(weeks.at(-1)) : [];
  const given = { weeks: spans, labelled: JSON.stringify(wide() ? quarters : half).replaceAll('"', "'"),
    days: state.language === "zh" ? "['一','二','三','四','五','六','日']" : "['Mo','Tu','We','Th','Fr','Sa','Su']" };
  const summaries = EXCHANGES.map((exchange) => {
    const own = rows.filter((row) => row.exchange === exchange);
    const count = (grade) => own.filter((row) => row.grade === grade).length;
    const proved = own.filter((row) => row.grade !== "open").map((row) => row.day).sort().at(-1) ?? "";
    return { exchange, own, proved, ...Object.fromEntries(grades.map((grade) => [grade, count(grade)])) };
  });
  const hosts = summaries.map((one) => element("div", { class: "chart", id: `calendar-${one.exchange}` }));
  byId("calendars").replaceChildren(...summaries.map((one, i) =>
    element("figure", {}, element("figcaption", {}, dot(one.exchange), exchangeName(one.exchange)), hosts[i])));
  for (const [i, one] of summaries.entries()) {
    const told = `${exchangeName(one.exchange)}: ${grades.map((grade) => `${say(`days_${grade}`)} ${one[grade]}`).join(", ")}`;
    await chart(hosts[i], "calendar", one.own, given, told);
  }
  table(byId("table-completeness"), say("last_weeks"), [
    { word: "exchange", value: (one) => [dot(one.exchange), exchangeName(one.exchange)] },
    { word: "proved_to", value: (one) => one.proved },
    ...grades.map((grade) => ({ word: `days_${grade}`, number: true, value: (one) => figure(one[grade]) })),
    ...["announcements", "parsed", "refused", "second_alone"].map((word) => (
      { word, number: true, value: (one) => figure(sum(one.own, word)) })),
  ], summaries);
  const spansOpen = figures.open[0]?.spans ?? 0;
  byId("open-count").textContent = spansOpen > figures.open.length ? say("newest_of", figures.open.length, spansOpen) : `(${spansOpen})`;
  table(byId("table-open"), say("open_days"), [
    { word: "day", value: (row) => (row.first === row.last ? row.last : `${row.first} – ${row.last}`) },
    { word: "days", number: true, value: (row) => figure(row.days) },
    { word: "exchange", value: (row) => [dot(row.exchange), exchangeName(row.exchange)] },
    { word: "reason", class: "long", value: (row) => row.reason ?? say("unlisted") },
  ], figures.open, true);
}

// 53 Mondays up to the last one.
function allWeeks(last) {
  const end = Date.parse(`${last}T00:00:00Z`), week = 7 * 86_400_000;
  return Array.from({ length: 53 }, (_, i) => new Date(end - (52 - i) * week).toISOString().slice(0, 10));
}

function showFailures() {
  const most = Math.max(1, ...figures.failure.map((row) => row.documents));
  const bar = (row) => {
    const made = element("i", { class: "bar" });
    made.style.inlineSize = `${(100 * row.documents) / most}%`;
    return made;
  };
  table(byId("table-failure"), say("failure"), [
    { word: "error", value: (row) => row.error }, { word: "stage", value: (row) => say(`stage_${row.stage}`) },
    { word: "documents", number: true, value: (row) => figure(row.documents) },
    { word: "share", class: "bars", value: bar },
    { word: "example", class: "long", value: (row) => row.example },
  ], figures.failure, true);
}
