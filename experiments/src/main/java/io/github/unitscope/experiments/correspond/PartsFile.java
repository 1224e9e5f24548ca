package io.github.unitscope.experiments.correspond;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.storage.TextFile;
import io.github.unitscope.visualize.occlude.Correspondence.Place;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where parts are in images: lines of {@code image,part,row,column}, with the number of the image
 * and a pixel of it; the first line is a heading.
 *
 * @param images the numbers of the images that all parts are in, in ascending order
 * @param parts for every part its places in these images, in the order of the file
 * @param sha256 of the bytes that this was read from
 */
public record PartsFile(List<Integer> images, Map<String, List<Place>> parts, String sha256) {
  private static final String HEADING = "image,part,row,column";
  private static final int LONGEST_NAME = 200;

  /**
   * Reads a file.
   *
   * @param count how many images there are
   * @param shape of the images
   * @throws InvalidInputException if a line cannot be read, names an image or a pixel that does not
   *     exist, or a part is not in all images
   */
  public static PartsFile read(Path file, int count, ImageShape shape) {
    TextFile text = TextFile.read(file);
    List<String> lines = text.lines();
    if (lines.isEmpty() || !lines.get(0).strip().equals(HEADING)) {
      throw new InvalidInputException(file + " must begin with the line " + HEADING);
    }
    Map<String, TreeMap<Integer, Place>> found = new LinkedHashMap<>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        String where = String.format(Locale.ROOT, "%s, line %d", file, i + 1);
        add(lines.get(i), where, count, shape, found);
      }
    }
    return of(file, found, text.sha256());
  }

  private static void add(
      String line,
      String where,
      int count,
      ImageShape shape,
      Map<String, TreeMap<Integer, Place>> found) {
    String[] fields = line.split(",", -1);
    if (fields.length != 4 || fields[1].isBlank()) {
      throw new InvalidInputException(String.format(Locale.ROOT, "%s: write %s", where, HEADING));
    }
    if (fields[1].length() > LONGEST_NAME) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "%s: the name of the part has %d characters: give it at most %d",
              where,
              fields[1].length(),
              LONGEST_NAME));
    }
    int image = number(fields[0], count, "image", where);
    int row = number(fields[2], shape.height(), "row", where);
    int column = number(fields[3], shape.width(), "column", where);
    TreeMap<Integer, Place> places =
        found.computeIfAbsent(fields[1].strip(), part -> new TreeMap<>());
    if (places.put(image, new Place(row, column)) != null) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT, "%s: part %s is in image %d already", where, fields[1].strip(), image));
    }
  }

  private static int number(String text, int count, String what, String where) {
    if (!text.strip().matches("\\d{1,9}") || Integer.parseInt(text.strip()) >= count) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "%s: the %s must be 0 to %d, not %s",
              where,
              what,
              count - 1,
              text.strip()));
    }
    return Integer.parseInt(text.strip());
  }

  private static PartsFile of(
      Path file, Map<String, TreeMap<Integer, Place>> found, String sha256) {
    List<Integer> images =
        found.values().stream().findFirst().map(p -> List.copyOf(p.keySet())).orElse(List.of());
    if (images.size() < 2) {
      throw new InvalidInputException(file + " needs a part that is in two images or more");
    }
    Map<String, List<Place>> parts = new LinkedHashMap<>();
    found.forEach(
        (part, places) -> {
          if (!List.copyOf(places.keySet()).equals(images)) {
            throw new InvalidInputException(
                String.format(
                    Locale.ROOT,
                    "%s: part %s is in the images %s, but others are in %s: give every part in all",
                    file,
                    part,
                    places.keySet(),
                    images));
          }
          parts.put(part, List.copyOf(places.values()));
        });
    return new PartsFile(images, parts, sha256);
  }
}
