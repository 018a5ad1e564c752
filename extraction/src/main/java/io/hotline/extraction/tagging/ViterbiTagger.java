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

  private static final int CACHE_SLOTS = 1 << 15;
  private static final int[][] BEFORE = before();

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
  private final WordCache cache;

  private ViterbiTagger(Model model, Clusters clusters, Phrases phrases) {
    this.model = model;
    this.phrases = phrases;
    this.cache =
        new WordCache(CACHE_SLOTS, clusters, model, NameFeatures::word, NameFeatures.REACH);
  }

  public static ViterbiTagger read(InputStream stream, Clusters clusters, Phrases phrases)
      throws IOException {
    Model model = Model.read(new DataInputStream(new BufferedInputStream(stream, 1 << 16)));
    if (model.labels() != NameLabels.COUNT) {
      throw new IOException("a model of " + model.labels() + " labels, not of names");
    }
    return new ViterbiTagger(model, clusters, phrases);
  }

  /** For each label, those that may stand before it inside a sentence. */
  private static int[][] before() {
    int[][] before = new int[NameLabels.COUNT][];
    for (int label = 0; label < before.length; label++) {
      int[] found = new int[NameLabels.COUNT];
      int n = 0;
      for (int b = 0; b < NameLabels.COUNT; b++) {
        if (NameLabels.mayFollow(b, label)) {
          found[n++] = b;
        }
      }
      before[label] = Arrays.copyOf(found, n);
    }
    return before;
  }

  /** Reports the names of all sentences in order. */
  public void tag(Tokens tokens, Names names) {
    WordCache.Entry[] entries = cache.words(tokens);
    Word[] words = WordCache.words(entries);
    Style[] styles = Style.of(words, tokens);
    int longest = 0;
    for (int s = 0; s < styles.length; s++) {
      longest = Math.max(longest, tokens.endToken(s) - tokens.firstToken(s));
    }
    DocumentContext document = DocumentContext.of(words, tokens, styles);
    int[] marks = new int[words.length];
    Lattice lattice = new Lattice(model, longest);
    Features features = new Features();
    for (int s = 0; s < styles.length; s++) {
      int first = tokens.firstToken(s);
      int end = tokens.endToken(s);
      phrases.mark(words, first, end, styles[s], marks);
      for (int t = first; t < end; t++) {
        features.clear();
        NameFeatures.context(words, t, first, end, styles[s], marks, document, features);
        long[] scores = lattice.cleared();
        cache.addSums(entries, t, first, end, scores);
        model.add(features, scores, 0);
        lattice.set(t - first, endsName(words[t], styles[s], marks[t]));
      }
      report(lattice.best(end - first), words, first, end, names);
    }
  }

  /**
   * Whether a name may end with this word: it has a capital or a digit and is no single letter, or
   * it ends a listed place in a sentence without capitals.
   */
  private static boolean endsName(Word word, Style style, int mark) {
    if ((word.upperCase || word.digit) && word.length > 1) {
      return true;
    }
    return style == Style.LOWER && Phrases.endsPlace(mark);
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
      this.packed = new long[model.longs()];
      this.scores = new int[longest * LABELS];
      this.cameFrom = new byte[longest * LABELS];
      this.labels = new byte[longest];
    }

    long[] cleared() {
      Arrays.fill(packed, 0);
      return packed;
    }

    /** Finds the best way to each label of token {@code i}, whose scores have been summed. */
    void set(int i, boolean endsName) {
      Lanes.unpack(packed, 0, numbers, LABELS);
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
