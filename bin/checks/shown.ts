import { relative, resolve } from 'node:path'
import { stdout } from 'node:process'
import { spec } from 'node:test/reporters'
import { inspect } from 'node:util'
import { type Ended, failedItself, isFile, type Show } from './run-files.ts'

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(0)} s`
const nameOf = (file: string | undefined): string => relative('.', resolve(file ?? ''))
/** `src/app`, `tests/journeys`: where a file is counted. */
const folderOf = (file: string): string => file.split('/').slice(0, -1).slice(0, 2).join('/')
const causeOf = ({ details }: Ended): unknown =>
  (details.error as Error | undefined)?.cause ?? details.error
const firstLines = (cause: unknown): string =>
  (cause instanceof Error ? cause.message : inspect(cause))
    .trim()
    .split('\n')
    .slice(0, 6)
    .join('\n    ')

/** The name of a failure of the file itself: it could not be read, or its process ended early. */
const OUTSIDE = 'outside its tests'

/** Each test by its name: for the few files that somebody names. */
export const listed: Show = events =>
  new Promise(resolve => {
    events
      .compose(spec)
      .on('end', () => resolve())
      .pipe(stdout, { end: false })
  })

type Folder = { files: number; left: number; tests: number; ms: number }
type Failure = Readonly<{ file: string; name: string; cause: unknown }>

/**
 * Shows a long run: a folder a line when its last file ends, a failure as soon as it comes and
 * whole at the end, then the slowest files.
 */
export class Folders {
  readonly #folders = new Map<string, Folder>()
  readonly #files: { file: string; ms: number }[] = []
  readonly #failures: Failure[] = []
  readonly #errors = new Map<string, string>()
  readonly #write: (text: string) => void

  constructor(
    files: readonly string[],
    write: (text: string) => void = text => stdout.write(text),
  ) {
    this.#write = write
    for (const [name, inside] of Map.groupBy(files.map(nameOf), folderOf))
      this.#folders.set(name, { files: inside.length, left: inside.length, tests: 0, ms: 0 })
  }

  readonly show: Show = async events => {
    events.on('test:complete', ended => this.#ended(ended))
    events.on('test:stderr', ({ file, message }) => {
      const name = nameOf(file)
      this.#errors.set(name, `${this.#errors.get(name) ?? ''}${message}`.slice(-8_000))
    })
    for await (const _ of events);
  }

  #ended(ended: Ended): void {
    const file = nameOf(ended.file)
    const folder = this.#folders.get(folderOf(file))
    if (failedItself(ended))
      this.#failed({ file, name: isFile(ended) ? OUTSIDE : ended.name, cause: causeOf(ended) })
    if (!folder) return
    if (!isFile(ended)) {
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

  #failed(failure: Failure): void {
    this.#failures.push(failure)
    this.#write(`✖ ${failure.file} · ${failure.name}\n    ${firstLines(failure.cause)}\n`)
  }

  /** How far a run is: files that ended, of all. */
  progress(): string {
    const all = [...this.#folders.values()].reduce((sum, { files }) => sum + files, 0)
    return `  ${this.#files.length} of ${all} files\n`
  }

  /** What is said at the end: each failure whole, then the ten slowest files. */
  ending(): string {
    const failures = this.#failures.map(({ file, name, cause }) => {
      const written = name === OUTSIDE ? (this.#errors.get(file) ?? '') : ''
      return `✖ ${file} · ${name}\n${written}${inspect(cause)}\n`
    })
    const slowest = [...this.#files].sort((a, b) => b.ms - a.ms).slice(0, 10)
    const lines = slowest.map(({ file, ms }) => `  ${seconds(ms).padStart(7)}  ${file}`)
    return [...failures, `The ten slowest files:\n${lines.join('\n')}`].join('\n')
  }
}
