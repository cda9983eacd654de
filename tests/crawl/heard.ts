import { appendFileSync } from 'node:fs'
import { env } from 'node:process'
import { SmartRouter } from 'hono/router/smart-router'

/** Writes down each address that the server registers, one a line. */
const file = env['CRAWL_ROUTES']!
const { add } = SmartRouter.prototype
SmartRouter.prototype.add = function (method, path, handler) {
  appendFileSync(file, `${method} ${path}\n`)
  return add.call(this, method, path, handler)
}
