package io.github.unitscope.experiments.gallery;

import java.util.LinkedHashMap;
import java.util.Map;

/** What has been found about the units of a layer so far; lists are in the order of the units. */
final class LayerResults {
  final Columns columns;
  final Map<String, View> views = new LinkedHashMap<>();

  /** Activations on the pictures of methods, by view [U]. */
  final Map<String, double[]> marks = new LinkedHashMap<>();

  /** The best images [U][inputs], where they are small enough to be kept; else null. */
  float[][] best;

  LayerPage.Histograms histograms;
  LayerPage.Curves curves;

  LayerResults(int units) {
    this.columns = new Columns(units);
  }

  void put(ViewKind kind, View view) {
    views.put(kind.key(), view);
  }

  void mark(ViewKind kind, double[] activations) {
    marks.put(kind.key(), activations);
  }
}
