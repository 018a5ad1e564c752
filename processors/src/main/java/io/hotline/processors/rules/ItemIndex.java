package io.hotline.processors.rules;

import io.hotline.schemas.record.EnrichedItem;
import io.hotline.schemas.record.Entity;
import io.hotline.schemas.record.Quote;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** One item, or one quote of it, as a Lucene index of one document. For one thread. */
final class ItemIndex {

  static final String HEADLINE = "headline";
  static final String TEXT = "text";
  static final String ENTITIES = "entities";
  static final String QUOTES = "quotes";
  static final String SOURCE = "source";

  /** What a query may look into. */
  static final Set<String> FIELDS = Set.of(HEADLINE, TEXT, ENTITIES, QUOTES, SOURCE);

  /** Words, with a gap between the values of a field, so that no phrase matches across two. */
  static final Analyzer WORDS =
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

  private @Nullable Set<Term> terms;

  ItemIndex(EnrichedItem enriched) {
    index.addField(HEADLINE, enriched.getItem().getHeadline(), WORDS);
    index.addField(TEXT, enriched.getItem().getText(), WORDS);
    index.addField(SOURCE, enriched.getItem().getSource(), WORDS);
    for (Entity entity : enriched.getEntities()) {
      index.addField(ENTITIES, entity.getName(), WORDS);
    }
    for (Quote quote : enriched.getQuotes()) {
      index.addField(QUOTES, words(enriched, quote), WORDS);
    }
  }

  /** Of one quote alone. */
  ItemIndex(EnrichedItem enriched, Quote quote) {
    index.addField(QUOTES, words(enriched, quote), WORDS);
  }

  private static String words(EnrichedItem enriched, Quote quote) {
    String text = enriched.getItem().getText();
    int start = Math.max(0, quote.getSpan().getStart());
    int end = Math.min(text.length(), quote.getSpan().getEnd());
    return start < end ? text.substring(start, end) : "";
  }

  boolean matches(Query query) {
    return index.search(query) > 0;
  }

  /** All words of all fields. */
  Set<Term> terms() {
    if (terms == null) {
      Set<Term> found = new HashSet<>();
      try {
        LeafReader reader = (LeafReader) index.createSearcher().getIndexReader();
        for (FieldInfo field : reader.getFieldInfos()) {
          Terms words = reader.terms(field.name);
          if (words != null) {
            TermsEnum each = words.iterator();
            for (BytesRef word = each.next(); word != null; word = each.next()) {
              found.add(new Term(field.name, BytesRef.deepCopyOf(word)));
            }
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException("an index in memory did I/O", e);
      }
      terms = found;
    }
    return terms;
  }
}
