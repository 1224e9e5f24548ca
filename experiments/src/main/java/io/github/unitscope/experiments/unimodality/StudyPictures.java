package io.github.unitscope.experiments.unimodality;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.visualize.picture.Figure;
import io.github.unitscope.visualize.picture.Panel;
import io.github.unitscope.visualize.picture.Scale;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The pictures of a study, by the names of their files. */
public final class StudyPictures {
  private final StudyResults results;

  /** The pictures of these results, whose parts must still be there. */
  public StudyPictures(StudyResults results) {
    this.results = results;
  }

  /** {@code histogram-layerJ.png} for every layer. */
  public Map<String, BufferedImage> histograms() {
    Map<String, BufferedImage> pictures = new LinkedHashMap<>();
    byLayer()
        .forEach(
            (layer, studies) ->
                pictures.put(
                    String.format(Locale.ROOT, "histogram-layer%d.png", layer),
                    Histograms.draw(studies, results.settings().threshold())));
    return pictures;
  }

  /**
   * {@code optima-layerJ.png} for the trained model, {@code optima-layerJ-MODEL.png} for others;
   * where no unit's starts converged there is none.
   *
   * @param shape of the images
   * @param scale how they are drawn
   * @param objective a few words on what was maximized
   * @param trace lines by which a figure can be traced
   */
  public Map<String, Figure> optima(
      ImageShape shape, Scale scale, String objective, List<String> trace) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    for (LayerStudy study : results.layers()) {
      if (OptimaPanel.isPossible(study)) {
        String suffix = study.model().equals(StudySettings.TRAINED) ? "" : "-" + study.model();
        Panel panel = OptimaPanel.of(results, study, shape, scale, objective);
        figures.put(
            String.format(Locale.ROOT, "optima-layer%d%s.png", study.layer(), suffix),
            figure(study, panel, trace));
      }
    }
    return figures;
  }

  private Figure figure(LayerStudy study, Panel panel, List<String> trace) {
    List<String> caption = new ArrayList<>();
    caption.add(
        String.format(
            Locale.ROOT,
            "Each row is a unit: one image per optimum (starts linked by a cosine of at least %s),"
                + " with the share of %d starts that reached it; * marks the highest value.",
            results.settings().threshold(),
            results.settings().restarts()));
    caption.add(study.describe().replaceAll(" +", " ") + ".");
    caption.addAll(trace);
    String title =
        String.format(
            Locale.ROOT,
            "Several optima of one unit: layer %d, %s model",
            study.layer(),
            study.model());
    return new Figure(title, List.of(panel), caption);
  }

  private Map<Integer, List<LayerStudy>> byLayer() {
    return results.layers().stream()
        .collect(Collectors.groupingBy(LayerStudy::layer, TreeMap::new, Collectors.toList()));
  }
}
