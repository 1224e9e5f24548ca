package io.github.unitscope.rbm.storage;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.model.ModelContent;
import io.github.unitscope.network.model.TrainedOn;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.NpzReader;
import io.github.unitscope.rbm.Dbn;
import io.github.unitscope.rbm.machine.Rbm;
import io.github.unitscope.rbm.machine.VisibleUnits;
import io.github.unitscope.rbm.tempering.Ladder;
import io.github.unitscope.stacks.storage.StackFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Deep belief networks on disk, as {@code train dbn} makes them. */
public final class DbnFormat extends StackFormat<Rbm, DbnDescription> {
  /** For {@link java.util.ServiceLoader}. */
  public DbnFormat() {
    super(DbnDescription.class);
  }

  @Override
  public String kind() {
    return DbnDescription.KIND;
  }

  @Override
  public String name() {
    return "deep belief network";
  }

  @Override
  protected Rbm layer(
      DbnDescription description,
      int number,
      Matrix weights,
      float[] visibleBias,
      float[] hiddenBias) {
    VisibleUnits units = number == 1 ? description.visibleUnits() : VisibleUnits.BERNOULLI;
    return new Rbm(units, weights, visibleBias, hiddenBias);
  }

  @Override
  protected Dbn stack(ImageShape inputShape, List<Rbm> layers, NpzReader npz) {
    Map<Integer, Ladder> ladders = new TreeMap<>();
    for (int number = 1; number <= layers.size(); number++) {
      int layer = number;
      LadderArrays.read(npz, prefix(layer), layers.get(layer - 1))
          .ifPresent(ladder -> ladders.put(layer, ladder));
    }
    return new Dbn(inputShape, layers).withLadders(ladders);
  }

  /** The arrays of {@code weights.npz}, in the order in which they are written. */
  public static Map<String, NpyArray> arrays(Dbn dbn) {
    Map<String, NpyArray> arrays = new LinkedHashMap<>(StackFormat.arrays(dbn));
    new TreeMap<>(dbn.ladders())
        .forEach((layer, ladder) -> LadderArrays.put(arrays, prefix(layer), ladder));
    return arrays;
  }

  @Override
  public Optional<ModelContent> content(Network network, TrainedOn trainedOn) {
    return network instanceof Dbn dbn
        ? Optional.of(
            new ModelContent(DbnDescription.of(dbn, trainedOn, null, 0, false), arrays(dbn)))
        : Optional.empty();
  }
}
