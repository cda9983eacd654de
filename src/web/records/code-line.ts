import { type Html, html } from '../../contract/html.ts'
import type { Kit } from '../../contract/kit.ts'
import type { Reader } from '../../contract/reader.ts'
import { sayCode } from '../../core/code.ts'
import { givenTo } from '../../engine/records/said-code.ts'
import { actButton } from '../../ui/post.ts'
import { plainWords } from './words.ts'

/** The line about a record’s code on its page. The keeper may give one. */
export function codeLine(kit: Kit, read: Reader, id: string): Html | false {
  const w = plainWords(kit.request.lang)
  const given = givenTo(read, id)
  if (given)
    return html`
      <span>${w.codeIs(sayCode({ word: given.word ?? '', digits: given.digits ?? '' }))}</span>
    `
  if (kit.request.by !== 'keeper') return false
  return html`
    <details class="no-print">
      <summary>${w.codeAloud}</summary>
      <p>${w.codeAloudLead}</p>
      ${actButton(kit.form(), '/donner-un-code', {
        look: 'inline',
        hidden: { id, from: false },
        button: w.giveCodeAct,
      })}
    </details>
  `
}
