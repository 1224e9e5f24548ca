package io.github.unitscope.experiments.options;

import com.beust.jcommander.Parameter;
import io.github.unitscope.datasets.photographs.PatchSettings;
import io.github.unitscope.datasets.photographs.Whitening;
import io.github.unitscope.experiments.command.Group;
import io.github.unitscope.experiments.command.OptionGroup;
import io.github.unitscope.experiments.command.UsageException;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Options of patches, which photographs are cut into. */
@OptionGroup(Group.ADVANCED)
public final class PatchOptions {
  private static final PatchSettings DEFAULTS = PatchSettings.DEFAULTS;

  @Parameter(names = "--patch-size", description = "Side of a patch in pixels, or HEIGHTxWIDTH")
  private String patchSize;

  @Parameter(names = "--patches", description = "Training patches; a tenth more for validation")
  private Integer patches;

  @Parameter(names = "--whitening", description = "Of patches: olshausen_field, zca or none")
  private Whitening whitening;

  @Parameter(names = "--colour", description = "Patches with red, green and blue instead of grey")
  private boolean colour;

  @Parameter(
      names = "--contrast",
      description = "Of patches: normalized (each to about the same) or natural")
  private Contrast contrast;

  @Parameter(
      names = "--deviation",
      description =
          "Standard deviation that patches are scaled to; the noise of Gaussian visible units is 1")
  private Double deviation;

  @Parameter(
      names = "--least-contrast",
      description = "Draw patches again below this part of the mean contrast, in [0, 1)")
  private Double leastContrast;

  /** What becomes of the contrast of a patch. */
  public enum Contrast {
    /** It is left as it is. */
    NATURAL,
    /** Patches get about the same. */
    NORMALIZED
  }

  void setCount(int count) {
    patches = count;
  }

  /** Whether any was given. */
  boolean areGiven() {
    return colour
        || Stream.of(patchSize, patches, whitening, contrast, deviation, leastContrast)
            .anyMatch(Objects::nonNull);
  }

  /**
   * The settings.
   *
   * @throws UsageException if one is out of its range or cannot be read
   */
  PatchSettings settings() {
    return UsageException.check(this::patchSettings);
  }

  private PatchSettings patchSettings() {
    int[] size = size();
    return new PatchSettings(
        size[0],
        size[1],
        colour,
        patches == null ? DEFAULTS.train() : patches,
        whitening == null ? DEFAULTS.whitening() : whitening,
        DEFAULTS.cutoff(),
        DEFAULTS.epsilon(),
        DEFAULTS.removeMean(),
        contrast == null ? DEFAULTS.normalizeContrast() : contrast == Contrast.NORMALIZED,
        leastContrast == null ? DEFAULTS.leastContrast() : leastContrast,
        deviation == null ? DEFAULTS.deviation() : deviation,
        DEFAULTS.seed());
  }

  private int[] size() {
    if (patchSize == null) {
      return new int[] {DEFAULTS.height(), DEFAULTS.width()};
    }
    if (!patchSize.matches("\\d{1,4}(x\\d{1,4})?")) {
      throw new UsageException(
          String.format(
              Locale.ROOT,
              "--patch-size %s cannot be read: write 12 or 9x7, height first",
              patchSize));
    }
    String[] sides = patchSize.split("x");
    return new int[] {Integer.parseInt(sides[0]), Integer.parseInt(sides[sides.length - 1])};
  }
}
