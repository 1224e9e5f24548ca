package io.github.unitscope.datasets.download;

import java.time.Duration;

/**
 * The rate below which a transfer is given up.
 *
 * @param bytes that must arrive
 * @param time in which they must
 */
record LowestRate(long bytes, Duration time) {
  /** 1 KiB a second: MNIST would take three hours. */
  static final LowestRate DEFAULT = new LowestRate(60 << 10, Duration.ofSeconds(60));
}
