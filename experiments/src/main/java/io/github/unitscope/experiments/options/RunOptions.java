package io.github.unitscope.experiments.options;

import com.beust.jcommander.Parameter;
import io.github.unitscope.experiments.command.Group;
import io.github.unitscope.experiments.command.InvocationAware;
import io.github.unitscope.experiments.command.OptionGroup;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.storage.StagedFolder;
import io.github.unitscope.provenance.Inputs;
import io.github.unitscope.provenance.Invocation;
import io.github.unitscope.provenance.ResumableRun;
import io.github.unitscope.provenance.Resumption;
import io.github.unitscope.provenance.RunFolder;
import io.github.unitscope.visualize.picture.Fonts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Options of every command that leaves a folder. */
@OptionGroup(Group.OUTPUT)
public final class RunOptions implements InvocationAware {
  @Parameter(
      names = "--out",
      description = "Folder to write. Default: the first free of runs/COMMAND, runs/COMMAND-2 …")
  private Path out;

  @OptionGroup(Group.HOW)
  @Parameter(names = "--seed", description = "Root seed of all random numbers: any whole number")
  private long seed = Seed.DEFAULT_ROOT;

  @Parameter(
      names = "--threads",
      description = "Threads, at least 1. The results are the same bits for any number of them")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Parameter(
      names = "--force",
      description =
          "Replace the output folder, if it holds nothing but an earlier run that was not"
              + " modified")
  private boolean force;

  private final boolean drawsText;
  private List<String> arguments = List.of();
  private List<Path> reads = List.of();

  /** Of a command that draws text: it is refused before its work where text cannot be drawn. */
  public RunOptions() {
    this(true);
  }

  private RunOptions(boolean drawsText) {
    this.drawsText = drawsText;
  }

  /** Of a command whose results have no text in pictures. */
  public static RunOptions withoutText() {
    return new RunOptions(false);
  }

  /** As if these had been given. */
  public void set(RunPlace place) {
    out = place.out();
    seed = place.seed();
    threads = place.threads();
    force = place.force();
  }

  @Override
  public void calledWith(List<String> words, List<Path> paths) {
    arguments = words;
    reads = paths;
  }

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
    return DefaultPlace.first(command, place -> isTaken(place) && !force);
  }

  private static boolean isTaken(Path place) {
    return Files.exists(StagedFolder.standing(place));
  }

  /**
   * Begins or resumes the run of a command that can go on later.
   *
   * @param command whose name the folder has unless another was asked for; a resumption looks there
   *     for the first unfinished run
   * @throws io.github.unitscope.network.message.InvalidInputException if the place cannot be used,
   *     or the command draws text and that cannot be done here
   */
  public ResumableRun begin(String command, Inputs inputs, ResumeOptions resume) {
    Resumption resumption = resume.settings();
    requireFonts();
    Path place = out == null && resumption.resume() ? unfinished(command, inputs) : out(command);
    return ResumableRun.begin(place, force, resumption, inputs, invocation());
  }

  private void requireFonts() {
    if (drawsText) {
      Fonts.require();
    }
  }

  private Path unfinished(String command, Inputs inputs) {
    Path place = DefaultPlace.numbered(command, 1);
    Path complete = null;
    int number = 1;
    while (!ResumableRun.isUnfinished(place) && isTaken(place)) {
      complete = ResumableRun.isComplete(place, inputs) ? place : complete;
      place = DefaultPlace.numbered(command, ++number);
    }
    return ResumableRun.isUnfinished(place) || complete == null ? place : complete;
  }

  /** How the command was called. */
  public Invocation invocation() {
    return new Invocation(arguments, threads(), reads);
  }

  /**
   * Begins the run folder of a command.
   *
   * @param command whose name the folder has unless another was asked for
   * @param inputs what determines the results
   * @throws io.github.unitscope.network.message.InvalidInputException if the place cannot be used,
   *     or the command draws text and that cannot be done here
   */
  public RunFolder create(String command, Inputs inputs) {
    requireFonts();
    return RunFolder.create(out(command), force, inputs, invocation());
  }
}
