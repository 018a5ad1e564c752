package io.hotline.ingest;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One document as its source gave it. Nothing is cleaned or believed yet: dates are the strings
 * that were written, and may be nonsense.
 *
 * @param seen when the door had this copy
 * @param raw the bytes it was read from, for the dead letters; read-only
 * @param collection name of what the document was read from, such as the name of a JSON lines file;
 *     the last resort where nobody says who published the document
 * @param fileName name of the file that holds this document and no other; a date may be in it
 * @param source who published it, as the document says
 * @param itemId the source's own identity of the item, unique only within the source
 * @param url address of the item
 * @param headline the headline apart from the body
 * @param headlineForm how the headline is written
 * @param body all the text but the headline; empty if there is none
 * @param bodyForm how the body is written
 * @param published the date that the feed or record around the document gives it
 * @param changed the date of the last change, as the feed gives it; it counts where {@code
 *     published} cannot be read
 * @param documentDate the date that stands in the document itself
 * @param language BCP 47 tag, as claimed
 * @param pubStatus IPTC publishing status, as written
 */
public record RawDocument(
    Origin origin,
    Instant seen,
    ByteBuffer raw,
    String collection,
    @Nullable String fileName,
    @Nullable String source,
    @Nullable String itemId,
    @Nullable String url,
    @Nullable String headline,
    TextForm headlineForm,
    String body,
    TextForm bodyForm,
    @Nullable String published,
    @Nullable String changed,
    @Nullable String documentDate,
    @Nullable String language,
    @Nullable String pubStatus,
    List<String> authors,
    List<String> tags)
    implements Reading {

  public RawDocument {
    raw = raw.asReadOnlyBuffer();
    authors = List.copyOf(authors);
    tags = List.copyOf(tags);
  }

  /** A view of the raw bytes with a position of its own. */
  @Override
  public ByteBuffer raw() {
    return raw.duplicate();
  }

  /** Begins a document; every claim that is not made stays open. */
  public static Builder at(Origin origin, Instant seen, ByteBuffer raw, String collection) {
    return new Builder(origin, seen, raw, collection);
  }

  /** Collects the claims of a source. Not thread-safe. */
  public static final class Builder {
    private final Origin origin;
    private final Instant seen;
    private final ByteBuffer raw;
    private final String collection;
    private @Nullable String fileName;
    private @Nullable String source;
    private @Nullable String itemId;
    private @Nullable String url;
    private @Nullable String headline;
    private TextForm headlineForm = TextForm.PLAIN;
    private String body = "";
    private TextForm bodyForm = TextForm.PLAIN;
    private @Nullable String published;
    private @Nullable String changed;
    private @Nullable String documentDate;
    private @Nullable String language;
    private @Nullable String pubStatus;
    private final List<String> authors = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();

    private Builder(Origin origin, Instant seen, ByteBuffer raw, String collection) {
      this.origin = origin;
      this.seen = seen;
      this.raw = raw;
      this.collection = collection;
    }

    public Builder fileName(String value) {
      fileName = value;
      return this;
    }

    public Builder source(@Nullable String value) {
      source = value;
      return this;
    }

    public Builder itemId(@Nullable String value) {
      itemId = value;
      return this;
    }

    public Builder url(@Nullable String value) {
      url = value;
      return this;
    }

    public Builder headline(@Nullable String value, TextForm form) {
      headline = value;
      headlineForm = form;
      return this;
    }

    public Builder body(String value, TextForm form) {
      body = value;
      bodyForm = form;
      return this;
    }

    public Builder published(@Nullable String value) {
      published = value;
      return this;
    }

    public Builder changed(@Nullable String value) {
      changed = value;
      return this;
    }

    public Builder documentDate(@Nullable String value) {
      documentDate = value;
      return this;
    }

    public Builder language(@Nullable String value) {
      language = value;
      return this;
    }

    public Builder pubStatus(@Nullable String value) {
      pubStatus = value;
      return this;
    }

    public Builder authors(List<String> values) {
      authors.addAll(values);
      return this;
    }

    public Builder tags(List<String> values) {
      tags.addAll(values);
      return this;
    }

    public RawDocument build() {
      return new RawDocument(
          origin,
          seen,
          raw,
          collection,
          fileName,
          source,
          itemId,
          url,
          headline,
          headlineForm,
          body,
          bodyForm,
          published,
          changed,
          documentDate,
          language,
          pubStatus,
          authors,
          tags);
    }
  }
}
