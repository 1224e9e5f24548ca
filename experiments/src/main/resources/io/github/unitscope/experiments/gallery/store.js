/* The data: what data/gallery.js and data/layer-N.js bring, and what is worked out from it. */

const store = { gallery: null, layers: new Map(), pending: new Map() };

/** One unit: its layer's data, its position there and its number. */
class Unit {
  constructor(layer, position) {
    this.layer = layer;
    this.position = position;
    this.number = layer.data.units[position];
    this.id = layer.index + ":" + this.number;
  }

  get name() {
    return this.layer.title + ", unit " + this.number;
  }

  statistic(key) {
    const values = this.layer.data.statistics[key];
    return values && isNumber(values[this.position]) ? values[this.position] : null;
  }

  /** The unit's images of one view: [{sheet, tile, value, caption, image, label}]; none: an empty list. */
  images(key) {
    const view = this.layer.data.views[key];
    if (!view) return [];
    const i = this.position;
    const tiles = view.tiles
      ? view.tiles[i] || []
      : Array.from({ length: view.perUnit }, (_, k) => i * view.perUnit + k);
    const of = (list, k) => (list && list[i] ? list[i][k] : null);
    return tiles.map((tile, k) => ({
      sheet: view.sheet,
      tile,
      value: of(view.values, k),
      caption: of(view.captions, k),
      image: of(view.images, k),
      label: of(view.labels, k),
    }));
  }

  /** {low, high, counts, quantity, marks: [{key, value}]}, or null. */
  histogram() {
    const all = this.layer.data.histograms;
    const i = this.position;
    if (!all || !all.counts[i] || !isNumber(all.low[i]) || !isNumber(all.high[i])) return null;
    const marks = Object.keys(all.marks || {})
      .map((key) => ({ key, value: all.marks[key][i] }))
      .filter((mark) => isNumber(mark.value));
    return { low: all.low[i], high: all.high[i], counts: all.counts[i], quantity: all.quantity, marks };
  }

  /** {points: [[step, value]], quantity}, or null when there are not two points. */
  curve() {
    const all = this.layer.data.curves;
    const values = (all && all.values[this.position]) || [];
    const steps = (all && all.steps[this.position]) || [];
    const points = values.map((value, k) => [steps[k], value]).filter((p) => p.every(isNumber));
    return points.length < 2 ? null : { points, quantity: all.quantity };
  }
}

/** One layer of the gallery. Its data come when they are asked for. */
class Layer {
  constructor(entry) {
    this.index = entry.index;
    this.title = entry.title;
    this.size = entry.units;
    this.file = entry.file;
    this.places = entry.places;
    this.data = null;
    this.units = [];
    this.sorted = new Map();
  }

  fill(data) {
    this.data = Object.assign({ units: [], statistics: {}, views: {} }, data);
    this.units = this.data.units.map((_, position) => new Unit(this, position));
    this.byNumber = new Map(this.units.map((unit) => [unit.number, unit]));
  }

  /** The layer's finite values of a statistic, ascending. */
  values(key) {
    if (!this.sorted.has(key)) {
      const list = (this.data.statistics[key] || []).filter(isNumber);
      this.sorted.set(key, Float64Array.from(list).sort());
    }
    return this.sorted.get(key);
  }

  /** How many units have a higher value, plus one; and out of how many. */
  rank(key, value) {
    const all = this.values(key);
    return { place: 1 + all.filter((v) => v > value).length, of: all.length };
  }
}

/** Loads a layer's script once. */
function loadLayer(layer) {
  if (layer.data) return Promise.resolve(layer);
  if (!store.pending.has(layer.index)) {
    store.pending.set(layer.index, {});
    const pending = store.pending.get(layer.index);
    pending.promise = new Promise((resolve, reject) => {
      pending.resolve = resolve;
      const failed = () => {
        store.pending.delete(layer.index);
        reject(new Error(layer.file + " could not be read: it belongs beside this page, in the folder data/."));
      };
      const script = el("script", { src: layer.file, onerror: failed });
      script.addEventListener("load", () => layer.data || failed());
      document.head.append(script);
    });
  }
  return store.pending.get(layer.index).promise;
}

function receiveLayer(data) {
  const layer = store.layers.get(data.index);
  if (!layer) return;
  layer.fill(data);
  const pending = store.pending.get(layer.index);
  if (pending) pending.resolve(layer);
}

const layerList = () => [...store.layers.values()];

const statisticOf = (key) => store.gallery.statistics.find((s) => s.key === key);

const viewOf = (key) => store.gallery.views.find((v) => v.key === key) || { key, label: key };

/** Position of a view among the colours of the methods. */
const colourOf = (key) =>
  "var(--method-" + (1 + Math.max(0, store.gallery.views.findIndex((v) => v.key === key)) % 7) + ")";

const statisticText = (statistic, value) =>
  withUnit(decimals(value, statistic.digits), isNumber(value) ? statistic.unit : "");
