package io.github.unitscope.network.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeedTest {
  @Test
  void derivingIsPure() {
    Seed seed = Seed.root(42);
    Seed first = seed.derive("maximize").derive(3).derive(7);
    seed.derive("sample").stream().nextLong();
    assertEquals(first, seed.derive("maximize").derive(3).derive(7));
    assertEquals(Seed.root(42), seed);
    assertEquals(first.stream().nextLong(), first.stream().nextLong());
  }

  @Test
  void purposesAndIndicesGiveDistinctSeeds() {
    Set<Seed> seeds = new HashSet<>();
    List<String> purposes = List.of("", "a", "b", "ab", "ba", "aa", "start", "upper", "lower");
    for (int root = 0; root < 10; root++) {
      Seed seed = Seed.root(root);
      assertTrue(seeds.add(seed), "root " + root);
      for (String purpose : purposes) {
        assertTrue(seeds.add(seed.derive(purpose)), "root " + root + ", " + purpose);
      }
      for (int index = 0; index < 1000; index++) {
        assertTrue(seeds.add(seed.derive(index)), "root " + root + ", index " + index);
      }
    }
  }

  @Test
  void theOrderOfDerivingCounts() {
    Seed seed = Seed.root(1);
    assertNotEquals(seed.derive(2).derive(5), seed.derive(5).derive(2));
    assertNotEquals(seed.derive("a").derive("b"), seed.derive("b").derive("a"));
    assertNotEquals(seed.derive("a").derive("b"), seed.derive("ab"));
    assertNotEquals(seed.derive("a").derive(1), seed.derive(1).derive("a"));
  }
}
