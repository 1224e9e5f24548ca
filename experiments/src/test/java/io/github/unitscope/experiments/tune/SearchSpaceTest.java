package io.github.unitscope.experiments.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.random.Seed;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SearchSpaceTest {
  private static final Seed SEED = Seed.root(1);

  private static SearchSpace space(String... over) {
    return new SearchSpace(Stream.of(over).map(Dimension::parse).toList());
  }

  @Test
  void aGridHasEveryCombinationAndFineTuningVariesFastest() {
    List<Trial> trials =
        space("finetune-rate=1,2", "layers=5x4,6", "rate=0.1").trials(Search.GRID, 99, SEED);
    assertEquals(
        List.of(
            Map.of("layers", "5x4", "rate", "0.1", "finetune-rate", "1"),
            Map.of("layers", "5x4", "rate", "0.1", "finetune-rate", "2"),
            Map.of("layers", "6", "rate", "0.1", "finetune-rate", "1"),
            Map.of("layers", "6", "rate", "0.1", "finetune-rate", "2")),
        trials.stream().map(Trial::values).toList());
    assertEquals(List.of("--layers", "5,4", "--rate", "0.1"), trials.get(0).trainingOptions());
    assertEquals(List.of("--rate", "1"), trials.get(0).fineTuningOptions());
  }

  @Test
  void aRandomTrialIsTheSameHoweverManyThereAre() {
    SearchSpace space = space("rate=0.001..1", "layers=10,20", "epochs=5..50");
    List<Trial> few = space.trials(Search.RANDOM, 3, SEED);
    List<Trial> many = space.trials(Search.RANDOM, 200, SEED);
    assertEquals(few, many.subList(0, 3));
    for (Trial trial : many) {
      double rate = Double.parseDouble(trial.values().get("rate"));
      assertTrue(rate >= 0.001 && rate <= 1, trial.toString());
      int epochs = Integer.parseInt(trial.values().get("epochs"));
      assertTrue(epochs >= 5 && epochs <= 50, trial.toString());
    }
    // Uniform in the logarithm: a third of the draws in each of the three decades.
    long low = many.stream().filter(t -> Double.parseDouble(t.values().get("rate")) < 0.01).count();
    assertTrue(low > 45 && low < 90, low + " of 200");
  }

  @Test
  void whatCannotBeReadIsRefused() {
    for (String text : List.of("rate", "rate=", "=1", "rate=1,,2", "rate=2..1", "rate=1,1")) {
      assertThrows(InvalidInputException.class, () -> space(text), text);
    }
    assertThrows(InvalidInputException.class, () -> space("rate=1", "rate=2"));
    assertThrows(InvalidInputException.class, () -> space());
    assertThrows(
        InvalidInputException.class, () -> space("rate=1..2").trials(Search.GRID, 1, SEED));
    assertThrows(InvalidInputException.class, () -> space("rate=1").trials(Search.RANDOM, 0, SEED));
  }
}
