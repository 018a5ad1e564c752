package io.hotline.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Reads server-sent events as the WHATWG standard says, without a browser. */
final class SseClient implements AutoCloseable {

  /** An event; a comment has the name {@code :}, the end of the stream {@code EOF}. */
  record Event(String name, String data, String lastId) {}

  private final InputStream body;
  private final HttpResponse<InputStream> response;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

  SseClient(URI address, String... headers) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    if (headers.length > 0) {
      request.headers(headers);
    }
    response =
        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    body = response.body();
    Thread thread = new Thread(this::read, "sse-client");
    thread.setDaemon(true);
    thread.start();
  }

  HttpResponse<InputStream> response() {
    return response;
  }

  Event next() throws InterruptedException {
    Event event = events.poll(20, TimeUnit.SECONDS);
    if (event == null) {
      throw new AssertionError("no event within 20 s");
    }
    return event;
  }

  /** The data of all events up to the end of the stream. */
  List<String> rest() throws InterruptedException {
    List<String> all = new ArrayList<>();
    for (Event event = next(); !event.name().equals("EOF"); event = next()) {
      all.add(event.name() + " " + event.data());
    }
    return all;
  }

  boolean isQuiet(long millis) throws InterruptedException {
    return events.poll(millis, TimeUnit.MILLISECONDS) == null;
  }

  @Override
  public void close() {
    try {
      body.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read() {
    String name = "message";
    List<String> data = new ArrayList<>();
    String id = "";
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isEmpty()) {
          if (!data.isEmpty()) {
            events.add(new Event(name, String.join("\n", data), id));
          }
          name = "message";
          data.clear();
        } else if (line.startsWith(":")) {
          events.add(new Event(":", line.substring(1).strip(), id));
        } else if (line.startsWith("event: ")) {
          name = line.substring(7);
        } else if (line.startsWith("data: ")) {
          data.add(line.substring(6));
        } else if (line.startsWith("id: ")) {
          id = line.substring(4);
        }
      }
    } catch (IOException cut) {
      // told as the end, which it is
    }
    events.add(new Event("EOF", "", id));
  }
}
