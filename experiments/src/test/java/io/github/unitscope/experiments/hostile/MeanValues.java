package io.github.unitscope.experiments.hostile;

import com.beust.jcommander.ParameterDescription;
import io.github.unitscope.network.random.SplitMix64;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Values that people do not mean to give, by the type of the option. */
final class MeanValues {
  private static final List<String> WHOLE =
      List.of("0", "-1", "1", "2", "3", "7", "-2147483648", "2147483648", "1e3", "3.7");

  /** Many commands do what they are told, and take as long. */
  private static final List<String> GREAT =
      List.of(
          "100",
          "65536",
          "1000000",
          "1000000000",
          "2147483647",
          "9223372036854775807",
          "-9223372036854775808");

  private static final List<String> REAL =
      List.of(
          "0",
          "-0.0",
          "-1",
          "1",
          "0.5",
          "0.999999",
          "2",
          "1e3",
          "1e19",
          "1e38",
          "1e39",
          "1e308",
          "-1e308",
          "1e-320",
          "1e400",
          "NaN",
          "Infinity",
          "-Infinity",
          "0x1p3",
          "1,5",
          "0,1",
          "1e-30");

  private static final List<String> TEXT =
      List.of(
          "",
          " ",
          ",",
          ",,",
          "all",
          "none",
          "0",
          "1",
          "2",
          "-1",
          "5-3",
          "0-2147483647",
          "0-999999999",
          "0,0,0",
          "0,,1",
          " 0 ",
          "1,a",
          "0,1",
          "1,1",
          "99999,99999",
          "centre",
          "nothing",
          "../x",
          "é",
          "\u202e",
          "a\tb",
          "[",
          "\\",
          "%s%n",
          "conv",
          "layer1",
          "3x0",
          "1x1",
          "9999x9999",
          "0x3",
          "9999",
          "12",
          "mean",
          "-0",
          "NaN",
          "1e308",
          "1e400",
          "@x");

  private static final List<String> SPECIAL =
      List.of(
          "tv=1e308",
          "tv=0",
          "l1=NaN",
          "l2=1e308",
          "blur=1e308/1",
          "blur=0.5/0",
          "blur=1/2147483648",
          "bilateral=1/1/1",
          "clip=2",
          "decay=1e308",
          "tv",
          "tv=",
          "=1",
          "jitter=2147483647",
          "jitter=100000",
          "pad=100000",
          "pad=0",
          "scale=0:0",
          "scale=1e308:1e308",
          "scale=1:0.5",
          "rotate=-1e308:1e308",
          "rotate=NaN:1",
          "scale=1e-320:1",
          "pad=1 pad=1",
          "rate=1e308..2",
          "rate=0.1..0.1",
          "rate=..",
          "rate=0..1",
          "layers=0",
          "layers=2x2",
          "layers=100000000",
          "epochs=1,1",
          "epochs=0",
          "seed=1",
          "out=x",
          "finetune-rate=1e308",
          "rate=",
          "conv:0",
          "1:0",
          "1:99",
          "2:0",
          "conv:0,1",
          "1:0*1e308+1:0",
          "1:0-1:0",
          "class:0",
          "1",
          "deepdream:1",
          "e09",
          "o17",
          "maco",
          "y15-1",
          "projected",
          "adam",
          "momentum",
          "steepest-linf",
          "progress",
          "pixels",
          "fourier",
          "decorrelated",
          "synthetic",
          "leaves",
          "photographs",
          "mnist",
          "data",
          "uniform",
          "untrained,rescaled",
          "cd1",
          "matrix");

  private MeanValues() {}

  /**
   * Draws a value.
   *
   * @param paths what options that name files may get
   */
  static String draw(ParameterDescription option, SplitMix64 random, List<Path> paths) {
    Class<?> type = option.getParameterized().getType();
    if (type == Path.class || option.getLongestName().equals("--out")) {
      return one(random, paths).toString();
    }
    if (random.nextInt(20) == 0) {
      return one(random, odd());
    }
    if (type == int.class || type == Integer.class || type == long.class) {
      return one(random, random.nextInt(8) == 0 ? GREAT : WHOLE);
    }
    if (type == double.class || type == Double.class) {
      return one(random, REAL);
    }
    if (type.isEnum()) {
      return word(random, type);
    }
    List<String> all = new ArrayList<>(TEXT);
    all.addAll(SPECIAL);
    all.addAll(WHOLE);
    all.addAll(REAL);
    return one(random, all);
  }

  private static String word(SplitMix64 random, Class<?> type) {
    List<String> words = new ArrayList<>(TEXT);
    for (Object constant : type.getEnumConstants()) {
      String name = ((Enum<?>) constant).name();
      words.addAll(
          List.of(name, name.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT), name + "x"));
    }
    return one(random, words);
  }

  /** The few values that each option gets in turn. */
  static List<String> extremes(ParameterDescription option) {
    Class<?> type = option.getParameterized().getType();
    if (type == boolean.class) {
      return List.of("");
    }
    if (type == int.class || type == Integer.class || type == long.class) {
      return List.of("0", "-1", "1", "2147483647", "-2147483648", "");
    }
    if (type == double.class || type == Double.class) {
      return List.of("0", "-1", "1e308", "-1e308", "1e-320", "NaN", "Infinity", "");
    }
    if (type == Path.class || type.isEnum()) {
      return List.of("", "nothing");
    }
    return List.of("", ",", "0-2147483647", "nothing", "1e308", "-1", "0,0", "0", "1e400");
  }

  private static List<String> odd() {
    return List.of("", " ", "x".repeat(3000), "９", "--force", "-", "--", "\u0000", "\n", "0\n1");
  }

  static <T> T one(SplitMix64 random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
