package io.hotline.extraction.events;

import io.hotline.extraction.events.Chunk.Kind;

/** Tells trigger words that name no contact: sport, metaphor, broadcast, services. */
final class NotContact {

  private final Lexicon lexicon;
  private final Clauses clauses;
  private final Words words;

  NotContact(Lexicon lexicon, Clauses clauses) {
    this.lexicon = lexicon;
    this.clauses = clauses;
    this.words = clauses.words();
  }

  boolean rejects(Trigger trigger, int chunk, int token) {
    return sport() || (trigger.verb() ? verb(trigger, chunk, token) : noun(trigger, chunk, token));
  }

  private boolean sport() {
    int count = 0;
    for (int t = words.from(); t < words.to(); t++) {
      if (lexicon.isSport(words.lower(t))) {
        count++;
      }
    }
    return count > 1;
  }

  private boolean verb(Trigger trigger, int chunk, int token) {
    String next = words.lower(token + 1);
    if (lexicon.isMetaphor(trigger.lemma(), next)) {
      return true;
    }
    int object = chunk + 1;
    while (clauses.is(object, Kind.ADVERB)) {
      object++;
    }
    if (clauses.is(object, Kind.NOUN)) {
      if (lexicon.isMetaphor(trigger.lemma(), clauses.head(object))) {
        return true;
      }
      if (trigger.frame() == Frame.HOST && !lexicon.nounTriggers(clauses.head(object)).isEmpty()) {
        return true; // the noun names the contact
      }
      boolean naming =
          trigger.lemma().equals("call")
              && clauses.is(object + 1, Kind.NOUN)
              && !clauses.temporal(object + 1);
      if (naming) {
        return true;
      }
    }
    if (trigger.frame() == Frame.PLACE
        && !trigger.lemma().equals("visit")
        && !trigger.lemma().equals("tour")) {
      boolean carried =
          clauses.verb(chunk).passive()
              || clauses.is(object, Kind.NOUN)
                  && !clauses.temporal(object)
                  && !lexicon.is("home", clauses.head(object));
      return carried && !trigger.lemma().startsWith("pay");
    }
    return trigger.lemma().equals("call")
        && (clauses.is(object, Kind.QUOTE) || clauses.is(object, Kind.ADJECTIVE));
  }

  private boolean noun(Trigger trigger, int chunk, int token) {
    Chunk group = clauses.chunk(chunk);
    boolean telephone = false;
    for (int t = group.from(); t < token; t++) {
      String lower = words.lower(t);
      telephone |= lexicon.is("telephone", lower);
      String setting = lexicon.setting(lower);
      if (setting != null
          && !setting.equals("occasion")
          && !setting.equals("broadcast")
          && t == token - 1) {
        return true;
      }
    }
    if (words.lower(token + 1).equals("of")
        && lexicon.isMetaphor(trigger.lemma(), words.lower(token + 2))) {
      return true; // "letter of intent"
    }
    if (trigger.lemma().equals("call") && !telephone) {
      for (int i = chunk + 1; i < clauses.size() && i < chunk + 8; i++) {
        if (clauses.first(i).equals("with")
            || clauses.first(i).equals("between")
            || clauses.finite(i)
            || clauses.is(i, Kind.COMMA)) {
          break;
        }
        if (clauses.first(i).equals("for")
            || clauses.first(i).equals("of")
            || clauses.is(i, Kind.VERB) && clauses.verb(i).infinitive() && i > chunk + 1) {
          return true;
        }
      }
      String next = words.lower(token + 1);
      boolean appeal =
          next.equals("for")
              || next.equals("by")
              || next.equals("to") && (clauses.is(chunk + 1, Kind.VERB) || parties(chunk + 2));
      return appeal;
    }
    return false;
  }

  private boolean parties(int n) {
    return clauses.is(n, Kind.NOUN)
        && clauses.is(n + 1, Kind.VERB)
        && clauses.verb(n + 1).infinitive();
  }
}
