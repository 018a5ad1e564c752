package io.hotline.gateway.http;

import io.hotline.gateway.stream.StreamClient;
import java.nio.ByteBuffer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The client of a stream over HTTP. */
record HttpClientEnd(Request request, Response response, Callback ended) implements StreamClient {

  @Override
  public void write(boolean last, ByteBuffer bytes, Callback written) {
    response.write(last, bytes, written);
  }

  @Override
  public void cut() {
    request.getConnectionMetaData().getConnection().getEndPoint().close();
  }
}
