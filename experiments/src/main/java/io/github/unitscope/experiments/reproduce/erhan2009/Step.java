package io.github.unitscope.experiments.reproduce.erhan2009;

import io.github.unitscope.experiments.command.Command;
import io.github.unitscope.experiments.options.RunPlace;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A command that leaves a folder.
 *
 * @param folder within the reproduction's
 * @param model the step whose model it looks at, by its folder
 * @param usual the command without options
 * @param maker makes the command with its options
 */
record Step(String folder, Optional<String> model, Supplier<Command> usual, Maker maker) {

  /** Makes a command with its options. */
  @FunctionalInterface
  interface Maker {
    /**
     * A new command.
     *
     * @param model the folder of the model it looks at; null if it looks at none
     * @param place where it runs
     */
    Command at(Path model, RunPlace place);
  }
}
