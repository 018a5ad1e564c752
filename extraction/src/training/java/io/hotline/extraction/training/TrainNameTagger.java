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

/** Learns the name tagger from gold names, the teacher's names and the names of written news. */
final class TrainNameTagger {

  private static final int EPOCHS = 5;
  private static final int CUTOFF = 2;
  private static final float MARGIN = 35;
  private static final long SEED = 7;

  /** Of a hundred documents so many are also learned in capitals, as headlines, in lower case. */
  private static final int IN_CAPITALS = 7;

  private static final int AS_HEADLINES = 8;
  private static final int IN_LOWER_CASE = 5;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final NameTrainer trainer;
  private final Random random = new Random(SEED);
  private int names;
  private int split;

  private TrainNameTagger(NameTrainer trainer) {
    this.trainer = trainer;
  }

  /**
   * Arguments: the clusters, the phrases, the model to write, then what to learn from: {@code
   * N*FILE} is learned N times; {@code .jsonl} holds texts with names as gold, {@code .tsv} the
   * teacher's labels.
   */
  public static void main(String[] args) throws IOException {
    Clusters clusters = TrainPosTagger.read(Path.of(args[0]));
    Phrases phrases;
    try (InputStream in = Files.newInputStream(Path.of(args[1]))) {
      phrases = Phrases.read(in);
    }
    TrainNameTagger training = new TrainNameTagger(new NameTrainer(clusters, phrases));
    for (String source : List.of(args).subList(3, args.length)) {
      int star = source.indexOf('*');
      int times = star < 0 ? 1 : Integer.parseInt(source.substring(0, star));
      Path file = Path.of(source.substring(star + 1));
      if (file.toString().endsWith(".tsv")) {
        training.addLabelled(file, times);
      } else {
        training.addGold(file, times);
      }
    }
    System.out.println(training.names + " names, " + training.split + " not on token boundaries");
    training.trainer.train(EPOCHS, CUTOFF, MARGIN, SEED);
    try (DataOutputStream out = TeacherLexicon.output(Path.of(args[2]))) {
      training.trainer.write(out, 2);
    }
  }

  private void addGold(Path file, int times) throws IOException {
    for (String line : Texts.lines(file)) {
      JsonNode item = JSON.readTree(line);
      String text = item.path("text").asText();
      add(Document.of(text, null), goldNames(item, text, Document.of(text, null)), times);
      String changed = changed(text);
      if (!changed.equals(text)) {
        Document document = Document.of(changed, null);
        add(document, goldNames(item, changed, document), 1);
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

  private void addLabelled(Path file, int times) throws IOException {
    for (LabelledText text : Grouping.byName(LabelledText.read(file))) {
      add(text, labelledNames(text), times);
      String changed = changed(text.text());
      if (!changed.equals(text.text())) {
        LabelledText copy =
            new LabelledText(changed, text.columns(), text.starts(), text.sentenceFirst());
        add(copy, labelledNames(text), 1);
      }
    }
  }

  private void add(Tokens text, List<Name> found, int times) {
    trainer.add(text, found, times);
  }

  /** The teacher's names without their article and their possessive. */
  private static List<Name> labelledNames(LabelledText text) {
    List<Name> found = new ArrayList<>();
    int first = 0;
    for (int t = 0; t < text.tokenCount(); t++) {
      String label = text.cell(t, 2);
      char place = label.charAt(0);
      if (place == 'B' || place == 'U') {
        first = t;
      }
      if (place == 'L' || place == 'U') {
        int end = t + 1;
        if (text.cell(first, 0).equalsIgnoreCase("the")) {
          first++;
        }
        if (end > first && text.cell(end - 1, 0).matches("['\u2019]s?")) {
          end--;
        }
        int type = type(label.substring(2));
        if (end > first && type >= 0) {
          found.add(new Name(first, end, type));
        }
      }
    }
    return found;
  }

  private static int type(String name) {
    return switch (name) {
      case "PERSON" -> NameLabels.PERSON;
      case "ORG", "ORGANIZATION" -> NameLabels.ORGANIZATION;
      case "GPE", "LOC", "FAC", "LOCATION" -> NameLabels.LOCATION;
      default -> -1;
    };
  }
}
