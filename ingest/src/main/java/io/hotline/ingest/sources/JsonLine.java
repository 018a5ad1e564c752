package io.hotline.ingest.sources;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.hotline.ingest.Origin;
import io.hotline.ingest.RawDocument;
import io.hotline.ingest.Reading;
import io.hotline.ingest.Rejected;
import io.hotline.ingest.TextForm;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of JSON lines to a document. Fields: {@code id}, {@code headline} or {@code title},
 * {@code text} or {@code body}, {@code published} or {@code date} (text, or a number of seconds or
 * milliseconds), {@code source}, {@code url}, {@code language}, {@code pubStatus}, {@code authors},
 * {@code tags} and {@code places}. Others are ignored. An object with a {@code uri} and a text of
 * ninjs is read as that. Where two names mean the same, the first one named here counts.
 */
final class JsonLine {

  /** What is wrong with a field, or with the line if {@link #field} is empty. */
  private static final class Fault extends Exception {
    private static final long serialVersionUID = 1L;
    private final String errorType;
    private final String field;

    Fault(String errorType, String field, String problem) {
      super(problem, null, false, false);
      this.errorType = errorType;
      this.field = field;
    }
  }

  private static final class Fields {
    @Nullable String id;
    @Nullable String headline;
    @Nullable String title;
    @Nullable String text;
    @Nullable String body;
    @Nullable String published;
    @Nullable String date;
    @Nullable String source;
    @Nullable String url;
    @Nullable String language;
    @Nullable String pubStatus;
    boolean hasUri;
    boolean hasNinjsField;
    final List<String> authors = new ArrayList<>();
    final List<String> tags = new ArrayList<>();
  }

  private final JsonFactory json = new JsonFactory();
  private final String collection;
  private final SourceOptions options;

  JsonLine(String collection, SourceOptions options) {
    this.collection = collection;
    this.options = options;
  }

  /** Reads a line that is not blank. Never throws for what is in it. */
  Reading read(byte[] line, Origin origin, Instant seen) {
    ByteBuffer raw = ByteBuffer.wrap(line);
    Fields fields;
    try {
      fields = parse(line);
    } catch (Fault e) {
      String place = e.field.isEmpty() ? origin.toString() : origin + ":" + e.field;
      return new Rejected(
          origin, Rejected.READ_DOCUMENT, e.errorType, place + ": " + e.getMessage(), raw);
    }
    if (fields.hasUri && fields.hasNinjsField) {
      return new FeedReader(options).only(line, origin, collection, seen);
    }
    return RawDocument.at(origin, seen, raw, collection)
        .source(options.sourceOr(fields.source))
        .itemId(fields.id)
        .url(fields.url)
        .headline(fields.headline == null ? fields.title : fields.headline, TextForm.UNSAID)
        .body(first(fields.text, fields.body), TextForm.UNSAID)
        .published(fields.published == null ? fields.date : fields.published)
        .language(fields.language)
        .pubStatus(fields.pubStatus)
        .authors(fields.authors)
        .tags(fields.tags)
        .build();
  }

  private static String first(@Nullable String preferred, @Nullable String other) {
    if (preferred != null) {
      return preferred;
    }
    return other == null ? "" : other;
  }

  private Fields parse(byte[] line) throws Fault {
    try (JsonParser parser = json.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new Fault(
            "not-an-object", "", "expected one JSON object a line, found " + found(parser));
      }
      Fields fields = new Fields();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        readField(name, parser, fields);
      }
      if (parser.nextToken() != null) {
        throw new Fault(
            "trailing-content",
            "",
            "there is more after the JSON object; put each object on a line of its own");
      }
      return fields;
    } catch (JsonProcessingException e) {
      throw new Fault(
          "not-json",
          "",
          "not JSON at column %d: %s"
              .formatted(
                  e.getLocation() == null ? 0 : e.getLocation().getColumnNr(),
                  e.getOriginalMessage()));
    } catch (CharConversionException e) {
      throw new Fault("undecodable-text", "", "not UTF-8: " + e.getMessage());
    } catch (IOException e) {
      throw new Fault("not-json", "", "not JSON: " + e.getMessage());
    }
  }

  private static void readField(String name, JsonParser parser, Fields fields)
      throws Fault, IOException {
    switch (name) {
      case "id" -> fields.id = textOrNumber(name, parser);
      case "uri" -> {
        fields.hasUri = true;
        parser.skipChildren();
      }
      case "body_text", "body_html", "bodies", "headlines", "versioncreated", "versionCreated" -> {
        fields.hasNinjsField = true;
        parser.skipChildren();
      }
      case "headline" -> fields.headline = text(name, parser);
      case "title" -> fields.title = text(name, parser);
      case "text" -> fields.text = text(name, parser);
      case "body" -> fields.body = text(name, parser);
      case "published" -> fields.published = textOrNumber(name, parser);
      case "date" -> fields.date = textOrNumber(name, parser);
      case "source" -> fields.source = text(name, parser);
      case "url" -> fields.url = text(name, parser);
      case "language" -> fields.language = text(name, parser);
      case "pubStatus", "pubstatus" -> fields.pubStatus = text(name, parser);
      case "authors" -> names(name, parser, fields.authors);
      case "tags", "places" -> names(name, parser, fields.tags);
      default -> parser.skipChildren();
    }
  }

  private static @Nullable String text(String field, JsonParser parser) throws Fault, IOException {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> parser.getText();
      case VALUE_NULL -> null;
      default -> throw new Fault("bad-field", field, "expected a string, found " + found(parser));
    };
  }

  private static @Nullable String textOrNumber(String field, JsonParser parser)
      throws Fault, IOException {
    return switch (parser.currentToken()) {
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getText();
      case VALUE_NULL -> null;
      default ->
          throw new Fault(
              "bad-field", field, "expected a string or a number, found " + found(parser));
    };
  }

  /** A string, or an array of strings or of objects that have one in their field {@code "name"}. */
  private static void names(String field, JsonParser parser, List<String> names)
      throws Fault, IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      String single = text(field, parser);
      if (single != null) {
        names.add(single);
      }
      return;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == JsonToken.START_OBJECT) {
        nameOf(field, parser, names);
      } else {
        String name = text(field, parser);
        if (name != null) {
          names.add(name);
        }
      }
    }
  }

  private static void nameOf(String field, JsonParser parser, List<String> names)
      throws Fault, IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean isName = parser.currentName().equals("name");
      parser.nextToken();
      if (isName) {
        String name = text(field + ".name", parser);
        if (name != null) {
          names.add(name);
        }
      } else {
        parser.skipChildren();
      }
    }
  }

  private static String found(JsonParser parser) {
    JsonToken token = parser.currentToken();
    if (token == null) {
      return "nothing";
    }
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "a string";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      case VALUE_TRUE, VALUE_FALSE -> "true or false";
      case VALUE_NULL -> "null";
      default -> "no value";
    };
  }
}
