package io.hotline.ingest.pages;

import io.hotline.ingest.feeds.FeedCharacters;
import io.hotline.ingest.feeds.Transport;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/** Reads the article of a web page. Never throws for what is in it; opens nothing. */
public final class PageReader {

  /** A text in the metadata counts only if it is this much longer than the one that was found. */
  private static final double MUCH_LONGER = 1.6;

  /** What is shorter is a caption or a notice. */
  private static final int SHORTEST_TEXT = 140;

  /** Deeper pages are made to exhaust whoever reads them. */
  private static final int MAX_DEPTH = 400;

  private final ArticleExtractor extractor;

  /** One with the extractor that comes with the program. */
  public PageReader() {
    this(new BlockScores());
  }

  public PageReader(ArticleExtractor extractor) {
    this.extractor = extractor;
  }

  /** The article; without headline and text if the page has none. */
  public Page read(byte[] bytes, Transport transport) {
    String html = FeedCharacters.of(bytes, transport).text();
    String location = transport.location() == null ? "" : transport.location().toString();
    Document page = Jsoup.parse(html, location);
    if (isTooDeep(page)) {
      return new Page(location, null, "", false, null, null, List.of(), List.of(), null, null);
    }
    LinkedData data = LinkedData.of(page);
    MetaTags meta = new MetaTags(page);
    String site = first(data.publisher(), meta.site());
    String headline = first(data.text("headline"), headline(page, meta, site));
    String published = first(data.text("datePublished"), meta.published());
    String changed = first(data.text("dateModified"), meta.changed());
    List<String> authors = data.names("author");
    List<String> bylines = authors.isEmpty() ? meta.authors() : authors;
    String language = first(data.text("inLanguage"), meta.language());
    String url = address(first(meta.canonical(), data.text("url")), transport.location());
    String described = data.text("articleBody");
    String found = extractor.article(page);
    boolean byDescription =
        described != null
            && described.length() > SHORTEST_TEXT
            && described.length() > MUCH_LONGER * Jsoup.parseBodyFragment(found).text().length();
    return new Page(
        url,
        headline,
        byDescription && described != null ? described : found,
        !byDescription,
        published,
        changed,
        bylines,
        data.names("keywords"),
        language == null ? transport.language() : language,
        site);
  }

  private static boolean isTooDeep(Document page) {
    boolean[] deep = {false};
    page.filter(
        (node, depth) -> {
          deep[0] |= depth > MAX_DEPTH;
          return deep[0] ? NodeFilter.FilterResult.STOP : NodeFilter.FilterResult.CONTINUE;
        });
    return deep[0];
  }

  private static @Nullable String headline(Document page, MetaTags meta, @Nullable String site) {
    String said = meta.headline();
    if (said != null) {
      return withoutSite(said, site);
    }
    Element heading = page.selectFirst("article h1, main h1, h1");
    if (heading != null && !heading.text().isBlank()) {
      return heading.text();
    }
    String title = page.title();
    return title.isBlank() ? null : withoutSite(title, site);
  }

  /** {@code Talks begin | The Paper} is called "Talks begin". */
  private static String withoutSite(String title, @Nullable String site) {
    if (site == null) {
      return title;
    }
    String end = site.toLowerCase(Locale.ROOT);
    String whole = title.strip();
    if (!whole.toLowerCase(Locale.ROOT).endsWith(end) || whole.length() <= end.length()) {
      return whole;
    }
    String rest = whole.substring(0, whole.length() - end.length()).strip();
    boolean separated =
        !rest.isEmpty()
            && "|-\u2013\u2014\u00B7:\u00BB".indexOf(rest.charAt(rest.length() - 1)) >= 0;
    return separated ? rest.substring(0, rest.length() - 1).strip() : whole;
  }

  /** A canonical address that is only the site's own names no article. */
  private static @Nullable String address(@Nullable String written, @Nullable URI location) {
    if (location == null) {
      return written;
    }
    if (written == null) {
      return location.toString();
    }
    try {
      URI resolved = location.resolve(written.strip().replace(" ", "%20"));
      String path = resolved.getPath();
      boolean home = path == null || path.isEmpty() || path.equals("/");
      return home && resolved.getQuery() == null ? location.toString() : resolved.toString();
    } catch (IllegalArgumentException e) {
      return location.toString();
    }
  }

  private static @Nullable String first(@Nullable String preferred, @Nullable String other) {
    return preferred == null || preferred.isBlank() ? other : preferred;
  }
}
