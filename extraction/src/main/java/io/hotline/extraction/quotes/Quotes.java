package io.hotline.extraction.quotes;

import io.hotline.extraction.Cue;
import io.hotline.extraction.CueClass;
import io.hotline.extraction.Quote;
import io.hotline.extraction.Span;
import io.hotline.extraction.Speaker;
import io.hotline.extraction.text.Tag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From attributions to quotes: offsets, cues with their polarity, speakers. For one document. */
final class Quotes {

  private final Lattice l;
  private final Speakers speakers;

  Quotes(Lattice lattice, Speakers speakers) {
    this.l = lattice;
    this.speakers = speakers;
  }

  List<Quote> of(List<Attribution> attributions) {
    List<Quote> quotes = new ArrayList<>(attributions.size());
    Continuation continuation = new Continuation(l, speakers);
    for (Attribution attribution : attributions) {
      int source = attribution.source();
      Speaker speaker = source < 0 ? null : continuation.speaker(source);
      List<Speaker> via = new ArrayList<>();
      for (int reporter : attribution.via()) {
        via.add(speakers.speaker(reporter));
      }
      quotes.add(
          new Quote(
              l.span(attribution.first(), attribution.end()),
              attribution.kind(),
              speaker,
              attribution.cue() < 0 ? null : cue(attribution.cue()),
              via,
              attribution.floating(),
              attribution.block()));
    }
    return quotes;
  }

  private @Nullable Cue cue(int item) {
    CueWord word = l.cue[item];
    if (word == null) {
      return null;
    }
    int start = l.unitStart(item);
    int first = item;
    boolean negated = word.negative();
    for (int k = item - 1; k >= Math.max(start, item - 4); k--) {
      Tag tag = l.tag(k);
      CueWord governor = l.cue[k];
      if (tag == Tag.RB && FrameChoice.isNegative(l, k)) {
        negated = !negated;
        first = k;
      } else if (governor != null && governor.negative() && tag.isVerb() && l.is(k + 1, Tag.TO)) {
        negated = !negated; // refused to confirm
        first = k;
      } else if (!tag.isVerb() && !tag.isAdverb() && tag != Tag.MD && tag != Tag.TO) {
        break;
      } else if (first < item && (tag == Tag.MD || tag.isVerb())) {
        first = k;
      }
    }
    Span span = l.span(first, item + 1 + word.rest().length);
    CueClass cueClass = word.cueClass();
    return new Cue(span, text(l, span), cueClass, negated);
  }

  /** The words of a span on one line. */
  static String text(Lattice l, Span span) {
    String text = span.of(l.document.text());
    return text.indexOf('\n') < 0 ? text : text.replaceAll("\\s+", " ");
  }
}
