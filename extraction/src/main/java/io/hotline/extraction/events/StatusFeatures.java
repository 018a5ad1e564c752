package io.hotline.extraction.events;

import io.hotline.extraction.EventStatus;
import java.util.Arrays;
import java.util.List;

/**
 * What the grammar knows of a contact's status, for the {@link ContactJudge}: the status it read,
 * the operators above the trigger with their negation, modality and tense, and the words around the
 * trigger. Features are hashes.
 */
final class StatusFeatures {

  /** In tokens, to each side of the trigger. */
  private static final int NEAR = 4;

  private final int sentence;
  private final int[] features;

  private StatusFeatures(int sentence, int[] features) {
    this.sentence = sentence;
    this.features = features;
  }

  /** The number of the sentence. */
  int sentence() {
    return sentence;
  }

  /** The hashes, each once, ascending. */
  int[] hashes() {
    return features;
  }

  /** These and those of the sentence; none is of both kinds. */
  int[] with(SentenceFeatures words) {
    int[] all = Arrays.copyOf(features, features.length + words.hashes().length);
    System.arraycopy(words.hashes(), 0, all, features.length, words.hashes().length);
    return all;
  }

  static StatusFeatures of(
      Words words, int token, Trigger trigger, List<Link> links, EventStatus read) {
    int[] all = new int[4 * NEAR + 6 * links.size() + 8];
    int n = 0;
    int status = SentenceFeatures.mix(20, read.ordinal());
    all[n++] = status;
    all[n++] = SentenceFeatures.mix(21, trigger.lemma().hashCode());
    all[n++] = SentenceFeatures.mix(22, trigger.verb() ? 1 : 2);
    all[n++] = SentenceFeatures.mix(status, Math.min(3, links.size()));
    int row = 23;
    int before = 0;
    for (Link link : links) {
      int operator = link.operator().ordinal() * 2 + (link.negated() ? 1 : 0);
      int verb = link.modality().ordinal() * 16 + link.tense().ordinal();
      all[n++] = SentenceFeatures.mix(24, operator);
      all[n++] = SentenceFeatures.mix(SentenceFeatures.mix(25, operator), verb);
      all[n++] = SentenceFeatures.mix(SentenceFeatures.mix(26, before), operator);
      all[n++] = SentenceFeatures.mix(SentenceFeatures.mix(27, link.lemma().hashCode()), operator);
      all[n++] = SentenceFeatures.mix(28, verb);
      before = operator + 1;
      row = SentenceFeatures.mix(row, operator);
    }
    all[n++] = row;
    for (int t = token - NEAR; t <= token + NEAR; t++) {
      if (t >= words.from() && t < words.to() && t != token) {
        int stem = SentenceFeatures.stem(words.lower(t)).hashCode();
        all[n++] = SentenceFeatures.mix(t < token ? 29 : 30, stem);
        all[n++] = SentenceFeatures.mix(31 + t - token, stem);
      }
    }
    return new StatusFeatures(
        words.sentence(), Arrays.stream(all, 0, n).sorted().distinct().toArray());
  }
}
