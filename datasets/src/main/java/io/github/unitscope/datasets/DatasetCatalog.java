package io.github.unitscope.datasets;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.InvalidInputException;
import io.github.unitscope.network.Seed;
import java.util.List;
import java.util.stream.Collectors;

/** The datasets by name. */
public final class DatasetCatalog {
  /** How many deformed digits Erhan et al. (2009) train on. */
  public static final int DEFORMED_IMAGES = 2_500_000;

  private static final String SYNTHETIC = "synthetic";
  private static final String MNIST = "mnist";
  private static final String WHOLE = "mnist-60000";
  private static final String DEFORMED = "mnist-deformed";

  private final DataDirectory directory;

  /**
   * @param directory where files are looked for
   */
  public DatasetCatalog(DataDirectory directory) {
    this.directory = directory;
  }

  /**
   * A dataset as lists show it.
   *
   * @param name as on the command line
   * @param shape of its images
   * @param train images for training
   * @param validation images for validation
   * @param test images for testing
   * @param where it comes from, or what to do to get it
   */
  public record Entry(
      String name, ImageShape shape, int train, int validation, int test, String where) {}

  /** All datasets. */
  public List<Entry> entries() {
    String mnist =
        directory.find(MNIST).map(Object::toString).orElse("missing: ./unitscope data fetch mnist");
    return List.of(
        new Entry(SYNTHETIC, Mnist.SHAPE, 10_000, 1_000, 1_000, "drawn by unitscope"),
        new Entry(MNIST, Mnist.SHAPE, 50_000, 10_000, 10_000, mnist),
        new Entry(WHOLE, Mnist.SHAPE, 60_000, 10_000, 10_000, mnist),
        new Entry(DEFORMED, Mnist.SHAPE, DEFORMED_IMAGES, 10_000, 10_000, mnist));
  }

  /**
   * The description of a dataset.
   *
   * @throws InvalidInputException if there is no such dataset
   */
  public Entry entry(String name) {
    return entries().stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  /**
   * Loads a dataset.
   *
   * @param name one of {@link #entries}
   * @throws InvalidInputException if there is no such dataset, or its files are missing or damaged
   */
  public Dataset load(String name) {
    return switch (name) {
      case SYNTHETIC -> SyntheticDigits.dataset();
      case MNIST -> Mnist.read(directory.require(MNIST));
      case WHOLE -> Mnist.readWhole(WHOLE, directory.require(MNIST));
      case DEFORMED -> deformed(Mnist.read(directory.require(MNIST)));
      default -> throw unknown(name);
    };
  }

  private static Dataset deformed(Dataset mnist) {
    ImageSet train =
        new DeformedImages(
            mnist.train(),
            ElasticDeformation.DEFAULTS,
            DEFORMED_IMAGES,
            Seed.root(0).derive("mnist-deformed"));
    return new Dataset(
        DEFORMED,
        ValueRange.UNIT_INTERVAL,
        train,
        mnist.validation(),
        mnist.test(),
        mnist.sources());
  }

  private InvalidInputException unknown(String name) {
    String known = entries().stream().map(Entry::name).collect(Collectors.joining(", "));
    return new InvalidInputException(
        "there is no dataset '%s': choose one of %s".formatted(name, known));
  }
}
