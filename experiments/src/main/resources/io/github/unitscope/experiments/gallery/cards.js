/* The cards: a shell for each unit, filled while it is near the window. */

const cards = { shown: [], shells: new Map(), current: null, layout: null };

const GRID_GAP = 8; // CSS pixels between cards, as in the style

const NEAR = "700px"; // cards this far from the window are filled already

const nearness = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    if (entry.isIntersecting) fillCard(entry.target);
    else emptyCard(entry.target);
  }
}, { rootMargin: NEAR + " 0px" });

/** A card's empty frame: its heading is a button over the whole card. */
function shellOf(unit) {
  if (!cards.shells.has(unit.id)) cards.shells.set(unit.id, makeShell(unit));
  return cards.shells.get(unit.id);
}

function makeShell(unit) {
  const button = el("button", { type: "button", class: "open", tabindex: "-1", "aria-haspopup": "dialog" });
  const shell = el("li", { class: "card" }, el("h2", { class: "card-head" }, button), el("div", { class: "card-body" }));
  shell.unit = unit;
  button.addEventListener("click", () => openUnit(unit));
  button.addEventListener("focus", () => makeCurrent(shell));
  return shell;
}

/** Shows the units in this order. Frames of units that stay are moved, not made again. */
function showCards(units) {
  const layout = cardLayout();
  const grid = byId("units");
  const relaid = cards.layout === null || layout.signature !== cards.layout.signature;
  cards.layout = layout;
  for (const shell of cards.shown) nearness.unobserve(shell);
  if (relaid) {
    for (const shell of cards.shells.values()) emptyCard(shell);
    grid.style.setProperty("--card-width", layout.inner + "px");
    grid.style.setProperty("--card-height", "0px");
  }
  cards.shown = units.map(shellOf);
  cards.shown.forEach(nameCard);
  grid.replaceChildren(...cards.shown);
  if (relaid && cards.shown.length > 0) measureCards();
  makeCurrent(cards.shown.includes(cards.current) ? cards.current : cards.shown[0] || null);
  for (const shell of cards.shown) nearness.observe(shell);
}

/** Every frame gets the height of a filled card, so that nothing moves when cards are filled. */
function measureCards() {
  const samples = new Map(cards.shown.map((shell) => [shell.unit.layer, shell]));
  for (const shell of samples.values()) fillCard(shell);
  const height = Math.max(...[...samples.values()].map((shell) => shell.getBoundingClientRect().height));
  byId("units").style.setProperty("--card-height", Math.ceil(height) + "px");
}

/** The heading: the number, and that of the sorting. */
function nameCard(shell) {
  const { unit } = shell;
  const button = shell.querySelector(".open");
  const title = state.layer === ALL ? unit.id : String(unit.number);
  const key = state.sort || (cardNumbers()[0] || "");
  const statistic = statisticOf(key);
  const parts = [unit.name];
  button.replaceChildren(el("span", { class: "number" }, title));
  if (statistic) {
    const text = statisticText(statistic, unit.statistic(key));
    button.append(el("span", { class: "value" }, text));
    parts.push(statistic.label + " " + (text === "–" ? "not known" : text));
  }
  button.setAttribute("aria-label", parts.join(", "));
  shell.querySelector(".card-head").title = statistic ? unit.name + ": " + statistic.label : unit.name;
}

/** Sizes on a card, from the chosen size and the width of the window. */
function cardLayout() {
  const padding = 22;
  const ratio = window.devicePixelRatio || 1;
  const grid = byId("units").clientWidth || 1200;
  const narrow = grid < 480;
  const columns = { s: 3, m: 2, l: 1 }[state.size];
  const wanted = narrow ? ((grid - (columns - 1) * 6) / columns - padding - 8) / 4 : SIZES[state.size];
  const sheet = mainSheet();
  const own = sheet ? Math.max(sheet.tileWidth, sheet.tileHeight) : 28;
  const whole = Math.floor((wanted * ratio) / own) / ratio;
  const small = sheet && sheet.pixelated && whole > 0 && own <= wanted * ratio ? whole * own : wanted;
  const singles = cardViews().filter((key) => key !== "histogram" && isSingle(key));
  // Never narrower than its words, and at least as wide as two small images beside the large one.
  const least = Math.max(narrow ? 60 : 108, 2 * small + 2 + GRID_GAP + small);
  // The grid makes its columns as wide as they can be: strips and charts take that width.
  const fitting = Math.max(1, Math.floor((grid + GRID_GAP) / (least + padding + GRID_GAP)));
  const across = narrow ? Math.min(columns, fitting) : fitting;
  const inner = Math.floor((grid - (across - 1) * GRID_GAP) / across) - padding;
  const signature = [state.layer, small, inner, cardViews(), cardNumbers(), logCounts()].join("|");
  return { small, large: 2 * small + 2, inner, singles, signature };
}

function mainSheet() {
  for (const view of presentViews()) {
    for (const layer of shownLayers()) {
      if (layer.data.views[view.key]) return layer.data.views[view.key].sheet;
    }
  }
  return null;
}

function fillCard(shell) {
  if (shell.filled) return;
  shell.filled = true;
  const { unit } = shell;
  const views = cardViews();
  const strips = views.filter((key) => key !== "histogram" && !isSingle(key));
  shell.querySelector(".card-body").replaceChildren(
    ...[
      singlesPart(unit),
      ...strips.map((key) => stripPart(unit, key)),
      views.includes("histogram") ? histogramPart(unit) : null,
      numbersPart(unit),
    ].filter(Boolean),
  );
}

function emptyCard(shell) {
  if (!shell.filled) return;
  shell.filled = false;
  shell.querySelector(".card-body").replaceChildren();
}

/** The first single image large, the others small beside it; each underlined in its method's colour. */
function singlesPart(unit) {
  const { singles, small, large } = cards.layout;
  if (singles.length === 0) return null;
  // A layer may lack what others have: the first has no combination, and only it has filters.
  const [first, ...others] = singles.filter((key) => unit.layer.data.views[key]);
  if (!first) return null;
  return el(
    "div",
    { class: "singles" },
    oneImage(unit, first, large),
    others.length > 0 ? el("div", { class: "others" }, others.map((key) => oneImage(unit, key, small))) : null,
  );
}

function oneImage(unit, key, box) {
  const images = unit.images(key).slice(0, 1);
  const frame = el("div", { class: "one", title: viewOf(key).label, style: "--method:" + colourOf(key) + ";--box:" + box + "px" });
  if (images.length > 0) frame.append(tiles(images, box, 1, imagesLabel(unit, key, images)));
  return frame;
}

/** The first of several images, as many as fit in a row at a whole multiple of their size. */
function stripPart(unit, key) {
  const images = unit.images(key);
  if (images.length === 0) return hasStrip(unit, key) ? el("div", { class: "strip" }) : null;
  const { box, columns } = stripRow(images);
  const shown = images.slice(0, columns);
  return el("div", { class: "strip", title: viewOf(key).label }, tiles(shown, box, columns, imagesLabel(unit, key, shown)));
}

const hasStrip = (unit, key) => Boolean(unit.layer.data.views[key]);

function stripRow(images) {
  const { inner, small } = cards.layout;
  const least = tileSize(images[0].sheet, 0.5 * small).width;
  const columns = Math.max(1, Math.min(images.length, Math.floor((inner + GAP) / (least + GAP))));
  return { box: Math.min((inner - (columns - 1) * GAP) / columns, 2 * small), columns };
}

function histogramPart(unit) {
  const histogram = unit.histogram();
  if (histogram) return smallHistogram(unit, histogram, Math.floor(cards.layout.inner), 34);
  return unit.layer.data.histograms ? el("div", { class: "no-chart" }) : null;
}

function numbersPart(unit) {
  const shownAbove = state.sort || cardNumbers()[0];
  const keys = cardNumbers().filter((key) => key !== shownAbove);
  if (keys.length === 0) return null;
  return el(
    "dl",
    { class: "numbers" },
    keys.map((key) => {
      const statistic = statisticOf(key);
      return el("div", {}, el("dt", {}, statistic.label), el("dd", {}, statisticText(statistic, unit.statistic(key))));
    }),
  );
}

/** One card is in the tab order: the one that had the focus last. */
function makeCurrent(shell) {
  if (cards.current && cards.current !== shell) cards.current.querySelector(".open").tabIndex = -1;
  cards.current = shell;
  if (shell) shell.querySelector(".open").tabIndex = 0;
}

const focusCard = (shell) => {
  if (!shell) return;
  makeCurrent(shell);
  shell.querySelector(".open").focus({ preventScroll: true });
  shell.scrollIntoView({ block: "nearest" });
};

const gridColumns = () => {
  const first = cards.shown[0];
  if (!first) return 1;
  const next = cards.shown.findIndex((shell) => shell.offsetTop > first.offsetTop);
  return next < 0 ? cards.shown.length : next;
};

/** Moves the focus among the cards. */
function moveAmongCards(key) {
  const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -gridColumns(), ArrowDown: gridColumns() };
  const last = cards.shown.length - 1;
  const at = cards.shown.indexOf(cards.current);
  const focused = cards.current && cards.current.contains(document.activeElement);
  let to = focused ? at + (steps[key] || 0) : firstInWindow();
  if (key === "Home") to = 0;
  if (key === "End") to = last;
  if (key === "ArrowDown" && to > last && Math.floor(at / gridColumns()) < Math.floor(last / gridColumns())) to = last;
  if (to >= 0 && to <= last) focusCard(cards.shown[to]);
}

function firstInWindow() {
  const top = byId("units").getBoundingClientRect().top < 0 ? headHeight() : 0;
  const first = cards.shown.findIndex((shell) => shell.getBoundingClientRect().top >= top);
  return Math.max(0, first);
}
