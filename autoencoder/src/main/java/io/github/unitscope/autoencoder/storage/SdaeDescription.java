package io.github.unitscope.autoencoder.storage;

import io.github.unitscope.autoencoder.Reconstruction;
import io.github.unitscope.autoencoder.Sdae;
import io.github.unitscope.autoencoder.SdaeSettings;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.model.TrainedOn;
import io.github.unitscope.stacks.storage.StackDescription;
import java.util.List;

/**
 * What {@code model.json} says of a stacked denoising autoencoder.
 *
 * @param kind always {@link #KIND}
 * @param formatVersion of the files, now {@link #FORMAT_VERSION}
 * @param input the shape of the images
 * @param layers hidden units of every layer that there is, the lowest first
 * @param reconstruction what the first layer gives back
 * @param meanInputNorm mean L2 norm of the training images: the radius for maximization
 * @param data the dataset that it was trained on; empty where that is not known
 * @param settings how it was trained; null where that is not known
 * @param seed the root seed of the training; 0 where that is not known
 * @param diverged whether the training stopped early because its numbers left all bounds
 */
public record SdaeDescription(
    String kind,
    int formatVersion,
    ImageShape input,
    List<Integer> layers,
    Reconstruction reconstruction,
    double meanInputNorm,
    String data,
    SdaeSettings settings,
    long seed,
    boolean diverged)
    implements StackDescription {
  /** Tells a stacked denoising autoencoder from other models. */
  public static final String KIND = "sdae";

  /** The version that is written and read. */
  public static final int FORMAT_VERSION = 1;

  /**
   * @throws io.github.unitscope.network.message.InvalidInputException if a value is not one that a
   *     stacked autoencoder can have
   */
  public SdaeDescription {
    StackDescription.requireFormat(KIND, FORMAT_VERSION, kind, formatVersion);
    layers = StackDescription.requireLayers(input, layers);
    StackDescription.require(reconstruction != null, "the kind of the reconstruction is missing");
    new TrainedOn(meanInputNorm, data);
  }

  /**
   * Describes a network.
   *
   * @param trainedOn its training images
   * @param settings how it was trained; null where that is not known
   * @param seed the root seed of the training; 0 where that is not known
   * @param diverged whether the training stopped early because its numbers left all bounds
   */
  public static SdaeDescription of(
      Sdae sdae, TrainedOn trainedOn, SdaeSettings settings, long seed, boolean diverged) {
    return new SdaeDescription(
        KIND,
        FORMAT_VERSION,
        sdae.inputShape(),
        sdae.layers().stream().map(Layer::units).toList(),
        sdae.tiedLayers().get(0).reconstruction(),
        trainedOn.meanInputNorm(),
        trainedOn.data(),
        settings,
        seed,
        diverged);
  }
}
