package io.github.unitscope.experiments.options;

import com.beust.jcommander.Parameter;
import io.github.unitscope.datasets.photographs.PatchSettings;
import io.github.unitscope.datasets.photographs.Whitening;
import io.github.unitscope.experiments.command.EnumWord;
import io.github.unitscope.experiments.command.Explained;
import io.github.unitscope.experiments.command.Group;
import io.github.unitscope.experiments.command.OptionGroup;
import io.github.unitscope.experiments.command.UsageException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Options of patches, which photographs are cut into. */
@OptionGroup(Group.ADVANCED)
public final class PatchOptions implements Explained {
  private static final PatchSettings DEFAULTS = PatchSettings.DEFAULTS;

  @Parameter(
      names = "--patch-size",
      description = "Side of a patch in pixels, 2 to {most}, or HEIGHTxWIDTH. Default: {size}")
  private String patchSize;

  @Parameter(
      names = "--patches",
      description =
          "Number of training patches, at least 10; a tenth as many for validation and for"
              + " testing. Default: {patches}")
  private Integer patches;

  @Parameter(names = "--whitening", description = "Whitening of patches. Default: {whitening}")
  private Whitening whitening;

  @Parameter(names = "--colour", description = "Cut patches in colour instead of grey")
  private boolean colour;

  @Parameter(
      names = "--contrast",
      description =
          "Contrast of patches: normalized (each to about the same) or natural. Default:"
              + " {contrast}")
  private Contrast contrast;

  @Parameter(
      names = "--deviation",
      description =
          "Standard deviation that patches are scaled to, above 0; the noise of Gaussian"
              + " visible units is 1. Default: {deviation}")
  private Double deviation;

  @Parameter(
      names = "--least-contrast",
      description =
          "Reject patches below this share of the mean contrast, in [0, 1). Default:"
              + " {leastContrast}")
  private Double leastContrast;

  /** What becomes of the contrast of a patch. */
  public enum Contrast {
    /** It is left as it is. */
    NATURAL,
    /** Patches get about the same. */
    NORMALIZED
  }

  @Override
  public Map<String, String> words() {
    return Map.of(
        "most",
        String.valueOf(PatchSettings.MOST_SIDE),
        "size",
        String.valueOf(DEFAULTS.height()),
        "patches",
        String.valueOf(DEFAULTS.train()),
        "whitening",
        EnumWord.of(DEFAULTS.whitening()),
        "contrast",
        DEFAULTS.normalizeContrast() ? "normalized" : "natural",
        "deviation",
        String.valueOf(DEFAULTS.deviation()),
        "leastContrast",
        String.valueOf(DEFAULTS.leastContrast()));
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
