package io.github.unitscope.experiments.reproduce.erhan2009;

import java.util.List;

/**
 * A command that leaves a folder.
 *
 * @param folder within the reproduction's
 * @param command to run, its words
 * @param options without the output folder, the seed and the threads
 * @param needs folders of the steps that must be done before
 */
record Step(String folder, String command, List<String> options, List<String> needs) {
  Step {
    options = List.copyOf(options);
    needs = List.copyOf(needs);
  }
}
