package io.hotline.gateway;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A receiver of webhooks that behaves as badly as it is told to. */
final class Receiver implements AutoCloseable {

  /** How it behaves. */
  enum Manner {
    WELL,
    /** Takes everything, a quarter of a second each. */
    SLOW,
    /** Answers 500. */
    FAILING,
    /** Takes the request and says nothing. */
    HANGING,
    /** Closes the connection in the middle. */
    RESETTING
  }

  /** What came, and when. */
  record Call(Map<String, String> headers, byte[] body, long nanos) {
    String id() {
      return headers.getOrDefault("webhook-id", "");
    }

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  private final int port;
  private final List<Call> taken = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private volatile Manner manner;
  private volatile ServerSocket listening;

  Receiver(Manner manner) throws IOException {
    this.manner = manner;
    this.listening = listen(0);
    this.port = listening.getLocalPort();
  }

  String url() {
    return "http://127.0.0.1:" + port + "/hook";
  }

  void behave(Manner better) {
    manner = better;
  }

  /** What it has answered 200 to, in order. */
  List<Call> taken() {
    return List.copyOf(taken);
  }

  /** Its ids, each once, in the order of their first coming. */
  List<String> ids() {
    return taken.stream().map(Call::id).distinct().toList();
  }

  /** Stops listening and cuts all connections. */
  void die() throws IOException {
    listening.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  /** Listens again at the same port. */
  void comeBack() throws IOException {
    listening = listen(port);
  }

  List<Call> await(int calls) throws InterruptedException {
    return await(calls, 60);
  }

  List<Call> await(int calls, int seconds) throws InterruptedException {
    for (int i = 0; i < seconds * 50 && ids().size() < calls; i++) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    if (ids().size() < calls) {
      throw new AssertionError("expected " + calls + " ids, but there came " + ids().size());
    }
    return taken();
  }

  private ServerSocket listen(int at) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), at));
    Thread thread = new Thread(() -> accept(socket), "receiver");
    thread.setDaemon(true);
    thread.start();
    return socket;
  }

  private void accept(ServerSocket from) {
    while (!from.isClosed()) {
      try {
        Socket socket = from.accept();
        open.add(socket);
        Thread thread = new Thread(() -> serve(socket), "receiver-connection");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket;
        InputStream in = new BufferedInputStream(socket.getInputStream())) {
      while (true) {
        Map<String, String> headers = headers(in);
        if (headers.isEmpty()) {
          return;
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        if (!answer(socket, new Call(headers, body, System.nanoTime()))) {
          return;
        }
      }
    } catch (IOException cut) {
      // by the other side, or by die()
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(socket);
    }
  }

  private boolean answer(Socket socket, Call call) throws IOException, InterruptedException {
    switch (manner) {
      case SLOW -> TimeUnit.MILLISECONDS.sleep(250);
      case FAILING -> {
        write(socket, "HTTP/1.1 500 Broken\r\nContent-Length: 0\r\n\r\n");
        return true;
      }
      case HANGING -> {
        while (manner == Manner.HANGING && !socket.isClosed()) {
          TimeUnit.MILLISECONDS.sleep(20);
        }
        return false;
      }
      case RESETTING -> {
        socket.setSoLinger(true, 0);
        return false;
      }
      case WELL -> {
        // at once
      }
    }
    taken.add(call);
    write(socket, "HTTP/1.1 204 Taken\r\n\r\n");
    return true;
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static Map<String, String> headers(InputStream in) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    List<String> lines = new ArrayList<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      lines.add(line);
    }
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
    }
    return headers;
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    die();
  }
}
