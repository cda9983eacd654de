import type { IncomingMessage, RequestListener } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { dropBackupKey, hasBackupKey, keepBackupKeySoon, keepsKeys } from '../backup/backup-key.ts'
import { openSaves } from '../backup/saves.ts'
import { openBox } from '../files/folder.ts'
import { saltOf } from '../files/local.ts'
import { runFolder } from '../files/run-folder.ts'
import { serverFiles } from '../files/server-files.ts'
import { handIn } from '../machine/hand.ts'
import { typesetterProcess } from '../paper/typesetter-client.ts'
import { versionHere } from '../release/version-here.ts'
import { countedDeliver } from '../sync/intake/limit.ts'
import { OWN_PATH } from '../sync/session/own.ts'
import { PATH } from '../sync/session/proof.ts'
import { isTrustedHere } from '../sync/trust/seen.ts'
import { seenHere } from '../web/captive/captive.ts'
import { whileSending } from '../web/listening.ts'
import { keepingPages } from '../web/pages/page-cache.ts'
import { territoryShown } from '../web/pages/territory-shown.ts'
import { openTransport } from '../web/peers/transport.ts'
import { leavingRoom } from '../web/post/last-room.ts'
import { lookOf, publicRoutes } from '../web/public.ts'
import { createWebServer } from '../web/server.ts'
import type { Opening } from '../web/session/opening.ts'
import { extraRoutes } from './extra.ts'
import type { FaultReport, Late, ServeOf, ToClose } from './serve.ts'
import type { OpenBox } from './served-data.ts'

export const version = versionHere()

type PagesOf = OpenBox &
  Readonly<{ late: Late; hosts: () => ReadonlySet<string>; opening: Opening; report: FaultReport }>

/** What answers: people's pages, and the door of boxes. */
export function openPages(
  of: ServeOf,
  opened: ToClose,
  { writing, reading, local, clock, source, kept, called, late, hosts, opening, report }: PagesOf,
): RequestListener {
  const typesetter = typesetterProcess()
  opened.push(typesetter.close)
  const saves = openSaves({
    folder: of.data,
    version,
    worker: new URL('./saving-worker.ts', import.meta.url),
    now: clock.now,
    report,
  })
  late.saves = saves
  opened.push(saves.close)
  const isKnown = (name: string): boolean => isTrustedHere(source.log, name)
  const brought = countedDeliver({
    deliver: writing.deliver,
    isKnown,
    now: () => performance.now(),
  })
  const transport = openTransport({
    folder: of.data,
    box: openBox(of.data),
    log: source.log,
    writing,
    brought,
    called,
    report,
    now: clock.now,
  })
  opened.push(transport.close)
  const deps = {
    folder: of.data,
    bricksAt: new URL('./bricks.ts', import.meta.url),
    meet: transport.meet,
    allowLocal: of.allowLocal ?? false,
    opening,
    typesetter,
    saves,
    putBack: of.onPutBack ?? (() => false),
    putBackSaid: of.putBackSaid,
    logSql: reading.log,
    tables: reading.tables,
    clock,
    hand: handIn(runFolder()),
    deliver: brought,
  }
  const app = createWebServer({
    source,
    local,
    turn: leavingRoom(writing.turn, of.data),
    waiting: writing.waiting,
    hosts,
    tlsPort: () => late.tlsPort,
    port: () => late.port,
    version,
    entered: (keeper, passphrase) => {
      if (keepsKeys(local))
        keepBackupKeySoon(of.data, { salt: saltOf(local, keeper), passphrase }, report)
    },
    keeperEnds: keeper => dropBackupKey(of.data, saltOf(local, keeper)),
    opensBackups: keeper => !keepsKeys(local) || hasBackupKey(of.data, saltOf(local, keeper)),
    files: serverFiles(of.data, reading.log),
    report,
    look: lookOf(),
    ...(of.captive ? { captive: seenHere() } : {}),
    extra: (made, server) => {
      publicRoutes(made, () => territoryShown(source.bricks, source.read)?.name)
      extraRoutes(made, server, deps)
    },
  })
  const pages = whileSending(
    keepingPages(getRequestListener(app.fetch), {
      kept,
      now: clock.now,
      around: () => [clock.today(clock.now()), ...hosts()].join(' '),
    }),
  )
  return (request, response) =>
    (isForBoxes(request) ? transport.endpoint : pages)(request, response)
}

/**
 * Boxes ask each other by whatever address leads here: that door looks at no cookie, and has its
 * own proofs.
 */
const isForBoxes = ({ url, method, headers }: IncomingMessage): boolean =>
  (url === PATH || url === OWN_PATH) &&
  !(method === 'GET' && (headers.accept ?? '').includes('text/html'))
