package io.hotline.processors.rules;

import io.hotline.schemas.record.CueClass;
import io.hotline.schemas.record.Event;
import io.hotline.schemas.record.Quote;
import io.hotline.schemas.record.Span;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * The event's sentence stands in what one of these said, in these words.
 *
 * @param by anybody, if it is empty
 * @param written the query as its author wrote it
 */
record Quoted(List<PartyTerm> by, @Nullable String written, @Nullable Query contains)
    implements Clause {

  /** What is only thought, meant or shown was not said. */
  private static final Set<CueClass> UNSAID =
      EnumSet.of(CueClass.ATTITUDE, CueClass.INTENTION, CueClass.EVIDENCE);

  @Override
  public String key() {
    return contains == null ? "quotedBy" : "quote";
  }

  @Override
  public boolean holds(ReadItem item, Event event) {
    return item.item().getQuotes().stream()
        .anyMatch(
            quote ->
                overlap(quote.getSpan(), event.getSentence())
                    && isSaid(quote)
                    && (by.isEmpty() || isSpokenByOne(item, quote))
                    && (contains == null || item.matches(quote, contains)));
  }

  private boolean isSpokenByOne(ReadItem item, Quote quote) {
    return quote.getSpeaker() != null
        && item.entity(quote.getSpeaker().getEntity())
            .filter(entity -> by.stream().anyMatch(term -> term.covers(entity)))
            .isPresent();
  }

  private static boolean isSaid(Quote quote) {
    return quote.getCue() == null || !UNSAID.contains(quote.getCue().getCueClass());
  }

  private static boolean overlap(Span a, Span b) {
    return a.getStart() < b.getEnd() && b.getStart() < a.getEnd();
  }

  @Override
  public String words(ReadItem item, Event event) {
    List<Quote> around =
        item.item().getQuotes().stream()
            .filter(quote -> overlap(quote.getSpan(), event.getSentence()))
            .toList();
    String speakers =
        around.stream().map(Quoted::speaker).distinct().collect(Collectors.joining(", "));
    String found = "the sentence quotes " + (speakers.isEmpty() ? "nobody" : speakers);
    if (contains == null || written == null) {
      return "quoted by " + Clauses.list(by) + ": " + found;
    }
    boolean said = around.stream().anyMatch(quote -> item.matches(quote, contains));
    return "quote"
        + (by.isEmpty() ? "" : " by " + Clauses.list(by))
        + " containing "
        + written
        + ": "
        + found
        + (speakers.isEmpty() ? "" : said ? ", in such words" : ", in other words");
  }

  private static String speaker(Quote quote) {
    if (quote.getSpeaker() == null) {
      return "nobody who is named";
    }
    String name = quote.getSpeaker().getName();
    return name == null ? quote.getSpeaker().getText() : name;
  }
}
