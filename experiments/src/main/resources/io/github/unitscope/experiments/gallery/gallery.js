/* The page as a whole: what happens when, and the keys. */

/** The refresh under way; a later one makes an earlier one stop. */
let refreshed = Promise.resolve();
let turn = 0;

/** Shows what the state says. */
function refresh() {
  refreshed = show(++turn);
  return refreshed;
}

let soon = 0;

/** For changes that come many times a second. */
function refreshSoon() {
  cancelAnimationFrame(soon);
  soon = requestAnimationFrame(refresh);
}

async function show(mine) {
  writeAddress();
  const missing = shownLayers().filter((layer) => !layer.data);
  // Layers that are here are shown within the event, so that the focus can follow.
  if (missing.length > 0) {
    byId("units").setAttribute("aria-busy", "true");
    await Promise.all(missing.map(load));
    if (mine !== turn) return;
    byId("units").removeAttribute("aria-busy");
  }
  if (shownLayers().some((layer) => !layer.data)) return;
  drawControls();
  const selection = selectUnits();
  showCards(selection.units);
  drawCount(selection);
  rememberHeadHeight();
}

async function load(layer) {
  try {
    await loadLayer(layer);
  } catch (error) {
    complain(error.message);
  }
}

function complain(text) {
  byId("problem").textContent = text;
  byId("problem").hidden = false;
}

const headHeight = () => {
  const head = document.querySelector(".head");
  return getComputedStyle(head).position === "sticky" ? head.offsetHeight : 0;
};

/** A card that gets the focus shall not lie below the head. */
function rememberHeadHeight() {
  document.documentElement.style.scrollPaddingTop = headHeight() + 10 + "px";
}

/** Follows the address: at the start, and when somebody changes it. */
async function followAddress() {
  state = readAddress(location.hash);
  const wanted = state.unit;
  const layer = store.layers.get(layerOfUnit(wanted));
  await Promise.all([refresh(), layer ? load(layer) : null]);
  const unit = layer && layer.data && layer.byNumber.get(Number(wanted.split(":")[1]));
  if (unit) {
    openUnit(unit);
  } else {
    state.unit = null;
    closeLarge();
    writeAddress();
  }
}

async function start(gallery) {
  store.gallery = Object.assign({ layers: [], statistics: [], views: [], model: {}, run: {} }, gallery);
  for (const entry of store.gallery.layers) store.layers.set(entry.index, new Layer(entry));
  document.title = gallery.title;
  byId("title").textContent = gallery.title;
  drawFoot();
  bindControls();
  applyTheme(THEMES.includes(remembered.get("theme")) ? remembered.get("theme") : "auto");
  byId("large").addEventListener("close", largeClosed);
  document.addEventListener("keydown", onKey);
  window.addEventListener("hashchange", followAddress);
  window.addEventListener("resize", refreshSoon);
  await followAddress();
  if (layerList().length === 0) complain("This gallery has no layers.");
  await nextFrame();
  await drawings.done();
  // For measurements: when everything in the window was drawn, in milliseconds from the start.
  document.documentElement.dataset.ready = Math.round(performance.now());
}

/** Resolves when the cards in the window have been filled: the observer reports within a frame. */
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));

/** Where the gallery comes from: everything that is needed to make it again. */
function drawFoot() {
  const { model, run } = store.gallery;
  const words = run.arguments || [];
  const command = ["unitscope", ...(words[0] === run.command || !run.command ? words : [run.command, ...words])];
  const line = (name, ...value) =>
    value.some((v) => v !== null && v !== undefined && v !== "") ? el("div", {}, el("dt", {}, name), el("dd", {}, value)) : null;
  const code = (text) => (text === null || text === undefined ? null : el("code", {}, String(text)));
  byId("foot").replaceChildren(
    el(
      "dl",
      {},
      [
        line("model", [model.name, model.kind && "(" + model.kind + (model.layers ? ", " + model.layers : "") + ")"].filter(Boolean).join(" ")),
        line("weights", code(model.sha256)),
        line("trained on", model.data),
        line("run", code(run.identity)),
        line("seed", run.seed === null || run.seed === undefined ? null : String(run.seed)),
        line("unitscope", run.version),
        line("made by", code(command.map(quoted).join(" "))),
        line("manifest", el("a", { href: "manifest.json" }, "manifest.json")),
      ].filter(Boolean),
    ),
  );
}

const typing = (node) => Boolean(node) && (node.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(node.tagName));

const SINGLE_KEYS = {
  "[": () => stepLayer(-1),
  p: () => stepLayer(-1),
  "]": () => stepLayer(1),
  n: () => stepLayer(1),
  "/": () => byId("find").select(),
  s: () => byId("sort").focus(),
  f: () => byId("add-filter").focus(),
  t: nextTheme,
  "?": openHelp,
};

const LARGE_KEYS = {
  j: () => stepUnit(1),
  k: () => stepUnit(-1),
  "[": () => stepLargeLayer(-1),
  p: () => stepLargeLayer(-1),
  "]": () => stepLargeLayer(1),
  n: () => stepLargeLayer(1),
  t: nextTheme,
};

function onKey(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
  if (byId("help").open || typing(event.target)) return;
  if (byId("large").open) return onLargeKey(event);
  if (/^(Arrow|Home$|End$)/.test(event.key)) {
    if (byId("show").contains(event.target)) return;
    moveAmongCards(event.key);
    event.preventDefault();
  } else {
    press(SINGLE_KEYS, event);
  }
}

function onLargeKey(event) {
  if (event.key === "Tab") return keepFocus(event);
  if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
    stepUnit(event.key === "ArrowLeft" ? -1 : 1);
    event.preventDefault();
  } else {
    press(LARGE_KEYS, event);
  }
}

function press(keys, event) {
  if (!Object.hasOwn(keys, event.key) || !byId("single-keys").checked) return;
  keys[event.key]();
  event.preventDefault();
}

/** Tab stays in the large view: after its last stop comes its first. */
function keepFocus(event) {
  const stops = [...byId("large").querySelectorAll("button:not([disabled]), summary, a[href], input")];
  const [first, last] = [stops[0], stops[stops.length - 1]];
  const at = document.activeElement;
  if (event.shiftKey && (at === first || !stops.includes(at))) {
    last.focus();
    event.preventDefault();
  } else if (!event.shiftKey && at === last) {
    first.focus();
    event.preventDefault();
  }
}

/** What the data's scripts call. */
window.unitscope = Object.freeze({ gallery: start, layer: receiveLayer });

window.addEventListener("DOMContentLoaded", () => {
  if (!store.gallery) complain("data/gallery.js could not be read: it belongs beside this page, in the folder data/.");
});
