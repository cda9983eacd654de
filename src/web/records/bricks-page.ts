import type { Brick } from '../../contract/brick.ts'
import { type Html, html } from '../../contract/html.ts'
import type { Kit } from '../../contract/kit.ts'
import type { Leaf } from '../../contract/page.ts'
import type { Reader } from '../../contract/reader.ts'
import { type RecordType, spaceOf } from '../../core/schema.ts'
import { BRICKS } from '../../engine/records/putting-away.ts'
import { actButton } from '../../ui/post.ts'
import { mistakeAlone, said } from '../../ui/say.ts'
import { crumbs } from '../../ui/sheet.ts'
import type { ServedPage } from '../all-pages.ts'
import type { PageSource } from '../pages/kit.ts'
import { wholeOf } from '../put-away.ts'
import { plainWords } from './words.ts'

/**
 * `/tenir/briques`: each brick with what it does and how much it holds, to put away or to take up
 * again; then those on which the others stand.
 */
export const bricksPage = (source: PageSource): ServedPage => ({
  path: BRICKS,
  who: 'keeper',
  show: (kit): Leaf => {
    const w = plainWords(kit.request.lang)
    const { title, lead, here, away, stay } = w.bricksPage
    const whole = wholeOf(source)
    const up = new Set(source.bricks.map(({ name }) => name))
    const canRest = whole.bricks.filter(one => one.canRest)
    const [used, resting] = [
      canRest.filter(({ name }) => up.has(name)),
      canRest.filter(({ name }) => !up.has(name)),
    ]
    const part = (head: string, all: readonly Brick[]): Html | false =>
      all.length > 0 &&
      html`
        <section class="part">
          <header><h2>${head}</h2></header>
          <ul class="notices list">${all.map(one => lineOf(one, kit, whole.read, up))}</ul>
        </section>
      `
    const body = html`
      ${said(kit.request.said)}
      ${mistakeAlone(kit.request)}
      ${crumbs([{ href: '/tenir', words: w.keep }], kit.request.lang)}
      <div class="head"><h1>${title}</h1><p class="lead">${lead}</p></div>
      ${part(away, resting)}
      ${part(here, used)}
      <p class="empty">${stay}</p>
    `
    return { title, body, current: '/tenir' }
  },
})

function lineOf(brick: Brick, kit: Kit, read: Reader, up: ReadonlySet<string>): Html {
  const w = plainWords(kit.request.lang).bricksPage
  const { title, about } = brick.canRest!(brick.words[kit.request.lang])
  const isUp = up.has(brick.name)
  const held = heldBy(brick, read)
  const [path, act] = isUp ? ['ranger', w.putAway] : ['ressortir', w.takeUp]
  return html`
    <li>
      <h3>${title}</h3>
      <p>${about}</p>
      ${held > 0 && html`<p class="where">${w.holds(held)}</p>`}
      ${actButton(kit.form(), `${BRICKS}/${path}`, {
        hidden: { brick: brick.name, from: BRICKS },
        button: w.of(act, title),
      })}
    </li>
  `
}

/**
 * How many things a brick holds here, as people count them: those with a page of their own, and
 * where a brick has no such type, all of it. The dates of an event, or the answers to an idea, are
 * no things apart.
 */
function heldBy({ records }: Brick, read: Reader): number {
  const things = records.filter(type => type.path !== undefined)
  return (things.length > 0 ? things : records).reduce(
    (sum, type) => sum + read.count(type, {}, isAllHome(type) ? 'home' : undefined),
    0,
  )
}
const isAllHome = (type: RecordType): boolean =>
  Object.values(type.fields).every(field => spaceOf(type, field) === 'home')
