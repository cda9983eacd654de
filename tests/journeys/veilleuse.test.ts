import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { idFrom } from '../../src/core/id.ts'
import { pattern } from '../../src/core/pattern.ts'
import type { BroughtRecord } from '../../src/engine/records/bring.ts'
import { storeFile } from '../../src/files/files.ts'
import { pictureFrom } from '../../src/web/post/pictures.ts'
import { COCOTE, keptPort, kill, type Serving, start } from '../faults/serving.ts'
import { ask, withKeeper } from '../faults/turns.ts'
import { copyDemo } from '../support/demo-folder.ts'
import { openBrowser } from './chromium.ts'
import { seen, skipOf, textOf } from './server.ts'

const skip = skipOf(import.meta.filename)
const AXE: string = createRequire(import.meta.resolve('@axe-core/playwright'))('axe-core').source

/**
 * Units   pixels. A television of today, of 2012, an old tube, a screen of an office, the finest, a
 *         telephone.
 */
const SCREENS = [
  [1280, 720],
  [1920, 1080],
  [1024, 768],
  [720, 576],
  [3840, 2160],
  [390, 844],
] as const
/**
 * Read at three metres: capitals of a two-hundredth of the distance (17 minutes of arc), on a
 * screen of 32 inches, 398 mm high.
 * Source  ISO 9241-3: characters of 16 minutes of arc at least, 20 to 22 preferred
 *         (docs/decisions/0027-veilleuse.md).
 */
const CAPITAL = 15 / 398
const EACH = 8

const root = mkdtempSync(join(tmpdir(), 'cocote-veilleuse-'))
const folder = join(root, 'box')
let cookie = ''
let server: Serving
let address = ''
let port = ''
let browser: Browser

const newId = (): string => idFrom(Date.now(), randomBytes(10))
const offer = (title: string, more: BroughtRecord['fields'] = {}): BroughtRecord => ({
  type: 'offer',
  id: newId(),
  fields: { title, who: 'Zoé', reach: 'au local', ...more },
})
async function bring(records: readonly BroughtRecord[]): Promise<void> {
  const body = new URLSearchParams({
    tour: newId(),
    next: '/fait',
    records: JSON.stringify(records),
  }).toString()
  const answer = await ask(address, '/apporter', { body, cookie })
  assert.equal(answer?.status, 303, answer?.body ?? 'no answer')
}
async function settle(fields: readonly (readonly [string, string])[]): Promise<void> {
  const answer = await ask(address, '/veilleuse/choisir', {
    body: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
    cookie,
  })
  assert.equal(answer?.status, 303, answer?.body ?? 'no answer')
}
/** Never night: what is looked at does not hang on the hour of the test. */
const CHOICE = [
  ['seconds', String(EACH)],
  ['nightFrom', '03:00'],
  ['nightUntil', '03:00'],
] as const

/** At the same port, as a box that was unplugged. */
async function begin(): Promise<void> {
  server = start(COCOTE, [
    'serve',
    '--data',
    folder,
    '--port',
    port,
    '--tls-port',
    '0',
    '--name',
    '10.10.10.10',
  ])
  address = await server.ready
}

async function opened(opts: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    baseURL: address,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width: 1280, height: 720 },
    ...opts,
  })
  context.setDefaultTimeout(45_000)
  return context.newPage()
}

/** A page whose time is ours, and that waits for what it asked before its time goes on. */
type Turning = Readonly<{
  page: Page
  asked: () => number
  failed: () => number
  on: (ms: number) => Promise<void>
}>
async function turning(opts: BrowserContextOptions = {}): Promise<Turning> {
  const page = await opened(opts)
  let [asked, failed] = [0, 0]
  const open = new Set<Promise<void>>()
  page.on('request', one => {
    if (!one.url().includes('/veilleuse?')) return
    asked += 1
    const over = async (): Promise<void> => {
      // An unplugged box gives no answer.
      const answer = await one.response().catch(() => null)
      if (answer) await answer.finished()
      else failed += 1
      open.delete(now)
    }
    const now = over()
    open.add(now)
  })
  await page.clock.install()
  await page.goto('/veilleuse')
  const on = async (ms: number): Promise<void> => {
    await page.clock.runFor(ms)
    await Promise.all(open)
  }
  return { page, asked: () => asked, failed: () => failed, on }
}
const words = (page: Page): Promise<string> => seen(page.locator('.montre'))
/** What a whole cycle shows, panel by panel. */
async function cycle({ page, on }: Turning): Promise<string> {
  const panels = await page.locator('.panneau:not(.repos)').count()
  let said = ''
  for (let i = 0; i < panels; i++) {
    said += ` ${await words(page)}`
    await on(EACH * 1000)
  }
  return said
}
/** Cycles until the words are seen, or for so many. */
async function seenWithin(of: Turning, text: string, cycles: number): Promise<boolean> {
  for (let i = 0; i < cycles; i++) if ((await cycle(of)).includes(text)) return true
  return false
}

/** Weeks of turning and texts that would break it take a minute: the second pass runs these two. */
describe('the screen in the bar', { skip }, () => {
  before(async () => {
    await copyDemo(folder)
    cookie = await withKeeper(folder)
    const picture = await pictureFrom(
      readFileSync(new URL('../../docs/accueil.png', import.meta.url)),
    )
    assert.ok(typeof picture === 'object')
    const shot = storeFile(folder, 'commons', picture.large, { name: '', type: 'image/webp' })
    browser = await openBrowser()
    port = await keptPort()
    await begin()
    await settle(CHOICE)
    const photo = [shot] as unknown as BroughtRecord['fields'][string]
    await bring([
      offer('Zoé donne des cageots de pommes et des pieds de rhubarbe', {
        photos: photo,
        reach: 'à la sortie de l’école, ou un mot au local',
      }),
    ])
  })
  after(async () => {
    await browser?.close()
    if (server) await kill(server)
    rmSync(root, { recursive: true, force: true })
  })

  test('runs a script of its own and no other page does; the script is one that browsers of 2012 read', async () => {
    const policy = async (path: string): Promise<string> =>
      /content-security-policy\n(.*)/i.exec((await ask(address, path))?.headers ?? '')?.[1] ?? ''
    assert.match(await policy('/veilleuse'), /script-src 'self'; connect-src 'self';/)
    for (const path of [
      '/',
      '/annonces',
      '/agenda',
      '/carte',
      '/chercher?q=a',
      '/entrer',
      '/veilleuse/reglages',
      '/nulle-part',
      '/annonces/proposer',
    ])
      assert.match(await policy(path), /script-src 'none'/, path)
    const script = readFileSync(
      new URL('../../public/veilleuse.js', import.meta.url),
      'utf8',
    ).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
    assert.doesNotMatch(
      script,
      pattern()`
        =>|\x60|\.\.\.|\b(?:let|const|class|async|await|import|export|fetch|Promise)\b
        |\.(?:remove|closest|append|classList|dataset|includes)\b
      `,
    )
    const look = readFileSync(
      new URL('../../public/veilleuse.css', import.meta.url),
      'utf8',
    ).replace(/\/\*[\s\S]*?\*\//g, '')
    assert.doesNotMatch(
      look,
      pattern()`
        var\(|\bgrid\b|\bflex\b|:is\(|:where\(|:has\(|clamp\(|\bgap:|@container|\bmin\(|color-mix
        |inset:
      `,
    )
    const page = await opened()
    const wrong: string[] = []
    page.on(
      'console',
      one =>
        one.type() === 'error' &&
        !one.location().url.endsWith('/favicon.ico') &&
        wrong.push(one.text()),
    )
    page.on('pageerror', error => wrong.push(String(error)))
    await page.goto('/veilleuse')
    await page.waitForSelector('.montre')
    assert.deepEqual(wrong, [])
    await page.context().close()
  })

  test('says to a keeper what it says to anybody: it hangs on a wall', async () => {
    const path = '/veilleuse?suite=today:0~offers:0~needs:0~soon:0~done:0~photo:0~map:0'
    const bare = async (as: string): Promise<string> =>
      ((await ask(address, path, { cookie: as }))?.body ?? '').replace(/data-minutes="\d+"/, '')
    assert.equal(await bare(cookie), await bare('langue=fr'))
  })

  test('every panel is read at three metres, whole, without a scroll, on every screen', async () => {
    const faults: string[] = []
    for (const [width, height] of SCREENS) {
      const { page, on } = await turning({ viewport: { width, height }, reducedMotion: 'reduce' })
      assert.equal(await page.locator('img').count(), 1)
      const panels = await page.locator('.panneau:not(.repos)').count()
      assert.ok(panels >= 8, `${panels} panels`)
      for (let i = 0; i < panels; i++) {
        const { over, scrolls, least } = await page.evaluate(looked)
        const where = `${width}×${height}, ${await words(page)}`
        if (over.length > 0) faults.push(`${over}: ${where}`)
        assert.deepEqual(scrolls, [0, 0], where)
        if (width > height)
          assert.ok(
            least / height >= CAPITAL,
            `${where}: capitals of ${least} px, ${(height * CAPITAL).toFixed(1)} wanted`,
          )
        await on(EACH * 1000)
      }
      await page.context().close()
    }
    assert.deepEqual(faults, [])
  })

  test('says whose page it is, the hour, and where to read more', async () => {
    const { page, on } = await turning()
    const text = await textOf(page)
    assert.match(text, /^Sail et alentours/)
    assert.match(text, /La suite : 10\.10\.10\.10/)
    assert.match(text, /\d+ h \d\d/)
    await on(EACH * 1000)
    await page.context().close()
  })

  test('what was written comes, what was withdrawn goes and stands nowhere in the page', async () => {
    const of = await turning()
    const quince = offer('Zoé donne des coings')
    await bring([quince])
    assert.ok(await seenWithin(of, 'Zoé donne des coings', 20), 'never seen')
    await bring([{ ...quince, fields: { removed: true } }])
    // The document that waited was asked for before; the one after it was not.
    await cycle(of)
    await cycle(of)
    assert.ok(!(await of.page.content()).includes('coings'))
    assert.ok(!(await seenWithin(of, 'coings', 6)))
    await of.page.context().close()
  })

  test('a box that is unplugged strands nothing: the screen goes on, then says so, and takes up again', async () => {
    const of = await turning()
    await kill(server)
    const said = `${await cycle(of)}${await cycle(of)}`
    assert.match(said, /Joindre/)
    assert.ok(of.failed() > 0, 'it asked, and nobody answered')
    // Two hours later it shows nothing of anybody any more.
    for (let i = 0; i < 2 * 450; i++) await of.on(EACH * 1000)
    assert.match(await words(of.page), /La borne ne répond pas\. .*débranchée/)
    assert.equal(await of.page.locator('.heure').textContent(), '')
    const before = of.asked()
    await begin()
    await bring([offer('Zoé prête une brouette')])
    for (let i = 0; i < 30 && of.asked() === before; i++) await of.on(EACH * 1000)
    for (let i = 0; i < 3; i++) await of.on(EACH * 1000)
    assert.doesNotMatch(await words(of.page), /ne répond pas/)
    assert.ok(await seenWithin(of, 'Zoé prête une brouette', 20))
    assert.ok(of.page.url().endsWith('/veilleuse'))
    await of.page.context().close()
  })

  test('weeks of it: three thousand turns leave neither memory nor nodes behind', async t => {
    const of = await turning()
    const session = await of.page.context().newCDPSession(of.page)
    await session.send('Performance.enable')
    const now = async (): Promise<Readonly<{ heap: number; nodes: number; listeners: number }>> => {
      await session.send('HeapProfiler.collectGarbage')
      const { metrics } = await session.send('Performance.getMetrics')
      const of = (name: string): number => metrics.find(one => one.name === name)?.value ?? 0
      return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') }
    }
    // Documents are not of one size: the largest of ten.
    const held = async () => {
      const all: Awaited<ReturnType<typeof now>>[] = []
      for (let i = 0; i < 120; i++) {
        await of.on(EACH * 1000)
        if (i % 12 === 0) all.push(await now())
      }
      const most = (name: keyof (typeof all)[number]): number =>
        Math.max(...all.map(one => one[name]))
      return { heap: most('heap'), nodes: most('nodes'), listeners: most('listeners') }
    }
    for (let i = 0; i < 100; i++) await of.on(EACH * 1000)
    const first = await held()
    for (let i = 0; i < 3_000; i++) await of.on(EACH * 1000)
    const last = await held()
    t.diagnostic(
      `${of.asked()} documents; heap ${Math.round(first.heap / 1024)} → ` +
        `${Math.round(last.heap / 1024)} KB, nodes ${first.nodes} → ${last.nodes}`,
    )
    assert.ok(of.asked() > 200, `${of.asked()} documents`)
    assert.ok(last.heap < first.heap * 1.15 + 200 * 1024, `heap ${first.heap} → ${last.heap}`)
    // Three hundred documents, had they stayed, would be seventy thousand.
    assert.ok(last.nodes < first.nodes * 4, `nodes ${first.nodes} → ${last.nodes}`)
    assert.equal(last.listeners, first.listeners)
    await of.page.context().close()
  })

  test('a newer script of the box takes the place of the one that runs, and turns once', async () => {
    const of = await turning()
    await of.page.route('**/veilleuse?suite*', async route => {
      const answer = await route.fetch()
      await route.fulfill({
        response: answer,
        body: (await answer.text()).replace(/(data-script="[^"]*)"/, '$1&amp;plus=1"'),
      })
    })
    const first = await of.page.evaluateHandle(() => Reflect.get(window, 'cocoteScreen'))
    // The document after next is the first whose answer was changed, however many panels each has.
    const newer = of.page.locator('script[src$="plus=1"]')
    for (let i = 0; i < 150 && (await newer.count()) === 0; i++) await of.on(EACH * 1000)
    assert.equal(await newer.count(), 1)
    // The new one has come, and the old one moves nothing any more: one step a turn.
    await of.page.waitForFunction(old => Reflect.get(window, 'cocoteScreen') !== old, first)
    const at = async (): Promise<number> =>
      Number(/\bp(\d+)\b/.exec((await of.page.locator('.montre').getAttribute('class')) ?? '')?.[1])
    const steps: number[] = []
    for (let i = 0; i < 14; i++) {
      await of.on(EACH * 1000)
      steps.push(await at())
    }
    for (const [i, step] of steps.slice(1).entries())
      assert.ok(step === steps[i]! + 1 || step === 1, steps.join(' '))
    assert.equal(await of.page.locator('.montre').count(), 1)
    await of.page.context().close()
  })

  test(
    'turns without any script: one panel in sight at each moment of the cycle, then the ' +
      'next document',
    async () => {
      const page = await opened({ javaScriptEnabled: false })
      // One panel at a time, for browsers that animate nothing: the browser itself goes on,
      // meanwhile.
      const still = await opened({ javaScriptEnabled: false })
      await still.goto('/veilleuse?vue=0')
      const gone = still.waitForURL(/vue=1/)
      await page.goto('/veilleuse')
      const panels = await page.locator('.panneau:not(.repos)').count()
      for (let i = 0; i < panels; i++) {
        const shown = await page.evaluate(inSightAt, (i + 0.5) * EACH * 1000)
        assert.deepEqual(shown, [i], `panel ${i}`)
      }
      const next = /<noscript><meta http-equiv="refresh" content="(\d+);url=([^"]*)">/.exec(
        (await ask(address, '/veilleuse'))?.body ?? '',
      )
      assert.equal(Number(next?.[1]), panels * EACH)
      assert.equal((await ask(address, next![2]!.replaceAll('&amp;', '&')))?.status, 200)
      await gone
      assert.equal(await still.locator('.panneau:not(.repos)').count(), 1)
      await Promise.all([page.context().close(), still.context().close()])
    },
  )

  test('who asked for no motion gets a cut', async () => {
    const page = await opened({ javaScriptEnabled: false, reducedMotion: 'reduce' })
    await page.goto('/veilleuse')
    const names = await page.locator('.p2').evaluate(one => getComputedStyle(one).animationName)
    assert.equal(names, 'coupe')
    const scripted = await opened({ reducedMotion: 'reduce' })
    await scripted.goto('/veilleuse')
    await scripted.waitForSelector('.montre')
    assert.match(
      await scripted.locator('.montre').evaluate(one => getComputedStyle(one).transitionDuration),
      /^0s/,
    )
    await page.context().close()
    await scripted.context().close()
  })

  test('axe finds nothing, by day and by night', async () => {
    const page = await opened({ bypassCSP: true, reducedMotion: 'reduce' })
    await page.goto('/veilleuse')
    await page.waitForSelector('.montre')
    await page.evaluate(AXE)
    for (const look of ['jour d0', 'nuit d0']) {
      const faults = await page.evaluate(async look => {
        const root = document.getElementById('veilleuse')!
        root.className = look
        const all = [...document.querySelectorAll('.panneau')]
        const found: string[] = []
        for (const one of all) {
          for (const other of all) other.classList.toggle('montre', other === one)
          const { axe } = globalThis as unknown as {
            axe: {
              run: (what: Document, opts: object) => Promise<{ violations: { id: string }[] }>
            }
          }
          const { violations } = await axe.run(document, {
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
            resultTypes: ['violations'],
          })
          found.push(...violations.map(fault => `${fault.id} at ${one.className}`))
        }
        return found
      }, look)
      assert.deepEqual(faults, [], look)
    }
    await page.context().close()
  })

  test('somebody who writes to break it breaks nothing', async () => {
    const nasty = [
      `${'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(
        3,
      )}`,
      `W${'W'.repeat(290)}`,
      'اشترى جاري خروفا صغيرا من السوق وهو يبحث الآن عن حقل قريب من القرية ليرعى فيه طوال ' +
        'الشتاء مع بقية القطيع',
      'Z̷̛̹a̷̧̛l̵̢̛g̴̢̛o̵̢̕'.normalize('NFD').repeat(12),
      `${'🎉'.repeat(3)}${'👩‍👩‍👧'.repeat(60)}`,
      '</section></div><script>alert(1)</script><style>*{display:none}</style>',
      `\u202eÀ l’envers ${'!'.repeat(120)}`,
      '漢字'.repeat(120),
      'a b '.repeat(70),
    ]
    const upTo = (text: string, most: number): string =>
      text.slice(0, most).replace(/[\ud800-\udbff]$/, '')
    const each = (text: string): BroughtRecord =>
      offer(upTo(text, 290), {
        who: upTo(text, 190),
        reach: upTo(text, 290),
        where: upTo(text, 190),
      })
    const brought = nasty.map(each)
    await bring(brought)
    const faults: string[] = []
    for (const [width, height] of [SCREENS[0], SCREENS[3], SCREENS[5]]) {
      const of = await turning({ viewport: { width, height }, reducedMotion: 'reduce' })
      const had = new Set<string>()
      for (let i = 0; i < 120 && had.size < 60; i++) {
        const { over, scrolls } = await of.page.evaluate(looked)
        const text = await words(of.page)
        if (over.length > 0) faults.push(`${width}×${height} ${over}: ${text.slice(0, 120)}`)
        assert.deepEqual(scrolls, [0, 0], text)
        had.add(text)
        await of.on(EACH * 1000)
      }
      await of.page.context().close()
    }
    await bring(brought.map(one => ({ ...one, fields: { removed: true } })))
    assert.deepEqual(faults, [])
  })
})

/**
 * In the page: what of the panel in sight is cut by its box, whether anything scrolls, the lowest
 * capital.
 */
function looked(): Readonly<{
  over: readonly string[]
  scrolls: readonly number[]
  least: number
}> {
  const panel = document.querySelector('.montre')!
  const box = panel.getBoundingClientRect()
  const pieces = [
    ...panel.querySelectorAll('h2, .phrase, .sous, .joindre, .quand, .venue, img'),
  ].filter(one => getComputedStyle(one).display !== 'none')
  const over = pieces.flatMap(one => {
    const own = one.getBoundingClientRect()
    // A line's own leading is no word: a third of a letter.
    const slack = Number.parseFloat(getComputedStyle(one).fontSize) / 3
    const isOut =
      own.bottom > box.bottom + slack || own.right > box.right + 1 || own.left < box.left - 1
    return isOut
      ? [
          `${one.className || one.tagName} ${Math.round(own.bottom - box.bottom)}, ` +
            `${Math.round(own.right - box.right)}`,
        ]
      : []
  })
  const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement
  const pen = document.createElement('canvas').getContext('2d')!
  const all = [
    ...panel.querySelectorAll('h2, p, b, bdi, text'),
    ...document.querySelectorAll('.haut h1, .moment, .bas'),
  ]
  const capital = (one: Element): number => {
    const style = getComputedStyle(one)
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
    const drawn = one instanceof SVGGraphicsElement ? (one.getScreenCTM()?.a ?? 1) : 1
    return pen.measureText('H').actualBoundingBoxAscent * drawn
  }
  const seen = all.filter(one => one.getClientRects().length > 0)
  return {
    over,
    scrolls: [scrollWidth - clientWidth, scrollHeight - clientHeight],
    least: Math.min(...seen.map(capital)),
  }
}

/** In the page: which panels are in sight at a moment of the cycle. */
function inSightAt(ms: number): readonly number[] {
  for (const one of document.getAnimations()) {
    one.pause()
    one.currentTime = ms
  }
  return [...document.querySelectorAll('.panneau')].flatMap((one, i) =>
    Number(getComputedStyle(one).opacity) > 0.5 && getComputedStyle(one).visibility === 'visible'
      ? [i]
      : [],
  )
}
