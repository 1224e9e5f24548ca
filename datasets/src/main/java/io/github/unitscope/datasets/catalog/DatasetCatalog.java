package io.github.unitscope.datasets.catalog;

import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.download.PublicDataset;
import io.github.unitscope.datasets.photographs.PatchSettings;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.registry.Registry;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The datasets by name. */
public final class DatasetCatalog {
  /** Patches of the photographs of any folder. */
  public static final String PHOTOGRAPHS = "photographs";

  private static final Registry<DatasetSource> KNOWN = new Registry<>("dataset");

  static {
    for (DigitSource digits : DigitSource.values()) {
      KNOWN.register(digits.word(), digits);
    }
    for (PatchSource patches : PatchSource.values()) {
      KNOWN.register(patches.word(), patches);
    }
  }

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

  /**
   * Gives a dataset a name, under which commands find it too.
   *
   * @throws IllegalArgumentException if the name is taken or cannot be one
   */
  public static void register(String name, DatasetSource source) {
    KNOWN.register(name, source);
  }

  /** All names. */
  public static List<String> names() {
    return KNOWN.names();
  }

  /** All datasets. */
  public List<Entry> entries() {
    return names().stream().map(this::entry).toList();
  }

  /**
   * The description of a dataset.
   *
   * @throws InvalidInputException if there is no such dataset
   */
  public Entry entry(String name) {
    return KNOWN.named(name).entry(directory);
  }

  /** Whether there is a folder of this dataset's files. */
  public boolean isThere(String name) {
    return directory.find(name).isPresent();
  }

  /** Whether a dataset consists of patches, so that {@link PatchRequest} applies. */
  public static boolean hasPatches(String name) {
    return KNOWN.has(name) && KNOWN.named(name).hasPatches();
  }

  /** All that can be fetched, each once. */
  public static List<PublicDataset> downloads() {
    return names().stream()
        .map(name -> KNOWN.named(name).download())
        .flatMap(Optional::stream)
        .distinct()
        .toList();
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
   * @param name one of {@link #names}
   * @param patches which patches are wanted, where the dataset has patches
   * @throws InvalidInputException if there is no such dataset, or its files are missing or damaged
   */
  public Dataset load(String name, PatchRequest patches) {
    return KNOWN.named(name).load(directory, patches);
  }
}
