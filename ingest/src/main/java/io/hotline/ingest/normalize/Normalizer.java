package io.hotline.ingest.normalize;

import io.hotline.ingest.Normalized;
import io.hotline.ingest.Outcome;
import io.hotline.ingest.RawDocument;
import io.hotline.ingest.Rejected;
import io.hotline.ingest.TextForm;
import io.hotline.schemas.record.DateBasis;
import io.hotline.schemas.record.NewsItem;
import io.hotline.schemas.record.PubStatus;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Raw document to item. The same document gives the same item but for its times of arrival; nothing
 * is remembered and no clock is read. Thread-safe.
 */
public final class Normalizer {

  /** The name of a publisher that nobody names. */
  public static final String UNKNOWN_SOURCE = "unknown";

  /** Longest text, in UTF-16 units: what is longer is a book or a mistake. */
  public static final int MAX_TEXT = 4 * 1024 * 1024;

  private static final Pattern LANGUAGE_TAG =
      Pattern.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,7}");

  private static final Pattern WITHDRAWAL =
      Pattern.compile(
          String.join("|", Tables.lines("en/withdrawals.txt")),
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final Moments moments;

  private Normalizer(Moments moments) {
    this.moments = moments;
  }

  /** One with the tables that come with the program. */
  public static Normalizer load() {
    return new Normalizer(new Moments(CalendarWords.load()));
  }

  /** Never throws for what is in the document. */
  public Outcome normalize(RawDocument document) {
    List<String> notices = new ArrayList<>();
    String headline = Characters.cleanLine(decode(document.headline(), document.headlineForm()));
    String body = Characters.clean(decode(document.body(), document.bodyForm()));
    String text = Headlines.compose(headline, Paragraphs.of(body));
    PubStatus status = status(document, body, notices);
    if (text.isEmpty() && !withdrawsByName(document, status)) {
      return Rejected.atNormalizing(
          document.origin(),
          "empty-text",
          "there is neither a headline nor a text; give it one, or leave the document out",
          document.raw());
    }
    if (text.length() > MAX_TEXT) {
      return Rejected.atNormalizing(
          document.origin(),
          "text-too-long",
          "the text has %d characters, more than %d; is this one document?"
              .formatted(text.length(), MAX_TEXT),
          document.raw());
    }
    String url = address(document, notices);
    String itemId = blankToNull(document.itemId());
    String source = source(document, url);
    Moment moment = moments.of(document, url);
    notices.addAll(moment.notices());
    LocalDate day =
        moment.basis() == DateBasis.ARRIVAL
            ? null
            : LocalDate.ofInstant(moment.claimed(), ZoneOffset.UTC);
    NewsItem item =
        new NewsItem(
            ItemIds.of(source, itemId, url, text, day),
            source,
            itemId,
            url,
            headline,
            text,
            language(document, notices),
            moment.instant(),
            moment.basis(),
            document.seen(),
            status,
            distinct(document.authors()),
            distinct(document.tags()));
    return new Normalized(item, notices);
  }

  private static String decode(@Nullable String text, TextForm form) {
    if (text == null) {
      return "";
    }
    boolean html =
        form == TextForm.HTML || (form == TextForm.UNSAID && HtmlText.looksLikeHtml(text));
    return html ? HtmlText.toPlain(text) : text;
  }

  /** A withdrawal needs no text, if it says by name what it withdraws. */
  private static boolean withdrawsByName(RawDocument document, PubStatus status) {
    return status == PubStatus.CANCELED
        && (blankToNull(document.itemId()) != null || blankToNull(document.url()) != null);
  }

  /** As written; without a word about it, a body that only says that the story is no more. */
  private static PubStatus status(RawDocument document, String body, List<String> notices) {
    String written = blankToNull(document.pubStatus());
    if (written == null) {
      boolean named = blankToNull(document.itemId()) != null || blankToNull(document.url()) != null;
      return named && WITHDRAWAL.matcher(body.strip()).matches()
          ? PubStatus.CANCELED
          : PubStatus.USABLE;
    }
    String code = written.toLowerCase(Locale.ROOT);
    return switch (code.startsWith("stat:") ? code.substring(5) : code) {
      case "usable" -> PubStatus.USABLE;
      case "canceled", "cancelled", "withdrawn", "retracted", "killed" -> PubStatus.CANCELED;
      default -> {
        notices.add(
            "%s: pubStatus: '%s' is not one of usable, canceled, withdrawn; keeping it as unknown"
                .formatted(document.origin(), written));
        yield PubStatus.UNKNOWN;
      }
    };
  }

  private static @Nullable String address(RawDocument document, List<String> notices) {
    String written = blankToNull(document.url());
    if (written == null) {
      return null;
    }
    String canonical = Addresses.canonical(written);
    if (canonical == null) {
      notices.add(
          "%s: url: '%s' is not an http(s) address; ignored".formatted(document.origin(), written));
    }
    return canonical;
  }

  private static String source(RawDocument document, @Nullable String url) {
    String named = blankToNull(document.source());
    if (named != null) {
      return named;
    }
    String site = url == null ? null : Addresses.site(url);
    if (site != null) {
      return site;
    }
    String collection = blankToNull(document.collection());
    return collection == null ? UNKNOWN_SOURCE : collection;
  }

  private static @Nullable String language(RawDocument document, List<String> notices) {
    String written = blankToNull(document.language());
    if (written == null) {
      return null;
    }
    String tag = written.replace('_', '-');
    if (LANGUAGE_TAG.matcher(tag).matches()) {
      return Locale.forLanguageTag(tag).toLanguageTag();
    }
    notices.add(
        "%s: language: '%s' is not a BCP 47 tag such as en or en-GB; ignored"
            .formatted(document.origin(), written));
    return null;
  }

  private static List<String> distinct(List<String> values) {
    Set<String> distinct = new LinkedHashSet<>();
    for (String value : values) {
      String clean = Characters.cleanLine(value);
      if (!clean.isEmpty()) {
        distinct.add(clean);
      }
    }
    return List.copyOf(distinct);
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String clean = Characters.cleanLine(text);
    return clean.isEmpty() ? null : clean;
  }
}
