import type { Fingerprint } from '../../contract/box/hotspot.ts'
import type { Paper } from '../../contract/paper.ts'
import { type Input, texts } from '../../core/form/input.ts'
import type { Lang } from '../../core/lang.ts'
import { dayPlain } from '../../text/days.ts'
import { territoryShown } from '../pages/territory-shown.ts'
import type { Server } from '../server-parts.ts'
import { sheetWords } from '../session/sheet-words.ts'
import type { Visit } from '../session/visit.ts'
import { keeperOf } from './print-once.ts'

const [CODES, CODE_SHAPE] = [10, /^[a-z2-9]{4} [a-z2-9]{4} [a-z2-9]{4}$/]

/** The ten codes that their page just showed, and the certificate in words. */
export function codesOf(
  server: Server,
  { lang }: Visit,
  input: Input,
  shownAs: Fingerprint | undefined,
): Paper | undefined {
  const codes = texts(input, 'code')
  if (codes.length !== CODES || !codes.every(code => CODE_SHAPE.test(code))) return undefined
  const today = server.source.today(server.source.now())
  return codesPaper(
    {
      codes,
      shownAs,
      of: [territoryShown(server.source.bricks, server.source.read)?.name, server.at()]
        .filter(Boolean)
        .join(' · '),
      keeper: keeperOf(server, lang),
      day: dayPlain(today, lang),
    },
    lang,
  )
}

/**
 * The keeper's card: of which page, ten codes, each with a box to tick once it was used, and the
 * certificate in words. It hangs nowhere.
 */
function codesPaper(
  {
    codes,
    shownAs,
    of,
    keeper,
    day,
  }: Readonly<{
    codes: readonly string[]
    shownAs: Fingerprint | undefined
    of: string
    keeper: string
    day: string
  }>,
  lang: Lang,
): Paper {
  const w = sheetWords(lang)
  return {
    title: w.keeperCard,
    lang,
    size: 'a5',
    layout: 'flow',
    points: 10.5,
    fits: 1,
    blocks: [
      { is: 'title', words: w.keeperCard },
      ...(of === '' ? [] : [{ is: 'lead' as const, words: of }]),
      { is: 'words', words: [{ b: w.codes }] },
      { is: 'words', words: w.codesWhy },
      { is: 'items', items: codes.map(code => ({ words: [{ b: code }], tick: true })) },
      ...(shownAs
        ? [
            { is: 'words' as const, words: [{ b: w.fingerprint }, ` · ${shownAs.begins}`] },
            { is: 'small' as const, words: w.fingerprintWhy },
            { is: 'small' as const, words: w.sixWords(shownAs.words) },
          ]
        : []),
      { is: 'small', words: w.putAway },
    ],
    foot: [keeper, w.printedOn(day)],
  }
}
