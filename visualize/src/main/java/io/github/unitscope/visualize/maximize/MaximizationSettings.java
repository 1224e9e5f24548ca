package io.github.unitscope.visualize.maximize;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.visualize.parameterize.Parameterization;
import io.github.unitscope.visualize.parameterize.Pixels;
import io.github.unitscope.visualize.regularize.ImageFilter;
import io.github.unitscope.visualize.regularize.Regularization;
import io.github.unitscope.visualize.regularize.Regularizer;
import io.github.unitscope.visualize.transform.Transform;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How images are found, whatever is maximized: independent choices. {@link #builder} makes one.
 *
 * @param parameterization what is moved
 * @param start what the image is before the first step; empty for the parameterization's own start
 * @param transforms what the image goes through at each step, in this order
 * @param constraint where an image must stay
 * @param regularizers what it pays, or what is done to it between steps, in this order
 * @param ascent how it moves and when it stops
 * @param redirectedSteps for how many steps at the start a row without any gradient is moved by
 *     {@link io.github.unitscope.network.RectifierRule#REDIRECTED}
 * @param diversity what keeps the images of one unit apart
 */
public record MaximizationSettings(
    Parameterization parameterization,
    @JsonIgnore Optional<Start> start,
    List<Transform> transforms,
    Constraint constraint,
    List<Regularization> regularizers,
    Ascent ascent,
    int redirectedSteps,
    @JsonIgnore Optional<Diversity> diversity) {
  private static final Pattern LONG_NUMBER = Pattern.compile("\\d+\\.\\d{5,}");
  private static final MathContext DIGITS = new MathContext(3);

  /** Pixels as they are; where they start is said elsewhere. */
  private static final Parameterization PLAIN = new Pixels(0, 1);

  /**
   * @throws InvalidInputException if the ascent is to compare what cannot be compared
   */
  public MaximizationSettings {
    transforms = List.copyOf(transforms);
    regularizers = List.copyOf(regularizers);
    if (redirectedSteps < 0) {
      throw new InvalidInputException(
          "the number of redirected steps must not be negative, but is " + redirectedSteps);
    }
    boolean comparable =
        parameterization.movesPixels()
            && transforms.isEmpty()
            && regularizers.stream().noneMatch(ImageFilter.class::isInstance)
            && redirectedSteps == 0
            && diversity.isEmpty();
    if (!ascent.makesAllSteps() && !comparable) {
      throw new InvalidInputException(
          "the projected gradient compares the values of one step and the next, which only pixels without transforms, filters, redirection and diversity allow: use the ascent adam or momentum");
    }
  }

  /**
   * Pixels within a constraint that start as Gaussian noise and are moved by {@link
   * Ascent#DEFAULTS}, and what is to be otherwise.
   */
  public static Builder builder(Constraint constraint) {
    return new Builder(constraint);
  }

  /** What is to be otherwise. */
  public Builder toBuilder() {
    Builder builder = new Builder(constraint).parameterization(parameterization);
    builder.start = start;
    builder.diversity = diversity;
    return builder
        .transforms(transforms)
        .regularizers(regularizers)
        .ascent(ascent)
        .redirectedSteps(redirectedSteps);
  }

  @JsonProperty("start")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private Start recordedStart() {
    return start.orElse(null);
  }

  @JsonProperty("diversity")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private Diversity recordedDiversity() {
    return diversity.orElse(null);
  }

  /** What an image pays. */
  List<Regularizer> penalties() {
    return regularizers.stream()
        .filter(Regularizer.class::isInstance)
        .map(Regularizer.class::cast)
        .toList();
  }

  /** What is done to an image between steps. */
  List<ImageFilter> filters() {
    return regularizers.stream()
        .filter(ImageFilter.class::isInstance)
        .map(ImageFilter.class::cast)
        .toList();
  }

  /** Whether the values of two steps can be compared: nothing is drawn anew at each. */
  boolean comparesSteps() {
    return transforms.isEmpty() && diversity.isEmpty();
  }

  /** One line for figures, with every setting. */
  public String describe() {
    StringBuilder text = new StringBuilder(parameterization.describe());
    transforms.forEach(transform -> text.append(", ").append(transform.describe()));
    regularizers.forEach(regularizer -> text.append(", ").append(regularizer.describe()));
    diversity.ifPresent(
        some ->
            text.append(", diversity ")
                .append(some.weight())
                .append(" in ")
                .append(some.layer().title()));
    text.append(", ").append(ascent.describe());
    // Lengths of steps and the like come out of a computation, with all their digits.
    return LONG_NUMBER
        .matcher(text)
        .replaceAll(number -> String.valueOf(new BigDecimal(number.group()).round(DIGITS)));
  }

  /** Settings that are being made. Checked when they are {@linkplain #build built}. */
  public static final class Builder {
    private Parameterization parameterization = PLAIN;
    private Optional<Start> start = Optional.of(Start.GAUSSIAN);
    private List<Transform> transforms = List.of();
    private Constraint constraint;
    private List<Regularization> regularizers = List.of();
    private Ascent ascent = Ascent.DEFAULTS;
    private int redirectedSteps;
    private Optional<Diversity> diversity = Optional.empty();

    private Builder(Constraint constraint) {
      this.constraint = constraint;
    }

    /** Moves something else, which starts in its own way unless {@link #start} is called then. */
    public Builder parameterization(Parameterization moved) {
      parameterization = moved;
      start = Optional.empty();
      return this;
    }

    /** Starts from another image. */
    public Builder start(Start first) {
      start = Optional.of(first);
      return this;
    }

    /** Shows the network another image at each step. */
    public Builder transforms(List<Transform> some) {
      transforms = some;
      return this;
    }

    /** Keeps images somewhere else. */
    public Builder constraint(Constraint other) {
      constraint = other;
      return this;
    }

    /** Keeps images plain. */
    public Builder regularizers(List<? extends Regularization> some) {
      regularizers = List.copyOf(some);
      return this;
    }

    /** Moves images in another way. */
    public Builder ascent(Ascent other) {
      ascent = other;
      return this;
    }

    /** The ascent so far. */
    public Ascent ascent() {
      return ascent;
    }

    /** For how many steps a row without any gradient is led through rectified units. */
    public Builder redirectedSteps(int steps) {
      redirectedSteps = steps;
      return this;
    }

    /** Keeps the images of one unit apart. */
    public Builder diversity(Diversity some) {
      diversity = Optional.of(some);
      return this;
    }

    /**
     * The settings.
     *
     * @throws InvalidInputException if they do not go together
     */
    public MaximizationSettings build() {
      return new MaximizationSettings(
          parameterization,
          start,
          transforms,
          constraint,
          regularizers,
          ascent,
          redirectedSteps,
          diversity);
    }
  }
}
