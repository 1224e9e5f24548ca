/* Images: tiles of sprite sheets, drawn on canvases. Drawing a tile never takes in its neighbours,
   which a scaled background would at its edges. */

const sheets = new Map();

/** A sheet's picture; read once. */
function sheetPicture(file) {
  if (!sheets.has(file)) {
    const picture = new Image();
    picture.src = file;
    sheets.set(file, picture.decode().then(() => picture));
  }
  return sheets.get(file);
}

/** Where a tile is: its file and its corner in pixels. */
function tilePlace(sheet, tile) {
  const file = sheet.files[Math.floor(tile / sheet.tilesPerFile)];
  const position = tile % sheet.tilesPerFile;
  return {
    file,
    x: (position % sheet.columns) * sheet.tileWidth,
    y: Math.floor(position / sheet.columns) * sheet.tileHeight,
  };
}

/**
 * The size on the page of a tile within a square box. A pixelated tile takes a whole number of
 * device pixels for each of its own, so that all are equally large.
 */
function tileSize(sheet, box) {
  const ratio = window.devicePixelRatio || 1;
  const scale = box / Math.max(sheet.tileWidth, sheet.tileHeight);
  const device = scale * ratio;
  const even = sheet.pixelated && device >= 1 ? Math.floor(device + 1e-6) / ratio : scale;
  return { width: sheet.tileWidth * even, height: sheet.tileHeight * even };
}

const GAP = 1; // CSS pixels between the tiles of a strip

/**
 * A canvas with images side by side, in so many columns; it is drawn when its sheets are read.
 * The promise of the drawing stands in drawings.
 */
function tiles(images, box, columns, label) {
  const sheet = images[0].sheet;
  const size = tileSize(sheet, box);
  const rows = Math.ceil(images.length / columns);
  const across = Math.min(columns, images.length);
  const canvas = el("canvas", { role: "img", "aria-label": label, class: sheet.pixelated ? "pixelated" : null });
  const ratio = window.devicePixelRatio || 1;
  // One pixelated tile is drawn with its own pixels and enlarged by the browser: few bytes a card.
  const single = images.length === 1;
  const inside = single && sheet.pixelated ? 1 : (size.width * ratio) / sheet.tileWidth;
  const step = single ? 0 : Math.max(1, Math.round(GAP * ratio));
  const width = Math.max(1, Math.round(sheet.tileWidth * inside));
  const height = Math.max(1, Math.round(sheet.tileHeight * inside));
  canvas.width = across * width + (across - 1) * step;
  canvas.height = rows * height + (rows - 1) * step;
  const shrink = single && sheet.pixelated ? size.width / sheet.tileWidth : 1 / ratio;
  canvas.style.width = canvas.width * shrink + "px";
  canvas.style.height = canvas.height * shrink + "px";
  drawings.add(draw(canvas, images, { columns, width, height, step }));
  return canvas;
}

/** Drawings under way; the page is ready when there is none. */
const drawings = {
  open: new Set(),
  add(promise) {
    this.open.add(promise);
    promise.finally(() => this.open.delete(promise));
  },
  async done() {
    while (this.open.size > 0) await Promise.all(this.open);
  },
};

async function draw(canvas, images, grid) {
  const context = canvas.getContext("2d");
  context.imageSmoothingEnabled = !images[0].sheet.pixelated;
  context.imageSmoothingQuality = "high";
  await Promise.all(images.map((image, i) => drawTile(canvas, context, image, i, grid)));
}

async function drawTile(canvas, context, image, i, grid) {
  const { sheet, tile } = image;
  const place = tilePlace(sheet, tile);
  try {
    const picture = await sheetPicture(place.file);
    const x = (i % grid.columns) * (grid.width + grid.step);
    const y = Math.floor(i / grid.columns) * (grid.height + grid.step);
    context.drawImage(picture, place.x, place.y, sheet.tileWidth, sheet.tileHeight, x, y, grid.width, grid.height);
  } catch (unreadable) {
    canvas.classList.add("missing");
    canvas.title = (place.file || "the sheet of tile " + tile) + " could not be read";
  }
}

/** "activation maximization of layer 2, unit 37: 4.21", or with several images their number and range. */
function imagesLabel(unit, key, images) {
  const values = images.map((image) => image.value).filter(isNumber);
  const what = viewOf(key).label + " of " + unit.name;
  if (images.length === 1) return what + (values.length ? ": value " + brief(values[0]) : "");
  const range = values.length
    ? ", values from " + brief(Math.min(...values)) + " to " + brief(Math.max(...values))
    : "";
  return what + ": " + plural(images.length, "image") + range;
}

/** The label of one image among several. */
function imageLabel(unit, key, image, i, of) {
  const parts = [viewOf(key).label + " of " + unit.name + (of > 1 ? ", " + (i + 1) + " of " + of : "")];
  if (isNumber(image.value)) parts.push("value " + brief(image.value));
  if (isNumber(image.image)) parts.push("image " + image.image + " of the data");
  if (image.label !== null) parts.push("class " + image.label);
  if (image.caption !== null) parts.push(String(image.caption));
  return parts.join(": ").replace(/: (?=(image|class) )/g, ", ");
}
