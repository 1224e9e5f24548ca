package io.github.unitscope.rbm.storage;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.model.TrainedOn;
import io.github.unitscope.rbm.Dbn;
import io.github.unitscope.rbm.DbnSettings;
import io.github.unitscope.rbm.machine.VisibleUnits;
import io.github.unitscope.stacks.storage.StackDescription;
import java.util.List;

/**
 * What {@code model.json} says of a deep belief network.
 *
 * @param kind always {@link #KIND}
 * @param formatVersion of the files, now {@link #FORMAT_VERSION}
 * @param input the shape of the images
 * @param layers hidden units of every layer that there is, the lowest first
 * @param visibleUnits the kind of the visible units
 * @param meanInputNorm mean L2 norm of the training images: the radius for maximization
 * @param data the dataset that it was trained on; empty where that is not known
 * @param settings how it was trained; null where that is not known
 * @param seed the root seed of the training; 0 where that is not known
 * @param diverged whether the training stopped early because its numbers left all bounds
 */
public record DbnDescription(
    String kind,
    int formatVersion,
    ImageShape input,
    List<Integer> layers,
    VisibleUnits visibleUnits,
    double meanInputNorm,
    String data,
    DbnSettings settings,
    long seed,
    boolean diverged)
    implements StackDescription {
  /** Tells a deep belief network from other models. */
  public static final String KIND = "dbn";

  /** The version that is written and read. */
  public static final int FORMAT_VERSION = 2;

  /**
   * @throws io.github.unitscope.network.message.InvalidInputException if a value is not one that a
   *     deep belief network can have
   */
  public DbnDescription {
    StackDescription.requireFormat(KIND, FORMAT_VERSION, kind, formatVersion);
    layers = StackDescription.requireLayers(input, layers);
    StackDescription.require(visibleUnits != null, "the kind of the visible units is missing");
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
  public static DbnDescription of(
      Dbn dbn, TrainedOn trainedOn, DbnSettings settings, long seed, boolean diverged) {
    return new DbnDescription(
        KIND,
        FORMAT_VERSION,
        dbn.inputShape(),
        dbn.layers().stream().map(Layer::units).toList(),
        dbn.hasBinaryInput() ? VisibleUnits.BERNOULLI : VisibleUnits.GAUSSIAN,
        trainedOn.meanInputNorm(),
        trainedOn.data(),
        settings,
        seed,
        diverged);
  }
}
