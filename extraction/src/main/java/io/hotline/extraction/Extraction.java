package io.hotline.extraction;

import java.util.List;

/**
 * What was found in an article.
 *
 * @param extractorVersion version of the code, models and who's-who that found it
 * @param language BCP 47 tag as identified, {@code und} if undetermined; a text that is not English
 *     has sentences and no facts
 * @param sentences in order, without overlap
 * @param mentions in order of start
 * @param entities in order of first mention
 * @param quotes in order of start
 * @param events in order of sentence
 * @param fingerprint 64-bit SimHash over the body's word shingles, 0 if the body is too short
 */
public record Extraction(
    String extractorVersion,
    String language,
    List<Span> sentences,
    List<Mention> mentions,
    List<Entity> entities,
    List<Quote> quotes,
    List<Event> events,
    long fingerprint) {

  public Extraction {
    sentences = List.copyOf(sentences);
    mentions = List.copyOf(mentions);
    entities = List.copyOf(entities);
    quotes = List.copyOf(quotes);
    events = List.copyOf(events);
  }
}
