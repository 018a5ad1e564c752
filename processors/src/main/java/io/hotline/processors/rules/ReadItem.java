package io.hotline.processors.rules;

import io.hotline.schemas.record.EnrichedItem;
import io.hotline.schemas.record.Entity;
import io.hotline.schemas.record.Event;
import io.hotline.schemas.record.Quote;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * An enriched item as rules ask about it: what several rules need is worked out once, and only if
 * one of them asks. For one thread.
 */
public final class ReadItem {

  private final EnrichedItem item;
  private @Nullable Map<String, Entity> entities;
  private @Nullable ItemIndex index;
  private final Map<Quote, ItemIndex> quotes = new IdentityHashMap<>();

  public ReadItem(EnrichedItem item) {
    this.item = item;
  }

  public EnrichedItem item() {
    return item;
  }

  /**
   * The sentence that is the event's evidence, as written; empty if its span is not in the text.
   */
  public String sentence(Event event) {
    String text = item.getItem().getText();
    int start = event.getSentence().getStart();
    int end = event.getSentence().getEnd();
    return start < 0 || end > text.length() || start > end ? "" : text.substring(start, end);
  }

  Optional<Entity> entity(@Nullable String id) {
    if (id == null) {
      return Optional.empty();
    }
    if (entities == null) {
      entities = new HashMap<>();
      for (Entity entity : item.getEntities()) {
        entities.put(entity.getId(), entity);
      }
    }
    return Optional.ofNullable(entities.get(id));
  }

  /** The ids and countries of all who are quoted. */
  Set<String> speakers() {
    Set<String> speakers = new HashSet<>();
    for (Quote quote : item.getQuotes()) {
      if (quote.getSpeaker() != null) {
        entity(quote.getSpeaker().getEntity())
            .ifPresent(
                entity -> {
                  speakers.add(entity.getId());
                  if (entity.getCountry() != null) {
                    speakers.add(entity.getCountry());
                  }
                });
      }
    }
    return speakers;
  }

  boolean matches(Query query) {
    return index().matches(query);
  }

  /** Whether the words of this quote match. */
  boolean matches(Quote quote, Query query) {
    return quotes.computeIfAbsent(quote, ignored -> new ItemIndex(item, quote)).matches(query);
  }

  /** All words of the item, with their fields. */
  Set<Term> terms() {
    return index().terms();
  }

  private ItemIndex index() {
    if (index == null) {
      index = new ItemIndex(item);
    }
    return index;
  }
}
