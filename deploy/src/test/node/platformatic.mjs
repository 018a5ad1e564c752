// @platformatic/kafka with Confluent's serializer for JavaScript, @confluentinc/schemaregistry.
import {
  AvroDeserializer, AvroSerializer, SchemaRegistryClient, SerdeType
} from '@confluentinc/schemaregistry'
import { Consumer, FetchIsolationLevels, Producer } from '@platformatic/kafka'
import { Agent } from 'node:http'
import { readJob, tell } from './job.mjs'

const job = await readJob()
// On a connection that is kept, Apicurio can log an answer that never comes; so each request has its own.
const registry = new SchemaRegistryClient({
  baseURLs: [job.registry],
  createAxiosDefaults: { timeout: 20000, httpAgent: new Agent({ keepAlive: false }) }
})
const serializer = new AvroSerializer(registry, SerdeType.VALUE, {
  autoRegisterSchemas: false,
  useLatestVersion: true
})
const deserializer = new AvroDeserializer(registry, SerdeType.VALUE, {})
// A call that a busy machine does not answer is given up and made again.
const cluster = {
  clientId: job.group,
  bootstrapBrokers: job.brokers,
  timeout: 10000,
  retries: 5
}
const producer = new Producer({ ...cluster, idempotent: true })
const consumer = new Consumer({ ...cluster, groupId: job.group })
const stream = await consumer.consume({
  topics: job.sources,
  mode: 'earliest',
  isolationLevel: FetchIsolationLevels.READ_COMMITTED,
  autocommit: false,
  maxWaitTime: 500
})

// By event: while an `async` loop is busy with a record, this client fetches no others.
const messages = await new Promise((resolve, reject) => {
  const read = []
  stream.on('error', reject)
  stream.on('data', message => {
    read.push(message)
    if (read.length === job.total) {
      resolve(read)
    }
  })
})
console.error(`${messages.length} records read`)
for (const message of messages) {
  const value = await deserializer.deserialize(message.topic, message.value)
  tell(message.topic, message.key.toString(), value)
  const target = job.target[message.topic]
  await producer.send({
    messages: [
      { topic: target, key: message.key, value: await serializer.serialize(target, value) }
    ]
  })
}
console.error('all written')
await consumer.close(true)
await producer.close()
