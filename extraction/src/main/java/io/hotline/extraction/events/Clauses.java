package io.hotline.extraction.events;

import io.hotline.extraction.events.Chunk.Kind;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The clauses of one sentence: which noun group is the subject of a verb group, what a verb group
 * has for an object, which groups are coordinated. Chunks go by their index.
 */
final class Clauses {

  private final Lexicon lexicon;
  private final Words words;
  private final List<Chunk> chunks;
  private final Subjects subjects;
  private final Coordination coordination;

  Clauses(Lexicon lexicon, Words words, List<Chunk> chunks) {
    this.lexicon = lexicon;
    this.words = words;
    this.chunks = chunks;
    this.subjects = new Subjects(lexicon, this, words);
    this.coordination = new Coordination(lexicon, this, words);
  }

  List<Chunk> chunks() {
    return chunks;
  }

  Words words() {
    return words;
  }

  int size() {
    return chunks.size();
  }

  Chunk chunk(int i) {
    return chunks.get(i);
  }

  boolean is(int i, Kind kind) {
    return i >= 0 && i < chunks.size() && chunks.get(i).is(kind);
  }

  String head(int i) {
    return words.lower(chunks.get(i).head());
  }

  /** Whether chunk {@code i} has such a word, in lower case. */
  boolean contains(int i, Predicate<String> word) {
    return contains(i, chunks.get(i).to(), word);
  }

  /** Whether chunk {@code i} has such a word, in lower case, before a token. */
  boolean contains(int i, int before, Predicate<String> word) {
    return IntStream.range(chunks.get(i).from(), before).anyMatch(t -> word.test(words.lower(t)));
  }

  /** First word of chunk {@code i}. */
  String first(int i) {
    return i < 0 || i >= chunks.size() ? "" : words.lower(chunks.get(i).from());
  }

  VerbGroup verb(int i) {
    VerbGroup verb = chunks.get(i).verb();
    if (verb == null) {
      throw new IllegalArgumentException("chunk " + i + " is no verb group");
    }
    return verb;
  }

  boolean finite(int i) {
    return is(i, Kind.VERB) && verb(i).finite();
  }

  /** A participle without an auxiliary, as after a noun: {@code talks planned for Monday}. */
  boolean participle(int i) {
    return is(i, Kind.VERB) && verb(i).participle();
  }

  /** The chunk that holds token {@code t}. */
  int chunkOf(int t) {
    for (int i = 0; i < chunks.size(); i++) {
      if (t < chunks.get(i).to()) {
        return i;
      }
    }
    return chunks.size() - 1;
  }

  /** The noun groups that are the subject of verb group {@code v}; empty if there is none. */
  List<Integer> subjects(int v) {
    return subjects.of(v);
  }

  /** Noun groups coordinated with {@code i} to its left, and itself, in order of text. */
  List<Integer> coordinatedLeft(int i) {
    return coordination.left(i);
  }

  /**
   * Noun groups coordinated with {@code i} to its right, and itself.
   *
   * @param open whether a verb may follow the last; otherwise that one begins the next clause
   */
  List<Integer> coordinatedRight(int i, boolean open) {
    return coordination.right(i, open);
  }

  /**
   * From a noun group leftwards over {@code of}, {@code in} and the like to the group they hang on.
   */
  int nounHead(int i) {
    int head = i;
    while (head >= 2) {
      if (is(head - 1, Kind.PREPOSITION)) {
        int left = head - 2;
        while (participle(left) || is(left, Kind.ADVERB)) {
          left--;
        }
        if (!is(left, Kind.NOUN) || temporal(left)) {
          return head;
        }
        head = left;
      } else if (participle(head - 1) && is(head - 2, Kind.NOUN)) {
        head -= 2;
      } else {
        return head;
      }
    }
    return head;
  }

  boolean temporal(int i) {
    return lexicon.isTimeWord(head(i));
  }

  /** The verb group to the left of {@code i} in the same clause; -1 if there is none. */
  int verbBefore(int i) {
    for (int k = i - 1; k >= 0; k--) {
      if (is(k, Kind.VERB)) {
        return k;
      }
      if (is(k, Kind.STOP) || is(k, Kind.SUBORDINATOR) || is(k, Kind.RELATIVE)) {
        return -1;
      }
    }
    return -1;
  }
}
