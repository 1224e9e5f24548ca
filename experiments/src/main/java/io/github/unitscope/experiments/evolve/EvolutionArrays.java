package io.github.unitscope.experiments.evolve;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.visualize.maximize.Maximum;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The arrays of {@code results.npz}. F is the number of frames, M of maximizations, D of followed
 * images, C of channels, U of maximized units.
 */
public final class EvolutionArrays {
  private EvolutionArrays() {}

  /**
   * steps [F], images [D, height, width], labels and testIndices [D]; of every convolution, with
   * its name and a point before: activations [F, D, C, height, width], strongestImage and
   * strongestUnit [F, C] int32, projections [F, C, height, width] of the input; maximizedSteps [M],
   * units [U], maximized [M, U, height, width], values [M, U] float64.
   */
  public static Map<String, NpyArray> of(Evolution evolution) {
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    ClassImages images = evolution.images();
    ImageShape input = images.shape();
    arrays.put("steps", ints(evolution.steps(), evolution.steps().length));
    arrays.put(
        "images", floats(images.images().stream(), images.count(), input.height(), input.width()));
    arrays.put("labels", ints(ints(images.labels()), images.count()));
    arrays.put("testIndices", ints(ints(images.indices()), images.count()));
    for (Layer layer : evolution.convolutions()) {
      addLayer(evolution, layer, arrays);
    }
    if (!evolution.maxima().isEmpty()) {
      addMaxima(evolution, arrays);
    }
    return arrays;
  }

  private static void addLayer(Evolution evolution, Layer layer, Map<String, NpyArray> arrays) {
    List<LayerFrame> frames = evolution.frames(layer);
    ImageShape shape = layer.shape();
    ImageShape input = evolution.images().shape();
    int channels = shape.channels();
    String prefix = layer.name() + ".";
    arrays.put(
        prefix + "activations",
        floats(
            frames.stream().flatMap(frame -> Stream.of(frame.activations())),
            frames.size(),
            evolution.images().count(),
            channels,
            shape.height(),
            shape.width()));
    arrays.put(
        prefix + "strongestImage",
        ints(
            frames.stream().flatMapToInt(frame -> Arrays.stream(frame.strongestImage())).toArray(),
            frames.size(),
            channels));
    arrays.put(
        prefix + "strongestUnit",
        ints(
            frames.stream().flatMapToInt(frame -> Arrays.stream(frame.strongestUnit())).toArray(),
            frames.size(),
            channels));
    arrays.put(
        prefix + "projections",
        floats(
            frames.stream().flatMap(frame -> Stream.of(frame.projections())),
            frames.size(),
            channels,
            input.height(),
            input.width()));
  }

  private static void addMaxima(Evolution evolution, Map<String, NpyArray> arrays) {
    List<Maximum> all = evolution.maxima().stream().flatMap(List::stream).toList();
    int frames = evolution.maxima().size();
    int units = evolution.settings().units().size();
    ImageShape input = evolution.images().shape();
    arrays.put("maximizedSteps", ints(evolution.maximizedSteps(), frames));
    arrays.put("units", ints(ints(evolution.settings().units()), units));
    arrays.put(
        "maximized",
        floats(all.stream().map(Maximum::image), frames, units, input.height(), input.width()));
    arrays.put(
        "values", NpyArray.of(all.stream().mapToDouble(Maximum::value).toArray(), frames, units));
  }

  private static int[] ints(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }

  private static NpyArray ints(int[] values, int... shape) {
    return NpyArray.of(values, shape);
  }

  private static NpyArray floats(Stream<float[]> parts, int... shape) {
    int size = 1;
    for (int dimension : shape) {
      size = Math.multiplyExact(size, dimension);
    }
    float[] all = new float[size];
    int from = 0;
    for (float[] part : (Iterable<float[]>) parts::iterator) {
      System.arraycopy(part, 0, all, from, part.length);
      from += part.length;
    }
    return NpyArray.of(all, shape);
  }
}
