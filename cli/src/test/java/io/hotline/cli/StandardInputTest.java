package io.hotline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Standard input belongs to the process: a command reads it and leaves it open. */
class StandardInputTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "extract -",
        "extract --who /nowhere/who.tsv -",
        "ingest --dry-run -",
        "topics test src/main/resources/io/hotline/cli/rules/us-russia-contact.yaml -"
      })
  void staysOpen(String line) {
    AtomicInteger closed = new AtomicInteger();
    byte[] item =
        "{\"id\":\"1\",\"published\":\"2025-01-20T10:00:00Z\",\"text\":\"Lavrov met Blinken.\"}\n"
            .getBytes(StandardCharsets.UTF_8);
    InputStream in =
        new ByteArrayInputStream(item) {
          @Override
          public void close() {
            closed.incrementAndGet();
          }
        };
    InputStream before = System.in;
    PrintStream out = System.out;
    PrintStream err = System.err;
    try (PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true)) {
      System.setIn(in);
      System.setOut(nowhere);
      System.setErr(nowhere);
      Main.run(line.split(" "));
    } finally {
      System.setIn(before);
      System.setOut(out);
      System.setErr(err);
    }
    assertThat(closed).hasValue(0);
  }
}
