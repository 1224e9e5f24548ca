package io.github.unitscope.experiments.options;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.datasets.DataDirectory;
import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.DatasetCatalog;
import io.github.unitscope.datasets.natural.PatchSettings;
import io.github.unitscope.datasets.natural.Whitening;
import io.github.unitscope.experiments.command.Group;
import io.github.unitscope.experiments.command.OptionGroup;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.experiments.terminal.Terminal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Options that name images. */
@OptionGroup(Group.WHAT)
public final class DataOptions {
  private static final PatchSettings DEFAULTS = PatchSettings.DEFAULTS;
  private static final String DEFAULT = "synthetic";

  @Parameter(
      names = "--data",
      description =
          "Images: synthetic, mnist, mnist-60000, mnist-deformed, kodak, leaves or photographs; see"
              + " data list. By default synthetic; with a model, what it was trained on")
  private String data;

  @ParametersDelegate private final Directory directory = new Directory();

  @Parameter(
      names = "--photographs",
      description =
          "Folder of PNG and JPEG files: patches of them, or whole ones where there is --size")
  private Path photographs;

  @Parameter(names = "--patch-size", description = "Side of a patch in pixels, or HEIGHTxWIDTH")
  private String patchSize;

  @Parameter(names = "--patches", description = "Training patches; a tenth more for validation")
  private Integer patches;

  @Parameter(names = "--whitening", description = "Of patches: olshausen_field, zca or none")
  private Whitening whitening;

  @Parameter(names = "--colour", description = "Patches with red, green and blue instead of grey")
  private boolean colour;

  @Parameter(
      names = "--contrast",
      description = "Of patches: normalized (each to about the same) or natural")
  private Contrast contrast;

  @Parameter(
      names = "--deviation",
      description =
          "Standard deviation that patches are scaled to; the noise of Gaussian visible units is 1")
  private Double deviation;

  @Parameter(
      names = "--least-contrast",
      description = "Draw patches again below this part of the mean contrast, in [0, 1)")
  private Double leastContrast;

  /** What becomes of the contrast of a patch. */
  public enum Contrast {
    /** It is left as it is. */
    NATURAL,
    /** Patches get about the same. */
    NORMALIZED
  }

  /** The folder of photographs that was given, or null. */
  public Path photographs() {
    return photographs;
  }

  /** Whether images were asked for. */
  boolean isGiven() {
    return data != null || photographs != null;
  }

  private String name(String otherwise) {
    if (data != null) {
      return data;
    }
    return photographs == null ? otherwise : DatasetCatalog.PHOTOGRAPHS;
  }

  /**
   * Loads the dataset.
   *
   * @param terminal gets a line for every photograph that cannot be used
   * @throws io.github.unitscope.network.message.InvalidInputException if there is no such dataset,
   *     or its files are missing or damaged
   */
  public Dataset load(Terminal terminal) {
    return load(DEFAULT, terminal);
  }

  /**
   * Loads the dataset.
   *
   * @param otherwise the name of the one to load if none was asked for; empty if none is known
   * @param terminal where warnings go
   * @throws io.github.unitscope.network.message.InvalidInputException as {@link #load(Terminal)}
   *     does
   */
  public Dataset load(String otherwise, Terminal terminal) {
    String name = name(otherwise);
    if (name.isEmpty()) {
      throw new UsageException(
          "it is not known what the model was trained on: say which data, --data NAME");
    }
    DatasetCatalog catalog = new DatasetCatalog(directory.get());
    UsageException.check(() -> catalog.entry(name));
    requireFit(name);
    PatchSettings settings = UsageException.check(this::patchSettings);
    return catalog.load(
        name, new DatasetCatalog.PatchRequest(settings, photographs, terminal::warn));
  }

  private void requireFit(String name) {
    boolean asked =
        colour
            || Stream.of(patchSize, patches, whitening, contrast, deviation, leastContrast)
                .anyMatch(Objects::nonNull);
    if (asked && !DatasetCatalog.hasPatches(name)) {
      throw new UsageException(
          String.format(
                  Locale.ROOT,
                  "--data %s has no patches: leave out the options for patches, or use kodak, leaves or",
                  name)
              + " photographs");
    }
    if (name.equals(DatasetCatalog.PHOTOGRAPHS) != (photographs != null)) {
      throw new UsageException(
          "--data photographs and --photographs FOLDER go together: give both or neither");
    }
  }

  private PatchSettings patchSettings() {
    int[] size = size();
    return new PatchSettings(
        size[0],
        size[1],
        colour,
        patches == null ? DEFAULTS.train() : patches,
        whitening == null ? DEFAULTS.whitening() : whitening,
        DEFAULTS.cutoff(),
        DEFAULTS.epsilon(),
        DEFAULTS.removeMean(),
        contrast == null ? DEFAULTS.normalizeContrast() : contrast == Contrast.NORMALIZED,
        leastContrast == null ? DEFAULTS.leastContrast() : leastContrast,
        deviation == null ? DEFAULTS.deviation() : deviation,
        DEFAULTS.seed());
  }

  private int[] size() {
    if (patchSize == null) {
      return new int[] {DEFAULTS.height(), DEFAULTS.width()};
    }
    if (!patchSize.matches("\\d{1,4}(x\\d{1,4})?")) {
      throw new UsageException(
          String.format(
              Locale.ROOT,
              "--patch-size %s cannot be read: write 12 or 9x7, height first",
              patchSize));
    }
    String[] sides = patchSize.split("x");
    return new int[] {Integer.parseInt(sides[0]), Integer.parseInt(sides[sides.length - 1])};
  }

  /** The option that says where datasets are. */
  public static final class Directory {
    @Parameter(
        names = "--data-dir",
        description = "Folder of the datasets; else UNITSCOPE_DATA, else ~/.cache/unitscope")
    private Path directory;

    /** The option as it was given, for other commands; empty if it was not. */
    public List<String> asGiven() {
      return directory == null ? List.of() : List.of("--data-dir", directory.toString());
    }

    /** Where datasets are looked for. */
    public DataDirectory get() {
      return DataDirectory.of(directory);
    }
  }
}
