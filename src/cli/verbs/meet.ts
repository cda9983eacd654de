import { existsSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { models } from '../../app/models.ts'
import { CommandError, type VerbRun } from '../../contract/verb.ts'
import { ownJson } from '../../core/narrow.ts'
import { deliverFrom } from '../../engine/delivery.ts'
import { closeEngine, openEngine } from '../../engine/engine.ts'
import { machineClock } from '../../files/clock.ts'
import { FolderFault, openBox, openFolder, placesIn, takeLock } from '../../files/folder.ts'
import { neededBox, readLog } from '../../files/open-box.ts'
import type { Box } from '../../log/box.ts'
import { shellLang } from '../../machine/shell-lang.ts'
import { sweepTransportFiles } from '../../sync/bundle/pack-client.ts'
import type { Deliver } from '../../sync/intake/delivered.ts'
import { BundleFault } from '../../sync/intake/fault.ts'
import { greet, NoAnswer, syncEndpointAt } from '../../sync/session/call.ts'
import { OWN_PATH, ownHeaders } from '../../sync/session/own.ts'
import { isSessionComplete, type SessionReport } from '../../sync/session/report.ts'
import { runSession } from '../../sync/session/session.ts'
import { meetingSaid, noAnswerSaid } from '../../web/peers/meet-said.ts'
import type { OwnAsked, OwnTold } from '../../web/peers/transport.ts'
import { BadArchive } from '../../zip/read.ts'
import { dataFrom } from '../data-folder.ts'
import { errorReporter } from '../error-reporter.ts'
import { EXIT } from '../exit-codes.ts'
import { foundBox } from '../named-box.ts'
import { startProgress } from '../progress.ts'
import { tell } from '../told.ts'
import { cliWords } from '../words.ts'

const w = cliWords(shellLang())
type Meeting = Readonly<{
  folder: string
  box: Box
  address: string
  yes: boolean
  /** The only box that may answer. */
  expected?: string
}>

/**
 * `courier meet`: by itself when the page is closed, by the server that runs on the folder when it
 * is open.
 */
export const meetVerb: VerbRun = async (values, [address = '']) => {
  const folder = dataFrom(values)
  const box = neededBox(folder)
  openFolder(folder)
  const named = values['for']
  const expected =
    typeof named === 'string' ? { expected: expectedBox(folder, box, named) } : undefined
  const yes = values['yes'] === true
  const met = await metFrom({ folder, box, address, yes, ...expected }).catch(error => {
    throw error instanceof NoAnswer ? new CommandError(noAnswerSaid(error, address, w)) : error
  })
  tell(values, met, () => meetingSaid(met, box.name, w).join('\n'))
  return isSessionComplete(met) ? EXIT.done : EXIT.failed
}

function expectedBox(folder: string, box: Box, named: string): string {
  const log = readLog(folder, box)
  try {
    return foundBox(log, named)
  } finally {
    log.db.close()
  }
}

async function metFrom(of: Meeting): Promise<SessionReport> {
  let unlock: () => void
  try {
    unlock = takeLock(of.folder)
  } catch (error) {
    const isServed = error instanceof FolderFault && error.code === 'locked'
    if (!isServed || !existsSync(placesIn(of.folder).address)) throw error
    return await throughServer(of)
  }
  try {
    return await byItself(of)
  } finally {
    unlock()
  }
}

async function byItself({ folder, box, address, yes, expected }: Meeting): Promise<SessionReport> {
  sweepTransportFiles(folder)
  const reporter = errorReporter()
  const engine = openEngine(models, openBox(folder), placesIn(folder), reporter)
  const { now, sure } = machineClock()
  const bar = startProgress(w.meet.doing)
  const deliver: Deliver = async (file, said, context) => {
    try {
      const how = { now, sure, yes: said, ...context }
      return { delivered: await deliverFrom(engine, folder, file, how) }
    } catch (error) {
      if (error instanceof BundleFault || error instanceof BadArchive)
        return { unusable: error.code }
      throw reporter.orElse(error)
    }
  }
  try {
    const expecting = expected === undefined ? {} : { expected }
    const meeting = { folder, box, log: engine.log, now, yes, progress: bar.at, ...expecting }
    return await runSession(address, { ...meeting, deliver })
  } finally {
    bar.end()
    closeEngine(engine)
    sweepTransportFiles(folder)
  }
}

/** The server that holds the folder is asked with the folder's own key, from this machine. */
async function throughServer({
  folder,
  box,
  address,
  yes,
  expected,
}: Meeting): Promise<SessionReport> {
  const server = readFileSync(placesIn(folder).address, 'utf8')
  const { nonce } = await greet(syncEndpointAt(server)).catch(() => {
    throw new FolderFault('locked', folder)
  })
  const asked: OwnAsked = { address, yes, ...(expected === undefined ? {} : { expected }) }
  const told = await askServer(
    new URL(OWN_PATH, server),
    box,
    nonce,
    Buffer.from(JSON.stringify(asked), 'utf8'),
  )
  if ('met' in told) return told.met
  if ('none' in told) throw new CommandError(noAnswerSaid(told.none, address, w))
  throw new CommandError(w.meet.already)
}

function askServer(url: URL, box: Box, nonce: string, body: Buffer): Promise<OwnTold> {
  return new Promise((resolve, reject) => {
    const fail = (): void => reject(new CommandError(w.meet.stopped.else))
    const opts = {
      method: 'POST',
      agent: false,
      headers: { ...ownHeaders(box, nonce, body), connection: 'close' },
    }
    const sent = request(url, opts, answer => {
      text(answer).then(
        said => (answer.statusCode === 200 ? resolve(ownJson<OwnTold>(said)) : fail()),
        fail,
      )
    })
    sent.on('error', fail)
    sent.end(body)
  })
}
