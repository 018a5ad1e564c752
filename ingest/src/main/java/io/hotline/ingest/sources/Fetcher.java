package io.hotline.ingest.sources;

import io.hotline.ingest.SourceException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Gets one address, with bounds on time and size. */
final class Fetcher {

  private static final String USER_AGENT = "Hotline/0.1 (news signals)";

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*\"?([A-Za-z0-9._:-]+)", Pattern.CASE_INSENSITIVE);

  private final SourceOptions options;

  Fetcher(SourceOptions options) {
    this.options = options;
  }

  /**
   * What was got.
   *
   * @param charset what the header says; null if nothing
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Fetched(byte[] bytes, @Nullable String charset) {}

  /**
   * Follows redirects, though not from https to http.
   *
   * @throws SourceException if there is no answer in time, or another than 200
   */
  Fetched fetch(URI address) {
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(options.fetchTimeout())
            .header("User-Agent", USER_AGENT)
            .header(
                "Accept",
                "application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.5")
            .build();
    HttpResponse<byte[]> response = send(client, request);
    if (response.statusCode() != 200) {
      throw new SourceException(
          "%s: the server answers %d; open the address in a browser to see why"
              .formatted(address, response.statusCode()));
    }
    String charset =
        response.headers().firstValue("Content-Type").map(Fetcher::charset).orElse(null);
    boolean packed =
        response.headers().firstValue("Content-Encoding").filter("gzip"::equals).isPresent();
    return new Fetched(packed ? unpack(address, response.body()) : response.body(), charset);
  }

  private HttpResponse<byte[]> send(HttpClient client, HttpRequest request) {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, info -> new Bounded(options.maxDocumentBytes()));
    try {
      return answer.get(options.fetchTimeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new SourceException(
          "%s: cannot be fetched: %s"
              .formatted(
                  request.uri(),
                  cause.getMessage() == null
                      ? cause.getClass().getSimpleName()
                      : cause.getMessage()),
          cause);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new SourceException(
          "%s: not there after %d s; try again, or allow more time"
              .formatted(request.uri(), options.fetchTimeout().toSeconds()),
          e);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new SourceException(request.uri() + ": interrupted while fetching", e);
    }
  }

  private byte[] unpack(URI address, byte[] packed) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      byte[] bytes = in.readNBytes(options.maxDocumentBytes() + 1);
      if (bytes.length > options.maxDocumentBytes()) {
        throw new SourceException(address + ": " + tooLarge(options.maxDocumentBytes()));
      }
      return bytes;
    } catch (IOException e) {
      throw new SourceException(address + ": the answer's gzip is broken: " + e.getMessage(), e);
    }
  }

  private static String tooLarge(int limit) {
    return "the answer is larger than %d bytes; is this a feed?".formatted(limit);
  }

  private static @Nullable String charset(String contentType) {
    Matcher matcher = CHARSET.matcher(contentType);
    return matcher.find() ? matcher.group(1) : null;
  }

  /** Collects the body, and hangs up when it is too large. */
  private static final class Bounded implements BodySubscriber<byte[]> {
    private final int limit;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private @Nullable Subscription subscription;

    Bounded(int limit) {
      this.limit = limit;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
      return body;
    }

    @Override
    public void onSubscribe(Subscription given) {
      subscription = given;
      given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
      for (ByteBuffer buffer : buffers) {
        byte[] chunk = new byte[buffer.remaining()];
        buffer.get(chunk);
        bytes.writeBytes(chunk);
      }
      if (bytes.size() > limit && subscription != null) {
        subscription.cancel();
        body.completeExceptionally(new IOException(tooLarge(limit)));
      }
    }

    @Override
    public void onError(Throwable throwable) {
      body.completeExceptionally(throwable);
    }

    @Override
    public void onComplete() {
      body.complete(bytes.toByteArray());
    }
  }
}
