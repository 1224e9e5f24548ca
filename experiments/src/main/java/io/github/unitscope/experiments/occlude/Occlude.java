package io.github.unitscope.experiments.occlude;

import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.experiments.command.Command;
import io.github.unitscope.experiments.deconv.Projections;
import io.github.unitscope.experiments.options.ImageOptions;
import io.github.unitscope.experiments.options.ModelOptions;
import io.github.unitscope.experiments.options.RunOptions;
import io.github.unitscope.experiments.options.ShownImages;
import io.github.unitscope.experiments.output.Output;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.Classifying;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.RectifierRule;
import io.github.unitscope.network.model.StoredModel;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.provenance.Inputs;
import io.github.unitscope.provenance.RunFolder;
import io.github.unitscope.visualize.occlude.Fill;
import io.github.unitscope.visualize.occlude.ImageOcclusion;
import io.github.unitscope.visualize.occlude.Occluder;
import io.github.unitscope.visualize.occlude.OcclusionMaps;
import io.github.unitscope.visualize.occlude.OcclusionStudy;
import io.github.unitscope.visualize.occlude.OcclusionStudy.Request;
import io.github.unitscope.visualize.occlude.Strength;
import io.github.unitscope.visualize.picture.Figure;
import io.github.unitscope.visualize.picture.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * {@code occlude}: what a network gives while a square covers one part of an image after another.
 */
public final class Occlude implements Command {
  @ParametersDelegate private final ModelOptions model = new ModelOptions();
  @ParametersDelegate private final OcclusionOptions options = new OcclusionOptions();
  @ParametersDelegate private final ImageOptions images = new ImageOptions();
  @ParametersDelegate private final RunOptions run = new RunOptions();

  /**
   * Everything settled; manifests record it.
   *
   * @param channel null for the strongest on each image
   * @param strongest what makes a feature map the strongest
   * @param subject the class; null for each image's own
   */
  private record Settings(
      String layer,
      Integer channel,
      Strength strongest,
      Integer subject,
      int square,
      int stride,
      String fill,
      List<Integer> shown,
      ImageOptions.Part images) {}

  @Override
  public String name() {
    return "occlude";
  }

  @Override
  public String summary() {
    return "map how a feature map and a class change as a square covers parts of an image";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "occlude --model runs/mobilenet --photographs FOLDER",
        "occlude --model runs/mobilenet --photographs FOLDER --show 0,4-6 --class jaguar",
        "occlude --model runs/lenet --split test --show 0-3 --square 6 --fill mean");
  }

  @Override
  public void run(Terminal terminal) {
    int threads = run.threads();
    StoredModel loaded = images.resized(model.read());
    Network network = loaded.network();
    Layer layer = options.layer(network);
    OptionalInt channel = options.channel(network);
    OptionalInt subject = options.subject(network);
    Occluder occluder = options.occluder(network.inputShape());
    Fill fill = options.fill();
    ShownImages shown = images.load(network, loaded.data(), terminal);
    List<Integer> numbers = options.shown(shown.images().size());
    Settings settings =
        new Settings(
            layer.name(),
            boxed(channel),
            options.strongest(),
            boxed(subject),
            occluder.side(),
            occluder.stride(),
            fill.toString(),
            numbers,
            shown.part());
    Inputs inputs =
        Inputs.of(name(), settings, run.seedValue())
            .withData(shown.dataset())
            .withModel(loaded.source());
    try (RunFolder folder = run.create(name(), inputs);
        Workers workers = new Workers(threads)) {
      OcclusionStudy study =
          new OcclusionStudy(
              new OcclusionMaps(network, occluder, fill, workers), layer, options.strongest());
      Occlusions occlusions =
          new Occlusions(
              layer,
              network.inputShape(),
              occluder,
              OcclusionStudy.classifier(network).map(Classifying::classes).orElse(List.of()),
              shown.inUnitInterval() ? Scale.PICTURE : Scale.SHARED,
              look(study, numbers, shown, channel, subject, terminal));
      folder.writeArrays("results.npz", new OcclusionArrays(occlusions).arrays());
      folder.writeText("occlusion.csv", new OcclusionTable(occlusions).text());
      draw(folder, occlusions, fill, loaded);
      folder.commit();
      occlusions.describe().forEach(line -> terminal.say("%s", line));
      terminal.say("figure: %s", folder.target().resolve("occlude.png"));
    }
  }

  private static Integer boxed(OptionalInt number) {
    return number.isPresent() ? number.getAsInt() : null;
  }

  private static List<OccludedImage> look(
      OcclusionStudy study,
      List<Integer> numbers,
      ShownImages shown,
      OptionalInt channel,
      OptionalInt subject,
      Terminal terminal) {
    List<Request> requests = new ArrayList<>();
    for (int number : numbers) {
      OptionalInt followed = subject.isPresent() ? subject : label(shown.images(), number);
      requests.add(new Request(shown.pixels(number), channel, followed));
    }
    int positions = study.maps().occluder().positions() + 1;
    try (Terminal.Progress progress =
        terminal.progress("covering", (long) numbers.size() * positions)) {
      List<ImageOcclusion> found = study.of(requests, progress::at);
      List<OccludedImage> images = new ArrayList<>();
      for (int i = 0; i < found.size(); i++) {
        int number = numbers.get(i);
        images.add(new OccludedImage(number, shown.name(number), found.get(i)));
      }
      return images;
    }
  }

  private static OptionalInt label(ImageSet images, int number) {
    int label = images.label(number);
    return label == ImageSet.NO_LABEL ? OptionalInt.empty() : OptionalInt.of(label);
  }

  private void draw(RunFolder folder, Occlusions occlusions, Fill fill, StoredModel loaded) {
    List<String> caption = new ArrayList<>();
    caption.add(
        String.format(
                Locale.ROOT,
                "A square of %d×%d pixels filled with %s moves over the image in steps of %d; a map shows",
                occlusions.occluder().side(),
                occlusions.occluder().side(),
                fill,
                occlusions.occluder().stride())
            + " for each pixel what the network computes with the square centred there.");
    caption.add(
        Projections.explain(
            occlusions.hasDeconvnet() ? RectifierRule.DECONVNET : RectifierRule.GRADIENT));
    caption.addAll(Output.caption(loaded.name(), run.seedValue(), folder));
    OcclusionPanels panels = new OcclusionPanels(occlusions);
    Output.figure(
        folder,
        "occlude.png",
        new Figure(
            String.format(
                Locale.ROOT,
                "Occlusion sensitivity of layer %s%s",
                occlusions.layer().title(),
                occlusions.classes().isEmpty() ? "" : " and the classes"),
            panels.all(),
            panels.perImage(),
            caption));
  }
}
