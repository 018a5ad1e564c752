package io.hotline.ingest.pages;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a page says of itself in its head: OpenGraph, Dublin Core, and the names sites made up. */
final class MetaTags {

  private final Document page;

  MetaTags(Document page) {
    this.page = page;
  }

  @Nullable String headline() {
    return first("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title");
  }

  @Nullable String published() {
    String said =
        first(
            "article:published_time",
            "article:published",
            "og:published_time",
            "datePublished",
            "parsely-pub-date",
            "sailthru.date",
            "dc.date.issued",
            "dcterms.created",
            "dc.date",
            "publication_date",
            "publish-date",
            "pubdate",
            "date");
    if (said != null) {
      return said;
    }
    for (Element time :
        page.select(
            "[itemprop=datePublished],time[pubdate],article time[datetime],time[datetime]")) {
      String when = time.hasAttr("datetime") ? time.attr("datetime") : time.attr("content");
      if (!when.isBlank()) {
        return when.strip();
      }
    }
    return null;
  }

  @Nullable String changed() {
    return first(
        "article:modified_time",
        "og:updated_time",
        "dateModified",
        "dcterms.modified",
        "last-modified");
  }

  @Nullable String canonical() {
    Element link = page.selectFirst("link[rel=canonical][href]");
    String address = link == null ? "" : link.attr("href");
    return address.isBlank() ? first("og:url") : address.strip();
  }

  @Nullable String site() {
    return first("og:site_name", "application-name", "dc.publisher");
  }

  @Nullable String language() {
    Element html = page.selectFirst("html[lang]");
    String said = html == null ? "" : html.attr("lang");
    return said.isBlank() ? first("og:locale", "content-language", "dc.language") : said.strip();
  }

  List<String> authors() {
    List<String> authors = new ArrayList<>();
    for (String name :
        List.of(
            "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl")) {
      for (Element meta : metas(name)) {
        String value = meta.attr("content").strip();
        if (!value.isEmpty() && !value.matches("(?i)https?://.*")) {
          authors.add(value.replaceFirst("(?i)^by\\s+", ""));
        }
      }
      if (!authors.isEmpty()) {
        return authors;
      }
    }
    for (Element element :
        page.select("[itemprop=author] [itemprop=name],[rel=author],[itemprop=author],.byline")) {
      String name = element.text().replaceFirst("(?i)^by\\s+", "").strip();
      if (!name.isEmpty() && name.length() < 100) {
        return List.of(name);
      }
    }
    return authors;
  }

  private @Nullable String first(String... names) {
    for (String name : names) {
      for (Element meta : metas(name)) {
        String value = meta.attr("content").strip();
        if (!value.isEmpty()) {
          return value;
        }
      }
    }
    return null;
  }

  private List<Element> metas(String name) {
    List<Element> found = new ArrayList<>();
    for (Element meta : page.select("meta[content]")) {
      if (name.equalsIgnoreCase(meta.attr("property"))
          || name.equalsIgnoreCase(meta.attr("name"))
          || name.equalsIgnoreCase(meta.attr("itemprop"))
          || name.equalsIgnoreCase(meta.attr("http-equiv"))) {
        found.add(meta);
      }
    }
    return found;
  }
}
