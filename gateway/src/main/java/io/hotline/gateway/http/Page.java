package io.hotline.gateway.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/**
 * The dashboard: a few dozen small files, kept in memory once somebody has asked for them. Ours are
 * in one folder of the jar; uPlot, which draws the charts, is in a jar of its own.
 */
final class Page {

  private static final String ADDRESSES = "/page/";
  private static final String FOLDER = "/io/hotline/gateway/page/";

  /** The name of a file of the page. It has no slash: nothing else in the jar can be asked for. */
  private static final Pattern NAME = Pattern.compile("[a-z]+\\.(js|css|svg)");

  /** Names under which the page knows files of uPlot. */
  private static final Map<String, String> CHARTS =
      Map.of("uplot.js", "uPlot.esm.js", "uplot.css", "uPlot.min.css");

  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final String chartFolder = chartFolder();

  Page() {
    answers.put("/", answer(required(FOLDER + "index.html"), "text/html;charset=utf-8"));
  }

  /** The file at an address. */
  Optional<Answer> at(String path) {
    return Optional.ofNullable(file(path));
  }

  private @Nullable Answer file(String path) {
    Answer known = answers.get(path);
    if (known != null || !path.startsWith(ADDRESSES)) {
      return known;
    }
    String name = path.substring(ADDRESSES.length());
    var named = NAME.matcher(name);
    if (!named.matches()) {
      return null;
    }
    String chart = CHARTS.get(name);
    byte[] body = read(chart == null ? FOLDER + name : chartFolder + chart);
    if (body == null) {
      return null;
    }
    Answer answer = answer(body, contentType(named.group(1)));
    answers.put(path, answer);
    return answer;
  }

  private static String contentType(String ending) {
    return switch (ending) {
      case "js" -> "text/javascript;charset=utf-8";
      case "css" -> "text/css;charset=utf-8";
      default -> "image/svg+xml";
    };
  }

  private static Answer answer(byte[] body, String contentType) {
    return new Answer(
        200,
        contentType,
        body,
        Map.of(HttpHeader.CACHE_CONTROL, "no-cache", HttpHeader.ETAG, Answer.entityTag(body)));
  }

  /** A webjar keeps its files under its version, which it tells itself. */
  private static String chartFolder() {
    Properties jar = new Properties();
    try (InputStream in =
        Page.class.getResourceAsStream("/META-INF/maven/org.webjars.npm/uplot/pom.properties")) {
      if (in == null) {
        throw new IllegalStateException("uPlot's webjar is not on the class path");
      }
      jar.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read uPlot's webjar", e);
    }
    return "/META-INF/resources/webjars/uplot/" + jar.getProperty("version") + "/dist/";
  }

  private static byte[] required(String resource) {
    byte[] body = read(resource);
    if (body == null) {
      throw new IllegalStateException("missing from the jar: " + resource);
    }
    return body;
  }

  private static byte @Nullable [] read(String resource) {
    try (InputStream in = Page.class.getResourceAsStream(resource)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
