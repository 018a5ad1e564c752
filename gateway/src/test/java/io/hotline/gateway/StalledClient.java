package io.hotline.gateway;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Asks for a stream, and once the gateway has begun to answer never reads it. */
final class StalledClient implements AutoCloseable {

  private final Socket socket = new Socket();

  StalledClient(URI gateway, String topic) throws IOException {
    socket.setReceiveBufferSize(4096);
    socket.connect(new InetSocketAddress(gateway.getHost(), gateway.getPort()));
    socket
        .getOutputStream()
        .write(
            ("GET /streams/" + topic + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    awaitOpened();
  }

  private void awaitOpened() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = nextByte(); c >= 0 && c != '\r'; c = nextByte()) {
      line.append((char) c);
    }
    if (!line.toString().startsWith("HTTP/1.1 200")) {
      throw new IOException("no stream, but " + line);
    }
  }

  private int nextByte() throws IOException {
    return socket.getInputStream().read();
  }

  /** Whether the gateway has cut the connection; reads what is left to find out. */
  boolean isCut() throws IOException {
    socket.setSoTimeout(5000);
    byte[] buffer = new byte[65536];
    try {
      int n = socket.getInputStream().read(buffer);
      while (n >= 0) {
        n = socket.getInputStream().read(buffer);
      }
      return true;
    } catch (java.net.SocketTimeoutException open) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
