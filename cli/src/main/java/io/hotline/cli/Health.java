package io.hotline.cli;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks a house whether it is well: exits with 0 if the address answers 200. For containers. */
public final class Health {
  private static final int TIMEOUT_MILLIS = 2_000;

  private Health() {}

  /** Takes the address to ask. */
  public static void main(String[] args) {
    if (args.length != 1) {
      System.err.println("usage: Health URL");
      System.exit(2);
    }
    System.exit(well(URI.create(args[0])) ? 0 : 1);
  }

  private static boolean well(URI address) {
    try {
      HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      int status = connection.getResponseCode();
      connection.disconnect();
      return status == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      System.err.println(address + ": " + e.getMessage());
      return false;
    }
  }
}
