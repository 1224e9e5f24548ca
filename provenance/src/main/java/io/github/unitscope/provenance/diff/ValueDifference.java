package io.github.unitscope.provenance.diff;

import io.github.unitscope.network.message.Numbers;
import java.util.Locale;

/**
 * How two equally long sequences of numbers differ, gathered value by value. NaN equals NaN, and an
 * infinity itself.
 */
final class ValueDifference {
  private double largest;
  private double magnitude;
  private double squares;
  private double products;
  private double leftSquares;
  private double rightSquares;
  private long count;
  private long different;

  void add(double left, double right) {
    count++;
    if (Double.compare(left, right) == 0 || left == right) {
      grow(left, right);
      return;
    }
    different++;
    double difference = Math.abs(left - right);
    // Of a number and NaN, or of two infinities: larger than any tolerance.
    largest =
        Double.isFinite(difference) ? Math.max(largest, difference) : Double.POSITIVE_INFINITY;
    squares += difference * difference;
    grow(left, right);
  }

  private void grow(double left, double right) {
    if (Double.isFinite(left) && Double.isFinite(right)) {
      magnitude = Math.max(magnitude, Math.max(Math.abs(left), Math.abs(right)));
      products += left * right;
      leftSquares += left * left;
      rightSquares += right * right;
    }
  }

  boolean isEqual() {
    return different == 0;
  }

  /**
   * Whether the largest difference is small beside the largest value.
   *
   * @param tolerance the part of it that is small
   */
  boolean isWithin(double tolerance) {
    return largest <= tolerance * magnitude;
  }

  String describe() {
    double cosine = products / Math.sqrt(leftSquares * rightSquares);
    return String.format(
        Locale.ROOT,
        "largest difference %s of values up to %s, rms %s, cosine %.6f, %d of %d values",
        Numbers.brief(largest),
        Numbers.brief(magnitude),
        Numbers.brief(Math.sqrt(squares / count)),
        cosine,
        different,
        count);
  }
}
