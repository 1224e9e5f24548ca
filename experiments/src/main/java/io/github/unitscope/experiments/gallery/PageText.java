package io.github.unitscope.experiments.gallery;

import io.github.unitscope.network.message.PlainText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The page itself: one file, with its style and its script in it. */
final class PageText {
  /** In the order in which they use each other. */
  private static final List<String> SCRIPTS =
      List.of(
          "text.js",
          "store.js",
          "state.js",
          "sprites.js",
          "charts.js",
          "cards.js",
          "controls.js",
          "large.js",
          "gallery.js");

  private PageText() {}

  /**
   * The page.
   *
   * @param title any text
   */
  static String with(String title) {
    String scripts = SCRIPTS.stream().map(PageText::resource).collect(Collectors.joining("\n"));
    return resource("gallery.html")
        .replace("/*CSS*/", resource("gallery.css"))
        .replace("/*JS*/", scripts)
        .replace("/*TITLE*/", escaped(title));
  }

  /** A text that is nothing but text, between tags or in an attribute's quotes. */
  static String escaped(String text) {
    return PlainText.of(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String resource(String name) {
    try (InputStream in = PageText.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
