package io.github.unitscope.datasets.digits;

import java.util.ArrayList;
import java.util.List;

/**
 * The strokes of a digit in the unit square, x to the right and y downwards.
 *
 * @param strokes [strokes][points][x, y]
 */
record Glyph(double[][][] strokes) {
  /** Points on a curve between two of its control points. */
  private static final int SUBDIVISIONS = 6;

  /** For every digit the ways in which it is written. */
  static final List<List<Glyph>> DIGITS =
      List.of(
          List.of(
              glyph(
                  curve(
                      .5, .05, .24, .2, .15, .5, .25, .82, .5, .95, .75, .8, .85, .5, .76, .2, .5,
                      .05))),
          List.of(
              glyph(line(.5, .05, .5, .95)),
              glyph(line(.3, .26, .5, .05, .5, .95)),
              glyph(line(.32, .24, .5, .05, .5, .95), line(.28, .95, .72, .95))),
          List.of(
              glyph(
                  curve(.18, .26, .33, .08, .6, .05, .8, .23, .72, .46, .45, .7, .18, .93),
                  line(.18, .93, .85, .93)),
              glyph(
                  curve(
                      .2, .2, .45, .04, .72, .14, .74, .4, .5, .7, .25, .92, .15, .8, .35, .74, .6,
                      .9, .88, .9))),
          List.of(
              glyph(
                  curve(.2, .12, .5, .04, .77, .18, .7, .4, .42, .48),
                  curve(.42, .48, .77, .56, .82, .8, .52, .96, .18, .87)),
              glyph(
                  line(.2, .08, .78, .08, .45, .42),
                  curve(.45, .42, .78, .5, .82, .78, .52, .95, .18, .86))),
          List.of(
              glyph(line(.3, .05, .18, .55, .84, .55), line(.68, .2, .64, .97)),
              glyph(line(.62, .05, .14, .64, .88, .64), line(.62, .05, .62, .97))),
          List.of(
              glyph(
                  line(.78, .07, .32, .07, .27, .45),
                  curve(.27, .45, .52, .38, .78, .52, .78, .77, .52, .95, .18, .87))),
          List.of(
              glyph(
                  curve(
                      .68, .06, .4, .24, .22, .58, .3, .88, .56, .95, .78, .76, .64, .54, .4, .58,
                      .25, .76))),
          List.of(
              glyph(line(.16, .09, .82, .09), curve(.82, .09, .56, .48, .42, .95)),
              glyph(
                  line(.16, .09, .82, .09),
                  curve(.82, .09, .56, .48, .42, .95),
                  line(.34, .52, .74, .48))),
          List.of(
              glyph(
                  curve(
                      .5, .5, .27, .34, .28, .12, .52, .04, .74, .16, .7, .36, .5, .5, .26, .66,
                      .24, .86, .5, .96, .76, .86, .74, .66, .5, .5))),
          List.of(
              glyph(
                  curve(.76, .28, .6, .07, .36, .09, .22, .3, .36, .5, .6, .46, .76, .28),
                  curve(.76, .28, .74, .6, .64, .95)),
              glyph(
                  curve(.76, .28, .6, .07, .36, .09, .22, .3, .36, .5, .6, .46, .76, .28),
                  curve(.76, .28, .78, .7, .6, .94, .3, .92))));

  private static Glyph glyph(double[][]... strokes) {
    return new Glyph(strokes);
  }

  private static double[][] line(double... coordinates) {
    double[][] points = new double[coordinates.length / 2][];
    for (int i = 0; i < points.length; i++) {
      points[i] = new double[] {coordinates[2 * i], coordinates[2 * i + 1]};
    }
    return points;
  }

  /** A Catmull-Rom spline through the points. */
  private static double[][] curve(double... coordinates) {
    double[][] control = line(coordinates);
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i + 1 < control.length; i++) {
      double[] before = control[Math.max(0, i - 1)];
      double[] after = control[Math.min(control.length - 1, i + 2)];
      for (int s = 0; s < SUBDIVISIONS; s++) {
        double t = (double) s / SUBDIVISIONS;
        points.add(
            new double[] {
              spline(before[0], control[i][0], control[i + 1][0], after[0], t),
              spline(before[1], control[i][1], control[i + 1][1], after[1], t)
            });
      }
    }
    points.add(control[control.length - 1]);
    return points.toArray(double[][]::new);
  }

  private static double spline(double a, double b, double c, double d, double t) {
    return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
  }
}
