package io.hotline.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The texts to measure with. */
public final class Articles {

  private Articles() {}

  /**
   * Reads the field {@code text} of each line of the file that the system property {@code
   * hotline.texts} names.
   */
  public static List<String> read() throws IOException {
    String name = System.getProperty("hotline.texts");
    if (name == null) {
      throw new IllegalStateException("name a file of articles: -Dhotline.texts=FILE.jsonl[.gz]");
    }
    ObjectMapper json = new ObjectMapper();
    List<String> texts = new ArrayList<>();
    try (InputStream raw = Files.newInputStream(Path.of(name));
        InputStream in = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      String line;
      while ((line = lines.readLine()) != null) {
        texts.add(json.readTree(line).path("text").asText());
      }
    }
    return texts;
  }
}
