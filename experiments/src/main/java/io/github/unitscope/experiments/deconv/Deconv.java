package io.github.unitscope.experiments.deconv;

import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.experiments.command.Command;
import io.github.unitscope.experiments.options.ImageOptions;
import io.github.unitscope.experiments.options.LayerDefault;
import io.github.unitscope.experiments.options.ModelOptions;
import io.github.unitscope.experiments.options.RunOptions;
import io.github.unitscope.experiments.options.ShownImages;
import io.github.unitscope.experiments.options.UnitOptions;
import io.github.unitscope.experiments.output.Output;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.RectifierRule;
import io.github.unitscope.network.model.StoredModel;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.provenance.Inputs;
import io.github.unitscope.provenance.RunFolder;
import io.github.unitscope.visualize.deconv.FeatureMaps;
import io.github.unitscope.visualize.deconv.ReceptiveFieldCrop;
import io.github.unitscope.visualize.deconv.View;
import io.github.unitscope.visualize.picture.Figure;
import io.github.unitscope.visualize.picture.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** {@code deconv}: what excites feature maps most, and the projections of it to the image. */
public final class Deconv implements Command {
  private static final int MOST_CHANNELS = 9;

  @ParametersDelegate private final ModelOptions model = new ModelOptions();

  @ParametersDelegate
  private final UnitOptions channels = new UnitOptions(LayerDefault.FEATURE_MAPS, MOST_CHANNELS);

  @ParametersDelegate private final ProjectionOptions options = new ProjectionOptions();
  @ParametersDelegate private final ImageOptions images = new ImageOptions();
  @ParametersDelegate private final RunOptions run = new RunOptions();

  /** Everything settled; manifests record it. */
  private record Settings(
      String layer,
      List<Integer> channels,
      List<RectifierRule> rules,
      int top,
      ImageOptions.Part images) {}

  @Override
  public String name() {
    return "deconv";
  }

  @Override
  public String summary() {
    return "project the strongest activations of feature maps back to the pixels, beside the patches";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "deconv --model runs/lenet --layer pool2",
        "deconv --model runs/lenet --layer conv2 --units 0-5 --split test --rules deconvnet,guided",
        "deconv --model runs/mobilenet --layer conv_pw_3_relu --photographs FOLDER --top 4");
  }

  @Override
  public void run(Terminal terminal) {
    int threads = run.threads();
    int top = options.top();
    StoredModel loaded = images.resized(model.read());
    Network network = loaded.network();
    UnitOptions.Selection selection = channels.on(network);
    List<RectifierRule> rules = options.rules(network, selection.layer(), terminal::warn);
    ShownImages shown = images.load(network, loaded.data(), terminal);
    Settings settings =
        new Settings(selection.layer().name(), selection.units(), rules, top, shown.part());
    Inputs inputs =
        Inputs.of(name(), settings, run.seedValue())
            .withData(shown.dataset())
            .withModel(loaded.source());
    try (RunFolder folder = run.create(name(), inputs);
        Workers workers = new Workers(threads)) {
      FeatureMaps maps =
          new FeatureMaps(network, selection.layer(), rules, outside(shown), workers);
      Projections projections =
          new Projections(
              selection.layer(),
              selection.units(),
              rules,
              ReceptiveFieldCrop.of(network, selection.layer()).shape(),
              views(maps, selection, top, shown, terminal));
      folder.writeArrays("results.npz", projections.arrays());
      folder.writeText("views.csv", projections.table(shown::name));
      Output.figure(
          folder,
          "deconv.png",
          new Figure(
              title(selection.layer(), projections),
              projections.panels(shown.inUnitInterval() ? Scale.PICTURE : Scale.SHARED),
              projections.panelsOfChannel(),
              caption(loaded, rules, folder)));
      folder.commit();
      terminal.say("%s", projections.describe());
      terminal.say("figure: %s", folder.target().resolve("deconv.png"));
    }
  }

  /** Grey in either range. */
  private static float outside(ShownImages shown) {
    return shown.inUnitInterval() ? Projections.OUTSIDE : 0;
  }

  private static List<List<View>> views(
      FeatureMaps maps,
      UnitOptions.Selection selection,
      int top,
      ShownImages shown,
      Terminal terminal) {
    try (Terminal.Progress progress = terminal.progress("showing images", shown.images().size())) {
      return maps.views(selection.units(), top, shown.images(), progress::at);
    }
  }

  private static String title(Layer layer, Projections projections) {
    return String.format(
        Locale.ROOT,
        "What excites %s of layer %s most: %s",
        layer.places() > 1 ? "feature maps" : "units",
        layer.title(),
        projections.rules().stream().map(Projections::name).collect(Collectors.joining(", ")));
  }

  private List<String> caption(StoredModel loaded, List<RectifierRule> rules, RunFolder folder) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Each tile shows the receptive field of the unit, grey outside the image."
            + " Projections: grey is 0; each has its own scale.");
    rules.forEach(rule -> lines.add(Projections.explain(rule)));
    lines.addAll(Output.caption(loaded.name(), run.seedValue(), folder));
    return lines;
  }
}
