package io.hotline.gateway;

import java.io.IOException;

/** Somebody else listens at the gateway's address. */
public final class PortTakenException extends IOException {

  private static final long serialVersionUID = 1L;

  PortTakenException(String host, int port, Throwable cause) {
    super(
        "cannot listen on "
            + host
            + ":"
            + port
            + " ("
            + cause.getMessage()
            + "); choose another port with --http-port",
        cause);
  }
}
