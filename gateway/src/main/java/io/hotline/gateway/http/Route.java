package io.hotline.gateway.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.util.URIUtil;

/**
 * An address that is answered.
 *
 * @param path as in the OpenAPI document: {@code /alerts/{id}/acknowledgement}
 */
record Route(HttpMethod method, String path, Access.Level access, Endpoint endpoint) {

  /** Takes a request over. */
  interface Endpoint {
    void serve(Call call) throws InterruptedException;
  }

  /** Answers a request at once. */
  interface Question {
    Answer answer(Call call) throws InterruptedException;
  }

  static Route get(String path, Access.Level access, Question question) {
    return of(HttpMethod.GET, path, access, question);
  }

  static Route of(HttpMethod method, String path, Access.Level access, Question question) {
    return new Route(method, path, access, call -> call.reply(question.answer(call)));
  }

  /** What stands for the names in braces; empty if this is not the address. */
  Optional<Map<String, String>> match(String address) {
    List<String> pattern = List.of(path.split("/", -1));
    List<String> given = List.of(address.split("/", -1));
    if (pattern.size() != given.size()) {
      return Optional.empty();
    }
    Map<String, String> variables = new HashMap<>();
    for (int i = 0; i < pattern.size(); i++) {
      String part = pattern.get(i);
      String text = given.get(i);
      if (!part.startsWith("{")) {
        if (!part.equals(text)) {
          return Optional.empty();
        }
        continue;
      }
      int close = part.indexOf('}');
      String suffix = part.substring(close + 1);
      if (!text.endsWith(suffix)) {
        return Optional.empty();
      }
      variables.put(
          part.substring(1, close),
          URIUtil.decodePath(text.substring(0, text.length() - suffix.length())));
    }
    return Optional.of(variables);
  }
}
