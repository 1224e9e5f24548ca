package io.github.unitscope.rbm.storage;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.model.ModelContent;
import io.github.unitscope.network.model.TrainedOn;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.rbm.Dbn;
import io.github.unitscope.rbm.Rbm;
import io.github.unitscope.rbm.VisibleUnits;
import io.github.unitscope.stacks.storage.StackFormat;
import java.util.List;
import java.util.Optional;

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
  protected Dbn stack(ImageShape inputShape, List<Rbm> layers) {
    return new Dbn(inputShape, layers);
  }

  @Override
  public Optional<ModelContent> content(Network network, TrainedOn trainedOn) {
    return network instanceof Dbn dbn
        ? Optional.of(
            new ModelContent(DbnDescription.of(dbn, trainedOn, null, 0, false), arrays(dbn)))
        : Optional.empty();
  }
}
