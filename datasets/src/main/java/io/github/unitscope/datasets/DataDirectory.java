package io.github.unitscope.datasets;

import io.github.unitscope.network.message.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where datasets are looked for.
 *
 * @param places in the order in which they are searched
 */
public record DataDirectory(List<Path> places) {
  /** The environment variable that names a folder of datasets. */
  public static final String VARIABLE = "UNITSCOPE_DATA";

  /** Copies the list. */
  public DataDirectory {
    places = List.copyOf(places);
  }

  /**
   * The places to search: the one given, else the one in the environment, else the user's cache.
   *
   * @param given by the user, or null; then nothing else is searched
   * @param variable the value of {@link #VARIABLE}, or null
   * @param home of the user
   */
  public static DataDirectory of(Path given, String variable, Path home) {
    if (given != null) {
      return new DataDirectory(List.of(given));
    }
    List<Path> places = new ArrayList<>();
    if (variable != null && !variable.isBlank()) {
      places.add(Path.of(variable));
    }
    places.add(home.resolve(".cache").resolve("unitscope"));
    return new DataDirectory(places);
  }

  /** The places of this process. */
  public static DataDirectory of(Path given) {
    return of(given, System.getenv(VARIABLE), Path.of(System.getProperty("user.home")));
  }

  /** Where {@code data fetch} writes to: the first place. */
  public Path first() {
    return places.get(0);
  }

  /** The first of the places that has a folder of this name. */
  public Optional<Path> find(String name) {
    return places.stream().map(place -> place.resolve(name)).filter(Files::isDirectory).findFirst();
  }

  /**
   * The first of the places that has a folder of this name.
   *
   * @throws InvalidInputException if none has
   */
  Path require(String name) {
    return find(name).orElseThrow(() -> missing(name));
  }

  private InvalidInputException missing(String name) {
    String searched = places.stream().map(Path::toString).collect(Collectors.joining(" and "));
    return new InvalidInputException(
        String.format(
            Locale.ROOT,
            "there is no folder '%s' in %s: run ./unitscope data fetch %s, or use --data synthetic",
            name,
            searched,
            name));
  }
}
