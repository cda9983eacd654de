import type { PageContext, Print } from '../../../contract/page.ts'
import { dayPlain } from '../../../text/days.ts'
import { thingOf } from '../model/read.ts'
import { series } from '../model/records-booking.ts'
import { PATH } from '../model/records-thing.ts'
import type { fr } from '../words/fr.ts'
import { sees } from './reading.ts'
import { DATES, datesTold } from './series-told.ts'

type Words = typeof fr
type Context = PageContext<Words>

/** The dates of a series on A4, each with its word or its reason: for its person and its keeper. */
export const seriesPrint: Print<Words> = {
  kind: DATES,
  ofOne: true,
  who: 'neighbour',
  make: (kit, read, words) => {
    const context = { kit, read, words }
    const row = seriesAsked(context)
    const of = row?.thing ? thingOf(read, row.thing) : undefined
    const isOwn = kit.request.private && kit.request.isMe(row?.member ?? null)
    if (!row || !of || !(isOwn || sees(kit, read, of))) return undefined
    const { lang, today } = kit.request
    const address = kit.hotspot?.address ?? kit.request.address ?? ''
    return {
      title: `${of.title}, ${kit.told(series, 'recurs', row.recurs)}`,
      lang,
      size: 'a4',
      layout: 'flow',
      points: 14,
      least: 10,
      blocks: [
        { is: 'title', words: of.title ?? '', size: 'sheet' },
        { is: 'heading', words: [row.name, row.use].filter(Boolean).join(', ') },
        { is: 'words', words: kit.told(series, 'recurs', row.recurs) },
        {
          is: 'table',
          roomy: true,
          columns: [
            { head: words.calendar.day, wide: 3 },
            { head: words.calendar.state, wide: 3 },
            { head: words.handing.heads.word, wide: 2 },
          ],
          rows: datesTold(context, row, of).map(({ when, fate, word }) => [
            when,
            fate,
            word === '' ? '' : [{ b: word }],
          ]),
        },
      ],
      foot: [words.calendar.doorPrinted(dayPlain(today, lang)), `${address}${PATH}/${of.id}`],
    }
  },
}

const seriesAsked = ({ kit, read }: Context) =>
  read.one(series, kit.request.params['id'] ?? '', 'home')
