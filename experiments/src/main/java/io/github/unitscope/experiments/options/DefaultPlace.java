package io.github.unitscope.experiments.options;

import java.nio.file.Path;
import java.util.function.Predicate;

/** The folders of runs for which no other was asked: runs/COMMAND, runs/COMMAND-2 and so on. */
public final class DefaultPlace {
  private DefaultPlace() {}

  /** The first for a command that is not taken. */
  public static Path first(String command, Predicate<Path> isTaken) {
    int number = 1;
    while (isTaken.test(numbered(command, number))) {
      number++;
    }
    return numbered(command, number);
  }

  /** One of a command, counted from 1. */
  static Path numbered(String command, int number) {
    String name = command.replace(' ', '-');
    return Path.of("runs", number == 1 ? name : name + "-" + number);
  }
}
