package io.hotline.processors.rules;

import io.hotline.schemas.record.EnrichedItem;
import io.hotline.schemas.record.Entity;
import io.hotline.schemas.record.Event;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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

  boolean matches(Query query) {
    if (index == null) {
      index = new ItemIndex(item);
    }
    return index.matches(query);
  }
}
