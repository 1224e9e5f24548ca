package io.github.unitscope.testing;

import io.github.unitscope.network.storage.AtomicFile;
import io.github.unitscope.network.storage.Checkpoints;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.NpzReader;
import io.github.unitscope.network.storage.NpzWriter;
import io.github.unitscope.network.storage.StopRequestedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps every state in a file and stops after so many. */
public final class StoppingCheckpoints implements Checkpoints {
  private final Path file;
  private int left;

  /**
   * @param file to keep the state in; what it holds already is the last state
   * @param steps how many states to keep before the training is stopped
   */
  public StoppingCheckpoints(Path file, int steps) {
    this.file = file;
    this.left = steps;
  }

  @Override
  @SuppressWarnings("MustBeClosedChecker") // Whoever asks for it closes it.
  public Optional<NpzReader> last() {
    return Files.exists(file) ? Optional.of(NpzReader.open(file)) : Optional.empty();
  }

  @Override
  public boolean isDue() {
    return true;
  }

  @Override
  public void keep(Map<String, NpyArray> state) {
    write(file, state);
    left--;
    if (left == 0) {
      throw new StopRequestedException("enough");
    }
  }

  /** The arrays of the last state. */
  public Map<String, NpyArray> arrays() {
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    try (NpzReader npz = NpzReader.open(file)) {
      npz.names().forEach(name -> arrays.put(name, npz.get(name)));
    }
    return arrays;
  }

  /** Writes a state as the trainer would have left it. */
  public static void write(Path file, Map<String, NpyArray> state) {
    AtomicFile.write(
        file,
        out -> {
          try (NpzWriter npz = NpzWriter.stored(out)) {
            for (Map.Entry<String, NpyArray> array : state.entrySet()) {
              npz.add(array.getKey(), array.getValue());
            }
          }
        });
  }
}
