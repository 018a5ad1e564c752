package io.hotline.extraction.quotes;

import io.hotline.extraction.CueClass;
import io.hotline.extraction.QuoteKind;
import io.hotline.extraction.text.Tag;
import java.util.ArrayList;
import java.util.List;

/**
 * The chain of reporting: which newspaper or agency a quote comes through, where the text says so
 * outside of the quote's own clause. For one document.
 *
 * <ul>
 *   <li>{@code Reuters reported, citing two diplomats, that ...}: the diplomats say it, through
 *       Reuters
 *   <li>{@code This is reported by CNN, citing sources}: so is what the paragraph before says
 *   <li>{@code the newspaper's sources}, {@code he told the BBC}
 *   <li>{@code It is noted that ...}, in an article that retells a newspaper's: the newspaper notes
 *       it
 * </ul>
 */
final class Reporting {

  /** An impersonal report belongs to a medium named at most so many paragraphs before. */
  private static final int MEMORY = 3;

  /** The addressee of a cue is met within so many items. */
  private static final int ADDRESSEE = 4;

  private final Lattice l;
  private final List<Attribution> attributions;
  private final Speakers speakers;

  private int medium = Attribution.NONE;
  private int mediumParagraph;

  private Reporting(Lattice l, List<Attribution> attributions, Speakers speakers) {
    this.l = l;
    this.attributions = attributions;
    this.speakers = speakers;
  }

  /** Replaces the attributions of which the text says who reports them. */
  static void trace(Lattice l, List<Attribution> attributions, Speakers speakers) {
    new Reporting(l, attributions, speakers).run();
  }

  private void run() {
    List<Attribution> gone = new ArrayList<>();
    for (int i = 0; i < attributions.size(); i++) {
      Attribution quote = attributions.get(i);
      if (gone.contains(quote)) {
        continue;
      }
      int cited = cited(quote);
      if (cited >= 0 && quote.source() >= 0 && shared(i, quote, cited, gone)) {
        gone.add(quote);
        continue;
      }
      int paragraph = paragraph(quote.first());
      if (speakers.isMedium(quote.source())) {
        remember(quote.source(), paragraph);
      }
      if (refersBack(quote) && speakers.isMedium(quote.source())) {
        int source = citedBeside(i, quote, gone);
        if (back(i, paragraph, quote, source)) {
          gone.add(quote);
        } else {
          attributions.set(i, sentenceBefore(quote, source));
        }
        continue;
      }
      attributions.set(i, completed(quote, paragraph));
    }
    attributions.removeAll(gone);
  }

  private void remember(int source, int paragraph) {
    if (speakers.speaker(source).entity() != null || medium < 0) {
      medium = source;
    }
    mediumParagraph = paragraph;
  }

  private int paragraph(int item) {
    return l.document.paragraphOfSentence(l.document.sentenceOfToken(l.firstToken[item]));
  }

  /** The source that {@code citing ...} names; {@link Attribution#NONE} for any other cue. */
  private int cited(Attribution quote) {
    CueWord cue = quote.cue() < 0 ? null : l.cue[quote.cue()];
    boolean cites =
        cue != null
            && (cue.lemma().equals("cite") || cue.lemma().equals("quote"))
            && l.is(quote.cue(), Tag.VBG);
    int phrase = quote.first();
    if (!cites || l.phraseFirst[phrase] != phrase) {
      return Attribution.NONE;
    }
    int source = SourceChoice.phrase(phrase);
    return speakers.canSpeak(source) ? source : Attribution.NONE;
  }

  /** Gives the other quotes of the unit the source that one cites. */
  private boolean shared(int at, Attribution citing, int cited, List<Attribution> gone) {
    boolean any = false;
    for (int k = 0; k < attributions.size(); k++) {
      Attribution other = attributions.get(k);
      boolean beside =
          k != at
              && !gone.contains(other)
              && l.unit[other.first()] == l.unit[citing.first()]
              && other.source() >= 0
              && other.cue() >= 0
              && cited(other) < 0
              && !refersBack(other);
      if (beside) {
        attributions.set(k, other.withSource(other.cue(), cited).reportedBy(other.source()));
        any = true;
      }
    }
    return any;
  }

  private int citedBeside(int at, Attribution quote, List<Attribution> gone) {
    for (int k = at + 1; k < attributions.size(); k++) {
      Attribution other = attributions.get(k);
      if (l.unit[other.first()] != l.unit[quote.first()]) {
        break;
      }
      int cited = cited(other);
      if (cited >= 0) {
        gone.add(other);
        return cited;
      }
    }
    return Attribution.NONE;
  }

  /** Whether the content is no more than a word for what was said before. */
  private boolean refersBack(Attribution quote) {
    CueWord cue = quote.cue() < 0 ? null : l.cue[quote.cue()];
    return cue != null
        && cue.cueClass() == CueClass.SPEECH
        && quote.end() == quote.first() + 1
        && l.isOneOf(quote.first(), "This", "this", "It", "it", "That", "that");
  }

  /** Marks the quotes of the sentences before, in this paragraph or the one before, as reported. */
  private boolean back(int at, int paragraph, Attribution report, int cited) {
    int unit = l.unit[report.first()];
    int from =
        l.paragraphFirst(paragraph) == l.unitFirst[unit] && paragraph > 0
            ? l.paragraphFirst(paragraph - 1)
            : l.paragraphFirst(paragraph);
    boolean any = false;
    for (int k = at - 1; k >= 0 && attributions.get(k).first() >= from; k--) {
      Attribution before = attributions.get(k);
      if (l.unit[before.first()] == unit) {
        continue;
      }
      if (cited >= 0) {
        before = before.reportedBy(cited);
      }
      attributions.set(k, before.reportedBy(report.source()));
      any = true;
    }
    return any;
  }

  /** What is reported, if nobody is quoted there: the sentence before. */
  private Attribution sentenceBefore(Attribution report, int cited) {
    int unit = l.unit[report.first()];
    if (unit == 0) {
      return report;
    }
    int first = l.unitFirst[unit - 1];
    int end = l.unitFirst[unit];
    end -= end - 1 > first && l.is(end - 1, Tag.PERIOD) && !l.isQuoted(end - 1) ? 1 : 0;
    int source = cited >= 0 ? cited : report.source();
    return Attribution.of(QuoteKind.INDIRECT, first, end, report.cue(), source)
        .reportedBy(report.source());
  }

  private Attribution completed(Attribution quote, int paragraph) {
    if (quote.cue() < 0) {
      return quote;
    }
    boolean known = medium >= 0 && paragraph - mediumParagraph <= MEMORY;
    if (quote.source() < 0) {
      boolean impersonal = known && isImpersonal(quote.cue());
      return impersonal ? quote.withSource(quote.cue(), medium) : quote;
    }
    int possessor = SourceChoice.possessor(l, quote.source());
    if (possessor != quote.source() && speakers.isMedium(possessor)) {
      boolean named = speakers.speaker(possessor).entity() != null;
      return quote.reportedBy(named || !known ? possessor : medium);
    }
    int addressee = addressee(quote.cue());
    return addressee >= 0 && addressee != quote.source() ? quote.reportedBy(addressee) : quote;
  }

  /** Whether a cue has no subject but {@code it}: {@code It is noted that}. */
  private boolean isImpersonal(int cue) {
    int start = l.unitStart(cue);
    return l.is(cue, Tag.VBN)
        && cue - start <= ADDRESSEE
        && l.isOneOf(start, "It", "it")
        && (FrameChoice.voice(l, cue, start) & 4) != 0;
  }

  /**
   * The medium a speaker tells something: {@code he told Reuters}, {@code said in an interview
   * with}.
   */
  private int addressee(int cue) {
    CueWord word = l.cue[cue];
    if (word == null || word.kind() != CueWord.Kind.VERB) {
      return Attribution.NONE;
    }
    boolean tells = word.lemma().equals("tell");
    int reach = Math.min(l.unitEnd(cue), cue + 1 + (tells ? 1 : 2 * ADDRESSEE));
    boolean interview = tells;
    for (int k = cue + 1; k < reach; k++) {
      interview |= l.isOneOf(k, "interview", "told");
      boolean phrase = l.phraseFirst[k] == k && !l.isOneOf(k, "a", "an");
      if (interview && phrase && speakers.isNamedMedium(SourceChoice.phrase(k))) {
        return SourceChoice.phrase(k);
      }
    }
    return Attribution.NONE;
  }
}
