package io.hotline.ingest.fetch;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Keeps feeds and redirects from pointing into one's own network. All addresses of a host are
 * looked at; the platform keeps them for a while, so that the connection goes to one that was.
 */
public final class AddressGuard {

  private AddressGuard() {}

  /** Why an address is not asked; null if it may be. */
  static @Nullable String refusal(URI address, boolean privateAddresses) {
    String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return "not an http(s) address";
    }
    String host = address.getHost();
    if (host == null) {
      return "an address without a host";
    }
    if (address.getUserInfo() != null) {
      return "an address with a password in it";
    }
    if (privateAddresses) {
      return null;
    }
    try {
      for (InetAddress each : InetAddress.getAllByName(host)) {
        if (isPrivate(each)) {
          return "an address inside one's own network (" + each.getHostAddress() + ")";
        }
      }
      return null;
    } catch (UnknownHostException e) {
      return "a host that nobody knows";
    }
  }

  /** Whether an address leads into one's own machine or network, as far as anybody knows. */
  public static boolean isPrivate(URI address) {
    try {
      String host = address.getHost();
      return host != null && isPrivate(InetAddress.getByName(host));
    } catch (UnknownHostException e) {
      return false;
    }
  }

  static boolean isPrivate(InetAddress address) {
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xFF;
    int second = bytes[1] & 0xFF;
    if (address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return true;
    }
    if (address instanceof Inet6Address) {
      // Unique local, and the ranges that carry an IPv4 address inside (NAT64, 6to4, Teredo).
      boolean local = (first & 0xFE) == 0xFC;
      boolean nat64 = first == 0 && second == 0x64;
      boolean tunnel =
          first == 0x20 && (second == 0x02 || (second == 0x01 && bytes[2] == 0 && bytes[3] == 0));
      boolean compatible = isZero(bytes, 12);
      return local || nat64 || tunnel || compatible;
    }
    boolean sharedByCarrier = first == 100 && second >= 64 && second < 128;
    boolean benchmark = first == 198 && (second == 18 || second == 19);
    return first == 0
        || first >= 240
        || sharedByCarrier
        || benchmark
        || (first == 192 && second == 0 && bytes[2] == 0);
  }

  private static boolean isZero(byte[] bytes, int count) {
    for (int i = 0; i < count; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }
}
