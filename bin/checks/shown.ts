import { relative, resolve } from 'node:path'
import { stdout } from 'node:process'
import { spec } from 'node:test/reporters'
import { inspect } from 'node:util'
import type { Pass } from '../../tests/support/pass.ts'
import type { Chosen } from './chosen.ts'
import { batchOf, type Ended, failedItself, fileOf, type Show } from './run-files.ts'

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(0)} s`
const nameOf = (file: string | undefined): string => relative('.', resolve(file ?? ''))
/** `src/app`, `tests/journeys`: where a file is counted. */
const folderOf = (file: string): string => file.split('/').slice(0, -1).slice(0, 2).join('/')
const causeOf = ({ details }: Ended): unknown =>
  (details.error as Error | undefined)?.cause ?? details.error

/** The name of a failure of the file itself: it could not be read, or its process ended early. */
const OUTSIDE = 'outside its tests'

const [MOST_LINES, MOST_CHARACTERS] = [60, 4_000]
/** A text up to so many lines and characters, then how much was left out. */
function bounded(text: string): string {
  const lines = text.trim().split('\n')
  const shown = lines.slice(0, MOST_LINES).join('\n').slice(0, MOST_CHARACTERS)
  const [left, more] = [lines.length - shown.split('\n').length, text.trim().length - shown.length]
  const where = left > 0 ? `, on ${left} lines` : ''
  return more === 0 ? shown : `${shown}\n… ${more} characters more${where}`
}

/** Each test by its name: for the few files that somebody names. */
export const listed: Show = events =>
  new Promise(resolve => {
    events
      .compose(spec)
      .on('end', () => resolve())
      .pipe(stdout, { end: false })
  })

type Folder = { files: number; left: number; tests: number; ms: number }
/**
 * A failure.
 *
 * Shape   `lost`: the files that ended with this one, when the process of several died.
 */
type Failure = Readonly<{ file: string; name: string; lost?: readonly string[] }>

/**
 * Shows a long run: a folder a line when its last file ends, a failure as soon as it comes. At the
 * end the slowest files, then the names of the failures and the command that runs their files.
 */
export class Folders {
  readonly #folders = new Map<string, Folder>()
  readonly #files: { file: string; ms: number }[] = []
  readonly #failures: Failure[] = []
  /** What each process wrote on its error output, by its only file or its batch. */
  readonly #errors = new Map<string | number, string>()
  readonly #batches: Chosen['batches']
  readonly #write: (text: string) => void

  constructor(
    files: readonly string[],
    batches: Chosen['batches'] = [],
    write: (text: string) => void = text => stdout.write(text),
  ) {
    this.#batches = batches.map(batch => batch.map(nameOf))
    this.#write = write
    for (const [name, inside] of Map.groupBy(files.map(nameOf), folderOf))
      this.#folders.set(name, { files: inside.length, left: inside.length, tests: 0, ms: 0 })
  }

  readonly show: Show = async events => {
    events.on('test:complete', ended => this.#ended(ended))
    events.on('test:stderr', ({ file, message }) => {
      const process = batchOf(file) ?? nameOf(file)
      const said = `${this.#errors.get(process) ?? ''}${message}`
      this.#errors.set(process, said.slice(-MOST_CHARACTERS))
    })
    for await (const _ of events);
  }

  #ended(ended: Ended): void {
    const isTest = fileOf(ended) === undefined
    const file = nameOf(fileOf(ended) ?? ended.file)
    const folder = this.#folders.get(folderOf(file))
    const batch = isTest ? undefined : batchOf(file)
    if (batch !== undefined) {
      this.#batchEnded(batch, ended)
      return
    }
    if (failedItself(ended))
      this.#failed({ file, name: isTest ? ended.name : OUTSIDE }, causeOf(ended))
    if (!folder) return
    if (isTest) {
      folder.tests++
      return
    }
    this.#files.push({ file, ms: ended.details.duration_ms })
    folder.ms += ended.details.duration_ms
    if (--folder.left === 0) this.#write(this.#line(folderOf(file), folder))
  }

  #line(name: string, { files, tests, ms }: Folder): string {
    return (
      `  ${name.padEnd(18)} ${String(files).padStart(4)} files ${String(tests).padStart(5)} ` +
      `tests ${seconds(ms).padStart(7)}\n`
    )
  }

  /**
   * When the process of several files died, it was in the first of them that has not ended, or in
   * one after it: what the process told last may be lost with it. A process that failed after its
   * last file shows under that file.
   */
  #batchEnded(batch: number, ended: Ended): void {
    const hasEnded = new Set(this.#files.map(({ file }) => file))
    const files = this.#batches[batch] ?? []
    const [file, ...lost] = files.filter(one => !hasEnded.has(one))
    const at = file ?? (failedItself(ended) ? files.at(-1) : undefined)
    if (at !== undefined) this.#failed({ file: at, name: OUTSIDE, lost }, causeOf(ended))
  }

  #failed(failure: Failure, cause: unknown): void {
    this.#failures.push(failure)
    this.#write(`✖ ${failure.file} · ${failure.name}\n${bounded(inspect(cause))}\n\n`)
  }

  /** How far a run is: files that ended, of all. */
  progress(): string {
    const all = [...this.#folders.values()].reduce((sum, { files }) => sum + files, 0)
    return `  ${this.#files.length} of ${all} files\n`
  }

  /** The last words of a run in this pass. */
  ending(pass: Pass): string {
    const slowest = [...this.#files].sort((a, b) => b.ms - a.ms).slice(0, 10)
    const lines = slowest.map(({ file, ms }) => `  ${seconds(ms).padStart(7)}  ${file}`)
    return [`The ten slowest files:\n${lines.join('\n')}`, ...this.#again(pass)].join('\n\n')
  }

  #again(pass: Pass): readonly string[] {
    if (this.#failures.length === 0) return []
    const batchOfFile = (file: string) => this.#batches.findIndex(batch => batch.includes(file))
    const names = this.#failures.map(({ file, name, lost = [] }) => {
      const process = this.#errors.has(file) ? file : batchOfFile(file)
      // The runner gives what a file wrote later than its end.
      const said = (this.#errors.get(process) ?? '').trim()
      const ended = lost.length > 0 ? `Its process ended. With it ended: ${lost.join(', ')}\n` : ''
      return `✖ ${file} · ${name}${name === OUTSIDE ? `\n${ended}${said}` : ''}`
    })
    const files = [...new Set(this.#failures.map(({ file }) => file))]
    const command = `  bin/check ${pass === 'short' ? '' : `--${pass} `}`
    const shared = new Set(files.map(batchOfFile).filter(batch => batch >= 0))
    return [
      `Failed:\n${names.join('\n')}`,
      `Run them again:\n${command}${files.join(' ')}`,
      ...[...shared].map(
        batch =>
          `With the files that shared a process:\n${command}${this.#batches[batch]!.join(' ')}`,
      ),
    ]
  }
}
