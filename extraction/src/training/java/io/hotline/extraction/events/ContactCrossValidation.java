package io.hotline.extraction.events;

import io.hotline.extraction.Article;
import io.hotline.extraction.Event;
import io.hotline.extraction.Quote;
import io.hotline.extraction.entities.EntityAnnotator;
import io.hotline.extraction.entities.EntityLayer;
import io.hotline.extraction.entities.NameTagger;
import io.hotline.extraction.entities.WhosWho;
import io.hotline.extraction.quotes.QuoteExtractor;
import io.hotline.extraction.tagging.Clusters;
import io.hotline.extraction.tagging.TokenWords;
import io.hotline.extraction.tagging.WordCache;
import io.hotline.extraction.text.Document;
import io.hotline.extraction.text.PosTagger;
import io.hotline.extraction.text.Tags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads our sentences the whole way, grammar and judge, each fifth with a judge that was trained
 * without it: {@code ContactCrossValidation SENTENCES TEXTS...}. The sentences are lines as {@link
 * JudgeTexts} reads them; further texts are always trained with. Prints each miss, each extra and
 * each other status, and the shares at the end. The sentences have no date, so nobody is known by
 * an office alone: an article fares better.
 */
public final class ContactCrossValidation {

  private static final int FOLDS = 5;

  private final Clusters clusters = Clusters.load();
  private final WordCache words = new WordCache(clusters);
  private final PosTagger tagger = PosTagger.load(words);
  private final EntityAnnotator annotator =
      new EntityAnnotator(WhosWho.load(), NameTagger.load(words));
  private final QuoteExtractor quotes = QuoteExtractor.load();

  private int contacts;
  private int found;
  private int extra;
  private int right;

  private ContactCrossValidation() {}

  public static void main(String[] args) throws IOException {
    JudgeTexts reader = new JudgeTexts();
    Path sentences = Path.of(args[0]);
    List<JudgeTexts.Text> texts = reader.read(sentences);
    List<JudgeTexts.Text> always = new ArrayList<>();
    for (int i = 1; i < args.length; i++) {
      always.addAll(reader.read(Path.of(args[i])));
    }
    List<String> lines =
        Files.readAllLines(sentences).stream()
            .filter(line -> line.startsWith("+") || line.startsWith("-"))
            .toList();
    ContactCrossValidation validation = new ContactCrossValidation();
    for (int fold = 0; fold < FOLDS; fold++) {
      List<JudgeTexts.Text> trained = new ArrayList<>(always);
      for (int i = 0; i < texts.size(); i++) {
        if (i % FOLDS != fold) {
          trained.add(texts.get(i));
        }
      }
      EventExtractor events = EventExtractor.load(validation.clusters, JudgeTrainer.judge(trained));
      for (int i = fold; i < lines.size(); i += FOLDS) {
        validation.test(events, lines.get(i));
      }
    }
    validation.print();
  }

  private void test(EventExtractor extractor, String line) {
    String text = line.substring(line.indexOf('|') + 1).strip();
    List<Event> events = events(extractor, text);
    if (line.startsWith("-")) {
      extra += events.isEmpty() ? 0 : 1;
      if (!events.isEmpty()) {
        System.out.println("extra  " + statuses(events) + " " + line);
      }
      return;
    }
    contacts++;
    found += events.isEmpty() ? 0 : 1;
    String status = line.split(" ", 3)[1];
    if (events.isEmpty()) {
      System.out.println("missed " + line);
    } else if (statuses(events).contains(status)) {
      right++;
    } else {
      System.out.println("status " + statuses(events) + " " + line);
    }
  }

  private List<Event> events(EventExtractor extractor, String text) {
    Article article = Article.of(text);
    Document document = Document.of(text, null);
    TokenWords read = words.read(document);
    Tags tags = tagger.tag(read);
    EntityLayer layer =
        annotator.annotate(document, tags, annotator.names(document, read), article);
    List<Quote> said = quotes.extract(document, tags, layer, article);
    return extractor.extract(document, tags, layer.withSpeakers(text, said), said, article);
  }

  private static List<String> statuses(List<Event> events) {
    return events.stream().map(event -> event.status().toString()).toList();
  }

  private void print() {
    System.out.printf(
        "contact P %.1f R %.1f; status right %d of %d = %.1f %%%n",
        100.0 * found / Math.max(1, found + extra),
        100.0 * found / Math.max(1, contacts),
        right,
        found,
        100.0 * right / Math.max(1, found));
  }
}
