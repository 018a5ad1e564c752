package io.hotline.extraction.events;

import io.hotline.extraction.EventMode;
import io.hotline.extraction.EventStatus;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * A second opinion on a sentence, by weight of its words: how likely it tells of a contact between
 * political parties, and if so, of which status and mode. Logistic regression over hashed {@link
 * SentenceFeatures}, made by the training program; it knows the wording of a contact more broadly
 * than the grammar, and its parties, negation and tense less well, so the grammar speaks first.
 * Immutable.
 */
class ContactJudge {

  static final int STATUSES = EventStatus.values().length;
  static final int MODES = EventMode.values().length;

  /** Columns of a row: contact, then each mode, then each status, by the words alone and by all. */
  static final int MODE = 1;

  static final int STATUS_ALONE = MODE + MODES;
  static final int STATUS_READ = STATUS_ALONE + STATUSES;
  static final int COLUMNS = STATUS_READ + STATUSES;

  /** By how much another status must be likelier than the one that the grammar read. */
  private static final double OVERRULED = 0.4;

  static final int MAGIC = 0x484a4731;
  private static final String RESOURCE = "en/contact-judge.bin";

  /** Open addressing; a free place holds no row. */
  private final int[] hashes;

  private final int[] rows;
  private final byte[] weights;
  private final float scale;

  /** One who knows nothing, to make others of. */
  ContactJudge() {
    this(new int[1], new int[1], new byte[COLUMNS], 1);
  }

  private ContactJudge(int[] hashes, int[] rows, byte[] weights, float scale) {
    this.hashes = hashes;
    this.rows = rows;
    this.weights = weights;
    this.scale = scale;
  }

  /** Loads the model in the jar. */
  static ContactJudge load() {
    try (InputStream in = ContactJudge.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not in the jar");
      }
      return read(new DataInputStream(new BufferedInputStream(in)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
  }

  static ContactJudge read(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new IOException("no model of contacts");
    }
    int count = in.readInt();
    float scale = in.readFloat();
    int places = Integer.highestOneBit(count * 2) << 1;
    int[] hashes = new int[places];
    int[] rows = new int[places];
    byte[] weights = new byte[(count + 1) * COLUMNS];
    for (int row = 1; row <= count; row++) {
      int hash = in.readInt();
      int at = hash & places - 1;
      while (rows[at] != 0) {
        at = at + 1 & places - 1;
      }
      hashes[at] = hash;
      rows[at] = row;
      in.readFully(weights, row * COLUMNS, COLUMNS);
    }
    return new ContactJudge(hashes, rows, weights, scale);
  }

  /** Probability that a sentence tells of a contact, 0..1. */
  double contact(SentenceFeatures sentence) {
    return 1 / (1 + Math.exp(-score(sentence.hashes(), 0)));
  }

  /**
   * The status of a contact.
   *
   * @param read by the grammar; that something happened is what it says where it understood no
   *     more, and only then another status overrules it that is clearly likelier
   */
  EventStatus status(SentenceFeatures sentence, StatusFeatures operators, EventStatus read) {
    if (read != EventStatus.OCCURRED) {
      return read;
    }
    double[] likely = statuses(sentence, operators);
    EventStatus best = likeliest(likely);
    return likely[best.ordinal()] - likely[read.ordinal()] >= OVERRULED ? best : read;
  }

  /** How likely each status is of a contact that the grammar did not find, in their order. */
  double[] statuses(SentenceFeatures sentence) {
    return likely(sentence.hashes(), STATUS_ALONE, STATUSES);
  }

  /** How likely each status is, in their order. */
  double[] statuses(SentenceFeatures sentence, StatusFeatures operators) {
    return likely(operators.with(sentence), STATUS_READ, STATUSES);
  }

  static EventStatus likeliest(double[] statuses) {
    return EventStatus.values()[best(statuses)];
  }

  /** The likeliest mode of a contact. */
  EventMode mode(SentenceFeatures sentence) {
    return EventMode.values()[best(likely(sentence.hashes(), MODE, MODES))];
  }

  private static int best(double[] likely) {
    int best = 0;
    for (int i = 1; i < likely.length; i++) {
      if (likely[i] > likely[best]) {
        best = i;
      }
    }
    return best;
  }

  private double[] likely(int[] features, int first, int count) {
    double[] scores = new double[count];
    for (int i = 0; i < count; i++) {
      scores[i] = score(features, first + i);
    }
    normalise(scores);
    return scores;
  }

  /** Turns scores into probabilities. */
  static void normalise(double[] scores) {
    double most = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      most = Math.max(most, score);
    }
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Math.exp(scores[i] - most);
      sum += scores[i];
    }
    for (int i = 0; i < scores.length; i++) {
      scores[i] /= sum;
    }
  }

  private double score(int[] features, int column) {
    int sum = 0;
    for (int hash : features) {
      sum += weights[row(hash) * COLUMNS + column];
    }
    return sum * scale;
  }

  /** The row of a feature; row 0, which weighs nothing, for one that was never seen. */
  private int row(int hash) {
    int at = hash & rows.length - 1;
    while (rows[at] != 0 && hashes[at] != hash) {
      at = at + 1 & rows.length - 1;
    }
    return rows[at];
  }
}
