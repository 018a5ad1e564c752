package io.hotline.cli.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Somebody else listens on a port that we were to listen on. */
public final class PortTakenException extends StartException {

  private static final long serialVersionUID = 1L;

  private final int port;

  PortTakenException(int port, String user, String flag, Throwable cause) {
    super(
        "port "
            + port
            + " for "
            + user
            + " is taken by another program; stop that program, or choose another port with "
            + flag,
        cause);
    this.port = port;
  }

  /** The port that is taken. */
  public int port() {
    return port;
  }

  /**
   * Does nothing if the port can be listened on at the loopback address.
   *
   * @param user who is to listen there, for the message: {@code the broker}
   * @param flag the flag that changes the port: {@code --kafka-port}
   * @throws PortTakenException if it cannot
   */
  public static void unlessFree(int port, String user, String flag) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (BindException e) {
      throw new PortTakenException(port, user, flag, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
