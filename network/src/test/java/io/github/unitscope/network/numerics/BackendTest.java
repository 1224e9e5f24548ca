package io.github.unitscope.network.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.message.InvalidInputException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BackendTest {
  @Test
  void buildForGpusSaysThatThereIsNone() {
    Backend.require("nd4j-native-platform");
    String message =
        assertThrows(InvalidInputException.class, () -> Backend.require("nd4j-cuda-11.6-platform"))
            .getMessage();
    assertTrue(message.contains("compute capability 3.7 to 8.9"), message);
    assertTrue(message.contains("without -Pcuda"), message);
  }

  /** In a process of its own: what ND4J computes on is decided once. */
  @Test
  void deviceWithMemoryOfItsOwnGivesTheSameBits() throws IOException, InterruptedException {
    assertEquals(products(), inAnotherProcess());
  }

  private static String inAnotherProcess() throws IOException, InterruptedException {
    String java =
        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    Process process =
        new ProcessBuilder(
                java,
                "-D" + Backend.MEMORY_PROPERTY + "=copied",
                "-cp",
                System.getProperty("java.class.path"),
                BackendTest.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    return output.strip();
  }

  /** Prints the products, for the test. */
  public static void main(String[] arguments) {
    if (Backend.sharesMemory()) {
      throw new IllegalStateException("the memory is to be copied");
    }
    System.out.println(products());
  }

  private static String products() {
    Matrix a = Matrix.of(new float[] {1, 2, 3}, new float[] {4, 5, 6});
    Matrix b = Matrix.of(new float[] {0.1f, 0.2f}, new float[] {0.3f, 0.4f}, new float[] {5, 6});
    Matrix square = Matrix.zeros(2, 2);
    Matrix.multiply(a, b, square);
    Matrix back = Matrix.zeros(2, 3);
    Matrix.multiplyTransposed(square, b, back);
    Matrix.addProductTransposed(square.columnBlock(1, 2), b.columnBlock(0, 1), back);
    Matrix.addTransposedProduct(0.5f, square, a, back);
    String all = Arrays.deepToString(square.toRows()) + Arrays.deepToString(back.toRows());
    square.close();
    return all;
  }
}
