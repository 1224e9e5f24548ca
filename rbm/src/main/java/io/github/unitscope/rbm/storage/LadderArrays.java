package io.github.unitscope.rbm.storage;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.NpyType;
import io.github.unitscope.network.storage.NpzReader;
import io.github.unitscope.rbm.machine.Rbm;
import io.github.unitscope.rbm.tempering.Ladder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Ladders beside the weights that they lead to, so that none can belong to others: {@code
 * layer1.ladder.weights} [rungs, visible, hidden], {@code layer1.ladder.visibleBias} [rungs,
 * visible] and {@code layer1.ladder.hiddenBias} [rungs, hidden], all float32, of the rungs below
 * the machine itself.
 */
final class LadderArrays {
  private static final String WEIGHTS = "ladder.weights";
  private static final String VISIBLE_BIAS = "ladder.visibleBias";
  private static final String HIDDEN_BIAS = "ladder.hiddenBias";

  private LadderArrays() {}

  /**
   * Adds a ladder.
   *
   * @param prefix of the layer's arrays
   */
  static void put(Map<String, NpyArray> arrays, String prefix, Ladder ladder) {
    List<Rbm> below = ladder.rungs().subList(0, ladder.size() - 1);
    int visible = ladder.machine().visible();
    int hidden = ladder.machine().hidden();
    float[] weights = new float[Math.multiplyExact(below.size() * visible, hidden)];
    int place = 0;
    for (Rbm rung : below) {
      for (float[] row : rung.weights().toRows()) {
        System.arraycopy(row, 0, weights, place, hidden);
        place += hidden;
      }
    }
    float[][] visibleBias = below.stream().map(Rbm::visibleBias).toArray(float[][]::new);
    float[][] hiddenBias = below.stream().map(Rbm::hiddenBias).toArray(float[][]::new);
    arrays.put(prefix + WEIGHTS, NpyArray.of(weights, below.size(), visible, hidden));
    arrays.put(prefix + VISIBLE_BIAS, NpyArray.ofRows(visibleBias));
    arrays.put(prefix + HIDDEN_BIAS, NpyArray.ofRows(hiddenBias));
  }

  /**
   * Reads the ladder of a layer.
   *
   * @param machine that it leads to
   * @return empty if there is none
   * @throws InvalidInputException if it does not fit the machine, or has values that are not finite
   */
  static Optional<Ladder> read(NpzReader npz, String prefix, Rbm machine) {
    if (!npz.names().contains(prefix + VISIBLE_BIAS)) {
      return Optional.empty();
    }
    int[] shape = npz.get(prefix + VISIBLE_BIAS).shape();
    int rungs = shape.length == 2 ? shape[0] : 0;
    int visible = machine.visible();
    int hidden = machine.hidden();
    float[] weights = npz.get(prefix + WEIGHTS, NpyType.FLOAT32, rungs, visible, hidden).floats();
    float[][] visibleBias = npz.get(prefix + VISIBLE_BIAS, NpyType.FLOAT32, rungs, visible).rows();
    float[][] hiddenBias = npz.get(prefix + HIDDEN_BIAS, NpyType.FLOAT32, rungs, hidden).rows();
    List<Rbm> all = new ArrayList<>();
    for (int rung = 0; rung < rungs; rung++) {
      float[][] rows = new float[visible][];
      for (int row = 0; row < visible; row++) {
        int from = (rung * visible + row) * hidden;
        rows[row] = Arrays.copyOfRange(weights, from, from + hidden);
      }
      Rbm rbm =
          new Rbm(machine.visibleUnits(), Matrix.of(rows), visibleBias[rung], hiddenBias[rung]);
      if (!rbm.isFinite()) {
        throw problem(npz, prefix, "has a value that is not a finite number");
      }
      all.add(rbm);
    }
    all.add(machine);
    try {
      return Optional.of(new Ladder(all));
    } catch (InvalidInputException e) {
      throw problem(npz, prefix, "is none: " + e.getMessage());
    }
  }

  private static InvalidInputException problem(NpzReader npz, String prefix, String what) {
    return new InvalidInputException(
        String.format(
            Locale.ROOT,
            "%s: the ladder '%s' %s; train or copy the model again",
            npz.path(),
            prefix + WEIGHTS,
            what));
  }
}
