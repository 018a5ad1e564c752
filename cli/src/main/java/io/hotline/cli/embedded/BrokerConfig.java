package io.hotline.cli.embedded;

import io.hotline.schemas.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** How a broker of one node for one laptop differs from Kafka's defaults, and why. */
final class BrokerConfig {

  static final int NODE_ID = 1;
  static final String CONTROLLER_LISTENER = "CONTROLLER";

  private static final int MEBIBYTE = 1024 * 1024;

  private BrokerConfig() {}

  static Map<String, String> of(Path folder, int port, int controllerPort) {
    Map<String, String> config = new HashMap<>();
    config.putAll(whereAndWho(folder, port, controllerPort));
    config.putAll(oneNode());
    config.putAll(anyTimeOfRecord());
    config.putAll(largeRecords());
    config.putAll(smallAndQuick());
    return config;
  }

  /**
   * A controller without a broker, in a broker's folder.
   *
   * @param session how long a broker may be silent before it is fenced
   */
  static Map<String, String> controllerAlone(Path folder, int port, Duration session) {
    return Map.of(
        "node.id",
        Integer.toString(NODE_ID),
        "process.roles",
        "controller",
        "log.dirs",
        folder.toString(),
        "listeners",
        CONTROLLER_LISTENER + "://localhost:" + port,
        "listener.security.protocol.map",
        CONTROLLER_LISTENER + ":PLAINTEXT",
        "controller.listener.names",
        CONTROLLER_LISTENER,
        "controller.quorum.voters",
        NODE_ID + "@localhost:" + port,
        "broker.session.timeout.ms",
        Long.toString(session.toMillis()),
        "broker.heartbeat.interval.ms",
        Long.toString(session.dividedBy(5).toMillis()));
  }

  private static Map<String, String> whereAndWho(Path folder, int port, int controllerPort) {
    return Map.of(
        "node.id",
        Integer.toString(NODE_ID),
        "process.roles",
        "broker,controller",
        "log.dirs",
        folder.toString(),
        "listeners",
        "BROKER://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort,
        "advertised.listeners",
        "BROKER://localhost:" + port,
        "listener.security.protocol.map",
        "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT",
        "inter.broker.listener.name",
        "BROKER",
        "controller.listener.names",
        CONTROLLER_LISTENER,
        "controller.quorum.voters",
        NODE_ID + "@localhost:" + controllerPort,
        "auto.create.topics.enable",
        "false");
  }

  private static Map<String, String> oneNode() {
    return Map.ofEntries(
        Map.entry("default.replication.factor", "1"),
        Map.entry("min.insync.replicas", "1"),
        Map.entry("offsets.topic.replication.factor", "1"),
        Map.entry("offsets.topic.num.partitions", "2"),
        Map.entry("transaction.state.log.replication.factor", "1"),
        Map.entry("transaction.state.log.min.isr", "1"),
        Map.entry("transaction.state.log.num.partitions", "2"),
        Map.entry("share.coordinator.state.topic.replication.factor", "1"),
        Map.entry("share.coordinator.state.topic.min.isr", "1"),
        Map.entry("share.coordinator.state.topic.num.partitions", "1"),
        // nobody to wait for: the group is one process, and starts at once
        Map.entry("group.initial.rebalance.delay.ms", "0"),
        Map.entry("group.streams.initial.rebalance.delay.ms", "0"),
        // a house that was off for a month must find its place again, not begin anew
        Map.entry("offsets.retention.minutes", Integer.toString(Integer.MAX_VALUE)));
  }

  /** Records carry event time: a story of 1987 is not old, a date in 2099 not impossible. */
  private static Map<String, String> anyTimeOfRecord() {
    return Map.of(
        "log.retention.ms", "-1",
        "log.message.timestamp.before.max.ms", Long.toString(Long.MAX_VALUE),
        "log.message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
  }

  private static Map<String, String> largeRecords() {
    String largest = Integer.toString(Topics.MAX_RECORD_BYTES + MEBIBYTE);
    return Map.of(
        "message.max.bytes", largest,
        "replica.fetch.max.bytes", largest,
        "replica.fetch.response.max.bytes", largest,
        "socket.request.max.bytes", Integer.toString(Topics.MAX_RECORD_BYTES + 8 * MEBIBYTE));
  }

  /** Most of the memory of a default broker is the log cleaner's and the threads' buffers. */
  private static Map<String, String> smallAndQuick() {
    return Map.ofEntries(
        Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(2 * MEBIBYTE)),
        Map.entry("log.cleaner.io.buffer.size", Integer.toString(128 * 1024)),
        Map.entry("log.index.size.max.bytes", Integer.toString(2 * MEBIBYTE)),
        Map.entry("num.network.threads", "2"),
        Map.entry("num.io.threads", "3"),
        Map.entry("background.threads", "2"),
        Map.entry("group.coordinator.threads", "1"),
        Map.entry("share.coordinator.threads", "1"),
        Map.entry("queued.max.requests", "64"),
        Map.entry("metric.reporters", ""),
        // an idle house is to be idle: fewer empty metadata records
        Map.entry("metadata.max.idle.interval.ms", "5000"));
  }
}
