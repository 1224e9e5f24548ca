package io.github.unitscope.experiments.maximize;

import com.beust.jcommander.converters.IParameterSplitter;
import io.github.unitscope.visualize.select.Objectives;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one {@code --objective} holds: one objective, in which places and names of classes may have
 * commas. Manifests of before join all objectives by commas, so a comma before something that can
 * only be another objective still separates two.
 */
public final class ObjectiveList implements IParameterSplitter {
  private static final Pattern COLUMN = Pattern.compile("\\d+(\\s.*)?");
  private static final Pattern PLACE = Pattern.compile(".*@\\d+");
  private static final Pattern KIND = Pattern.compile("(?:.*[\\s*-])?([^\\s*:-]+):[^:]*");

  @Override
  public List<String> split(String value) {
    List<String> objectives = new ArrayList<>();
    for (String piece : value.split(",")) {
      int last = objectives.size() - 1;
      if (last >= 0 && continues(objectives.get(last), piece)) {
        objectives.set(last, objectives.get(last) + "," + piece);
      } else {
        objectives.add(piece);
      }
    }
    return objectives;
  }

  /** The column of a place, or the rest of a name: one that is the last word and names no unit. */
  private static boolean continues(String before, String piece) {
    if (PLACE.matcher(before).matches()) {
      return COLUMN.matcher(piece).matches();
    }
    Matcher kind = KIND.matcher(before);
    boolean isName = kind.matches() && Objectives.names().contains(kind.group(1));
    return isName && !piece.matches("[^\\s]+:.*");
  }
}
