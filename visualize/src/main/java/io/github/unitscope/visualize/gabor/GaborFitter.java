package io.github.unitscope.visualize.gabor;

import io.github.unitscope.network.numerics.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresProblem;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;

/**
 * Fits Gabor functions to filters of one size by least squares: Levenberg and Marquardt's method
 * from the best few of a grid of centres, orientations, frequencies and widths, for which amplitude
 * and phase are a linear problem. The grid is that of a pooled filter where a filter is large.
 * Deterministic.
 */
public final class GaborFitter {
  private static final int ORIENTATIONS = 8;
  private static final double[] FREQUENCIES = {0.06, 0.12, 0.2, 0.3, 0.42};
  private static final double[] WIDTHS = {1, 1.8, 3.2};
  private static final int STARTS = 6;
  private static final int MOST_EVALUATIONS = 300;

  /** The grid is searched in filters of at most so many pixels a side: larger ones are pooled. */
  private static final int LARGEST_GRID = 16;

  private final int height;
  private final int width;
  private final GaborModel model;
  private final Pooling pooling;
  private final List<Template> templates = new ArrayList<>();

  /** A function of amplitude 1 with its even and odd part made orthonormal. */
  private record Template(Gabor gabor, double[] even, double[] odd) {}

  /**
   * @param height of the filters
   * @param width of the filters
   */
  public GaborFitter(int height, int width) {
    this.height = height;
    this.width = width;
    this.model = new GaborModel(height, width);
    this.pooling = new Pooling(height, width, LARGEST_GRID);
    for (double y : centres(pooling.height())) {
      for (double x : centres(pooling.width())) {
        for (int i = 0; i < ORIENTATIONS; i++) {
          addTemplates(x, y, Math.PI * i / ORIENTATIONS);
        }
      }
    }
  }

  private static double[] centres(int size) {
    int count = Math.max(2, (size + 1) / 2);
    double[] centres = new double[count];
    Arrays.setAll(centres, i -> (size - 1.0) * i / (count - 1));
    return centres;
  }

  private void addTemplates(double x, double y, double orientation) {
    for (double frequency : FREQUENCIES) {
      for (double sigma : WIDTHS) {
        Gabor even = new Gabor(x, y, orientation, frequency, sigma, sigma, 0, 1);
        Gabor odd = new Gabor(x, y, orientation, frequency, sigma, sigma, -Math.PI / 2, 1);
        double[] first = normalized(pooledValues(even));
        double[] second = pooledValues(odd);
        double overlap = dot(first, second);
        for (int i = 0; i < second.length; i++) {
          second[i] -= overlap * first[i];
        }
        templates.add(new Template(even, first, normalized(second)));
      }
    }
  }

  /**
   * Fits every filter.
   *
   * @param filters [filters][height × width], row-major
   */
  public List<GaborFit> fit(float[][] filters, Workers workers) {
    GaborFit[] fits = new GaborFit[filters.length];
    workers.forEachShard(filters.length, i -> fits[i] = fit(filters[i]));
    return List.of(fits);
  }

  /**
   * Fits a filter.
   *
   * @param filter [height × width], row-major
   */
  public GaborFit fit(float[] filter) {
    double[] target = new double[filter.length];
    double scale = 0;
    for (float value : filter) {
      scale = Math.max(scale, Math.abs(value));
    }
    double total = squaresAroundMean(filter);
    if (!(scale > 0) || !(total > 1e-12 * scale * scale) || Double.isInfinite(scale)) {
      return GaborFit.NOTHING_TO_EXPLAIN;
    }
    for (int i = 0; i < target.length; i++) {
      target[i] = filter[i] / scale;
    }
    double least = Double.POSITIVE_INFINITY;
    double[] best = null;
    for (Gabor start : bestStarts(target)) {
      double[] free = refine(start, target);
      double cost = residual(free, target);
      if (cost < least) {
        least = cost;
        best = free;
      }
    }
    Gabor found = model.gabor(best);
    Gabor scaled =
        new Gabor(
            found.x(),
            found.y(),
            found.orientation(),
            found.frequency(),
            found.widthAlong(),
            found.widthAcross(),
            found.phase(),
            found.amplitude() * scale);
    return new GaborFit(scaled, 1 - least * scale * scale / total);
  }

  private List<Gabor> bestStarts(double[] target) {
    double[] pooled = pooling.pool(target);
    return templates.stream()
        .map(template -> new Scored(template, score(template, pooled)))
        .sorted(Comparator.comparingDouble(Scored::score).reversed())
        .limit(STARTS)
        .map(scored -> pooling.enlarge(scored.template().gabor()))
        .toList();
  }

  private record Scored(Template template, double score) {}

  /** The sum of squares that the best amplitude and phase explain. */
  private static double score(Template template, double[] target) {
    double even = dot(template.even, target);
    double odd = dot(template.odd, target);
    return even * even + odd * odd;
  }

  private double[] refine(Gabor start, double[] target) {
    double[] free = model.free(start);
    double[] values = values(start);
    free[0] = dot(values, target) / Math.max(1e-9, squares(values));
    free[1] = 0.1;
    LeastSquaresProblem problem =
        new LeastSquaresBuilder()
            .model(model)
            .target(target)
            .start(free)
            .maxEvaluations(MOST_EVALUATIONS)
            .maxIterations(MOST_EVALUATIONS)
            .build();
    try {
      return new LevenbergMarquardtOptimizer().optimize(problem).getPoint().toArray();
    } catch (MathIllegalStateException e) {
      // Too many evaluations, or no better point within the precision: the start stands.
      return free;
    }
  }

  private double residual(double[] free, double[] target) {
    double[] values = values(model.gabor(free));
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += (values[i] - target[i]) * (values[i] - target[i]);
    }
    return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : sum;
  }

  private double[] values(Gabor gabor) {
    double[] values = new double[height * width];
    Arrays.setAll(values, i -> gabor.at(i % width, i / width));
    return values;
  }

  private double[] pooledValues(Gabor gabor) {
    double[] values = new double[pooling.height() * pooling.width()];
    Arrays.setAll(values, i -> gabor.at(i % pooling.width(), i / pooling.width()));
    return values;
  }

  private static double squaresAroundMean(float[] filter) {
    double mean = 0;
    for (float value : filter) {
      mean += (double) value / filter.length;
    }
    double sum = 0;
    for (float value : filter) {
      sum += (value - mean) * (value - mean);
    }
    return sum;
  }

  private static double[] normalized(double[] values) {
    double norm = Math.sqrt(squares(values));
    double[] unit = new double[values.length];
    // Two parts that are all but one leave nothing to normalize.
    Arrays.setAll(unit, i -> norm < 1e-6 ? 0 : values[i] / norm);
    return unit;
  }

  private static double squares(double[] values) {
    return dot(values, values);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
