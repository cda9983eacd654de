import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { errorCode } from '../core/narrow.ts'
import { VersionFault } from './fault.ts'
import { type VersionRequirements, verifyFront } from './open.ts'
import { readVersionFront, type Statement } from './statement.ts'

/**
 * A version file in a folder: its statement when it can be read, and the fault for which it is
 * refused.
 */
export type FoundVersion = Readonly<{
  name: string
  file: string
  size: number
  said: Statement | undefined
  fault: VersionFault | undefined
}>

const NAME = /^cocote-[\w.+-]{1,60}\.tar\.gz$/
const MOST_FOUND = 50

/**
 * Version files of that folder, the newest first; of each only its front is read: `believed` reads
 * the rest before it is taken. A folder that can't be read holds none.
 */
export function versionsIn(folder: string, asked: VersionRequirements): readonly FoundVersion[] {
  const names = existsSync(folder) ? readdirSync(folder).filter(name => NAME.test(name)) : []
  return names
    .sort()
    .reverse()
    .slice(0, MOST_FOUND)
    .map(name => seen(join(folder, name), name, asked))
}

function seen(file: string, name: string, asked: VersionRequirements): FoundVersion {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  const said = read(() => readVersionFront(file).said)
  const fault = said instanceof VersionFault ? said : read(() => verifyFront(file, asked))
  return {
    name,
    file,
    size,
    said: said instanceof VersionFault ? undefined : said,
    fault: fault instanceof VersionFault ? fault : undefined,
  }
}

function read<T>(work: () => T): T | VersionFault {
  try {
    return work()
  } catch (error) {
    if (error instanceof VersionFault) return error
    // A key that was pulled out, or a file that this user may not read.
    if (typeof errorCode(error) === 'string') return new VersionFault('cut')
    throw error
  }
}
