package io.github.unitscope.visualize.maximize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StopReasonTest {
  private static Set<StopReason> those(Predicate<StopReason> that) {
    return Stream.of(StopReason.values()).filter(that).collect(Collectors.toSet());
  }

  @Test
  void aWordHasOneMeaning() {
    assertEquals(EnumSet.of(StopReason.CONVERGED), those(StopReason::isConverged));
    assertEquals(
        EnumSet.of(StopReason.CONVERGED, StopReason.KINK, StopReason.ALL_STEPS),
        those(StopReason::isSettled));
  }

  @Test
  void whatIsNotSettledIsDoubtful() {
    for (StopReason reason : StopReason.values()) {
      Maximum maximum = new Maximum(new float[1], new float[1], 0, 0, 1, reason, new double[] {0});
      assertEquals(!reason.isSettled(), maximum.isDoubtful(), reason.name());
      assertEquals(reason.isConverged(), maximum.converged(), reason.name());
    }
  }
}
