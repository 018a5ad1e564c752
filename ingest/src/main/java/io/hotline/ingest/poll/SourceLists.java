package io.hotline.ingest.poll;

import io.hotline.schemas.record.FullText;
import io.hotline.schemas.record.PolledSource;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;

/**
 * Lists of sources in files: YAML, a list of {@code {id, url, name, category, minIntervalSeconds,
 * fulltext}} of which only {@code url} must be there, and OPML, which all readers of feeds
 * exchange.
 */
public final class SourceLists {

  private static final int DEFAULT_INTERVAL = 300;

  private SourceLists() {}

  /**
   * Reads a list in either format.
   *
   * @throws IllegalArgumentException if it is none; the message says where and why
   */
  public static List<PolledSource> read(String text) {
    return text.stripLeading().startsWith("<") ? readOpml(text) : readYaml(text);
  }

  /**
   * One source.
   *
   * @param id null for one made from the address
   * @throws IllegalArgumentException if something of it cannot be
   */
  public static PolledSource source(
      @Nullable String id,
      String url,
      @Nullable String name,
      @Nullable String category,
      int minIntervalSeconds) {
    return source(id, url, name, category, minIntervalSeconds, FullText.FEED);
  }

  /**
   * One source.
   *
   * @param id null for one made from the address
   * @param fullText whether the pages of its entries are fetched
   * @throws IllegalArgumentException if something of it cannot be
   */
  public static PolledSource source(
      @Nullable String id,
      String url,
      @Nullable String name,
      @Nullable String category,
      int minIntervalSeconds,
      FullText fullText) {
    URI address;
    try {
      address = URI.create(url.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("url '" + url + "': not an address", e);
    }
    String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    if (address.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
      throw new IllegalArgumentException("url '" + url + "': expected an http(s) address");
    }
    if (minIntervalSeconds < 10) {
      throw new IllegalArgumentException(
          "minIntervalSeconds %d: expected at least 10".formatted(minIntervalSeconds));
    }
    String called = id == null || id.isBlank() ? made(address) : id.strip();
    if (!called.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,99}")) {
      throw new IllegalArgumentException(
          "id '" + called + "': use letters, digits, dots and hyphens, at most 100");
    }
    return PolledSource.newBuilder()
        .setId(called)
        .setUrl(address.toString())
        .setName(name == null || name.isBlank() ? null : name.strip())
        .setCategory(category == null || category.isBlank() ? null : category.strip())
        .setMinIntervalSeconds(minIntervalSeconds)
        .setFullText(fullText)
        .build();
  }

  /** {@code https://www.example.org/world/rss.xml} is called {@code example.org-world-rss.xml}. */
  private static String made(URI address) {
    String path = address.getPath() == null ? "" : address.getPath();
    String query = address.getQuery() == null ? "" : "-" + address.getQuery();
    String made =
        (address.getHost().replaceFirst("^www\\.", "") + path + query)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}._]+", "-")
            .replaceAll("^[^\\p{L}\\p{N}]+|[-.]+$", "");
    return made.substring(0, Math.min(made.length(), 100));
  }

  private static List<PolledSource> readYaml(String text) {
    Object root;
    try {
      root = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    } catch (YAMLException e) {
      throw new IllegalArgumentException("not YAML: " + e.getMessage(), e);
    }
    Object list = root instanceof Map<?, ?> map ? map.get("sources") : root;
    if (!(list instanceof List<?> entries)) {
      throw new IllegalArgumentException("expected a list of sources, or OPML");
    }
    List<PolledSource> sources = new ArrayList<>();
    for (Object entry : entries) {
      sources.add(
          entry instanceof Map<?, ?> fields
              ? fromFields(fields, sources.size() + 1)
              : source(null, String.valueOf(entry), null, null, DEFAULT_INTERVAL));
    }
    return sources;
  }

  private static PolledSource fromFields(Map<?, ?> fields, int number) {
    for (Object key : fields.keySet()) {
      if (!List.of("id", "url", "name", "category", "minIntervalSeconds", "fulltext")
          .contains(key)) {
        throw new IllegalArgumentException(
            "source %d: '%s' is not one of id, url, name, category, minIntervalSeconds, fulltext"
                .formatted(number, key));
      }
    }
    Object interval = fields.get("minIntervalSeconds");
    if (fields.get("url") == null || (interval != null && !(interval instanceof Integer))) {
      throw new IllegalArgumentException(
          "source %d: expected a url, and a number as minIntervalSeconds".formatted(number));
    }
    return source(
        text(fields.get("id")),
        String.valueOf(fields.get("url")),
        text(fields.get("name")),
        text(fields.get("category")),
        interval instanceof Integer seconds ? seconds : DEFAULT_INTERVAL,
        fullText(text(fields.get("fulltext"))));
  }

  /**
   * What {@code fulltext} says.
   *
   * @param written null is {@code feed}
   * @throws IllegalArgumentException if it is neither {@code feed} nor {@code page}
   */
  public static FullText fullText(@Nullable String written) {
    return switch (written == null ? "feed" : written.toLowerCase(Locale.ROOT)) {
      case "feed" -> FullText.FEED;
      case "page" -> FullText.PAGE;
      default ->
          throw new IllegalArgumentException("fulltext '" + written + "': expected feed or page");
    };
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : String.valueOf(value);
  }

  private static List<PolledSource> readOpml(String text) {
    Document document = Jsoup.parse(text, "", Parser.xmlParser());
    if (document.getElementsByTag("opml").isEmpty()) {
      throw new IllegalArgumentException("XML that is no OPML: there is no <opml> in it");
    }
    List<PolledSource> sources = new ArrayList<>();
    for (Element outline : document.getElementsByTag("outline")) {
      String url = outline.attributes().getIgnoreCase("xmlUrl");
      if (!url.isBlank()) {
        Element parent = outline.parent();
        String folder =
            parent != null && parent.normalName().equals("outline") ? title(parent) : null;
        sources.add(source(null, url, title(outline), folder, DEFAULT_INTERVAL));
      }
    }
    return sources;
  }

  private static @Nullable String title(Element outline) {
    String title = outline.attr("title").isBlank() ? outline.attr("text") : outline.attr("title");
    return title.isBlank() ? null : title;
  }

  /** As YAML that {@link #read} reads. */
  public static String yaml(List<PolledSource> sources) {
    List<Map<String, Object>> list = new ArrayList<>();
    for (PolledSource source : sources) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("id", source.getId());
      fields.put("url", source.getUrl());
      if (source.getName() != null) {
        fields.put("name", source.getName());
      }
      if (source.getCategory() != null) {
        fields.put("category", source.getCategory());
      }
      if (source.getMinIntervalSeconds() != DEFAULT_INTERVAL) {
        fields.put("minIntervalSeconds", source.getMinIntervalSeconds());
      }
      if (source.getFullText() == FullText.PAGE) {
        fields.put("fulltext", "page");
      }
      list.add(fields);
    }
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    return new Yaml(new Representer(options), options).dump(list);
  }

  /** As OPML 2.0; identities, intervals and full texts are not part of it. */
  public static String opml(List<PolledSource> sources) {
    Map<String, List<PolledSource>> folders = new LinkedHashMap<>();
    sources.forEach(
        source ->
            folders
                .computeIfAbsent(
                    source.getCategory() == null ? "" : source.getCategory(),
                    f -> new ArrayList<>())
                .add(source));
    StringBuilder out =
        new StringBuilder(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n"
                + "<head><title>Hotline sources</title></head>\n<body>\n");
    folders.forEach(
        (folder, inside) -> {
          if (!folder.isEmpty()) {
            out.append("<outline text=\"").append(Entities.escape(folder)).append("\">\n");
          }
          for (PolledSource source : inside) {
            String title = source.getName() == null ? source.getId() : source.getName();
            out.append("<outline type=\"rss\" text=\"")
                .append(Entities.escape(title))
                .append("\" xmlUrl=\"")
                .append(Entities.escape(source.getUrl()))
                .append("\"/>\n");
          }
          if (!folder.isEmpty()) {
            out.append("</outline>\n");
          }
        });
    return out.append("</body>\n</opml>\n").toString();
  }
}
