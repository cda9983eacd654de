import { appendFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { env } from 'node:process'
import { threadId } from 'node:worker_threads'

/**
 * Read before a program (`node --import`), and by each of its threads: notes every module that is
 * loaded, in the file that `LOADED_TO` names, a line each: the thread's number, 0 for the main one,
 * and the address. At once: a thread that is ended says nothing at its end.
 */
registerHooks({
  load: (url, context, next) => {
    appendFileSync(env['LOADED_TO']!, `${threadId} ${url}\n`)
    return next(url, context)
  },
})
