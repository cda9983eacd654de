/**
 * The progress of long work, on one line of a terminal. Nothing without a terminal, or under a
 * second.
 */
export type Progress = Readonly<{ at: (done: number) => void; end: () => void }>
type Terminal = Readonly<{ isTTY?: boolean; columns?: number; write: (text: string) => unknown }>

const FIRST_MS = 1_000
const EVERY_MS = 100
const WIDTH = 24

/** `total` unknown: the count alone is told. */
export function startProgress(
  label: string,
  total?: number,
  terminal: Terminal = process.stderr,
  now: () => number = performance.now.bind(performance),
): Progress {
  if (terminal.isTTY !== true) return { at: () => undefined, end: () => undefined }
  const begun = now()
  let told = begun + FIRST_MS - EVERY_MS
  let shown = false
  return {
    at: done => {
      if (now() - told < EVERY_MS) return
      told = now()
      shown = true
      terminal.write(`\r\u001b[K${line(label, done, total).slice(0, (terminal.columns ?? 80) - 1)}`)
    },
    end: () => {
      if (shown) terminal.write('\r\u001b[K')
    },
  }
}

function line(label: string, done: number, total: number | undefined): string {
  if (!total) return `${label}  ${done}`
  const part = Math.min(1, done / total)
  const filled = Math.round(part * WIDTH)
  return `${label}  ${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}  ${Math.floor(part * 100)} %`
}

/** A progress bar that begins with the first piece, when the work gives its total. */
export function barOf(
  label: string,
): Readonly<{ at: (done: number, total: number) => void; end: () => void }> {
  let bar: Progress | undefined
  return {
    at: (done, total) => {
      bar ??= startProgress(label, total)
      bar.at(done)
    },
    end: () => bar?.end(),
  }
}
