package io.github.unitscope.experiments.command;

import com.beust.jcommander.JCommander;
import com.beust.jcommander.ParameterDescription;
import com.beust.jcommander.converters.CommaParameterSplitter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The options of a command as they are after parsing, given ones and defaults, as words that parse
 * to the same again.
 */
final class EffectiveOptions {
  /** Options that decide neither what comes out nor with how many threads. */
  private static final Set<String> OF_NO_EFFECT =
      Set.of(
          "--out", "--force", "--resume", "--checkpoint-every", "--quiet", "--verbose", "--help");

  private EffectiveOptions() {}

  /** Those of a parser: the words without a name, then the others sorted by name. */
  static List<String> of(JCommander parser) {
    List<String> words = new ArrayList<>();
    ParameterDescription nameless = parser.getMainParameterValue();
    if (nameless != null) {
      ((Collection<?>) value(nameless)).forEach(value -> words.add(word(value)));
    }
    byName(parser).values().forEach(words::addAll);
    return words;
  }

  /** The words of each option that has an effect, by its name, sorted. */
  static SortedMap<String, List<String>> byName(JCommander parser) {
    SortedMap<String, List<String>> byName = new TreeMap<>();
    for (ParameterDescription option : parser.getFields().values()) {
      if (!OF_NO_EFFECT.contains(option.getLongestName())) {
        List<String> words = new ArrayList<>();
        add(option, words);
        byName.put(option.getLongestName(), words);
      }
    }
    return byName;
  }

  /** The paths that options and words without a name give, but where results go. */
  static List<Path> readPaths(JCommander parser) {
    List<ParameterDescription> options = new ArrayList<>(parser.getFields().values());
    options.removeIf(option -> OF_NO_EFFECT.contains(option.getLongestName()));
    if (parser.getMainParameterValue() != null) {
      options.add(parser.getMainParameterValue());
    }
    List<Path> paths = new ArrayList<>();
    for (ParameterDescription option : options) {
      Object value = value(option);
      Collection<?> values =
          value instanceof Collection<?> several ? several : Collections.singleton(value);
      values.stream().filter(Path.class::isInstance).map(Path.class::cast).forEach(paths::add);
    }
    return paths;
  }

  private static void add(ParameterDescription option, List<String> words) {
    Object value = value(option);
    if (value == null || Boolean.FALSE.equals(value)) {
      return;
    }
    if (value instanceof Collection<?> several) {
      addAll(option, several, words);
      return;
    }
    words.add(option.getLongestName());
    if (!Boolean.TRUE.equals(value)) {
      words.add(word(value));
    }
  }

  private static Object value(ParameterDescription option) {
    return option.getParameterized().get(option.getObject());
  }

  private static void addAll(
      ParameterDescription option, Collection<?> values, List<String> words) {
    List<String> texts = values.stream().map(EffectiveOptions::word).toList();
    if (texts.isEmpty()) {
      return;
    }
    if (option.getParameterAnnotation().variableArity()) {
      words.add(option.getLongestName());
      words.addAll(texts);
    } else if (option.getParameterAnnotation().splitter() == CommaParameterSplitter.class) {
      words.addAll(List.of(option.getLongestName(), String.join(",", texts)));
    } else {
      texts.forEach(text -> words.addAll(List.of(option.getLongestName(), text)));
    }
  }

  private static String word(Object value) {
    return value instanceof Enum<?> constant ? EnumWord.of(constant) : String.valueOf(value);
  }
}
