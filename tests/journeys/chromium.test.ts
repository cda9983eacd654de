import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { execPath } from 'node:process'
import { test } from 'node:test'
import { promisify } from 'node:util'
import type { CDPSession } from 'playwright-core'
import { chromiumPath, openBrowser, shareBrowser } from './chromium.ts'

const skip = chromiumPath() ? false : 'no Chromium here: see chromium.ts'

/** Another test file: it opens a page, tells what it sees, and dies without closing anything. */
const ANOTHER = `
  const { openBrowser } = await import(${JSON.stringify(new URL('./chromium.ts', import.meta.url).href)})
  const browser = await openBrowser()
  const before = browser.contexts().length
  const page = await browser.newPage()
  await page.setContent('<h1>ouverte</h1>')
  process.stdout.write([before, await page.textContent('h1'), browser.version()].join(' '))
  process.kill(process.pid, 'SIGKILL')
`
const contextsIn = async (session: CDPSession): Promise<number> =>
  (await session.send('Target.getBrowserContexts')).browserContextIds.length

test('test files share one browser; none sees the contexts of another, and those of one that ' +
  'died are closed', {
  skip,
}, async () => {
  const end = await shareBrowser()
  try {
    const mine = await openBrowser()
    await mine.newContext()
    const session = await mine.newBrowserCDPSession()
    assert.equal(await contextsIn(session), 1)
    const { stdout } = await promisify(execFile)(execPath, ['-e', ANOTHER]).catch(error => error)
    assert.equal(stdout, `0 ouverte ${mine.version()}`)
    while ((await contextsIn(session)) !== 1);
    await mine.close()
    const again = await openBrowser()
    assert.equal(await contextsIn(await again.newBrowserCDPSession()), 0)
    await again.close()
  } finally {
    await end()
  }
})

test('where nobody shares a browser, each file starts its own', { skip }, async () => {
  const [one, two] = [await openBrowser(), await openBrowser()]
  await one.newContext()
  assert.equal(await contextsIn(await two.newBrowserCDPSession()), 0)
  await Promise.all([one.close(), two.close()])
})
