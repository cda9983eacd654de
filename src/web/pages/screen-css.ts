import type { Hono } from 'hono'
import { turning } from '../../ui/screen.ts'

const ASKED = /^\/tour-(\d{1,2})-(\d{1,2})\.css$/

/**
 * The style sheet that turns the panels of a screen without a script: the policy forbids styles in
 * a page.
 */
export function screenRoutes(app: Hono): void {
  app.get('/:turn{tour-[0-9]+-[0-9]+[.]css}', (c, next) => {
    const [, panels, seconds] = (ASKED.exec(c.req.path) ?? []).map(Number)
    const css = panels !== undefined && seconds !== undefined && turning(panels, seconds)
    if (!css) return next()
    return c.body(css, 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    })
  })
}
