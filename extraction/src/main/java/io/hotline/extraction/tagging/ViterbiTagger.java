package io.hotline.extraction.tagging;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Finds the names of a text: for each sentence the best sequence of labels, where the score of a
 * label depends on the one before (a linear chain). Safe for any number of threads.
 */
public final class ViterbiTagger {

  /**
   * A token that the words alone put so far outside of names is left there without a further look:
   * that settles half of the tokens, and one in two thousand otherwise.
   */
  private static final int AHEAD = 480;

  private static final int[][] BEFORE = NameLabels.before();

  /** Takes what was found. */
  public interface Names {

    /**
     * @param first token
     * @param end the token after the last
     * @param type one of {@link NameLabels}
     * @param political whether a list of states or cities has the name
     */
    void name(int first, int end, int type, boolean political);
  }

  private final Model model;
  private final Phrases phrases;
  private final WordSums sums;

  private ViterbiTagger(Model model, Clusters clusters, Phrases phrases) {
    this.model = model;
    this.phrases = phrases;
    this.sums =
        new WordSums(
            model, clusters, NameFeatures::form, NameFeatures::cluster, NameFeatures.REACH);
  }

  public static ViterbiTagger read(InputStream stream, Clusters clusters, Phrases phrases)
      throws IOException {
    Model model = Model.read(new DataInputStream(new BufferedInputStream(stream, 1 << 16)));
    if (model.labels() != NameLabels.COUNT) {
      throw new IOException("a model of " + model.labels() + " labels, not of names");
    }
    return new ViterbiTagger(model, clusters, phrases);
  }

  /** Reports the names of all sentences in order. */
  public void tag(TokenWords text, Names names) {
    Tokens tokens = text.tokens;
    Word[] words = text.words;
    Style[] styles = text.styles;
    int longest = 0;
    for (int s = 0; s < styles.length; s++) {
      longest = Math.max(longest, tokens.endToken(s) - tokens.firstToken(s));
    }
    DocumentContext document = DocumentContext.of(words, tokens, styles);
    int[] marks = new int[words.length];
    Lattice lattice = new Lattice(model, longest);
    Features features = new Features();
    long[][] alone = sums.of(words, features);
    for (int s = 0; s < styles.length; s++) {
      int first = tokens.firstToken(s);
      int end = tokens.endToken(s);
      phrases.mark(words, first, end, styles[s], marks);
      boolean lower = styles[s] == Style.LOWER;
      int last = lastEnding(words, first, end, lower, marks);
      for (int t = first; t <= last; t++) {
        sums.add(alone, t, first, end, lattice.cleared());
        int[] scores = lattice.unpacked();
        if (isOutside(scores)) {
          lattice.setOutside(t - first, scores[NameLabels.OUTSIDE]);
        } else {
          features.clear();
          NameFeatures.context(words, t, first, end, styles[s], marks, document, features);
          model.add(features, scores);
          lattice.set(t - first, lower || words[t].beginsName, endsName(words[t], lower, marks[t]));
        }
      }
      for (int t = last + 1; t < end; t++) {
        lattice.setOutside(t - first, 0); // no name can end here or later
      }
      report(lattice.best(end - first), words, first, end, names);
    }
  }

  private static boolean endsName(Word word, boolean lower, int mark) {
    return word.endsName || lower && Phrases.endsPlace(mark);
  }

  /**
   * The last token of [first, end) that a name may end with; {@code first - 1} if there is none.
   */
  private static int lastEnding(Word[] words, int first, int end, boolean lower, int[] marks) {
    int last = end - 1;
    while (last >= first && !endsName(words[last], lower, marks[last])) {
      last--;
    }
    return last;
  }

  private static boolean isOutside(int[] sums) {
    for (int l = 1; l < sums.length; l++) {
      if (sums[NameLabels.OUTSIDE] - sums[l] < AHEAD) {
        return false;
      }
    }
    return true;
  }

  private void report(byte[] labels, Word[] words, int first, int end, Names names) {
    int start = first;
    for (int t = first; t < end; t++) {
      int label = labels[t - first];
      if (label == NameLabels.OUTSIDE) {
        continue;
      }
      int place = NameLabels.place(label);
      if (place == NameLabels.FIRST || place == NameLabels.ONLY) {
        start = t;
      }
      if (place == NameLabels.LAST || place == NameLabels.ONLY) {
        names.name(start, t + 1, NameLabels.type(label), phrases.isPolitical(words, start, t + 1));
      }
    }
  }

  /** The scores of one sentence, and the search through them (Viterbi 1967). */
  private static final class Lattice {

    private static final int LABELS = NameLabels.COUNT;

    /** Low enough that no sum of scores makes up for it, and none overflows. */
    private static final int NEVER = -100_000_000;

    private final Model model;
    private final long[] packed;
    private final int[] numbers = new int[LABELS];
    private final int[] scores;
    private final byte[] cameFrom;
    private final byte[] labels;

    Lattice(Model model, int longest) {
      this.model = model;
      this.packed = new long[Lanes.longs(LABELS)];
      this.scores = new int[longest * LABELS];
      this.cameFrom = new byte[longest * LABELS];
      this.labels = new byte[longest];
    }

    long[] cleared() {
      Arrays.fill(packed, 0);
      return packed;
    }

    /** The sums that have been added so far, a number a label. */
    int[] unpacked() {
      Lanes.unpack(packed, 0, numbers, LABELS);
      return numbers;
    }

    /**
     * Lets only ways that are outside of names pass token {@code i}.
     *
     * @param score of being outside
     */
    void setOutside(int i, int score) {
      int row = i * LABELS;
      Arrays.fill(scores, row, row + LABELS, NEVER);
      int best = i == 0 ? model.transition(NameLabels.START, NameLabels.OUTSIDE) : NEVER;
      if (i > 0) {
        for (int b : BEFORE[NameLabels.OUTSIDE]) {
          int way = scores[row - LABELS + b] + model.transition(b, NameLabels.OUTSIDE);
          if (way > best) {
            best = way;
            cameFrom[row] = (byte) b;
          }
        }
      }
      scores[row] = best + score;
    }

    /** Finds the best way to each label of token {@code i}, whose scores have been summed. */
    void set(int i, boolean beginsName, boolean endsName) {
      if (!beginsName) {
        for (int type = 0; type < NameLabels.TYPES; type++) {
          numbers[NameLabels.of(type, NameLabels.FIRST)] = NEVER / 2;
          numbers[NameLabels.of(type, NameLabels.ONLY)] = NEVER / 2;
        }
      }
      if (!endsName) {
        for (int type = 0; type < NameLabels.TYPES; type++) {
          numbers[NameLabels.of(type, NameLabels.LAST)] = NEVER / 2;
          numbers[NameLabels.of(type, NameLabels.ONLY)] = NEVER / 2;
        }
      }
      int row = i * LABELS;
      if (i == 0) {
        for (int l = 0; l < LABELS; l++) {
          scores[l] =
              NameLabels.mayFollow(NameLabels.START, l)
                  ? numbers[l] + model.transition(NameLabels.START, l)
                  : NEVER;
        }
        return;
      }
      int last = row - LABELS;
      for (int l = 0; l < LABELS; l++) {
        int best = NEVER;
        int from = 0;
        for (int b : BEFORE[l]) {
          int score = scores[last + b] + model.transition(b, l);
          if (score > best) {
            best = score;
            from = b;
          }
        }
        scores[row + l] = Math.max(NEVER, best + numbers[l]);
        cameFrom[row + l] = (byte) from;
      }
    }

    /** The best labels of the first {@code n} tokens; valid until the next call. */
    byte[] best(int n) {
      int best = 0;
      int row = (n - 1) * LABELS;
      int top = NEVER;
      for (int l = 0; l < LABELS; l++) {
        if (!NameLabels.isOpen(l) && scores[row + l] > top) {
          top = scores[row + l];
          best = l;
        }
      }
      for (int i = n - 1; i >= 0; i--) {
        labels[i] = (byte) best;
        best = cameFrom[i * LABELS + best];
      }
      return labels;
    }
  }
}
