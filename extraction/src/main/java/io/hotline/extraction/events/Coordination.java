package io.hotline.extraction.events;

import io.hotline.extraction.events.Chunk.Kind;
import java.util.ArrayList;
import java.util.List;

/** Which noun groups of a sentence are coordinated. */
final class Coordination {

  private final Lexicon lexicon;
  private final Clauses clauses;
  private final Words words;

  Coordination(Lexicon lexicon, Clauses clauses, Words words) {
    this.lexicon = lexicon;
    this.clauses = clauses;
    this.words = words;
  }

  /** Noun groups coordinated with {@code i} to its left, and itself, in order of text. */
  List<Integer> left(int i) {
    List<Integer> out = new ArrayList<>();
    out.add(i);
    int k = i;
    while (k >= 2 || k == 2) {
      int left = k - 1;
      boolean coordinated = clauses.is(left, Kind.COORDINATOR);
      boolean listed = clauses.is(left, Kind.COMMA) && (out.size() > 1 || headlineList(i));
      if (!coordinated && !listed) {
        break;
      }
      if (coordinated && clauses.is(left - 1, Kind.COMMA)) {
        left--;
      }
      int noun = left - 1;
      if (clauses.is(noun, Kind.NOUN)
          && clauses.is(noun - 1, Kind.PREPOSITION)
          && clauses.is(noun - 2, Kind.NOUN)
          && !clauses.is(noun - 3, Kind.VERB)
          && clauses.first(noun - 1).equals("of")) {
        noun -= 2;
      }
      if (!clauses.is(noun, Kind.NOUN) || clauses.temporal(noun) || endsContact(noun, k)) {
        break;
      }
      out.add(0, noun);
      k = noun;
    }
    return out;
  }

  /** {@code met Orban in Moscow and Trump met Starmer}: what follows is the next clause. */
  private boolean endsContact(int noun, int next) {
    int verb = clauses.nounHead(noun) - 1;
    return clauses.finite(next + 1)
        && clauses.finite(verb)
        && !lexicon.verbTriggers(words.lower(clauses.chunk(verb).head())).isEmpty();
  }

  /** {@code Putin, Trump to meet}: in headlines a comma is an "and". */
  private boolean headlineList(int i) {
    return i == 2
        && clauses.is(0, Kind.NOUN)
        && clauses.is(1, Kind.COMMA)
        && clauses.is(3, Kind.VERB)
        && words.tag(clauses.chunk(0).head()).isNoun()
        && words.capitalised(clauses.chunk(0).head())
        && words.capitalised(clauses.chunk(2).head())
        && clauses.chunk(0).to() - clauses.chunk(0).from() <= 3;
  }

  /**
   * Noun groups coordinated with {@code i} to its right, and itself.
   *
   * @param open whether a verb may follow the last; otherwise that one begins the next clause
   */
  List<Integer> right(int i, boolean open) {
    List<Integer> out = new ArrayList<>();
    out.add(i);
    int k = i;
    while (k + 2 < clauses.size()) {
      int right = k + 1;
      while (clauses.is(right, Kind.PREPOSITION)
          && clauses.first(right).equals("of")
          && clauses.is(right + 1, Kind.NOUN)) {
        right += 2;
      }
      boolean comma = clauses.is(right, Kind.COMMA);
      if (comma && clauses.is(right + 1, Kind.COORDINATOR)) {
        right++;
      }
      if (!comma && !clauses.is(right, Kind.COORDINATOR)) {
        break;
      }
      int noun = right + 1;
      if (clauses.is(noun, Kind.PREPOSITION)
          && lexicon.is("counterpart-preposition", clauses.first(noun))) {
        noun++;
      }
      if (!clauses.is(noun, Kind.NOUN) || clauses.temporal(noun)) {
        break;
      }
      int after = noun + 1;
      while (clauses.is(after, Kind.ADVERB)) {
        after++;
      }
      if (!open && clauses.finite(after)) {
        break;
      }
      if (comma && clauses.is(right, Kind.COMMA) && !listContinues(noun)) {
        break; // an apposition, not a list
      }
      out.add(noun);
      k = noun;
    }
    return out;
  }

  private boolean listContinues(int noun) {
    for (int k = noun + 1; k < clauses.size() && k < noun + 8; k++) {
      if (clauses.is(k, Kind.COORDINATOR) && clauses.is(k + 1, Kind.NOUN)) {
        return true;
      }
      if (!clauses.is(k, Kind.COMMA) && !clauses.is(k, Kind.NOUN)) {
        return false;
      }
    }
    return false;
  }
}
