package io.github.unitscope.experiments.reproduce.olah2017;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.experiments.command.Command;
import io.github.unitscope.experiments.command.Group;
import io.github.unitscope.experiments.command.OptionGroup;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.experiments.options.ModelOptions;
import io.github.unitscope.experiments.options.RunOptions;
import io.github.unitscope.experiments.output.ArrayTable;
import io.github.unitscope.experiments.output.CsvTable;
import io.github.unitscope.experiments.output.Output;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.Classifying;
import io.github.unitscope.network.Convolutional;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.model.StoredModel;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.provenance.Inputs;
import io.github.unitscope.provenance.RunFolder;
import io.github.unitscope.visualize.maximize.Maximum;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code reproduce o17}: the figures of Olah et al. (2017) for a network that was imported. */
public final class ReproduceOlah2017 implements Command {
  /** Animals, things, food and places, so that a glance can tell. */
  private static final List<Integer> CLASSES =
      List.of(1, 76, 130, 207, 291, 340, 554, 751, 950, 985);

  @ParametersDelegate private final ModelOptions model = new ModelOptions();

  @Parameter(
      names = "--size",
      description = "Height and width of the images in pixels, at least 16")
  private int size = Settings.DEFAULTS.size();

  @OptionGroup(Group.WHAT)
  @Parameter(
      names = "--layers",
      description =
          "An early, a middle and a late layer, by name or number. Default: those at a"
              + " quarter, a half and the end of the convolutions")
  private List<String> layers = Settings.DEFAULTS.layers();

  @OptionGroup(Group.WHAT)
  @Parameter(
      names = "--channels",
      description = "Number of channels on the sheet of each layer, at least 1")
  private int channels = Settings.DEFAULTS.channels();

  @OptionGroup(Group.WHAT)
  @Parameter(
      names = "--compare",
      description = "Channels of the middle layer to compare, at least two")
  private List<Integer> compared = Settings.DEFAULTS.compared();

  @OptionGroup(Group.WHAT)
  @Parameter(
      names = "--classes",
      description =
          "Numbers of the classes to show, from 0. Default: ten of ImageNet, if the network"
              + " has classes")
  private List<Integer> classes = Settings.DEFAULTS.classes();

  @Parameter(names = "--steps", description = "Steps of every ascent, at least 1")
  private int steps = Settings.DEFAULTS.steps();

  @OptionGroup(Group.ADVANCED)
  @Parameter(names = "--diversity", description = "Weight of the diversity penalty, above 0")
  private double diversity = Settings.DEFAULTS.diversity();

  @ParametersDelegate private final RunOptions run = new RunOptions();

  /** Everything settled; manifests record it. */
  private record Settings(
      int size,
      List<String> layers,
      int channels,
      List<Integer> compared,
      List<Integer> classes,
      int steps,
      double diversity) {
    /** Layers and classes are those that suit the network. */
    static final Settings DEFAULTS =
        new Settings(128, List.of(), 36, List.of(0, 1, 2, 3, 4, 6), List.of(), 512, 2);
  }

  @Override
  public String name() {
    return "reproduce o17";
  }

  @Override
  public String summary() {
    return "the figures of Olah et al. (2017): channels, regularizers, diversity, interpolation, classes";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "reproduce o17 --model runs/mobilenet",
        "reproduce o17 --model runs/wide --layers conv_pw_2_relu,conv_pw_6_relu,conv_pw_12_relu",
        "reproduce o17 --model runs/mobilenet --size 64 --steps 128 --channels 9");
  }

  @Override
  public void run(Terminal terminal) {
    if (size < 16 || channels < 1 || steps < 1) {
      throw new UsageException("--size must be at least 16, --channels and --steps at least 1");
    }
    if (compared.size() < 2) {
      throw new UsageException("--compare needs at least two channels, for example 0,1");
    }
    StoredModel loaded = model.read();
    if (!(loaded.network() instanceof Convolutional original)
        || original.inputShape().channels() != 3) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "%s is not a convolutional network of colour images: import one with model import",
              model.path()));
    }
    Convolutional network = UsageException.check(() -> original.resized(size, size));
    List<Layer> chosen = layers(network);
    Classifying classifying = network instanceof Classifying c && !c.classes().isEmpty() ? c : null;
    List<Integer> shown = classes(classifying);
    compared.forEach(
        channel ->
            UsageException.check(
                () -> {
                  chosen.get(1).requireChannel(channel);
                  return channel;
                }));
    Settings settings =
        new Settings(
            size,
            chosen.stream().map(Layer::name).toList(),
            channels,
            compared,
            shown,
            steps,
            diversity);
    Inputs inputs = Inputs.of(name(), settings, run.seedValue()).withModel(loaded.source());
    try (RunFolder folder = run.create("o17", inputs);
        Workers workers = new Workers(run.threads())) {
      SheetMaker maker = new SheetMaker(network, run.seed(), workers, terminal);
      for (FigureSheet sheet : sheets(network, chosen)) {
        write(folder, maker, sheet, maker.make(sheet), loaded);
      }
      if (classifying != null) {
        makeClasses(folder, maker, classifying, shown, loaded, terminal);
      }
      folder.commit();
      terminal.say("figures: %s", folder.target());
    }
  }

  private List<Layer> layers(Convolutional network) {
    if (layers.isEmpty()) {
      return FeatureLayers.usual(network);
    }
    if (layers.size() != 3) {
      throw new UsageException("--layers needs three: an early, a middle and a late one");
    }
    return layers.stream().map(name -> UsageException.check(() -> network.layer(name))).toList();
  }

  private List<Integer> classes(Classifying network) {
    if (network == null) {
      return List.of();
    }
    int count = network.classes().size();
    List<Integer> wanted = classes.isEmpty() ? CLASSES : classes;
    List<Integer> known = wanted.stream().filter(c -> c >= 0 && c < count).toList();
    if (!classes.isEmpty() && known.size() < wanted.size()) {
      throw new UsageException("--classes must be from 0 to " + (count - 1));
    }
    return known;
  }

  private List<FigureSheet> sheets(Convolutional network, List<Layer> chosen) {
    FigureSheets sheets = new FigureSheets(network, steps);
    List<FigureSheet> all = new ArrayList<>();
    chosen.forEach(layer -> all.add(sheets.channels(layer, channels)));
    Layer middle = chosen.get(1);
    all.add(sheets.regularizers(middle, compared));
    all.add(sheets.directions(middle, compared));
    all.add(sheets.diversity(middle, compared.subList(0, Math.min(3, compared.size())), diversity));
    all.add(sheets.interpolation(middle, compared));
    all.add(sheets.negative(middle, compared));
    return all;
  }

  private void write(
      RunFolder folder,
      SheetMaker maker,
      FigureSheet sheet,
      List<List<Maximum>> images,
      StoredModel loaded) {
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    for (int i = 0; i < images.size(); i++) {
      List<Maximum> row = images.get(i);
      arrays.putAll(
          new ArrayTable<>("row" + i + ".", row, row.size())
              .rows("images", Maximum::image)
              .doubles("values", Maximum::value)
              .arrays());
    }
    folder.writeArrays(sheet.name() + ".npz", arrays);
    List<String> caption = Output.caption(loaded.name(), run.seedValue(), folder);
    Output.figure(folder, sheet.name() + ".png", maker.figure(sheet, images, caption));
  }

  private void makeClasses(
      RunFolder folder,
      SheetMaker maker,
      Classifying network,
      List<Integer> shown,
      StoredModel loaded,
      Terminal terminal) {
    FigureSheet sheet = new FigureSheets(network, steps).classes(shown, new ClassTargets(network));
    List<List<Maximum>> images = maker.make(sheet);
    write(folder, maker, sheet, images, loaded);
    CsvTable table =
        new CsvTable(
            "class", "name", "objective", "value", "probability", "mean_moved", "least_moved");
    int sure = 0;
    for (int row = 0; row < 2; row++) {
      for (int i = 0; i < shown.size(); i++) {
        Maximum maximum = images.get(row).get(i);
        Robustness found =
            Robustness.of(
                network, maximum.image(), shown.get(i), run.seed().derive("moved").derive(i));
        sure += row == 0 && found.probability() >= 0.9 && found.least() >= 0.9 ? 1 : 0;
        table.row(
            shown.get(i),
            new ClassTargets(network).name(shown.get(i)),
            row == 0 ? "logit" : "probability",
            String.format(Locale.ROOT, "%.4f", maximum.value()),
            sixPlaces(found.probability()),
            sixPlaces(found.mean()),
            sixPlaces(found.least()));
      }
    }
    folder.writeText("classes.csv", table.toString());
    terminal.say(
        "%d of %d logit images are classified with a probability of at least 0.9, even after 20 shifts and rotations",
        sure, shown.size());
  }

  private static String sixPlaces(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }
}
