package io.hotline.benchmarks;

import io.hotline.processors.rules.CompiledRule;
import io.hotline.processors.rules.ParsedRule;
import io.hotline.processors.rules.ReadItem;
import io.hotline.processors.rules.RuleIndex;
import io.hotline.processors.rules.Rules;
import io.hotline.schemas.record.EnrichedItem;
import io.hotline.schemas.record.Event;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;

/**
 * Items a second by the number of rules: an item is decoded from its Avro bytes, its events are
 * asked of the index, and what the index finds is asked exactly, as in the signals topology. The
 * rules are mixed, a fifth with a query; those of a larger set include those of a smaller. By the
 * thread's processor time, the median of rounds in which the sets take turns. Beside it, queries
 * alone through our index and through Lucene's Monitor.
 */
public final class RuleCount {

  private static final int[] COUNTS = {10, 100, 1_000, 10_000};
  private static final int ITEMS = 1_000;
  private static final int ROUNDS = 5;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private RuleCount() {}

  private record Result(double itemsASecond, double candidates, double hits) {}

  public static void main(String[] args) throws IOException, ParseException {
    RuleLoad load = new RuleLoad(new Random(42));
    List<byte[]> items = load.items(ITEMS);
    List<String> yamls = load.rules(COUNTS[COUNTS.length - 1]);
    List<CompiledRule> rules = yamls.stream().map(RuleCount::compile).toList();
    List<RuleIndex> indexes = new ArrayList<>();
    for (int count : COUNTS) {
      long start = THREADS.getCurrentThreadCpuTime();
      indexes.add(new RuleIndex(rules.subList(0, count)));
      System.out.printf(
          "%,6d rules indexed in %.0f ms%n",
          count, (THREADS.getCurrentThreadCpuTime() - start) / 1e6);
    }
    List<List<Result>> results = new ArrayList<>();
    indexes.forEach(index -> results.add(new ArrayList<>()));
    for (int round = -2; round < ROUNDS; round++) { // two to warm up
      for (int i = 0; i < COUNTS.length; i++) {
        Result result = measure(indexes.get(i), items);
        if (round >= 0) {
          results.get(i).add(result);
        }
      }
    }
    System.out.printf(
        "%n%10s %14s %8s %16s %12s%n", "rules", "items/s", "ratio", "asked/item", "hits/item");
    double first = median(results.get(0));
    for (int i = 0; i < COUNTS.length; i++) {
      Result any = results.get(i).get(0);
      System.out.printf(
          Locale.ROOT,
          "%,10d %,14.0f %7.0f%% %16.2f %12.2f%n",
          COUNTS[i],
          median(results.get(i)),
          100 * median(results.get(i)) / first,
          any.candidates(),
          any.hits());
    }
    System.out.println();
    compareWithMonitor(load, items);
  }

  private static CompiledRule compile(String yaml) {
    if (Rules.parse(yaml, "rule.yaml") instanceof ParsedRule.Accepted accepted) {
      return Rules.compile(accepted.rule());
    }
    throw new IllegalArgumentException(Rules.parse(yaml, "rule.yaml").toString());
  }

  private static double median(List<Result> results) {
    double[] sorted = results.stream().mapToDouble(Result::itemsASecond).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static Result measure(RuleIndex index, List<byte[]> items) throws IOException {
    SpecificDatumReader<EnrichedItem> reader = new SpecificDatumReader<>(EnrichedItem.class);
    BinaryDecoder decoder = null;
    long candidates = 0;
    long hits = 0;
    long start = THREADS.getCurrentThreadCpuTime();
    for (byte[] bytes : items) {
      decoder = DecoderFactory.get().binaryDecoder(bytes, decoder);
      ReadItem item = new ReadItem(reader.read(null, decoder));
      RuleIndex.Search search = index.search(item);
      for (Event event : item.item().getEvents()) {
        for (CompiledRule rule : search.candidates(event)) {
          candidates++;
          hits += rule.matches(item, event) ? 1 : 0;
        }
      }
    }
    double seconds = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
    return new Result(
        items.size() / seconds, candidates / (double) items.size(), hits / (double) items.size());
  }

  private static void compareWithMonitor(RuleLoad load, List<byte[]> items)
      throws IOException, ParseException {
    SpecificDatumReader<EnrichedItem> reader = new SpecificDatumReader<>(EnrichedItem.class);
    List<EnrichedItem> read = new ArrayList<>();
    for (byte[] bytes : items) {
      read.add(reader.read(null, DecoderFactory.get().binaryDecoder(bytes, null)));
    }
    System.out.printf("%10s %18s %18s%n", "queries", "ours, items/s", "Monitor, items/s");
    for (int count : COUNTS) {
      List<String> queries = load.queries(count);
      RuleIndex ours =
          new RuleIndex(
              queries.stream()
                  .map(
                      query ->
                          compile(
                              "{id: q" + Math.abs(query.hashCode()) + ", query: '" + query + "'}"))
                  .toList());
      StandardAnalyzer words = new StandardAnalyzer();
      try (Monitor monitor = new Monitor(words)) {
        List<MonitorQuery> registered = new ArrayList<>();
        for (int i = 0; i < queries.size(); i++) {
          registered.add(
              new MonitorQuery("q" + i, new QueryParser("text", words).parse(queries.get(i))));
        }
        monitor.register(registered);
        double[] a = new double[ROUNDS];
        double[] b = new double[ROUNDS];
        long found = 0;
        long foundByMonitor = 0;
        for (int round = -2; round < ROUNDS; round++) {
          found = 0;
          long start = THREADS.getCurrentThreadCpuTime();
          for (EnrichedItem each : read) {
            ReadItem item = new ReadItem(each);
            Event event = each.getEvents().get(0);
            for (CompiledRule rule : ours.search(item).candidates(event)) {
              found += rule.matches(item, event) ? 1 : 0;
            }
          }
          long middle = THREADS.getCurrentThreadCpuTime();
          foundByMonitor = 0;
          for (EnrichedItem each : read) {
            Document document = new Document();
            document.add(new TextField("text", each.getItem().getText(), Field.Store.NO));
            document.add(new TextField("headline", each.getItem().getHeadline(), Field.Store.NO));
            foundByMonitor += monitor.match(document, QueryMatch.SIMPLE_MATCHER).getMatchCount();
          }
          long end = THREADS.getCurrentThreadCpuTime();
          if (round >= 0) {
            a[round] = items.size() / ((middle - start) / 1e9);
            b[round] = items.size() / ((end - middle) / 1e9);
          }
        }
        Arrays.sort(a);
        Arrays.sort(b);
        System.out.printf(
            "%,10d %,18.0f %,18.0f   (%,d and %,d matches)%n",
            count, a[ROUNDS / 2], b[ROUNDS / 2], found, foundByMonitor);
      }
    }
  }
}
