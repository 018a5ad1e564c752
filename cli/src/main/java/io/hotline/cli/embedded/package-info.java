/**
 * A cluster inside this JVM, for a laptop: a real Kafka broker in KRaft mode, and a registry that
 * serves the Confluent Schema Registry API.
 *
 * <p>Start at {@link io.hotline.cli.embedded.EmbeddedCluster}, which starts both on a data folder
 * and says where they are. {@link io.hotline.cli.embedded.EmbeddedBroker} formats the folder when
 * it is new and starts Kafka on it. {@link io.hotline.cli.embedded.EmbeddedRegistry} keeps its
 * schemas where Confluent's registry does and as it does, in the compacted topic {@code _schemas},
 * so that one can take over from the other: {@link io.hotline.cli.embedded.SchemasTopic} reads and
 * writes the topic, {@link io.hotline.cli.embedded.RegistryState} is what follows from its records,
 * {@link io.hotline.cli.embedded.Subjects} holds the rules of the API, {@link
 * io.hotline.cli.embedded.RegistryRoutes} its addresses.
 *
 * <p>Both listen on the loopback address only, and neither asks who calls.
 */
@NullMarked
package io.hotline.cli.embedded;

import org.jspecify.annotations.NullMarked;
