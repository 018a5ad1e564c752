package io.hotline.gateway.webhooks;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which addresses may be called. Whoever may add a subscriber could else have the gateway speak to
 * what only the gateway can reach: itself, its neighbours, the cloud's metadata service.
 *
 * <p>What counts is the address that is connected to, not the name: {@link #resolve} is asked for
 * each connection, and the connection goes to what it has looked at. Immutable.
 */
final class Targets {

  /** Networks that are not the public Internet, by IANA's registries of special addresses. */
  private static final List<Network> SPECIAL =
      Network.all(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4",
          "::/127",
          "64:ff9b::/96",
          "64:ff9b:1::/48",
          "100::/64",
          "2001::/23",
          "2001:db8::/32",
          "2002::/16",
          "fc00::/7",
          "fe80::/10",
          "fec0::/10",
          "ff00::/8");

  private final List<Network> allowedNetworks = new ArrayList<>();
  private final List<String> allowedNames = new ArrayList<>();

  /**
   * @throws IllegalArgumentException if one is neither a host name nor a network
   */
  Targets(Set<String> allowed) {
    for (String each : allowed) {
      if (each.contains("/")) {
        allowedNetworks.add(Network.of(each));
      } else {
        allowedNames.add(each.toLowerCase(Locale.ROOT));
      }
    }
  }

  /**
   * Reads an address as it stands in a subscription.
   *
   * @throws IllegalArgumentException if it is none that could be called
   */
  static URI address(String text) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("url '" + text + "': " + e.getReason());
    }
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    if (!(scheme.equals("https") || scheme.equals("http"))
        || uri.getHost() == null
        || uri.getUserInfo() != null
        || uri.getFragment() != null) {
      throw new IllegalArgumentException(
          "url: expected https://host/... without user name and fragment");
    }
    return uri;
  }

  /**
   * The addresses of a host that may be called.
   *
   * @throws UnknownHostException if it has none, saying why
   */
  List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
    boolean named = allowedNames.contains(host.toLowerCase(Locale.ROOT));
    List<InetSocketAddress> allowed = new ArrayList<>();
    for (InetAddress address : InetAddress.getAllByName(host)) {
      if (named || isAllowed(address)) {
        allowed.add(new InetSocketAddress(address, port));
      }
    }
    if (allowed.isEmpty()) {
      throw new UnknownHostException(
          host
              + " is a private address, or one of no host; webhooks.allowed-targets names those"
              + " that may be called all the same");
    }
    return allowed;
  }

  private boolean isAllowed(InetAddress address) {
    InetAddress plain = unwrapped(address);
    return Network.anyHolds(allowedNetworks, plain) || !Network.anyHolds(SPECIAL, plain);
  }

  /** An IPv4 address that comes as an IPv6 one. */
  private static InetAddress unwrapped(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean mapped = bytes.length == 16 && bytes[10] == -1 && bytes[11] == -1;
    boolean compatible = address instanceof Inet6Address inet6 && inet6.isIPv4CompatibleAddress();
    for (int i = 0; i < 10 && mapped; i++) {
      mapped = bytes[i] == 0;
    }
    if (!mapped && !compatible) {
      return address;
    }
    try {
      return Inet4Address.getByAddress(Arrays.copyOfRange(bytes, 12, 16));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  /** A network: its first bits. */
  private record Network(byte[] address, int bits) {

    static List<Network> all(String... texts) {
      return Arrays.stream(texts).map(Network::of).toList();
    }

    static Network of(String text) {
      try {
        String[] parts = text.split("/", -1);
        if (parts.length == 2 && parts[0].matches("[0-9a-fA-F.:]+")) {
          byte[] address = InetAddress.getByName(parts[0]).getAddress();
          int bits = Integer.parseInt(parts[1]);
          if (bits >= 0 && bits <= address.length * 8) {
            return new Network(address, bits);
          }
        }
      } catch (UnknownHostException | NumberFormatException e) {
        // said below
      }
      throw new IllegalArgumentException(
          "webhooks.allowed-targets '"
              + text
              + "': expected a host name or a network such as"
              + " 10.0.0.0/8");
    }

    static boolean anyHolds(List<Network> networks, InetAddress address) {
      return networks.stream().anyMatch(network -> network.holds(address.getAddress()));
    }

    private boolean holds(byte[] other) {
      if (other.length != address.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((address[bit / 8] & mask) != (other[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
