package io.hotline.gateway.stream;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Callback;

/** Where a stream's bytes go. */
public interface StreamClient extends Content.Sink {

  /** Cuts the connection, so that a write under way fails. */
  void cut();

  /** Told once, when the stream has ended, well or badly. */
  Callback ended();
}
