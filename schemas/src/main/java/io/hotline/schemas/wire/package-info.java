/**
 * How records travel: Avro in the Confluent wire format, one zero byte, the schema's id as four
 * bytes big-endian, then the Avro binary. Subjects are named by TopicNameStrategy ({@code
 * <topic>-value}).
 *
 * <p>Start at {@link io.hotline.schemas.wire.AvroSerdes}: it builds what a client needs from {@link
 * io.hotline.schemas.ClusterConfig}, which names the serializer's and the deserializer's class.
 * Ours are {@link io.hotline.schemas.wire.HotlineAvroSerializer} and {@link
 * io.hotline.schemas.wire.HotlineAvroDeserializer}; they take the property names of Confluent's, so
 * that the one can stand in for the other. {@link io.hotline.schemas.wire.SchemaRegistration}
 * registers the schemas of topics at deployment.
 *
 * <p>Everything that goes wrong is a {@link io.hotline.schemas.wire.WireException}, of three kinds
 * which a caller must treat differently: a record that is itself at fault, a registry that is away,
 * and a registry that says no.
 */
@NullMarked
package io.hotline.schemas.wire;

import org.jspecify.annotations.NullMarked;
