/* Charts, as SVG: a unit's histogram, its ascent curve, and how a statistic is distributed. */

const logCounts = () => remembered.get("counts") !== "linear";

const barHeight = (n, most) =>
  most === 0 ? 0 : logCounts() ? Math.log1p(n) / Math.log1p(most) : n / most;

/**
 * The range of a histogram's axis. Marks beyond the data widen it by at most the data's own width at
 * each side; marks farther away stand at the edge, with an arrow.
 */
function histogramRange(histogram) {
  const width = histogram.high - histogram.low || Math.abs(histogram.high) || 1;
  const values = histogram.marks.map((mark) => mark.value);
  const low = Math.max(Math.min(histogram.low, ...values), histogram.low - width);
  const high = Math.min(Math.max(histogram.high, ...values), histogram.high + width);
  return high > low ? { low, high } : { low: low - width / 2, high: high + width / 2 };
}

/** The bars of a histogram as one path, within width × height. */
function barsPath(histogram, x, height) {
  const most = Math.max(...histogram.counts);
  const bins = histogram.counts.length;
  const thin = histogram.high === histogram.low;
  const edge = (i) => x(histogram.low + ((histogram.high - histogram.low) * i) / bins) + (thin ? (i / bins) * 3 : 0);
  return histogram.counts
    .map((n, i) => {
      if (n === 0) return "";
      const tall = Math.max(1, height * barHeight(n, most));
      const left = edge(i);
      return "M" + left.toFixed(1) + " " + height + "v" + (-tall).toFixed(1) + "h" +
        Math.max(0.8, edge(i + 1) - left - 0.4).toFixed(1) + "v" + tall.toFixed(1) + "z";
    })
    .join("");
}

function histogramLabel(unit, histogram) {
  const total = histogram.counts.reduce((a, b) => a + b, 0);
  const most = Math.max(...histogram.counts);
  const bin = histogram.counts.indexOf(most);
  const edge = (i) => brief(histogram.low + ((histogram.high - histogram.low) * i) / histogram.counts.length);
  const marks = histogram.marks.map((mark) => viewOf(mark.key).label + " at " + brief(mark.value));
  return (
    "Histogram of the " + histogram.quantity + " of " + unit.name + " on " + plural(total, "image") +
    ", from " + brief(histogram.low) + " to " + brief(histogram.high) +
    (total ? "; the fullest bin, " + edge(bin) + " to " + edge(bin + 1) + ", holds " + count(most) : "") +
    (marks.length ? "; " + marks.join(", ") : "")
  );
}

/** A small histogram with the methods' marks, for a card. */
function smallHistogram(unit, histogram, width, height) {
  const range = histogramRange(histogram);
  const inner = width - 4;
  const x = (v) => 2 + (inner * (v - range.low)) / (range.high - range.low);
  const floor = height - 6;
  return svg(
    "svg",
    { class: "chart small", role: "img", "aria-label": histogramLabel(unit, histogram), viewBox: "0 0 " + width + " " + height, width, height },
    svg("path", { class: "bars", d: barsPath(histogram, x, floor) }),
    svg("path", { class: "axis", d: "M0 " + (floor + 0.5) + "H" + width }),
    histogram.marks.map((mark) => {
      const at = x(Math.min(range.high, Math.max(range.low, mark.value)));
      return svg("path", {
        class: "mark",
        style: "fill:" + colourOf(mark.key),
        d: "M" + at.toFixed(1) + " " + (floor + 0.5) + "l-3 5.5h6z",
      });
    }),
  );
}

/** Round numbers from low to high, about so many. */
function ticks(low, high, about) {
  const rough = (high - low) / about;
  const power = Math.pow(10, Math.floor(Math.log10(rough)));
  const step = [1, 2, 5, 10].map((m) => m * power).find((s) => s >= rough) || power;
  const list = [];
  for (let k = Math.ceil(low / step - 1e-9); k * step <= high + step * 1e-9; k++) list.push(k * step);
  return list.map((v) => (Math.abs(v) < step / 1e6 ? 0 : v));
}

const tickText = (v) => {
  const text = Math.abs(v) >= 1e5 || (v !== 0 && Math.abs(v) < 1e-3) ? v.toExponential(0) : String(Number(v.toPrecision(4)));
  return text.replace("-", "−").replace("e+", "e");
};

/** Axes around a plot of the given box {left, top, width, height}. */
function axes(box, xTicks, x, yTicks, y, xTitle, yTitle) {
  const bottom = box.top + box.height;
  return svg(
    "g",
    { class: "axes", "aria-hidden": "true" },
    yTicks.map(([v, text]) => [
      svg("path", { class: "grid", d: "M" + box.left + " " + y(v).toFixed(1) + "h" + box.width }),
      svg("text", { x: box.left - 5, y: y(v) + 3.5, "text-anchor": "end" }, text),
    ]),
    xTicks.map((v) => [
      svg("path", { class: "axis", d: "M" + x(v).toFixed(1) + " " + bottom + "v4" }),
      svg("text", { x: x(v), y: bottom + 15, "text-anchor": "middle" }, tickText(v)),
    ]),
    svg("path", { class: "axis", d: "M" + box.left + " " + bottom + "h" + box.width }),
    svg("text", { class: "axis-title", x: box.left + box.width, y: bottom + 29, "text-anchor": "end" }, xTitle),
    svg("text", { class: "axis-title", x: 0, y: 9 }, yTitle),
  );
}

const CHART = { width: 380, height: 190 };

const chartBox = (top) => ({ left: 46, top, width: CHART.width - 56, height: CHART.height - top - 36 });

/** The large histogram, with axes and marks. */
function largeHistogram(unit, histogram) {
  const box = chartBox(18);
  const range = histogramRange(histogram);
  const most = Math.max(...histogram.counts, 0);
  const x = (v) => box.left + (box.width * (v - range.low)) / (range.high - range.low);
  const y = (n) => box.top + box.height * (1 - barHeight(n, most));
  return svg(
    "svg",
    { class: "chart", role: "img", "aria-label": histogramLabel(unit, histogram), viewBox: "0 0 " + CHART.width + " " + CHART.height },
    axes(box, ticks(range.low, range.high, 6), x, countTicks(most), y, histogram.quantity, "images" + (logCounts() ? " (log)" : "")),
    svg("path", { class: "bars", transform: "translate(0 " + box.top + ")", d: barsPath(histogram, x, box.height) }),
    histogram.marks.map((mark) => markLine(mark, range, x, box)),
  );
}

function countTicks(most) {
  if (most === 0) return [[0, "0"]];
  if (!logCounts()) return ticks(0, most, 4).map((n) => [n, count(n)]);
  const powers = [];
  for (let n = 1; n <= most; n *= 10) powers.push([n, count(n)]);
  return [[0, "0"], ...powers];
}

function markLine(mark, range, x, box) {
  const beyond = Math.sign((mark.value > range.high) - (mark.value < range.low));
  const at = x(Math.min(range.high, Math.max(range.low, mark.value))).toFixed(1);
  const arrow = beyond === 0 ? "l-4 -7h8z" : "m0 -7l" + 8 * beyond + " 3.5l" + -8 * beyond + " 3.5z";
  return svg(
    "g",
    { style: "--method:" + colourOf(mark.key) },
    svg("path", { class: "mark-line", d: "M" + at + " " + box.top + "v" + box.height }),
    svg("path", { class: "mark-head", d: "M" + at + " " + box.top + arrow }),
  );
}

function curveLabel(unit, curve) {
  const [first, last] = [curve.points[0], curve.points[curve.points.length - 1]];
  return (
    "Ascent of the best restart of " + unit.name + ": " + curve.quantity + " from " + brief(first[1]) +
    " at step " + first[0] + " to " + brief(last[1]) + " at step " + last[0]
  );
}

/** The ascent of the best restart: value against step. */
function largeCurve(unit, curve) {
  const box = chartBox(18);
  const values = curve.points.map((p) => p[1]);
  const steps = curve.points.map((p) => p[0]);
  const [low, high] = spread(Math.min(...values), Math.max(...values));
  const [from, to] = spread(Math.min(...steps), Math.max(...steps));
  const x = (s) => box.left + (box.width * (s - from)) / (to - from);
  const y = (v) => box.top + box.height * (1 - (v - low) / (high - low));
  const path = curve.points.map(([s, v], i) => (i ? "L" : "M") + x(s).toFixed(1) + " " + y(v).toFixed(1)).join("");
  return svg(
    "svg",
    { class: "chart", role: "img", "aria-label": curveLabel(unit, curve), viewBox: "0 0 " + CHART.width + " " + CHART.height },
    axes(box, ticks(from, to, 6).filter(Number.isInteger), x, ticks(low, high, 4).map((v) => [v, tickText(v)]), y, "step", curve.quantity),
    svg("path", { class: "curve", d: path }),
    curve.points.map(([s, v]) => svg("circle", { class: "dot", cx: x(s).toFixed(1), cy: y(v).toFixed(1), r: 1.6 })),
  );
}

const spread = (low, high) => (high > low ? [low, high] : [low - 0.5, high + 0.5]);

/** How the values of a statistic are distributed: {low, high, counts} in equally wide bins. */
function distribution(values, bins) {
  const low = values.reduce((a, b) => Math.min(a, b), Infinity);
  const high = values.reduce((a, b) => Math.max(a, b), -Infinity);
  const counts = new Array(bins).fill(0);
  for (const v of values) {
    counts[high === low ? 0 : Math.min(bins - 1, Math.floor((bins * (v - low)) / (high - low)))]++;
  }
  return { low, high, counts };
}

/** Bars of a distribution; those within [from, to] are emphasized. Decoration: the numbers stand beside it. */
function distributionChart(shape, width, height, inside) {
  const most = Math.max(...shape.counts, 1);
  const bins = shape.counts.length;
  const wide = width / bins;
  return svg(
    "svg",
    { class: "chart tiny", "aria-hidden": "true", viewBox: "0 0 " + width + " " + height, width, height },
    shape.counts.map((n, i) => {
      const middle = shape.low + ((shape.high - shape.low) * (i + 0.5)) / bins;
      const tall = n === 0 ? 0 : Math.max(1, (height - 2) * Math.sqrt(n / most));
      return svg("rect", {
        class: inside(middle) ? "in" : "out",
        x: (i * wide).toFixed(2),
        y: (height - 1 - tall).toFixed(2),
        width: (wide - 0.5).toFixed(2),
        height: tall.toFixed(2),
      });
    }),
    svg("path", { class: "axis", d: "M0 " + (height - 0.5) + "H" + width }),
  );
}
