package io.hotline.extraction.events;

import io.hotline.extraction.events.Chunk.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * The clauses of one sentence: which noun group is the subject of a verb group, what a verb group
 * has for an object, which groups are coordinated. Chunks go by their index.
 */
final class Clauses {

  private static final int MAX_DEPTH = 8;

  private final Lexicon lexicon;
  private final Words words;
  private final List<Chunk> chunks;

  Clauses(Lexicon lexicon, Words words, List<Chunk> chunks) {
    this.lexicon = lexicon;
    this.words = words;
    this.chunks = chunks;
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
    return subjects(v, 0);
  }

  private List<Integer> subjects(int v, int depth) {
    if (depth > MAX_DEPTH || v < 0) {
      return List.of();
    }
    VerbGroup verb = verb(v);
    if (verb.finite()) {
      return finiteSubjects(v, depth);
    }
    if (verb.participle()) {
      int noun = v - 1;
      while (is(noun, Kind.ADVERB) || is(noun, Kind.COMMA)) {
        noun--;
      }
      return is(noun, Kind.NOUN) ? coordinatedLeft(nounHead(noun)) : List.of();
    }
    return controllers(v, depth);
  }

  private List<Integer> finiteSubjects(int v, int depth) {
    int i = v - 1;
    while (i >= 0) {
      Chunk chunk = chunks.get(i);
      switch (chunk.kind()) {
        case ADVERB, QUOTE, OTHER -> i--;
        case COMMA -> {
          int open = parenthesis(i);
          if (open < 0) {
            return depth < MAX_DEPTH ? shared(v, depth) : List.of();
          }
          i = open - 1;
        }
        case STOP -> {
          int open = openingDash(i);
          if (open < 0) {
            return List.of();
          }
          i = open - 1;
        }
        case COORDINATOR -> {
          return shared(v, depth);
        }
        case RELATIVE -> {
          return antecedent(i);
        }
        case SUBORDINATOR -> {
          return first(i).equals("that") ? antecedent(i) : List.of();
        }
        case NOUN -> {
          if (temporal(i) && is(i - 1, Kind.PREPOSITION)) {
            i -= 2; // "will on Tuesday lead"
            continue;
          }
          int subject = nounHead(i);
          return coordinatedLeft(subject);
        }
        case PREPOSITION, ADJECTIVE -> i--;
        case VERB -> {
          return List.of();
        }
      }
    }
    return inverted(v);
  }

  /** {@code Did Putin meet}: the subject stands between auxiliary and verb. */
  private List<Integer> inverted(int v) {
    return is(v + 1, Kind.NOUN) && words.question() ? coordinatedRight(v + 1, true) : List.of();
  }

  /** The subject of the verb before, for {@code arrived and met}. */
  private List<Integer> shared(int v, int depth) {
    for (int i = v - 1; i >= 0; i--) {
      if (is(i, Kind.STOP) && !first(i).equals("-")) {
        return List.of();
      }
      if (finite(i)) {
        return subjects(i, depth + 1);
      }
    }
    int i = v - 1;
    while (i >= 0 && !is(i, Kind.NOUN)) {
      i--;
    }
    return i < 0 ? List.of() : coordinatedLeft(nounHead(i));
  }

  private List<Integer> antecedent(int relative) {
    int i = relative - 1;
    while (i >= 0 && !is(i, Kind.NOUN)) {
      if (is(i, Kind.VERB) || is(i, Kind.STOP)) {
        return List.of();
      }
      i--;
    }
    return i < 0 ? List.of() : coordinatedLeft(i);
  }

  /** Who does what an infinitive or gerund says. */
  private List<Integer> controllers(int v, int depth) {
    int i = v - 1;
    boolean object = false;
    int noun = -1;
    while (i >= 0) {
      if (is(i, Kind.VERB)) {
        if (invited(v)) {
          return List.of(v - 1);
        }
        boolean objectControl =
            noun >= 0 && object && controlsObject(verb(i).lemma()) && verb(v).infinitive();
        if (objectControl) {
          return coordinatedRight(i + 1, false);
        }
        if (is(v - 1, Kind.PREPOSITION) && noun >= 0 && !finite(i)) {
          i--;
          continue;
        }
        List<Integer> above = subjects(i, depth + 1);
        return above.isEmpty() && noun >= 0 ? List.of(noun) : above;
      }
      if (is(i, Kind.STOP) || is(i, Kind.SUBORDINATOR)) {
        break;
      }
      if (is(i, Kind.NOUN)) {
        object = i == v - 1 || object;
        noun = i;
      }
      i--;
    }
    if (noun >= 0 && verb(v).infinitive()) {
      return coordinatedLeft(nounHead(v - 1 >= 0 && is(v - 1, Kind.NOUN) ? v - 1 : noun));
    }
    for (int k = v + 1; k < chunks.size(); k++) {
      if (finite(k)) {
        return subjects(k, depth + 1);
      }
    }
    return List.of();
  }

  /** {@code an invitation to Putin to meet}: he is to meet. */
  private boolean invited(int v) {
    return is(v - 1, Kind.NOUN)
        && is(v - 2, Kind.PREPOSITION)
        && is(v - 3, Kind.NOUN)
        && verb(v).infinitive()
        && lexicon.is("offer-preposition", first(v - 2))
        && !lexicon.nounOperators(head(v - 3)).isEmpty();
  }

  private boolean controlsObject(String lemma) {
    return lexicon.verbOperators(lemma).stream()
            .anyMatch(o -> o.operator() == Operator.REQUEST || o.operator() == Operator.REFUSE)
        || lexicon.is("object-control", lemma);
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

  /** The comma that opens the parenthesis which the comma at {@code close} ends; -1 if none. */
  private int parenthesis(int close) {
    for (int i = close - 1; i >= 1; i--) {
      if (is(i, Kind.STOP)) {
        return -1;
      }
      if (is(i, Kind.COMMA) && i < close - 1) {
        boolean relative = is(i + 1, Kind.RELATIVE);
        boolean plain = true;
        for (int k = i + 1; k < close; k++) {
          plain &= !finite(k);
        }
        if ((relative || plain) && hasNounBefore(i)) {
          return i;
        }
        if (!plain && !relative) {
          continue;
        }
        return -1;
      }
    }
    return -1;
  }

  private boolean hasNounBefore(int comma) {
    return is(comma - 1, Kind.NOUN) || is(comma - 1, Kind.COMMA) || is(comma - 1, Kind.ADVERB);
  }

  private int openingDash(int close) {
    String mark = first(close);
    if (!mark.equals(")") && !mark.startsWith("-") && !mark.equals("–") && !mark.equals("—")) {
      return -1;
    }
    for (int i = close - 1; i >= 0; i--) {
      if (is(i, Kind.STOP)) {
        return i;
      }
    }
    return -1;
  }

  /** Noun groups coordinated with {@code i} to its left, and itself, in order of text. */
  List<Integer> coordinatedLeft(int i) {
    List<Integer> out = new ArrayList<>();
    out.add(i);
    int k = i;
    while (k >= 2 || k == 2) {
      int left = k - 1;
      boolean coordinated = is(left, Kind.COORDINATOR);
      boolean listed = is(left, Kind.COMMA) && (out.size() > 1 || headlineList(i));
      if (!coordinated && !listed) {
        break;
      }
      if (coordinated && is(left - 1, Kind.COMMA)) {
        left--;
      }
      int noun = left - 1;
      if (is(noun, Kind.NOUN)
          && is(noun - 1, Kind.PREPOSITION)
          && is(noun - 2, Kind.NOUN)
          && !is(noun - 3, Kind.VERB)
          && first(noun - 1).equals("of")) {
        noun -= 2;
      }
      if (!is(noun, Kind.NOUN) || temporal(noun)) {
        break;
      }
      out.add(0, noun);
      k = noun;
    }
    return out;
  }

  /** {@code Putin, Trump to meet}: in headlines a comma is an "and". */
  private boolean headlineList(int i) {
    return i == 2
        && is(0, Kind.NOUN)
        && is(1, Kind.COMMA)
        && is(3, Kind.VERB)
        && words.tag(chunks.get(0).head()).isNoun()
        && words.capitalised(chunks.get(0).head())
        && words.capitalised(chunks.get(2).head())
        && chunks.get(0).to() - chunks.get(0).from() <= 3;
  }

  /**
   * Noun groups coordinated with {@code i} to its right, and itself.
   *
   * @param open whether a verb may follow the last; otherwise that one begins the next clause
   */
  List<Integer> coordinatedRight(int i, boolean open) {
    List<Integer> out = new ArrayList<>();
    out.add(i);
    int k = i;
    while (k + 2 < chunks.size()) {
      int right = k + 1;
      while (is(right, Kind.PREPOSITION) && first(right).equals("of") && is(right + 1, Kind.NOUN)) {
        right += 2;
      }
      boolean comma = is(right, Kind.COMMA);
      if (comma && is(right + 1, Kind.COORDINATOR)) {
        right++;
      }
      if (!comma && !is(right, Kind.COORDINATOR)) {
        break;
      }
      int noun = right + 1;
      if (is(noun, Kind.PREPOSITION) && lexicon.is("counterpart-preposition", first(noun))) {
        noun++;
      }
      if (!is(noun, Kind.NOUN) || temporal(noun)) {
        break;
      }
      int after = noun + 1;
      while (is(after, Kind.ADVERB)) {
        after++;
      }
      if (!open && finite(after)) {
        break;
      }
      if (comma && is(right, Kind.COMMA) && !listContinues(noun)) {
        break; // an apposition, not a list
      }
      out.add(noun);
      k = noun;
    }
    return out;
  }

  private boolean listContinues(int noun) {
    for (int k = noun + 1; k < chunks.size() && k < noun + 8; k++) {
      if (is(k, Kind.COORDINATOR) && is(k + 1, Kind.NOUN)) {
        return true;
      }
      if (!is(k, Kind.COMMA) && !is(k, Kind.NOUN)) {
        return false;
      }
    }
    return false;
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
