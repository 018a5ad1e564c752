package io.hotline.gateway.webhooks;

import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * Calls over HTTP: no redirects, no cookies, no proxy, and of the answer nothing but its status.
 * Each connection goes to an address that {@link Targets} has looked at.
 */
final class HttpSender implements Sender {

  private static final int MOST_THREADS = 16;
  private static final int LONGEST_ANSWER = 64 * 1024;
  private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(1);

  private final HttpClient client;
  private final Duration timeout;

  HttpSender(Targets targets, Duration timeout) {
    this.timeout = timeout;
    this.client = new HttpClient();
    QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, 2);
    threads.setName("gateway-webhooks");
    threads.setDaemon(true);
    client.setExecutor(threads);
    client.setSocketAddressResolver(new Guard(targets));
    client.setFollowRedirects(false);
    client.setHttpCookieStore(new HttpCookieStore.Empty());
    client.setConnectTimeout(timeout.toMillis());
    client.setUserAgentField(new HttpField(HttpHeader.USER_AGENT, "Hotline-Webhooks/1"));
    try {
      client.start();
    } catch (Exception e) {
      throw new IllegalStateException("the HTTP client did not start", e);
    }
  }

  private record Guard(Targets targets) implements SocketAddressResolver {
    @Override
    public void resolve(
        String host,
        int port,
        Map<String, Object> context,
        Promise<List<InetSocketAddress>> promise) {
      try {
        promise.succeeded(targets.resolve(host, port));
      } catch (UnknownHostException e) {
        promise.failed(e);
      }
    }
  }

  @Override
  public Attempt send(Message message) throws InterruptedException {
    Request request =
        client
            .newRequest(message.url())
            .method(HttpMethod.POST)
            .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
            .body(new BytesRequestContent(message.contentType(), message.body()))
            .headers(
                headers -> message.headers().forEach((name, value) -> headers.put(name, value)));
    Answer answer = new Answer();
    request.send(answer);
    try {
      // The client's own timeout comes first; this one is for a client that is broken.
      Result result = answer.result.get(timeout.toMillis() * 2, TimeUnit.MILLISECONDS);
      int status = result.getResponse() == null ? 0 : result.getResponse().getStatus();
      return status == 0 ? failed(result.getFailure()) : judge(status, result);
    } catch (ExecutionException | TimeoutException e) {
      return failed(e);
    }
  }

  private static Attempt judge(int status, Result result) {
    String why = "it answered " + status;
    if (status / 100 == 2) {
      return new Attempt.Delivered();
    }
    return switch (status) {
      case 410 -> new Attempt.Gone(why);
      case 400, 413, 414, 415, 422 -> new Attempt.Rejected(why);
      default ->
          new Attempt.Failed(
              status / 100 == 3 ? why + ", a redirect, which is not followed" : why,
              retryAfter(result.getResponse()));
    };
  }

  private static @Nullable Duration retryAfter(Response response) {
    String value = response.getHeaders().get(HttpHeader.RETRY_AFTER);
    if (value == null || !value.matches("\\d{1,6}")) {
      return null;
    }
    Duration wanted = Duration.ofSeconds(Long.parseLong(value));
    return wanted.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : wanted;
  }

  private static Attempt failed(@Nullable Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof ExecutionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    String said = cause == null ? "no answer" : cause.getMessage();
    return new Attempt.Failed(
        cause == null || said == null
            ? String.valueOf(cause == null ? said : cause.getClass().getSimpleName())
            : cause.getClass().getSimpleName() + ": " + said,
        null);
  }

  /** Lets the body pass by, as long as it is not too long. */
  private static final class Answer implements Response.Listener {

    final CompletableFuture<Result> result = new CompletableFuture<>();
    private int length;

    @Override
    public void onContent(Response response, ByteBuffer content) {
      length += content.remaining();
      if (length > LONGEST_ANSWER) {
        var unused = response.abort(new IllegalStateException("its answer does not end"));
      }
    }

    @Override
    public void onComplete(Result completed) {
      result.complete(completed);
    }
  }

  @Override
  public void close() {
    try {
      client.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      throw new IllegalStateException("the HTTP client did not stop", e);
    }
  }
}
