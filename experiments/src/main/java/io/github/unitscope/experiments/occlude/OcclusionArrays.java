package io.github.unitscope.experiments.occlude;

import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.visualize.occlude.ImageOcclusion;
import io.github.unitscope.visualize.occlude.Occluder;
import io.github.unitscope.visualize.occlude.OcclusionMap;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
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
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    arrays.put(
        "numbers", vector(occlusions.images().stream().mapToInt(OccludedImage::number).toArray()));
    arrays.put("images", rows(ImageOcclusion::image));
    arrays.put("centreRows", vector(centres(occluder().rows(), occluder()::centreRow)));
    arrays.put("centreColumns", vector(centres(occluder().columns(), occluder()::centreColumn)));
    arrays.put("channels", ints(ImageOcclusion::channel));
    arrays.put("totals", maps(ImageOcclusion::total));
    arrays.put("totalsUncovered", doubles(image -> image.total().uncovered()));
    arrays.put("projections", rows(ImageOcclusion::projection));
    if (!occlusions.classes().isEmpty()) {
      arrays.put("subjects", ints(image -> classMaps(image).subject()));
      arrays.put("probabilities", maps(image -> classMaps(image).probability()));
      arrays.put(
          "probabilitiesUncovered", doubles(image -> classMaps(image).probability().uncovered()));
      arrays.put("mostProbable", classNumbers());
      arrays.put(
          "mostProbableUncovered",
          ints(image -> (int) classMaps(image).mostProbable().uncovered()));
    }
    return arrays;
  }

  private static ImageOcclusion.ClassMaps classMaps(ImageOcclusion image) {
    return image.classes().orElseThrow();
  }

  private static int[] centres(int count, IntUnaryOperator centre) {
    return IntStream.range(0, count).map(centre).toArray();
  }

  private static NpyArray vector(int[] values) {
    return NpyArray.of(values, values.length);
  }

  private NpyArray ints(ToIntFunction<ImageOcclusion> number) {
    return vector(images().stream().mapToInt(number).toArray());
  }

  private NpyArray doubles(ToDoubleFunction<ImageOcclusion> number) {
    return NpyArray.of(images().stream().mapToDouble(number).toArray(), images().size());
  }

  private NpyArray rows(Function<ImageOcclusion, float[]> row) {
    return NpyArray.ofRows(images().stream().map(row).toArray(float[][]::new));
  }

  private double[] values(Function<ImageOcclusion, OcclusionMap> map) {
    return images().stream().map(map).flatMapToDouble(m -> Arrays.stream(m.values())).toArray();
  }

  private NpyArray maps(Function<ImageOcclusion, OcclusionMap> map) {
    return NpyArray.of(values(map), images().size(), occluder().rows(), occluder().columns());
  }

  private NpyArray classNumbers() {
    double[] values = values(image -> classMaps(image).mostProbable());
    int[] classNumbers = Arrays.stream(values).mapToInt(value -> (int) value).toArray();
    return NpyArray.of(classNumbers, images().size(), occluder().rows(), occluder().columns());
  }

  private Occluder occluder() {
    return occlusions.occluder();
  }

  private List<ImageOcclusion> images() {
    return occlusions.images().stream().map(OccludedImage::occlusion).toList();
  }
}
