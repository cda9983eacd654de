import { rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { puttingBackWords } from '../backup/putting-back-words.ts'
import type { Restored } from '../backup/restore.ts'
import { restoreFault, salvagedSaid } from '../backup/restore-said.ts'
import { backupWords } from '../backup/words.ts'
import { takeLock } from '../files/folder.ts'
import { sayPage } from '../ui/say.ts'
import type { Certificate } from '../web/certificate.ts'
import { stop } from '../web/listening.ts'
import type { PutBack, PutBackSaid } from '../web/served.ts'

/** Where a browser is answered while the page is closed. */
type Door = Readonly<{
  host: string
  port: number
  tlsPort: number | undefined
  certificate: Certificate | undefined
  next: string
}>
/** How soon a browser asks again. Units: seconds. */
const AGAIN_S = 3

/**
 * Puts a backup back in a folder that no server holds.
 *
 * Shape   `shut`: closes the page that stands there meanwhile. Whoever opens the folder calls it
 *         just before it listens: a browser that asks again in between would show an error, and
 *         would ask no more.
 * Law     the folder stays as it was when the backup can't be read; what it held is put beside,
 *         never deleted (restore.ts).
 */
export async function putBack(
  folder: string,
  of: PutBack,
  door: Door,
  { progress, report }: Readonly<{ progress: () => void; report: (error: unknown) => string }>,
): Promise<Readonly<{ said: PutBackSaid; shut: () => Promise<void> }>> {
  const shut = await waiting(door)
  const unlock = takeLock(folder)
  try {
    const { restoreFrom } = await import('../backup/restore.ts')
    const { tables } = await import('./tables.ts')
    const given = {
      folder,
      file: of.file,
      passphrase: () => Promise.resolve(of.passphrase),
      forgettings: [],
      bricks: tables,
      now: new Date(),
    }
    return { said: saidDone(await restoreFrom({ ...given, isNew: of.isNew, progress })), shut }
  } catch (error) {
    return { said: saidFailed(error, folder, report(error)), shut }
  } finally {
    rmSync(of.file, { force: true })
    unlock()
  }
}

const saidFailed =
  (error: unknown, folder: string, reference: string): PutBackSaid =>
  lang => {
    const { restore, archive } = backupWords(lang)
    const fault = restoreFault(error, { folder, restore, archive })
    return { done: false, sentences: [fault ?? puttingBackWords(lang).failed(reference)] }
  }

/** Only at the machine is it said where the folder before lies. */
const saidDone =
  ({ records, forgotten, aside, lost, ...missing }: Restored): PutBackSaid =>
  (lang, isHere) => {
    const w = puttingBackWords(lang)
    const { restore } = backupWords(lang)
    const beside = aside === undefined ? [] : [isHere ? restore.aside(aside) : w.replaces]
    const more = [
      ...salvagedSaid(missing, restore),
      ...(forgotten > 0 ? [restore.forgotten(forgotten)] : []),
    ]
    return {
      done: true,
      sentences: [
        w.doneLead(records),
        ...more,
        ...beside,
        ...(lost ? [restore.lostForgettings] : []),
        w.enter,
      ],
    }
  }

/** The page that stands at the same address meanwhile, and asks again by itself. */
async function waiting({
  host,
  port,
  tlsPort,
  certificate,
  next,
}: Door): Promise<() => Promise<void>> {
  const w = puttingBackWords('fr')
  const page =
    '<!doctype html><html lang="fr"><meta ' +
    `charset="utf-8"><title>${w.reading}</title>${sayPage(w.reading, [w.readingLead]).html}` +
    '</html>'
  const head = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    refresh: `${AGAIN_S}; url=${next}`,
  }
  const answer: Parameters<typeof createServer>[1] = (request, response) => {
    request.resume()
    response
      .writeHead(503, { ...head, 'retry-after': String(AGAIN_S), connection: 'close' })
      .end(page)
  }
  const secured =
    certificate && tlsPort !== undefined
      ? createSecureServer({ key: certificate.key, cert: certificate.cert }, answer)
      : undefined
  const servers = [
    { server: createServer(answer), port },
    ...(secured ? [{ server: secured, port: tlsPort! }] : []),
  ]
  await Promise.all(
    servers.map(
      one =>
        new Promise<void>((resolve, reject) =>
          one.server.once('error', reject).listen(one.port, host, () => resolve()),
        ),
    ),
  )
  let ending: Promise<unknown> | undefined
  return async () => {
    ending ??= Promise.all(servers.map(one => stop(one.server)))
    await ending
  }
}
