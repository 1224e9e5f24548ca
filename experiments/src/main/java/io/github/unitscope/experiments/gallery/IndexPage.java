package io.github.unitscope.experiments.gallery;

import java.util.List;

/** What the page reads first. */
record IndexPage(
    int format,
    String title,
    Subject.Model model,
    Run run,
    int channels,
    Size tile,
    List<LayerEntry> layers,
    List<Statistic.Text> statistics,
    List<ViewKind.Text> views) {
  static final int FORMAT = 1;

  record Run(String identity, String command, long seed, String version, List<String> arguments) {}

  record Size(int width, int height) {}

  record LayerEntry(int index, String title, int units, String file, int places) {}
}
