package io.hotline.extraction.training;

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

/**
 * Reads texts to learn from: of {@code .jsonl[.gz]} the field {@code text} of each line, of {@code
 * .txt[.gz]} each line that is not blank and not a remark ({@code #}).
 */
final class Texts {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Texts() {}

  static List<String> read(Path file) throws IOException {
    boolean json = file.toString().contains(".jsonl");
    List<String> texts = new ArrayList<>();
    for (String line : lines(file)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        texts.add(json ? JSON.readTree(line).path("text").asText() : line);
      }
    }
    return texts;
  }

  static List<String> lines(Path file) throws IOException {
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
    }
  }
}
