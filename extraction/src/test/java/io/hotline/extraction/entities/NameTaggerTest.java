package io.hotline.extraction.entities;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotline.extraction.text.Document;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class NameTaggerTest {

  private static final NameTagger TAGGER = NameTagger.load();

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "tagged-names.csv", delimiter = ';', numLinesToSkip = 1)
  void findsNames(String name, String text, String expected) {
    assertThat(names(text)).as(name).isEqualTo(expected);
  }

  @Test
  void findsNothingWhereNobodyIsNamed() {
    assertThat(names("The talks ended without a result.")).isEmpty();
  }

  @Test
  void manyThreadsGetTheSameAnswer() throws InterruptedException, ExecutionException {
    String text =
        IntStream.range(0, 200)
            .mapToObj(i -> "Vladimir Putin of Russia met Name" + i + " Surname" + i + " in Geneva.")
            .collect(Collectors.joining(" "));
    String expected = names(text);
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Future<String>> answers =
          IntStream.range(0, 16).mapToObj(i -> pool.submit(() -> names(text))).toList();
      for (Future<String> answer : answers) {
        assertThat(answer.get()).isEqualTo(expected);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static String names(String text) {
    return TAGGER.names(Document.of(text, null)).stream()
        .map(n -> n.span().of(text) + "/" + n.type())
        .collect(Collectors.joining(" "));
  }
}
