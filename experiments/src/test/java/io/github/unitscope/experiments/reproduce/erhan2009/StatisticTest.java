package io.github.unitscope.experiments.reproduce.erhan2009;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unitscope.visualize.unimodal.Interval;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatisticTest {
  /** The interval of 8 of 10 as tables of Wilson's score interval have it. */
  @Test
  void theIntervalOfAShareIsWilsons() {
    double[] values = {1, 1, 0, 1, 1, 1, 1, 0, 1, 1};
    Interval share = Statistic.SHARE.of(values);
    assertEquals(0.8, share.value(), 1e-12);
    assertEquals(0.4902, share.low(), 1e-4);
    assertEquals(0.9433, share.high(), 1e-4);
  }

  /** Of ten values the second and the ninth: they hold the median in 1 − 2 · 11 / 1024 = 97.9 %. */
  @Test
  void theIntervalOfAMedianIsOfOrderStatistics() {
    double[] values = IntStream.of(7, 3, 10, 1, 9, 2, 8, 4, 6, 5).asDoubleStream().toArray();
    assertEquals(new Interval(5.5, 2, 9), Statistic.MEDIAN.of(values));
  }

  @Test
  void ofFewValuesItIsTheirRange() {
    assertEquals(new Interval(2, 1, 5), Statistic.MEDIAN.of(new double[] {5, 1, 2}));
    assertEquals(new Interval(4, 4, 4), Statistic.MEDIAN.of(new double[] {4}));
  }

  @Test
  void allOrNoneStayWithinTheUnitInterval() {
    double[] ones = new double[36];
    Arrays.fill(ones, 1);
    assertEquals(1, Statistic.SHARE.of(ones).high());
    assertEquals(0.9036, Statistic.SHARE.of(ones).low(), 1e-4);
    assertEquals(0, Statistic.SHARE.of(new double[36]).low());
  }
}
