// kafkajs with @kafkajs/confluent-schema-registry.
import { SchemaRegistry } from '@kafkajs/confluent-schema-registry'
import kafkajs from 'kafkajs'
import { readJob, tell } from './job.mjs'

const job = await readJob()
const kafka = new kafkajs.Kafka({ brokers: job.brokers, logLevel: kafkajs.logLevel.ERROR })
const registry = new SchemaRegistry({ host: job.registry })
const producer = kafka.producer({ idempotent: true })
const consumer = kafka.consumer({ groupId: job.group, readUncommitted: false })
await producer.connect()
await consumer.connect()
await consumer.subscribe({ topics: job.sources, fromBeginning: true })

const ids = {}
let seen = 0
await new Promise((resolve, reject) => {
  consumer.on('consumer.crash', event => reject(event.payload.error))
  consumer.run({
    eachMessage: async ({ topic, message }) => {
      try {
        const key = message.key.toString()
        const value = await registry.decode(message.value)
        tell(topic, key, value)
        const target = job.target[topic]
        ids[target] ??= await registry.getLatestSchemaId(`${target}-value`)
        await producer.send({
          topic: target,
          messages: [{ key, value: await registry.encode(ids[target], value) }]
        })
        seen += 1
        if (seen === job.total) {
          resolve()
        }
      } catch (error) {
        reject(error)
      }
    }
  }).catch(reject)
})
await consumer.disconnect()
await producer.disconnect()
