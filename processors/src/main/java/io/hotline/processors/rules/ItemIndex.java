package io.hotline.processors.rules;

import io.hotline.schemas.record.EnrichedItem;
import io.hotline.schemas.record.Entity;
import io.hotline.schemas.record.Quote;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.Query;

/** One item as a Lucene index of one document. */
final class ItemIndex {

  static final String HEADLINE = "headline";
  static final String TEXT = "text";
  static final String ENTITIES = "entities";
  static final String QUOTES = "quotes";
  static final String SOURCE = "source";

  /** Longer queries are programs, not questions. */
  static final int LONGEST_QUERY = 4_000;

  /** Words, with a gap between the values of a field, so that no phrase matches across two. */
  private static final Analyzer WORDS =
      new DelegatingAnalyzerWrapper(Analyzer.GLOBAL_REUSE_STRATEGY) {
        private final Analyzer words = new StandardAnalyzer();

        @Override
        protected Analyzer getWrappedAnalyzer(String field) {
          return words;
        }

        @Override
        public int getPositionIncrementGap(String field) {
          return 100;
        }
      };

  private final MemoryIndex index = new MemoryIndex();

  ItemIndex(EnrichedItem enriched) {
    String text = enriched.getItem().getText();
    index.addField(HEADLINE, enriched.getItem().getHeadline(), WORDS);
    index.addField(TEXT, text, WORDS);
    index.addField(SOURCE, enriched.getItem().getSource(), WORDS);
    for (Entity entity : enriched.getEntities()) {
      index.addField(ENTITIES, entity.getName(), WORDS);
    }
    for (Quote quote : enriched.getQuotes()) {
      int start = Math.max(0, quote.getSpan().getStart());
      int end = Math.min(text.length(), quote.getSpan().getEnd());
      if (start < end) {
        index.addField(QUOTES, text.substring(start, end), WORDS);
      }
    }
  }

  boolean matches(Query query) {
    return index.search(query) > 0;
  }

  /**
   * Reads a query in Lucene's classic syntax; words without a field are looked for in the text. A
   * wildcard may not come first.
   *
   * @throws ParseException saying what is wrong
   */
  static Query parse(String query) throws ParseException {
    if (query.length() > LONGEST_QUERY) {
      throw new ParseException(
          "it has " + query.length() + " characters, more than " + LONGEST_QUERY);
    }
    return new QueryParser(TEXT, WORDS).parse(query);
  }
}
