import { once } from 'node:events'
import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { MOST_KEPT } from '../../src/app/served-data.ts'
import { Kept } from '../../src/core/kept.ts'
import { keepingPages } from '../../src/web/pages/page-cache.ts'
import { DAY, NOON, openPages } from './box.ts'
import { drawFrom } from './chance.ts'
import type { Count } from './count.ts'
import { type Figures, roundUp } from './figures.ts'
import { addresses } from './scale.ts'

/** `paths`: every address that a visitor finds. */
type KeepingDoor = Readonly<{
  ask: (path: string) => Promise<void>
  count: Count
  paths: readonly string[]
}>
/** A server that keeps its pages as the program does, asked by a browser without cookies. */
export async function withKeeping<T>(
  folder: string,
  kept: Kept,
  work: (door: KeepingDoor) => T,
): Promise<Awaited<T>> {
  const pages = openPages(folder, kept)
  const keeping = { kept, now: () => NOON, around: () => DAY }
  const server = createServer(keepingPages(getRequestListener(pages.app.fetch), keeping))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const ask = async (path: string): Promise<void> => {
    drawFrom(3)
    const headers = { host: 'localhost', 'accept-language': 'fr' }
    const [answer] = await once(get({ port, path, headers }), 'response')
    await once(answer.resume(), 'end')
  }
  try {
    return await work({ ask, count: pages.count, paths: [...addresses(pages).values()].flat() })
  } finally {
    server.close()
    server.closeAllConnections()
    pages.close()
  }
}

/**
 * What is kept once every address that a visitor finds was asked of one server.
 *
 * Units   bytes, as `Kept` reckons them.
 */
export async function measureMemory(folder: string): Promise<Figures> {
  const kept = new Kept(MOST_KEPT)
  await withKeeping(folder, kept, async ({ ask, paths }) => {
    for (const path of paths) await ask(path)
  })
  const seen = [`${kept.count} pages and pieces`]
  return new Map([['memory kept: bytes', { figure: roundUp(kept.size), seen }]])
}
