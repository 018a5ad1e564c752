package io.hotline.gateway;

import io.hotline.gateway.http.SecurityConfig;
import io.hotline.gateway.log.LogInMemory;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures what many listeners cost: {@code ManyListeners CLIENTS EVENTS MILLIS_BETWEEN}. A gateway
 * over a log in memory tells events of 2 kB to clients in a second process, first to all of them,
 * then with a hundred more that read nothing. Prints the time from writing an event to a client
 * having it, over all clients and events, and memory a client. Not a test: it asserts nothing.
 */
final class ManyListeners {

  private static final String TOPIC = "us-russia-contact";
  private static final int STALLED = 100;
  private static final int WARM_UP = 50;

  private ManyListeners() {}

  public static void main(String[] args) throws Exception {
    if (args[0].equals("client")) {
      new Clients(Integer.parseInt(args[1]), Integer.parseInt(args[2]), args[3]).run();
      return;
    }
    int clients = Integer.parseInt(args[0]);
    int events = Integer.parseInt(args[1]);
    long pause = Long.parseLong(args[2]);
    LogInMemory log = LogInMemory.house();
    try (Gateway gateway =
        Gateway.start(
            GatewayConfig.of(
                    ClusterConfig.plain("localhost:9", "http://localhost:9"), Namespace.LIVE)
                .listeningOn("127.0.0.1", 0)
                .with(SecurityConfig.DEFAULT.withLimits(20_000, 1_000_000, 20_000, 1 << 20)),
            log,
            InstantSource.system())) {
      new Requests(gateway.address()).await(200, "health/ready");
      long heap = heap();
      long resident = resident();
      Process crowd = clients(clients, 0, gateway.address());
      BufferedReader said =
          new BufferedReader(new InputStreamReader(crowd.getInputStream(), StandardCharsets.UTF_8));
      expect(said, "connected");
      write(log, WARM_UP, pause);
      System.out.printf(
          "%d clients: heap %.1f kB and memory of the process %.1f kB a client%n",
          clients, (heap() - heap) / 1e3 / clients, (resident() - resident) / 1e3 / clients);
      var unused = ask(crowd, said);
      measure("all read", crowd, said, log, events, pause);
      Process stalled = clients(0, STALLED, gateway.address());
      BufferedReader other =
          new BufferedReader(
              new InputStreamReader(stalled.getInputStream(), StandardCharsets.UTF_8));
      expect(other, "connected");
      measure(STALLED + " more read nothing", crowd, said, log, events, pause);
      measure("all read, again", crowd, said, log, events, pause);
      System.out.println(
          new Requests(gateway.address())
              .get("metrics")
              .body()
              .lines()
              .filter(line -> line.startsWith("hotline_stream"))
              .toList());
      crowd.destroy();
      stalled.destroy();
    }
    System.exit(0);
  }

  private static void measure(
      String what, Process crowd, BufferedReader said, LogInMemory log, int events, long pause)
      throws Exception {
    long cpu = cpu();
    write(log, events, pause);
    TimeUnit.SECONDS.sleep(3);
    cpu = cpu() - cpu;
    System.out.printf("%s: %s; %.1f s of CPU%n", what, ask(crowd, said), cpu / 1e9);
  }

  /** What came since it was asked last. */
  private static String ask(Process crowd, BufferedReader said) throws Exception {
    crowd.getOutputStream().write('\n');
    crowd.getOutputStream().flush();
    return said.readLine();
  }

  private static void expect(BufferedReader said, String word) throws Exception {
    String line = said.readLine();
    if (!word.equals(line)) {
      throw new IllegalStateException("the clients said " + line);
    }
  }

  private static void write(LogInMemory log, int events, long pause) throws InterruptedException {
    String text = "x".repeat(2_000);
    for (int i = 0; i < events; i++) {
      log.append(
          TOPIC,
          0,
          Instant.EPOCH,
          "{\"sent\":" + System.nanoTime() + ",\"text\":\"" + text + "\"}");
      TimeUnit.MILLISECONDS.sleep(pause);
    }
  }

  private static Process clients(int reading, int stalled, URI gateway) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-Xmx512m",
            "-cp",
            System.getProperty("java.class.path"),
            ManyListeners.class.getName(),
            "client",
            Integer.toString(reading),
            Integer.toString(stalled),
            gateway.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static long heap() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      TimeUnit.MILLISECONDS.sleep(100);
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static long resident() throws Exception {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
      }
    }
    return 0;
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** One thread for all clients. */
  private static final class Clients {

    private static final Pattern SENT = Pattern.compile("\"sent\":(\\d+)");

    private final int reading;
    private final int stalled;
    private final URI gateway;
    private long[] latencies = new long[1024];
    private int count;

    Clients(int reading, int stalled, String gateway) {
      this.reading = reading;
      this.stalled = stalled;
      this.gateway = URI.create(gateway);
    }

    void run() throws Exception {
      List<SocketChannel> open = new ArrayList<>();
      try (Selector selector = Selector.open()) {
        for (int i = 0; i < reading + stalled; i++) {
          SocketChannel channel = SocketChannel.open();
          if (i >= reading) {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
          }
          channel.connect(new InetSocketAddress(gateway.getHost(), gateway.getPort()));
          channel.write(
              ByteBuffer.wrap(
                  ("GET /streams/" + TOPIC + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                      .getBytes(StandardCharsets.US_ASCII)));
          open.add(channel);
          if (i < reading) {
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
          }
        }
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < Duration.ofSeconds(5).toNanos()) {
          read(selector, 100);
        }
        count = 0;
        System.out.println("connected");
        while (true) {
          read(selector, 50);
          if (System.in.available() > 0) {
            if (System.in.read() < 0) {
              return;
            }
            System.out.println(report());
            count = 0;
          }
        }
      }
    }

    private void read(Selector selector, long wait) throws Exception {
      selector.select(wait);
      ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);
      for (SelectionKey key : selector.selectedKeys()) {
        SocketChannel channel = (SocketChannel) key.channel();
        buffer.clear();
        int read = channel.read(buffer);
        long now = System.nanoTime();
        if (read < 0) {
          key.cancel();
          continue;
        }
        buffer.flip();
        Matcher sent = SENT.matcher(StandardCharsets.ISO_8859_1.decode(buffer));
        while (sent.find()) {
          if (count == latencies.length) {
            latencies = Arrays.copyOf(latencies, count * 2);
          }
          latencies[count++] = now - Long.parseLong(sent.group(1));
        }
      }
      selector.selectedKeys().clear();
    }

    private String report() {
      long[] sorted = Arrays.copyOf(latencies, count);
      Arrays.sort(sorted);
      return count == 0
          ? "nothing came"
          : "%d came, p50 %.1f ms, p99 %.1f ms, worst %.1f ms"
              .formatted(
                  count,
                  sorted[count / 2] / 1e6,
                  sorted[(int) (count * 0.99)] / 1e6,
                  sorted[count - 1] / 1e6);
    }
  }
}
