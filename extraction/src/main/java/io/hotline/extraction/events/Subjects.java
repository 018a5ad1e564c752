package io.hotline.extraction.events;

import io.hotline.extraction.events.Chunk.Kind;
import java.util.List;

/** Finds who does what a verb group says. */
final class Subjects {

  private static final int MAX_DEPTH = 8;

  private final Lexicon lexicon;
  private final Clauses clauses;
  private final Words words;

  Subjects(Lexicon lexicon, Clauses clauses, Words words) {
    this.lexicon = lexicon;
    this.clauses = clauses;
    this.words = words;
  }

  /** The noun groups that are the subject of verb group {@code v}; empty if there is none. */
  List<Integer> of(int v) {
    return subjects(v, 0);
  }

  private List<Integer> subjects(int v, int depth) {
    if (depth > MAX_DEPTH || v < 0) {
      return List.of();
    }
    VerbGroup verb = clauses.verb(v);
    if (verb.finite()) {
      return finiteSubjects(v, depth);
    }
    if (verb.participle()) {
      int noun = v - 1;
      while (clauses.is(noun, Kind.ADVERB) || clauses.is(noun, Kind.COMMA)) {
        noun--;
      }
      return clauses.is(noun, Kind.NOUN)
          ? clauses.coordinatedLeft(clauses.nounHead(noun))
          : List.of();
    }
    return controllers(v, depth);
  }

  private List<Integer> finiteSubjects(int v, int depth) {
    int i = v - 1;
    while (i >= 0) {
      Chunk chunk = clauses.chunk(i);
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
          return clauses.first(i).equals("that") ? antecedent(i) : List.of();
        }
        case NOUN -> {
          if (clauses.temporal(i) && clauses.is(i - 1, Kind.NOUN)) {
            i--; // "the sultan today received"
            continue;
          }
          if (clauses.temporal(i) && clauses.is(i - 1, Kind.PREPOSITION)) {
            i -= 2; // "will on Tuesday lead"
            continue;
          }
          int subject = clauses.nounHead(i);
          return clauses.coordinatedLeft(subject);
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
    return clauses.is(v + 1, Kind.NOUN) && words.question()
        ? clauses.coordinatedRight(v + 1, true)
        : List.of();
  }

  /** The subject of the verb before, for {@code arrived and met}. */
  private List<Integer> shared(int v, int depth) {
    for (int i = v - 1; i >= 0; i--) {
      if (clauses.is(i, Kind.STOP) && !clauses.first(i).equals("-")) {
        return List.of();
      }
      if (clauses.finite(i)) {
        return subjects(i, depth + 1);
      }
    }
    int i = v - 1;
    while (i >= 0 && !clauses.is(i, Kind.NOUN)) {
      i--;
    }
    return i < 0 ? List.of() : clauses.coordinatedLeft(clauses.nounHead(i));
  }

  private List<Integer> antecedent(int relative) {
    int i = relative - 1;
    while (i >= 0 && !clauses.is(i, Kind.NOUN)) {
      if (clauses.is(i, Kind.VERB) || clauses.is(i, Kind.STOP)) {
        return List.of();
      }
      i--;
    }
    return i < 0 ? List.of() : clauses.coordinatedLeft(i);
  }

  /** Who does what an infinitive or gerund says. */
  private List<Integer> controllers(int v, int depth) {
    int i = v - 1;
    boolean object = false;
    int noun = -1;
    while (i >= 0) {
      if (clauses.is(i, Kind.VERB)) {
        if (invited(v)) {
          return List.of(v - 1);
        }
        boolean objectControl =
            noun >= 0
                && object
                && controlsObject(clauses.verb(i).lemma())
                && clauses.verb(v).infinitive();
        if (objectControl) {
          int controller = clauses.is(i + 1, Kind.PREPOSITION) ? i + 2 : i + 1;
          return clauses.coordinatedRight(controller, true);
        }
        if (clauses.is(v - 1, Kind.PREPOSITION) && noun >= 0 && !clauses.finite(i)) {
          i--;
          continue;
        }
        List<Integer> above = subjects(i, depth + 1);
        return above.isEmpty() && noun >= 0 ? List.of(noun) : above;
      }
      if (clauses.is(i, Kind.STOP) || clauses.is(i, Kind.SUBORDINATOR)) {
        break;
      }
      if (clauses.is(i, Kind.NOUN)) {
        object = i == v - 1 || object;
        noun = i;
      }
      i--;
    }
    if (noun >= 0 && clauses.verb(v).infinitive()) {
      return clauses.coordinatedLeft(
          clauses.nounHead(v - 1 >= 0 && clauses.is(v - 1, Kind.NOUN) ? v - 1 : noun));
    }
    for (int k = v + 1; k < clauses.size(); k++) {
      if (clauses.finite(k)) {
        return subjects(k, depth + 1);
      }
    }
    return List.of();
  }

  /** {@code an invitation to Putin to meet}: he is to meet. */
  private boolean invited(int v) {
    return clauses.is(v - 1, Kind.NOUN)
        && clauses.is(v - 2, Kind.PREPOSITION)
        && clauses.is(v - 3, Kind.NOUN)
        && clauses.verb(v).infinitive()
        && lexicon.is("offer-preposition", clauses.first(v - 2))
        && !lexicon.nounOperators(clauses.head(v - 3)).isEmpty();
  }

  private boolean controlsObject(String lemma) {
    return lexicon.verbOperators(lemma).stream()
            .anyMatch(o -> o.operator() == Operator.REQUEST || o.operator() == Operator.REFUSE)
        || lexicon.is("object-control", lemma);
  }

  /** The comma that opens the parenthesis which the comma at {@code close} ends; -1 if none. */
  private int parenthesis(int close) {
    for (int i = close - 1; i >= 1; i--) {
      if (clauses.is(i, Kind.STOP)) {
        return -1;
      }
      if (clauses.is(i, Kind.COMMA) && i < close - 1) {
        boolean relative = clauses.is(i + 1, Kind.RELATIVE);
        boolean plain = true;
        for (int k = i + 1; k < close; k++) {
          plain &= !clauses.finite(k);
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
    return clauses.is(comma - 1, Kind.NOUN)
        || clauses.is(comma - 1, Kind.COMMA)
        || clauses.is(comma - 1, Kind.ADVERB);
  }

  private int openingDash(int close) {
    String mark = clauses.first(close);
    if (!mark.equals(")") && !mark.startsWith("-") && !mark.equals("–") && !mark.equals("—")) {
      return -1;
    }
    for (int i = close - 1; i >= 0; i--) {
      if (clauses.is(i, Kind.STOP)) {
        return i;
      }
    }
    return -1;
  }
}
