package io.github.unitscope.visualize.maximize;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.visualize.parameterize.Parameterization;
import io.github.unitscope.visualize.parameterize.Pixels;
import io.github.unitscope.visualize.regularize.Regularizer;
import io.github.unitscope.visualize.transform.Transform;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How images are found, whatever is maximized: independent choices.
 *
 * @param parameterization what is moved
 * @param start what the image is before the first step; null for the parameterization's own start
 * @param transforms what the image goes through at each step, in this order
 * @param constraint where an image must stay
 * @param regularizers what it pays, or what is done to it between steps, in this order
 * @param ascent how it moves and when it stops
 * @param redirectedSteps for how many steps at the start a row without any gradient is moved by
 *     {@link io.github.unitscope.network.RectifierRule#REDIRECTED}
 * @param diversity what keeps the images of one unit apart; null for nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Specification(
    Parameterization parameterization,
    Start start,
    List<Transform> transforms,
    Constraint constraint,
    List<Regularizer> regularizers,
    Ascent ascent,
    int redirectedSteps,
    Diversity diversity) {
  private static final Pattern LONG_NUMBER = Pattern.compile("\\d+\\.\\d{5,}");
  private static final MathContext DIGITS = new MathContext(3);

  /** Pixels as they are; where they start is said elsewhere. */
  private static final Parameterization PLAIN = new Pixels(0, 1);

  /**
   * @throws InvalidInputException if the projected gradient is to compare what cannot be compared
   */
  public Specification {
    transforms = List.copyOf(transforms);
    regularizers = List.copyOf(regularizers);
    if (redirectedSteps < 0) {
      throw new InvalidInputException(
          "the number of redirected steps must not be negative, but is " + redirectedSteps);
    }
    boolean comparable =
        parameterization instanceof Pixels
            && transforms.isEmpty()
            && regularizers.stream().noneMatch(Regularizer::isFilter)
            && redirectedSteps == 0
            && diversity == null;
    if (ascent instanceof ProjectedGradient && !comparable) {
      throw new InvalidInputException(
          "the projected gradient compares the values of one step and the next, which only pixels without transforms, filters, redirection and diversity allow: use the ascent adam or momentum");
    }
  }

  /** Pixels are moved, from a start, without transforms and regularizers. */
  public Specification(Constraint constraint, Start start, Ascent ascent) {
    this(PLAIN, start, List.of(), constraint, List.of(), ascent, 0, null);
  }

  /** Whether the values of two steps can be compared: nothing is drawn anew at each. */
  boolean isDeterministic() {
    return transforms.isEmpty() && diversity == null;
  }

  /** One line for figures, with every setting. */
  public String describe() {
    StringBuilder text = new StringBuilder(parameterization.describe());
    transforms.forEach(transform -> text.append(", ").append(transform.describe()));
    regularizers.forEach(regularizer -> text.append(", ").append(regularizer.describe()));
    if (diversity != null) {
      text.append(", diversity ").append(diversity.weight()).append(" in ");
      text.append(diversity.layer().title());
    }
    text.append(", ").append(ascent.describe());
    // Lengths of steps and the like come out of a computation, with all their digits.
    return LONG_NUMBER
        .matcher(text)
        .replaceAll(number -> String.valueOf(new BigDecimal(number.group()).round(DIGITS)));
  }
}
