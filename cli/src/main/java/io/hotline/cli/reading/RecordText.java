package io.hotline.cli.reading;

import io.hotline.schemas.RecordJson;
import io.hotline.schemas.record.Alert;
import io.hotline.schemas.record.AlertState;
import io.hotline.schemas.record.DeadLetter;
import io.hotline.schemas.record.EnrichedItem;
import io.hotline.schemas.record.Event;
import io.hotline.schemas.record.EventMode;
import io.hotline.schemas.record.NewsItem;
import io.hotline.schemas.record.Participant;
import io.hotline.schemas.record.Side;
import io.hotline.schemas.record.Signal;
import io.hotline.schemas.record.SignalState;
import io.hotline.schemas.record.Speaker;
import io.hotline.schemas.record.TimelineEntry;
import io.hotline.schemas.record.TopicRule;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/** Records as people read them at a terminal: a line of facts, then the evidence, indented. */
public final class RecordText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String INDENT = "    ";

  /** Enough of a story's id to tell it from others by eye. */
  private static final int SHORT_ID = 6;

  private RecordText() {}

  /** The record in words, without a final line break; {@code width} is the terminal's. */
  public static String of(SpecificRecord value, int width) {
    if (value instanceof Signal signal) {
      return signal(signal, width);
    }
    if (value instanceof Alert alert) {
      return alert(alert, width);
    }
    if (value instanceof NewsItem item) {
      return line(item.getPublished(), item.getSource()) + headline(item, width);
    }
    if (value instanceof EnrichedItem enriched) {
      return line(enriched.getItem().getPublished(), enriched.getItem().getSource())
          + "  revision %d  %s  %d entities, %d quotes, %d events"
              .formatted(
                  enriched.getRevision(),
                  enriched.getLanguage(),
                  enriched.getEntities().size(),
                  enriched.getQuotes().size(),
                  enriched.getEvents().size())
          + headline(enriched.getItem(), width);
    }
    if (value instanceof DeadLetter letter) {
      return line(letter.getTimestamp(), letter.getErrorType())
          + "  at %s  %s-%d@%d"
              .formatted(
                  letter.getStage(), letter.getTopic(), letter.getPartition(), letter.getOffset())
          + wrapped(letter.getError(), width);
    }
    if (value instanceof TopicRule rule) {
      return "%s  version %d  %s".formatted(rule.getId(), rule.getVersion(), rule.getTitle());
    }
    return RecordJson.line(value);
  }

  /** An event of an item, with the sentence that is its evidence. */
  public static String of(EnrichedItem item, Event event, String sentence, int width) {
    return facts(
            item.getItem().getPublished(),
            event.getStatus().toString(),
            event,
            item.getItem().getSource())
        + wrapped("\u201c" + sentence + "\u201d", width);
  }

  private static String facts(Instant published, String status, Event event, String source) {
    return "%s  %-10s %-13s %s  %s"
        .formatted(
            TIME.format(published),
            status,
            event.getMode(),
            parties(event.getParticipants()),
            reporters(event.getReportedBy(), source));
  }

  private static String line(Instant time, String rest) {
    return TIME.format(time) + "  " + clean(rest);
  }

  private static String headline(NewsItem item, int width) {
    return item.getHeadline().isEmpty() ? "" : wrapped(item.getHeadline(), width);
  }

  private static String signal(Signal signal, int width) {
    boolean retracted = signal.getState() == SignalState.RETRACTED;
    String facts =
        facts(
            signal.getPublished(),
            retracted ? "RETRACTED" : signal.getEvent().getStatus().toString(),
            signal.getEvent(),
            signal.getSource());
    String reason =
        signal.getRetractionReason() == null ? "" : wrapped(signal.getRetractionReason(), width);
    return facts + reason + wrapped("\u201c" + signal.getSentence() + "\u201d", width);
  }

  /** The line, and the story so far: its steps, oldest first, the evidence under each. */
  private static String alert(Alert alert, int width) {
    StringBuilder text = new StringBuilder(TIME.format(alert.getPublished()));
    text.append("  ").append(alert.getKind());
    if (alert.getState() != AlertState.ACTIVE) {
      text.append(' ').append(alert.getState());
    }
    text.append("  ")
        .append(clean(alert.getSummary()))
        .append("  [story ")
        .append(alert.getStoryId(), 0, Math.min(SHORT_ID, alert.getStoryId().length()))
        .append(']');
    for (TimelineEntry step : alert.getTimeline()) {
      text.append('\n').append(INDENT).append(step(step));
      text.append(wrapped("\u201c" + step.getSentence() + "\u201d", width));
    }
    return text.toString();
  }

  private static String step(TimelineEntry step) {
    String reported =
        step.getReportedBy().stream()
            .map(RecordText::clean)
            .distinct()
            .collect(Collectors.joining(" <- "));
    return "%s  %-10s %-11s %s"
        .formatted(
            TIME.format(step.getPublished()),
            step.getStatus(),
            step.getMode() == EventMode.UNKNOWN ? "" : step.getMode(),
            (reported.isEmpty() ? "" : reported + ", ") + "in " + clean(step.getSource()));
  }

  /** {@code RUS (Vladimir Putin) -> USA (Donald Trump)}. */
  static String parties(List<Participant> participants) {
    List<Participant> actors =
        participants.stream().filter(each -> each.getSide() != Side.RECIPIENT).toList();
    List<Participant> recipients =
        participants.stream().filter(each -> each.getSide() == Side.RECIPIENT).toList();
    return recipients.isEmpty() ? names(actors) : names(actors) + " -> " + names(recipients);
  }

  private static String names(List<Participant> participants) {
    return participants.stream()
        .map(each -> each.getCountry() + " (" + clean(each.getName()) + ")")
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** {@code CNN <- sources, in Kyiv Ledger}: who said it, and who carried it. */
  static String reporters(List<Speaker> chain, String source) {
    String said =
        chain.stream()
            .map(each -> clean(each.getName() == null ? each.getText() : each.getName()))
            .distinct()
            .collect(Collectors.joining(" <- "));
    return said.isEmpty() ? "in " + clean(source) : said + ", in " + clean(source);
  }

  private static String wrapped(String text, int width) {
    StringBuilder out = new StringBuilder();
    int room = Math.max(40, width);
    int column = room;
    for (String word : clean(text).split(" ")) {
      if (column + 1 + word.length() > room) {
        out.append('\n').append(INDENT).append(word);
        column = INDENT.length() + word.length();
      } else {
        out.append(' ').append(word);
        column += 1 + word.length();
      }
    }
    return out.toString();
  }

  /** News is hostile input: no control or direction-changing character reaches the terminal. */
  public static String clean(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              int type = Character.getType(point);
              if (Character.isWhitespace(point)) {
                if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                  out.append(' ');
                }
              } else if (type != Character.CONTROL && type != Character.FORMAT) {
                out.appendCodePoint(point);
              }
            });
    return out.toString().strip();
  }
}
