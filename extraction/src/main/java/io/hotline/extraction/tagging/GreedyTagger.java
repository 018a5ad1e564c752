package io.hotline.extraction.tagging;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/**
 * Tags from left to right, each token by the best score given the tags before it. Words that had
 * one tag alone in training keep it. Safe for any number of threads.
 */
public final class GreedyTagger {

  /**
   * A tag that the words alone put so far ahead of every other is taken without a look at how they
   * stand together: that settles half of the tokens, and one in a thousand otherwise.
   */
  private static final int AHEAD = 360;

  private final Model model;
  private final List<String> labels;
  private final WordSums sums;
  private final FixedTags fixed;

  private GreedyTagger(Model model, List<String> labels, FixedTags fixed, Clusters clusters) {
    this.model = model;
    this.labels = labels;
    this.fixed = fixed;
    this.sums =
        new WordSums(model, clusters, PosFeatures::form, PosFeatures::cluster, PosFeatures.REACH);
  }

  /** Reads the labels, the words of one tag, and the model. */
  public static GreedyTagger read(InputStream stream, Clusters clusters) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(stream, 1 << 16));
    List<String> labels = List.of(in.readUTF().split(" "));
    FixedTags fixed = FixedTags.read(in);
    return new GreedyTagger(Model.read(in), labels, fixed, clusters);
  }

  /** The names of the labels, by number. */
  public List<String> labels() {
    return labels;
  }

  /** The label of each token. */
  public byte[] tag(TokenWords text) {
    Tokens tokens = text.tokens;
    Word[] words = text.words;
    byte[] tags = new byte[words.length];
    Features features = new Features();
    long[][] alone = sums.of(words, features);
    long[] scores = new long[sums.longs()];
    int[] numbers = new int[model.labels()];
    for (int s = 0; s < tokens.sentenceCount(); s++) {
      int first = tokens.firstToken(s);
      int end = tokens.endToken(s);
      boolean capitals = text.styles[s] == Style.CAPITALS;
      for (int t = first; t < end; t++) {
        Word word = words[t];
        int tag = capitals ? -1 : fixed.tag(word.form);
        if (tag < 0) {
          Arrays.fill(scores, 0);
          sums.add(alone, t, first, end, scores);
          Lanes.unpack(scores, 0, numbers, numbers.length);
          if (!isAhead(numbers, best(numbers))) {
            features.clear();
            Word after = at(words, t + 1, first, end);
            PosFeatures.context(
                at(words, t - 2, first, end),
                at(words, t - 1, first, end),
                word,
                after,
                at(words, t + 2, first, end),
                capitals,
                features);
            int tag1 = t > first ? tags[t - 1] : labels.size();
            int tag2 = t > first + 1 ? tags[t - 2] : labels.size();
            PosFeatures.history(tag2, tag1, word, after, features);
            model.add(features, numbers);
          }
          tag = best(numbers);
        }
        tags[t] = (byte) tag;
      }
    }
    return tags;
  }

  private static boolean isAhead(int[] numbers, int best) {
    for (int i = 0; i < numbers.length; i++) {
      if (i != best && numbers[best] - numbers[i] < AHEAD) {
        return false;
      }
    }
    return true;
  }

  private static int best(int[] numbers) {
    int best = 0;
    for (int i = 1; i < numbers.length; i++) {
      if (numbers[i] > numbers[best]) {
        best = i;
      }
    }
    return best;
  }

  private static Word at(Word[] words, int t, int first, int end) {
    return t >= first && t < end ? words[t] : Word.NONE;
  }
}
