package io.hotline.extraction.tagging;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Learns the model of a {@link ViterbiTagger}: a structured averaged perceptron (Collins 2002). */
public final class NameTrainer {

  private static final int LABELS = NameLabels.COUNT;

  /** In so many of a hundred sentences the lists of names are not seen, so as not to trust them. */
  private static final int LISTS_UNSEEN = 15;

  private final Clusters clusters;
  private final Phrases phrases;
  private final Perceptron perceptron = new Perceptron(LABELS);
  private final Map<String, TrainingWord> words = new HashMap<>();
  private final List<Sentence> sentences = new ArrayList<>();
  private float margin;

  private record TrainingWord(Word word, int[][] keys) {}

  /** For each token the features of its context with the lists of names, and without them. */
  private record Sentence(TrainingWord[] words, int[][] listed, int[][] unlisted, byte[] labels) {}

  /** A name: tokens [first, end) and its type in {@link NameLabels}. */
  public record Name(int first, int end, int type) {}

  public NameTrainer(Clusters clusters, Phrases phrases) {
    this.clusters = clusters;
    this.phrases = phrases;
  }

  /** Adds a document to learn from, {@code times} over. */
  public void add(Tokens document, List<Name> names, int times) {
    byte[] labels = encode(names, document.tokenCount());
    TrainingWord[] row = new TrainingWord[document.tokenCount()];
    Word[] plain = new Word[row.length];
    for (int t = 0; t < row.length; t++) {
      String form = document.text().substring(document.tokenStart(t), document.tokenEnd(t));
      row[t] = words.computeIfAbsent(form, this::word);
      plain[t] = row[t].word;
    }
    Style[] styles = Style.of(plain, document);
    DocumentContext context = DocumentContext.of(plain, document, styles);
    int[] none = new int[row.length];
    int[] marks = new int[row.length];
    Features features = new Features();
    for (int s = 0; s < styles.length; s++) {
      int first = document.firstToken(s);
      int end = document.endToken(s);
      phrases.mark(plain, first, end, styles[s], marks);
      int[][] listed = new int[end - first][];
      int[][] unlisted = new int[end - first][];
      for (int t = first; t < end; t++) {
        features.clear();
        NameFeatures.context(plain, t, first, end, styles[s], marks, context, features);
        listed[t - first] = features.toArray();
        features.clear();
        NameFeatures.context(plain, t, first, end, styles[s], none, context, features);
        unlisted[t - first] = features.toArray();
      }
      Sentence sentence =
          new Sentence(
              Arrays.copyOfRange(row, first, end),
              listed,
              unlisted,
              Arrays.copyOfRange(labels, first, end));
      for (int i = 0; i < times; i++) {
        sentences.add(sentence);
      }
    }
  }

  private static byte[] encode(List<Name> names, int tokens) {
    byte[] labels = new byte[tokens];
    for (Name name : names) {
      for (int t = name.first; t < name.end; t++) {
        int place =
            name.end - name.first == 1
                ? NameLabels.ONLY
                : t == name.first
                    ? NameLabels.FIRST
                    : t == name.end - 1 ? NameLabels.LAST : NameLabels.INNER;
        labels[t] = (byte) NameLabels.of(name.type, place);
      }
    }
    return labels;
  }

  private TrainingWord word(String form) {
    Word word = Word.of(form, clusters);
    int reach = NameFeatures.REACH;
    int[][] keys = new int[2 * reach + 1][];
    Features features = new Features();
    for (int offset = -reach; offset <= reach; offset++) {
      features.clear();
      NameFeatures.word(word, offset, features);
      keys[offset + reach] = features.toArray();
    }
    return new TrainingWord(word, keys);
  }

  /**
   * Learns.
   *
   * @param margin by how much the right label of a token must beat any other, so that the learner
   *     does not rest on what it has barely learned
   */
  public void train(int epochs, int cutoff, float margin, long seed) {
    this.margin = margin;
    for (Sentence sentence : sentences) {
      for (int t = 0; t < sentence.labels.length; t++) {
        perceptron.count(sentence.listed[t]);
        around(sentence, t, perceptron::count);
      }
    }
    perceptron.begin(cutoff);
    toRows();
    Random random = new Random(seed);
    for (int e = 0; e < epochs; e++) {
      Collections.shuffle(sentences, random);
      int wrong = 0;
      for (Sentence sentence : sentences) {
        boolean lists = random.nextInt(100) >= LISTS_UNSEEN;
        wrong += learn(sentence, lists ? sentence.listed : sentence.unlisted) ? 0 : 1;
      }
      System.out.printf("epoch %d: %.2f %% wrong%n", e, 100.0 * wrong / sentences.size());
    }
  }

  /** Puts in place of each feature its row of weights, and leaves out those that have none. */
  private void toRows() {
    for (TrainingWord word : words.values()) {
      Arrays.setAll(word.keys, i -> perceptron.rows(word.keys[i]));
    }
    Set<Sentence> done = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Sentence sentence : sentences) {
      if (done.add(sentence)) {
        Arrays.setAll(sentence.listed, i -> perceptron.rows(sentence.listed[i]));
        Arrays.setAll(sentence.unlisted, i -> perceptron.rows(sentence.unlisted[i]));
      }
    }
  }

  private interface Keys {
    void take(int[] keys);
  }

  private static void around(Sentence sentence, int t, Keys taker) {
    int reach = NameFeatures.REACH;
    int last = Math.min(sentence.words.length - 1, t + reach);
    for (int k = Math.max(0, t - reach); k <= last; k++) {
      taker.take(sentence.words[k].keys[k - t + reach]);
    }
  }

  private boolean learn(Sentence sentence, int[][] context) {
    int n = sentence.labels.length;
    float[][] scores = new float[n][LABELS];
    for (int t = 0; t < n; t++) {
      float[] row = scores[t];
      perceptron.score(context[t], row);
      around(sentence, t, keys -> perceptron.score(keys, row));
      for (int l = 0; l < LABELS; l++) {
        row[l] += l == sentence.labels[t] ? 0 : margin;
      }
    }
    byte[] found = decode(scores);
    boolean right = Arrays.equals(found, sentence.labels);
    if (!right) {
      for (int t = 0; t < n; t++) {
        int gold = sentence.labels[t];
        int label = found[t];
        if (gold != label) {
          perceptron.update(context[t], gold, 1);
          perceptron.update(context[t], label, -1);
          around(
              sentence,
              t,
              keys -> {
                perceptron.update(keys, gold, 1);
                perceptron.update(keys, label, -1);
              });
        }
        int goldBefore = t == 0 ? NameLabels.START : sentence.labels[t - 1];
        int before = t == 0 ? NameLabels.START : found[t - 1];
        if (gold != label || goldBefore != before) {
          perceptron.updateTransition(goldBefore, gold, 1);
          perceptron.updateTransition(before, label, -1);
        }
      }
    }
    perceptron.next();
    return right;
  }

  private byte[] decode(float[][] scores) {
    int n = scores.length;
    float[][] best = new float[n][LABELS];
    byte[][] from = new byte[n][LABELS];
    for (int t = 0; t < n; t++) {
      for (int l = 0; l < LABELS; l++) {
        float top = Float.NEGATIVE_INFINITY;
        if (t == 0) {
          if (NameLabels.mayFollow(NameLabels.START, l)) {
            top = perceptron.transition(NameLabels.START, l);
          }
        } else {
          for (int b = 0; b < LABELS; b++) {
            float score = best[t - 1][b] + perceptron.transition(b, l);
            if (NameLabels.mayFollow(b, l) && score > top) {
              top = score;
              from[t][l] = (byte) b;
            }
          }
        }
        best[t][l] = top + scores[t][l];
      }
    }
    byte[] labels = new byte[n];
    int last = 0;
    float top = Float.NEGATIVE_INFINITY;
    for (int l = 0; l < LABELS; l++) {
      if (!NameLabels.isOpen(l) && best[n - 1][l] > top) {
        top = best[n - 1][l];
        last = l;
      }
    }
    for (int t = n - 1; t >= 0; t--) {
      labels[t] = (byte) last;
      last = from[t][last];
    }
    return labels;
  }

  public void write(DataOutputStream out, double floor) throws IOException {
    perceptron.write(out, floor);
  }
}
