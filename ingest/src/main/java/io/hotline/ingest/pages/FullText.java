package io.hotline.ingest.pages;

import io.hotline.ingest.Normalized;
import io.hotline.ingest.RawDocument;
import io.hotline.ingest.TextForm;
import io.hotline.ingest.feeds.Transport;
import io.hotline.ingest.normalize.Normalizer;
import io.hotline.schemas.record.NewsItem;
import io.hotline.schemas.record.PubStatus;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of a feed's entry from its page, where the feed gives only a summary. The entry remains
 * the same item: its identity, source, headline and date are the feed's; the page adds its text and
 * its canonical address, and what the feed does not say. Thread-safe.
 */
public final class FullText {

  /** Shorter texts are taken for summaries: about 160 words of English. */
  private static final int SHORTEST_ARTICLE = 1_000;

  private static final Pattern CUT =
      Pattern.compile("(?:\\u2026|\\.\\.\\.|\\[(?:\\u2026|\\.\\.\\.)\\])\\s*$");

  /** What tells texts apart; shorter words are in all of them, longer ones are whole sentences. */
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{4,20}");

  /** With fewer words nobody can tell what a text is about. */
  private static final int FEWEST_WORDS = 5;

  /** What share of the entry's words the page of the same story has at least. */
  private static final double SHARED = 0.4;

  private final Normalizer normalizer;
  private final PageReader pages = new PageReader();

  public FullText(Normalizer normalizer) {
    this.normalizer = normalizer;
  }

  /** What came of a page. */
  public sealed interface Completion {

    /** The entry with the text of its page. */
    record Completed(Normalized item) implements Completion {}

    /** The feed says it all already, as with a brief of a few lines. */
    record NothingMore() implements Completion {}

    /** The page cannot be used; {@code why} follows the name of the page. */
    record Kept(String why) implements Completion {}
  }

  /** Whether the page of an item is worth reading: there is one, and the feed says little. */
  public static boolean isSummary(NewsItem item) {
    if (item.getUrl() == null || item.getPubStatus() == PubStatus.CANCELED) {
      return false;
    }
    return item.getText().length() - item.getHeadline().length() < SHORTEST_ARTICLE
        || CUT.matcher(item.getText()).find();
  }

  /**
   * Reads a page. Never throws for what is in it.
   *
   * @param entry as the feed gives it
   * @param summary what came of the entry
   * @param bytes of the entry's page
   */
  public Completion complete(
      RawDocument entry, NewsItem summary, byte[] bytes, Transport transport) {
    Page page = pages.read(bytes, transport);
    if (page.body().isBlank()) {
      return new Completion.Kept("has no text of an article");
    }
    if (!(normalizer.normalize(merged(entry, page)) instanceof Normalized full)) {
      return new Completion.Kept("has a text that cannot be an item");
    }
    if (full.item().getText().length() <= summary.getText().length()) {
      return new Completion.NothingMore();
    }
    if (!isAbout(full.item().getText(), summary.getText())) {
      return new Completion.Kept(
          "is about something else: a notice, a form, or for subscribers only");
    }
    return new Completion.Completed(
        new Normalized(
            NewsItem.newBuilder(full.item())
                .setId(summary.getId())
                .setSource(summary.getSource())
                .build(),
            full.notices()));
  }

  private static RawDocument merged(RawDocument entry, Page page) {
    RawDocument.Builder document =
        RawDocument.at(entry.origin(), entry.seen(), entry.raw(), entry.collection())
            .source(entry.source())
            .itemId(entry.itemId())
            .url(page.url() == null ? entry.url() : page.url())
            .body(page.body(), page.bodyIsHtml() ? TextForm.HTML : TextForm.UNSAID)
            .published(entry.published())
            .changed(entry.changed())
            .documentDate(page.published() == null ? page.changed() : page.published())
            .language(entry.language() == null ? page.language() : entry.language())
            .pubStatus(entry.pubStatus())
            .authors(entry.authors().isEmpty() ? page.authors() : entry.authors())
            .tags(union(entry.tags(), page.tags()));
    if (entry.headline() == null || entry.headline().isBlank()) {
      document.headline(page.headline(), TextForm.UNSAID);
    } else {
      document.headline(entry.headline(), entry.headlineForm());
    }
    return document.build();
  }

  private static List<String> union(List<String> some, List<String> others) {
    Set<String> all = new LinkedHashSet<>(some);
    all.addAll(others);
    return List.copyOf(all);
  }

  private static boolean isAbout(String text, String summary) {
    Set<String> told = words(summary);
    if (told.size() < FEWEST_WORDS) {
      return true;
    }
    Set<String> known = words(text);
    long shared = told.stream().filter(known::contains).count();
    return shared >= SHARED * told.size();
  }

  private static Set<String> words(@Nullable String text) {
    Set<String> words = new HashSet<>();
    Matcher word = WORD.matcher(text == null ? "" : text.toLowerCase(Locale.ROOT));
    while (word.find()) {
      words.add(word.group());
    }
    return words;
  }
}
