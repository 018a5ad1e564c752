package io.hotline.ingest.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What sites ask of robots in {@code /robots.txt}, by RFC 9309: a site without one allows
 * everything, a site whose server cannot tell allows nothing for a while. Thread-safe.
 */
final class Robots {

  /** What a site calls us by. */
  static final String NAME = "hotline";

  /** RFC 9309, 2.4: not longer than a day. */
  private static final Duration GOOD_FOR = Duration.ofDays(1);

  /** How soon a server that could not tell is asked again. */
  private static final Duration UNKNOWN_FOR = Duration.ofMinutes(10);

  /** RFC 9309, 2.5: what is behind this many bytes need not be read. */
  private static final int MOST_BYTES = 500 * 1024;

  /** Who asks for longer pauses asks to be left alone. */
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private static final int MOST_SITES = 10_000;

  private record Known(BaseRobotRules rules, Instant until) {}

  private final Fetcher fetcher;
  private final InstantSource clock;
  private final Map<String, Known> sites = new Newest();

  Robots(Fetcher fetcher, InstantSource clock) {
    this.fetcher = fetcher;
    this.clock = clock;
  }

  /** Why an address is not to be asked; null if it may be. May ask its site first. */
  @Nullable String objection(URI address) {
    BaseRobotRules rules = rules(address);
    if (rules.isAllowed(address.toString())) {
      return null;
    }
    return rules.isDeferVisits()
        ? "on a site whose robots.txt cannot be read at the moment"
        : "not for robots, says the robots.txt of its site";
  }

  /** The pause that a site asks for between two requests; zero if it asks for none. */
  Duration pause(URI address) {
    long millis = rules(address).getCrawlDelay();
    return millis <= 0 ? Duration.ZERO : Duration.ofMillis(millis);
  }

  private BaseRobotRules rules(URI address) {
    String site = site(address);
    synchronized (sites) {
      Known known = sites.get(site);
      if (known != null && known.until.isAfter(clock.instant())) {
        return known.rules;
      }
    }
    Known asked = ask(site);
    synchronized (sites) {
      sites.put(site, asked);
    }
    return asked.rules;
  }

  private static String site(URI address) {
    return (address.getScheme() + "://" + address.getRawAuthority()).toLowerCase(Locale.ROOT);
  }

  private Known ask(String site) {
    Instant now = clock.instant();
    String address = site + "/robots.txt";
    FetchResult result = fetcher.fetch(FetchRequest.page(URI.create(address)));
    if (result instanceof FetchResult.Fetched fetched) {
      byte[] bytes = fetched.bytes();
      byte[] head = bytes.length > MOST_BYTES ? Arrays.copyOf(bytes, MOST_BYTES) : bytes;
      SimpleRobotRules rules =
          new SimpleRobotRulesParser(LONGEST_PAUSE.toMillis(), 0)
              .parseContent(address, head, fetched.contentType(), List.of(NAME));
      return new Known(rules, now.plus(GOOD_FOR));
    }
    if (result instanceof FetchResult.Failed failed && !isAbsent(failed.status())) {
      SimpleRobotRules nothing = new SimpleRobotRules(RobotRulesMode.ALLOW_NONE);
      nothing.setDeferVisits(true);
      return new Known(nothing, now.plus(UNKNOWN_FOR));
    }
    return new Known(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), now.plus(GOOD_FOR));
  }

  /** RFC 9309, 2.3.1.3; 429 says that the server has no time, not that there is nothing. */
  private static boolean isAbsent(int status) {
    return status >= 400 && status < 500 && status != 429;
  }

  private static final class Newest extends LinkedHashMap<String, Known> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
      return size() > MOST_SITES;
    }
  }
}
