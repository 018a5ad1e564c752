package io.hotline.extraction.events;

import io.hotline.extraction.events.Chunk.Kind;
import io.hotline.extraction.text.Document;
import io.hotline.extraction.text.Tag;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells trigger words that name no contact: sport, metaphor, broadcast, services. */
final class NotContact {

  private final Lexicon lexicon;
  private final Clauses clauses;
  private final Words words;

  /** Whether the sentence is about sport; null as long as nobody asked. */
  private @Nullable Boolean sport;

  NotContact(Lexicon lexicon, Clauses clauses) {
    this.lexicon = lexicon;
    this.clauses = clauses;
    this.words = clauses.words();
  }

  boolean rejects(Trigger trigger, int chunk, int token) {
    if (sport == null) {
      sport = sport();
    }
    return sport
        || understood(trigger, chunk)
        || (trigger.verb() ? verb(trigger, chunk, token) : noun(trigger, chunk, token));
  }

  /** Whether the sentence tells what happens in a work of fiction. */
  boolean fiction() {
    for (int t = words.from(); t < words.to(); t++) {
      if (lexicon.is("fiction-work", words.lower(t)) && words.tag(t).isNoun()) {
        int chunk = clauses.chunkOf(t);
        if (clauses.chunk(chunk).head() == t) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean sportingArticle() {
    Document document = words.document();
    Set<String> seen = new HashSet<>();
    boolean plain = false;
    for (int t = 0; t < document.tokenCount() && (seen.size() < 3 || !plain); t++) {
      String lower = document.token(t).toLowerCase(Locale.ROOT);
      if (lexicon.isSport(lower)) {
        seen.add(lower);
        plain |= !lexicon.is("sport-and-politics", lower);
      }
    }
    return plain && seen.size() > 2;
  }

  /** Words of sport; those that politics uses too count only beside one that it does not. */
  boolean sport() {
    int count = 0;
    boolean plain = false;
    for (int t = words.from(); t < words.to(); t++) {
      if (lexicon.isSport(words.lower(t))) {
        count++;
        plain |= !lexicon.is("sport-and-politics", words.lower(t));
      }
    }
    return count > 2 || plain && count > 1 || count > 0 && sportingArticle();
  }

  private boolean verb(Trigger trigger, int chunk, int token) {
    String next = words.lower(token + 1);
    if (trigger.frame() == Frame.HOST && !trigger.rest().isEmpty() && !clauses.finite(chunk)) {
      return true; // "a threat called in to the embassy"
    }
    if (lexicon.isMetaphor(trigger.lemma(), next)) {
      return true;
    }
    if (next.equals("on") && words.lower(token + 2).equals("condition")) {
      return true; // "speaking on condition of anonymity"
    }
    if (lexicon.is("naming-verb", trigger.lemma()) && clauses.first(chunk - 2).equals("what")) {
      return true; // "what he called talks"
    }
    if (trigger.lemma().equals("invite")
        && !(clauses.is(chunk + 1, Kind.NOUN)
            && clauses.first(chunk + 2).equals("to")
            && clauses.is(chunk + 3, Kind.NOUN)
            && words.tag(clauses.chunk(chunk + 3).head()).isProper())) {
      return true; // to what is said by another word
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
        && trigger.rest().isEmpty()
        && !trigger.lemma().equals("visit")
        && !trigger.lemma().equals("tour")) {
      boolean carried =
          clauses.verb(chunk).passive()
              || carriedLate(chunk + 1)
              || clauses.is(object, Kind.NOUN)
                  && !clauses.temporal(object)
                  && !lexicon.is("home", clauses.head(object));
      return carried && !trigger.lemma().startsWith("pay") || atWorldBody();
    }
    return trigger.lemma().equals("call")
        && (clauses.is(object, Kind.QUOTE) || clauses.is(object, Kind.ADJECTIVE));
  }

  /** {@code arrived in New York for the General Assembly}: not to see the host. */
  private boolean atWorldBody() {
    boolean city = false;
    boolean body = false;
    for (int t = words.from(); t < words.to(); t++) {
      city |= lexicon.is("host-city", words.lower(t));
      body |= lexicon.is("world-body", words.lower(t));
    }
    return city && body;
  }

  /** {@code returned to Brazil last week 21 frogs}: the object stands after the place. */
  private boolean carriedLate(int preposition) {
    int object = preposition + 2;
    while (clauses.is(object, Kind.NOUN) && clauses.temporal(object)) {
      object++;
    }
    return clauses.is(preposition, Kind.PREPOSITION)
        && clauses.is(preposition + 1, Kind.NOUN)
        && object > preposition + 2
        && clauses.is(object, Kind.NOUN);
  }

  /** Whether the word is understood and tells of a contact that is none. */
  boolean understood(Trigger trigger, int chunk) {
    return unreturned(trigger, chunk) || ordered(trigger, chunk);
  }

  /** {@code told the two secretaries to meet}: his own people, who meet each other. */
  private boolean ordered(Trigger trigger, int chunk) {
    int order = chunk - 2;
    return trigger.verb()
        && clauses.is(order, Kind.VERB)
        && lexicon.is("gives-orders", clauses.verb(order).lemma())
        && clauses.is(order + 1, Kind.NOUN)
        && lexicon.is("subordinates", clauses.head(order + 1))
        && clauses.contains(order + 1, word -> word.equals("two") || word.equals("both"))
        && !clauses.is(chunk + 1, Kind.NOUN)
        && !(clauses.is(chunk + 1, Kind.PREPOSITION)
            && lexicon.is("taking-part", clauses.first(chunk + 1)));
  }

  /** {@code An aide did not return a call}: a reporter's. */
  private boolean unreturned(Trigger trigger, int chunk) {
    return !trigger.verb()
        && trigger.lemma().equals("call")
        && clauses.is(chunk - 1, Kind.VERB)
        && clauses.verb(chunk - 1).lemma().equals("return")
        && clauses.verb(chunk - 1).negated();
  }

  private boolean noun(Trigger trigger, int chunk, int token) {
    if (trigger.lemma().equals("round") && words.lower(token + 1).equals("of")) {
      return true; // the next noun says of what
    }
    int opens = clauses.chunk(chunk).from();
    if (words.lower(opens - 1).equals("of") && lexicon.is("sideline", words.lower(opens - 2))) {
      return true; // "on the sidelines of the gathering": where others meet
    }
    if (trigger.lemma().equals("invitation") && words.lower(opens - 1).equals("at")) {
      return true; // "will visit at the invitation of": the visit is the news
    }
    if (trigger.lemma().equals("talk")
        && words.lower(token).equals("talk")
        && !aTalk(chunk, token)) {
      return true; // "there was talk of"
    }
    String setting = token > opens ? lexicon.setting(words.lower(token - 1)) : null;
    if (setting != null && !setting.equals("occasion") && !setting.equals("broadcast")) {
      return true;
    }
    boolean telephone = clauses.contains(chunk, token, word -> lexicon.is("telephone", word));
    if (words.lower(token + 1).equals("of")
        && lexicon.isMetaphor(trigger.lemma(), words.lower(token + 2))) {
      return true; // "letter of intent"
    }
    if (trigger.lemma().equals("call") && !telephone) {
      for (int i = chunk + 1; i < clauses.size() && i < chunk + 8; i++) {
        if (clauses.first(i).equals("with")
            || clauses.first(i).equals("between")
            || clauses.finite(i)
            || clauses.participle(i)
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

  /** {@code a talk}, {@code the talk}, {@code talk with}. */
  private boolean aTalk(int chunk, int token) {
    String next = words.lower(token + 1);
    return words.tag(clauses.chunk(chunk).from()) == Tag.DT
        || words.tag(clauses.chunk(chunk).from()) == Tag.PRPS
        || next.equals("with")
        || next.equals("between")
        || words.tag(token - 1).isAdjective();
  }

  private boolean parties(int n) {
    return clauses.is(n, Kind.NOUN)
        && clauses.is(n + 1, Kind.VERB)
        && clauses.verb(n + 1).infinitive();
  }
}
