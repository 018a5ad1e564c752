package io.hotline.extraction.quotes;

import io.hotline.extraction.Article;
import io.hotline.extraction.Cue;
import io.hotline.extraction.Quote;
import io.hotline.extraction.QuoteKind;
import io.hotline.extraction.Speaker;
import io.hotline.extraction.entities.EntityAnnotator;
import io.hotline.extraction.entities.EntityLayer;
import io.hotline.extraction.entities.WhosWho;
import io.hotline.extraction.text.Document;
import io.hotline.extraction.text.PosTagger;
import io.hotline.extraction.text.Tags;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A row of the tables of cases: a text and one quote that must be found in it. A cell that is
 * {@code -} asks for nothing; {@code none} asks for nobody; a cue with {@code !} before it is
 * negated. A kind that is {@code none} asks that no direct quote touches the given words; one that
 * is {@code silent}, that no quote does.
 */
record QuoteCase(String text, String kind, String quote, String speaker, String cue, String extra) {

  private static final PosTagger TAGGER = PosTagger.load();
  private static final EntityAnnotator ANNOTATOR = new EntityAnnotator(WhosWho.load());
  private static final QuoteExtractor EXTRACTOR = QuoteExtractor.load();

  static List<Quote> quotes(String text) {
    Article article = Article.of(text);
    Document document = Document.of(text, null);
    Tags tags = TAGGER.tag(document);
    EntityLayer layer = ANNOTATOR.annotate(document, tags, article);
    return EXTRACTOR.extract(document, tags, layer, article);
  }

  /** What is wrong, or null if nothing is. */
  @Nullable String problem() {
    String read = text.replace("\\n", "\n");
    List<Quote> quotes = quotes(read);
    if (kind.equals("none") || kind.equals("silent")) {
      int start = read.indexOf(quote);
      for (Quote found : quotes) {
        boolean touches =
            found.span().start() < start + quote.length() && found.span().end() > start;
        if (touches && (kind.equals("silent") || found.kind() != QuoteKind.INDIRECT)) {
          return "found " + found;
        }
      }
      return null;
    }
    String why = "nothing like it found: " + quotes;
    for (Quote found : quotes) {
      String content = found.span().of(read);
      boolean same =
          found.kind().name().toLowerCase(Locale.ROOT).equals(kind)
              && (quote.equals("-") || content.equals(quote));
      if (!same) {
        continue;
      }
      String wrong = difference(found);
      if (wrong == null) {
        return null;
      }
      why = wrong;
    }
    return why;
  }

  private @Nullable String difference(Quote found) {
    if (!speaker.equals("-") && !isSpeaker(found.speaker())) {
      return "speaker " + found.speaker();
    }
    if (!cue.equals("-") && !isCue(found.cue())) {
      return "cue " + found.cue();
    }
    if (extra.equals("-")) {
      return null;
    }
    boolean right =
        switch (extra) {
          case "floating" -> found.floating();
          case "block" -> found.block();
          default -> found.via().stream().anyMatch(v -> extra.equals("via=" + v.text()));
        };
    return right ? null : "not " + extra + ": " + found;
  }

  private boolean isSpeaker(@Nullable Speaker found) {
    return found == null
        ? speaker.equals("none")
        : found.text().equals(speaker) || speaker.equals(found.name());
  }

  private boolean isCue(@Nullable Cue found) {
    return found == null
        ? cue.equals("none")
        : cue.equals((found.negated() ? "!" : "") + found.text());
  }
}
