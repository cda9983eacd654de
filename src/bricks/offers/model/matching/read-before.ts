import { beforehand, doneBefore, type TextAsked } from '../../../../core/beforehand.ts'
import { ownJson } from '../../../../core/narrow.ts'
import type { SpokenNotice } from './spoken.ts'
import { readingOf, termsOf } from './terms.ts'

/** What a notice is found by, and what its sentence says: none without a term. */
type NoticeRead = Readonly<{ terms: readonly string[]; reading: string }>

/** Reads a notice, unless another thread did. */
export function noticeRead(one: SpokenNotice): NoticeRead {
  const [reading = '', ...terms] = doneBefore(reader, () => asText(one)) ?? readNotice(one)
  return { terms, reading }
}
/** The text by which `noticeRead` will ask for this notice. */
export const textOfNotice = (one: SpokenNotice): TextAsked => [reader, asText(one)]

function readNotice(one: SpokenNotice): readonly string[] {
  const terms = termsOf(one)
  return terms.length > 0 ? [readingOf(one), ...terms] : []
}
const reader = beforehand(text => readNotice(ownJson<SpokenNotice>(text)), import.meta.url)

/** A notice without whose it is and where, which tell nothing of what it says. */
const asText = (one: SpokenNotice): string => JSON.stringify({ ...one, ...NOBODY })
const NOBODY = {
  id: '',
  called: undefined,
  commune: null,
  point: null,
  whose: { who: null, reach: null, from: [] },
}
