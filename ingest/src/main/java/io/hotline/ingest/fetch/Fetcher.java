package io.hotline.ingest.fetch;

import io.hotline.ingest.feeds.Transport;
import io.hotline.ingest.fetch.FetchResult.Failed;
import io.hotline.ingest.fetch.FetchResult.Fetched;
import io.hotline.ingest.fetch.FetchResult.Gone;
import io.hotline.ingest.fetch.FetchResult.Hints;
import io.hotline.ingest.fetch.FetchResult.NotModified;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks servers. Thread-safe; nothing that a server does makes it throw. */
public final class Fetcher {

  /** Names the project, so that whoever minds can find us. */
  public static final String USER_AGENT = "Hotline/0.1 (news signals; reads feeds)";

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);

  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*[\"']?([A-Za-z0-9._:-]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern MAX_AGE =
      Pattern.compile("(?:^|[\\s,])max-age\\s*=\\s*\"?(\\d{1,9})", Pattern.CASE_INSENSITIVE);

  private final FetchPolicy policy;
  private final InstantSource clock;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT_TIMEOUT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /**
   * @param clock tells how long until a date in {@code Retry-After}
   */
  public Fetcher(FetchPolicy policy, InstantSource clock) {
    this.policy = policy;
    this.clock = clock;
  }

  /** Asks once, and follows redirects. */
  public FetchResult fetch(FetchRequest request) {
    return fetch(request, hop -> null);
  }

  /**
   * Asks once, and follows redirects.
   *
   * @param objection why an address on the way is not to be asked; null if it may be
   */
  FetchResult fetch(FetchRequest request, Function<URI, @Nullable String> objection) {
    long deadline = System.nanoTime() + policy.timeout().toNanos();
    URI address = request.address();
    Set<URI> asked = new HashSet<>();
    boolean permanent = true;
    for (int hop = 0; hop <= policy.maxRedirects(); hop++) {
      String guarded = AddressGuard.refusal(address, policy.privateAddresses());
      String refusal = guarded == null ? objection.apply(address) : guarded;
      if (refusal != null) {
        return Failed.unanswered("%s: not asked: it is %s".formatted(address, refusal));
      }
      if (!asked.add(address)) {
        return Failed.unanswered("%s: redirects in a circle".formatted(address));
      }
      Answer answer = ask(request, address, deadline);
      if (answer.failure != null || answer.response == null) {
        return Failed.unanswered(address + ": " + answer.failure);
      }
      HttpResponse<byte[]> response = answer.response;
      if (!isRedirect(response.statusCode())) {
        return result(response, address, hop > 0 && permanent ? address : null);
      }
      permanent &= response.statusCode() == 301 || response.statusCode() == 308;
      URI next = target(response, address);
      if (next == null) {
        return Failed.unanswered("%s: redirects to no address".formatted(address));
      }
      if (isDowngrade(address, next)) {
        return Failed.unanswered("%s: redirects from https to http, %s".formatted(address, next));
      }
      address = next;
    }
    return Failed.unanswered(
        "%s: redirects more than %d times".formatted(request.address(), policy.maxRedirects()));
  }

  private static boolean isRedirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  }

  private static boolean isDowngrade(URI from, URI to) {
    return "https".equalsIgnoreCase(from.getScheme()) && "http".equalsIgnoreCase(to.getScheme());
  }

  private static @Nullable URI target(HttpResponse<byte[]> response, URI address) {
    String location = response.headers().firstValue("Location").orElse("").strip();
    try {
      return location.isEmpty() ? null : address.resolve(location.replace(" ", "%20"));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private record Answer(@Nullable HttpResponse<byte[]> response, @Nullable String failure) {}

  private Answer ask(FetchRequest request, URI address, long deadline) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(address)
            .header("User-Agent", USER_AGENT)
            .header("Accept-Encoding", "gzip")
            .header("Accept", request.accept());
    if (request.etag() != null) {
      builder.header("If-None-Match", request.etag());
    }
    if (request.lastModified() != null) {
      builder.header("If-Modified-Since", request.lastModified());
    }
    CompletableFuture<HttpResponse<byte[]>> coming =
        client.sendAsync(builder.build(), info -> new Body(policy.maxBytes()));
    try {
      long left = Math.max(1, deadline - System.nanoTime());
      return new Answer(coming.get(left, TimeUnit.NANOSECONDS), null);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      String said = cause.getMessage();
      return new Answer(
          null,
          "cannot be fetched: "
              + (said == null || said.isBlank() ? cause.getClass().getSimpleName() : said));
    } catch (TimeoutException e) {
      coming.cancel(true);
      return new Answer(
          null,
          "not there after %d s; try again, or allow more time"
              .formatted(policy.timeout().toSeconds()));
    } catch (InterruptedException e) {
      coming.cancel(true);
      Thread.currentThread().interrupt();
      return new Answer(null, "interrupted while fetching");
    }
  }

  private FetchResult result(HttpResponse<byte[]> response, URI address, @Nullable URI movedTo) {
    HttpHeaders headers = response.headers();
    return switch (response.statusCode()) {
      case 200 -> fetched(response, address, movedTo);
      case 304 -> new NotModified(hints(headers), movedTo);
      case 410 -> new Gone(address + ": the server answers 410: it is gone for good");
      default ->
          new Failed(
              "%s: the server answers %d; open the address in a browser to see why"
                  .formatted(address, response.statusCode()),
              retryAfter(headers),
              response.statusCode());
    };
  }

  private FetchResult fetched(HttpResponse<byte[]> response, URI address, @Nullable URI movedTo) {
    HttpHeaders headers = response.headers();
    String type = headers.firstValue("Content-Type").orElse("");
    Matcher charset = CHARSET.matcher(type);
    String packed = headers.firstValue("Content-Encoding").orElse("").strip();
    byte[] bytes;
    try {
      bytes = Body.unpacked(response.body(), packed.toLowerCase(Locale.ROOT), policy.maxBytes());
    } catch (IOException e) {
      return Failed.unanswered("%s: cannot be fetched: %s".formatted(address, e.getMessage()));
    }
    return new Fetched(
        bytes,
        new Transport(
            address,
            mediaType(type),
            charset.find() ? charset.group(1) : null,
            headers.firstValue("Content-Language").orElse(null)),
        type,
        hints(headers),
        movedTo);
  }

  private static @Nullable String mediaType(String type) {
    String bare = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return bare.isEmpty() ? null : bare;
  }

  private static Hints hints(HttpHeaders headers) {
    Matcher age = MAX_AGE.matcher(String.join(", ", headers.allValues("Cache-Control")));
    Duration maxAge =
        age.find() ? shortest(Duration.ofSeconds(Long.parseLong(age.group(1)))) : null;
    return new Hints(
        headers.firstValue("ETag").filter(tag -> tag.length() < 1000).orElse(null),
        headers.firstValue("Last-Modified").filter(date -> date.length() < 100).orElse(null),
        maxAge);
  }

  /** Seconds, or a date; RFC 9110, 10.2.3. */
  private @Nullable Duration retryAfter(HttpHeaders headers) {
    String said = headers.firstValue("Retry-After").orElse("").strip();
    if (said.matches("\\d{1,9}")) {
      return shortest(Duration.ofSeconds(Long.parseLong(said)));
    }
    try {
      Duration wait =
          Duration.between(
              clock.instant(),
              ZonedDateTime.parse(said, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
      return wait.isNegative() ? null : shortest(wait);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Duration shortest(Duration wanted) {
    return wanted.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wanted;
  }
}
