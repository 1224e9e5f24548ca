package io.github.unitscope.experiments.evolve;

import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.Layer;
import io.github.unitscope.provenance.RunFolder;
import io.github.unitscope.visualize.picture.Frame;
import io.github.unitscope.visualize.picture.FrameRenderer;
import io.github.unitscope.visualize.picture.Gif;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Writes the animations of a run, each with what leads back to it. */
public final class EvolutionFiles {
  private static final int DELAY = 20;
  private static final int LAST_DELAY = 250;

  private EvolutionFiles() {}

  /** Writes {@code activations-}, {@code projections-LAYER.gif} and {@code maximization.gif}. */
  public static void write(Evolution evolution, RunFolder folder, Terminal terminal) {
    EvolutionFrames frames = new EvolutionFrames(evolution);
    Map<String, Supplier<List<Frame>>> animations = new LinkedHashMap<>();
    for (Layer layer : evolution.convolutions()) {
      animations.put("activations-" + layer.name(), () -> frames.activations(layer));
      animations.put("projections-" + layer.name(), () -> frames.projections(layer));
    }
    if (!evolution.maxima().isEmpty()) {
      animations.put("maximization", frames::maxima);
    }
    Gif gif = new Gif(DELAY, LAST_DELAY, "unitscope run " + folder.identity());
    try (Terminal.Progress progress = terminal.progress("animations", animations.size())) {
      int done = 0;
      for (Map.Entry<String, Supplier<List<Frame>>> animation : animations.entrySet()) {
        Iterable<BufferedImage> pictures =
            () -> animation.getValue().get().stream().map(FrameRenderer::render).iterator();
        folder.write(animation.getKey() + ".gif", file -> gif.write(pictures, file));
        progress.at(++done);
      }
    }
  }
}
