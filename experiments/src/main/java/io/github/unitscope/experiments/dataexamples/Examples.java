package io.github.unitscope.experiments.dataexamples;

import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.experiments.command.Command;
import io.github.unitscope.experiments.options.ImageOptions;
import io.github.unitscope.experiments.options.LayerDefault;
import io.github.unitscope.experiments.options.ModelOptions;
import io.github.unitscope.experiments.options.NeuronOption;
import io.github.unitscope.experiments.options.RunOptions;
import io.github.unitscope.experiments.options.ShownImages;
import io.github.unitscope.experiments.options.UnitOptions;
import io.github.unitscope.experiments.output.Output;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.Convolutional;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.ReceptiveField;
import io.github.unitscope.network.model.StoredModel;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.provenance.Inputs;
import io.github.unitscope.provenance.RunFolder;
import io.github.unitscope.visualize.dataexamples.DataExamples;
import io.github.unitscope.visualize.dataexamples.ExampleSettings;
import io.github.unitscope.visualize.dataexamples.UnitExamples;
import io.github.unitscope.visualize.picture.Figure;
import io.github.unitscope.visualize.picture.Panel;
import io.github.unitscope.visualize.stream.ChannelReduction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code examples}: the images of the data that units respond to most, least and in between. */
public final class Examples implements Command {
  @ParametersDelegate private final ModelOptions model = new ModelOptions();

  @ParametersDelegate
  private final UnitOptions units = new UnitOptions(LayerDefault.SECOND, UnitOptions.MOST);

  @ParametersDelegate private final NeuronOption at = new NeuronOption();
  @ParametersDelegate private final ExampleOptions options = new ExampleOptions();
  @ParametersDelegate private final ImageOptions images = new ImageOptions();
  @ParametersDelegate private final RunOptions run = new RunOptions();

  /** Everything settled; manifests record it. */
  private record Settings(
      String layer, List<Integer> subjects, ExampleSettings examples, ImageOptions.Part images) {}

  @Override
  public String name() {
    return "examples";
  }

  @Override
  public String summary() {
    return "find the images to which a unit responds most, least and in between";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "examples --model runs/dbn --layer 2 --units 0-11",
        "examples --model runs/lenet --layer conv2 --split test --top 16",
        "examples --model runs/mobilenet --layer conv_pw_6_relu --photographs FOLDER --channel-value mean");
  }

  @Override
  public void run(Terminal terminal) {
    int threads = run.threads();
    StoredModel loaded = images.resized(model.read());
    Network network = loaded.network();
    Subjects selection = options.subjects(units.on(network, at));
    ExampleSettings settings = options.settings(selection.reading());
    ShownImages shown = images.load(network, loaded.data(), terminal);
    Settings settled =
        new Settings(selection.layer().name(), selection.subjects(), settings, shown.part());
    Inputs inputs =
        Inputs.of(name(), settled, run.seedValue())
            .withData(shown.dataset())
            .withModel(loaded.source());
    try (RunFolder folder = run.create(name(), inputs);
        Workers workers = new Workers(threads)) {
      List<UnitExamples> found = find(network, selection, settings, shown, workers, terminal);
      ExamplesReport report = new ExamplesReport(selection.layer(), settings, shown, found);
      folder.writeArrays("results.npz", report.arrays());
      folder.writeText("examples.csv", report.csv());
      draw(folder, network, selection, report, loaded);
      folder.commit();
      terminal.say("%s", report.describeImages());
      terminal.say("figure: %s", folder.target().resolve("examples.png"));
    }
  }

  private List<UnitExamples> find(
      Network network,
      Subjects selection,
      ExampleSettings settings,
      ShownImages shown,
      Workers workers,
      Terminal terminal) {
    try (Terminal.Progress progress = terminal.progress("showing images", shown.images().size())) {
      return DataExamples.find(
          network,
          selection.layer().index(),
          selection.subjects(),
          shown.images(),
          settings,
          run.seed(),
          workers,
          progress::at);
    }
  }

  private void draw(
      RunFolder folder,
      Network network,
      Subjects selection,
      ExamplesReport report,
      StoredModel loaded) {
    List<String> caption = new ArrayList<>();
    caption.add(
        String.format(
            Locale.ROOT, "Each row begins with the number of the %s.", selection.reading().noun()));
    caption.addAll(Output.caption(loaded.name(), run.seedValue(), folder));
    String what = report.describeImages();
    String layer = String.format(Locale.ROOT, "layer %s", selection.layer().title());
    Output.figure(
        folder,
        "examples.png",
        new Figure(
            String.format(Locale.ROOT, "What units of %s respond to: %s", layer, what),
            report.groups(),
            caption));
    Output.figure(
        folder,
        "along.png",
        new Figure(
            String.format(Locale.ROOT, "How units of %s respond: %s", layer, what),
            report.along(),
            caption));
    List<Panel> top = new ArrayList<>(List.of(report.top()));
    patches(network, selection, report, top);
    Output.figure(
        folder,
        "top.png",
        new Figure(
            String.format(Locale.ROOT, "What units of %s respond to most", layer), top, caption));
  }

  /** Only where units see less than the image. */
  private static void patches(
      Network network, Subjects selection, ExamplesReport report, List<Panel> panels) {
    if (network instanceof Convolutional convolutional
        && selection.reading() != ChannelReduction.CHANNEL_MEAN) {
      ReceptiveField field = convolutional.receptiveField(selection.layer().index());
      ImageShape image = network.inputShape();
      if (field.height() < image.height() || field.width() < image.width()) {
        panels.add(report.patches(field));
      }
    }
  }
}
