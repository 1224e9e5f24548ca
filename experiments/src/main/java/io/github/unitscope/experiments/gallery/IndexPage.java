package io.github.unitscope.experiments.gallery;

import java.util.List;

/** What the page reads first; the README documents it. */
public record IndexPage(
    int format,
    String title,
    Model model,
    Run run,
    int channels,
    Size tile,
    List<LayerEntry> layers,
    List<Statistic.Text> statistics,
    List<ViewKind.Text> views) {
  static final int FORMAT = 1;

  /**
   * @param layers units of each, or how many there are
   */
  public record Model(String name, String kind, String data, String sha256, String layers) {}

  public record Run(
      String identity, String command, long seed, String version, List<String> arguments) {}

  public record Size(int width, int height) {}

  public record LayerEntry(int index, String title, int units, String file, int places) {}
}
