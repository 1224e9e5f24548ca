package io.github.unitscope.experiments.maximize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectiveListTest {
  private static List<String> split(String value) {
    return new ObjectiveList().split(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "conv2:7@3,4",
        "conv2:7@3,4 - conv2:8@12,0",
        "0.5*conv2:7@3,4 + conv2:8",
        "logit:dog, hound",
        "logit:dog,hound",
        "logit:1,000 day clock",
        "conv2:7 - 2*probability:dog, hound, Canis",
        "logit:dog, hound - conv2:7@3,4",
        "conv2:7 + 0.5*conv2:12"
      })
  void aCommaMayBelongToAnObjective(String objective) {
    assertEquals(List.of(objective), split(objective));
  }

  /** So are those of manifests of before. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "conv2:1;conv2:2",
        "conv2;conv3;conv4:1 + conv4:2",
        "logit:dog;conv2:1;-conv2:1;0.5*conv2:1 - conv2:2",
        "logit:dog;probability:cat",
        "conv2:7@centre;logit:3;logit:4",
        "conv2:7;2*conv2:8"
      })
  void aCommaBeforeAnotherObjectiveSeparatesTwo(String objectives) {
    List<String> expected = List.of(objectives.split(";"));
    assertEquals(expected, split(String.join(",", expected)));
  }
}
