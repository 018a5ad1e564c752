package io.hotline.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.spi.FilterReply;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logging in code: reading an XML file would cost a tenth of a second at every start. Standard
 * error gets our own warnings, or everything from INFO up with {@code --verbose}; {@link #alsoTo}
 * keeps the whole story in a file.
 */
public final class Logging extends ContextAwareBase implements Configurator {
  private static final String PATTERN = "%d{HH:mm:ss.SSS} %-5level %logger{24} %msg%n";

  /** Called by logback when the first logger is asked for. */
  @Override
  public ExecutionStatus configure(LoggerContext context) {
    levels(context, false);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /** Sets what standard error shows. */
  static void configure(boolean verbose) {
    LoggerContext context = context();
    ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
    console.setContext(context);
    console.setName("console");
    console.setTarget("System.err");
    console.setEncoder(encoder(context));
    console.addFilter(new ForPeople(verbose));
    console.start();
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(console);
    levels(context, verbose);
  }

  /** Keeps everything from INFO up in a file as well. */
  static void alsoTo(Path file) {
    LoggerContext context = context();
    FileAppender<ILoggingEvent> appender = new FileAppender<>();
    appender.setContext(context);
    appender.setName("file");
    appender.setFile(file.toString());
    appender.setEncoder(encoder(context));
    appender.start();
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
    levels(context, true);
  }

  private static void levels(LoggerContext context, boolean everything) {
    context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(everything ? Level.INFO : Level.OFF);
    context.getLogger("io.hotline").setLevel(everything ? Level.INFO : Level.WARN);
  }

  private static LoggerContext context() {
    return (LoggerContext) LoggerFactory.getILoggerFactory();
  }

  private static PatternLayoutEncoder encoder(LoggerContext context) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(PATTERN);
    encoder.start();
    return encoder;
  }

  /** Lets through what a person at the terminal must see. */
  private static final class ForPeople extends Filter<ILoggingEvent> {
    private final boolean everything;

    ForPeople(boolean everything) {
      this.everything = everything;
    }

    @Override
    public FilterReply decide(ILoggingEvent event) {
      boolean ours = event.getLoggerName().startsWith("io.hotline");
      return everything || (ours && event.getLevel().isGreaterOrEqual(Level.WARN))
          ? FilterReply.NEUTRAL
          : FilterReply.DENY;
    }
  }
}
