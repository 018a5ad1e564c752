package io.hotline.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotline.schemas.record.FullText;
import io.hotline.schemas.record.PolledSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceListsTest {

  @Test
  void readsYaml() {
    List<PolledSource> sources =
        SourceLists.read(
            """
            sources:
              - https://www.example.org/world/rss.xml?edition=uk
              - {id: paper, url: "http://e.org/feed", name: The Paper, category: Papers, minIntervalSeconds: 60, fulltext: page}
            """);
    assertThat(sources)
        .extracting(
            PolledSource::getId,
            PolledSource::getUrl,
            PolledSource::getName,
            PolledSource::getMinIntervalSeconds,
            PolledSource::getFullText)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "example.org-world-rss.xml-edition-uk",
                "https://www.example.org/world/rss.xml?edition=uk",
                null,
                300,
                FullText.FEED),
            org.assertj.core.groups.Tuple.tuple(
                "paper", "http://e.org/feed", "The Paper", 60, FullText.PAGE));
    assertThat(SourceLists.read(SourceLists.yaml(sources))).isEqualTo(sources);
  }

  @Test
  void readsAndWritesOpml() {
    String opml =
        """
        <?xml version="1.0"?><opml version="2.0"><body>
        <outline text="Papers"><outline type="rss" text="A &amp; B" xmlUrl="http://e.org/a?x=1&amp;y=2" htmlUrl="http://e.org"/></outline>
        <outline title="Other" text="x" xmlurl="http://e.org/b"/><outline text="no feed"/></body></opml>
        """;
    List<PolledSource> sources = SourceLists.read(opml);
    assertThat(sources).extracting(PolledSource::getName).containsExactly("A & B", "Other");
    assertThat(sources).extracting(PolledSource::getCategory).containsExactly("Papers", null);
    assertThat(sources.get(0).getUrl()).isEqualTo("http://e.org/a?x=1&y=2");
    assertThat(SourceLists.read(SourceLists.opml(sources))).isEqualTo(sources);
    assertThat(SourceLists.read(SourceLists.yaml(sources))).isEqualTo(sources);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "- ftp://e.org/feed                        | url 'ftp://e.org/feed': expected an http(s) address",
        "- {id: a}                                 | source 1: expected a url",
        "- {url: 'http://e.org/', colour: red}     | 'colour' is not one of",
        "- {url: 'http://e.org/', minIntervalSeconds: 1} | expected at least 10",
        "- {url: 'http://e.org/', fulltext: both}  | fulltext 'both': expected feed or page",
        "just words                                | expected a list of sources",
        "<html/>                                   | XML that is no OPML",
        "[                                         | not YAML",
      })
  void saysWhatIsWrong(String list, String expected) {
    assertThatThrownBy(() -> SourceLists.read(list))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(expected);
  }
}
