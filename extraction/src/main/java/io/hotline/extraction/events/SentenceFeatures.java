package io.hotline.extraction.events;

import io.hotline.extraction.Entity;
import io.hotline.extraction.Mention;
import io.hotline.extraction.MentionForm;
import io.hotline.extraction.Span;
import io.hotline.extraction.entities.CountryWord;
import io.hotline.extraction.entities.EntityLayer;
import io.hotline.extraction.text.Document;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the {@link ContactJudge} sees of a sentence: its words by their stems, with each name
 * replaced by what kind of party it is, alone, in pairs, and in pairs with a gap; the clusters its
 * words belong to; and how many states, officials and trigger words there are. Features are hashes;
 * nothing here knows a name.
 */
final class SentenceFeatures {

  /** A sentence longer than this is seen to here. */
  private static final int MOST_SYMBOLS = 120;

  private static final int GAP = 0x51ed270b;

  private static final List<String> ENDINGS = List.of("ing", "ed", "es", "s");

  /** A sentence that was not looked at: no judge is convinced by it. */
  static final SentenceFeatures NONE = new SentenceFeatures(new int[0]);

  private final int[] features;

  private SentenceFeatures(int[] features) {
    this.features = features;
  }

  /** The hashes, each once, in no order that means anything. */
  int[] hashes() {
    return features;
  }

  static SentenceFeatures of(Symbols words, Document document, EntityLayer layer, int sentence) {
    return new Reader(words, document, layer, sentence).read();
  }

  /** The stem of a word: without the ending of a plural, a past or a participle. */
  static String stem(String lower) {
    for (String ending : ENDINGS) {
      if (lower.endsWith(ending) && lower.length() - ending.length() >= 4) {
        return lower.substring(0, lower.length() - ending.length());
      }
    }
    return lower;
  }

  private static final class Reader {
    private final Symbols words;
    private final Document document;
    private final EntityLayer layer;
    private final int from;
    private final int to;
    private final int[] symbols = new int[MOST_SYMBOLS + 2];

    /** By symbol, the cluster of its word by vectors and by neighbours; 0 for none. */
    private final int[] kin = new int[MOST_SYMBOLS + 2];

    private final int[] company = new int[MOST_SYMBOLS + 2];
    private final Set<String> states = new HashSet<>();
    private int count;
    private int officials;
    private int triggers;

    Reader(Symbols words, Document document, EntityLayer layer, int sentence) {
      this.words = words;
      this.document = document;
      this.layer = layer;
      this.from = document.firstToken(sentence);
      this.to = document.endToken(sentence);
    }

    SentenceFeatures read() {
      if (from == to) {
        return NONE;
      }
      Span sentence = new Span(document.tokenStart(from), document.tokenEnd(to - 1));
      List<Mention> mentions = layer.mentionsIn(sentence);
      List<CountryWord> nationalities = layer.countryWordsIn(sentence);
      put("<");
      int m = 0;
      int c = 0;
      for (int t = from; t < to && count < MOST_SYMBOLS; t++) {
        int start = document.tokenStart(t);
        while (m < mentions.size()
            && (mentions.get(m).span().start() < start
                || mentions.get(m).form() == MentionForm.NOMINAL)) {
          m++;
        }
        while (c < nationalities.size() && nationalities.get(c).span().start() < start) {
          c++;
        }
        if (m < mentions.size() && mentions.get(m).span().start() == start) {
          put(kind(mentions.get(m)));
          t = last(mentions.get(m).span(), t);
        } else if (c < nationalities.size() && nationalities.get(c).span().start() == start) {
          states.add(nationalities.get(c).country());
          put("<nationality>");
          t = last(nationalities.get(c).span(), t);
        } else {
          word(t);
        }
      }
      put(">");
      return new SentenceFeatures(features());
    }

    /** The last token of a span that begins with token {@code t}. */
    private int last(Span span, int t) {
      int last = t;
      while (last + 1 < to && document.tokenStart(last + 1) < span.end()) {
        last++;
      }
      return last;
    }

    private void word(int t) {
      Symbols.Symbol word = words.of(document, t);
      if (word.symbol() != Symbols.NONE) {
        kin[count] = word.kin();
        company[count] = word.company();
        symbols[count++] = word.symbol();
        triggers += word.trigger() ? 1 : 0;
      }
    }

    private String kind(Mention mention) {
      Entity entity = layer.entityOf(mention);
      if (mention.form() == MentionForm.PRONOUN) {
        return "<pronoun>";
      }
      boolean political = entity != null && entity.speaksForState();
      String country = entity == null ? null : entity.country();
      if (country != null && entity != null) {
        boolean state = entity.id().equals(country);
        if (political || state) {
          states.add(country);
        }
        officials += political && !state ? 1 : 0;
        return switch (mention.type()) {
          case PERSON -> political ? "<official>" : "<citizen>";
          case ORGANIZATION -> political ? "<organ>" : "<organization-of-state>";
          case GPE, LOCATION -> state ? "<state>" : "<place>";
        };
      }
      return switch (mention.type()) {
        case PERSON -> "<person>";
        case ORGANIZATION -> political ? "<political-organization>" : "<organization>";
        case GPE, LOCATION -> "<location>";
      };
    }

    private void put(String symbol) {
      symbols[count++] = symbol.hashCode();
    }

    private int[] features() {
      Distinct all = new Distinct(5 * count + 4);
      for (int i = 0; i < count; i++) {
        all.add(mix(1, symbols[i]));
        if (kin[i] != 0) {
          all.add(mix(8, kin[i]));
        }
        if (company[i] != 0) {
          all.add(mix(9, company[i]));
        }
        if (i > 0) {
          all.add(mix(mix(2, symbols[i - 1]), symbols[i]));
        }
        if (i > 1) {
          all.add(mix(mix(GAP, symbols[i - 2]), symbols[i]));
        }
      }
      all.add(mix(4, Math.min(3, states.size())));
      all.add(mix(5, Math.min(2, officials)));
      all.add(mix(6, Math.min(2, triggers)));
      all.add(mix(7, 0));
      return all.toArray();
    }
  }

  /** Hashes, each once, in the order in which they came. */
  private static final class Distinct {

    /** Open addressing, at most half full; by place, one more than where its hash stands. */
    private final short[] places;

    private final int[] hashes;
    private int size;

    Distinct(int most) {
      places = new short[Integer.highestOneBit(most) << 2];
      hashes = new int[most];
    }

    void add(int hash) {
      int at = hash & places.length - 1;
      while (places[at] != 0) {
        if (hashes[places[at] - 1] == hash) {
          return;
        }
        at = at + 1 & places.length - 1;
      }
      hashes[size++] = hash;
      places[at] = (short) size;
    }

    int[] toArray() {
      return Arrays.copyOf(hashes, size);
    }
  }

  /** One step of Murmur3. */
  static int mix(int hash, int value) {
    int k = value * 0xcc9e2d51;
    k = Integer.rotateLeft(k, 15) * 0x1b873593;
    int h = Integer.rotateLeft(hash ^ k, 13) * 5 + 0xe6546b64;
    h ^= h >>> 16;
    h *= 0x85ebca6b;
    return h ^ h >>> 13;
  }
}
