import { existsSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { models } from '../app/models.ts'
import { Undone } from '../contract/verb.ts'
import { deliverFrom } from '../engine/delivery.ts'
import { openHouse } from '../engine/house.ts'
import { machineClock } from '../files/clock.ts'
import { FolderFault, openBox, openFolder, placesIn, takeLock } from '../files/folder.ts'
import { neededBox, readLog } from '../files/open-box.ts'
import type { Box } from '../log/box.ts'
import { shellLang } from '../machine/shell-lang.ts'
import { sweepCourier } from '../sync/bundle/pack-client.ts'
import { BadArchive } from '../sync/bundle/unzip.ts'
import { BundleFault } from '../sync/intake/fault.ts'
import { doorAt, greet, NoAnswer } from '../sync/session/call.ts'
import { OWN_PATH, ownHeaders } from '../sync/session/own.ts'
import { isWholeMeeting, type Met } from '../sync/session/report.ts'
import { meet } from '../sync/session/session.ts'
import type { OwnAsked, OwnTold } from '../web/peers/courier.ts'
import { meetingSaid, noAnswerSaid } from '../web/peers/meet-said.ts'
import { foundBox } from './box-verb.ts'
import { stumbling } from './command-error.ts'
import { startProgress } from './progress.ts'
import { cliWords } from './words.ts'

const w = cliWords(shellLang())
type How = Readonly<{ yes: boolean; expected: string | undefined; json: boolean }>

/** `courier meet`: by itself when the page is closed, by the server that runs on the folder when it is open. */
export async function meetFrom(
  folder: string,
  address: string,
  named: string | undefined,
  how: Omit<How, 'expected'>,
): Promise<number> {
  const box = neededBox(folder)
  openFolder(folder)
  const expected = named === undefined ? undefined : expectedBox(folder, box, named)
  const met = await metFrom(folder, box, address, { ...how, expected }).catch(error => {
    throw error instanceof NoAnswer ? new Undone(noAnswerSaid(error, address, w)) : error
  })
  console.log(how.json ? JSON.stringify(met) : meetingSaid(met, box.name, w).join('\n'))
  return isWholeMeeting(met) ? 0 : 1
}

function expectedBox(folder: string, box: Box, named: string): string {
  const log = readLog(folder, box)
  try {
    return foundBox(log, named)
  } finally {
    log.db.close()
  }
}

async function metFrom(folder: string, box: Box, address: string, how: How): Promise<Met> {
  let unlock: () => void
  try {
    unlock = takeLock(folder)
  } catch (error) {
    if (
      !(error instanceof FolderFault) ||
      error.code !== 'locked' ||
      !existsSync(placesIn(folder).address)
    )
      throw error
    return await throughServer(folder, box, address, how)
  }
  try {
    return await byItself(folder, box, address, how)
  } finally {
    unlock()
  }
}

async function byItself(
  folder: string,
  box: Box,
  address: string,
  { yes, expected }: How,
): Promise<Met> {
  sweepCourier(folder)
  const stumbled = stumbling()
  const house = openHouse(models, openBox(folder), placesIn(folder), stumbled)
  const clock = machineClock()
  const bar = startProgress(w.meet.doing)
  try {
    return await meet(address, {
      folder,
      box,
      log: house.log,
      now: clock.now,
      yes,
      progress: bar.at,
      ...(expected === undefined ? {} : { expected }),
      deliver: async (file, said, brings) => {
        try {
          return {
            delivered: await deliverFrom(house, folder, file, {
              now: clock.now,
              sure: clock.sure,
              yes: said,
              ...brings,
            }),
          }
        } catch (error) {
          if (error instanceof BundleFault || error instanceof BadArchive)
            return { unusable: error.code }
          throw stumbled.orElse(error)
        }
      },
    })
  } finally {
    bar.end()
    house.tables.db.close()
    house.log.db.close()
    sweepCourier(folder)
  }
}

/** The server that holds the folder is asked with the folder's own key, from this machine. */
async function throughServer(
  folder: string,
  box: Box,
  address: string,
  { yes, expected }: How,
): Promise<Met> {
  const server = readFileSync(placesIn(folder).address, 'utf8')
  const { nonce } = await greet(doorAt(server)).catch(() => {
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
  if ('none' in told) throw new Undone(noAnswerSaid(told.none, address, w))
  throw new Undone(w.meet.already)
}

function askServer(url: URL, box: Box, nonce: string, body: Buffer): Promise<OwnTold> {
  return new Promise((resolve, reject) => {
    const fail = (): void => reject(new Undone(w.meet.stopped.else))
    const opts = {
      method: 'POST',
      agent: false,
      headers: { ...ownHeaders(box, nonce, body), connection: 'close' },
    }
    const sent = request(url, opts, answer => {
      text(answer).then(
        said => (answer.statusCode === 200 ? resolve(JSON.parse(said) as OwnTold) : fail()),
        fail,
      )
    })
    sent.on('error', fail)
    sent.end(body)
  })
}
