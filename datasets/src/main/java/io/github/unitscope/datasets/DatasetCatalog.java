package io.github.unitscope.datasets;

import io.github.unitscope.datasets.natural.DeadLeaves;
import io.github.unitscope.datasets.natural.PatchDataset;
import io.github.unitscope.datasets.natural.PatchSettings;
import io.github.unitscope.datasets.natural.PhotographFolder;
import io.github.unitscope.datasets.natural.Picture;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.random.Seed;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The datasets by name. */
public final class DatasetCatalog {
  /** How many deformed digits Erhan et al. (2009) train on. */
  public static final int DEFORMED_IMAGES = 2_500_000;

  private static final String SYNTHETIC = "synthetic";
  private static final String MNIST = "mnist";
  private static final String WHOLE = "mnist-60000";
  private static final String DEFORMED = "mnist-deformed";

  private static final String KODAK = "kodak";
  private static final String LEAVES = "leaves";

  /** Patches of the photographs of any folder. */
  public static final String PHOTOGRAPHS = "photographs";

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
    String kodak =
        directory.find(KODAK).map(Object::toString).orElse("missing: ./unitscope data fetch kodak");
    PatchSettings patches = PatchSettings.DEFAULTS;
    ImageShape patch = patches.shape();
    int train = patches.train();
    int few = patches.heldOut();
    return List.of(
        new Entry(SYNTHETIC, Mnist.SHAPE, 10_000, 1_000, 1_000, "drawn by unitscope"),
        new Entry(MNIST, Mnist.SHAPE, 50_000, 10_000, 10_000, mnist),
        new Entry(WHOLE, Mnist.SHAPE, 60_000, 10_000, 10_000, mnist),
        new Entry(DEFORMED, Mnist.SHAPE, DEFORMED_IMAGES, 10_000, 10_000, mnist),
        new Entry(KODAK, patch, train, few, few, kodak),
        new Entry(LEAVES, patch, train, few, few, "drawn by unitscope"),
        new Entry(PHOTOGRAPHS, patch, train, few, few, "any folder: --photographs FOLDER"));
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

  /** Whether there is a folder of this dataset's files. */
  public boolean isThere(String name) {
    return directory.find(name).isPresent();
  }

  /** Whether a dataset consists of patches, so that {@link PatchRequest} applies. */
  public static boolean hasPatches(String name) {
    return List.of(KODAK, LEAVES, PHOTOGRAPHS).contains(name);
  }

  /**
   * Which patches are wanted.
   *
   * @param settings how pictures become patches
   * @param photographs the folder of {@link #PHOTOGRAPHS}; null otherwise
   * @param warnings gets a line for every photograph that is left out
   */
  public record PatchRequest(PatchSettings settings, Path photographs, Consumer<String> warnings) {
    /** The patches that are made unless something else is asked for. */
    public static final PatchRequest DEFAULT =
        new PatchRequest(PatchSettings.DEFAULTS, null, warning -> {});
  }

  /**
   * Loads a dataset, of patches the default ones.
   *
   * @throws InvalidInputException if there is no such dataset, or its files are missing or damaged
   */
  public Dataset load(String name) {
    return load(name, PatchRequest.DEFAULT);
  }

  /**
   * Loads a dataset.
   *
   * @param name one of {@link #entries}
   * @param patches which patches are wanted, where the dataset has patches
   * @throws InvalidInputException if there is no such dataset, or its files are missing or damaged
   */
  public Dataset load(String name, PatchRequest patches) {
    return switch (name) {
      case SYNTHETIC -> SyntheticDigits.dataset();
      case MNIST -> Mnist.read(directory.require(MNIST));
      case WHOLE -> Mnist.readWhole(WHOLE, directory.require(MNIST));
      case DEFORMED -> deformed(Mnist.read(directory.require(MNIST)));
      case KODAK -> photographs(KODAK, directory.require(KODAK), patches);
      case LEAVES -> leaves(patches.settings());
      case PHOTOGRAPHS -> photographs(PHOTOGRAPHS, given(patches), patches);
      default -> throw unknown(name);
    };
  }

  private static Path given(PatchRequest patches) {
    if (patches.photographs() == null) {
      throw new InvalidInputException("say which photographs: --photographs FOLDER");
    }
    return patches.photographs();
  }

  private static Dataset photographs(String name, Path folder, PatchRequest patches) {
    PatchSettings settings = patches.settings();
    PhotographFolder read =
        PhotographFolder.read(
            folder, settings.colour(), settings.smallestPicture(), patches.warnings());
    return PatchDataset.of(name, read.pictures(), settings, read.sources());
  }

  private static Dataset leaves(PatchSettings settings) {
    List<Picture> scenes = DeadLeaves.DEFAULTS.draw(settings.colour());
    return PatchDataset.of(LEAVES, scenes, settings, List.of());
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
        String.format(Locale.ROOT, "there is no dataset '%s': choose one of %s", name, known));
  }
}
