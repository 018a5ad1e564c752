// What a client is given on standard input, and what it gives back on standard output.
//
// In:  {bootstrap, registry, group, topics: [{from, to, count}]}
// Out: a line for each record read, {topic, key, value}, with bytes as Base64. Each is also written,
//      with the same key, to the topic `to` that belongs to the one it was read from.
import { text } from 'node:stream/consumers'

export async function readJob () {
  const job = JSON.parse(await text(process.stdin))
  return {
    ...job,
    brokers: job.bootstrap.split(','),
    sources: job.topics.map(topic => topic.from),
    target: Object.fromEntries(job.topics.map(topic => [topic.from, topic.to])),
    total: job.topics.reduce((sum, topic) => sum + topic.count, 0)
  }
}

export function tell (topic, key, value) {
  console.log(JSON.stringify({ topic, key, value: withBase64(value) }))
}

function withBase64 (value) {
  if (Buffer.isBuffer(value) || value instanceof Uint8Array) {
    return Buffer.from(value).toString('base64')
  }
  if (Array.isArray(value)) {
    return value.map(withBase64)
  }
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withBase64(each)]))
  }
  return value
}
