package io.hotline.extraction.events;

import io.hotline.extraction.events.Chunk.Kind;
import io.hotline.extraction.events.Lexicon.OperatorEntry;
import io.hotline.extraction.events.VerbGroup.Modality;
import io.hotline.extraction.events.VerbGroup.Tense;
import io.hotline.extraction.text.Tag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Climbs from a trigger to what governs it, operator by operator: from {@code a phone call} over
 * {@code to arrange} to {@code has instructed}.
 */
final class Governors {

  private static final int MAX_LINKS = 8;

  private final Lexicon lexicon;
  private final Clauses clauses;
  private final Words words;
  private final List<Link> links = new ArrayList<>();
  private final List<Integer> verbs = new ArrayList<>();
  private boolean pendingNegation;

  private Governors(Lexicon lexicon, Clauses clauses) {
    this.lexicon = lexicon;
    this.clauses = clauses;
    this.words = clauses.words();
  }

  /**
   * What stands above a trigger.
   *
   * @param links innermost first
   * @param verbs the verb groups among them, innermost first
   */
  record Chain(List<Link> links, List<Integer> verbs) {}

  static Chain above(Lexicon lexicon, Clauses clauses, int chunk, int token, boolean verb) {
    Governors governors = new Governors(lexicon, clauses);
    if (verb) {
      VerbGroup group = clauses.verb(chunk);
      governors.pendingNegation = governors.nobody(chunk);
      governors.add(Link.of(Operator.ACT, group, false, false, chunk, token), chunk);
      governors.fromVerb(chunk);
    } else {
      governors.fromNoun(chunk, token, true);
    }
    if (governors.pendingNegation) {
      governors.links.add(Link.plain(Operator.DENY, "no", -1));
    }
    return new Chain(List.copyOf(governors.links), List.copyOf(governors.verbs));
  }

  private void add(Link link, int verbChunk) {
    Link added = link;
    if (pendingNegation && link.chunk() >= 0) {
      added = link.negate();
      pendingNegation = false;
    }
    links.add(added);
    if (verbChunk >= 0) {
      verbs.add(verbChunk);
      hedge(verbChunk);
    }
  }

  /** {@code will possibly meet}, {@code Perhaps they met}. */
  private void hedge(int v) {
    Chunk chunk = clauses.chunk(v);
    int from = clauses.is(v - 1, Kind.ADVERB) ? clauses.chunk(v - 1).from() : chunk.from();
    for (int t = from; t < chunk.to(); t++) {
      if (lexicon.is("hedge-adverb", words.lower(t))) {
        links.add(Link.plain(Operator.HEDGE, words.lower(t), t));
      }
    }
    if (v > 0
        && lexicon.is("hedge-adverb", words.lower(words.from()))
        && clauses.verbBefore(v) < 0) {
      links.add(Link.plain(Operator.HEDGE, words.lower(words.from()), words.from()));
    }
  }

  /** {@code Neither X nor Y met}, {@code nobody met}: the subject negates. */
  private boolean nobody(int v) {
    List<Integer> subjects = clauses.subjects(v);
    if (subjects.isEmpty() || subjects.get(0) > v) {
      return false;
    }
    Chunk first = clauses.chunk(subjects.get(0));
    return lexicon.is("negator", words.lower(first.from()))
        || lexicon.is("negator", words.lower(first.from() - 1));
  }

  private boolean full() {
    return links.size() >= MAX_LINKS;
  }

  // ---- verbs

  private void fromVerb(int v) {
    if (full()) {
      return;
    }
    VerbGroup verb = clauses.verb(v);
    if (verb.finite()) {
      fromClause(v);
    } else if (verb.infinitive()) {
      fromInfinitive(v);
    } else {
      fromParticiple(v);
    }
  }

  /** Left edge of the clause of finite verb {@code v}: the chunk before its subject. */
  private int edge(int v) {
    List<Integer> subjects = clauses.subjects(v);
    int i = subjects.isEmpty() || subjects.get(0) > v ? v : subjects.get(0);
    i--;
    while (clauses.is(i, Kind.ADVERB)
        || clauses.is(i, Kind.QUOTE)
        || clauses.is(i, Kind.COORDINATOR)
            && !subjects.isEmpty()
            && subjects.get(0) < v
            && clauses.first(i).equals("both")) {
      i--;
    }
    return i;
  }

  private void fromClause(int v) {
    int edge = edge(v);
    if (edge < 0) {
      return;
    }
    if (clauses.is(edge, Kind.COMMA)) {
      int open = subordinatorBefore(edge);
      if (open >= 0) {
        edge = open;
      }
    }
    if (clauses.is(edge, Kind.SUBORDINATOR) || clauses.first(edge).equals("whether")) {
      String word = clauses.first(edge);
      if (lexicon.is("condition", word)) {
        add(Link.plain(Operator.CONDITION, word, clauses.chunk(edge).from()), -1);
        if (!reports(edge - 1)) {
          return;
        }
      } else if (lexicon.is("temporal-ahead", word)) {
        links.add(Link.plain(Operator.AHEAD, word, clauses.chunk(edge).from()));
        return;
      } else if (lexicon.is("complementizer", word)) {
        complement(edge - 1, true);
        if (word.equals("whether")) {
          links.add(Link.plain(Operator.CONDITION, word, clauses.chunk(edge).from()));
        }
        return;
      } else {
        return;
      }
      complement(edge - 1, true);
    } else if (clauses.is(edge, Kind.VERB) && reports(edge)) {
      verbLink(edge, true, false);
      fromVerb(edge);
    } else if (clauses.is(edge, Kind.NOUN) && reports(edge)) {
      complement(edge, true);
    }
  }

  /** {@code that, after a pause, talks would}: the subordinator before a parenthesis. */
  private int subordinatorBefore(int comma) {
    for (int i = comma - 1; i >= 0 && i > comma - 8; i--) {
      if (clauses.is(i, Kind.SUBORDINATOR) && clauses.first(i).equals("that")) {
        return i;
      }
      if (clauses.is(i, Kind.VERB) || clauses.is(i, Kind.STOP)) {
        return -1;
      }
    }
    return -1;
  }

  private boolean reports(int i) {
    if (clauses.is(i, Kind.VERB)) {
      Operator operator = verbOperator(i);
      return operator != null
          && operator != Operator.ACT
          && operator != Operator.OFFER
          && operator != Operator.CANCEL;
    }
    return clauses.is(i, Kind.NOUN) && nounOperator(i) == Operator.REPORTNOUN;
  }

  /** What a clause or infinitive at the right of chunk {@code i} is a complement of. */
  private void complement(int i, boolean asserts) {
    int g = i;
    while (clauses.is(g, Kind.ADVERB) || clauses.is(g, Kind.QUOTE) || clauses.is(g, Kind.COMMA)) {
      g--;
    }
    if (clauses.is(g, Kind.VERB)) {
      verbLink(g, asserts, false);
      fromVerb(g);
    } else if (clauses.is(g, Kind.ADJECTIVE)) {
      adjective(g, asserts);
    } else if (clauses.is(g, Kind.NOUN)) {
      Operator operator = nounOperator(g);
      if (operator != null) {
        nounLink(g, operator, asserts);
      } else {
        int v = clauses.verbBefore(g);
        if (v >= 0) {
          verbLink(v, asserts, false);
          fromVerb(v);
        }
      }
    }
  }

  private void fromInfinitive(int v) {
    int g = v - 1;
    while (clauses.is(g, Kind.ADVERB) || clauses.is(g, Kind.QUOTE)) {
      if (clauses.first(g).equals("yet")
          && clauses.is(g - 1, Kind.VERB)
          && clauses.verb(g - 1).lemma().equals("have")) {
        add(Link.plain(Operator.FAIL, "yet", clauses.chunk(g).from()), g - 1);
        fromVerb(g - 1);
        return;
      }
      g--;
    }
    if (clauses.is(g, Kind.COORDINATOR) || clauses.is(g, Kind.COMMA)) {
      int before = clauses.verbBefore(g);
      if (before >= 0 && clauses.verb(before).infinitive()) {
        fromVerb(before);
        return;
      }
      g--;
    }
    if (clauses.is(g, Kind.PREPOSITION)) {
      if (clauses.first(g).equals("about")) {
        add(Link.plain(Operator.PLAN, "about", clauses.chunk(g).from()), -1);
      }
      g--;
    }
    if (clauses.is(g, Kind.VERB)) {
      VerbGroup above = clauses.verb(g);
      if (above.lemma().equals("be")) {
        add(Link.of(Operator.PLAN, above, false, false, g, clauses.chunk(g).head()), g);
      } else if (above.lemma().equals("go")
          && words.lower(clauses.chunk(g).head()).equals("going")) {
        add(Link.of(Operator.PLAN, above, false, false, g, clauses.chunk(g).head()), g);
      } else {
        verbLink(g, false, false);
      }
      fromVerb(g);
    } else if (clauses.is(g, Kind.ADJECTIVE)) {
      adjective(g, false);
    } else if (clauses.is(g, Kind.NOUN)) {
      nounBeforeInfinitive(g);
    }
  }

  private void nounBeforeInfinitive(int g) {
    Operator operator = nounOperator(g);
    if (operator != null && operator != Operator.REPORTNOUN) {
      nounLink(g, operator, false);
      return;
    }
    if (clauses.is(g - 1, Kind.PREPOSITION)
        && clauses.is(g - 2, Kind.NOUN)
        && lexicon.is("offer-preposition", clauses.first(g - 1))) {
      Operator offered = nounOperator(g - 2);
      if (offered != null && offered != Operator.REPORTNOUN) {
        nounLink(g - 2, offered, false);
        return;
      }
    }
    int v = clauses.verbBefore(g);
    if (v >= 0) {
      if (lexicon.is("light-purpose", clauses.verb(v).lemma())) {
        add(Link.of(Operator.PLAN, clauses.verb(v), false, false, v, clauses.chunk(v).head()), v);
      } else {
        verbLink(v, false, false);
      }
      fromVerb(v);
    } else {
      links.add(Link.plain(Operator.PLAN, "to", -1)); // "Putin to meet Trump"
    }
  }

  private void fromParticiple(int v) {
    int g = v - 1;
    while (clauses.is(g, Kind.ADVERB)) {
      g--;
    }
    if (clauses.is(g, Kind.PREPOSITION)) {
      preposition(g);
    } else if (clauses.is(g, Kind.VERB) && clauses.verb(v).gerund()) {
      verbLink(g, false, false);
      fromVerb(g);
    } else {
      links.set(links.size() - 1, asPast(links.get(links.size() - 1)));
    }
  }

  private static Link asPast(Link link) {
    return new Link(
        link.operator(),
        link.lemma(),
        link.negated(),
        Modality.NONE,
        Tense.PAST,
        link.asserts(),
        link.subject(),
        link.chunk(),
        link.token());
  }

  // ---- prepositions

  private void preposition(int p) {
    String word = clauses.first(p);
    int token = clauses.chunk(p).from();
    int left = p - 1;
    if (word.equals("of") && words.lower(token - 1).equals("ahead")) {
      links.add(Link.plain(Operator.AHEAD, "ahead of", token - 1));
      return;
    }
    if (word.equals("of") && words.lower(token - 1).equals("instead") || word.equals("without")) {
      links.add(Link.plain(Operator.DENY, word, token));
      return;
    }
    while (clauses.is(left, Kind.ADVERB)) {
      left--;
    }
    if (clauses.is(left, Kind.ADJECTIVE) && adjectiveOperator(left) != null) {
      adjective(left, false);
      return;
    }
    if (clauses.is(left, Kind.NOUN)) {
      Operator operator = nounOperator(left);
      if (operator != null
          && (!lexicon.is("adjunct-preposition", word)
              || word.equals("in") && lexicon.is("takes-in", clauses.head(left)))) {
        nounLink(left, operator, false);
        return;
      }
      int above = left - 2;
      if (word.equals("for")
          && clauses.is(left - 1, Kind.PREPOSITION)
          && clauses.is(above, Kind.NOUN)
          && nounOperator(above) != null) {
        nounLink(above, java.util.Objects.requireNonNull(nounOperator(above)), false);
        return;
      }
      if (word.equals("of") || word.equals("for") && lexicon.is("part-noun", clauses.head(left))) {
        fromNoun(left, clauses.chunk(left).head(), false);
        return;
      }
    }
    if (lexicon.is("temporal-ahead", word)) {
      links.add(Link.plain(Operator.AHEAD, word, token));
      return;
    }
    int v = clauses.is(left, Kind.VERB) ? left : clauses.verbBefore(p);
    boolean takes = v >= 0 && takesPreposition(v, p, word);
    boolean journey = word.equals("on") && v >= 0 && lexicon.is("journey", clauses.head(p + 1));
    if (!takes && !journey && lexicon.is("temporal-done", word)) {
      boolean topic = lexicon.is("topic-preposition", word) && clauses.is(left, Kind.NOUN);
      Modality modality =
          v >= 0 && lexicon.is("inside-preposition", word)
              ? clauses.verb(v).modality()
              : Modality.NONE;
      links.add(
          new Link(
              topic ? Operator.DISCUSS : Operator.BEHIND,
              word,
              false,
              modality,
              Tense.PARTICIPLE,
              false,
              false,
              -1,
              token));
      return;
    }
    if (v >= 0) {
      verbLink(v, false, false);
      fromVerb(v);
    }
  }

  /**
   * Whether verb group {@code v} governs what follows {@code preposition}, or is only beside it.
   */
  private boolean takesPreposition(int v, int p, String preposition) {
    VerbGroup verb = clauses.verb(v);
    if (!lexicon.is("adjunct-preposition", preposition)) {
      return true;
    }
    for (OperatorEntry entry : lexicon.verbOperators(verb.lemma())) {
      if (entry.rest().contains(preposition) && p - v <= 3) {
        return true;
      }
    }
    return p == v + 1 && lexicon.is("takes-" + preposition, verb.lemma());
  }

  // ---- adjectives

  private void adjective(int a, boolean asserts) {
    Operator operator = adjectiveOperator(a);
    Operator known = operator == null ? Operator.PRESUPPOSE : operator;
    int head = clauses.chunk(a).head();
    int copula = a - 1;
    while (clauses.is(copula, Kind.ADVERB)) {
      copula--;
    }
    if (clauses.is(copula, Kind.VERB)) {
      Link link = Link.of(known, clauses.verb(copula), asserts, false, copula, head);
      boolean not = clauses.first(a).equals("not");
      add(not ? link.negate() : link, copula);
      fromVerb(copula);
    } else {
      boolean not =
          lexicon.is("negator", clauses.first(a))
              || lexicon.is("negator", words.lower(clauses.chunk(a).from() - 1));
      Link link = Link.plain(known, clauses.head(a), head);
      links.add(not ? link.negate() : link);
    }
  }

  private @Nullable Operator adjectiveOperator(int a) {
    Chunk chunk = clauses.chunk(a);
    for (int t = chunk.to() - 1; t >= chunk.from(); t--) {
      List<OperatorEntry> entries = lexicon.adjectiveOperators(words.lower(t));
      if (!entries.isEmpty()) {
        return entries.get(0).operator();
      }
    }
    return null;
  }

  // ---- nouns

  private @Nullable Operator nounOperator(int n) {
    List<OperatorEntry> entries = lexicon.nounOperators(clauses.head(n));
    return entries.isEmpty() ? null : entries.get(0).operator();
  }

  private void nounLink(int n, Operator operator, boolean asserts) {
    Chunk chunk = clauses.chunk(n);
    boolean no = false;
    for (int t = chunk.from(); t < chunk.head(); t++) {
      no |= lexicon.is("negator", words.lower(t));
    }
    links.add(
        new Link(
            operator,
            clauses.head(n),
            no,
            Modality.NONE,
            Tense.PARTICIPLE,
            asserts,
            false,
            -1,
            chunk.head()));
    pendingNegation = no ? !pendingNegation : pendingNegation;
    fromNoun(n, chunk.head(), true);
  }

  /** Climbs from a noun group. */
  private void fromNoun(int n, int head, boolean modifiers) {
    if (full()) {
      return;
    }
    Chunk chunk = clauses.chunk(n);
    for (int t = chunk.from(); t < head; t++) {
      String lower = words.lower(t);
      if (lexicon.is("negator", lower)) {
        pendingNegation = !pendingNegation;
      }
      Lexicon.Modifier modifier = lexicon.modifier(lower);
      if (modifiers && modifier != null && modifier.kind().equals("status")) {
        links.add(Link.modifier(Operator.valueOf(modifier.value()), lower, t));
      }
    }
    int left = n - 1;
    while (clauses.is(left, Kind.ADVERB) || clauses.is(left, Kind.QUOTE)) {
      if (lexicon.is("negator", clauses.first(left))) {
        pendingNegation = !pendingNegation;
      }
      left--;
    }
    if (clauses.is(left, Kind.NOUN)
        && clauses.is(left - 1, Kind.VERB)
        && words.tag(chunk.from()) == Tag.DT) {
      left--; // "sent Moscow a message"
    }
    int predicate = new Predicates(clauses).of(n);
    boolean object = clauses.is(left, Kind.VERB) && !(predicate >= 0 && reports(left));
    if (clauses.is(left, Kind.PREPOSITION)) {
      reducedRelative(n);
      preposition(left);
    } else if (object) {
      reducedRelative(n);
      verbLink(left, false, false);
      fromVerb(left);
    } else if (predicate >= 0) {
      predicate(n, predicate);
    } else if (clauses.is(left, Kind.COORDINATOR) && clauses.is(left - 1, Kind.NOUN)) {
      fromNoun(left - 1, clauses.chunk(left - 1).head(), false);
    } else {
      reducedRelative(n);
    }
  }

  /** {@code talks planned for Monday}. */
  private void reducedRelative(int n) {
    for (int i = n + 1; i < clauses.size() && i < n + 8; i++) {
      if (clauses.participle(i)) {
        Operator operator = verbOperator(i);
        if (operator != null && operator != Operator.REPORT && operator != Operator.ACT) {
          VerbGroup verb = clauses.verb(i);
          links.add(
              new Link(
                  operator,
                  verb.lemma(),
                  verb.negated(),
                  Modality.NONE,
                  Tense.PARTICIPLE,
                  false,
                  true,
                  -1,
                  clauses.chunk(i).head()));
          if (i + 1 < clauses.size()
              && clauses.is(i + 1, Kind.VERB)
              && clauses.verb(i + 1).infinitive()) {
            return;
          }
        }
        return;
      }
      if (!clauses.is(i, Kind.PREPOSITION)
              && !clauses.is(i, Kind.NOUN)
              && !clauses.is(i, Kind.COORDINATOR)
              && !clauses.is(i, Kind.ADVERB)
          || lexicon.is("comparison", clauses.first(i))) {
        return;
      }
    }
  }

  /** The trigger is the subject: {@code talks are expected to begin}. */
  private void predicate(int n, int f) {
    int inner = f;
    while (clauses.is(inner + 1, Kind.VERB) && !clauses.verb(inner + 1).finite()
        || (clauses.is(inner + 1, Kind.ADJECTIVE) || clauses.is(inner + 1, Kind.ADVERB))
            && clauses.is(inner + 2, Kind.VERB)
            && clauses.verb(inner + 2).infinitive()) {
      inner += clauses.is(inner + 1, Kind.VERB) ? 1 : 2;
    }
    for (int v = inner; v >= f; v--) {
      if (clauses.is(v, Kind.VERB)) {
        predicateLink(v);
      }
    }
    fromVerb(f);
  }

  private void predicateLink(int v) {
    VerbGroup verb = clauses.verb(v);
    int token = clauses.chunk(v).head();
    Operator operator = null;
    boolean infinitiveNext = clauses.is(v + 1, Kind.VERB) && clauses.verb(v + 1).infinitive();
    if (verb.lemma().equals("be")) {
      operator = idiomAfter(clauses.chunk(v).to());
      int a = v + 1;
      while (clauses.is(a, Kind.ADVERB)) {
        a++;
      }
      if (operator == null && clauses.is(a, Kind.ADJECTIVE)) {
        operator = adjectiveOperator(a);
      }
      if (operator == null) {
        operator = infinitiveNext ? Operator.PLAN : Operator.PRESUPPOSE;
      }
    } else {
      operator = verbOperator(v);
      if (operator == null || !verb.passive() && !intransitive(operator)) {
        operator = infinitiveNext && operator != null ? operator : Operator.PRESUPPOSE;
      }
    }
    add(Link.of(operator, verb, false, true, v, token), v);
  }

  private static boolean intransitive(Operator operator) {
    return switch (operator) {
      case ACT, KEEP, CANCEL, END, SPECULATE, FAIL -> true;
      default -> false;
    };
  }

  private @Nullable Operator idiomAfter(int from) {
    for (String[] idiom : lexicon.idioms()) {
      String[] phrase = idiom[0].split(" ");
      for (int t = from; t < from + 3; t++) {
        boolean match = true;
        for (int k = 0; k < phrase.length && match; k++) {
          match = words.lower(t + k).equals(phrase[k]);
        }
        if (match) {
          return Operator.valueOf(idiom[1]);
        }
      }
    }
    return null;
  }

  // ---- operators of verbs

  private void verbLink(int v, boolean asserts, boolean subject) {
    Operator operator = verbOperator(v);
    Operator known = operator != null ? operator : asserts ? Operator.REPORT : Operator.PRESUPPOSE;
    VerbGroup verb = clauses.verb(v);
    if (known == Operator.REPORT && outsider(v)) {
      known = Operator.HEDGE;
    }
    if (verb.passive() && clauses.is(v + 1, Kind.VERB) && clauses.verb(v + 1).infinitive()) {
      List<OperatorEntry> adjectives =
          lexicon.adjectiveOperators(words.lower(clauses.chunk(v).head()));
      known = adjectives.isEmpty() ? known : adjectives.get(0).operator();
    }
    if (known == Operator.END && !subject && !verb.passive()) {
      known = Operator.CANCEL;
    }
    add(Link.of(known, verb, asserts, subject, v, clauses.chunk(v).head()), v);
  }

  /** Whether an onlooker says it: what analysts say will happen is a guess. */
  private boolean outsider(int v) {
    for (int n : clauses.subjects(v)) {
      if (lexicon.is("outsider", clauses.head(n))) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Operator verbOperator(int v) {
    Chunk chunk = clauses.chunk(v);
    int after = chunk.head() + 1;
    for (OperatorEntry entry : lexicon.verbOperators(words.lower(chunk.head()))) {
      if (follows(entry.rest(), after)) {
        return entry.operator();
      }
    }
    return null;
  }

  private boolean follows(List<String> rest, int after) {
    int t = after;
    for (String word : rest) {
      int limit = lexicon.is("separable", word) ? t + 7 : t + 2;
      while (t < limit && !words.lower(t).equals(word)) {
        t++;
      }
      if (!words.lower(t).equals(word)) {
        return false;
      }
      t++;
    }
    return true;
  }
}
