package io.github.unitscope.experiments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Reads a gallery as its page does. */
record GalleryFiles(Path folder) {

  JsonNode index() throws IOException {
    return parse("data/gallery.js", "unitscope.gallery(");
  }

  JsonNode layer(int index) throws IOException {
    return parse("data/layer-" + index + ".js", "unitscope.layer(");
  }

  private JsonNode parse(String file, String call) throws IOException {
    String text = Files.readString(folder.resolve(file));
    if (!text.startsWith(call) || !text.endsWith(");\n")) {
      throw new AssertionError(file + " is no call of " + call);
    }
    return new ObjectMapper().readTree(text.substring(call.length(), text.length() - 3));
  }

  /** The tile of a picture of a unit. */
  static int tile(JsonNode view, int unit, int picture) {
    return view.has("tiles")
        ? view.at(String.format(Locale.ROOT, "/tiles/%d/%d", unit, picture)).asInt()
        : unit * view.get("perUnit").asInt() + picture;
  }

  /** How many pictures a unit has. */
  static int pictures(JsonNode view, int unit) {
    return view.has("tiles") ? view.get("tiles").get(unit).size() : view.get("perUnit").asInt();
  }

  /** The pixels of a tile. */
  BufferedImage pixels(JsonNode sheet, int tile) throws IOException {
    int perFile = sheet.get("tilesPerFile").asInt();
    int columns = sheet.get("columns").asInt();
    int width = sheet.get("tileWidth").asInt();
    int height = sheet.get("tileHeight").asInt();
    String file = sheet.get("files").get(tile / perFile).asText();
    int place = tile % perFile;
    // Throws where the tile is not within the file.
    return ImageIO.read(folder.resolve(file).toFile())
        .getSubimage(place % columns * width, place / columns * height, width, height);
  }

  /** The shades of a tile in grey. */
  int[] shades(JsonNode sheet, int tile) throws IOException {
    BufferedImage image = pixels(sheet, tile);
    // Not getRGB, which bends greys.
    return image.getRaster().getSamples(0, 0, image.getWidth(), image.getHeight(), 0, (int[]) null);
  }

  /** All files but the manifest. */
  Map<String, byte[]> contents() throws IOException {
    List<Path> paths = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(Files::isRegularFile).forEach(paths::add);
    }
    Map<String, byte[]> contents = new TreeMap<>();
    for (Path path : paths) {
      String name = path.getFileName().toString();
      if (!name.equals("manifest.json") && !name.equals("times.csv")) {
        contents.put(folder.relativize(path).toString(), Files.readAllBytes(path));
      }
    }
    return contents;
  }
}
