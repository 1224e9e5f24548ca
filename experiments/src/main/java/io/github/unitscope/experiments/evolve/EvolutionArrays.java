package io.github.unitscope.experiments.evolve;

import io.github.unitscope.experiments.output.ArrayTable;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.visualize.maximize.Maximum;
import java.util.List;
import java.util.Map;

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
    ClassImages images = evolution.images();
    ImageShape input = images.shape();
    Map<String, NpyArray> arrays =
        new ArrayTable<>(images.images())
            .put("steps", evolution.steps())
            .rows("images", image -> image, input.height(), input.width())
            .put("labels", images.labels())
            .put("testIndices", images.indices())
            .arrays();
    evolution.convolutions().forEach(layer -> arrays.putAll(ofLayer(evolution, layer)));
    if (!evolution.maxima().isEmpty()) {
      arrays.putAll(ofMaxima(evolution));
    }
    return arrays;
  }

  private static Map<String, NpyArray> ofLayer(Evolution evolution, Layer layer) {
    List<LayerFrame> frames = evolution.frames(layer);
    ImageShape shape = layer.shape();
    ImageShape input = evolution.images().shape();
    int channels = shape.channels();
    return new ArrayTable<>(layer.name() + ".", frames, frames.size())
        .rows(
            "activations",
            frame -> NpyArray.ofRows(frame.activations()).floats(),
            evolution.images().count(),
            channels,
            shape.height(),
            shape.width())
        .intRows("strongestImage", LayerFrame::strongestImage)
        .intRows("strongestUnit", LayerFrame::strongestUnit)
        .rows(
            "projections",
            frame -> NpyArray.ofRows(frame.projections()).floats(),
            channels,
            input.height(),
            input.width())
        .arrays();
  }

  private static Map<String, NpyArray> ofMaxima(Evolution evolution) {
    List<Maximum> all = evolution.maxima().stream().flatMap(List::stream).toList();
    ImageShape input = evolution.images().shape();
    List<Integer> units = evolution.settings().units();
    return new ArrayTable<>("", all, evolution.maxima().size(), units.size())
        .put("maximizedSteps", evolution.maximizedSteps())
        .put("units", units)
        .rows("maximized", Maximum::image, input.height(), input.width())
        .doubles("values", Maximum::value)
        .arrays();
  }
}
