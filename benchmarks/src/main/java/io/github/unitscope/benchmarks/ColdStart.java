package io.github.unitscope.benchmarks;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.model.Models;
import io.github.unitscope.network.model.TrainedOn;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.storage.FolderTree;
import io.github.unitscope.network.storage.TextFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * A command from the first instruction of its process to the last.
 *
 * @param name as on the command line
 * @param description what the command does
 * @param needsModel whether a model with random weights is made for it
 * @param arguments of the program; {@link #MODEL} and {@link #OUT} stand for paths
 * @param network the sizes of that model
 */
record ColdStart(
    String name,
    String description,
    boolean needsModel,
    List<String> arguments,
    NetworkSizes network)
    implements Workload {
  /** In the arguments: the model folder. */
  static final String MODEL = "{model}";

  /** In the arguments: a folder to write. */
  static final String OUT = "{out}";

  /** About that of an MNIST image. */
  private static final double INPUT_NORM = 9.2;

  private static final long PATIENCE_SECONDS = 120;

  @Override
  public String item() {
    return "start";
  }

  @Override
  public Rounds prepare(Workers workers, Seed seed) {
    try {
      Path folder = Files.createTempDirectory("unitscope-bench");
      Path model = folder.resolve("model");
      if (needsModel) {
        Models.save(
            network.random(seed.derive("model")), new TrainedOn(INPUT_NORM, "synthetic"), model);
      }
      return new Starts(folder, command(model, folder.resolve("out")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> command(Path model, Path out) {
    List<String> command = new ArrayList<>(Program.command());
    for (String argument : arguments) {
      command.add(argument.replace(MODEL, model.toString()).replace(OUT, out.toString()));
    }
    return command;
  }

  /** The command again and again, in a folder of its own that goes at the end. */
  private record Starts(Path folder, List<String> command) implements Rounds {

    @Override
    public Work run() {
      return Work.timed(
          () -> {
            start();
            return new Done(1, 0);
          });
    }

    private void start() {
      Path said = folder.resolve("said.txt");
      try {
        Process process =
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new InvalidInputException(
              String.format(
                  Locale.ROOT, "%s did not end in %d s", command.get(0), PATIENCE_SECONDS));
        }
        if (process.exitValue() != 0) {
          throw new InvalidInputException(
              "the command failed: " + String.join(" ", TextFile.read(said).lines()));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() {
      try {
        FolderTree.delete(folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
