package io.github.unitscope.experiments.cli;

import com.beust.jcommander.Parameter;
import io.github.unitscope.network.Seed;
import java.nio.file.Files;
import java.nio.file.Path;

/** Options of every command that leaves a folder. */
public final class RunOptions {
  /** Seed that is used unless another is asked for. */
  public static final long DEFAULT_SEED = 42;

  @Parameter(
      names = "--out",
      description = "Folder to write; by default the first free of runs/COMMAND, runs/COMMAND-2 …")
  private Path out;

  @Parameter(names = "--seed", description = "Root seed of everything random; any whole number")
  private long seed = DEFAULT_SEED;

  @Parameter(
      names = "--threads",
      description = "Threads to use; results are the same bits for any number of them")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Parameter(names = "--force", description = "Replace the output folder if it exists")
  private boolean force;

  /** The root seed as a number, as manifests record it. */
  public long seedValue() {
    return seed;
  }

  /** The root seed. */
  public Seed seed() {
    return Seed.root(seed);
  }

  /**
   * How many threads to use.
   *
   * @throws UsageException if it is below 1
   */
  public int threads() {
    if (threads < 1) {
      throw new UsageException("--threads must be at least 1, not " + threads);
    }
    return threads;
  }

  /** Whether an existing folder may be replaced. */
  public boolean force() {
    return force;
  }

  /**
   * The folder to write.
   *
   * @param otherwise where none was asked for
   */
  public Path out(Path otherwise) {
    return out == null ? otherwise : out;
  }

  /** The folder to write; by default the first free one for a command. */
  public Path out(String command) {
    if (out != null) {
      return out;
    }
    String name = command.replace(' ', '-');
    Path free = Path.of("runs", name);
    for (int i = 2; Files.exists(free) && !force; i++) {
      free = Path.of("runs", name + "-" + i);
    }
    return free;
  }
}
