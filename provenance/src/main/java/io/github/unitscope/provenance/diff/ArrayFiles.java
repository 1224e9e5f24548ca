package io.github.unitscope.provenance.diff;

import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.NpzReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;

/** Compares two {@code .npz} files, one array at a time. */
public final class ArrayFiles implements FileComparer {
  private final double tolerance;

  ArrayFiles(double tolerance) {
    this.tolerance = tolerance;
  }

  @Override
  public FileComparison compare(String name, Path left, Path right) {
    List<String> details = new ArrayList<>();
    boolean close = true;
    try (NpzReader one = NpzReader.open(left);
        NpzReader other = NpzReader.open(right)) {
      Set<String> names = new TreeSet<>(one.names());
      names.addAll(other.names());
      for (String array : names) {
        close &= compare(array, one, other, details);
      }
    }
    if (details.isEmpty()) {
      details.add("all arrays are equal; only how they are packed differs");
    }
    return new FileComparison(name, close ? Verdict.CLOSE : Verdict.DIFFERENT, details);
  }

  private boolean compare(String name, NpzReader one, NpzReader other, List<String> details) {
    if (!one.names().contains(name) || !other.names().contains(name)) {
      details.add(name + ": only in the " + (one.names().contains(name) ? "first" : "second"));
      return false;
    }
    NpyArray left = one.get(name);
    NpyArray right = other.get(name);
    if (left.type() != right.type() || !Arrays.equals(left.shape(), right.shape())) {
      details.add(String.format(Locale.ROOT, "%s: %s and %s", name, shown(left), shown(right)));
      return false;
    }
    ValueDifference difference = new ValueDifference();
    IntToDoubleFunction leftValues = values(left);
    IntToDoubleFunction rightValues = values(right);
    for (int i = 0; i < left.size(); i++) {
      difference.add(leftValues.applyAsDouble(i), rightValues.applyAsDouble(i));
    }
    if (difference.isEqual()) {
      return true;
    }
    details.add(name + ": " + difference.describe());
    return difference.isWithin(tolerance);
  }

  public static String shown(NpyArray array) {
    return array.type().descriptor() + Arrays.toString(array.shape());
  }

  /** The values as doubles. */
  public static IntToDoubleFunction values(NpyArray array) {
    return switch (array.type()) {
      case FLOAT32 -> {
        float[] values = array.floats();
        yield i -> values[i];
      }
      case FLOAT64 -> {
        double[] values = array.doubles();
        yield i -> values[i];
      }
      case INT32 -> {
        int[] values = array.ints();
        yield i -> values[i];
      }
      case INT64 -> {
        long[] values = array.longs();
        yield i -> values[i];
      }
      case BOOL -> {
        boolean[] values = array.booleans();
        yield i -> values[i] ? 1 : 0;
      }
      case UINT8 -> {
        byte[] values = array.bytes();
        yield i -> values[i] & 0xFF;
      }
    };
  }
}
