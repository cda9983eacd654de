import { appendFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { env } from 'node:process'

/**
 * Read before a program (`node --import`): each thread of it says at its end which modules it loaded, the first one first.
 * Written to the file that `LOADED_TO` names, one line a thread.
 */
const urls = new Set<string>()
registerHooks({
  load: (url, context, next) => {
    urls.add(url)
    return next(url, context)
  },
})
process.on('exit', () => appendFileSync(env['LOADED_TO']!, `${JSON.stringify([...urls])}\n`))
