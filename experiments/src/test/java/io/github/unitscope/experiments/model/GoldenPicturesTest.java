package io.github.unitscope.experiments.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.experiments.CommandLine;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Figures look as they did, with any kernels: ascents that do not converge, which end elsewhere
 * with others, are not among them. Where one is meant to look otherwise, look at the picture that
 * the failing test leaves in {@code target/pictures}, and put it in the place of the old one in
 * {@code src/test/resources/pictures}.
 */
class GoldenPicturesTest {
  /** Of 255; kernels for other processors add in another order. */
  private static final int LEVELS = 6;

  /** The part of the pixels that may differ by more. */
  private static final double FEW = 0.002;

  /** The last line of a caption names the run, and with it the version. */
  private static final int CAPTION_ROWS = 76;

  private static final Path ACTUAL = Path.of("target", "pictures");

  @TempDir Path folder;

  private static String model(String name) {
    try {
      return Path.of(GoldenPicturesTest.class.getResource("/formats/models/" + name).toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "maximize.png, dbn, maximize --layer 1 --units 0-3 --restarts 2",
    "restarts.png, dbn, maximize --layer 1 --units 0-3 --restarts 2",
    "sample.png, dbn, sample --layer 2 --units 0-1 --samples 4",
    "combine.png, sdae, combine --layer 2 --units 0-3",
    "examples.png, sdae, examples --layer 2 --units 0-1 --images 60 --data synthetic",
    "deconv.png, convnet, deconv --layer 3 --units 0-1 --images 40 --data synthetic",
    "occlude.png, convnet, occlude --show 0 --images 20 --data synthetic",
    "filters.png, convnet, diagnose --images 40 --data synthetic",
    "compare.png, dbn, compare --layer 1 --units 0-1 --restarts 2",
    "maximize.png, gaussian, maximize --units 0-3 --restarts 1",
  })
  void looksAsItDid(String picture, String model, String command) throws IOException {
    Path out = folder.resolve("run");
    List<Object> words = new ArrayList<>(List.of((Object[]) command.split(" ")));
    words.addAll(List.of("--model", model(model), "--threads", 1, "--quiet", "--out", out));
    CommandLine.succeed(words.toArray());
    Path file = out.resolve(picture);
    assertTrue(Files.exists(file), () -> picture + " is not among " + List.of(out.toFile().list()));
    String name = model + "-" + picture;
    String difference = difference(name, ImageIO.read(file.toFile()));
    if (!difference.isEmpty()) {
      Files.createDirectories(ACTUAL);
      Files.copy(file, ACTUAL.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    assertEquals("", difference, () -> "see " + ACTUAL.resolve(name).toAbsolutePath());
  }

  private static String difference(String picture, BufferedImage actual) throws IOException {
    try (InputStream in = GoldenPicturesTest.class.getResourceAsStream("/pictures/" + picture)) {
      if (in == null) {
        return "there is no " + picture + " to compare with";
      }
      BufferedImage golden = ImageIO.read(in);
      assertNotNull(golden);
      if (golden.getWidth() != actual.getWidth() || golden.getHeight() != actual.getHeight()) {
        return String.format(
            Locale.ROOT,
            "%d x %d pixels instead of %d x %d",
            actual.getWidth(),
            actual.getHeight(),
            golden.getWidth(),
            golden.getHeight());
      }
      int rows = golden.getHeight() - CAPTION_ROWS;
      long others = 0;
      for (int y = 0; y < rows; y++) {
        for (int x = 0; x < golden.getWidth(); x++) {
          others += distance(golden.getRGB(x, y), actual.getRGB(x, y)) > LEVELS ? 1 : 0;
        }
      }
      return others <= FEW * rows * golden.getWidth()
          ? ""
          : String.format(Locale.ROOT, "%d pixels differ by more than %d levels", others, LEVELS);
    }
  }

  private static int distance(int a, int b) {
    int most = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      most = Math.max(most, Math.abs((a >> shift & 0xff) - (b >> shift & 0xff)));
    }
    return most;
  }
}
