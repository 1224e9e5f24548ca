/* The large view of a unit: a modal dialog. The browser keeps the focus in it and gives it back. */

const large = { unit: null, from: null };

/** Opens the large view, or shows another unit in it. */
async function openUnit(unit) {
  const dialog = byId("large");
  const within = dialog.open && document.activeElement ? document.activeElement.dataset.place : null;
  const scrolled = dialog.open ? dialog.scrollTop : 0;
  if (!dialog.open) large.from = document.activeElement;
  large.unit = unit;
  state.unit = unit.id;
  writeAddress();
  dialog.replaceChildren(...largeView(unit));
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = scrolled;
  const place = within && dialog.querySelector('[data-place="' + within + '"]:not([disabled])');
  (place || byId("large-title")).focus({ preventScroll: true });
}

/** The dialog was closed: the focus goes to the unit's card, or to where it was. */
function largeClosed() {
  const shell = cards.shells.get(state.unit);
  state.unit = null;
  large.unit = null;
  byId("large").replaceChildren();
  writeAddress();
  if (shell && cards.shown.includes(shell)) focusCard(shell);
  else if (large.from && large.from.isConnected) large.from.focus();
}

const closeLarge = () => byId("large").open && byId("large").close();

/** The unit's neighbours in the order of the cards; a unit that is not among them: in that of its layer. */
function neighbours(unit) {
  const shown = cards.shown.map((shell) => shell.unit);
  const list = shown.includes(unit) ? shown : unit.layer.units;
  const at = list.indexOf(unit);
  return { at, of: list.length, previous: list[at - 1] || null, next: list[at + 1] || null, shown: list === shown };
}

function stepUnit(by) {
  const { previous, next } = neighbours(large.unit);
  const to = by < 0 ? previous : next;
  if (to) openUnit(to);
}

/** The unit of the same number in the layer before or after; that layer's last one if it is smaller. */
async function stepLargeLayer(by) {
  const layers = layerList().filter((layer) => layer.size > 0);
  const layer = layers[layers.indexOf(large.unit.layer) + by];
  if (!layer) return;
  const { number } = large.unit;
  if (state.layer === ALL) await load(layer);
  else await goToLayer(layer.index);
  if (byId("large").open && layer.data) openUnit(layer.byNumber.get(number) || layer.units[layer.units.length - 1]);
}

function largeView(unit) {
  const views = store.gallery.views.filter((v) => unit.images(v.key).length > 0);
  const singles = views.filter((v) => unit.images(v.key).length === 1);
  const strips = views.filter((v) => unit.images(v.key).length > 1);
  return [
    largeHead(unit),
    el(
      "div",
      { class: "large-body" },
      el("div", { class: "large-images" }, largeSingles(unit, singles), strips.map((v) => largeStrip(unit, v))),
      el("div", { class: "large-numbers" }, histogramSection(unit), curveSection(unit), numbersSection(unit)),
    ),
  ];
}

function largeHead(unit) {
  const { at, of, previous, next, shown } = neighbours(unit);
  const order = statisticOf(state.sort);
  const place = ordinal(at + 1) + " of " + count(of) + (shown ? " shown" : " of its layer") + (shown && order ? ", by " + order.label : "");
  const step = (text, label, to, keys, placeName) =>
    el("button", { type: "button", class: "quiet", "aria-label": label, "aria-keyshortcuts": keys, "data-place": placeName, disabled: !to, onclick: () => openUnit(to) }, text);
  return el(
    "div",
    { class: "dialog-head" },
    el("div", { class: "large-name" }, el("h2", { id: "large-title", tabindex: "-1" }, unit.name), el("p", { class: "soft" }, place)),
    step("‹ Previous", "previous unit", previous, "k", "previous"),
    step("Next ›", "next unit", next, "j", "next"),
    el("button", { type: "button", class: "quiet", "aria-label": "close", "data-place": "close", onclick: closeLarge }, "Close"),
  );
}

/** Boxes of the large view's images: a whole multiple of small tiles, near the wanted size. */
const LARGE = { single: 168, several: 84 };

function largeSingles(unit, views) {
  if (views.length === 0) return null;
  return el(
    "div",
    { class: "large-singles" },
    views.map((view) => {
      const images = unit.images(view.key);
      return el(
        "figure",
        { class: "large-single", style: "--method:" + colourOf(view.key) + ";--box:" + LARGE.single + "px" },
        el("div", { class: "one" }, tiles(images, LARGE.single, 1, imageLabel(unit, view.key, images[0], 0, 1))),
        el("figcaption", {}, el("strong", {}, view.label), imageWords(images[0]), el("span", { class: "soft" }, view.description || "")),
      );
    }),
  );
}

/** The line below a single image: its value and caption. */
function imageWords(image) {
  const words = [isNumber(image.value) ? "value " + brief(image.value) : null, image.caption].filter(Boolean);
  return words.length > 0 ? el("span", { class: "figure-value" }, words.join(", ")) : null;
}

function largeStrip(unit, view) {
  const images = unit.images(view.key);
  return el(
    "section",
    { class: "large-strip" },
    el("h3", {}, view.label, " ", el("span", { class: "soft" }, view.description || "")),
    el("ol", { class: "large-tiles" }, images.map((image, i) => largeTile(unit, view, image, i, images.length))),
  );
}

function largeTile(unit, view, image, i, of) {
  const source = [
    isNumber(image.image) ? "#" + image.image : null,
    image.label !== null ? "class " + image.label : null,
    image.caption,
  ].filter(Boolean);
  return el(
    "li",
    { style: "--box:" + LARGE.several + "px" },
    tiles([image], LARGE.several, 1, imageLabel(unit, view.key, image, i, of)),
    el("span", { class: "figure-value", "aria-hidden": "true" }, brief(image.value)),
    source.length > 0 ? el("span", { class: "soft", "aria-hidden": "true" }, source.join(" · ")) : null,
  );
}

function histogramSection(unit) {
  const histogram = unit.histogram();
  if (!histogram) return null;
  const scale = el("button", { type: "button", class: "quiet", "data-place": "scale", "aria-pressed": String(logCounts()) }, "log counts");
  scale.addEventListener("click", () => {
    remembered.set("counts", logCounts() ? "linear" : "log");
    refresh();
    openUnit(unit);
  });
  const width = (histogram.high - histogram.low) / histogram.counts.length;
  const edge = (i) => brief(histogram.low + width * i);
  return el(
    "section",
    {},
    el("h3", {}, sentenceCase(histogram.quantity) + " on the data ", scale),
    largeHistogram(unit, histogram),
    marksLegend(histogram),
    tableBehind(["from", "to", "images"], histogram.counts.map((n, i) => [edge(i), edge(i + 1), count(n)])),
  );
}

function marksLegend(histogram) {
  if (histogram.marks.length === 0) return null;
  return el(
    "ul",
    { class: "marks", "aria-label": "Marks" },
    histogram.marks.map((mark) =>
      el("li", { style: "--method:" + colourOf(mark.key) }, el("span", { class: "swatch", "aria-hidden": "true" }), viewOf(mark.key).label, " ", el("b", {}, brief(mark.value))),
    ),
  );
}

function curveSection(unit) {
  const curve = unit.curve();
  if (!curve) return null;
  return el(
    "section",
    {},
    el("h3", {}, "Ascent of the best restart"),
    largeCurve(unit, curve),
    tableBehind(["step", curve.quantity], curve.points.map(([s, v]) => [String(s), brief(v)])),
  );
}

/** The numbers behind a chart, for those who cannot see it or want them. */
function tableBehind(heads, rows) {
  return el(
    "details",
    { class: "behind" },
    el("summary", {}, "as a table"),
    el(
      "table",
      {},
      el("thead", {}, el("tr", {}, heads.map((head) => el("th", { scope: "col" }, head)))),
      el("tbody", {}, rows.map((row) => el("tr", {}, row.map((cell) => el("td", {}, cell))))),
    ),
  );
}

function numbersSection(unit) {
  const known = store.gallery.statistics.filter((s) => unit.layer.values(s.key).length > 0);
  if (known.length === 0) return null;
  const heads = ["number", "value", "in its layer"];
  return el(
    "section",
    {},
    el("h3", {}, "Numbers"),
    el(
      "table",
      { class: "statistics" },
      el("thead", {}, el("tr", {}, heads.map((head) => el("th", { scope: "col" }, head)))),
      el("tbody", {}, known.map((s) => numberRow(unit, s))),
    ),
  );
}

function numberRow(unit, statistic) {
  const value = unit.statistic(statistic.key);
  return el(
    "tr",
    {},
    el("th", { scope: "row" }, statistic.label, el("span", { class: "soft" }, statistic.description || "")),
    el("td", {}, statisticText(statistic, value)),
    el("td", {}, value === null ? el("span", { class: "soft" }, "not known") : placeInLayer(unit.layer, statistic, value)),
  );
}

/** Where a value stands in its layer: the distribution with the unit's place, and its rank. */
function placeInLayer(layer, statistic, value) {
  const shape = distribution([...layer.values(statistic.key)], 24);
  const { place, of } = layer.rank(statistic.key, value);
  const at = shape.high === shape.low ? 0.5 : (value - shape.low) / (shape.high - shape.low);
  const chart = distributionChart(shape, 96, 18, () => true);
  chart.append(svg("path", { class: "here", d: "M" + (96 * at).toFixed(1) + " 0v18" }));
  return el("div", { class: "place" }, chart, el("span", { class: "soft" }, ordinal(place) + " highest of " + count(of)));
}
