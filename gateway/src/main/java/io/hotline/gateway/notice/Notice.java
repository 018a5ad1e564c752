package io.hotline.gateway.notice;

import io.hotline.gateway.log.LogEntry;
import io.hotline.gateway.log.TopicKind;
import io.hotline.schemas.record.Alert;
import io.hotline.schemas.record.AlertState;
import io.hotline.schemas.record.Signal;
import io.hotline.schemas.record.SignalState;
import io.hotline.schemas.record.Speaker;
import io.hotline.schemas.record.TimelineEntry;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A signal or an alert as a person is told of it, whatever the medium. All texts are {@link
 * PlainText} on one line and not escaped for any medium.
 *
 * @param kind SIGNAL or ALERT
 * @param topic short name
 * @param id of the record
 * @param holds false if it takes back what was told under this id
 * @param headline what stands above
 * @param sentence the evidence
 * @param reportedBy source, and who it cites, outermost first
 * @param url of the item, http or https; null if there is none
 */
public record Notice(
    TopicKind kind,
    String topic,
    String id,
    boolean holds,
    Instant published,
    String ruleId,
    String storyId,
    String what,
    String status,
    String mode,
    List<String> parties,
    String headline,
    String sentence,
    List<String> reportedBy,
    @Nullable String url) {

  private static final int LONGEST_LINE = 500;
  private static final int LONGEST_SENTENCE = 2_000;

  public Notice {
    parties = List.copyOf(parties);
    reportedBy = List.copyOf(reportedBy);
  }

  /** The notice of a record; empty if it is neither a signal nor an alert. */
  public static Optional<Notice> of(LogEntry entry) {
    if (entry.value() instanceof Signal signal) {
      return Optional.of(of(signal));
    }
    if (entry.value() instanceof Alert alert) {
      return Optional.of(of(alert));
    }
    return Optional.empty();
  }

  private static Notice of(Signal signal) {
    boolean holds = signal.getState() != SignalState.RETRACTED;
    List<String> reporters =
        Stream.concat(
                Stream.of(signal.getSource()),
                signal.getEvent().getReportedBy().stream().map(Notice::nameOf))
            .map(name -> PlainText.line(name, LONGEST_LINE))
            .distinct()
            .toList();
    return new Notice(
        TopicKind.SIGNAL,
        signal.getRuleId(),
        signal.getId(),
        holds,
        signal.getPublished(),
        signal.getRuleId(),
        "",
        holds ? "SIGNAL" : "RETRACTED",
        signal.getEvent().getStatus().name(),
        signal.getEvent().getMode().name(),
        signal.getParties(),
        PlainText.line(
            signal.getHeadline().isEmpty() ? signal.getSentence() : signal.getHeadline(),
            LONGEST_LINE),
        PlainText.line(signal.getSentence(), LONGEST_SENTENCE),
        reporters,
        webAddress(signal.getUrl()));
  }

  /** The notice of an alert. */
  public static Notice of(Alert alert) {
    boolean holds = alert.getState() != AlertState.WITHDRAWN;
    List<TimelineEntry> timeline = alert.getTimeline();
    TimelineEntry latest = timeline.isEmpty() ? null : timeline.get(timeline.size() - 1);
    return new Notice(
        TopicKind.ALERT,
        "alerts",
        alert.getId(),
        holds,
        alert.getPublished(),
        alert.getRuleId(),
        alert.getStoryId(),
        holds ? alert.getKind().name() : "WITHDRAWN",
        alert.getStatus().name(),
        alert.getMode().name(),
        alert.getParties(),
        PlainText.line(alert.getSummary(), LONGEST_LINE),
        latest == null ? "" : PlainText.line(latest.getSentence(), LONGEST_SENTENCE),
        latest == null
            ? List.of()
            : Stream.concat(Stream.of(latest.getSource()), latest.getReportedBy().stream())
                .map(name -> PlainText.line(name, LONGEST_LINE))
                .distinct()
                .toList(),
        null);
  }

  /** One line that says it all: {@code [FIRST_REPORT] RUS–USA PHONE_CALL PLANNED: headline}. */
  public String title() {
    return "["
        + what
        + "] "
        + String.join("–", parties)
        + " "
        + mode
        + " "
        + status
        + ": "
        + headline;
  }

  private static String nameOf(Speaker speaker) {
    return speaker.getName() == null ? speaker.getText() : speaker.getName();
  }

  /** An address that may become a link: of the web, and spelt as one. */
  private static @Nullable String webAddress(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      URI uri = new URI(text);
      boolean web =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      return web && uri.getHost() != null ? uri.toASCIIString() : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
