package io.hotline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What people see who type something wrong, and the exit code that scripts see. */
class MainTest {

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "command-lines.csv", numLinesToSkip = 1, delimiter = '|')
  void says(String name, String arguments, int code, String said) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = System.out;
    PrintStream err = System.err;
    int actual;
    try (PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      System.setOut(both);
      System.setErr(both);
      actual = Main.run(arguments == null ? new String[0] : arguments.split(" +"));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    String text = printed.toString(StandardCharsets.UTF_8);
    assertThat(actual).as(text).isEqualTo(code);
    assertThat(text).doesNotContain("\tat io.hotline");
    Arrays.stream(said.split(" & ")).forEach(part -> assertThat(text).contains(part.strip()));
  }
}
