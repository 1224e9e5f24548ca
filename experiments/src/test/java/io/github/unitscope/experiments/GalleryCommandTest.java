package io.github.unitscope.experiments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.MustBeClosed;
import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.datasets.catalog.DataDirectory;
import io.github.unitscope.datasets.catalog.DatasetCatalog;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.model.Models;
import io.github.unitscope.network.storage.NpzReader;
import io.github.unitscope.visualize.select.UnitResponses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GalleryCommandTest {
  private static final int IMAGES = 150;
  private static final int RESTARTS = 4;
  private static final List<Object> CHAINS =
      List.of("--chains", 4, "--burn-in", 5, "--samples", 4, "--thinning", 2);

  @TempDir static Path folder;

  @BeforeAll
  static void makeGalleries() {
    CommandLine.succeed("train", "dbn", "--layers", "18,16", "--epochs", 1, "--out", model("dbn"));
    CommandLine.succeed("train", "sdae", "--layers", "18", "--epochs", 1, "--out", model("sdae"));
    CommandLine.succeed(
        "train", "convnet", "--steps", 3, "--batch", 32, "--test-every", 3, "--out", model("conv"));
    make("dbn", "dbn", CHAINS);
    make("sdae", "sdae", List.of());
    make("conv", "conv", List.of("--layer", "conv1,conv3", "--units", "0,2-3", "--steps", 20));
  }

  private static Path model(String name) {
    return folder.resolve("model-" + name);
  }

  private static GalleryFiles gallery(String name) {
    return new GalleryFiles(folder.resolve("gallery-" + name));
  }

  private static void make(String model, String name, List<Object> more) {
    List<Object> all = new ArrayList<>(List.of("gallery", "--model", model(model)));
    all.addAll(List.of("--restarts", RESTARTS, "--images", IMAGES, "--examples", 5));
    all.addAll(more);
    all.addAll(List.of("--out", gallery(name).folder()));
    CommandLine.succeed(all.toArray());
  }

  @MustBeClosed
  private static NpzReader results(Path run) {
    return NpzReader.open(run.resolve("results.npz"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dbn", "sdae", "conv"})
  void everyTileLiesInItsSheetAndEveryListHasAnEntryForEachUnit(String name) throws IOException {
    GalleryFiles gallery = gallery(name);
    JsonNode index = gallery.index();
    assertTrue(index.get("layers").size() >= 1);
    for (JsonNode entry : index.get("layers")) {
      JsonNode layer = gallery.layer(entry.get("index").asInt());
      int units = entry.get("units").asInt();
      assertEquals(units, layer.get("units").size());
      layer.get("statistics").forEach(values -> assertEquals(units, values.size()));
      for (JsonNode view : layer.get("views")) {
        for (int unit = 0; unit < units; unit++) {
          int pictures = GalleryFiles.pictures(view, unit);
          assertTrue(pictures >= 1);
          if (view.has("values")) {
            assertEquals(pictures, view.get("values").get(unit).size());
          }
          gallery.pixels(view.get("sheet"), GalleryFiles.tile(view, unit, pictures - 1));
        }
      }
      JsonNode histograms = layer.get("histograms");
      for (int unit = 0; unit < units; unit++) {
        int sum = 0;
        for (JsonNode count : histograms.get("counts").get(unit)) {
          sum += count.asInt();
        }
        assertEquals(IMAGES, sum);
        JsonNode curve = layer.get("curves").get("values").get(unit);
        double best = layer.at("/statistics/bestValue/" + unit).asDouble();
        assertEquals(best, curve.get(curve.size() - 1).asDouble(), 1e-4 * Math.abs(best));
      }
    }
  }

  @Test
  void viewsAreThoseThatTheModelHas() throws IOException {
    assertEquals(
        List.of(
            "maximized", "sampleMean", "filter", "restarts", "samples", "top", "bottom", "range"),
        views(gallery("dbn").layer(1)));
    assertEquals(
        List.of(
            "maximized",
            "sampleMean",
            "combination",
            "restarts",
            "samples",
            "top",
            "bottom",
            "range"),
        views(gallery("dbn").layer(2)));
    assertEquals(
        List.of("maximized", "filter", "restarts", "top", "bottom", "range"),
        views(gallery("sdae").layer(1)));
    JsonNode layers = gallery("conv").index().get("layers");
    int first = layers.get(0).get("index").asInt();
    assertEquals(
        List.of("maximized", "filter", "restarts", "top", "bottom", "range"),
        views(gallery("conv").layer(first)));
    assertTrue(layers.get(0).get("places").asInt() > 1);
    int second = layers.get(1).get("index").asInt();
    assertFalse(gallery("conv").layer(second).get("views").has("filter"));
  }

  /** In the order of the index. */
  private static List<String> views(JsonNode layer) {
    List<String> order =
        List.of(
            "maximized",
            "sampleMean",
            "combination",
            "filter",
            "restarts",
            "samples",
            "top",
            "bottom",
            "range");
    List<String> found = new ArrayList<>();
    layer.get("views").fieldNames().forEachRemaining(found::add);
    return order.stream().filter(found::contains).toList();
  }

  @Test
  void tilesAreTheImagesThatTheMethodsGive() throws IOException {
    Path maximize = folder.resolve("maximize");
    CommandLine.succeed(
        arguments(maximize, List.of("maximize", "--layer", 2, "--restarts", RESTARTS)));
    Path sample = folder.resolve("sample");
    List<Object> sampling = new ArrayList<>(List.of("sample", "--layer", 2));
    sampling.addAll(CHAINS);
    CommandLine.succeed(arguments(sample, sampling));
    Path combine = folder.resolve("combine");
    CommandLine.succeed(arguments(combine, List.of("combine", "--layer", 2)));
    GalleryFiles gallery = gallery("dbn");
    JsonNode views = gallery.layer(2).get("views");
    try (NpzReader maximized = results(maximize);
        NpzReader sampled = results(sample);
        NpzReader combined = results(combine)) {
      float[][] images = rows(maximized.get("images").floats());
      double[] values = maximized.get("values").doubles();
      float[][] means = rows(sampled.get("mean").floats());
      float[][] samples = rows(sampled.get("samples").floats());
      float[][] combinations = rows(combined.get("images").floats());
      for (int unit = 0; unit < 16; unit++) {
        int first = unit * RESTARTS;
        Integer[] order = IntStream.range(first, first + RESTARTS).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (a, b) -> Double.compare(values[b], values[a]));
        assertTile(signed(images[order[0]], 0.995), gallery, views.get("maximized"), unit, 0);
        for (int i = 0; i < RESTARTS; i++) {
          assertTile(signed(images[order[i]], 0.995), gallery, views.get("restarts"), unit, i);
        }
        assertTile(grey(means[unit]), gallery, views.get("sampleMean"), unit, 0);
        // The last of the four samples of the third of four chains.
        assertTile(grey(samples[unit * 16 + 2 * 4 + 3]), gallery, views.get("samples"), unit, 2);
        assertTile(signed(combinations[unit], 1), gallery, views.get("combination"), unit, 0);
      }
    }
  }

  private static Object[] arguments(Path out, List<Object> command) {
    List<Object> all = new ArrayList<>(command);
    all.addAll(List.of("--model", model("dbn"), "--units", "all", "--out", out));
    return all.toArray();
  }

  private static float[][] rows(float[] values) {
    float[][] rows = new float[values.length / 784][];
    Arrays.setAll(rows, i -> Arrays.copyOfRange(values, i * 784, (i + 1) * 784));
    return rows;
  }

  private static int[] signed(float[] image, double quantile) {
    float[] absolute = new float[image.length];
    for (int i = 0; i < image.length; i++) {
      absolute[i] = Math.abs(image[i]);
    }
    Arrays.sort(absolute);
    double limit = absolute[(int) Math.ceil(quantile * absolute.length) - 1];
    int[] shades = new int[image.length];
    for (int i = 0; i < shades.length; i++) {
      double share = Math.max(-1, Math.min(1, image[i] / limit));
      shades[i] = 128 + (int) Math.round(127 * share);
    }
    return shades;
  }

  private static int[] grey(float[] image) {
    int[] shades = new int[image.length];
    for (int i = 0; i < shades.length; i++) {
      shades[i] = (int) Math.round(255.0 * image[i]);
    }
    return shades;
  }

  private static void assertTile(
      int[] expected, GalleryFiles gallery, JsonNode view, int unit, int picture)
      throws IOException {
    int tile = GalleryFiles.tile(view, unit, picture);
    assertArrayEquals(expected, gallery.shades(view.get("sheet"), tile));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dbn", "sdae", "conv"})
  void examplesAreTheTopAndBottomOfAllImages(String name) throws IOException {
    Network network = Models.read(model(name)).network();
    ImageSet digits = new DatasetCatalog(DataDirectory.of(null)).load("synthetic").train();
    float[][] images = new float[IMAGES][digits.shape().size()];
    for (int i = 0; i < IMAGES; i++) {
      digits.read(i, images[i]);
    }
    GalleryFiles gallery = gallery(name);
    JsonNode last = gallery.index().get("layers").get(gallery.index().get("layers").size() - 1);
    JsonNode layer = gallery.layer(last.get("index").asInt());
    for (int unit = 0; unit < layer.get("units").size(); unit++) {
      int[] numbers = new int[IMAGES];
      Arrays.fill(numbers, layer.get("units").get(unit).asInt());
      UnitResponses responses =
          UnitResponses.of(network, images, layer.get("index").asInt(), numbers);
      double[] values = responses.preactivations();
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      double slack = 1e-4 * Math.max(Math.abs(sorted[0]), Math.abs(sorted[IMAGES - 1]));
      for (int i = 0; i < 5; i++) {
        String place = String.format(Locale.ROOT, "/%d/%d", unit, i);
        JsonNode top = layer.at("/views/top");
        assertEquals(sorted[IMAGES - 1 - i], top.at("/values" + place).asDouble(), slack);
        int image = top.at("/images" + place).asInt();
        assertEquals(values[image], top.at("/values" + place).asDouble(), slack);
        assertEquals(digits.label(image), top.at("/labels" + place).asInt());
        int tile = GalleryFiles.tile(top, unit, i);
        assertArrayEquals(grey(images[image]), gallery.shades(top.get("sheet"), tile));
        assertEquals(sorted[i], layer.at("/views/bottom/values" + place).asDouble(), slack);
      }
      double mean = Arrays.stream(responses.activations()).average().orElseThrow();
      assertEquals(mean, layer.at("/statistics/dataMean/" + unit).asDouble(), 1e-4);
      if (!name.equals("conv")) {
        double on = Arrays.stream(values).filter(value -> value > 0).count() / (double) IMAGES;
        assertEquals(on, layer.at("/statistics/sparsity/" + unit).asDouble(), 1e-4);
      }
      double greatest = Arrays.stream(responses.activations()).max().orElseThrow();
      assertEquals(greatest, layer.at("/histograms/high/" + unit).asDouble(), 1e-4);
    }
  }

  /** As diagnose says it. */
  @Test
  void sparsityOfAChannelIsAShareOfPlaces() throws IOException {
    Path diagnose = folder.resolve("diagnose");
    CommandLine.succeed(
        "diagnose", "--model", model("conv"), "--images", IMAGES, "--out", diagnose);
    JsonNode layer = gallery("conv").layer(1);
    try (NpzReader npz = results(diagnose)) {
      double[] on = npz.get("layer1.onShare").doubles();
      for (int i = 0; i < 3; i++) {
        int channel = layer.get("units").get(i).asInt();
        assertEquals(on[channel], layer.at("/statistics/sparsity/" + i).asDouble(), 1e-4);
      }
    }
  }

  @Test
  void unimodalityIsThatOfItsCommand() throws IOException {
    Path study = folder.resolve("study");
    CommandLine.succeed(
        arguments(study, List.of("unimodality", "--restarts", RESTARTS, "--null", "none")));
    try (NpzReader theirs = results(study);
        NpzReader ours = results(gallery("dbn").folder())) {
      for (int layer = 1; layer <= 2; layer++) {
        String prefix = String.format(Locale.ROOT, "trained.layer%d.", layer);
        int[] optima = theirs.get(prefix + "optima").ints();
        double[] cosines = theirs.get(prefix + "cosinesToBest").doubles();
        double[] found = ours.get(String.format(Locale.ROOT, "layer%d.optima", layer)).doubles();
        double[] median =
            ours.get(String.format(Locale.ROOT, "layer%d.restartCosine", layer)).doubles();
        double[] share = theirs.get(prefix + "largestShare").doubles();
        for (int unit = 0; unit < optima.length; unit++) {
          assertEquals(optima[unit], found[unit]);
          assertEquals(cosines[4 * unit + 3], median[unit]);
        }
        assertArrayEquals(
            share, ours.get(String.format(Locale.ROOT, "layer%d.largestShare", layer)).doubles());
      }
    }
  }

  @Test
  void sameBytesForAnyNumberOfThreads() throws IOException {
    List<Object> more = new ArrayList<>(CHAINS);
    more.addAll(List.of("--units", "0-4", "--threads", 1));
    make("dbn", "one-thread", more);
    more.set(more.size() - 1, 3);
    make("dbn", "three-threads", more);
    Map<String, byte[]> one = gallery("one-thread").contents();
    Map<String, byte[]> three = gallery("three-threads").contents();
    assertEquals(one.keySet(), three.keySet());
    one.forEach((name, bytes) -> assertArrayEquals(bytes, three.get(name), name));
  }

  /** A model may come from a stranger. */
  @Test
  void textsOfAModelCannotBreakOutOfThePage() throws IOException {
    Path strange = folder.resolve("model-<b>&\"'");
    Files.createDirectories(strange);
    for (String file : List.of("model.json", "weights.npz")) {
      Files.copy(model("sdae").resolve(file), strange.resolve(file));
    }
    String evil = "</script><script>alert(1)</script><!--";
    Path description = strange.resolve("model.json");
    String text = Files.readString(description);
    String changed = text.replace("\"synthetic\"", "\"" + evil + "\"");
    assertFalse(changed.equals(text));
    Files.writeString(description, changed);
    make("<b>&\"'", "strange", List.of("--units", 0, "--data", "synthetic"));
    GalleryFiles gallery = gallery("strange");
    assertEquals(evil, gallery.index().at("/model/data").asText());
    assertEquals(strange.getFileName().toString(), gallery.index().at("/model/name").asText());
    assertFalse(Files.readString(gallery.folder().resolve("data/gallery.js")).contains("<"));
    String page = Files.readString(gallery.folder().resolve("index.html"));
    assertTrue(page.contains("<title>model-&lt;b&gt;&amp;&quot;&#39;"));
    assertFalse(page.contains("/*CSS*/") || page.contains("/*JS*/") || page.contains("/*TITLE*/"));
  }

  @Test
  void whatCannotBeShownIsSaidInOneLine() {
    CommandLine one =
        CommandLine.run("gallery", "--model", model("dbn"), "--tile", 4, "--out", folder);
    assertEquals(Unitscope.WRONG_USAGE, one.code());
    assertTrue(one.err().contains("16 to 512"), one.err());
    CommandLine many = CommandLine.run("gallery", "--model", model("conv"));
    assertEquals(Unitscope.WRONG_USAGE, many.code());
    assertTrue(many.err().contains("--layer"), many.err());
  }
}
