package io.hotline.gateway.webhooks;

import java.net.URI;
import java.util.Map;

/** Calls receivers, each in the thread that asks. Thread-safe. */
interface Sender extends AutoCloseable {

  /** What is sent. */
  record Message(URI url, String contentType, byte[] body, Map<String, String> headers) {
    public Message {
      headers = Map.copyOf(headers);
    }
  }

  Attempt send(Message message) throws InterruptedException;

  @Override
  void close();
}
