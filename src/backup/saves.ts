import { rmSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { Save, Saved, Saves } from '../contract/box/saves.ts'
import { isFull } from '../log/sqlite.ts'
import { transportFile } from '../sync/bundle/pack-client.ts'
import { type KeptPair, keepPair } from './backup-key.ts'

/** A backup or an export that is made for the keeper’s page, by the same functions as the verbs. */
export type SaveOf = Readonly<{ folder: string; file: string; version: string; save: Save }>
export type FromSaving =
  /** The pair of the keeper who asked, which they lacked. */
  | Readonly<{ made: KeptPair }>
  | Readonly<{ done: number; total: number }>
  /** It is ready. `hurt`: files that are in it as far as they read. */
  | Readonly<{ ready: number; missing: number; hurt: readonly string[] }>
  /** The log is damaged, and nothing was written. `hurts`: the count of damages. */
  | Readonly<{ hurts: number }>

/**
 * How long the file waits to be fetched: values in it may be erased meanwhile.
 *
 * Units   milliseconds.
 */
const KEPT_MS = 30 * 60_000

/** `forgot`: deletes waiting files, and those being made, because they hold erased values. */
type OpenSaves = Saves & Readonly<{ forgot: () => void; close: () => Promise<void> }>

/**
 * `worker`: the module of the thread that makes a backup or an export. It knows every brick, which
 * this floor does not.
 */
type Deps = Readonly<{
  folder: string
  version: string
  worker: URL
  now: () => number
  report: (error: unknown) => string
}>

export function openSaves({ folder, version, worker, now, report }: Deps): OpenSaves {
  let last: Saved | undefined
  let working: Worker | undefined
  let going: NodeJS.Timeout | undefined
  let isStale = false
  const drop = (): void => {
    clearTimeout(going)
    if (last?.state.is === 'ready') rmSync(last.state.file, { force: true })
    last = undefined
  }
  return {
    last: () => last,
    begin: (save, undone) => {
      if (last?.state.is === 'doing') return false
      drop()
      isStale = false
      const file = transportFile(folder)
      const told = (state: Saved['state']): void => {
        last = {
          kind: save.kind,
          private: save.kind === 'backup' || save.private,
          at: now(),
          state,
        }
        if (state.is === 'ready') going = setTimeout(drop, KEPT_MS).unref()
        else if (state.is !== 'doing') {
          rmSync(file, { force: true })
          undone?.()
        }
      }
      told({ is: 'doing', share: 0 })
      const made = new Worker(worker, { workerData: { folder, file, version, save } })
      working = made
      made.on('message', (message: FromSaving) => {
        if ('made' in message) keepPair(folder, message.made)
        else if ('ready' in message && isStale) told({ is: 'forgotten' })
        else if ('ready' in message)
          told({
            is: 'ready',
            file,
            bytes: message.ready,
            missing: message.missing,
            hurt: message.hurt,
          })
        else if ('hurts' in message) told({ is: 'hurt', hurts: message.hurts })
        else
          told({
            is: 'doing',
            share: message.total > 0 ? Math.min(1, message.done / message.total) : 0,
          })
      })
      made.on('error', error =>
        told(isFull(error) ? { is: 'full' } : { is: 'failed', reference: report(error) }),
      )
      made.on('exit', () => {
        working = undefined
        if (last?.state.is === 'doing')
          told({ is: 'failed', reference: report(new Error('the saving stopped')) })
      })
      return true
    },
    forgot: () => {
      isStale = true
      const held = last
      if (held?.state.is !== 'ready') return
      drop()
      last = { ...held, at: now(), state: { is: 'forgotten' } }
    },
    close: async () => {
      await working?.terminate()
      drop()
    },
  }
}
