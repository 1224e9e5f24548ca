/* The controls above the cards. Each changes the state and calls refresh(). */

function drawControls() {
  drawLayers();
  drawSorting();
  drawFilters();
  drawSizes();
  drawShow();
  drawLegend();
  if (byId("find").value !== state.find) byId("find").value = state.find;
}

function drawLayers() {
  const entries = layerList().map((layer) => [layer.index, layer.title, layer.size]);
  if (entries.length > 1) entries.push([ALL, "all layers", entries.reduce((sum, e) => sum + e[2], 0)]);
  const focused = document.activeElement && document.activeElement.dataset.layer;
  byId("layers").replaceChildren(
    ...entries.map(([index, title, size]) =>
      el(
        "button",
        {
          type: "button",
          "data-layer": index,
          "aria-current": index === state.layer ? "true" : null,
          title,
          onclick: () => goToLayer(index),
        },
        el("span", { class: "layer-title" }, title),
        " ",
        el("span", { class: "layer-size" }, count(size)),
      ),
    ),
  );
  if (focused) [...byId("layers").children].filter((b) => b.dataset.layer === focused).forEach((b) => b.focus());
  const current = byId("layers").querySelector("[aria-current]");
  if (current) byId("layers").scrollLeft = Math.max(0, current.offsetLeft - 60);
}

function goToLayer(index) {
  state.layer = index;
  return refresh();
}

/** The layer before or after in the row of layers; "all" is the last. */
function stepLayer(by) {
  const indices = [...byId("layers").children].map((b) => (b.dataset.layer === ALL ? ALL : Number(b.dataset.layer)));
  const to = indices[indices.indexOf(state.layer) + by];
  if (to !== undefined) goToLayer(to);
}

function fillSelect(select, options, chosen) {
  select.replaceChildren(...options.map(([value, text]) => el("option", { value }, text)));
  select.value = chosen;
}

function drawSorting() {
  const options = presentStatistics().map((s) => [s.key, s.label]);
  const gone = state.sort !== "" && !options.some(([key]) => key === state.sort);
  if (gone) options.push([state.sort, statisticOf(state.sort).label + " (none here)"]);
  fillSelect(byId("sort"), [["", "unit number"], ...options], state.sort);
  const statistic = statisticOf(state.sort);
  byId("sort").title = statistic ? statistic.description : "";
  const [now, other] = state.descending ? ["highest first", "lowest first"] : ["lowest first", "highest first"];
  byId("direction").textContent = state.descending ? "↓" : "↑";
  byId("direction").setAttribute("aria-label", now + "; change to " + other);
  byId("direction").title = now;
}

function drawFilters() {
  const free = presentStatistics().filter((s) => !state.filters.some((f) => f.key === s.key));
  fillSelect(byId("add-filter"), [["", "add a filter…"], ...free.map((s) => [s.key, s.label])], "");
  const drawn = new Map([...byId("filters").children].map((node) => [node.dataset.key, node]));
  const wanted = state.filters.map((filter) => {
    const node = drawn.get(filter.key) || filterBox(filter.key);
    updateFilter(node, filter);
    return node;
  });
  const kept = [...byId("filters").children];
  if (wanted.length !== kept.length || wanted.some((node, i) => node !== kept[i])) {
    byId("filters").replaceChildren(...wanted);
  }
}

const poolValues = (key) => shownLayers().flatMap((layer) => [...layer.values(key)]);

const findFilter = (key) => state.filters.find((f) => f.key === key);

/** A filter: the distribution, on which a pointer marks a range, and the two bounds as numbers. */
function filterBox(key) {
  const statistic = statisticOf(key);
  const bound = (side, name) =>
    el("input", {
      type: "number",
      step: "any",
      class: side,
      "aria-label": name + " " + statistic.label,
      oninput: (event) => setBound(key, side, event.target.value),
    });
  const picture = el("div", { class: "distribution", title: "drag to choose a range" });
  picture.addEventListener("pointerdown", (event) => dragRange(key, picture, event));
  return el(
    "fieldset",
    { class: "filter", "data-key": key },
    el("legend", { title: statistic.description }, statistic.label),
    bound("low", "lowest"),
    picture,
    bound("high", "highest"),
    el("button", { type: "button", class: "quiet", "aria-label": "remove the filter by " + statistic.label, onclick: () => removeFilter(key) }, "×"),
  );
}

const FILTER_CHART = { width: 120, height: 26, bins: 30 };

function updateFilter(node, filter) {
  const shape = distribution(poolValues(filter.key), FILTER_CHART.bins);
  const inside = (v) => (filter.low === null || v >= filter.low) && (filter.high === null || v <= filter.high);
  node.querySelector(".distribution").replaceChildren(distributionChart(shape, FILTER_CHART.width, FILTER_CHART.height, inside));
  for (const side of ["low", "high"]) {
    const input = node.querySelector("." + side);
    input.placeholder = isNumber(shape[side]) ? decimals(shape[side], statisticOf(filter.key).digits) : "";
    if (document.activeElement !== input) input.value = filter[side] === null ? "" : filter[side];
  }
}

function setBound(key, side, text) {
  findFilter(key)[side] = text.trim() === "" || !isNumber(Number(text)) ? null : Number(text);
  refresh();
}

function addFilter(key) {
  if (key === "" || findFilter(key)) return;
  state.filters.push({ key, low: null, high: null });
  refresh();
  const box = [...byId("filters").children].find((node) => node.dataset.key === key);
  if (box) box.querySelector(".low").focus();
}

function removeFilter(key) {
  state.filters = state.filters.filter((f) => f.key !== key);
  refresh();
  byId("add-filter").focus();
}

/** A range marked with the pointer; a click without a movement takes the bounds away. */
function dragRange(key, picture, start) {
  const box = picture.getBoundingClientRect();
  const shape = distribution(poolValues(key), FILTER_CHART.bins);
  if (!(shape.high > shape.low)) return;
  const at = (event) => Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
  const value = (f) => Number((shape.low + (shape.high - shape.low) * f).toPrecision(4));
  const from = at(start);
  const move = (event) => {
    const [a, b] = [Math.min(from, at(event)), Math.max(from, at(event))];
    const filter = findFilter(key);
    filter.low = b - a < 0.01 || a === 0 ? null : value(a);
    filter.high = b - a < 0.01 || b === 1 ? null : value(b);
    refreshSoon();
  };
  picture.setPointerCapture(start.pointerId);
  picture.addEventListener("pointermove", move);
  const stop = () => picture.removeEventListener("pointermove", move);
  picture.addEventListener("pointerup", (event) => (move(event), stop()), { once: true });
  picture.addEventListener("pointercancel", stop, { once: true });
}

function drawSizes() {
  const names = { s: ["S", "small"], m: ["M", "middle"], l: ["L", "large"] };
  if (byId("sizes").children.length === 0) {
    for (const [size, [letter, name]] of Object.entries(names)) {
      const choose = () => {
        state.size = size;
        refresh();
      };
      byId("sizes").append(el("button", { type: "button", "data-size": size, "aria-label": name + " images", onclick: choose }, letter));
    }
  }
  for (const button of byId("sizes").children) {
    button.setAttribute("aria-pressed", String(button.dataset.size === state.size));
  }
}

/** The menu of what the cards show. */
function drawShow() {
  const focused = document.activeElement && document.activeElement.dataset.choice;
  const views = cardViews();
  const options = [...presentViews(), ...(hasHistograms() ? [{ key: "histogram", label: "histogram on the data" }] : [])];
  const preset = (text, keys) =>
    el("button", { type: "button", "data-choice": "preset " + text, onclick: () => chooseViews(keys) }, text);
  byId("show-panel").replaceChildren(
    el(
      "div",
      { class: "presets", role: "group", "aria-label": "Presets" },
      preset("usual", null),
      preset("images only", presentViews().map((v) => v.key).filter(isSingle)),
      preset("everything", options.map((v) => v.key)),
    ),
    choices("On the cards", options, views, chooseViews),
    choices("Numbers", presentStatistics(), cardNumbers(), (keys) => {
      state.numbers = keys;
      refresh();
    }),
  );
  if (focused) [...byId("show-panel").querySelectorAll("[data-choice]")].filter((n) => n.dataset.choice === focused).forEach((n) => n.focus());
}

function chooseViews(keys) {
  state.views = keys;
  refresh();
}

function choices(title, options, chosen, choose) {
  const change = () => choose([...field.querySelectorAll("input:checked")].map((input) => input.value));
  const field = el(
    "fieldset",
    {},
    el("legend", {}, title),
    options.map((option) =>
      el(
        "label",
        { class: "check", title: option.description },
        el("input", { type: "checkbox", value: option.key, checked: chosen.includes(option.key), "data-choice": title + " " + option.key, onchange: change }),
        " " + option.label,
      ),
    ),
  );
  return field;
}

/** What the places on a card mean: the methods with their colours, then the strips and the histogram. */
function drawLegend() {
  const views = cardViews();
  const singles = views.filter((key) => key !== "histogram" && isSingle(key));
  const strips = views.filter((key) => key !== "histogram" && !isSingle(key));
  const key = (symbol, text, title) => el("span", { class: "key", title }, symbol, text);
  const swatch = (name) => el("span", { class: "swatch", style: "--method:" + colourOf(name), "aria-hidden": "true" });
  byId("legend").replaceChildren(
    ...singles.map((name, i) => key(swatch(name), viewOf(name).label + (i === 0 && singles.length > 1 ? " (large)" : ""), viewOf(name).description)),
    ...strips.map((name) => key(el("span", { class: "film", "aria-hidden": "true" }), viewOf(name).label, viewOf(name).description)),
    ...(views.includes("histogram") && hasHistograms()
      ? [key(el("span", { class: "hill", "aria-hidden": "true" }), histogramWords() + ", ▲ marks: the methods’ images")]
      : []),
  );
}

function histogramWords() {
  const layer = shownLayers().find((l) => l.data.histograms);
  return layer.data.histograms.quantity + " on the data" + (logCounts() ? " (log counts)" : "");
}

function drawCount(selection) {
  const { pool, units, find } = selection;
  const total = plural(pool.length, "unit");
  let text = units.length === pool.length ? total : count(units.length) + " of " + total;
  if (find === null) text = "No unit like “" + state.find.trim() + "”; try 37, 2:37 or 3, 5, 10-20";
  else if (find && state.filters.length > 0) text += " (filters do not apply to a search)";
  const label = statisticOf(state.sort);
  if (units.length > 1 && label) text += ", by " + label.label + ", " + (state.descending ? "highest" : "lowest") + " first";
  if (byId("count").textContent !== text) byId("count").textContent = text;
  byId("clear").hidden = state.filters.length === 0 && state.find.trim() === "";
}

function clearSelection() {
  state.filters = [];
  state.find = "";
  refresh();
  byId("find").focus();
}

/** A search for a unit of another layer goes to that layer. */
function searchFor(text) {
  state.find = text;
  const find = text.trim() === "" ? null : readFind(text);
  if (find && find.layer && state.layer !== ALL) state.layer = find.layer.index;
  return refresh();
}

function bindControls() {
  byId("sort").addEventListener("change", (event) => {
    state.sort = event.target.value;
    state.descending = state.sort !== "";
    refresh();
  });
  byId("direction").addEventListener("click", () => {
    state.descending = !state.descending;
    refresh();
  });
  byId("add-filter").addEventListener("change", (event) => addFilter(event.target.value));
  byId("find").addEventListener("input", (event) => searchFor(event.target.value));
  byId("find").addEventListener("keydown", keysOfFind);
  byId("clear").addEventListener("click", clearSelection);
  byId("theme").addEventListener("click", nextTheme);
  byId("help-open").addEventListener("click", openHelp);
  byId("help-close").addEventListener("click", () => byId("help").close());
  bindSingleKeys();
  document.addEventListener("pointerdown", (event) => {
    if (!byId("show").contains(event.target)) byId("show").open = false;
  });
  byId("show").addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    byId("show").open = false;
    byId("show").querySelector("summary").focus();
  });
}

async function keysOfFind(event) {
  if (event.key === "Escape" && state.find !== "") {
    event.preventDefault();
    searchFor("");
  } else if (event.key === "Enter") {
    await refreshed;
    if (cards.shown.length > 0) openUnit(cards.shown[0].unit);
  } else if (event.key === "ArrowDown" && cards.shown.length > 0) {
    event.preventDefault();
    focusCard(cards.shown[0]);
  }
}

function bindSingleKeys() {
  byId("single-keys").checked = remembered.get("keys") !== "off";
  byId("single-keys").addEventListener("change", (event) => remembered.set("keys", event.target.checked ? "on" : "off"));
}

const THEMES = ["auto", "light", "dark"];

function applyTheme(theme) {
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  const names = { auto: "system", light: "light", dark: "dark" };
  byId("theme").textContent = { auto: "◐ Auto", light: "○ Light", dark: "● Dark" }[theme];
  byId("theme").setAttribute("aria-label", "Colours: " + names[theme] + "; change");
}

/** The theme that is not seen now comes first, so that one press is always seen. */
function nextTheme() {
  const now = document.documentElement.dataset.theme || "auto";
  const systemDark = matchMedia("(prefers-color-scheme: dark)").matches;
  const order = systemDark ? ["auto", "light", "dark"] : ["auto", "dark", "light"];
  const theme = order[(order.indexOf(now) + 1) % THEMES.length];
  remembered.set("theme", theme);
  applyTheme(theme);
}

function openHelp() {
  byId("help").showModal();
}
