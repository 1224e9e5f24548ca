package io.github.unitscope.experiments.terminal;

import java.io.File;
import java.util.Locale;

/**
 * Whether Java reads names of files as they are. It takes their encoding from the locale when it
 * starts; in {@code LANG=C} it would read {@code L\u00e4ufe} as {@code L??ufe}.
 */
public final class FileNames {
  private static final String ENCODING = System.getProperty("sun.jnu.encoding", "UTF-8");

  private FileNames() {}

  /** Whether names may have any characters. Windows keeps them in Unicode whatever the locale. */
  public static boolean areUnicode() {
    return File.separatorChar == '\\' || ENCODING.equalsIgnoreCase("UTF-8");
  }

  /** What to do where they may not. */
  public static String advice() {
    return String.format(
        Locale.ROOT,
        "this locale writes names of files in %s, which cannot express all of them: start ./unitscope, or set LC_ALL to a locale of UTF-8, such as C.UTF-8",
        ENCODING);
  }
}
