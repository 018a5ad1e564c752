package io.hotline.extraction.entities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What was named before a place in the text, the nearest first looked at. */
final class Antecedents {

  /** How many mentions back a referent is looked for. */
  private static final int MEMORY = 60;

  /** Names in order of text. */
  private final List<Ref> names;

  Antecedents(List<Ref> names) {
    this.names = new ArrayList<>(names);
    this.names.sort(Comparator.comparingInt(ref -> ref.from));
  }

  /** Index of the first name that begins at or after the token. */
  private int before(int token) {
    int low = 0;
    int high = names.size();
    while (low < high) {
      int middle = low + high >>> 1;
      if (names.get(middle).from < token) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Nullable Cluster lastBefore(int token, Predicate<Cluster> fits) {
    int from = before(token);
    for (int i = from - 1; i >= Math.max(0, from - MEMORY); i--) {
      Cluster cluster = names.get(i).cluster;
      if (cluster != null && fits.test(cluster)) {
        return cluster;
      }
    }
    return null;
  }

  /** The last ones before the token, the nearest last; at most {@code limit}. */
  List<Cluster> lastOnes(int token, int limit, Predicate<Cluster> fits) {
    List<Cluster> found = new ArrayList<>(limit);
    int from = before(token);
    for (int i = from - 1; i >= Math.max(0, from - MEMORY) && found.size() < limit; i--) {
      Cluster cluster = names.get(i).cluster;
      if (cluster != null && fits.test(cluster) && !found.contains(cluster)) {
        found.add(0, cluster);
      }
    }
    return found;
  }
}
