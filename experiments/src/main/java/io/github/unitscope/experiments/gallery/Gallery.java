package io.github.unitscope.experiments.gallery;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.experiments.combine.CombinationOptions;
import io.github.unitscope.experiments.command.Command;
import io.github.unitscope.experiments.command.Group;
import io.github.unitscope.experiments.command.OptionGroup;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.experiments.maximize.MaximizationOptions;
import io.github.unitscope.experiments.options.ImageOptions;
import io.github.unitscope.experiments.options.LayerUnits;
import io.github.unitscope.experiments.options.LayersOption;
import io.github.unitscope.experiments.options.ModelOptions;
import io.github.unitscope.experiments.options.NeuronOption;
import io.github.unitscope.experiments.options.RunOptions;
import io.github.unitscope.experiments.options.ShownImages;
import io.github.unitscope.experiments.options.UnitsOption;
import io.github.unitscope.experiments.sample.SamplingOptions;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.Convolutional;
import io.github.unitscope.network.FullyConnected;
import io.github.unitscope.network.Generative;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.model.StoredModel;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.provenance.Inputs;
import io.github.unitscope.provenance.RunFolder;
import io.github.unitscope.visualize.figures.MaximizationFigures;
import io.github.unitscope.visualize.figures.SamplingFigures;
import io.github.unitscope.visualize.maximize.MaximizationPlan;
import io.github.unitscope.visualize.maximize.MaximizationSettings;
import io.github.unitscope.visualize.unimodal.UnitModality;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** {@code gallery}: a page over the units of a model, to be explored without a server. */
public final class Gallery implements Command {
  /** More layers take hours, so that they have to be asked for. */
  private static final int MOST_CONVOLUTIONS = 4;

  private static final int MOST_CHANNELS = 36;

  @ParametersDelegate private final ModelOptions model = new ModelOptions();

  @ParametersDelegate
  private final LayersOption layers =
      new LayersOption("all; of a convolutional network, those that convolve");

  @ParametersDelegate private final UnitsOption units = new UnitsOption(Integer.MAX_VALUE);
  @ParametersDelegate private final NeuronOption at = new NeuronOption();
  @ParametersDelegate private final ImageOptions images = new ImageOptions();

  @ParametersDelegate
  private final MaximizationOptions maximizing =
      MaximizationOptions.withRestartsOfNetwork(GallerySettings.RESTARTS);

  @ParametersDelegate private final SamplingOptions sampling = new SamplingOptions();
  @ParametersDelegate private final CombinationOptions combining = new CombinationOptions();
  @ParametersDelegate private final RunOptions run = RunOptions.withoutText();

  @Parameter(
      names = "--examples",
      description =
          "Images of each kind: largest values, smallest values, and along the range of a"
              + " unit; at least 2")
  private int examples = GallerySettings.DEFAULT_EXAMPLES;

  @OptionGroup(Group.OUTPUT)
  @Parameter(
      names = "--tile",
      description =
          "Longest side of a thumbnail in pixels, 16 to 512. The main image is twice as" + " large")
  private int tile = GallerySettings.DEFAULT_TILE;

  @Override
  public String name() {
    return "gallery";
  }

  @Override
  public String summary() {
    return "write a web page on which to browse the units of a model";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "gallery --model runs/dbn --out runs/gallery",
        "gallery --model runs/lenet --layers conv2 --units 0-19 --data mnist",
        "gallery --model runs/mobilenet --layers conv_pw_6_relu --size 128 --photographs FOLDER");
  }

  @Override
  public void run(Terminal terminal) {
    if (sampling.saysWhatIsKept()) {
      throw new UsageException(
          "--keep is for sample: a gallery shows the last sample of each chain");
    }
    StoredModel loaded = images.resized(model.read());
    Network network = loaded.network();
    List<LayerUnits> chosen = units(network);
    ShownImages shown = images.load(network, loaded.data(), terminal);
    GallerySettings settings = settings(loaded, network, chosen, shown);
    Subject subject = subject(loaded, network, shown, settings);
    Inputs inputs =
        Inputs.of(name(), settings, run.seedValue())
            .withData(shown.dataset())
            .withModel(loaded.source());
    GalleryMaker maker = new GalleryMaker(subject, settings, run.seedValue());
    try (RunFolder folder = run.create(name(), inputs);
        Workers workers = new Workers(run.threads())) {
      maker.make(folder, workers, terminal);
      folder.commit();
      terminal.say("gallery: %s", folder.target().resolve("index.html"));
    }
  }

  private List<LayerUnits> units(Network network) {
    if (!(network instanceof Convolutional convolutional)) {
      return units(layers.on(network, network.layers()), Integer.MAX_VALUE);
    }
    List<Layer> convolutions = convolutional.convolutions();
    if (!layers.isGiven() && convolutions.size() > MOST_CONVOLUTIONS) {
      throw new UsageException(
          String.format(
              Locale.ROOT,
              "the network has %d layers that convolve, too many for a gallery: choose some, for example --layers %s",
              convolutions.size(),
              convolutions.get(convolutions.size() / 2).name()));
    }
    return units(layers.on(network, convolutions), MOST_CHANNELS);
  }

  private List<LayerUnits> units(List<Layer> chosen, int most) {
    return chosen.stream().map(layer -> LayerUnits.of(layer, at, units, most)).toList();
  }

  private GallerySettings settings(
      StoredModel loaded, Network network, List<LayerUnits> chosen, ShownImages shown) {
    boolean connected = network instanceof FullyConnected;
    boolean generative = network instanceof Generative;
    int restarts =
        maximizing.restarts(
            connected ? MaximizationPlan.DEFAULT_RESTARTS : GallerySettings.FEW_RESTARTS);
    return UsageException.check(
        () ->
            new GallerySettings(
                chosen,
                restarts,
                maximizing.quantity(network),
                specification(loaded, network, shown),
                UnitModality.DEFAULT_THRESHOLD,
                generative ? sampling.settings() : null,
                generative ? sampling.criterion() : null,
                connected ? combining.connections() : null,
                examples,
                shown.part(),
                tile));
  }

  private MaximizationSettings specification(
      StoredModel loaded, Network network, ShownImages shown) {
    return maximizing.specification(
        network,
        null,
        loaded.meanInputNorm(),
        maximizing.startsFromData() ? shown.dataset() : null);
  }

  private static Subject subject(
      StoredModel loaded, Network network, ShownImages shown, GallerySettings settings) {
    String objective = MaximizationFigures.describe(settings.quantity(), settings.specification());
    return new Subject(
        new Subject.Model(
            loaded.name(), loaded.kind(), loaded.data(), loaded.source().sha256(), sizes(network)),
        network,
        shown,
        objective,
        MaximizationFigures.scale(settings.specification(), network),
        SamplingFigures.scale(network));
  }

  private static String sizes(Network network) {
    return network instanceof FullyConnected
        ? network.layers().stream()
            .map(layer -> String.valueOf(layer.units()))
            .collect(Collectors.joining("-"))
        : String.format(Locale.ROOT, "%d layers", network.layers().size());
  }
}
