package io.hotline.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.hotline.extraction.Article;
import io.hotline.extraction.Extractor;
import io.hotline.ingest.sources.StandardInput;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hotline extract FILE}: the extraction alone, without a cluster. */
@Command(
    name = "extract",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Extracts entities, quotes and events, offline: one JSON line out for each line in.",
    footer = {
      "",
      "In: JSON lines with id, text and, if known, headline, published (ISO 8601) and source.",
      "Out, in the same order: id, language, sentences, entities, mentions, quotes, events.",
      "Offsets are UTF-16 code units into text.",
      "",
      "  echo '{\"id\":\"1\",\"text\":\"Lavrov met Blinken in Geneva.\"}' | hotline extract -"
    })
final class ExtractCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "a .jsonl or .jsonl.gz file; - for standard input")
  String file = "-";

  @Option(
      names = "--who",
      paramLabel = "FILE",
      description = "a table of persons, states and institutions to know beside the built-in")
  @Nullable Path who;

  private final ObjectReader json = new ObjectMapper().reader();

  @Override
  public Integer call() throws IOException {
    try (BufferedReader in = open()) {
      Extractor extractor = who == null ? Extractors.load() : Extractors.load(who, "--who");
      BufferedWriter out =
          new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), 1 << 16);
      ExtractionJson writer = new ExtractionJson(out);
      int number = 0;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        if (line.isBlank()) {
          continue;
        }
        JsonNode item = parse(line, number);
        Article article = article(item, number);
        writer.write(item.path("id").asText(), extractor.extract(article));
      }
      out.flush();
      if (System.out.checkError()) {
        throw new UserException("standard output was closed before everything was written");
      }
      return 0;
    }
  }

  private BufferedReader open() throws IOException {
    InputStream in;
    if (file.equals("-")) {
      in = StandardInput.open();
    } else if (!Files.isReadable(Path.of(file)) || Files.isDirectory(Path.of(file))) {
      throw new UserException(file + ": no such file, or not readable");
    } else {
      in = Files.newInputStream(Path.of(file));
      if (file.endsWith(".gz")) {
        in = new GZIPInputStream(in, 1 << 16);
      }
    }
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
  }

  private JsonNode parse(String line, int number) {
    try {
      JsonNode item = json.readTree(line);
      if (!item.isObject()) {
        throw new UserException(at(number) + "expected a JSON object");
      }
      return item;
    } catch (JsonProcessingException e) {
      throw new UserException(at(number) + "not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private Article article(JsonNode item, int number) {
    if (!item.path("text").isTextual()) {
      throw new UserException(at(number) + "field 'text' is missing or not a string");
    }
    return new Article(
        item.get("text").asText(),
        item.path("headline").asText(null),
        published(item, number),
        item.path("source").asText(null));
  }

  private @Nullable Instant published(JsonNode item, int number) {
    String value = item.path("published").asText("");
    if (value.isEmpty()) {
      return null;
    }
    try {
      return new EventTimes().convert(value);
    } catch (DateTimeException | picocli.CommandLine.TypeConversionException e) {
      throw new UserException(at(number) + "field 'published': " + e.getMessage(), e);
    }
  }

  private String at(int number) {
    return (file.equals("-") ? "standard input" : file) + ":" + number + ": ";
  }
}
