package io.hotline.extraction.events;

import io.hotline.extraction.events.Chunk.Kind;
import io.hotline.extraction.events.VerbGroup.Modality;
import io.hotline.extraction.events.VerbGroup.Tense;
import io.hotline.extraction.text.Tag;

/** Climbs from a noun group, or from a preposition before one, to what governs it. */
final class NounGovernors {

  private final Lexicon lexicon;
  private final Clauses clauses;
  private final Words words;
  private final OperatorFinder operators;
  private final ChainBuilder chain;
  private final Governors governors;

  NounGovernors(
      Lexicon lexicon,
      Clauses clauses,
      Words words,
      OperatorFinder operators,
      ChainBuilder chain,
      Governors governors) {
    this.lexicon = lexicon;
    this.clauses = clauses;
    this.words = words;
    this.operators = operators;
    this.chain = chain;
    this.governors = governors;
  }

  void preposition(int p) {
    String word = clauses.first(p);
    int token = clauses.chunk(p).from();
    int left = p - 1;
    if (word.equals("of") && words.lower(token - 1).equals("ahead")) {
      chain.links.add(Link.plain(Operator.AHEAD, "ahead of", token - 1));
      return;
    }
    if (word.equals("of") && words.lower(token - 1).equals("instead") || word.equals("without")) {
      chain.links.add(Link.plain(Operator.DENY, word, token));
      return;
    }
    while (clauses.is(left, Kind.ADVERB)) {
      left--;
    }
    if (clauses.is(left, Kind.ADJECTIVE) && operators.ofAdjective(left) != null) {
      governors.adjective(left, false);
      return;
    }
    if (clauses.is(left, Kind.NOUN)) {
      Operator operator = operators.ofNoun(left);
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
          && operators.ofNoun(above) != null) {
        nounLink(above, java.util.Objects.requireNonNull(operators.ofNoun(above)), false);
        return;
      }
      if (word.equals("of")
          && lexicon.is("moment", clauses.head(left))
          && clauses.is(left - 1, Kind.PREPOSITION)
          && clauses.verbBefore(left - 1) >= 0) {
        int v = clauses.verbBefore(left - 1); // "dropped out at the last minute of the summit"
        governors.verbLink(v, false, false);
        governors.fromVerb(v);
        return;
      }
      if (word.equals("of") || word.equals("for") && lexicon.is("part-noun", clauses.head(left))) {
        fromNoun(left, clauses.chunk(left).head(), false);
        return;
      }
    }
    if (lexicon.is("temporal-ahead", word)) {
      chain.links.add(Link.plain(Operator.AHEAD, word, token));
      return;
    }
    int v = clauses.is(left, Kind.VERB) ? left : clauses.verbBefore(p);
    boolean takes = v >= 0 && operators.takesPreposition(v, p, word);
    boolean journey = word.equals("on") && v >= 0 && lexicon.is("journey", clauses.head(p + 1));
    if (!takes && !journey && lexicon.is("temporal-done", word)) {
      boolean topic = lexicon.is("topic-preposition", word) && clauses.is(left, Kind.NOUN);
      Modality modality =
          v >= 0 && lexicon.is("inside-preposition", word)
              ? clauses.verb(v).modality()
              : Modality.NONE;
      chain.links.add(
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
      VerbGroup verb = clauses.verb(v);
      if (word.equals("for")
          && (verb.tense() == Tense.PROGRESSIVE || verb.modality() == Modality.WILL)
          && lexicon.verbTriggers(words.lower(clauses.chunk(v).head())).stream()
              .anyMatch(t -> t.frame() == Frame.PLACE)) {
        chain.links.add(Link.plain(Operator.AHEAD, word, token)); // "is flying to X for talks"
        return;
      }
      if (word.equals("about") && operators.ofVerb(v) == Operator.REQUEST) {
        chain.links.add(
            Link.plain(Operator.BEHIND, word, token)); // "told Congress about the talks"
        return;
      }
      governors.verbLink(v, false, false);
      governors.fromVerb(v);
    }
  }

  void nounLink(int n, Operator operator, boolean asserts) {
    Chunk chunk = clauses.chunk(n);
    boolean no = false;
    for (int t = chunk.from(); t < chunk.head(); t++) {
      no |= lexicon.is("negator", words.lower(t));
    }
    chain.links.add(
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
    chain.pendingNegation = no ? !chain.pendingNegation : chain.pendingNegation;
    fromNoun(n, chunk.head(), true);
  }

  /** Climbs from a noun group. */
  void fromNoun(int n, int head, boolean modifiers) {
    if (chain.full()) {
      return;
    }
    Chunk chunk = clauses.chunk(n);
    for (int t = chunk.from(); t < head; t++) {
      String lower = words.lower(t);
      if (lexicon.is("negator", lower)) {
        chain.pendingNegation = !chain.pendingNegation;
      }
      Lexicon.Modifier modifier = lexicon.modifier(lower);
      if (modifiers
          && modifier != null
          && modifier.kind().equals("status")
          && !lexicon.isTimeWord(words.lower(t + 1))) {
        chain.links.add(Link.modifier(Operator.valueOf(modifier.value()), lower, t));
      }
    }
    int left = n - 1;
    while (clauses.is(left, Kind.ADVERB) || clauses.is(left, Kind.QUOTE)) {
      if (lexicon.is("negator", clauses.first(left))) {
        chain.pendingNegation = !chain.pendingNegation;
      }
      left--;
    }
    int as = left - 1;
    while (clauses.is(as, Kind.QUOTE)) {
      as--;
    }
    int verb = as - 1;
    while (clauses.is(verb, Kind.ADVERB)) {
      verb--;
    }
    if ((clauses.is(left, Kind.ADJECTIVE) || clauses.is(left, Kind.NOUN))
        && clauses.first(as).equals("as")
        && clauses.is(verb, Kind.VERB)) {
      left = verb; // "dismissed as untrue a report that"
    }
    if (clauses.is(left, Kind.VERB)
        && lexicon.is("naming-verb", clauses.verb(left).lemma())
        && clauses.is(left - 1, Kind.NOUN)
        && clauses.first(left - 2).equals("what")) {
      left -= 3; // "held two days of what he called talks"
    }
    if (left < n - 1
        && clauses.is(left, Kind.NOUN)
        && words.tag(clauses.chunk(left).head()) == Tag.DT) {
      left--; // a "great letter"
    }
    if (clauses.is(left, Kind.NOUN)
        && clauses.is(left - 1, Kind.VERB)
        && words.tag(chunk.from()) == Tag.DT) {
      left--; // "sent Moscow a message"
    }
    int predicate = new Predicates(clauses).of(n);
    if (clauses.is(left, Kind.VERB) && clauses.is(predicate - 1, Kind.COORDINATOR)) {
      predicate = -1; // "would welcome a call but will not ask for one"
    }
    boolean object = clauses.is(left, Kind.VERB) && !(predicate >= 0 && operators.reports(left));
    if (clauses.is(left, Kind.PREPOSITION)) {
      reducedRelative(n);
      preposition(left);
    } else if (object) {
      reducedRelative(n);
      governors.verbLink(left, false, false);
      governors.fromVerb(left);
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
      if (clauses.participle(i) || beingDone(i)) {
        Operator operator = operators.ofVerb(i);
        if (operator != null && operator != Operator.REPORT && operator != Operator.ACT) {
          VerbGroup verb = clauses.verb(i);
          chain.links.add(
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

  /** {@code call being prepared}, without a verb that is finite. */
  private boolean beingDone(int i) {
    return clauses.is(i, Kind.VERB) && clauses.verb(i).gerund() && clauses.verb(i).passive();
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
    if (inner > f && clauses.is(inner + 1, Kind.NOUN) && operators.ofVerb(f) == Operator.FAIL) {
      chain.add( // "the summit failed to reach agreement": there was one
          Link.of(Operator.BEHIND, clauses.verb(f), false, true, f, clauses.chunk(f).head()), f);
      governors.fromVerb(f);
      return;
    }
    for (int v = inner; v >= f; v--) {
      if (clauses.is(v, Kind.VERB)) {
        predicateLink(v);
      }
    }
    governors.fromVerb(f);
  }

  private void predicateLink(int v) {
    VerbGroup verb = clauses.verb(v);
    int token = clauses.chunk(v).head();
    Operator operator = null;
    boolean infinitiveNext = clauses.is(v + 1, Kind.VERB) && clauses.verb(v + 1).infinitive();
    if (verb.lemma().equals("be")) {
      operator = operators.ofIdiomAfter(clauses.chunk(v).to());
      int a = v + 1;
      while (clauses.is(a, Kind.ADVERB) || clauses.is(a, Kind.QUOTE)) {
        a++;
      }
      if (operator == null && clauses.participle(a)) {
        operator = operators.ofVerb(a); // are "hereby terminated"
      }
      if (operator == null && clauses.is(a, Kind.ADJECTIVE)) {
        operator = operators.ofAdjective(a);
      }
      if (operator == null) {
        operator = infinitiveNext ? Operator.PLAN : Operator.PRESUPPOSE;
      }
    } else {
      operator = operators.ofVerb(v);
      if (operator == null || !verb.passive() && !intransitive(operator)) {
        operator = infinitiveNext && operator != null ? operator : Operator.PRESUPPOSE;
      }
    }
    chain.add(Link.of(operator, verb, false, true, v, token), v);
  }

  private static boolean intransitive(Operator operator) {
    return switch (operator) {
      case ACT, KEEP, CANCEL, END, SPECULATE, FAIL -> true;
      default -> false;
    };
  }
}
