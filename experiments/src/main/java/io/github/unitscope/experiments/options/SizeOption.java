package io.github.unitscope.experiments.options;

import com.beust.jcommander.Parameter;
import io.github.unitscope.experiments.command.Group;
import io.github.unitscope.experiments.command.OptionGroup;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.network.Convolutional;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.model.StoredModel;
import java.util.Locale;

/** The option for how large the images of a convolutional network are. */
@OptionGroup(Group.WHAT)
public final class SizeOption {
  /** Far above any image that a laptop has the memory for. */
  private static final int LARGEST = 4096;

  @Parameter(
      names = "--size",
      description =
          "For convolutional networks: height and width of the images in pixels, 1 to 4096."
              + " Default: the size that the network was trained on")
  private Integer size;

  /** Whether a size was asked for. */
  boolean isGiven() {
    return size != null;
  }

  /**
   * The model for images of the size; a larger image of the same scene has a larger norm.
   *
   * @throws UsageException if it cannot look at images of this size
   */
  public StoredModel apply(StoredModel model) {
    if (size == null) {
      return model;
    }
    if (size < 1 || size > LARGEST) {
      throw new UsageException(
          String.format(Locale.ROOT, "--size must be from 1 to %d, not %d", LARGEST, size));
    }
    ImageShape shape = model.network().inputShape();
    if (shape.height() == size && shape.width() == size) {
      return model;
    }
    if (!(model.network() instanceof Convolutional network)) {
      throw new UsageException(
          String.format(
              Locale.ROOT,
              "--size is for convolutional networks: %s takes images of %s",
              model.path(),
              shape));
    }
    double before = Math.sqrt(shape.size());
    Convolutional resized = UsageException.check(() -> network.resized(size, size));
    double factor = Math.sqrt(resized.inputShape().size()) / before;
    return model.with(resized, model.meanInputNorm() * factor);
  }
}
