package io.hotline.extraction.tagging;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Learns the model of a {@link GreedyTagger}, each tag decided after the learner's own tags. */
public final class GreedyTrainer {

  private static final int FIXED_COUNT = 30;
  private static final double FIXED_SHARE = 0.997;

  private final List<String> labels;
  private final Clusters clusters;
  private final Perceptron perceptron;
  private final List<Sentence> sentences = new ArrayList<>();
  private final Map<String, TrainingWord> words = new HashMap<>();
  private final Map<String, int[]> counts = new HashMap<>();

  private record TrainingWord(Word word, int[][] keys) {}

  private record Sentence(TrainingWord[] words, byte[] tags, boolean capitals) {}

  public GreedyTrainer(List<String> labels, Clusters clusters) {
    this.labels = labels;
    this.clusters = clusters;
    this.perceptron = new Perceptron(labels.size());
  }

  /** Adds a sentence to learn from; a label of -1 is not learned. */
  public void add(List<String> tokens, byte[] tags, boolean count) {
    TrainingWord[] row = new TrainingWord[tokens.size()];
    Word[] plain = new Word[row.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = words.computeIfAbsent(tokens.get(i), this::word);
      plain[i] = row[i].word;
      if (count && tags[i] >= 0) {
        counts.computeIfAbsent(tokens.get(i), t -> new int[labels.size()])[tags[i]]++;
      }
    }
    boolean capitals = Style.of(plain, 0, row.length) == Style.CAPITALS;
    sentences.add(new Sentence(row, tags, capitals));
  }

  private TrainingWord word(String form) {
    Word word = Word.of(form, clusters);
    int reach = PosFeatures.REACH;
    int[][] keys = new int[2 * reach + 1][];
    Features features = new Features();
    for (int offset = -reach; offset <= reach; offset++) {
      features.clear();
      PosFeatures.word(word, offset, features);
      keys[offset + reach] = features.toArray();
    }
    return new TrainingWord(word, keys);
  }

  public void train(int epochs, int cutoff, long seed) {
    for (Sentence sentence : sentences) {
      countFeatures(sentence);
    }
    perceptron.begin(cutoff);
    for (TrainingWord word : words.values()) {
      Arrays.setAll(word.keys, i -> perceptron.rows(word.keys[i]));
    }
    Random random = new Random(seed);
    for (int e = 0; e < epochs; e++) {
      Collections.shuffle(sentences, random);
      long wrong = 0;
      long all = 0;
      for (Sentence sentence : sentences) {
        wrong += learn(sentence);
        all += sentence.tags.length;
      }
      System.out.printf("epoch %d: %.3f %% wrong%n", e, 100.0 * wrong / all);
    }
    perceptron.endRound();
    perceptron.end();
  }

  private void countFeatures(Sentence sentence) {
    int n = sentence.words.length;
    Features features = new Features();
    int none = labels.size();
    for (int t = 0; t < n; t++) {
      int tag1 = t > 0 ? Math.max(0, sentence.tags[t - 1]) : none;
      int tag2 = t > 1 ? Math.max(0, sentence.tags[t - 2]) : none;
      perceptron.count(context(sentence, t, tag1, tag2, features));
      int reach = PosFeatures.REACH;
      for (int k = Math.max(0, t - reach); k <= Math.min(n - 1, t + reach); k++) {
        perceptron.count(sentence.words[k].keys[k - t + reach]);
      }
    }
  }

  private static int[] context(Sentence sentence, int t, int tag1, int tag2, Features features) {
    Word word = sentence.words[t].word;
    Word after = at(sentence, t + 1);
    features.clear();
    PosFeatures.context(
        at(sentence, t - 2),
        at(sentence, t - 1),
        word,
        after,
        at(sentence, t + 2),
        sentence.capitals,
        features);
    PosFeatures.history(tag2, tag1, word, after, features);
    return features.toArray();
  }

  private int learn(Sentence sentence) {
    int n = sentence.words.length;
    int[] tags = new int[n];
    float[] scores = new float[labels.size()];
    Features features = new Features();
    int wrong = 0;
    for (int t = 0; t < n; t++) {
      int tag1 = t > 0 ? tags[t - 1] : labels.size();
      int tag2 = t > 1 ? tags[t - 2] : labels.size();
      int[] context = perceptron.rows(context(sentence, t, tag1, tag2, features));
      Arrays.fill(scores, 0);
      perceptron.score(context, scores);
      int reach = PosFeatures.REACH;
      for (int k = Math.max(0, t - reach); k <= Math.min(n - 1, t + reach); k++) {
        perceptron.score(sentence.words[k].keys[k - t + reach], scores);
      }
      int best = 0;
      for (int l = 1; l < scores.length; l++) {
        if (scores[l] > scores[best]) {
          best = l;
        }
      }
      tags[t] = best;
      int gold = sentence.tags[t];
      if (gold >= 0 && best != gold) {
        wrong++;
        perceptron.update(context, gold, best);
        for (int k = Math.max(0, t - reach); k <= Math.min(n - 1, t + reach); k++) {
          perceptron.update(sentence.words[k].keys[k - t + reach], gold, best);
        }
      }
      perceptron.next();
    }
    return wrong;
  }

  private static Word at(Sentence sentence, int t) {
    return t >= 0 && t < sentence.words.length ? sentence.words[t].word : Word.NONE;
  }

  public void write(DataOutputStream out, double floor) throws IOException {
    out.writeUTF(String.join(" ", labels));
    Map<Long, Integer> fixed = new TreeMap<>();
    counts.forEach(
        (word, n) -> {
          int all = 0;
          int best = 0;
          for (int l = 0; l < n.length; l++) {
            all += n[l];
            best = n[l] > n[best] ? l : best;
          }
          boolean safe = !Character.isUpperCase(word.charAt(0));
          if (safe && all >= FIXED_COUNT && n[best] >= FIXED_SHARE * all) {
            fixed.put(Hashes.of(word), best);
          }
        });
    System.out.println(fixed.size() + " words of one tag");
    FixedTags.write(out, fixed);
    perceptron.write(out, floor);
  }
}
