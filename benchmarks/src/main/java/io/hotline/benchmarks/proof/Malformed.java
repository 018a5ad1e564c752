package io.hotline.benchmarks.proof;

import io.hotline.cli.flow.Tallies;
import io.hotline.extraction.Extractor;
import io.hotline.processors.Processors;
import io.hotline.processors.ProcessorsConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.Topics;
import io.hotline.schemas.record.DateBasis;
import io.hotline.schemas.record.NewsItem;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Half of what is put on the items topic is spoilt: flipped bits, cut ends, noise, foreign schema
 * ids, lengths that promise gigabytes, lone surrogates, dates in 2099 and 1900. Every record must
 * be accounted for, and throughput must stay above half of the clean one's.
 */
final class Malformed implements Fault {
  private final Stand stand;
  private final Corpus corpus;
  private final Extractor extractor;
  private final int records;
  private final long seed;

  Malformed(Stand stand, Corpus corpus, Extractor extractor, int records, long seed) {
    this.stand = stand;
    this.corpus = corpus;
    this.extractor = extractor;
    this.records = records;
    this.seed = seed;
  }

  @Override
  public Result run() throws Exception {
    double clean = seconds("clean", 0);
    double spoilt = seconds("spoilt", 0.5);
    Namespace namespace = new Namespace("spoilt");
    Tallies tallies = stand.settle(namespace);
    Map<String, Integer> errors = new TreeMap<>();
    AtomicInteger letters = new AtomicInteger();
    String items = Topics.items(namespace).name();
    Oracle.read(
        stand.cluster(),
        Topics.deadLetters(namespace),
        (raw, key, letter) -> {
          errors.merge(letter.getErrorType(), 1, Integer::sum);
          // A signal that came too late for its story is one as well, and its item is enriched.
          letters.addAndGet(letter.getTopic().equals(items) ? 1 : 0);
        });
    List<Instant> future = new ArrayList<>();
    Oracle.read(
        stand.cluster(),
        Topics.enriched(namespace),
        (raw, key, item) -> {
          if (item.getItem().getPublished().isAfter(item.getItem().getSeen())) {
            future.add(item.getItem().getPublished());
          }
        });
    boolean held =
        tallies.balanced()
            && tallies.items() == records
            && letters.get() == tallies.deadLetters()
            && future.isEmpty()
            && clean / spoilt >= 0.5;
    return new Result(
        "malformed input",
        held,
        "%,d records, half of them spoilt in eight ways".formatted(records),
        "%s; dead letters %s; %d dates after they were seen; throughput %.0f %% of clean"
            .formatted(tallies, errors, future.size(), 100 * clean / spoilt));
  }

  private double seconds(String name, double share) throws InterruptedException {
    Namespace namespace = stand.namespace(name, Stand.US_RUSSIA);
    Random random = new Random(seed);
    try (Feed feed = new Feed(stand.cluster(), namespace)) {
      for (int n = 0; n < records; n++) {
        NewsItem item = corpus.item(n, records);
        byte[] value = random.nextDouble() < share ? spoil(feed, item, random) : feed.bytes(item);
        feed.send(item.getId(), value, item.getPublished().toEpochMilli());
      }
      feed.flush();
    }
    ProcessorsConfig config =
        ProcessorsConfig.of(stand.cluster(), namespace, stand.folder(name)).withThreads(2);
    Meter meter = new Meter();
    try (Processors processors = Processors.start(config, extractor, InstantSource.system())) {
      stand.settle(namespace);
      if (!processors.isAlive()) {
        throw new IllegalStateException(processors.fault().orElse("the topologies stopped"));
      }
      return meter.wall();
    }
  }

  private static byte[] spoil(Feed feed, NewsItem item, Random random) {
    byte[] good = feed.bytes(item);
    return switch (random.nextInt(8)) {
      case 0 -> flip(good, random, 1 + random.nextInt(16));
      case 1 -> Arrays.copyOf(good, random.nextInt(good.length));
      case 2 -> noise(random, random.nextInt(2_000));
      case 3 -> ByteBuffer.wrap(good.clone()).putInt(1, random.nextInt()).array();
      case 4 -> bomb(good);
      case 5 -> feed.bytes(NewsItem.newBuilder(item).setText(surrogates(random)).build());
      case 6 -> feed.bytes(dated(item, Instant.parse("2099-01-01T00:00:00Z")));
      default -> feed.bytes(dated(item, Instant.parse("1900-01-01T00:00:00Z")));
    };
  }

  private static byte[] flip(byte[] value, Random random, int bits) {
    byte[] flipped = value.clone();
    for (int i = 0; i < bits; i++) {
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return flipped;
  }

  private static byte[] noise(Random random, int length) {
    byte[] noise = new byte[length];
    random.nextBytes(noise);
    return noise;
  }

  /** After the header, a string that claims to be two gigabytes long. */
  private static byte[] bomb(byte[] good) {
    byte[] bomb = Arrays.copyOf(good, 5 + 6);
    bomb[5] = (byte) 0xFE;
    Arrays.fill(bomb, 6, 9, (byte) 0xFF);
    bomb[9] = 0x0F;
    return bomb;
  }

  private static String surrogates(Random random) {
    StringBuilder text = new StringBuilder("Lone halves ");
    for (int i = 0; i < 200; i++) {
      text.append((char) (0xD800 + random.nextInt(0x800))).append(' ');
    }
    // Avro writes UTF-8, in which a lone half has no form: it becomes a question mark.
    return text.append("and the end.").toString();
  }

  private static NewsItem dated(NewsItem item, Instant date) {
    return NewsItem.newBuilder(item)
        .setPublished(date)
        .setPublishedBasis(DateBasis.DOCUMENT)
        .build();
  }
}
