package io.github.unitscope.experiments.rerun;

import io.github.unitscope.experiments.command.ArgumentList;
import io.github.unitscope.experiments.command.Command;
import io.github.unitscope.experiments.command.CommandParser;
import io.github.unitscope.experiments.command.GlobalOptions;
import io.github.unitscope.experiments.command.RenamedOptions;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.storage.StagedFolder;
import io.github.unitscope.provenance.ResumableRun;
import io.github.unitscope.provenance.Resumption;
import io.github.unitscope.provenance.StoredRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes a run again from its manifest.
 *
 * <p>A manifest may come from a stranger: it can only call commands that leave a run folder, and
 * where that folder is, and whether it replaces another, is never its choice.
 */
public final class Repetition {
  private static final Set<String> NEVER_FROM_A_MANIFEST =
      Set.of(
          "--out", "--force", "--resume", "--checkpoint-every", "--verbose", "--quiet", "--help");

  /** Commands whose ascents may start from images, and the options that say from which. */
  private static final Set<String> STARTING = Set.of("compare", "maximize", "unimodality");

  private static final List<String> OF_START_IMAGES =
      List.of(
          "--data",
          "--photographs",
          "--patch-size",
          "--patches",
          "--whitening",
          "--contrast",
          "--deviation",
          "--least-contrast");

  private final StoredRun run;
  private final Function<String, Command> commands;
  private ArgumentList arguments;

  /**
   * @param run to make again
   * @param commands a new command for its words
   * @throws InvalidInputException if the manifest does not say how the run was made, or says what
   *     is not its choice
   */
  public Repetition(StoredRun run, Function<String, Command> commands) {
    this.run = run;
    this.commands = commands;
    this.arguments = new ArgumentList(RenamedOptions.translated(run.manifest().arguments()));
    // What counts is how the words are read: " --force" is --force, and all is read after --.
    Parsed theirs = parsed(List.of());
    for (String option : theirs.parser().given()) {
      if (NEVER_FROM_A_MANIFEST.contains(option)) {
        throw new InvalidInputException(
            String.format(
                Locale.ROOT,
                "%s: unitscope never records %s; refusing to rerun it",
                run.folder(),
                option));
      }
    }
    this.arguments = new ArgumentList(theirs.parser().arguments());
  }

  private record Parsed(Command command, CommandParser parser) {}

  /** A new command that has read the words of the manifest, and then others. */
  private Parsed parsed(List<String> others) {
    Command command = command();
    List<String> options = applicable(arguments.words());
    List<String> name = List.of(command.name().split(" "));
    if (options.size() < name.size() || !options.subList(0, name.size()).equals(name)) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "%s: the manifest's command was not written by unitscope; refusing to rerun it",
              run.folder()));
    }
    options.subList(0, name.size()).clear();
    options.addAll(others);
    CommandParser parser = new CommandParser(new GlobalOptions(), command);
    if (!parser.leavesRun()) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "%s: '%s' does not produce a run folder, so it cannot be rerun",
              run.folder(),
              command.name()));
    }
    try {
      parser.parse(options);
    } catch (UsageException e) {
      throw notGiven(e);
    }
    return new Parsed(command, parser);
  }

  /** Manifests of before have options that did nothing, and are refused today. */
  private static List<String> applicable(List<String> words) {
    List<String> options = new ArrayList<>(words);
    if (options.get(0).equals("maximize") && options.contains("--objective")) {
      remove(options, "--layer", 2);
    }
    boolean startsFromData = new ArgumentList(options).value("--start").equals(Optional.of("data"));
    if (STARTING.contains(options.get(0)) && options.contains("--model") && !startsFromData) {
      OF_START_IMAGES.forEach(option -> remove(options, option, 2));
      remove(options, "--colour", 1);
    }
    return options;
  }

  private static void remove(List<String> options, String option, int words) {
    int at = options.indexOf(option);
    if (at > 0) {
      options.subList(at, Math.min(at + words, options.size())).clear();
    }
  }

  /** The same with another number of threads, which changes no bits. */
  public void setThreads(int threads) {
    arguments = arguments.with("--threads", String.valueOf(threads));
  }

  /** The same with data from another directory. */
  public void setDataDirectory(Path directory) {
    arguments = arguments.with("--data-dir", directory.toString());
  }

  /**
   * The same with photographs from another folder.
   *
   * @throws UsageException if the run is not of photographs
   */
  public void setPhotographs(Path folder) {
    if (arguments.value("--photographs").isEmpty()) {
      throw new UsageException(
          String.format(
              Locale.ROOT,
              "--photographs does not apply: %s is not a run on photographs",
              run.folder()));
    }
    arguments = arguments.with("--photographs", folder.toString());
  }

  /**
   * Looks for the model where the manifest says that it was.
   *
   * @param given where it is said to be; null if that was not said
   */
  public void findModel(Path given) {
    if (run.manifest().inputs().modelPath() != null) {
      Path model = given == null ? ModelSearch.find(run) : given;
      arguments = arguments.with("--model", model.toString());
    }
  }

  /** The command line, without the output folder. */
  public ArgumentList arguments() {
    return arguments;
  }

  /**
   * Makes the run.
   *
   * @param out the folder to write
   * @param force whether an earlier run there may be replaced
   * @param resumption whether to go on with a repetition that was stopped
   * @return the new run
   * @throws InvalidInputException if the command fails and leaves no run; a training that diverges
   *     leaves one
   */
  public StoredRun make(Path out, boolean force, Resumption resumption, Terminal terminal)
      throws IOException {
    requireApart(out);
    requireNew(out, force, resumption);
    List<String> ours = new ArrayList<>(List.of("--out", out.toString()));
    if (force) {
      ours.add("--force");
    }
    if (new CommandParser(new GlobalOptions(), command()).canResume()) {
      ours.addAll(resumption.asOptions());
    }
    Parsed parsed = parsed(ours);
    requireOnly(ours, parsed.parser().given());
    Command command = parsed.command();
    Path made = command.runFolder(out);
    FileTime before = written(made);
    try {
      command.run(terminal);
    } catch (UsageException e) {
      throw notGiven(e);
    } catch (InvalidInputException e) {
      if (written(made).equals(before)) {
        throw e;
      }
      terminal.warn(e.getMessage());
    }
    return StoredRun.read(made.resolve(run.manifest().part()));
  }

  /** Of where a run goes and what it may replace, the command does what was asked for here. */
  private void requireOnly(List<String> ours, Set<String> given) {
    for (String option : NEVER_FROM_A_MANIFEST) {
      if (given.contains(option) != ours.contains(option)) {
        throw new InvalidInputException(
            String.format(
                Locale.ROOT,
                "%s: its command changes how %s is read; refusing to rerun it",
                run.folder(),
                option));
      }
    }
  }

  /** Whether an earlier repetition at a place did not come to its end. */
  public boolean isUnfinished(Path out) {
    Path made = command().runFolder(out);
    return ResumableRun.isUnfinished(out)
        || Files.isDirectory(out) && !Files.exists(made.resolve(StagedFolder.MANIFEST));
  }

  /** A run that is replaced by its repetition would be compared with itself. */
  private void requireApart(Path out) {
    if (real(run.folder()).startsWith(real(out))) {
      throw new InvalidInputException(
          String.format(Locale.ROOT, "%s holds the run to repeat: give another --out", out));
    }
  }

  private static Path real(Path place) {
    try {
      return place.toRealPath();
    } catch (IOException e) {
      return place.toAbsolutePath().normalize();
    }
  }

  /** A reproduction would take the steps that are there as done. */
  private static void requireNew(Path out, boolean force, Resumption resumption) {
    if (Files.exists(out) && !force && !resumption.resume()) {
      throw new InvalidInputException(
          out + " exists: give another --out, --force to replace it, or --resume to continue it");
    }
  }

  /** When the manifest of a run was written: shows that a command that failed left one. */
  private static FileTime written(Path folder) throws IOException {
    Path manifest = folder.resolve(StagedFolder.MANIFEST);
    return Files.exists(manifest)
        ? Files.getLastModifiedTime(manifest)
        : FileTime.from(Instant.MIN);
  }

  private Command command() {
    try {
      return commands.apply(String.join(" ", arguments.words()));
    } catch (UsageException e) {
      throw notGiven(e);
    }
  }

  private InvalidInputException notGiven(UsageException cause) {
    return new InvalidInputException(
        String.format(
            Locale.ROOT,
            "the command of the manifest cannot be parsed (%s): was it written by another version of unitscope (%s)?",
            cause.getMessage(),
            run.manifest().versions().unitscope()),
        cause);
  }
}
