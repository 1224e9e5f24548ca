package io.github.unitscope.experiments.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RenamedOptionsTest {
  @Test
  void aFlagThatBecameAnOptionWithAValueIsTwoWords() {
    assertEquals(
        List.of("train", "dbn", "--cd", "3", "--algorithm", "pcd", "--seed", "1"),
        RenamedOptions.translated(
            List.of("train", "dbn", "--cd", "3", "--persistent", "--seed", "1")));
  }

  @Test
  void anOptionOfAnotherCommandStays() {
    List<String> words = List.of("train", "sdae", "--persistent");
    assertEquals(words, RenamedOptions.translated(words));
  }

  @Test
  void whatWasNoneIsNowAFlag() {
    assertEquals(
        List.of("evolve", "--no-maximization"),
        RenamedOptions.translated(List.of("evolve", "--units", "none")));
  }
}
