package io.hotline.cli;

import java.util.Locale;

/** Keeps passwords out of what is printed. */
final class Secrets {
  private Secrets() {}

  static String mask(String key, String value) {
    String name = key.toLowerCase(Locale.ROOT);
    boolean secret =
        name.contains("password")
            || name.contains("secret")
            || name.contains("token")
            || name.contains("jaas");
    return secret ? "********" : value;
  }
}
