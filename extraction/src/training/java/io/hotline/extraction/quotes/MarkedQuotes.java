package io.hotline.extraction.quotes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences of {@code marked-quotes.txt}: {@code {s:The minister} {c:said} {q:the border is
 * open}.}, digits telling attributions of a sentence apart. In the form of an annotated article.
 */
final class MarkedQuotes {

  private static final Pattern MARK = Pattern.compile("\\{([scq])(\\d*):([^}]*)}");
  private static final ObjectMapper JSON = new ObjectMapper();

  private MarkedQuotes() {}

  static List<JsonNode> read() throws IOException {
    List<JsonNode> articles = new ArrayList<>();
    InputStream in = MarkedQuotes.class.getResourceAsStream("marked-quotes.txt");
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          articles.add(article(line));
        }
      }
    }
    return articles;
  }

  private static JsonNode article(String line) {
    StringBuilder text = new StringBuilder();
    Map<Character, ObjectNode> quotes = new TreeMap<>();
    Matcher mark = MARK.matcher(line);
    int done = 0;
    while (mark.find()) {
      text.append(line, done, mark.start());
      int start = text.length();
      text.append(mark.group(3));
      String numbers = mark.group(2).isEmpty() ? "0" : mark.group(2);
      for (char number : numbers.toCharArray()) {
        ObjectNode quote = quotes.computeIfAbsent(number, n -> JSON.createObjectNode());
        ObjectNode span =
            switch (mark.group(1)) {
              case "s" -> quote.putObject("speaker");
              case "c" -> quote.putObject("cue");
              default -> quote;
            };
        span.put("start", start).put("end", text.length());
      }
      done = mark.end();
    }
    text.append(line, done, line.length());
    ObjectNode article = JSON.createObjectNode().put("text", text.toString());
    ArrayNode list = article.putArray("quotes");
    for (ObjectNode quote : quotes.values()) {
      if (!quote.has("start") || !quote.has("cue")) {
        throw new IllegalArgumentException("no content or no cue: " + line);
      }
      char first = text.charAt(quote.get("start").asInt());
      list.add(quote.put("kind", first == '"' ? "direct" : "indirect"));
    }
    return article;
  }
}
