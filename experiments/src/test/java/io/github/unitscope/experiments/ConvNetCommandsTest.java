package io.github.unitscope.experiments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.convnet.storage.ConvFolder;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.NpzReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code train convnet} and {@code evolve}. */
class ConvNetCommandsTest {
  private static final List<Object> SHORT =
      List.of("--steps", 3, "--batch", 32, "--test-every", 3, "--seed", 5);

  @TempDir static Path folder;
  private static Path run;

  private static CommandLine command(String name, Path out, Object... more) {
    Object[] all = new Object[name.split(" ").length + SHORT.size() + more.length + 2];
    System.arraycopy(name.split(" "), 0, all, 0, name.split(" ").length);
    System.arraycopy(SHORT.toArray(), 0, all, name.split(" ").length, SHORT.size());
    all[all.length - more.length - 2] = "--out";
    all[all.length - more.length - 1] = out;
    System.arraycopy(more, 0, all, all.length - more.length, more.length);
    return CommandLine.run(all);
  }

  @BeforeAll
  static void evolve() {
    run = folder.resolve("evolve");
    CommandLine result =
        command(
            "evolve",
            run,
            "--every",
            2,
            "--maximize-every",
            3,
            "--ascent-steps",
            3,
            "--units",
            "1,4");
    assertEquals(Unitscope.DONE, result.code(), result.err());
  }

  private static int frames(String name) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(run.resolve(name).toFile())) {
      reader.setInput(in);
      return reader.getNumImages(true);
    } finally {
      reader.dispose();
    }
  }

  @Test
  void thereIsAnAnimationForEveryConvolution() throws IOException {
    for (int i = 1; i <= 6; i++) {
      assertEquals(3, frames("activations-conv" + i + ".gif"));
      assertEquals(3, frames("projections-conv" + i + ".gif"));
    }
    assertEquals(2, frames("maximization.gif"));
    assertTrue(Files.exists(run.resolve("curves.png")));
    List<String> lines = Files.readAllLines(run.resolve("metrics.csv"));
    assertEquals(4, lines.size());
    assertTrue(lines.get(0).startsWith("step,epoch,train_loss,train_accuracy,test_loss"));
  }

  @Test
  void theLastFrameIsWhatTheStoredModelDoes() {
    Network network = ConvFolder.read(run.resolve("model")).network();
    try (NpzReader npz = NpzReader.open(run.resolve("results.npz"))) {
      assertArrayEquals(new int[] {0, 2, 3}, npz.get("steps").ints());
      assertArrayEquals(new int[] {0, 3}, npz.get("maximizedSteps").ints());
      assertArrayEquals(new int[] {2, 2, 28, 28}, npz.get("maximized").shape());
      assertArrayEquals(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, npz.get("labels").ints());
      NpyArray activations = npz.get("conv3.activations");
      assertArrayEquals(new int[] {3, 10, 8, 14, 14}, activations.shape());
      Readout readout = new Readout(network.layer("conv3").index(), Quantity.ACTIVATION);
      try (Pass pass = network.newPass(Set.of(readout), 1)) {
        int units = 8 * 14 * 14;
        for (int digit = 0; digit < 10; digit++) {
          float[] pixels = npz.get("images").floats();
          pass.input().writeRow(0, Arrays.copyOfRange(pixels, 784 * digit, 784 * (digit + 1)));
          pass.forward();
          float[] now = new float[units];
          pass.output(readout).readRow(0, now);
          int from = (2 * 10 + digit) * units;
          assertArrayEquals(Arrays.copyOfRange(activations.floats(), from, from + units), now);
        }
      }
    }
  }

  @Test
  void lookingChangesNothingAndThreadsChangeNothing() throws IOException {
    Path trained = folder.resolve("trained");
    CommandLine result = command("train convnet", trained, "--threads", 1);
    assertEquals(Unitscope.DONE, result.code(), result.err());
    assertTrue(result.out().contains("test accuracy"), result.out());
    assertEquals(
        -1,
        Files.mismatch(
            trained.resolve("weights.npz"), run.resolve("model").resolve("weights.npz")));
  }

  @Test
  void wrongUsageIsToldBeforeTraining() {
    Path out = folder.resolve("wrong");
    for (String[] wrong :
        new String[][] {
          {"--units", "10", "unknown unit 10"},
          {"--layer", "conv9", "unknown layer 'conv9'"},
          {"--every", "0", "must be at least 1"},
          {"--dropout", "1", "dropout must be in [0, 1)"}
        }) {
      CommandLine result = command("evolve", out, wrong[0], wrong[1]);
      assertEquals(Unitscope.WRONG_USAGE, result.code(), result.err());
      assertTrue(result.err().contains(wrong[2]), result.err());
      assertEquals(1, result.err().lines().count(), result.err());
    }
    CommandLine unlabelled = command("evolve", out, "--data", "leaves");
    assertEquals(Unitscope.WRONG_USAGE, unlabelled.code());
    assertTrue(unlabelled.err().contains("leaves has images without a label"), unlabelled.err());
    assertFalse(Files.exists(out));
  }

  @Test
  void checkpointsAreModelsOfTheirOwn() {
    Path out = folder.resolve("with-checkpoints");
    assertEquals(0, command("train convnet", out, "--checkpoints", "0,2-3").code());
    ConvFolder.Stored last = ConvFolder.read(out);
    Path kept = out.resolve("checkpoints");
    assertEquals(
        ConvFolder.arrays(last.network()),
        ConvFolder.arrays(ConvFolder.read(kept.resolve("step-3")).network()));
    assertFalse(
        ConvFolder.arrays(last.network())
            .equals(ConvFolder.arrays(ConvFolder.read(kept.resolve("step-0")).network())));
    CommandLine wrong = command("train convnet", folder.resolve("no"), "--checkpoints", "4");
    assertEquals(2, wrong.code());
    assertTrue(wrong.err().contains("unknown step 4"), wrong.err());
  }
}
