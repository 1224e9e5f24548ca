package io.github.unitscope.experiments.options;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.FirstImages;
import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.datasets.JoinedImages;
import io.github.unitscope.datasets.ValueRange;
import io.github.unitscope.datasets.photographs.PhotographSet;
import io.github.unitscope.experiments.command.Group;
import io.github.unitscope.experiments.command.OptionGroup;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.Convolutional;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.model.StoredModel;
import java.util.List;
import java.util.Locale;

/** Options that name images to show to a network: a dataset, or whole photographs. */
@OptionGroup(Group.WHAT)
public final class ImageOptions {
  @ParametersDelegate private final DataOptions data = new DataOptions(DataOptions.Use.SHOWING);

  @ParametersDelegate private final SizeOption size = new SizeOption();

  @Parameter(names = "--split", description = "Part of the dataset. Default: train")
  private Split split;

  @Parameter(
      names = "--images",
      description =
          "Number of images to show to the network, the first ones; at least 1. Default:" + " all")
  private Integer images;

  /** Parts of a dataset. */
  public enum Split {
    /** What models are trained on. */
    TRAIN,
    /** What they are chosen by. */
    VALIDATION,
    /** What they are judged by. */
    TEST,
    /** One behind the other. */
    ALL
  }

  /** What is shown of a dataset; manifests record it. */
  public record Part(Split split, int images) {}

  /** How whole photographs become images; manifests record it. */
  private record Squares(int size) {}

  /** The same of images that are not square; manifests record it. */
  private record Rectangles(int height, int width) {}

  /**
   * The model for images of the size that was asked for.
   *
   * @throws UsageException if it cannot look at images of that size
   */
  public StoredModel resized(StoredModel model) {
    return size.apply(model);
  }

  /**
   * Loads the images.
   *
   * @param network that will look at them
   * @param otherwise the name of the dataset if none was asked for
   * @throws InvalidInputException if there are none, or they are not what the network looks at
   */
  public ShownImages load(Network network, String otherwise, Terminal terminal) {
    boolean whole =
        data.photographs() != null && (size.isGiven() || network instanceof Convolutional);
    if (otherwise.isEmpty() && !data.isGiven()) {
      throw new UsageException(
          "the model does not record what it was trained on: give images with --photographs FOLDER"
              + " or --data NAME");
    }
    Split chosen = split == null ? Split.TRAIN : split;
    if (whole && split != null) {
      throw new UsageException("--split is for datasets; photographs are not split");
    }
    Dataset dataset =
        whole ? photographs(network.inputShape(), terminal) : data.load(otherwise, terminal);
    if (!dataset.shape().equals(network.inputShape())) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "the images of %s are %s, but the network takes %s: give other --data",
              dataset.name(),
              dataset.shape(),
              network.inputShape()));
    }
    ImageSet all = part(dataset, chosen);
    if (images == null) {
      return new ShownImages(dataset, chosen, all);
    }
    return new ShownImages(
        dataset, chosen, UsageException.check(() -> new FirstImages(all, images)));
  }

  private Dataset photographs(ImageShape shape, Terminal terminal) {
    PhotographSet set = PhotographSet.of(data.photographs(), shape, terminal::warn);
    Object cut =
        shape.height() == shape.width()
            ? new Squares(shape.height())
            : new Rectangles(shape.height(), shape.width());
    return new Dataset("photographs", ValueRange.UNIT_INTERVAL, set, set, set, set.sources(), cut);
  }

  private static ImageSet part(Dataset dataset, Split split) {
    return switch (split) {
      case TRAIN -> dataset.train();
      case VALIDATION -> dataset.validation();
      case TEST -> dataset.test();
      case ALL -> new JoinedImages(List.of(dataset.train(), dataset.validation(), dataset.test()));
    };
  }
}
