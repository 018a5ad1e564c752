package io.hotline.ingest.fetch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** Collects an answer's bytes, and hangs up when there are too many. */
final class Body implements BodySubscriber<byte[]> {

  private final int limit;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private @Nullable Subscription subscription;

  Body(int limit) {
    this.limit = limit;
  }

  /**
   * Unpacks; a small answer that unpacks to a huge one is refused when the bound is reached.
   *
   * @throws IOException if it is broken or too large
   */
  static byte[] unpacked(byte[] packed, String encoding, int limit) throws IOException {
    InputStream source = new ByteArrayInputStream(packed);
    InputStream in =
        switch (encoding) {
          case "gzip", "x-gzip" -> new GZIPInputStream(source);
          case "deflate" -> new InflaterInputStream(source);
          case "", "identity" -> source;
          default -> throw new IOException("packed as '" + encoding + "', which was not asked for");
        };
    try (in) {
      byte[] unpacked = in.readNBytes(limit + 1);
      if (unpacked.length > limit) {
        throw new IOException(tooLarge(limit));
      }
      return unpacked;
    }
  }

  static String tooLarge(int limit) {
    return "the answer is larger than %d bytes; is this a feed?".formatted(limit);
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
    if (body.isDone()) {
      return;
    }
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
