package io.github.unitscope.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.model.Models;
import io.github.unitscope.network.model.TrainedOn;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.NpzReader;
import io.github.unitscope.network.storage.NpzWriter;
import io.github.unitscope.rbm.Dbn;
import io.github.unitscope.rbm.machine.Rbm;
import io.github.unitscope.visualize.maximize.Maximization;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program of its own process, which nobody has told of kernels, threads or memory, gives the bits
 * of {@code ./unitscope}.
 */
class SameBitsTest {
  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

  @TempDir Path folder;

  /** What the other process does. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    float[] image =
        Maximization.of(Models.read(folder.resolve("model")))
            .layer(2)
            .units(3)
            .restarts(2)
            .seed(5)
            .run()
            .best()
            .image();
    try (NpzWriter npz = NpzWriter.stored(Files.newOutputStream(folder.resolve("program.npz")))) {
      npz.add("image", NpyArray.of(image, image.length));
    }
    System.out.println("uses " + Matrix.blas());
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.matches("(OPENBLAS|OMP|MKL)_.*|UNITSCOPE_(JAVA|BLAS).*"));
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said;
  }

  private static List<String> java(String... more) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(more));
    return command;
  }

  /** In a build from the start it is; to build within a build would change what is being tested. */
  private static boolean isBuilt() throws IOException, InterruptedException {
    String script = String.join("; ", ". '" + HOME + "/launcher/build.sh'", "is_built");
    return Files.exists(Path.of("/bin/bash"))
        && new ProcessBuilder("/bin/bash", "-c", script).start().waitFor() == 0;
  }

  @Test
  void aProgramGivesTheBitsOfTheLauncher() throws Exception {
    assumeTrue(isBuilt(), "./unitscope has to be built first: mvn package");
    Path model = folder.resolve("model");
    Models.save(dbn(), new TrainedOn(9.2, ""), model);
    run(java(SameBitsTest.class.getName(), folder.toString()));
    run(
        List.of(
            HOME.resolve("unitscope").toString(),
            "maximize",
            "--model",
            model.toString(),
            "--layer",
            "2",
            "--units",
            "3",
            "--restarts",
            "2",
            "--seed",
            "5",
            "--out",
            folder.resolve("run").toString()));
    float[][] images = array(folder.resolve("run").resolve("results.npz"), "images").rows();
    float[] image = array(folder.resolve("program.npz"), "image").floats();
    double[] values = array(folder.resolve("run").resolve("results.npz"), "values").doubles();
    assertArrayEquals(images[values[0] >= values[1] ? 0 : 1], image);
  }

  private static NpyArray array(Path file, String name) {
    try (NpzReader npz = NpzReader.open(file)) {
      return npz.get(name);
    }
  }

  /**
   * With weights that are drawn: sums of many terms in two layers, whose order shows in the bits.
   */
  private static Dbn dbn() {
    Rbm lower = rbm(784, 300, Seed.root(7));
    Rbm upper = rbm(300, 20, Seed.root(8));
    return new Dbn(ImageShape.grey(28, 28), List.of(lower, upper));
  }

  private static Rbm rbm(int visible, int hidden, Seed seed) {
    SplitMix64 random = seed.stream();
    float[][] weights = new float[visible][hidden];
    for (float[] row : weights) {
      for (int j = 0; j < hidden; j++) {
        row[j] = 0.1f * (float) random.nextGaussian();
      }
    }
    return new Rbm(Matrix.of(weights), new float[visible], new float[hidden]);
  }
}
