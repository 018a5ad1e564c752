package io.hotline.extraction.events;

import io.hotline.extraction.events.Chunk.Kind;
import io.hotline.extraction.events.Lexicon.OperatorEntry;
import io.hotline.extraction.events.VerbGroup.Modality;
import io.hotline.extraction.events.VerbGroup.Tense;
import java.util.List;

/**
 * Climbs from a trigger to what governs it, operator by operator: from {@code a phone call} over
 * {@code to arrange} to {@code has instructed}.
 */
final class Governors {

  private final Lexicon lexicon;
  private final Clauses clauses;
  private final Words words;
  private final OperatorFinder operators;
  private final ChainBuilder chain;
  private final NounGovernors nouns;

  private Governors(Lexicon lexicon, Clauses clauses) {
    this.lexicon = lexicon;
    this.clauses = clauses;
    this.words = clauses.words();
    this.operators = new OperatorFinder(lexicon, clauses, words);
    this.chain = new ChainBuilder(lexicon, clauses, words);
    this.nouns = new NounGovernors(lexicon, clauses, words, operators, chain, this);
  }

  /**
   * What stands above a trigger.
   *
   * @param links innermost first
   * @param verbs the verb groups among them, innermost first
   */
  record Chain(List<Link> links, List<Integer> verbs) {}

  static Chain above(Lexicon lexicon, Clauses clauses, int chunk, int token, Trigger trigger) {
    Governors governors = new Governors(lexicon, clauses);
    if (trigger.inherent() != null) {
      governors.chain.links.add(Link.plain(trigger.inherent(), trigger.lemma(), -1));
    }
    if (trigger.verb()) {
      VerbGroup group = clauses.verb(chunk);
      governors.chain.pendingNegation = governors.nobody(chunk);
      governors.chain.add(Link.of(Operator.ACT, group, false, false, chunk, token), chunk);
      governors.fromVerb(chunk);
    } else {
      governors.nouns.fromNoun(chunk, token, true);
    }
    if (governors.chain.pendingNegation) {
      governors.chain.links.add(Link.plain(Operator.DENY, "no", -1));
    }
    return new Chain(List.copyOf(governors.chain.links), List.copyOf(governors.chain.verbs));
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

  // ---- verbs

  void fromVerb(int v) {
    if (chain.full()) {
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
        chain.add(Link.plain(Operator.CONDITION, word, clauses.chunk(edge).from()), -1);
        if (!operators.reports(edge - 1)) {
          return;
        }
      } else if (lexicon.is("temporal-ahead", word)) {
        chain.links.add(Link.plain(Operator.AHEAD, word, clauses.chunk(edge).from()));
        return;
      } else if (lexicon.is("complementizer", word)) {
        complement(edge - 1, true);
        if (word.equals("whether")) {
          chain.links.add(Link.plain(Operator.CONDITION, word, clauses.chunk(edge).from()));
        }
        return;
      } else {
        return;
      }
      complement(edge - 1, true);
    } else if (clauses.is(edge, Kind.VERB) && operators.reports(edge)) {
      verbLink(edge, true, false);
      fromVerb(edge);
    } else if (clauses.is(edge, Kind.NOUN) && operators.reports(edge)) {
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
      Operator operator = operators.ofNoun(g);
      boolean aside =
          clauses.is(g - 1, Kind.PREPOSITION)
              && lexicon.is("inside-preposition", clauses.first(g - 1))
              && clauses.verbBefore(g) >= 0; // "told Trump in a call that"
      if (operator != null && !aside) {
        nouns.nounLink(g, operator, asserts);
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
        chain.add(Link.plain(Operator.FAIL, "yet", clauses.chunk(g).from()), g - 1);
        fromVerb(g - 1);
        return;
      }
      if (clauses.is(g, Kind.ADVERB) && operators.ofAdjective(g) != null) {
        adjective(g, false); // "is glad to", where the tagger takes it for an adverb
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
        chain.add(Link.plain(Operator.PLAN, "about", clauses.chunk(g).from()), -1);
      }
      g--;
    }
    if (clauses.is(g, Kind.VERB)) {
      VerbGroup above = clauses.verb(g);
      if (above.lemma().equals("be")) {
        Operator plan = unfulfilled(Operator.PLAN, above);
        chain.add(Link.of(plan, above, false, false, g, clauses.chunk(g).head()), g);
      } else if (above.lemma().equals("go")
          && words.lower(clauses.chunk(g).head()).equals("going")) {
        chain.add(Link.of(Operator.PLAN, above, false, false, g, clauses.chunk(g).head()), g);
      } else {
        verbLink(g, false, false);
      }
      fromVerb(g);
    } else if (clauses.is(g, Kind.ADJECTIVE)) {
      adjective(g, false);
    } else if (clauses.is(g, Kind.NOUN)) {
      if (clauses.temporal(g) && clauses.is(g - 1, Kind.ADJECTIVE)) {
        adjective(g - 1, false); // "ready the same day to"
        return;
      }
      nounBeforeInfinitive(g);
    }
  }

  private void nounBeforeInfinitive(int g) {
    Operator operator = operators.ofNoun(g);
    if (operator != null && operator != Operator.REPORTNOUN) {
      nouns.nounLink(g, operator, false);
      return;
    }
    if (clauses.is(g - 1, Kind.PREPOSITION)
        && clauses.is(g - 2, Kind.NOUN)
        && lexicon.is("offer-preposition", clauses.first(g - 1))) {
      Operator offered = operators.ofNoun(g - 2);
      if (offered != null && offered != Operator.REPORTNOUN) {
        nouns.nounLink(g - 2, offered, false);
        return;
      }
    }
    int root = clauses.nounHead(g);
    Operator above = operators.ofNoun(root);
    if (root < g && above != null && above != Operator.REPORTNOUN) {
      nouns.nounLink(root, above, false); // "the offer by the minister of X to meet"
      return;
    }
    int v = clauses.verbBefore(g);
    if (v >= 0) {
      if (lexicon.is("light-purpose", clauses.verb(v).lemma())) {
        chain.add(
            Link.of(Operator.PLAN, clauses.verb(v), false, false, v, clauses.chunk(v).head()), v);
      } else {
        verbLink(v, false, false);
      }
      fromVerb(v);
    } else {
      chain.links.add(Link.plain(Operator.PLAN, "to", -1)); // "Putin to meet Trump"
    }
  }

  private void fromParticiple(int v) {
    int g = v - 1;
    while (clauses.is(g, Kind.ADVERB)) {
      g--;
    }
    if (clauses.is(g, Kind.PREPOSITION)) {
      nouns.preposition(g);
    } else if (clauses.is(g, Kind.NOUN)
        && clauses.verb(v).passive()
        && clauses.is(g - 1, Kind.VERB)
        && lexicon.is("seeing-verb", clauses.verb(g - 1).lemma())) {
      verbLink(g - 1, false, false); // "not be surprised to see that subject discussed"
      fromVerb(g - 1);
    } else if (clauses.is(g, Kind.NOUN)
        && clauses.verb(v).gerund()
        && operators.ofNoun(g) == Operator.WORTH) {
      nouns.nounLink(g, Operator.WORTH, false); // "no point talking to Washington"
    } else if (clauses.is(g, Kind.VERB) && clauses.verb(v).gerund()) {
      verbLink(g, false, false);
      fromVerb(g);
    } else {
      chain.links.set(chain.links.size() - 1, asPast(chain.links.get(chain.links.size() - 1)));
    }
  }

  /** Whether the verb last climbed from is a perfect infinitive: {@code to have met}. */
  private boolean fromPerfectInfinitive() {
    if (chain.verbs.isEmpty()) {
      return false;
    }
    int v = chain.verbs.get(chain.verbs.size() - 1);
    Chunk chunk = clauses.chunk(v);
    if (!clauses.verb(v).infinitive()) {
      return false;
    }
    for (int t = chunk.from(); t < chunk.head(); t++) {
      if (lexicon.is("have", words.lower(t))) {
        return true;
      }
    }
    return false;
  }

  /** {@code was to have met}, {@code was due to have met}: what was planned did not come about. */
  private Operator unfulfilled(Operator operator, VerbGroup verb) {
    return operator == Operator.PLAN && verb.tense() == Tense.PAST && fromPerfectInfinitive()
        ? Operator.CANCELLED
        : operator;
  }

  /** {@code neither confirmed nor denied}, {@code declined to confirm or deny}. */
  private boolean besideAffirmation(int v) {
    return affirms(v - 1, v - 2) || affirms(v + 1, v + 2);
  }

  private boolean affirms(int coordinator, int v) {
    return clauses.is(coordinator, Kind.COORDINATOR)
        && clauses.is(v, Kind.VERB)
        && lexicon.is("affirming-verb", clauses.verb(v).lemma());
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

  // ---- adjectives

  void adjective(int a, boolean asserts) {
    Operator operator = operators.ofAdjective(a);
    Operator known = operator == null ? Operator.PRESUPPOSE : operator;
    int head = clauses.chunk(a).head();
    int copula = a - 1;
    while (clauses.is(copula, Kind.ADVERB)) {
      copula--;
    }
    if (clauses.is(copula, Kind.VERB)) {
      known = unfulfilled(known, clauses.verb(copula));
      Link link = Link.of(known, clauses.verb(copula), asserts, false, copula, head);
      boolean not = clauses.first(a).equals("not");
      chain.add(not ? link.negate() : link, copula);
      fromVerb(copula);
    } else {
      boolean not =
          lexicon.is("negator", clauses.first(a))
              || lexicon.is("negator", words.lower(clauses.chunk(a).from() - 1));
      Link link = Link.plain(known, clauses.head(a), head);
      chain.links.add(not ? link.negate() : link);
    }
  }

  // ---- nouns

  // ---- operators of verbs

  void verbLink(int v, boolean asserts, boolean subject) {
    Operator operator = operators.ofVerb(v);
    Operator known = operator != null ? operator : asserts ? Operator.REPORT : Operator.PRESUPPOSE;
    VerbGroup verb = clauses.verb(v);
    if (operators.outsider(v)) {
      known =
          known == Operator.REPORT
              ? Operator.HEDGE
              : known == Operator.PLAN ? Operator.SPECULATE : known; // "analysts expect"
    }
    if (known == Operator.REQUEST && asserts && lexicon.is("told-that", verb.lemma())) {
      known = Operator.REPORT; // "told Trump that"
    }
    if (verb.passive() && clauses.is(v + 1, Kind.VERB) && clauses.verb(v + 1).infinitive()) {
      List<OperatorEntry> adjectives =
          lexicon.adjectiveOperators(words.lower(clauses.chunk(v).head()));
      known = adjectives.isEmpty() ? known : adjectives.get(0).operator();
    }
    known = unfulfilled(known, verb);
    if (known == Operator.DENY && besideAffirmation(v)) {
      known = Operator.WITHHOLD;
    }
    if (known == Operator.END && !subject && !verb.passive()) {
      boolean stretch =
          clauses.is(v + 1, Kind.NOUN)
              && clauses.first(v + 2).equals("of")
              && lexicon.is("part-noun", clauses.head(v + 1)); // "ended two days of talks"
      known = stretch ? Operator.ACT : Operator.CANCEL;
    }
    chain.add(Link.of(known, verb, asserts, subject, v, clauses.chunk(v).head()), v);
  }
}
