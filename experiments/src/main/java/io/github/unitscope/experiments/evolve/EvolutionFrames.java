package io.github.unitscope.experiments.evolve;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Layer;
import io.github.unitscope.visualize.maximize.Maximum;
import io.github.unitscope.visualize.picture.Frame;
import io.github.unitscope.visualize.picture.Strip;
import io.github.unitscope.visualize.picture.Strip.Shading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The frames of the animations.
 *
 * @param evolution what was seen
 */
public record EvolutionFrames(Evolution evolution) {
  private static final int MAXIMA_A_ROW = 10;

  /** Activations: a row for every channel, a column for every image, the first row the images. */
  List<Frame> activations(Layer layer) {
    double limit = evolution.limit(layer);
    List<Frame> all = new ArrayList<>();
    for (LayerFrame frame : evolution.frames(layer)) {
      List<Strip> strips = new ArrayList<>();
      strips.add(inputs(evolution.images().images()));
      ImageShape shape = layer.shape();
      for (int channel = 0; channel < shape.channels(); channel++) {
        int from = channel * layer.places();
        List<float[]> maps =
            Arrays.stream(frame.activations())
                .map(units -> Arrays.copyOfRange(units, from, from + layer.places()))
                .toList();
        strips.add(
            new Strip("channel " + channel, shape.height(), shape.width(), maps, Shading.SIGNED));
      }
      all.add(
          new Frame(
              String.format(Locale.ROOT, "%s: activations (%s)", layer.name(), nonlinearity()),
              subtitle(evolution.steps().get(all.size())),
              evolution.images().labels().stream().map(String::valueOf).toList(),
              strips,
              limit));
    }
    return all;
  }

  private String nonlinearity() {
    return evolution.isRectified() ? "ReLU" : "tanh";
  }

  private String subtitle(int step) {
    return step == 0
        ? String.format(
            Locale.ROOT, "before the first of %d steps", evolution.settings().training().steps())
        : String.format(
            Locale.ROOT, "after step %d of %d", step, evolution.settings().training().steps());
  }

  private Strip inputs(List<float[]> images) {
    ImageShape shape = evolution.images().shape();
    return new Strip("input", shape.height(), shape.width(), images, Shading.UNIT_INTERVAL);
  }

  /** The strongest activation of every channel: the image that has it, and what it goes back to. */
  List<Frame> projections(Layer layer) {
    String what =
        evolution.isRectified()
            ? "%s: deconvnet projection of each channel's strongest activation"
            : "%s: gradient of each channel's strongest pre-activation";
    ImageShape input = evolution.images().shape();
    List<Frame> all = new ArrayList<>();
    for (LayerFrame frame : evolution.frames(layer)) {
      List<Strip> strips = new ArrayList<>();
      for (int from = 0; from < frame.projections().length; from += MAXIMA_A_ROW) {
        int to = Math.min(frame.projections().length, from + MAXIMA_A_ROW);
        strips.add(
            new Strip(
                numbers("channel", IntStream.range(from, to).boxed().toList()),
                input.height(),
                input.width(),
                IntStream.range(from, to)
                    .mapToObj(c -> evolution.images().images().get(frame.strongestImage()[c]))
                    .toList(),
                Shading.UNIT_INTERVAL));
        strips.add(
            new Strip(
                evolution.isRectified() ? "deconvnet" : "gradient",
                input.height(),
                input.width(),
                Arrays.asList(frame.projections()).subList(from, to),
                Shading.SIGNED_EACH));
      }
      all.add(
          new Frame(
              String.format(Locale.ROOT, what, layer.name()),
              subtitle(evolution.steps().get(all.size())),
              blanks(Math.min(MAXIMA_A_ROW, frame.projections().length)),
              strips,
              1));
    }
    return all;
  }

  /** "channel 7", "channels 0–9" or "channels 0 3 5". */
  private static String numbers(String noun, List<Integer> numbers) {
    int first = numbers.get(0);
    int last = numbers.get(numbers.size() - 1);
    if (numbers.size() == 1) {
      return noun + " " + first;
    }
    return last - first == numbers.size() - 1
        ? String.format(Locale.ROOT, "%ss %d–%d", noun, first, last)
        : noun + "s " + numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  private static List<String> blanks(int count) {
    return IntStream.range(0, count).mapToObj(i -> "").toList();
  }

  /** The images that excite the chosen units most. */
  List<Frame> maxima() {
    ImageShape input = evolution.images().shape();
    List<Integer> units = evolution.settings().units();
    boolean oneRow = units.size() <= MAXIMA_A_ROW;
    List<Frame> all = new ArrayList<>();
    for (List<Maximum> maxima : evolution.maxima()) {
      List<Strip> strips = new ArrayList<>();
      for (int from = 0; from < maxima.size(); from += MAXIMA_A_ROW) {
        int to = Math.min(maxima.size(), from + MAXIMA_A_ROW);
        strips.add(
            new Strip(
                oneRow ? "pixels 0 to 1" : numbers("unit", units.subList(from, to)),
                input.height(),
                input.width(),
                maxima.subList(from, to).stream().map(Maximum::image).toList(),
                Shading.UNIT_INTERVAL));
      }
      all.add(
          new Frame(
              String.format(
                  Locale.ROOT,
                  "What excites units of %s most (pre-activation)",
                  evolution.settings().layer()),
              subtitle(evolution.maximizedSteps().get(all.size())),
              oneRow ? units.stream().map(String::valueOf).toList() : blanks(MAXIMA_A_ROW),
              strips,
              1));
    }
    return all;
  }
}
