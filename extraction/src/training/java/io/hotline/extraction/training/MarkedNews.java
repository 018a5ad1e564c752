package io.hotline.extraction.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads news written for training with its names marked, {@code [PER Ann Lee] of [ORG Acme]}: a
 * sentence a line, an empty line after each document.
 */
final class MarkedNews {

  private static final String RESOURCE = "marked-news.txt";
  private static final Pattern NAME = Pattern.compile("\\[(PER|ORG|LOC) ([^\\[\\]]+)]");
  private static final Map<String, String> TYPES =
      Map.of("PER", "PERSON", "ORG", "ORGANIZATION", "LOC", "LOCATION");
  private static final ObjectMapper JSON = new ObjectMapper();

  private MarkedNews() {}

  /** Argument: the file of gold to write, JSON lines as those of {@link TrainNameTagger}. */
  public static void main(String[] args) throws IOException {
    try (InputStream in = MarkedNews.class.getResourceAsStream(RESOURCE);
        PrintWriter out =
            new PrintWriter(Files.newBufferedWriter(Path.of(args[0]), StandardCharsets.UTF_8))) {
      if (in == null) {
        throw new IOException(RESOURCE + " is not on the class path");
      }
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String document : all.substring(all.indexOf("\n\n")).split("\n\n+")) {
        if (!document.isBlank()) {
          out.println(JSON.writeValueAsString(read(document.strip())));
        }
      }
    }
  }

  private static ObjectNode read(String marked) {
    ObjectNode item = JSON.createObjectNode();
    ArrayNode mentions = item.putArray("mentions");
    StringBuilder text = new StringBuilder();
    Matcher name = NAME.matcher(marked);
    int from = 0;
    while (name.find()) {
      text.append(marked, from, name.start());
      int start = codePoints(text);
      text.append(name.group(2));
      mentions
          .addObject()
          .put("start", start)
          .put("end", codePoints(text))
          .put("type", TYPES.get(name.group(1)));
      from = name.end();
    }
    return item.put("text", text.append(marked, from, marked.length()).toString());
  }

  private static int codePoints(StringBuilder text) {
    return text.codePointCount(0, text.length());
  }
}
