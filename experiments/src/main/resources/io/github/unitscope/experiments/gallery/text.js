/* Words, numbers and elements. Text from data goes through textContent only. */

const SVG = "http://www.w3.org/2000/svg";

/** An element: attributes by name ("class", "aria-label", "onclick", ...), then children. */
function el(tag, attributes, ...children) {
  return furnish(document.createElement(tag), attributes, children);
}

function svg(tag, attributes, ...children) {
  return furnish(document.createElementNS(SVG, tag), attributes, children);
}

function furnish(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return node;
}

const byId = (id) => document.getElementById(id);

const isNumber = (value) => typeof value === "number" && Number.isFinite(value);

/** A number with so many decimals; very small and very large ones with an exponent; absent: a dash. */
function decimals(value, digits) {
  if (!isNumber(value)) return "–";
  const size = Math.abs(value);
  const tooSmall = size > 0 && size < 0.5 * Math.pow(10, -digits);
  const text = tooSmall || size >= 1e7 ? value.toExponential(1) : value.toFixed(digits);
  return text.replace("-", "−").replace("e−", "e−").replace("e+", "e");
}

/** A number with three or four significant digits, for values whose range is not known. */
function brief(value) {
  if (!isNumber(value)) return "–";
  const size = Math.abs(value);
  if (size >= 1000 || value === 0) return decimals(value, 0);
  const whole = size >= 100 ? 1 : size >= 10 ? 2 : 3;
  return size < 0.001 ? decimals(value, 4) : decimals(value, whole);
}

const count = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, ",");

const plural = (n, one) => count(n) + " " + one + (n === 1 ? "" : "s");

function ordinal(n) {
  const teen = n % 100 > 10 && n % 100 < 14;
  return count(n) + (teen ? "th" : { 1: "st", 2: "nd", 3: "rd" }[n % 10] || "th");
}

const withUnit = (text, unit) => (unit ? text + " " + unit : text);

const sentenceCase = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** An argument as a shell takes it. */
const quoted = (word) =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : "'" + word.replace(/'/g, "'\\''") + "'";

/** Settings that outlive the page; a browser may refuse to keep them. */
const remembered = {
  get(key) {
    try {
      return localStorage.getItem("unitscope." + key);
    } catch (refused) {
      return null;
    }
  },
  set(key, value) {
    try {
      localStorage.setItem("unitscope." + key, value);
    } catch (refused) {
      /* the choice holds for this page only */
    }
  },
};
