package io.hotline.benchmarks.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A port in front of another: shut, it accepts and hangs up; open, it passes bytes both ways. */
final class Gate implements AutoCloseable {
  private final ServerSocket door;
  private final int behind;
  private volatile boolean open;

  Gate(int behind) throws IOException {
    this.behind = behind;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    daemon(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  void open() {
    open = true;
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        if (open) {
          Socket server = new Socket(InetAddress.getLoopbackAddress(), behind);
          daemon(() -> pass(client, server));
          daemon(() -> pass(server, client));
        } else {
          client.close();
        }
      } catch (IOException e) {
        // a closed door, or a client that has gone: the next one is waited for
      }
    }
  }

  private static void pass(Socket from, Socket to) {
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException e) {
      // either side hung up: both are closed
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "gate");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
