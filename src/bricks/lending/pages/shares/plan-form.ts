import { type Html, html } from '../../../../contract/html.ts'
import type { Kit } from '../../../../contract/kit.ts'
import { asSent } from '../../../../core/form/input.ts'
import { money } from '../../../../ui/value.ts'
import type { PlanRow } from '../../model/shares/read.ts'
import { type AMOUNTS, COUNTS } from '../../model/shares/records.ts'
import { FIXED_BY, PER_UNIT, YEARLY } from '../../model/shares/rules.ts'
import { sayMinutes, WORK_UNITS } from '../../model/shares/typed-units.ts'
import { chosen, plainSpaces, typed, type Words } from './pieces.ts'
import { fixedByLabel, wordsOfPlan } from './plan-words.ts'
import { saidOf } from './said.ts'

/** The form of a year: what is counted first, then what it costs, then how it is shared. */

type Given = Partial<PlanRow>
export function planFields(kit: Kit, words: Words, given: Given): Html {
  const { types } = words
  const { fields } = types['share-plan']
  const { lang } = kit.request
  const { again } = kit.request
  const sent = again ? asSent(again.input, 'counts') : ''
  const counts = sent || (given.counts ?? 'money')
  const w = wordsOfPlan(words.shares, counts)
  const isCounted = counts !== 'nothing'
  const text = (name: 'name' | 'article' | 'firstOn' | 'lastOn'): Html =>
    typed(kit, name, {
      ...fields[name],
      value: given[name] ?? '',
      ...(name === 'firstOn' || name === 'lastOn' ? { type: 'date' } : {}),
    })
  const amount = (name: (typeof AMOUNTS)[number]): Html => {
    const n = given[name] ?? null
    const said = n === null ? '' : counts === 'hours' ? sayMinutes(n) : money(n, lang)
    return typed(kit, name, { label: w.costs[name], value: plainSpaces(said), isNumber: true })
  }
  const whole = (name: 'years' | 'calls'): Html =>
    typed(kit, name, { ...w.asks[name], value: String(given[name] ?? ''), isNumber: true })
  const meter = given.meterStart ?? null
  const said = saidOf({ unit: given.unit ?? 'hour', counts }, w, lang)
  const asked = html`
    <fieldset class="group-field">
      <legend>${w.asks.cost}</legend>
      <p class="hint">${w.asks.costHint}</p>
      ${(['price', 'aid', 'resale'] as const).map(amount)}
      ${whole('years')}
      ${YEARLY.map(amount)}
      <p class="hint">${w.asks.perUnit}</p>
      ${PER_UNIT.map(amount)}
    </fieldset>
  `
  return html`
    <p class="hint">${w.stays}</p>
    ${text('name')}
    ${text('firstOn')}
    ${text('lastOn')}
    ${chosen(kit, 'counts', {
      label: fields.counts.label,
      value: counts,
      choices: COUNTS.map(one => [one, fields.counts.choices[one]]),
    })}
    ${chosen(kit, 'unit', {
      label: fields.unit.label,
      value: given.unit ?? 'hour',
      choices: WORK_UNITS.map(one => [one, fields.unit.choices[one]]),
    })}
    ${isCounted ? asked : html`<p class="hint">${w.inHours.nothingAsked}</p>`}
    <fieldset class="group-field">
      <legend>${w.asks.sharing}</legend>
      ${chosen(kit, 'fixedBy', {
        label: fixedByLabel(fields, w, counts),
        value: given.fixedBy ?? 'engaged',
        choices: FIXED_BY.map(one => [one, fields.fixedBy.choices[one]]),
      })}
      ${isCounted && amount('agreed')}
      ${counts === 'money' && whole('calls')}
      ${typed(kit, 'meterStart', {
        ...w.asks.meterStart,
        value: meter === null ? '' : said.bare(meter),
        isNumber: true,
      })}
      ${text('article')}
    </fieldset>
  `
}
