package io.github.unitscope.experiments.fault;

import java.util.List;

/** A command that fills a folder piece by piece, each of which is whole or not there. */
interface Piecemeal {
  /** For the report. */
  String name();

  /** What is there before. */
  Snapshot start();

  /** Runs it. */
  Outcome run();

  /** What is wrong of the pieces; unfinished ones are known by their names. */
  List<String> problems(Snapshot state);

  /** What is wrong once it has come to its end. */
  List<String> problemsAtEnd(Snapshot state);
}
