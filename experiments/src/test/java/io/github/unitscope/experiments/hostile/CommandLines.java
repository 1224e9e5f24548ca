package io.github.unitscope.experiments.hostile;

import com.beust.jcommander.JCommander;
import com.beust.jcommander.ParameterDescription;
import io.github.unitscope.experiments.Unitscope;
import io.github.unitscope.experiments.command.Command;
import io.github.unitscope.experiments.command.CommandParser;
import io.github.unitscope.experiments.command.GlobalOptions;
import io.github.unitscope.network.random.SplitMix64;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draws command lines: quick ones of every command, with some options that nobody means. */
final class CommandLines {
  /** Gives its own exit code, and asks for nothing. */
  private static final Set<String> NOT_DRAWN = Set.of("--help", "--verbose", "--quiet");

  private final Path folder;
  private final Map<String, Path> models;

  /**
   * @param folder with the files that options are given
   * @param models as {@link StrangeModels} writes them
   */
  CommandLines(Path folder, Map<String, Path> models) {
    this.folder = folder;
    this.models = models;
  }

  private List<Path> paths() {
    return List.of(
        folder.resolve("missing"),
        folder.resolve("empty"),
        folder.resolve("empty.txt"),
        folder.resolve("noise.bin"),
        folder.resolve("empty.txt/below"),
        folder.resolve("x".repeat(300)),
        folder.resolve("models"),
        Path.of(""),
        Path.of("/dev/null"),
        Path.of("/"),
        folder.resolve("run"),
        models.get("two-channels"),
        models.get("digits-dbn"));
  }

  /** All but most parts of a reproduction, which have one class and the same options. */
  private static List<Command> commands() {
    return Unitscope.commands().stream()
        .filter(command -> !command.name().matches("reproduce (figure[23]|patches|claims|all)"))
        .toList();
  }

  private static List<ParameterDescription> options(Command command) {
    JCommander parser = new CommandParser(new GlobalOptions(), command).options();
    parser.createDescriptions();
    return parser.getFields().values().stream()
        .filter(option -> !NOT_DRAWN.contains(option.getLongestName()))
        .sorted((a, b) -> a.getLongestName().compareTo(b.getLongestName()))
        .toList();
  }

  /** A command line, and whether it may have been asked to take long. */
  record Drawn(List<String> words, boolean isLong) {}

  /**
   * Extreme values of every option, each with the first of the commands that take it from the same
   * class; in an order that the seed decides, so that some of them are some of every kind.
   */
  List<Change> sweep() {
    Map<String, List<Change>> byOption = new TreeMap<>();
    for (Command command : commands()) {
      for (ParameterDescription option : options(command)) {
        String key = option.getObject().getClass().getName() + option.getLongestName();
        List<String> values = MeanValues.extremes(option);
        byOption.putIfAbsent(
            key, values.stream().map(value -> new Change(command, option, value)).toList());
      }
    }
    List<Change> all = new ArrayList<>(byOption.values().stream().flatMap(List::stream).toList());
    Collections.shuffle(all, new Random(Search.seed(0)));
    return all;
  }

  /** One value of an option. */
  record Change(Command command, ParameterDescription option, String value) {}

  Drawn draw(SplitMix64 random) {
    Command command = MeanValues.one(random, commands());
    List<ParameterDescription> all = options(command);
    List<Change> changes = new ArrayList<>();
    int count = all.isEmpty() ? 0 : random.nextInt(2) == 0 ? 1 : 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      ParameterDescription option = MeanValues.one(random, all);
      changes.add(new Change(command, option, MeanValues.draw(option, random, paths())));
    }
    return drawn(command, changes, random);
  }

  Drawn drawn(Change change, SplitMix64 random) {
    return drawn(change.command, List.of(change), random);
  }

  private Drawn drawn(Command command, List<Change> changes, SplitMix64 random) {
    List<ParameterDescription> all = options(command);
    Set<String> names =
        all.stream().flatMap(o -> Stream.of(o.getNames().split(", "))).collect(Collectors.toSet());
    Map<String, List<String>> chosen =
        new LinkedHashMap<>(
            QuickCommands.options(
                command.name(), names, folder.resolve("run"), folder.resolve("parts.csv")));
    if (names.contains("--model") && !command.name().equals("rerun")) {
      chosen.put("--model", List.of(model(command, random).toString()));
    }
    boolean isLong = command.name().startsWith("reproduce");
    for (Change change : changes) {
      ParameterDescription option = change.option;
      Stream.of(option.getNames().split(", ")).forEach(chosen::remove);
      boolean flag = option.getParameterized().getType() == boolean.class;
      chosen.put(option.getLongestName(), flag ? List.of() : List.of(change.value));
      isLong |= !flag && change.value.matches("(?s).*(\\d{3,}|e\\d{2,}|all|\\.\\.).*");
    }
    List<String> words = new ArrayList<>(List.of(command.name().split(" ")));
    words.addAll(chosen.getOrDefault("", List.of()));
    chosen.remove("");
    chosen.put("--quiet", List.of());
    if (names.contains("--out")) {
      chosen.putIfAbsent("--out", List.of(folder.resolve("work/out").toString()));
    }
    chosen.forEach(
        (name, values) -> {
          words.add(name);
          words.addAll(values);
        });
    return new Drawn(words, isLong);
  }

  private Path model(Command command, SplitMix64 random) {
    List<Path> all = new ArrayList<>(models.values());
    if (random.nextInt(2) == 0) {
      all.removeIf(path -> !path.getFileName().toString().startsWith("digits"));
    }
    return MeanValues.one(random, all);
  }
}
