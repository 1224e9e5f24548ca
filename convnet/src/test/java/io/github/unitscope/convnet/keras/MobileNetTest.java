package io.github.unitscope.convnet.keras;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.unitscope.convnet.ConvNetwork;
import io.github.unitscope.convnet.InputDeclaration;
import io.github.unitscope.convnet.InputFit;
import io.github.unitscope.convnet.importing.ImportFile;
import io.github.unitscope.convnet.importing.ImportRequest;
import io.github.unitscope.convnet.importing.ImportedNetwork;
import io.github.unitscope.convnet.importing.ModelImporters;
import io.github.unitscope.datasets.catalog.DataDirectory;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real MobileNet on real photographs. */
class MobileNetTest {
  private static final String MODEL = "mobilenet_v1_0.25_224.h5";

  /** Of the whole image: short enough for few units to be switched, long enough for float32. */
  private static final double STEP = 4e-3;

  private static Path folder;

  @TempDir Path temporary;

  @BeforeAll
  static void findData() {
    String data = System.getenv(DataDirectory.VARIABLE);
    assumeTrue(data != null, "needs UNITSCOPE_DATA");
    folder = Path.of(data).resolveSibling("models");
    assumeTrue(Files.isRegularFile(folder.resolve(MODEL)), "needs the folder models beside it");
  }

  private static Path file() {
    return folder.resolve(MODEL);
  }

  private static ImportedNetwork read(
      Path file, String until, InputDeclaration input, List<String> classes) {
    return ModelImporters.read(ImportFile.open(file), new ImportRequest(until, input, classes));
  }

  private static ConvNetwork network(InputDeclaration input) throws IOException {
    List<String> labels = Files.readAllLines(folder.resolve("imagenet_labels.txt"));
    return read(file(), null, input, labels).network();
  }

  private static float[] probabilities(ConvNetwork network, float[] image) {
    try (Pass pass = network.newPass(Set.of(network.probabilities()), 1)) {
      pass.input().writeRow(0, image);
      pass.forward();
      return pass.output(network.probabilities()).toRows()[0];
    }
  }

  /** The whole photograph, squeezed to a square. */
  private static float[] photograph(String name, ImageShape shape) throws IOException {
    Path file = folder.resolveSibling("images").resolve("ILSVRC2012_val_000" + name + ".jpg");
    BufferedImage square =
        new BufferedImage(shape.width(), shape.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = square.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(ImageIO.read(file.toFile()), 0, 0, shape.width(), shape.height(), null);
    graphics.dispose();
    float[] image = new float[shape.size()];
    int plane = shape.width() * shape.height();
    for (int i = 0; i < plane; i++) {
      int rgb = square.getRGB(i % shape.width(), i / shape.width());
      for (int channel = 0; channel < 3; channel++) {
        image[channel * plane + i] = ((rgb >> (16 - 8 * channel)) & 0xFF) / 255f;
      }
    }
    return image;
  }

  @ParameterizedTest
  @CsvSource({"00610, jaguar", "16655, fireboat", "11425, orangutan", "06491, great white shark"})
  void photographsAreClassified(String photograph, String name) throws IOException {
    ConvNetwork network = network(InputDeclaration.SIGNED);
    float[] p = probabilities(network, photograph(photograph, network.inputShape()));
    int best = 0;
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      best = p[i] > p[best] ? i : best;
      sum += p[i];
    }
    assertEquals(1, sum, 1e-4);
    assertTrue(network.classes().get(best).contains(name), network.classes().get(best));
    assertTrue(p[best] >= 0.87, name + " at " + p[best]);
  }

  /** Along directions that the gradient itself and chance give. */
  @Test
  void gradientOfTheWholeNetworkIsThatOfDifferences() throws IOException {
    ConvNetwork network = network(InputDeclaration.SIGNED).resized(96, 96);
    float[] image = photograph("00610", network.inputShape());
    for (int index : new int[] {290, 5}) {
      try (Pass pass = network.newPass(Set.of(network.logits()), 1)) {
        pass.input().writeRow(0, image);
        pass.forward();
        pass.gradient(network.logits()).set(0, index, 1);
        float[] gradient = new float[image.length];
        pass.backward().readRow(0, gradient);
        assertEquals(1, slope(pass, network, image, gradient, index), 0.02);
        SplitMix64 random = Seed.root(index).stream();
        float[] mixed = new float[image.length];
        for (int i = 0; i < mixed.length; i++) {
          mixed[i] = (float) (gradient[i] * (random.nextDouble() + 0.2));
        }
        assertEquals(1, slope(pass, network, image, mixed, index, gradient), 0.02);
      }
    }
  }

  private static double slope(
      Pass pass, ConvNetwork network, float[] image, float[] direction, int index) {
    return slope(pass, network, image, direction, index, direction);
  }

  /** The change along a direction over the change that the gradient promises. */
  private static double slope(
      Pass pass,
      ConvNetwork network,
      float[] image,
      float[] direction,
      int index,
      float[] gradient) {
    double promised = 0;
    double square = 0;
    for (int i = 0; i < image.length; i++) {
      promised += (double) direction[i] * gradient[i];
      square += (double) direction[i] * direction[i];
    }
    double step = STEP / Math.sqrt(square);
    double change =
        (value(pass, network, image, direction, step, index)
                - value(pass, network, image, direction, -step, index))
            / (2 * step);
    return change / promised;
  }

  private static double value(
      Pass pass, ConvNetwork network, float[] image, float[] direction, double step, int index) {
    float[] moved = new float[image.length];
    for (int i = 0; i < image.length; i++) {
      moved[i] = (float) (image[i] + step * direction[i]);
    }
    pass.input().writeRow(0, moved);
    pass.forward();
    return pass.output(network.logits()).get(0, index);
  }

  @Test
  void inputThatTheNetworkWasNotTrainedOnIsFoundOut() throws IOException {
    ImportedNetwork imported = read(file(), null, InputDeclaration.SIGNED, List.of());
    ConvNetwork network = imported.network();
    float[][] images = {
      photograph("00610", network.inputShape()), photograph("16655", network.inputShape())
    };
    List<InputFit> fits = InputFit.of(network, imported.normalized(), images);
    assertEquals(InputDeclaration.SIGNED, fits.get(0).input());
    InputFit.require(network, imported.normalized(), images);
    ConvNetwork wrong =
        new ConvNetwork(
            network.inputShape(), InputDeclaration.BYTES, network.nodes(), network.classes());
    String message =
        assertThrows(
                InvalidInputException.class,
                () -> InputFit.require(wrong, imported.normalized(), images))
            .getMessage();
    assertTrue(message.contains("import with --input signed"), message);
  }

  @Test
  void unknownKindOfLayerIsNamedWithWhatCanBeHadWithoutIt() throws IOException {
    // The same file, but for a word of the same length.
    byte[] bytes = Files.readAllBytes(folder.resolve(MODEL));
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String known = "\"class_name\": \"GlobalAveragePooling2D\"";
    String unknown = "\"class_name\": \"GlobalSecretiveThing2D\"";
    assertEquals(known.length(), unknown.length());
    assertTrue(text.contains(known));
    Path strange = temporary.resolve("strange.h5");
    Files.write(strange, text.replace(known, unknown).getBytes(StandardCharsets.ISO_8859_1));
    String message =
        assertThrows(
                InvalidInputException.class,
                () -> read(strange, null, InputDeclaration.SIGNED, List.of()))
            .getMessage();
    assertTrue(
        message.contains(
            "layer global_average_pooling2d_1 cannot be imported: unsupported layer kind 'GlobalSecretiveThing2D'"),
        message);
    assertTrue(message.endsWith(", conv_pw_13_relu"), message);
    ImportedNetwork part = read(strange, "conv_pw_13_relu", InputDeclaration.SIGNED, List.of());
    assertEquals(81, part.network().layers().size());
  }

  @Test
  void partOfTheModelIsReadUpToALayer() {
    ConvNetwork whole = read(file(), null, InputDeclaration.SIGNED, List.of()).network();
    ConvNetwork part = read(file(), "conv_pw_3_relu", InputDeclaration.SIGNED, List.of()).network();
    assertEquals("conv_pw_3_relu", part.layers().get(part.layers().size() - 1).name());
    assertEquals(List.of(), part.classes());
    Readout readout = new Readout(part.layers().size(), Quantity.ACTIVATION);
    float[] image = new float[part.inputShape().size()];
    Arrays.fill(image, 0.3f);
    assertArrayEquals(output(whole, readout, image), output(part, readout, image));
  }

  private static float[] output(ConvNetwork network, Readout readout, float[] image) {
    try (Pass pass = network.newPass(Set.of(readout), 1)) {
      pass.input().writeRow(0, image);
      pass.forward();
      return pass.output(readout).toRows()[0];
    }
  }

  @Test
  void damagedFilesAreOneClearLine() throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve(MODEL));
    for (int length : new int[] {0, 7, 100, 3000, 40_000, bytes.length / 2}) {
      Path cut = Files.write(temporary.resolve("cut.h5"), Arrays.copyOf(bytes, length));
      InvalidInputException e =
          assertThrows(
              InvalidInputException.class,
              () -> read(cut, null, InputDeclaration.SIGNED, List.of()));
      assertTrue(e.getMessage().contains("cut.h5"), e.getMessage());
      assertEquals(1, e.getMessage().lines().count());
    }
    String unknown =
        assertThrows(
                InvalidInputException.class,
                () -> read(file(), "conv_pw_99", InputDeclaration.SIGNED, List.of()))
            .getMessage();
    assertTrue(unknown.contains("unknown layer 'conv_pw_99'; expected one of conv1, "), unknown);
  }
}
