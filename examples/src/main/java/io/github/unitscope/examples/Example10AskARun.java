package io.github.unitscope.examples;

import io.github.unitscope.network.FullyConnected;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.model.Models;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.storage.NpzReader;
import io.github.unitscope.stacks.NullModel;
import io.github.unitscope.visualize.select.UnitResponses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * Reads the arrays that {@code ./unitscope maximize --layer 2} left in a run folder and asks
 * whether the pictures need what was learned: a null model has the same weights in another order.
 */
public final class Example10AskARun {
  private Example10AskARun() {}

  /** Writes {@code responses.csv} into a folder that holds {@code dbn} and {@code run}. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    FullyConnected trained = (FullyConnected) Models.load(folder.resolve("dbn"));
    Network shuffled = NullModel.SHUFFLED.of(trained, Seed.root(1));
    StringBuilder table = new StringBuilder("unit,trained,shuffled\n");
    try (NpzReader results = NpzReader.open(folder.resolve("run").resolve("results.npz"))) {
      int[] units = results.get("units").ints();
      float[][] all = results.get("images").rows(); // [units · restarts][inputs]
      int restarts = all.length / units.length;
      float[][] images = new float[units.length][];
      Arrays.setAll(images, u -> all[u * restarts]);
      double[] with = UnitResponses.of(trained, images, 2, units).preactivations();
      double[] without = UnitResponses.of(shuffled, images, 2, units).preactivations();
      for (int u = 0; u < units.length; u++) {
        table.append(String.format(Locale.ROOT, "%d,%.3f,%.3f\n", units[u], with[u], without[u]));
      }
    }
    Files.writeString(folder.resolve("responses.csv"), table);
  }
}
