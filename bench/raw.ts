import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * What the house is measured beside: node:http itself, answering so many bytes that are ready, with
 * nothing to decide. A post is read whole and answered by 303, as the house does.
 */
const body = Buffer.alloc(Number(process.argv[2] ?? 0), 'a')

const server = createServer((request, answer) => {
  if (request.method === 'GET') {
    answer.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-length': body.length,
    })
    answer.end(body)
    return
  }
  request.on('data', () => undefined)
  request.on('end', () => {
    answer.writeHead(303, { location: '/', 'content-length': 0 })
    answer.end()
  })
})
server.listen(0, '127.0.0.1', () =>
  console.log(`raw : http://127.0.0.1:${(server.address() as AddressInfo).port}`),
)
