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
import org.jspecify.annotations.Nullable;

/** Learns the model of a {@link ViterbiTagger}: a structured averaged perceptron (Collins 2002). */
public final class NameTrainer {

  private static final int LABELS = NameLabels.COUNT;
  private static final int REACH = NameFeatures.REACH;
  private static final int[][] BEFORE = NameLabels.before();

  /** In so many of a hundred sentences the lists of names are not seen, so as not to trust them. */
  private static final int LISTS_UNSEEN = 15;

  private final Clusters clusters;
  private final Phrases phrases;
  private final Perceptron perceptron = new Perceptron(LABELS);
  private final Map<String, TrainingWord> words = new HashMap<>();
  private final List<Sentence> sentences = new ArrayList<>();

  /** Features that are rows already, since a sentence may be there several times. */
  private final Set<int[][]> rows = Collections.newSetFromMap(new IdentityHashMap<>());

  /** A name: tokens [first, end) and its type in {@link NameLabels}. */
  public record Name(int first, int end, int type) {}

  /** What another tagger takes a token for, in its own labels. */
  public interface Hints {
    String hint(int token);
  }

  /**
   * @param margin by how much the right label of a token must beat any other, so that the learner
   *     does not rest on what it has barely learned
   * @param cutoff features seen less often get no weight
   * @param rounds how often all is learned from nothing, each time in another order; the weights
   *     are the mean of all rounds
   */
  public record Settings(int epochs, int cutoff, float margin, int rounds, long seed) {}

  /** A word and its features at each offset: their keys, and their rows once there are any. */
  private static final class TrainingWord {
    final Word word;
    final int[][] keys = new int[2 * REACH + 1][];
    final int[] @Nullable [] rows = new int[2 * REACH + 1] @Nullable [];

    TrainingWord(Word word) {
      this.word = word;
      Features features = new Features();
      for (int offset = -REACH; offset <= REACH; offset++) {
        features.clear();
        NameFeatures.word(word, offset, features);
        keys[offset + REACH] = features.toArray();
      }
    }
  }

  /** For each token the features of its context with the lists of names, and without them. */
  private record Sentence(TrainingWord[] words, int[][] listed, int[][] unlisted, byte[] labels) {}

  public NameTrainer(Clusters clusters, Phrases phrases) {
    this.clusters = clusters;
    this.phrases = phrases;
  }

  /** Adds a document to learn from, {@code times} over. */
  public void add(Tokens document, List<Name> names, int times, @Nullable Hints hints) {
    for (Sentence sentence : read(document, encode(names, document.tokenCount()), hints)) {
      sentences.addAll(Collections.nCopies(times, sentence));
      for (int t = 0; t < sentence.labels.length; t++) {
        for (int i = 0; i < times; i++) {
          perceptron.count(sentence.listed[t]);
          for (int k = from(t); k < to(sentence, t); k++) {
            perceptron.count(sentence.words[k].keys[k - t + REACH]);
          }
        }
      }
    }
  }

  private List<Sentence> read(Tokens document, byte[] labels, @Nullable Hints hints) {
    TrainingWord[] row = new TrainingWord[document.tokenCount()];
    Word[] plain = new Word[row.length];
    for (int t = 0; t < row.length; t++) {
      String form = document.text().substring(document.tokenStart(t), document.tokenEnd(t));
      row[t] = words.computeIfAbsent(form, key -> new TrainingWord(Word.of(key, clusters)));
      plain[t] = row[t].word;
    }
    Style[] styles = Style.of(plain, document);
    DocumentContext context = DocumentContext.of(plain, document, styles);
    int[] none = new int[row.length];
    int[] marks = new int[row.length];
    Features features = new Features();
    List<Sentence> found = new ArrayList<>();
    for (int s = 0; s < styles.length; s++) {
      int first = document.firstToken(s);
      int end = document.endToken(s);
      phrases.mark(plain, first, end, styles[s], marks);
      int[][] listed = new int[end - first][];
      int[][] unlisted = new int[end - first][];
      for (int t = first; t < end; t++) {
        features.clear();
        NameFeatures.context(plain, t, first, end, styles[s], none, context, features);
        hint(hints, plain, t, first, end, features);
        unlisted[t - first] = features.toArray();
        features.clear();
        NameFeatures.context(plain, t, first, end, styles[s], marks, context, features);
        hint(hints, plain, t, first, end, features);
        listed[t - first] = features.toArray();
      }
      found.add(
          new Sentence(
              Arrays.copyOfRange(row, first, end),
              listed,
              unlisted,
              Arrays.copyOfRange(labels, first, end)));
    }
    return found;
  }

  private static void hint(
      @Nullable Hints hints, Word[] words, int t, int first, int end, Features f) {
    if (hints == null) {
      return;
    }
    long own = Hashes.of(hints.hint(t));
    long before = t > first ? Hashes.of(hints.hint(t - 1)) : 1;
    long after = t + 1 < end ? Hashes.of(hints.hint(t + 1)) : 1;
    f.add(2000, own);
    f.add(2001, before);
    f.add(2002, after);
    f.add(2003, own, words[t].lower);
    f.add(2004, own, words[t].shape);
    f.add(2005, own, words[t].clusterPrefix(8));
    f.add(2006, own, before, after);
    f.add(2007, own, t > first ? words[t - 1].lower : 1);
    f.add(2008, own, t + 1 < end ? words[t + 1].lower : 1);
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

  private static List<Name> decode(byte[] labels, int offset) {
    List<Name> names = new ArrayList<>();
    int first = 0;
    for (int t = 0; t < labels.length; t++) {
      if (labels[t] == NameLabels.OUTSIDE) {
        continue;
      }
      int place = NameLabels.place(labels[t]);
      if (place == NameLabels.FIRST || place == NameLabels.ONLY) {
        first = t;
      }
      if (place == NameLabels.LAST || place == NameLabels.ONLY) {
        names.add(new Name(offset + first, offset + t + 1, NameLabels.type(labels[t])));
      }
    }
    return names;
  }

  /** Learns from all documents added. */
  public void train(Settings settings) {
    perceptron.begin(settings.cutoff);
    Random random = new Random(settings.seed);
    for (Sentence sentence : sentences) {
      toRows(sentence.listed);
      toRows(sentence.unlisted);
    }
    for (int round = 0; round < settings.rounds; round++) {
      for (int e = 0; e < settings.epochs; e++) {
        Collections.shuffle(sentences, random);
        int wrong = 0;
        for (Sentence sentence : sentences) {
          boolean lists = random.nextInt(100) >= LISTS_UNSEEN;
          wrong +=
              learn(sentence, lists ? sentence.listed : sentence.unlisted, settings.margin) ? 0 : 1;
        }
        System.out.printf(
            "round %d, epoch %d: %.2f %% wrong%n", round, e, 100.0 * wrong / sentences.size());
      }
      perceptron.endRound();
    }
    perceptron.end();
  }

  private void toRows(int[][] keys) {
    if (rows.add(keys)) {
      Arrays.setAll(keys, i -> perceptron.rows(keys[i]));
    }
  }

  /** The names that what was learned finds in a document. */
  public List<Name> tag(Tokens document, @Nullable Hints hints) {
    List<Name> names = new ArrayList<>();
    int offset = 0;
    for (Sentence sentence : read(document, new byte[document.tokenCount()], hints)) {
      int[][] context = new int[sentence.labels.length][];
      Arrays.setAll(context, t -> perceptron.rows(sentence.listed[t]));
      names.addAll(decode(best(scores(sentence, context)), offset));
      offset += context.length;
    }
    return names;
  }

  private static int from(int t) {
    return Math.max(0, t - REACH);
  }

  private static int to(Sentence sentence, int t) {
    return Math.min(sentence.words.length, t + REACH + 1);
  }

  private int[] rows(TrainingWord word, int offset) {
    int[] rows = word.rows[offset + REACH];
    if (rows == null) {
      rows = perceptron.rows(word.keys[offset + REACH]);
      word.rows[offset + REACH] = rows;
    }
    return rows;
  }

  private float[][] scores(Sentence sentence, int[][] context) {
    float[][] scores = new float[context.length][LABELS];
    for (int t = 0; t < scores.length; t++) {
      perceptron.score(context[t], scores[t]);
      for (int k = from(t); k < to(sentence, t); k++) {
        perceptron.score(rows(sentence.words[k], k - t), scores[t]);
      }
    }
    return scores;
  }

  private boolean learn(Sentence sentence, int[][] context, float margin) {
    byte[] gold = sentence.labels;
    float[][] scores = scores(sentence, context);
    for (int t = 0; t < gold.length; t++) {
      for (int l = 0; l < LABELS; l++) {
        scores[t][l] += l == gold[t] ? 0 : margin;
      }
    }
    byte[] found = best(scores);
    boolean right = Arrays.equals(found, gold);
    for (int t = 0; t < gold.length && !right; t++) {
      if (gold[t] != found[t]) {
        perceptron.update(context[t], gold[t], found[t]);
        for (int k = from(t); k < to(sentence, t); k++) {
          perceptron.update(rows(sentence.words[k], k - t), gold[t], found[t]);
        }
      }
      int goldBefore = t == 0 ? NameLabels.START : gold[t - 1];
      int foundBefore = t == 0 ? NameLabels.START : found[t - 1];
      if (gold[t] != found[t] || goldBefore != foundBefore) {
        perceptron.updateTransition(goldBefore, gold[t], 1);
        perceptron.updateTransition(foundBefore, found[t], -1);
      }
    }
    perceptron.next();
    return right;
  }

  /** The best way through the scores (Viterbi 1967). */
  private byte[] best(float[][] scores) {
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
          for (int b : BEFORE[l]) {
            float score = best[t - 1][b] + perceptron.transition(b, l);
            if (score > top) {
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
    for (int l = 0; l < LABELS && n > 0; l++) {
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
