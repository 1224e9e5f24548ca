package io.github.unitscope.experiments;

import com.beust.jcommander.JCommander;
import io.github.unitscope.experiments.bench.BenchCommand;
import io.github.unitscope.experiments.combine.Combine;
import io.github.unitscope.experiments.command.ArgumentList;
import io.github.unitscope.experiments.command.Command;
import io.github.unitscope.experiments.command.CommandParser;
import io.github.unitscope.experiments.command.GlobalOptions;
import io.github.unitscope.experiments.command.HelpText;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.experiments.compare.Compare;
import io.github.unitscope.experiments.correspond.Correspond;
import io.github.unitscope.experiments.data.DataFetch;
import io.github.unitscope.experiments.data.DataList;
import io.github.unitscope.experiments.data.DataShow;
import io.github.unitscope.experiments.dataexamples.Examples;
import io.github.unitscope.experiments.deconv.Deconv;
import io.github.unitscope.experiments.diagnose.Diagnose;
import io.github.unitscope.experiments.diff.Diff;
import io.github.unitscope.experiments.evolve.Evolve;
import io.github.unitscope.experiments.finetune.FineTune;
import io.github.unitscope.experiments.gabor.GaborCommand;
import io.github.unitscope.experiments.gallery.Gallery;
import io.github.unitscope.experiments.likelihood.Likelihood;
import io.github.unitscope.experiments.maximize.Maximize;
import io.github.unitscope.experiments.modelimport.ModelImport;
import io.github.unitscope.experiments.modelshow.ModelShow;
import io.github.unitscope.experiments.occlude.Occlude;
import io.github.unitscope.experiments.probe.Probe;
import io.github.unitscope.experiments.reproduce.erhan2009.Part;
import io.github.unitscope.experiments.reproduce.erhan2009.ReproduceErhan2009;
import io.github.unitscope.experiments.reproduce.olah2017.ReproduceOlah2017;
import io.github.unitscope.experiments.rerun.Rerun;
import io.github.unitscope.experiments.sample.Sample;
import io.github.unitscope.experiments.show.Show;
import io.github.unitscope.experiments.terminal.FileNames;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.experiments.train.StackKind;
import io.github.unitscope.experiments.train.TrainConvnet;
import io.github.unitscope.experiments.train.TrainStack;
import io.github.unitscope.experiments.tune.Tune;
import io.github.unitscope.experiments.unimodality.Unimodality;
import io.github.unitscope.network.numerics.Backend;
import io.github.unitscope.network.numerics.BlasKernels;
import io.github.unitscope.network.storage.StopRequestedException;
import io.github.unitscope.provenance.Interruption;
import io.github.unitscope.provenance.Versions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.Supplier;

/** The program: finds the command, reads its options, runs it, and turns errors into exit codes. */
public final class Unitscope {
  /** Done. */
  public static final int DONE = 0;

  /** The work failed: a file, the data, the numbers. */
  public static final int FAILED = 1;

  /** The command line was wrong. */
  public static final int WRONG_USAGE = 2;

  private static final List<Supplier<Command>> COMMANDS =
      List.of(
          Compare::new,
          () -> new TrainStack(StackKind.DBN),
          () -> new TrainStack(StackKind.SDAE),
          TrainConvnet::new,
          Evolve::new,
          FineTune::new,
          () -> new Tune(StackKind.DBN),
          () -> new Tune(StackKind.SDAE),
          Maximize::new,
          Sample::new,
          Combine::new,
          Examples::new,
          Probe::new,
          Diagnose::new,
          Deconv::new,
          Occlude::new,
          Correspond::new,
          GaborCommand::new,
          Unimodality::new,
          Gallery::new,
          () -> new ReproduceErhan2009(Part.FIGURE1),
          () -> new ReproduceErhan2009(Part.FIGURE2),
          () -> new ReproduceErhan2009(Part.FIGURE3),
          () -> new ReproduceErhan2009(Part.PATCHES),
          () -> new ReproduceErhan2009(Part.CLAIMS),
          () -> new ReproduceErhan2009(Part.ALL),
          ReproduceOlah2017::new,
          Likelihood::new,
          () -> new Rerun(Unitscope::command),
          Diff::new,
          BenchCommand::new,
          Show::new,
          ModelImport::new,
          ModelShow::new,
          DataList::new,
          DataShow::new,
          DataFetch::new);

  private Unitscope() {}

  /** A new one of every command. */
  public static List<Command> commands() {
    return COMMANDS.stream().map(Supplier::get).toList();
  }

  /** Runs a command and exits with its code. */
  public static void main(String[] arguments) {
    // Libraries ask for the locale and the time zone where they offer no choice.
    Locale.setDefault(Locale.ROOT);
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    Terminal terminal = Terminal.system();
    if (!FileNames.areUnicode()) {
      terminal.fail(FileNames.advice());
      System.exit(FAILED);
    }
    Interruption.listen(terminal.err());
    // Of threads beside the work, such as the one that draws the progress: it goes on without them.
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, e) -> terminal.warn(thread.getName() + " ended: " + Failure.of(e).message()));
    int code = run(terminal, arguments);
    Interruption.ended(code != Interruption.EXIT_CODE);
    System.exit(code);
  }

  /**
   * Runs a command.
   *
   * @return 0 done, 1 failed, 2 wrong usage, 130 interrupted
   */
  public static int run(Terminal terminal, String... arguments) {
    GlobalOptions global = new GlobalOptions();
    try {
      return dispatch(terminal, global, List.of(arguments));
    } catch (StopRequestedException e) {
      terminal.fail("stopped; " + e.getMessage());
      return Interruption.EXIT_CODE;
    } catch (Throwable e) {
      // Errors too: whoever reads the last line of a log has to find there what to do.
      return report(terminal, global, e);
    }
  }

  private static int dispatch(Terminal terminal, GlobalOptions global, List<String> arguments)
      throws IOException {
    if (arguments.isEmpty() || isHelp(arguments.get(0)) || arguments.get(0).equals("help")) {
      printCommands(terminal);
      return arguments.isEmpty() ? WRONG_USAGE : DONE;
    }
    Command command = find(arguments);
    int words = command.name().split(" ").length;
    List<String> options = arguments.subList(words, arguments.size());
    CommandParser parser = new CommandParser(global, command);
    if (options.stream().anyMatch(Unitscope::isHelp)) {
      printHelp(terminal, command, parser.options());
      return DONE;
    }
    parser.parse(options);
    BlasKernels.requireUsable();
    // Only then: to ask the backend for its name takes as long as loading it.
    if (!Versions.builtFor().startsWith("nd4j-native")) {
      Backend.require(Versions.builtFor());
    }
    if (parser.canResume()) {
      Interruption.advise(howToGoOn(arguments));
    }
    command.run(global.quiet() ? terminal.quiet() : terminal);
    return DONE;
  }

  private static String howToGoOn(List<String> arguments) {
    List<String> words = new ArrayList<>(arguments);
    words.removeIf(word -> word.equals("--resume"));
    words.add("--resume");
    return "To resume: ./unitscope " + new ArgumentList(words).asTyped();
  }

  private static boolean isHelp(String argument) {
    return argument.equals("--help") || argument.equals("-h");
  }

  private static Command command(String words) {
    return find(Arrays.asList(words.split(" ")));
  }

  private static Command find(List<String> arguments) {
    return COMMANDS.stream()
        .map(Supplier::get)
        .filter(command -> startsWith(arguments, command.name()))
        .findFirst()
        .orElseThrow(() -> unknown(arguments));
  }

  private static boolean startsWith(List<String> arguments, String name) {
    List<String> words = Arrays.asList(name.split(" "));
    return arguments.size() >= words.size() && arguments.subList(0, words.size()).equals(words);
  }

  private static UsageException unknown(List<String> arguments) {
    String first = arguments.get(0);
    List<String> completions =
        COMMANDS.stream()
            .map(command -> command.get().name())
            .filter(name -> name.startsWith(first + " "))
            .toList();
    return new UsageException(
        completions.isEmpty()
            ? String.format(Locale.ROOT, "unknown command '%s'; see ./unitscope --help", first)
            : String.format(
                Locale.ROOT,
                "'%s' needs one more word: %s",
                first,
                String.join(", ", completions)));
  }

  private static void printCommands(Terminal terminal) {
    terminal.say("unitscope shows what the units of a trained network respond to.");
    terminal.say("");
    terminal.say("  ./unitscope COMMAND [options]");
    terminal.say("");
    for (Supplier<Command> supplier : COMMANDS) {
      Command command = supplier.get();
      terminal.say("  %-18s %s", command.name(), command.summary());
    }
    terminal.say("");
    terminal.say("./unitscope COMMAND --help shows its options and their defaults.");
  }

  private static void printHelp(Terminal terminal, Command command, JCommander parser) {
    new HelpText(command, parser).lines().forEach(line -> terminal.say("%s", line));
  }

  private static int report(Terminal terminal, GlobalOptions global, Throwable cause) {
    Failure failure = Failure.of(cause);
    terminal.fail(String.valueOf(failure.message()));
    if (global.verbose()) {
      terminal.trace(cause);
    }
    return failure.code();
  }
}
