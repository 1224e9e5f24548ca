package io.github.unitscope.experiments.occlude;

import io.github.unitscope.experiments.output.ArrayTable;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.visualize.occlude.ImageOcclusion;
import io.github.unitscope.visualize.occlude.Occluder;
import io.github.unitscope.visualize.occlude.OcclusionMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * The arrays of {@code occlude}.
 *
 * @param occlusions what was found
 */
record OcclusionArrays(Occlusions occlusions) {

  /**
   * The arrays of {@code results.npz}, with N images, maps of R×C positions: numbers [N] int32,
   * images and projections [N, inputs], centreRows [R] and centreColumns [C] int32 (pixels),
   * channels [N] int32, totals [N, R, C] and totalsUncovered [N] float64; with classes also
   * subjects [N] int32, probabilities [N, R, C] and probabilitiesUncovered [N] float64,
   * mostProbable [N, R, C] and mostProbableUncovered [N] int32.
   */
  Map<String, NpyArray> arrays() {
    Occluder occluder = occlusions.occluder();
    int rows = occluder.rows();
    int columns = occluder.columns();
    List<OccludedImage> images = occlusions.images();
    ArrayTable<ImageOcclusion> table =
        new ArrayTable<>(images.stream().map(OccludedImage::occlusion).toList())
            .put("numbers", images.stream().map(OccludedImage::number).toList())
            .rows("images", ImageOcclusion::image)
            .put("centreRows", centres(rows, occluder::centreRow))
            .put("centreColumns", centres(columns, occluder::centreColumn))
            .ints("channels", ImageOcclusion::channel)
            .doubleRows("totals", image -> image.total().values(), rows, columns)
            .doubles("totalsUncovered", image -> image.total().uncovered())
            .rows("projections", ImageOcclusion::projection);
    if (!occlusions.classes().isEmpty()) {
      table
          .ints("subjects", image -> classMaps(image).subject())
          .doubleRows(
              "probabilities", image -> classMaps(image).probability().values(), rows, columns)
          .doubles("probabilitiesUncovered", image -> classMaps(image).probability().uncovered())
          .intRows(
              "mostProbable", image -> numbersOf(classMaps(image).mostProbable()), rows, columns)
          .ints(
              "mostProbableUncovered", image -> (int) classMaps(image).mostProbable().uncovered());
    }
    return table.arrays();
  }

  private static ImageOcclusion.ClassMaps classMaps(ImageOcclusion image) {
    return image.classes().orElseThrow();
  }

  private static List<Integer> centres(int count, IntUnaryOperator centre) {
    return IntStream.range(0, count).map(centre).boxed().toList();
  }

  private static int[] numbersOf(OcclusionMap map) {
    return Arrays.stream(map.values()).mapToInt(value -> (int) value).toArray();
  }
}
