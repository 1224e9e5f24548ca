package io.github.unitscope.experiments.command;

import io.github.unitscope.network.message.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The words of a command line, as a manifest holds them.
 *
 * @param words the command and its options
 */
public record ArgumentList(List<String> words) {

  /** Copies the words. */
  public ArgumentList {
    words = List.copyOf(words);
  }

  /** The value of an option that has one. */
  public Optional<String> value(String option) {
    int at = words.indexOf(option);
    return at < 0 || at + 1 == words.size() ? Optional.empty() : Optional.of(words.get(at + 1));
  }

  /** The same with another value of an option that has one; added where it was not there. */
  public ArgumentList with(String option, String value) {
    List<String> changed = new ArrayList<>(words);
    int at = changed.indexOf(option);
    if (at >= 0 && at + 1 < changed.size()) {
      changed.set(at + 1, value);
    } else {
      changed.addAll(List.of(option, value));
    }
    return new ArgumentList(changed);
  }

  /** The same without an option that has a value. */
  public ArgumentList without(String option) {
    List<String> changed = new ArrayList<>(words);
    int at = changed.indexOf(option);
    if (at >= 0) {
      changed.subList(at, Math.min(at + 2, changed.size())).clear();
    }
    return new ArgumentList(changed);
  }

  /** The words as one would type them. */
  public String asTyped() {
    List<String> typed = new ArrayList<>();
    for (String word : words) {
      typed.add(quoted(word));
    }
    return String.join(" ", typed);
  }

  private static String quoted(String word) {
    if (word.matches("[-A-Za-z0-9_./:,=+%@^]+")) {
      return word;
    }
    boolean oneLine = PlainText.of(word).equals(word);
    return oneLine ? "'" + word.replace("'", "'\\''") + "'" : escaped(word);
  }

  /** As bash and zsh read it, on one line. */
  private static String escaped(String word) {
    StringBuilder typed = new StringBuilder("$'");
    for (int character : word.codePoints().toArray()) {
      String text = Character.toString(character);
      if (text.equals("'") || text.equals("\\")) {
        typed.append('\\').append(text);
      } else {
        boolean plain = PlainText.of(text).equals(text);
        typed.append(plain ? text : String.format(Locale.ROOT, "\\U%08x", character));
      }
    }
    return typed.append("'").toString();
  }
}
