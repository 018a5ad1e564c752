package io.hotline.extraction.events;

import io.hotline.extraction.EventMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A word that names a contact.
 *
 * @param verb whether it is a verb; else a noun
 * @param rest the words that must stand after a verb, in order, where {@code ~} is room for an
 *     object and {@code =} marks one that stands right after; the words right before a noun
 * @param strong whether one party is enough
 * @param inherent what the word alone makes of its contact: an invitation is an offer
 */
record Trigger(
    String lemma,
    boolean verb,
    List<String> rest,
    EventMode mode,
    String cameo,
    Frame frame,
    boolean strong,
    @Nullable Operator inherent) {

  /** The room that an object may take between a verb and the words that belong to it. */
  private static final int OBJECT = 9;

  /** Whether the verb at {@code t}, or the noun, has the other words of the trigger beside it. */
  boolean standsAt(Words words, int t) {
    return verb ? followedByRest(words, t + 1) : precededByRest(words, t - rest.size());
  }

  private boolean followedByRest(Words words, int first) {
    int t = first;
    int room = 3;
    for (String word : rest) {
      if (word.equals("~")) {
        room = OBJECT;
        continue;
      }
      if (word.startsWith("=")) {
        if (!words.lower(t++).equals(word.substring(1))) {
          return false;
        }
        continue;
      }
      int limit = t + room;
      while (t < limit && !words.lower(t).startsWith(word)) {
        t++;
      }
      if (t == limit) {
        return false;
      }
      t++;
      room = 3;
    }
    return true;
  }

  private boolean precededByRest(Words words, int first) {
    for (int k = 0; k < rest.size(); k++) {
      if (!words.lower(first + k).equals(rest.get(k))) {
        return false;
      }
    }
    return true;
  }

  /** Whether the object of the verb is a party rather than a topic. */
  boolean takesObject() {
    return !lemma.equals("discuss")
        && !lemma.equals("negotiate")
        && frame != Frame.TO
        && (frame != Frame.PLACE || rest.isEmpty());
  }
}
