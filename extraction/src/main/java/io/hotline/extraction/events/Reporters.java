package io.hotline.extraction.events;

import io.hotline.extraction.Cue;
import io.hotline.extraction.EventStatus;
import io.hotline.extraction.Quote;
import io.hotline.extraction.Span;
import io.hotline.extraction.Speaker;
import io.hotline.extraction.entities.EntityLayer;
import io.hotline.extraction.text.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The chain of attribution of an event, outermost first. */
final class Reporters {

  private static final int LONGEST_NAME = 4;

  private final Set<String> outlets;
  private final Set<String> nouns;
  private final Map<String, Set<String>> classes;

  private Reporters(Set<String> outlets, Set<String> nouns, Map<String, Set<String>> classes) {
    this.outlets = outlets;
    this.nouns = nouns;
    this.classes = classes;
  }

  static Reporters load() {
    Set<String> outlets = new HashSet<>();
    Set<String> nouns = new HashSet<>();
    for (String[] row : Tables.rows("reporters.tsv", 2)) {
      (row[1].equals("outlet") ? outlets : nouns).add(row[0]);
    }
    Map<String, Set<String>> classes = new HashMap<>();
    for (String[] row : Tables.rows("attribution.tsv", 2)) {
      classes.put(row[0], new HashSet<>(List.of(row[1].split(" +"))));
    }
    return new Reporters(Set.copyOf(outlets), Set.copyOf(nouns), Map.copyOf(classes));
  }

  private boolean is(String wordClass, String lower) {
    return classes.getOrDefault(wordClass, Set.of()).contains(lower);
  }

  /**
   * Who reports {@code draft}, from its sentence, its quote, or a sentence after it that says so.
   */
  List<Speaker> chain(Document document, Draft draft, EntityLayer layer, List<Quote> quotes) {
    List<Speaker> chain = new ArrayList<>(inSentence(document, draft.sentence()));
    int next = draft.sentence() + 1;
    if (chain.isEmpty() && next < document.sentenceCount() && pointsBack(document, next)) {
      chain.addAll(inSentence(document, next));
    }
    Span trigger = document.tokenSpan(draft.token());
    for (Quote quote : quotes) {
      if (quote.span().contains(trigger)) {
        quote.via().forEach(speaker -> addNew(chain, speaker));
        Speaker speaker = quote.speaker();
        if (speaker != null && !questions(speaker) && !asks(document, draft, quote)) {
          addNew(chain, speaker);
        }
      }
    }
    return chain;
  }

  /** {@code QUESTION:} in a transcript: whoever asks reports nothing. */
  private boolean questions(Speaker speaker) {
    return speaker.entity() == null && is("asker", speaker.text().toLowerCase(Locale.ROOT));
  }

  /** {@code has instructed his aides to call}: who asks for the contact does not report it. */
  private boolean asks(Document document, Draft draft, Quote quote) {
    Cue cue = quote.cue();
    if (draft.status() != EventStatus.REQUESTED
        || cue == null
        || !draft.cues().contains(cue.span())) {
      return false;
    }
    String word = cue.text().toLowerCase(Locale.ROOT);
    return is("tell", word)
        ? quote.span().of(document.text()).startsWith("to ")
        : !is("report", word);
  }

  private static void addNew(List<Speaker> chain, Speaker speaker) {
    for (Speaker known : chain) {
      Span a = known.span();
      Span b = speaker.span();
      if (a != null && b != null && a.overlaps(b) || known.text().equals(speaker.text())) {
        return;
      }
    }
    chain.add(speaker);
  }

  /** {@code This is reported by CNN}: a sentence that only says who reports what stands before. */
  private boolean pointsBack(Document document, int sentence) {
    int t = document.firstToken(sentence);
    int end = document.endToken(sentence);
    if (is("pointer", lower(document, t))) {
      for (int k = t + 1; k < Math.min(end, t + 5); k++) {
        if (is("report", lower(document, k))) {
          return true;
        }
      }
    }
    int outlet = outletEnd(document, t, end);
    return outlet > 0
        && is("report", lower(document, outlet))
        && end - t < 12
        && is("pointer", lower(document, outlet + 1));
  }

  private static String lower(Document document, int t) {
    return t < document.tokenCount() ? document.token(t).toLowerCase(Locale.ROOT) : "";
  }

  /** The outlets a sentence names as reporting, and whom they cite. */
  private List<Speaker> inSentence(Document document, int sentence) {
    List<Speaker> chain = new ArrayList<>();
    int from = document.firstToken(sentence);
    int end = document.endToken(sentence);
    for (int t = from; t < end; t++) {
      int to = outletEnd(document, t, end);
      if (to > 0) {
        if (reportsAt(document, from, t, to, end)) {
          add(document, chain, t, to, false);
        }
        t = to - 1;
      } else if (is("cite", lower(document, t)) && !chain.isEmpty()) {
        int source = t + 1;
        int stop = source;
        while (stop < end
            && stop < source + 10
            && !is("stop", lower(document, stop))
            && outletEnd(document, stop, end) < 0) {
          stop++;
        }
        if (stop > source && outletEnd(document, source, end) < 0) {
          add(document, chain, source, stop, true);
        }
      }
    }
    return chain;
  }

  private void add(Document document, List<Speaker> chain, int from, int to, boolean noun) {
    Span span = new Span(document.tokenStart(from), document.tokenEnd(to - 1));
    String text = span.of(document.text());
    boolean anonymous = noun && !Character.isUpperCase(text.charAt(0));
    addNew(chain, new Speaker(span, text, anonymous ? null : text, null, anonymous));
  }

  /** The token after the name of an outlet that begins at {@code t}; -1 if none does. */
  private int outletEnd(Document document, int t, int end) {
    for (int length = Math.min(LONGEST_NAME, end - t); length > 0; length--) {
      Span span = new Span(document.tokenStart(t), document.tokenEnd(t + length - 1));
      if (outlets.contains(span.of(document.text()))) {
        return t + length;
      }
    }
    return -1;
  }

  /** Whether the outlet at {@code t} stands where it reports: beside a verb of reporting. */
  private boolean reportsAt(Document document, int from, int t, int to, int end) {
    String before = t > from ? lower(document, t - 1) : "";
    String twoBefore = t - 1 > from ? lower(document, t - 2) : "";
    if (before.equals("the")) {
      before = twoBefore;
      twoBefore = t - 2 > from ? lower(document, t - 3) : "";
    }
    if (is("cite", before)
        || before.equals("to") && twoBefore.equals("according")
        || before.equals("by") && is("report", twoBefore)
        || is("tell", before)
        || before.equals("to") && is("tell", twoBefore)) {
      return true;
    }
    for (int k = to; k < Math.min(end, to + 5); k++) {
      String lower = lower(document, k);
      if (is("report", lower) || is("cite", lower)) {
        return true;
      }
      if (lower.equals(".") || lower.equals(";")) {
        return false;
      }
    }
    return is("report", before);
  }
}
