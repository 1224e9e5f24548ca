package io.github.unitscope.experiments.options;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.catalog.DataDirectory;
import io.github.unitscope.datasets.catalog.DatasetCatalog;
import io.github.unitscope.datasets.photographs.PatchSettings;
import io.github.unitscope.experiments.command.Explained;
import io.github.unitscope.experiments.command.Group;
import io.github.unitscope.experiments.command.OptionGroup;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.experiments.terminal.Terminal;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Options that name images. */
@OptionGroup(Group.WHAT)
public final class DataOptions implements Explained {
  static final String DEFAULT = "synthetic";
  static final String OF_MODEL = "what the model was trained on";

  @Parameter(
      names = "--data",
      description = "Images: one of {datasets}; data list describes them. Default: {default}")
  private String data;

  @ParametersDelegate private final Directory directory = new Directory();

  @Parameter(
      names = "--photographs",
      description = "Folder of PNG and JPEG files, {photographs}. Default: none")
  private Path photographs;

  @ParametersDelegate private final PatchOptions patches = new PatchOptions();

  private final Use use;

  /** What a command does with the images, for help texts. */
  public enum Use {
    /** A model is trained on them, or they are shown to people. */
    TRAINING(DEFAULT, "from which patches are cut"),
    /** They are shown to a model. */
    SHOWING(OF_MODEL, "shown whole to convolutional networks and cut into patches for others"),
    /** Ascents start from them, where that is asked for. */
    STARTING(OF_MODEL + "; used with --start data", "from which patches are cut"),
    /** A model is trained on them unless one is given; then ascents may start from them. */
    COMPARING(DEFAULT + ", or " + OF_MODEL + " that is given", "from which patches are cut");

    private final String otherwise;
    private final String photographs;

    Use(String otherwise, String photographs) {
      this.otherwise = otherwise;
      this.photographs = photographs;
    }
  }

  /** Of a command that has no model. */
  public DataOptions() {
    this(Use.TRAINING);
  }

  /**
   * @param use what the command does with the images
   */
  public DataOptions(Use use) {
    this.use = use;
  }

  /**
   * As if a dataset had been asked for.
   *
   * @param name of the dataset
   * @param place where datasets are; null for the usual places
   */
  public void set(String name, Path place) {
    data = name;
    directory.directory = place;
  }

  /** As if so many patches had been asked for. */
  public void setPatches(int count) {
    patches.setCount(count);
  }

  @Override
  public Map<String, String> words() {
    return Map.of(
        "datasets",
        String.join(", ", DatasetCatalog.names()),
        "default",
        use.otherwise,
        "photographs",
        use.photographs);
  }

  /** The folder of photographs that was given, or null. */
  public Path photographs() {
    return photographs;
  }

  /** Whether an option says which images, or how they are cut. */
  public boolean areChosen() {
    return isGiven() || patches.areGiven();
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
    DatasetCatalog catalog = directory.catalogWith(name);
    requireFit(name);
    PatchSettings settings = patches.settings();
    return catalog.load(
        name, new DatasetCatalog.PatchRequest(settings, photographs, terminal::warn));
  }

  private void requireFit(String name) {
    if (patches.areGiven() && !DatasetCatalog.hasPatches(name)) {
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

  /** The option that says where datasets are. */
  public static final class Directory {
    @OptionGroup(Group.ADVANCED)
    @Parameter(
        names = "--data-dir",
        description =
            "Folder of the datasets. Default: $UNITSCOPE_DATA, or else ~/.cache/unitscope")
    private Path directory;

    /** The option as it was given, for other commands; null if it was not. */
    public Path asGiven() {
      return directory;
    }

    /**
     * The catalogue that a dataset is to be loaded from.
     *
     * @param name of the dataset; empty where a model was to tell, and does not
     * @throws UsageException if there is no such dataset
     */
    DatasetCatalog catalogWith(String name) {
      if (name.isEmpty()) {
        throw new UsageException(
            "the model does not record what it was trained on: give the data with --data NAME");
      }
      DatasetCatalog catalog = new DatasetCatalog(get());
      UsageException.check(() -> catalog.entry(name));
      return catalog;
    }

    /** Where datasets are looked for. */
    public DataDirectory get() {
      return DataDirectory.of(directory);
    }
  }
}
