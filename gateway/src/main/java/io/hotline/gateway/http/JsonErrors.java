package io.hotline.gateway.http;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What the server itself finds wrong is said as everything else is, and without a stack trace. */
public final class JsonErrors implements Request.Handler {

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    SecurityHeaders.addTo(response.getHeaders());
    int status = response.getStatus();
    Object message = request.getAttribute(ErrorHandler.ERROR_MESSAGE);
    boolean ourFault = status >= 500 || message == null;
    Answer.error(status, ourFault ? HttpStatus.getMessage(status) : message.toString())
        .send(request, response, callback);
    return true;
  }
}
