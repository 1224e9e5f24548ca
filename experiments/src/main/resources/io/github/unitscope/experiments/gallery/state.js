/* What is shown, and its place in the address: #layer=2&sort=-bestValue&filter=sparsity:0.1..0.5&unit=2:37 */

const SIZES = { s: 28, m: 56, l: 84 };

const ALL = "all";

const startState = () => ({
  layer: null, // a Layer's index, or ALL
  sort: "", // "" for the unit's number
  descending: false,
  filters: [], // {key, low, high}; low and high may be null
  find: "",
  unit: null, // "layer:number" of the open unit
  views: null, // keys on the cards; null for the usual ones
  numbers: null, // keys on the cards; null for the usual ones
  size: "m",
});

let state = startState();

/** Reads an address; whatever is not understood in it is left out. */
function readAddress(hash) {
  const read = startState();
  const words = new URLSearchParams(hash.replace(/^#/, ""));
  const layer = words.get("layer");
  if (layer === ALL && store.layers.size > 1) read.layer = ALL;
  else if (layer !== null && store.layers.has(Number(layer))) read.layer = Number(layer);
  readSort(read, words.get("sort") || "");
  read.filters = words.getAll("filter").map(readFilter).filter(Boolean);
  read.find = (words.get("find") || "").slice(0, 200);
  if (/^\d+:\d+$/.test(words.get("unit") || "")) read.unit = words.get("unit");
  read.views = readKeys(words.get("show"), [...store.gallery.views.map((v) => v.key), "histogram"]);
  read.numbers = readKeys(words.get("numbers"), store.gallery.statistics.map((s) => s.key));
  if (words.get("size") in SIZES) read.size = words.get("size");
  if (read.layer === null) read.layer = layerOfUnit(read.unit) || (layerList()[0] || { index: null }).index;
  return read;
}

function layerOfUnit(id) {
  const index = id === null ? NaN : Number(id.split(":")[0]);
  return store.layers.has(index) ? index : null;
}

function readSort(read, text) {
  const key = text.replace(/^-/, "");
  if (key === "number") {
    read.descending = text.startsWith("-");
  } else if (statisticOf(key)) {
    read.sort = key;
    read.descending = text.startsWith("-");
  } else {
    read.descending = false;
  }
}

function readFilter(text) {
  const parts = /^([^:]+):(.*)\.\.(.*)$/.exec(text);
  if (!parts || !statisticOf(parts[1])) return null;
  const bound = (word) => (word.trim() === "" || !isNumber(Number(word)) ? null : Number(word));
  return { key: parts[1], low: bound(parts[2]), high: bound(parts[3]) };
}

function readKeys(text, known) {
  if (text === null) return null;
  return text.split(",").filter((key) => known.includes(key));
}

function writeAddress() {
  const words = new URLSearchParams();
  if (state.layer !== null) words.set("layer", state.layer);
  if (state.sort !== "" || state.descending) {
    words.set("sort", (state.descending ? "-" : "") + (state.sort || "number"));
  }
  for (const f of state.filters) {
    words.append("filter", f.key + ":" + (f.low === null ? "" : f.low) + ".." + (f.high === null ? "" : f.high));
  }
  if (state.find) words.set("find", state.find);
  if (state.views) words.set("show", state.views.join(","));
  if (state.numbers) words.set("numbers", state.numbers.join(","));
  if (state.size !== "m") words.set("size", state.size);
  if (state.unit) words.set("unit", state.unit);
  const hash = "#" + words.toString().replace(/%3A/g, ":").replace(/%2C/g, ",");
  if (hash !== location.hash) history.replaceState(null, "", hash);
}

/** The layers that the state shows. */
const shownLayers = () =>
  state.layer === ALL ? layerList() : layerList().filter((layer) => layer.index === state.layer);

/** Statistics that some unit of the shown layers has. */
const presentStatistics = () =>
  store.gallery.statistics.filter((s) => shownLayers().some((layer) => layer.values(s.key).length > 0));

/** Views that some shown layer has, in the gallery's order. */
const presentViews = () =>
  store.gallery.views.filter((v) => shownLayers().some((layer) => layer.data.views[v.key]));

const isSingle = (key) => {
  const layer = shownLayers().find((l) => l.data.views[key]);
  return Boolean(layer) && layer.data.views[key].perUnit === 1 && !layer.data.views[key].tiles;
};

const hasHistograms = () => shownLayers().some((layer) => layer.data.histograms);

/** Views on the cards: as chosen, or every single image, the histogram and the first examples. */
function cardViews() {
  const present = presentViews().map((v) => v.key);
  if (state.views) return [...present, "histogram"].filter((key) => state.views.includes(key));
  const examples = present.find((key) => shownLayers().some((l) => (l.data.views[key] || {}).images));
  return [...present.filter((key) => isSingle(key) || key === examples), "histogram"];
}

/** Numbers on the cards: as chosen, or the first three; and always that of the sorting. */
function cardNumbers() {
  const present = presentStatistics().map((s) => s.key);
  const chosen = state.numbers ? present.filter((key) => state.numbers.includes(key)) : present.slice(0, 3);
  return state.sort === "" || chosen.includes(state.sort) || !present.includes(state.sort)
    ? chosen
    : [state.sort, ...chosen];
}

/** A search as a test of units: {test, layer} or null when it is not understood. */
function readFind(text) {
  const words = text.trim().toLowerCase();
  const pair = /^(.*?)[\s:,]*(?:\bunit\b|:|\s)\s*(\d+)$/.exec(words);
  if (pair && pair[1].trim() !== "" && !/^[\d\s,-]*$/.test(words)) {
    const layer = findLayer(pair[1].trim().replace(/[:,]$/, ""));
    return layer && { layer, test: (unit) => unit.layer === layer && unit.number === Number(pair[2]) };
  }
  const ranges = words.replace(/^units?\s+/, "").split(/[\s,]+/).filter(Boolean).map((word) => /^(\d+)(?:-(\d+))?$/.exec(word));
  if (ranges.length === 0 || ranges.includes(null)) return null;
  const within = (n) => ranges.some((r) => n >= Number(r[1]) && n <= Number(r[2] === undefined ? r[1] : r[2]));
  return { layer: null, test: (unit) => within(unit.number) };
}

function findLayer(word) {
  const bare = word.replace(/^layer\s+/, "");
  const titled = layerList().filter((layer) => [word, bare].includes(layer.title.toLowerCase()));
  if (titled.length > 0) return titled[0];
  if (/^\d+$/.test(bare) && store.layers.has(Number(bare))) return store.layers.get(Number(bare));
  const partly = layerList().filter((layer) => layer.title.toLowerCase().includes(bare));
  return partly.length === 1 ? partly[0] : null;
}

/** The units to show, in order. A search sets the filters aside: who names a unit wants to see it. */
function selectUnits() {
  const pool = shownLayers().flatMap((layer) => layer.units);
  const find = state.find.trim() === "" ? undefined : readFind(state.find);
  const kept =
    find === undefined
      ? pool.filter((unit) => state.filters.every((f) => passes(unit, f)))
      : pool.filter((unit) => find !== null && find.test(unit));
  return { pool, units: kept.sort(byChosenOrder), find };
}

function passes(unit, filter) {
  if (filter.low === null && filter.high === null) return true;
  const value = unit.statistic(filter.key);
  return value !== null && (filter.low === null || value >= filter.low) && (filter.high === null || value <= filter.high);
}

/** Units without the number come last in both directions; ties in order of layer and number. */
function byChosenOrder(a, b) {
  const natural = a.layer.index - b.layer.index || a.number - b.number;
  if (state.sort === "") return state.descending ? -natural : natural;
  const x = a.statistic(state.sort);
  const y = b.statistic(state.sort);
  if (x === null || y === null) return (x === null) - (y === null) || natural;
  return (state.descending ? y - x : x - y) || natural;
}
