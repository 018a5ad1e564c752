package io.hotline.gateway.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a subscription may have us call. */
class TargetsTest {

  private final Targets strict = new Targets(Set.of());

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          loopback                    | 127.0.0.1
          loopback, elsewhere         | 127.8.9.10
          loopback by name            | localhost
          loopback in one number      | 2130706433
          loopback, shortened         | 127.1
          this host                   | 0.0.0.0
          private                     | 10.1.2.3
          private, the middle range   | 172.31.255.255
          private, the home range     | 192.168.1.1
          the cloud's metadata        | 169.254.169.254
          carrier's network           | 100.64.0.1
          multicast                   | 224.0.0.1
          broadcast                   | 255.255.255.255
          documentation               | 203.0.113.7
          IPv6 loopback               | ::1
          IPv6 of no host             | ::
          IPv6 unique local           | fd00::1
          IPv6 link local             | fe80::1
          IPv4 in IPv6                | ::ffff:127.0.0.1
          IPv4 compatible             | ::127.0.0.1
          NAT64                       | 64:ff9b::7f00:1
          6to4                        | 2002:7f00:1::
          """)
  void refuses(String name, String host) {
    assertThatThrownBy(() -> strict.resolve(host, 80))
        .as(name)
        .isInstanceOf(UnknownHostException.class)
        .hasMessageContaining("webhooks.allowed-targets");
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700:4700::1111"})
  void callsPublicAddresses(String host) throws Exception {
    assertThat(strict.resolve(host, 443)).hasSize(1);
  }

  @Test
  void configurationOpensNetworksAndNames() throws Exception {
    Targets open = new Targets(Set.of("10.1.0.0/16", "localhost"));
    assertThat(open.resolve("10.1.2.3", 80)).hasSize(1);
    assertThat(open.resolve("localhost", 80)).isNotEmpty();
    assertThatThrownBy(() -> open.resolve("10.2.0.1", 80)).isInstanceOf(UnknownHostException.class);
    assertThatThrownBy(() -> open.resolve("127.0.0.1", 80))
        .isInstanceOf(UnknownHostException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://example.org/", "file:///etc/passwd", "https://user:word@example.org/", "https:///x",
        "example.org", "https://example.org/#part", "http://[::1", "javascript:alert(1)"
      })
  void refusesWhatIsNoAddressOfTheWeb(String url) {
    assertThatThrownBy(() -> Targets.address(url)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/x", "somewhere/8", "10.0.0.0/-1"})
  void configurationThatIsNoNetworkIsNamed(String network) {
    assertThatThrownBy(() -> new Targets(Set.of(network)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + network + "'");
  }
}
