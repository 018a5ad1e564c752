package io.hotline.extraction.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hotline.extraction.tagging.Clusters;
import io.hotline.extraction.tagging.NameLabels;
import io.hotline.extraction.tagging.NameTrainer;
import io.hotline.extraction.tagging.NameTrainer.Name;
import io.hotline.extraction.tagging.Phrases;
import io.hotline.extraction.tagging.Tokens;
import io.hotline.extraction.text.Document;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Learns the name tagger from gold names and from plain text, in two steps. An <em>arbiter</em>
 * learns from gold names how far to believe the teacher, whose labels it sees as features, and
 * marks the names of the plain text by the conventions of the gold. The tagger learns from gold and
 * from the arbiter.
 */
final class TrainNameTagger {

  private static final long SEED = 7;
  private static final NameTrainer.Settings ARBITER = new NameTrainer.Settings(5, 2, 20, 1, SEED);
  private static final NameTrainer.Settings TAGGER = new NameTrainer.Settings(5, 2, 35, 1, SEED);

  /** Of a hundred documents so many are also learned in capitals, as headlines, in lower case. */
  private static final int IN_CAPITALS = 7;

  private static final int AS_HEADLINES = 8;
  private static final int IN_LOWER_CASE = 5;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final NameTrainer arbiter;
  private final NameTrainer tagger;
  private final Random random = new Random(SEED);
  private int names;
  private int split;

  private TrainNameTagger(Clusters clusters, Phrases phrases) {
    arbiter = new NameTrainer(clusters, phrases);
    tagger = new NameTrainer(clusters, phrases);
  }

  /**
   * Arguments: the clusters, the phrases, the model to write, then what to learn from: {@code
   * N*FILE.jsonl=FILE.tsv} is gold learned N times and the teacher's labels of the same texts,
   * {@code FILE.tsv} the teacher's labels of plain text, {@code FILE.jsonl} gold that the arbiter
   * does not see.
   */
  public static void main(String[] args) throws IOException {
    Clusters clusters = TrainPosTagger.read(Path.of(args[0]));
    Phrases phrases;
    try (InputStream in = Files.newInputStream(Path.of(args[1]))) {
      phrases = Phrases.read(in);
    }
    TrainNameTagger training = new TrainNameTagger(clusters, phrases);
    List<Path> plain = new ArrayList<>();
    for (String source : List.of(args).subList(3, args.length)) {
      int star = source.indexOf('*');
      int times = star < 0 ? 1 : Integer.parseInt(source.substring(0, star));
      String[] files = source.substring(star + 1).split("=");
      if (files.length == 1 && files[0].endsWith(".tsv")) {
        plain.add(Path.of(files[0]));
      } else {
        training.addGold(
            Path.of(files[0]),
            files.length > 1 ? LabelledText.read(Path.of(files[1])) : List.of(),
            times);
      }
    }
    System.out.println(training.names + " names, " + training.split + " not on token boundaries");
    if (!plain.isEmpty()) {
      training.arbiter.train(ARBITER);
      for (Path file : plain) {
        training.addPlain(file);
      }
    }
    training.tagger.train(TAGGER);
    try (DataOutputStream out = TeacherLexicon.output(Path.of(args[2]))) {
      training.tagger.write(out, 2);
    }
  }

  private void addGold(Path file, List<LabelledText> teachers, int times) throws IOException {
    int i = 0;
    for (String line : Texts.lines(file)) {
      JsonNode item = JSON.readTree(line);
      String text = item.path("text").asText();
      Document document = Document.of(text, null);
      List<Name> gold = goldNames(item, text, document);
      tagger.add(document, gold, times, null);
      if (!teachers.isEmpty()) {
        LabelledText labelled = teachers.get(i++);
        if (labelled.tokenCount() != document.tokenCount()) {
          throw new IOException(file + ": the teacher's labels are of another text, line " + i);
        }
        arbiter.add(document, gold, times, t -> labelled.cell(t, 2));
      }
      String changed = changed(text);
      if (!changed.equals(text)) {
        Document copy = Document.of(changed, null);
        tagger.add(copy, goldNames(item, changed, copy), 1, null);
      }
    }
  }

  private List<Name> goldNames(JsonNode item, String text, Document document) {
    List<Name> found = new ArrayList<>();
    for (JsonNode mention : item.path("mentions")) {
      int start = text.offsetByCodePoints(0, mention.path("start").asInt());
      int end = text.offsetByCodePoints(0, mention.path("end").asInt());
      int first = document.tokenAt(start);
      int last = document.tokenAt(end - 1);
      names++;
      if (last < document.tokenCount()
          && document.tokenStart(first) == start
          && document.tokenEnd(last) == end
          && document.sentenceOfToken(first) == document.sentenceOfToken(last)) {
        found.add(new Name(first, last + 1, type(mention.path("type").asText())));
      } else {
        split++;
      }
    }
    return found;
  }

  /** Now and then the text in other letters of the same number. */
  private String changed(String text) {
    int style = random.nextInt(100);
    String changed = text;
    if (style < IN_CAPITALS) {
      changed = text.toUpperCase(Locale.ROOT);
    } else if (style < IN_CAPITALS + AS_HEADLINES) {
      changed = headline(text);
    } else if (style < IN_CAPITALS + AS_HEADLINES + IN_LOWER_CASE) {
      changed = text.toLowerCase(Locale.ROOT);
    }
    return changed.length() == text.length() ? changed : text;
  }

  private static String headline(String text) {
    StringBuilder out = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      if (i == 0 || Character.isWhitespace(text.charAt(i - 1))) {
        out.setCharAt(i, Character.toUpperCase(text.charAt(i)));
      }
    }
    return out.toString();
  }

  private void addPlain(Path file) throws IOException {
    for (LabelledText text : Grouping.byName(LabelledText.read(file))) {
      List<Name> found = arbiter.tag(text, t -> text.cell(t, 2));
      tagger.add(text, found, 1, null);
      String changed = changed(text.text());
      if (!changed.equals(text.text())) {
        Tokens copy =
            new LabelledText(changed, text.columns(), text.starts(), text.sentenceFirst());
        tagger.add(copy, found, 1, null);
      }
    }
  }

  private static int type(String name) {
    return switch (name) {
      case "PERSON" -> NameLabels.PERSON;
      case "ORGANIZATION" -> NameLabels.ORGANIZATION;
      case "LOCATION" -> NameLabels.LOCATION;
      default -> throw new IllegalArgumentException("no type of name: " + name);
    };
  }
}
