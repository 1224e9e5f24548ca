package io.github.unitscope.experiments.gallery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page itself: one file, with its style and its script in it. */
final class PageText {
  private static final Pattern TITLE = Pattern.compile("(?<=<title>)[^<]*(?=</title>)");

  private PageText() {}

  /**
   * The page.
   *
   * @param title any text
   */
  static String with(String title) {
    String html = resource("gallery.html");
    html = TITLE.matcher(html).replaceFirst(Matcher.quoteReplacement(escaped(title)));
    return html.replace("/*CSS*/", resource("gallery.css"))
        .replace("/*JS*/", resource("gallery.js"));
  }

  /** A text that is nothing but text, between tags or in an attribute's quotes. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
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
