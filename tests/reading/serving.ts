import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after } from 'node:test'

/**
 * A small server of this machine, closed with the test that asks for it: its address, without a
 * stroke at the end.
 */
export async function serving(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  after(() => {
    server.closeAllConnections()
    server.close()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
