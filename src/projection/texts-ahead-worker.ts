import { type MessagePort, workerData } from 'node:worker_threads'
import { type TextWork, worksLoaded } from '../core/beforehand.ts'
import type { TextsAsked, TextsDone } from './texts-ahead-client.ts'

/**
 * The thread that works out what will be asked of texts, while the thread that asks shows earlier
 * records. It opens no file of the box.
 */
const { port, modules, shown } = workerData as Readonly<{
  port: MessagePort
  modules: readonly string[]
  shown: Int32Array
}>

/** How many texts are posted at once. */
const TOGETHER = 32
/** So many texts before the other thread: it comes to nearer ones first, and does them itself. */
const AHEAD = 2 * TOGETHER

await Promise.all(modules.map(module => import(module)))

port.on('message', ({ first, asked }: TextsAsked) => {
  let at = 0
  while (at < asked.length) {
    const done = Atomics.load(shown, 0) - first
    if (at < done + TOGETHER) at = Math.max(at, done + AHEAD)
    const texts = asked.slice(at, at + TOGETHER)
    const results = texts.map(([from, text]) => made(worksLoaded().get(from), text))
    if (results.length > 0) port.postMessage({ first: first + at, results } satisfies TextsDone)
    at += TOGETHER
  }
})

/** What throws is asked again by the other thread, which knows of which record it is. */
function made(work: TextWork | undefined, text: string): readonly string[] | undefined {
  try {
    return work?.make(text)
  } catch {
    return undefined
  }
}
