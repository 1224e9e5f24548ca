package io.github.unitscope.visualize.picture;

import io.github.unitscope.network.message.PlainText;

/**
 * What a colour stands for.
 *
 * @param rgb the colour, 0xRRGGBB
 * @param text a few words
 */
public record Swatch(int rgb, String text) {

  /**
   * @throws NullPointerException if there is no text
   */
  public Swatch {
    text = PlainText.of(text);
  }
}
