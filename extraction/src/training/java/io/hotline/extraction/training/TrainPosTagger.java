package io.hotline.extraction.training;

import io.hotline.extraction.tagging.Clusters;
import io.hotline.extraction.tagging.GreedyTagger;
import io.hotline.extraction.tagging.GreedyTrainer;
import io.hotline.extraction.tagging.WordCache;
import io.hotline.extraction.text.Tag;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Learns the part-of-speech tagger from the teacher's tags. */
final class TrainPosTagger {

  private static final int EPOCHS = 8;
  private static final long SEED = 7;

  /** A feature must be seen so often to be learned. */
  private static final int CUTOFF = 3;

  /** One sentence in so many is learned in capitals and in lower case as well. */
  private static final int MANGLED = 12;

  /** The teacher's tags that {@link Tag} names otherwise or has not. */
  private static final Map<String, Tag> NAMES =
      Map.ofEntries(
          Map.entry("PRP$", Tag.PRPS),
          Map.entry("WP$", Tag.WPS),
          Map.entry(".", Tag.PERIOD),
          Map.entry(",", Tag.COMMA),
          Map.entry(":", Tag.COLON),
          Map.entry("``", Tag.OPEN_QUOTE),
          Map.entry("''", Tag.CLOSE_QUOTE),
          Map.entry("-LRB-", Tag.OPEN_BRACKET),
          Map.entry("-RRB-", Tag.CLOSE_BRACKET),
          Map.entry("$", Tag.CURRENCY),
          Map.entry("#", Tag.SYM),
          Map.entry("AFX", Tag.JJ),
          Map.entry("ADD", Tag.NNP),
          Map.entry("NFP", Tag.SYM),
          Map.entry("XX", Tag.FW),
          Map.entry("GW", Tag.NN));

  private TrainPosTagger() {}

  /**
   * Arguments: the clusters, the model to write, a file of the teacher's labels to test with, then
   * files of the teacher's labels to learn from; {@code N*FILE} is learned N times.
   */
  public static void main(String[] args) throws IOException {
    Clusters clusters = read(Path.of(args[0]));
    List<String> labels = Arrays.stream(Tag.values()).map(Tag::name).toList();
    GreedyTrainer trainer = new GreedyTrainer(labels, clusters);
    Random random = new Random(SEED);
    for (String source : List.of(args).subList(3, args.length)) {
      int star = source.indexOf('*');
      int times = star < 0 ? 1 : Integer.parseInt(source.substring(0, star));
      for (LabelledText text : LabelledText.read(Path.of(source.substring(star + 1)))) {
        for (int i = 0; i < times; i++) {
          add(trainer, text, random);
        }
      }
    }
    trainer.train(EPOCHS, CUTOFF, SEED);
    Path file = Path.of(args[1]);
    try (DataOutputStream out = TeacherLexicon.output(file)) {
      trainer.write(out, 1);
    }
    test(file, clusters, Path.of(args[2]));
  }

  static Clusters read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        InputStream vectors = Files.newInputStream(file.resolveSibling("vectors.bin"))) {
      return Clusters.read(in, vectors);
    }
  }

  private static void add(GreedyTrainer trainer, LabelledText text, Random random) {
    for (int s = 0; s < text.sentenceCount(); s++) {
      List<String> tokens = new ArrayList<>();
      byte[] tags = new byte[text.endToken(s) - text.firstToken(s)];
      for (int t = text.firstToken(s); t < text.endToken(s); t++) {
        tags[tokens.size()] = (byte) tag(text.cell(t, 0), text.cell(t, 1)).ordinal();
        tokens.add(text.cell(t, 0));
      }
      trainer.add(tokens, tags, true);
      if (random.nextInt(MANGLED) == 0) {
        trainer.add(tokens.stream().map(w -> w.toUpperCase(Locale.ROOT)).toList(), tags, false);
      }
    }
  }

  private static Tag tag(String token, String teachers) {
    Tag mark = mark(token);
    if (mark != null) {
      return mark;
    }
    if (token.equalsIgnoreCase("to")) {
      return Tag.TO; // the teacher has IN for the preposition
    }
    Tag named = NAMES.get(teachers);
    return named != null ? named : Tag.valueOf(teachers);
  }

  /** Marks that say themselves what they are. */
  private static @org.jspecify.annotations.Nullable Tag mark(String token) {
    return switch (token) {
      case "\u201c", "\u201e", "\u00ab", "``" -> Tag.OPEN_QUOTE;
      case "\u201d", "\u00bb" -> Tag.CLOSE_QUOTE;
      case "\u2014", "--", "\u2013", ";", ":", "...", "\u2026" -> Tag.COLON;
      case "(", "[", "{" -> Tag.OPEN_BRACKET;
      case ")", "]", "}" -> Tag.CLOSE_BRACKET;
      case "$", "\u00a3", "\u20ac", "\u00a5" -> Tag.CURRENCY;
      case "&" -> Tag.CC;
      case "." -> Tag.PERIOD;
      case "," -> Tag.COMMA;
      case "<", ">", "*", "=", "+", "#", "/" -> Tag.SYM;
      default -> null;
    };
  }

  private static void test(Path model, Clusters clusters, Path gold) throws IOException {
    GreedyTagger tagger;
    try (InputStream in = Files.newInputStream(model)) {
      tagger = GreedyTagger.read(in, clusters);
    }
    WordCache words = new WordCache(clusters);
    long right = 0;
    long all = 0;
    Map<String, Integer> errors = new java.util.TreeMap<>();
    List<LabelledText> texts = LabelledText.read(gold);
    for (LabelledText text : texts) {
      byte[] tags = tagger.tag(words.read(text));
      for (int t = 0; t < tags.length; t++) {
        Tag want = tag(text.cell(t, 0), text.cell(t, 1));
        all++;
        if (tags[t] == want.ordinal()) {
          right++;
        } else {
          errors.merge(want + " as " + Tag.values()[tags[t]], 1, Integer::sum);
        }
      }
    }
    System.out.printf(
        "agrees with the teacher on %.2f %% of %d tokens%n", 100.0 * right / all, all);
    errors.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(20)
        .forEach(e -> System.out.println(e.getValue() + " " + e.getKey()));
    for (int round = 0; round < 5; round++) {
      long start = System.nanoTime();
      for (LabelledText text : texts) {
        tagger.tag(words.read(text));
      }
      System.out.printf("%.2f M tokens/s%n", all * 1e3 / (System.nanoTime() - start));
    }
  }
}
