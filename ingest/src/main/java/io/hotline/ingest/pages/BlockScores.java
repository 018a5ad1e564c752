package io.hotline.ingest.pages;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/**
 * The element whose paragraphs hold most prose: each paragraph counts for its parent and half for
 * its grandparent, by its length and commas, less what of it is links. After arc90's Readability.
 */
final class BlockScores implements ArticleExtractor {

  private static final String NEVER_ARTICLE =
      "script,style,noscript,template,nav,footer,aside,form,iframe,svg,button,select,textarea,"
          + ":not(p)>time,figure,figcaption,dialog,menu,[hidden],[aria-hidden=true],[role=navigation],"
          + "[role=banner],[role=contentinfo],[role=complementary],[role=search],[role=dialog]";

  private static final String DECLARED = "[itemprop=articleBody],[property=articleBody]";

  private static final String BLOCKS = "p,h2,h3,h4,blockquote,pre,li,table";

  /** Names of classes and ids; whole words between hyphens and the like. */
  private static final Pattern BOILERPLATE = load();

  private static final int SHORTEST_PARAGRAPH = 25;
  private static final int SHORTEST_DECLARED = 200;

  @Override
  public String article(Document page) {
    page.select(NEVER_ARTICLE).remove();
    dropBoilerplate(page.body());
    Element declared = longest(page.body().select(DECLARED));
    if (declared != null && declared.text().length() >= SHORTEST_DECLARED) {
      return blocks(declared);
    }
    Element best = best(page.body());
    return best == null ? "" : blocks(best);
  }

  private static void dropBoilerplate(Element body) {
    for (Element element : body.select("[class],[id]")) {
      boolean whole = element.is("body,article,main") || element.select("article,main").size() == 1;
      if (!whole && BOILERPLATE.matcher(element.className() + ' ' + element.id()).find()) {
        element.remove();
      }
    }
  }

  private static @Nullable Element longest(Elements elements) {
    Element longest = null;
    for (Element element : elements) {
      if (longest == null || element.text().length() > longest.text().length()) {
        longest = element;
      }
    }
    return longest;
  }

  /** The block with the most text; of equals, the first of the page. */
  private static @Nullable Element best(Element body) {
    Map<Element, Double> scores = new LinkedHashMap<>(); // elements are equal only to themselves
    for (Element paragraph : body.select("p,pre,blockquote,div,td")) {
      double score = score(paragraph);
      Element parent = paragraph.parent();
      if (score > 0 && parent != null) {
        scores.merge(parent, score, Double::sum);
        Element grandparent = parent.parent();
        if (grandparent != null) {
          scores.merge(grandparent, score / 2, Double::sum);
        }
      }
    }
    Element best = null;
    double most = 0;
    for (Map.Entry<Element, Double> entry : scores.entrySet()) {
      double score = entry.getValue() * (1 - linkShare(entry.getKey()));
      if (score > most) {
        best = entry.getKey();
        most = score;
      }
    }
    return best == null ? null : withSiblings(best, scores, most);
  }

  /** The parent, where a page is cut into pieces by what stands between them. */
  private static Element withSiblings(Element best, Map<Element, Double> scores, double most) {
    Element parent = best.parent();
    if (parent == null || parent.is("body,html")) {
      return best;
    }
    for (Element sibling : parent.children()) {
      if (sibling != best && scores.getOrDefault(sibling, 0.0) > most / 4) {
        return parent;
      }
    }
    return best;
  }

  /** A div counts only for the characters that are its own. */
  private static double score(Element element) {
    boolean container = element.is("div,td,blockquote");
    String text = container ? element.ownText() : element.text();
    if (text.length() < SHORTEST_PARAGRAPH) {
      return 0;
    }
    double commas = text.chars().filter(c -> c == ',' || c == '\u060C' || c == '\u3001').count();
    return (1 + commas + Math.min(text.length() / 100.0, 3)) * (1 - linkShare(element));
  }

  private static double linkShare(Element element) {
    int all = element.text().length();
    int links = 0;
    for (Element link : element.select("a")) {
      links += link.text().length();
    }
    return all == 0 ? 1 : Math.min(1.0, (double) links / all);
  }

  private static String blocks(Element article) {
    StringBuilder html = new StringBuilder();
    Elements blocks = article.select(BLOCKS);
    if (blocks.isEmpty() || textOf(blocks).length() * 2 < article.text().length()) {
      // Lines between <br>, or divs as paragraphs.
      return article.html();
    }
    for (Element block : blocks) {
      if (isInside(block, article) || block.text().isBlank()) {
        continue;
      }
      boolean isPassage = block.is("p,pre,table") || !block.select("p").isEmpty();
      if (linkShare(block) > (isPassage ? 0.8 : 0.4) && block.text().length() < 200) {
        continue;
      }
      html.append(block.outerHtml());
    }
    return html.toString();
  }

  private static String textOf(Elements blocks) {
    return blocks.stream().map(Element::text).collect(Collectors.joining(" "));
  }

  /** A block within another comes with it. */
  private static boolean isInside(Element block, Element article) {
    for (Element at = block.parent(); at != null && at != article; at = at.parent()) {
      if (at.is(BLOCKS)) {
        return true;
      }
    }
    return false;
  }

  private static Pattern load() {
    try (InputStream in = BlockScores.class.getResourceAsStream("en/boilerplate.txt")) {
      if (in == null) {
        throw new IllegalStateException("en/boilerplate.txt is missing from the program");
      }
      String words =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(word -> word.toLowerCase(Locale.ROOT))
              .collect(Collectors.joining("|"));
      return Pattern.compile(
          "(?:^|[\\s_-])(?:" + words + ")(?:$|[\\s_-])", Pattern.CASE_INSENSITIVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
