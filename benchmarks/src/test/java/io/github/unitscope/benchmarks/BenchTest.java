package io.github.unitscope.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.Numbers;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.visualize.sample.SamplingSettings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchTest {
  private static final BenchSizes TINY =
      new BenchSizes(
          new NetworkSizes(ImageShape.grey(4, 4), List.of(8, 6)),
          List.of(3, 9),
          List.of(new TrainingSizes(40, 4, 20)),
          List.of(new TrainingSizes(40, 4, 20)),
          new TrainingSizes(40, 4, 10),
          2,
          new SamplingSettings(2, 3, 2, 1, SamplingSettings.TopDown.SAMPLE),
          1,
          1,
          List.of(8));

  /** Takes as long as it is told, whatever the clock says. */
  private static Workload scripted(String name, List<String> log, double... seconds) {
    return new Workload() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public String description() {
        return name;
      }

      @Override
      public String item() {
        return "item";
      }

      @Override
      public Rounds prepare(Workers workers, Seed seed) {
        int[] next = {0};
        return () -> {
          log.add(name);
          return new Work(seconds[next[0]++ % seconds.length], new Done(1, 10));
        };
      }
    };
  }

  @Test
  void roundStandsBetweenTwoOfItsReference() {
    List<String> log = new ArrayList<>();
    // The first round of each is the warm-up.
    Workload subject = scripted("subject", log, 9, 4, 2);
    Workload reference = scripted("reference", log, 9, 1, 2, 4, 4);
    List<Measured> measured;
    try (Workers workers = new Workers(1);
        Bench bench = new Bench(workers, Seed.root(1), 2, 0, done -> {})) {
      measured = bench.run(List.of(new Comparison(subject, reference)));
    }
    assertEquals("subject reference", String.join(" ", log.subList(0, 2)));
    assertEquals(
        "reference subject reference reference subject reference",
        String.join(" ", log.subList(2, log.size())));
    Measured one = measured.get(0);
    assertEquals(List.of(4.0, 2.0), one.samples());
    assertEquals(3, one.seconds().median());
    // 2.5 against the mean of 10 and 5; then 5 against 2.5 and 2.5.
    double first = 2.5 / 7.5;
    assertEquals((first + 2) / 2, one.ratio().median(), 1e-12);
    assertEquals(first + (2 - first) / 4, one.ratio().lowerQuartile(), 1e-12);
    assertEquals(first + 3 * (2 - first) / 4, one.ratio().upperQuartile(), 1e-12);
  }

  @Test
  void tinySizesOfEveryWorkloadAreMeasured() {
    List<String> names = List.of("roof", "maximize", "cd1", "dae", "dlt", "sample");
    WorkloadCatalog catalog = WorkloadCatalog.of(TINY, null).only(names);
    List<Measured> results;
    try (Workers workers = new Workers(2);
        Bench bench = new Bench(workers, Seed.root(1), 1, 0, done -> {})) {
      results = bench.run(catalog.comparisons());
    }
    assertEquals(catalog.names(), results.stream().map(Measured::name).toList());
    for (Measured result : results) {
      assertTrue(result.seconds().median() > 0, result.name());
      assertTrue(result.gigaflops().median() > 0, result.name());
    }
    Measured maximization = results.get(catalog.names().indexOf("maximize-9"));
    assertTrue(maximization.details().get("steps per row") >= 1);
    assertNull(results.get(0).ratio());
    BenchReport report = BenchReport.of(2, 1, results);
    assertEquals(results.size() + 1, report.table().size());
    double few = results.get(catalog.names().indexOf("maximize-3")).seconds().median() / 3;
    double many = maximization.seconds().median() / 9;
    assertEquals(
        "cost of a row over that in maximize-3: maximize-9 " + Numbers.fixed(many / few),
        report.scaling().orElseThrow());
  }

  @Test
  void equalSeedsGiveEqualWork() {
    Maximization workload = new Maximization(5, TINY.network());
    try (Workers one = new Workers(1);
        Workers two = new Workers(2)) {
      Work first = workload.prepare(one, Seed.root(3)).run();
      Work second = workload.prepare(two, Seed.root(3)).run();
      assertEquals(first.done(), second.done());
    }
  }
}
