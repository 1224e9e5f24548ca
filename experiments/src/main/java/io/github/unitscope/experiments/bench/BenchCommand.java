package io.github.unitscope.experiments.bench;

import com.beust.jcommander.Parameter;
import io.github.unitscope.benchmarks.Bench;
import io.github.unitscope.benchmarks.BenchReport;
import io.github.unitscope.benchmarks.BenchSizes;
import io.github.unitscope.benchmarks.BenchedConvNet;
import io.github.unitscope.benchmarks.Measured;
import io.github.unitscope.benchmarks.WorkloadCatalog;
import io.github.unitscope.convnet.ConvNetwork;
import io.github.unitscope.experiments.command.Command;
import io.github.unitscope.experiments.command.Group;
import io.github.unitscope.experiments.command.OptionGroup;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.storage.Json;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code bench}: how fast this is here, as a share of what the machine could do. */
public final class BenchCommand implements Command {
  private static final int DEFAULT_ROUNDS = 5;

  @Parameter(
      names = "--rounds",
      description = "Rounds of measurement, at least 1. The workloads take turns")
  private int rounds = DEFAULT_ROUNDS;

  @OptionGroup(Group.ADVANCED)
  @Parameter(
      names = "--warm-up",
      description =
          "Seconds that each workload runs before the first round, at least 0; it runs once"
              + " in any case")
  private double warmUp = Bench.WARM_UP_SECONDS;

  @OptionGroup(Group.WHAT)
  @Parameter(
      names = "--only",
      description =
          "Workloads to measure, separated by commas, by name or prefix, for example"
              + " maximize-360,cd1. Default: all")
  private List<String> only = new ArrayList<>();

  @OptionGroup(Group.WHAT)
  @Parameter(
      names = "--model",
      description =
          "Convolutional network to measure: a model folder or a Keras file (.h5). Default:"
              + " the MobileNet beside the folder of datasets, if it exists")
  private Path model;

  @Parameter(names = "--threads", description = "Threads, at least 1")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Parameter(names = "--seed", description = "Root seed of all random numbers: any whole number")
  private long seed = Seed.DEFAULT_ROOT;

  @OptionGroup(Group.OUTPUT)
  @Parameter(
      names = "--out",
      description =
          "File to write the results to, as JSON. It must not exist yet. Default: no file")
  private Path out;

  @Override
  public String name() {
    return "bench";
  }

  @Override
  public String summary() {
    return "benchmark this machine: speeds, and their share of what it could do";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "bench",
        "bench --only maximize,cd1 --rounds 9",
        "bench --only maximize-360 --threads 1 --out bench.json");
  }

  @Override
  public void run(Terminal terminal) {
    requirePositive("--rounds", rounds);
    requirePositive("--threads", threads);
    if (!(warmUp >= 0 && warmUp < Double.POSITIVE_INFINITY)) {
      throw new UsageException("--warm-up must be a number of seconds, not " + warmUp);
    }
    requireNew(out);
    WorkloadCatalog catalog = catalog();
    List<Measured> results;
    try (Workers workers = new Workers(threads);
        Terminal.Progress progress = terminal.progress("bench", rounds);
        Bench bench = new Bench(workers, Seed.root(seed), rounds, warmUp, progress::at)) {
      results = bench.run(catalog.comparisons());
    }
    BenchReport report = BenchReport.of(threads, seed, results);
    terminal.say("%s", report.where());
    report.table().forEach(line -> terminal.say("%s", line));
    report.details().forEach(line -> terminal.say("%s", line));
    report.scaling().ifPresent(line -> terminal.say("%s", line));
    if (out != null) {
      Json.write(out, report);
      terminal.say("results: %s", out);
    }
  }

  private WorkloadCatalog catalog() {
    ConvNetwork network = BenchedConvNet.find(model);
    WorkloadCatalog all = WorkloadCatalog.of(BenchSizes.DEFAULTS, network);
    return only.isEmpty() ? all : UsageException.check(() -> all.only(only));
  }

  /** Before the work: whatever lies there is somebody's. */
  private static void requireNew(Path file) {
    if (file != null && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new InvalidInputException(file + " exists: delete it, or give another --out");
    }
  }

  private static void requirePositive(String option, int value) {
    if (value < 1) {
      throw new UsageException(option + " must be at least 1, not " + value);
    }
  }
}
