package io.github.unitscope.autoencoder.storage;

import io.github.unitscope.autoencoder.DenoisingAutoencoder;
import io.github.unitscope.autoencoder.Reconstruction;
import io.github.unitscope.autoencoder.Sdae;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.model.ModelContent;
import io.github.unitscope.network.model.TrainedOn;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.storage.NpzReader;
import io.github.unitscope.stacks.storage.StackFormat;
import java.util.List;
import java.util.Optional;

/** Stacked denoising autoencoders on disk, as {@code train sdae} makes them. */
public final class SdaeFormat extends StackFormat<DenoisingAutoencoder, SdaeDescription> {
  /** For {@link java.util.ServiceLoader}. */
  public SdaeFormat() {
    super(SdaeDescription.class);
  }

  @Override
  public String kind() {
    return SdaeDescription.KIND;
  }

  @Override
  public String name() {
    return "stacked denoising autoencoder";
  }

  @Override
  protected DenoisingAutoencoder layer(
      SdaeDescription description,
      int number,
      Matrix weights,
      float[] visibleBias,
      float[] hiddenBias) {
    Reconstruction reconstruction =
        number == 1 ? description.reconstruction() : Reconstruction.CROSS_ENTROPY;
    return new DenoisingAutoencoder(weights, visibleBias, hiddenBias, reconstruction);
  }

  @Override
  protected Sdae stack(ImageShape inputShape, List<DenoisingAutoencoder> layers, NpzReader npz) {
    return new Sdae(inputShape, layers);
  }

  @Override
  public Optional<ModelContent> content(Network network, TrainedOn trainedOn) {
    return network instanceof Sdae sdae
        ? Optional.of(
            new ModelContent(SdaeDescription.of(sdae, trainedOn, null, 0, false), arrays(sdae)))
        : Optional.empty();
  }
}
