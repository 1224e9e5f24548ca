package io.github.unitscope.provenance.diff;

/** How a file of one run compares with that of another. */
public enum Verdict {
  /** The same bytes. */
  BIT_EQUAL("bit-equal"),
  /** Other bytes, but numbers or pixels that are equal within the tolerance. */
  CLOSE("equal within the tolerance"),
  /** Neither. */
  DIFFERENT("different"),
  /** Only one of the two runs has it. */
  ALONE("in one run only"),
  /** A record of how long things took, which is never the same twice. */
  NOT_COMPARED("not compared: how long it took");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }

  /** Whether runs with such a file count as made again. */
  public boolean isFine() {
    return this != DIFFERENT && this != ALONE;
  }
}
