package io.hotline.processors.stories;

import io.hotline.schemas.record.Signal;
import io.hotline.schemas.record.Speaker;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Counts independent sources: reports are one source if they end at the same origin, if they come
 * from the same outlet, or if their texts are copies of one another, directly or through further
 * reports. For one thread.
 */
final class Sources {

  /**
   * Texts whose 64-bit SimHashes differ in at most this many bits are copies. Unrelated texts
   * differ in 32 on average and in 8 or fewer about once in 10^10 pairs (binomial distribution),
   * and an agency's story with an outlet's own first paragraph stays below it.
   */
  static final int NEAR_DUPLICATE_BITS = 8;

  private final List<Source> sources = new ArrayList<>();
  private final List<Integer> parents = new ArrayList<>();
  private int independent;

  /** What of a report says where it comes from. */
  private record Source(String origin, String outlet, long fingerprint) {
    boolean isOneWith(Source other) {
      return origin.equals(other.origin)
          || origin.equals(other.outlet)
          || outlet.equals(other.origin)
          || outlet.equals(other.outlet)
          || (fingerprint != 0
              && other.fingerprint != 0
              && Long.bitCount(fingerprint ^ other.fingerprint) <= NEAR_DUPLICATE_BITS);
    }
  }

  /** How many independent sources were added. */
  int independent() {
    return independent;
  }

  /** Whether a report comes from none of the sources that were added. */
  boolean isNew(Signal signal) {
    Source source = source(signal);
    return sources.stream().noneMatch(source::isOneWith);
  }

  /** Adds a report's source. One that joins two former sources makes the count smaller. */
  void add(Signal signal) {
    Source source = source(signal);
    int self = sources.size();
    sources.add(source);
    parents.add(self);
    independent++;
    for (int i = 0; i < self; i++) {
      if (source.isOneWith(sources.get(i))) {
        int root = root(i);
        int own = root(self);
        if (root != own) {
          parents.set(own, root);
          independent--;
        }
      }
    }
  }

  private int root(int i) {
    int root = i;
    while (parents.get(root) != root) {
      root = parents.get(root);
    }
    return root;
  }

  private static Source source(Signal signal) {
    String outlet = normalized(signal.getSource());
    return new Source(origin(signal, outlet), outlet, signal.getFingerprint());
  }

  /** The innermost of the chain of reporters that has a name; the outlet, if none has. */
  private static String origin(Signal signal, String outlet) {
    List<Speaker> chain = signal.getEvent().getReportedBy();
    for (int i = chain.size() - 1; i >= 0; i--) {
      Speaker reporter = chain.get(i);
      if (!reporter.getAnonymous()) {
        String name = reporter.getName() == null ? reporter.getText() : reporter.getName();
        return normalized(name);
      }
    }
    return outlet;
  }

  private static String normalized(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
