package io.github.unitscope.provenance;

import io.github.unitscope.network.storage.Checkpoints;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.NpzReader;
import io.github.unitscope.network.storage.StopRequestedException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Keeps states in one file, each in place of the last. */
final class FileCheckpoints implements Checkpoints {
  private final StateFolder folder;
  private final String file;
  private final long everyNanos;
  private long lastNanos = System.nanoTime();

  /**
   * @param folder to write to
   * @param file its name
   * @param everySeconds between two states; 0 for every step
   */
  FileCheckpoints(StateFolder folder, String file, double everySeconds) {
    this.folder = folder;
    this.file = file;
    this.everyNanos = (long) (everySeconds * TimeUnit.SECONDS.toNanos(1));
  }

  @Override
  @SuppressWarnings("MustBeClosedChecker") // Whoever asks for it closes it.
  public Optional<NpzReader> last() {
    return folder.has(file) ? Optional.of(NpzReader.open(folder.file(file))) : Optional.empty();
  }

  @Override
  public boolean isDue() {
    return Interruption.isRequested() || System.nanoTime() - lastNanos >= everyNanos;
  }

  @Override
  public void keep(Map<String, NpyArray> state) {
    folder.writeArrays(file, state);
    lastNanos = System.nanoTime();
    if (Interruption.isRequested()) {
      throw new StopRequestedException("finished work is kept in " + folder.path());
    }
  }
}
