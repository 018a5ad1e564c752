package io.hotline.gateway.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** The page of live signals: a few files, kept in memory. */
final class Page {

  private static final String FOLDER = "/io/hotline/gateway/page/";

  /** Address, and file with its type. Nothing else in the jar can be asked for. */
  private static final Map<String, String[]> FILES =
      Map.of(
          "/", new String[] {"index.html", "text/html;charset=utf-8"},
          "/page/page.js", new String[] {"page.js", "text/javascript;charset=utf-8"},
          "/page/feed.js", new String[] {"feed.js", "text/javascript;charset=utf-8"},
          "/page/cards.js", new String[] {"cards.js", "text/javascript;charset=utf-8"},
          "/page/page.css", new String[] {"page.css", "text/css;charset=utf-8"},
          "/page/icon.svg", new String[] {"icon.svg", "image/svg+xml"});

  private final Map<String, Answer> answers = new HashMap<>();

  Page() {
    FILES.forEach((path, file) -> answers.put(path, answer(file[0], file[1])));
  }

  /** The file at an address, or the news that the browser has it already. */
  Optional<Answer> at(String path, Request request) {
    return Optional.ofNullable(answers.get(path))
        .map(answer -> isKnown(answer, request) ? notModified(answer) : answer);
  }

  private static boolean isKnown(Answer answer, Request request) {
    String known = request.getHeaders().get(HttpHeader.IF_NONE_MATCH);
    return known != null && known.equals(answer.headers().get(HttpHeader.ETAG));
  }

  private static Answer notModified(Answer answer) {
    return new Answer(304, answer.contentType(), new byte[0], answer.headers());
  }

  private static Answer answer(String file, String contentType) {
    byte[] body = read(file);
    return new Answer(
        200,
        contentType,
        body,
        Map.of(HttpHeader.CACHE_CONTROL, "no-cache", HttpHeader.ETAG, entityTag(body)));
  }

  private static byte[] read(String file) {
    try (InputStream in = Page.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("missing from the jar: " + FOLDER + file);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FOLDER + file, e);
    }
  }

  private static String entityTag(byte[] body) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
      return '"' + HexFormat.of().formatHex(hash, 0, 12) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
