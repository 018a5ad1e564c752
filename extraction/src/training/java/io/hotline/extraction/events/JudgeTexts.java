package io.hotline.extraction.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hotline.extraction.Article;
import io.hotline.extraction.EventMode;
import io.hotline.extraction.EventStatus;
import io.hotline.extraction.Quote;
import io.hotline.extraction.entities.EntityAnnotator;
import io.hotline.extraction.entities.EntityLayer;
import io.hotline.extraction.entities.NameTagger;
import io.hotline.extraction.entities.WhosWho;
import io.hotline.extraction.quotes.QuoteExtractor;
import io.hotline.extraction.tagging.Clusters;
import io.hotline.extraction.tagging.WordCache;
import io.hotline.extraction.text.Document;
import io.hotline.extraction.text.PosTagger;
import io.hotline.extraction.text.Tags;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads labelled texts: lines of {@code + STATUS MODE | text} and {@code - | text}, or JSON lines
 * with {@code text}, {@code isContact} and perhaps {@code status} and {@code mode}.
 */
final class JudgeTexts {

  /**
   * A contact that the grammar found.
   *
   * @param sentence number of the sentence
   * @param operators what stands above it
   * @param read the status by the grammar
   */
  record Found(int sentence, StatusFeatures operators, EventStatus read) {}

  /**
   * A labelled text.
   *
   * @param own whether it is a line of ours, of which status and mode are always known
   */
  record Text(
      List<SentenceFeatures> sentences,
      List<Found> found,
      boolean contact,
      @Nullable EventStatus status,
      @Nullable EventMode mode,
      boolean own) {}

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Clusters clusters = Clusters.load();
  private final Symbols symbols = new Symbols(Lexicon.load(), clusters);
  private final WordCache words = new WordCache(clusters);
  private final PosTagger tagger = PosTagger.load(words);
  private final EntityAnnotator annotator =
      new EntityAnnotator(WhosWho.load(), NameTagger.load(words));
  private final QuoteExtractor quotes = QuoteExtractor.load();
  private final Witness witness = new Witness();
  private final EventExtractor events = EventExtractor.load(clusters, witness);

  /** A judge who believes the grammar and writes down what it found. */
  private static final class Witness extends ContactJudge {
    private final List<Found> found = new ArrayList<>();

    @Override
    double contact(SentenceFeatures sentence) {
      return (SentenceReader.BELIED + SecondReader.INCLINED) / 2;
    }

    @Override
    EventStatus status(SentenceFeatures sentence, StatusFeatures operators, EventStatus read) {
      found.add(new Found(operators.sentence(), operators, read));
      return read;
    }
  }

  List<Text> read(Path file) throws IOException {
    List<Text> texts = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      Text text = line.isBlank() || line.startsWith("#") ? null : text(line);
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  private @Nullable Text text(String line) throws IOException {
    if (!line.startsWith("{")) {
      String[] parts = line.split(" \\| ", 2);
      String[] labels = parts[0].split(" ");
      boolean contact = labels[0].equals("+");
      return text(
          parts[1],
          contact,
          contact ? EventStatus.valueOf(labels[1]) : null,
          contact ? mode(labels[2]) : null,
          true);
    }
    JsonNode node = JSON.readTree(line);
    JsonNode labels = node.has("expected") ? node.get("expected") : node;
    JsonNode contact =
        node.has("usRussiaContact") ? node.get("usRussiaContact") : node.get("isContact");
    if (contact == null || contact.isNull()) {
      return null;
    }
    return text(
        node.get("text").asText(),
        contact.asBoolean(),
        labels.hasNonNull("status") ? EventStatus.valueOf(labels.get("status").asText()) : null,
        labels.hasNonNull("mode") ? mode(labels.get("mode").asText()) : null,
        false);
  }

  private Text text(
      String text,
      boolean contact,
      @Nullable EventStatus status,
      @Nullable EventMode mode,
      boolean own) {
    Document document = Document.of(text, null);
    Tags tags = tagger.tag(document);
    Article article = Article.of(text);
    EntityLayer layer = annotator.annotate(document, tags, article);
    List<Quote> said = quotes.extract(document, tags, layer, article);
    layer = layer.withSpeakers(text, said);
    witness.found.clear();
    events.extract(document, tags, layer, said, article);
    List<SentenceFeatures> sentences = new ArrayList<>();
    for (int s = 0; s < document.sentenceCount(); s++) {
      sentences.add(SentenceFeatures.of(symbols, document, layer, s));
    }
    return new Text(sentences, List.copyOf(witness.found), contact, status, mode, own);
  }

  private static EventMode mode(String name) {
    for (EventMode mode : EventMode.values()) {
      if (mode.name().equals(name)) {
        return mode;
      }
    }
    return EventMode.OTHER;
  }
}
