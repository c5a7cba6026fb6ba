// Charts: a Vega-Lite specification of the page, with rows, words and the theme's colours, drawn as SVG.
function colour(name) {
  const probe = byId("probe") ?? document.body.appendChild(element("span", { id: "probe", hidden: true }));
  probe.style.color = `var(--${name})`;
  return getComputedStyle(probe).color;
}

function theme() {
  const [ink, faint, rule] = ["ink", "faint", "rule"].map(colour);
  const font = getComputedStyle(document.body).fontFamily;
  return {
    background: null, font, aria: false, padding: 0,
    view: { stroke: null },
    axis: {
      labelColor: faint, titleColor: faint, labelFontSize: 11, gridColor: rule, domain: false, ticks: false,
      labelPadding: 5, titleFontWeight: "normal",
    },
    text: { color: ink, fontSize: 11 },
    range: {
      category: [...EXCHANGES, "other"].map(colour), ordinal: ["counted", "walked", "open"].map(colour),
      heatmap: ["heat-0", "heat-1", "heat-2"].map(colour),
    },
  };
}

// The specification with `@{word}` said, `#{name}` coloured and `${name}` given.
function filled(name, given) {
  const text = JSON.stringify(page.charts[name])
    .replace(/@\{(\w+)\}/g, (_, word) => JSON.stringify(say(word)).slice(1, -1))
    .replace(/#\{([\w-]+)\}/g, (_, tone) => colour(tone))
    .replace(/"\$\{(\w+)\}"/g, (_, key) => JSON.stringify(given[key]))
    .replace(/\$\{(\w+)\}/g, (_, key) => String(given[key]));
  return JSON.parse(text);
}

// Draw one; `description` is what it says to those who do not see it.
async function chart(host, name, rows, given, description) {
  if (!rows.length) return host.replaceChildren(element("p", { class: "note" }, say("nothing")));
  const options = { mode: "vega-lite", renderer: "svg", actions: false, ast: true, config: theme(), tooltip: { theme: "own" } };
  await vegaEmbed(host, { ...filled(name, given), data: { values: rows } }, options);
  const drawn = host.querySelector("svg");
  drawn.setAttribute("role", "img");
  drawn.setAttribute("aria-label", description);
  for (const one of [host, ...drawn.querySelectorAll("[role=graphics-symbol]")]) {  // the picture is told as a whole
    for (const name of ["role", "aria-roledescription", "aria-label"]) one.removeAttribute(name);
  }
}
