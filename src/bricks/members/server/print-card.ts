import type { Context, Hono } from 'hono'
import { appWords } from '../../../app/words.ts'
import type { Paper } from '../../../contract/paper.ts'
import type { Input } from '../../../core/form/input.ts'
import { one, texts } from '../../../core/form/input.ts'
import type { Lang } from '../../../core/lang.ts'
import type { Setter } from '../../../paper/typesetter-client.ts'
import { dayPlain } from '../../../text/days.ts'
import { keeperSaid } from '../../../ui/keeper.ts'
import { territoryShown } from '../../../web/pages/choices.ts'
import { sayLeaf } from '../../../web/pages/respond.ts'
import { posted } from '../../../web/post/form-in.ts'
import { isOurs } from '../../../web/post/post.ts'
import { notOurs } from '../../../web/session/signin.ts'
import type { Visit } from '../../../web/session/visit.ts'
import type { Web } from '../../../web/web.ts'
import { webWords } from '../../../web/words.ts'
import { CARD_PRINT } from './card-pages.ts'
import { cardPaper } from './card-paper.ts'
import { memberByCard } from './cards.ts'

export const CODES_PRINT = '/tenir/codes/imprimer'
const [CODES, CODE_SHAPE, WORD_SHAPE] = [10, /^[a-z2-9]{4} [a-z2-9]{4} [a-z2-9]{4}$/, /^[\p{L}'’-]{2,20}$/u]
const NOTHING_KEPT = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'content-type': 'application/pdf' } as const

/**
 * A card and the keeper's codes, on paper. The box holds only their hashes: each is printed from the very page that shows it once, which
 * sends it back; it is set, answered and kept nowhere, not even behind a door that asks to enter again.
 */
export function cardPrintRoutes(
  app: Hono,
  web: Web,
  { setter, certificate }: Readonly<{ setter: Setter; certificate?: Readonly<{ words: string }> | undefined }>,
): void {
  const answer =
    (make: (web: Web, visit: Visit, input: Input) => Paper | undefined) =>
    async (c: Context): Promise<Response> => {
      const visit = web.visit(c)
      const { input, own } = await posted(c, web, visit)
      const w = webWords(visit.lang)
      if (visit.by !== 'keeper')
        return web.answer(c, visit, sayLeaf(w.forbidden, [appWords(visit.lang).printCard.notNow], visit), {
          status: 403,
          cache: 'no-store',
        })
      if (!isOurs(c, web, visit, own)) return notOurs(c, web, visit)
      const paper = make(web, visit, input)
      if (!paper)
        return web.answer(c, visit, sayLeaf(w.cards.title, [appWords(visit.lang).printCard.notNow], visit), {
          status: 404,
          cache: 'no-store',
        })
      const { pdf } = await setter.set(paper, () => undefined)
      return c.body(pdf as Uint8Array<ArrayBuffer>, 200, NOTHING_KEPT)
    }
  app.post(CARD_PRINT, answer(cardOf))
  app.post(
    CODES_PRINT,
    answer((of, visit, input) => codesOf(of, visit, input, certificate?.words)),
  )
}

/** The card that its page just showed: only one that opens, of somebody who is here. */
function cardOf(web: Web, visit: Visit, input: Input): Paper | undefined {
  const card = { number: one(input, 'number'), secret: one(input, 'secret'), words: one(input, 'words').split(' ') }
  const member = memberByCard(web.local, card.number, card.secret)
  const who = member === undefined ? undefined : web.member(member)
  if (!who || !card.words.every(word => WORD_SHAPE.test(word)) || card.words.length !== 4) return undefined
  return cardPaper({ name: who.name, card, at: web.at(), keeper: keeperOf(web, visit.lang) }, visit.lang)
}

function codesOf(web: Web, { lang }: Visit, input: Input, words: string | undefined): Paper | undefined {
  const codes = texts(input, 'code')
  if (codes.length !== CODES || !codes.every(code => CODE_SHAPE.test(code))) return undefined
  const today = web.site.today(web.site.now())
  return codesPaper({ codes, words, keeper: keeperOf(web, lang), day: dayPlain(today, lang) }, lang)
}

/** The keeper's card: ten codes, each with a box to tick once it was used, and the certificate in words. It hangs nowhere. */
export function codesPaper(
  { codes, words, keeper, day }: Readonly<{ codes: readonly string[]; words: string | undefined; keeper: string; day: string }>,
  lang: Lang,
): Paper {
  const { setup: w, printCard } = appWords(lang)
  return {
    title: printCard.keeperCard,
    lang,
    size: 'a5',
    layout: 'flow',
    points: 10.5,
    fits: 1,
    blocks: [
      { is: 'title', words: printCard.keeperCard },
      { is: 'words', words: [{ b: w.codes }] },
      { is: 'words', words: w.codesWhy },
      { is: 'items', items: codes.map(code => ({ words: [{ b: code }], tick: true })) },
      ...(words
        ? [
            { is: 'words' as const, words: [{ b: w.fingerprint }, ` · ${words}`] },
            { is: 'small' as const, words: w.fingerprintWhy },
          ]
        : []),
      { is: 'small', words: printCard.putAway },
    ],
    foot: [keeper, printCard.printedOn(day)],
  }
}

function keeperOf(web: Web, lang: Lang): string {
  return keeperSaid(territoryShown(web.site.bricks, web.site.read), appWords(lang).printCard.keeper)
}
