package io.github.unitscope.experiments.reproduce.erhan2009;

import java.util.List;

/**
 * How large a reproduction is.
 *
 * @param digitLayers units of the layers of the models of digits
 * @param dbnEpochs a layer, of digits
 * @param sdaeEpochs a layer, of digits
 * @param patchLayers units of the layers of the models of patches
 * @param patches to train on
 * @param upperPatchEpochs of the upper layers of the DBN of patches
 * @param units of every layer that the three methods look at
 * @param restarts ascents for each of them
 * @param studyUnits of every layer in the study of unimodality, at most {@code units}
 * @param studyRestarts ascents for each of them
 */
public record Extent(
    List<Integer> digitLayers,
    int dbnEpochs,
    int sdaeEpochs,
    List<Integer> patchLayers,
    int patches,
    int upperPatchEpochs,
    int units,
    int restarts,
    int studyUnits,
    int studyRestarts) {
  /** As large as the paper's figures ask for. */
  public static final Extent FULL =
      new Extent(
          List.of(500, 500, 500), 20, 10, List.of(300, 300, 300), 100_000, 40, 100, 9, 100, 30);

  /** For a first look. */
  public static final Extent QUICK =
      new Extent(List.of(200, 200, 200), 6, 5, List.of(100, 100, 100), 20_000, 40, 36, 9, 36, 10);

  /** Copies the lists. */
  public Extent {
    digitLayers = List.copyOf(digitLayers);
    patchLayers = List.copyOf(patchLayers);
  }
}
