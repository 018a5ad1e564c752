package io.hotline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotline.extraction.Extractor;
import io.hotline.processors.RuleTrial;
import io.hotline.schemas.RecordTrust;
import io.hotline.schemas.record.DateBasis;
import io.hotline.schemas.record.NewsItem;
import io.hotline.schemas.record.Signal;
import io.hotline.schemas.record.TopicRule;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Each rule that ships, on sentences that its readers want to hear of, and on some near them. */
class ShippedRulesTest {
  private static Extractor extractor;
  private static Map<String, TopicRule> rules;

  @BeforeAll
  static void load() {
    RecordTrust.establish();
    extractor = Extractors.load();
    rules =
        ShippedRules.load().stream()
            .collect(Collectors.toMap(TopicRule::getId, Function.identity()));
  }

  @ParameterizedTest(name = "{0} {1}: {3}")
  @CsvFileSource(resources = "shipped-rules.csv", numLinesToSkip = 1)
  void fires(String rule, String status, LocalDate day, String text) {
    NewsItem item =
        NewsItem.newBuilder()
            .setId("i")
            .setSource("A Paper")
            .setText(text)
            .setPublished(day.atTime(12, 0).toInstant(ZoneOffset.UTC))
            .setPublishedBasis(DateBasis.FEED)
            .setSeen(day.atTime(12, 0).toInstant(ZoneOffset.UTC))
            .build();
    List<Signal> signals =
        new RuleTrial(Objects.requireNonNull(rules.get(rule), rule))
            .signals(RuleTrial.read(item, extractor));
    assertThat(
            signals.stream()
                .map(signal -> signal.getEvent().getStatus().toString())
                .distinct()
                .toList())
        .as(text)
        .isEqualTo(status.equals("silent") ? List.of() : List.of(status));
  }
}
