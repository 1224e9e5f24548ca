package io.github.unitscope.experiments.modelimport;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.convnet.ConvNetwork;
import io.github.unitscope.convnet.InputDeclaration;
import io.github.unitscope.convnet.InputFit;
import io.github.unitscope.convnet.importing.ImportFile;
import io.github.unitscope.convnet.importing.ImportRequest;
import io.github.unitscope.convnet.importing.ImportedNetwork;
import io.github.unitscope.convnet.importing.ModelImporters;
import io.github.unitscope.convnet.storage.ConvDescription;
import io.github.unitscope.convnet.storage.ConvFolder;
import io.github.unitscope.datasets.photographs.DeadLeaves;
import io.github.unitscope.datasets.photographs.Picture;
import io.github.unitscope.experiments.command.Command;
import io.github.unitscope.experiments.command.Explained;
import io.github.unitscope.experiments.command.Group;
import io.github.unitscope.experiments.command.OptionGroup;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.experiments.options.RunOptions;
import io.github.unitscope.experiments.output.Output;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.storage.TextFile;
import io.github.unitscope.provenance.Inputs;
import io.github.unitscope.provenance.RunFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code model import}: turns a model of another program into a model folder. */
public final class ModelImport implements Command, Explained {
  /** Scenes for the check of what the network expects. */
  private static final int SCENES = 8;

  @Parameter(description = "FILE")
  private List<Path> files = new ArrayList<>();

  @OptionGroup(Group.WHAT)
  @Parameter(
      names = "--input",
      description =
          "Range of the images that the network expects: {inputs}. signed is [-1, 1]"
              + " (Keras' MobileNet, Inception), unit [0, 1], bytes [0, 255]; caffe is for Keras'"
              + " VGG and ResNet. Required")
  private String input;

  @OptionGroup(Group.WHAT)
  @Parameter(
      names = "--labels",
      description = "Text file with the name of a class on every line. Default: no names")
  private Path labels;

  @OptionGroup(Group.WHAT)
  @Parameter(
      names = "--until",
      description = "Last layer to import, with all that it depends on. Default: the whole model")
  private String until;

  @OptionGroup(Group.ADVANCED)
  @Parameter(
      names = "--unchecked",
      description = "Trust --input, even if the network's batch normalization disagrees")
  private boolean unchecked;

  @ParametersDelegate private final RunOptions run = RunOptions.withoutText();

  /** Everything settled; manifests record it. */
  private record Settings(
      String file, String sha256, InputDeclaration input, String labelsSha256, String until) {}

  @Override
  public String name() {
    return "model import";
  }

  @Override
  public String summary() {
    return "import a model of another program: " + ModelImporters.formats();
  }

  @Override
  public List<String> examples() {
    return List.of(
        "model import mobilenet.h5 --input signed --labels labels.txt --out runs/mobilenet",
        "model import vgg16.h5 --input caffe --until block4_conv3",
        "model import model.h5 --input unit --unchecked");
  }

  @Override
  public Map<String, String> words() {
    return Map.of("inputs", inputs());
  }

  private static String inputs() {
    return InputDeclaration.known().stream()
        .map(InputDeclaration::name)
        .collect(Collectors.joining(", "));
  }

  @Override
  public void run(Terminal terminal) {
    if (files.size() != 1) {
      throw new UsageException("give one file: ./unitscope model import FILE --input signed");
    }
    InputDeclaration declaration = declaration();
    Path file = files.get(0);
    TextFile list = labels == null ? null : TextFile.read(labels);
    ImportFile source = ImportFile.open(file);
    ImportedNetwork imported =
        ModelImporters.read(source, new ImportRequest(until, declaration, classes(list)));
    ConvNetwork network = imported.network();
    if (!unchecked && imported.normalized() != null) {
      InputFit.require(network, imported.normalized(), scenes(network.inputShape()));
    }
    Settings settings =
        new Settings(
            file.getFileName().toString(),
            source.sha256(),
            declaration,
            list == null ? null : list.sha256(),
            until);
    Inputs inputs = Inputs.of(name(), settings, run.seedValue());
    String origin = "imported from " + file.getFileName();
    // The norm of a grey image: typical enough for a radius.
    double norm = 0.5 * Math.sqrt(network.inputShape().size());
    ConvDescription description = ConvDescription.of(network, norm, "", origin, null, 0);
    try (RunFolder folder = run.create("model", inputs)) {
      Output.model(folder, "", description, ConvFolder.arrays(network));
      folder.commit();
      terminal.say(
          "imported %d layers, %d classes", network.layers().size(), network.classes().size());
      terminal.say("model: %s", folder.target());
    }
  }

  /** Drawn scenes with the statistics of photographs, as large as the network takes them. */
  private static float[][] scenes(ImageShape shape) {
    boolean colour = shape.channels() == 3;
    int side = Math.max(shape.height(), shape.width());
    DeadLeaves leaves = new DeadLeaves(side, SCENES, 2, side / 2.0, 0);
    List<float[]> images = new ArrayList<>();
    for (Picture scene : leaves.draw(colour)) {
      float[] image = new float[shape.size()];
      for (int i = 0; i < image.length; i++) {
        int y = i / shape.width() % shape.height();
        float[] plane = scene.planes()[i / (shape.height() * shape.width()) % scene.channels()];
        image[i] = plane[y * side + i % shape.width()];
      }
      images.add(image);
    }
    return images.toArray(float[][]::new);
  }

  private InputDeclaration declaration() {
    if (input == null) {
      throw new UsageException(
          "--input is missing: say what the network expects of an image, one of " + inputs());
    }
    return UsageException.check(() -> InputDeclaration.named(input));
  }

  private static List<String> classes(TextFile list) {
    if (list == null) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (String line : list.lines()) {
      // Some lists number their lines.
      String number = names.size() + " ";
      String name = line.startsWith(number) ? line.substring(number.length()) : line;
      if (!name.isBlank()) {
        names.add(name.strip());
      }
    }
    return names;
  }
}
