package io.hotline.processors;

import io.hotline.extraction.Article;
import io.hotline.extraction.Event;
import io.hotline.extraction.EventMode;
import io.hotline.extraction.EventStatus;
import io.hotline.extraction.EventType;
import io.hotline.extraction.Extraction;
import io.hotline.extraction.Extractor;
import io.hotline.extraction.Participant;
import io.hotline.extraction.Side;
import io.hotline.extraction.Span;
import io.hotline.extraction.Speaker;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads text whose lines say their events outright: {@code PLANNED PHONE_CALL USA RUS via CNN}. A
 * line {@code throw} makes it throw; any other line says nothing.
 */
final class LineExtractor implements Extractor {

  @Override
  public String version() {
    return "lines-1";
  }

  @Override
  public Extraction extract(Article article) {
    List<Span> sentences = new ArrayList<>();
    List<Event> events = new ArrayList<>();
    int start = 0;
    for (String line : article.text().split("\n", -1)) {
      Span span = new Span(start, start + line.length());
      start = span.end() + 1;
      if (line.equals("throw")) {
        throw new IllegalStateException("thrown by the text");
      }
      if (!line.isEmpty()) {
        sentences.add(span);
      }
      String[] words = line.split(" ");
      if (words.length >= 4 && words[0].equals(words[0].toUpperCase(java.util.Locale.ROOT))) {
        events.add(event(words, span));
      }
    }
    return new Extraction(version(), "en", sentences, List.of(), List.of(), List.of(), events, 0);
  }

  private static Event event(String[] words, Span sentence) {
    return new Event(
        EventType.CONSULT,
        "040",
        EventMode.valueOf(words[1]),
        EventStatus.valueOf(words[0]),
        List.of(party(words[2], Side.ACTOR), party(words[3], Side.RECIPIENT)),
        List.of(),
        words.length > 5 ? List.of(new Speaker(null, words[5], words[5], null, false)) : List.of(),
        null,
        null,
        sentence,
        List.of(),
        0.9,
        List.of());
  }

  private static Participant party(String country, Side side) {
    return new Participant(country, side, country, null, null, null, null);
  }
}
