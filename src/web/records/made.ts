import { type Html, html } from '../../contract/html.ts'
import type { Kit } from '../../contract/kit.ts'
import type { Leaf } from '../../contract/page.ts'
import type { Reader } from '../../contract/reader.ts'
import { wordsOfType } from '../../contract/type-words.ts'
import { MADE_KINDS, type MadeField } from '../../core/made.ts'
import type { RecordType } from '../../core/schema.ts'
import { FIELDS, removedFields } from '../../engine/records/made.ts'
import { formField, textArea, tick, tickField } from '../../ui/field.ts'
import { actButton, mainButton, post } from '../../ui/post.ts'
import { mistakeIn, said } from '../../ui/say.ts'
import type { ServedPage } from '../all-pages.ts'
import type { PageSource } from '../pages/kit.ts'
import { plainWords } from './words.ts'

export const madePage = (source: PageSource): ServedPage => ({
  path: FIELDS,
  who: 'keeper',
  show: (kit, read) => fieldsLeaf(source, kit, read),
})

function fieldsLeaf(source: PageSource, kit: Kit, read: Reader): Leaf {
  const w = plainWords(kit.request.lang)
  const types = [...source.types.values()].filter(type => type.path !== undefined)
  const word = (type: RecordType) => wordsOfType(source.bricks, type.name, kit.request.lang).many
  const given = (name: string) => String(kit.request.again?.input[name] ?? '')
  const made = types.flatMap(type =>
    read.madeFields(type.name).map(one => madeLine(kit, one, word(type))),
  )
  const gone = removedFields(read).flatMap(({ record, of, label }) => {
    const type = source.types.get(of)
    const back = {
      hidden: { id: record, from: FIELDS },
      button: html`<button aria-label="${w.fieldBackOf(label)}">${w.fieldBack}</button>`,
    }
    return type
      ? [
          html`
            <li>
              <h3>${label}</h3>
              <p class="where">${word(type)}</p>
              ${actButton(kit.form(), `${FIELDS}/remettre`, back)}
            </li>
          `,
        ]
      : []
  })
  const why = mistakeIn(kit.request)
  const option = (value: string, label: string, chosen: boolean) =>
    html`<option value="${value}"${chosen && html` selected`}>${label}</option>`
  const body = html`
    ${said(kit.request.said)}
    <div class="one">
      <article class="sheet">
        <h1>${w.fieldsTitle}</h1>
        <p>${w.fieldsLead}</p>
        <p class="hint">${w.fieldsWall}</p>
        ${made.length > 0 && html`<h2>${w.fieldAsked}</h2><ul class="notices">${made}</ul>`}
        ${
          gone.length > 0 &&
          html`
            <h2>${w.fieldsGone}</h2>
            <p>${w.fieldsGoneLead}</p>
            <ul class="notices">${gone}</ul>
          `
        }
        <h2>${w.fieldNew}</h2>
        ${why}
        ${post(kit.form(), FIELDS, {
          hidden: { from: FIELDS },
          fields: html`
            ${formField({
              id: 'f-of',
              label: w.fieldOf,
              control: html`
                <select id="f-of" name="of">
                  ${types.map(type => option(type.name, word(type), given('of') === type.name))}
                </select>
              `,
            })}
            ${formField({
              id: 'f-label',
              label: w.fieldLabel,
              input: { name: 'label', value: given('label'), maxlength: 100 },
            })}
            ${formField({
              id: 'f-hint',
              label: w.fieldHint,
              input: { name: 'hint', value: given('hint'), maxlength: 200 },
            })}
            ${formField({
              id: 'f-kind',
              label: w.fieldKind,
              control: html`
                <select id="f-kind" name="kind">
                  ${MADE_KINDS.map(kind =>
                    option(kind, w.kinds[kind as keyof typeof w.kinds], given('kind') === kind),
                  )}
                </select>
              `,
            })}
            ${formField({
              id: 'f-choices',
              label: w.fieldChoices,
              hint: w.fieldChoicesHint,
              control: textArea(
                { id: 'f-choices', name: 'choices', class: 'short', rows: 3 },
                given('choices'),
              ),
            })}
            ${formField({
              id: 'f-unit',
              label: w.fieldUnit,
              input: { name: 'unit', value: given('unit'), maxlength: 30 },
            })}
            <fieldset class="field">
              <legend>${w.fieldWho}</legend>
              ${tick({
                kind: 'radio',
                name: 'space',
                value: 'home',
                isOn: given('space') !== 'commons',
                words: w.fieldHome,
              })}
              ${tick({
                kind: 'radio',
                name: 'space',
                value: 'commons',
                isOn: given('space') === 'commons',
                words: w.fieldCommons,
              })}
            </fieldset>
          `,
          button: mainButton(w.fieldAdd),
        })}
      </article>
    </div>
  `
  return { title: w.fieldsTitle, body, current: '/tenir' }
}

/** A question, with what may change of it, folded. */
function madeLine(kit: Kit, made: MadeField, word: string): Html {
  const w = plainWords(kit.request.lang)
  const id = (part: string): string => `f-${made.record}-${part}`
  const told = [
    word,
    w.kinds[made.kind as keyof typeof w.kinds],
    made.space === 'home' ? w.fieldHome : w.fieldCommons,
    ...(made.isHidden ? [w.fieldNotAsked] : []),
  ]
  const fields = html`
    ${formField({
      id: id('label'),
      label: w.fieldLabel,
      input: { name: 'label', value: made.label, maxlength: 100 },
    })}
    ${formField({
      id: id('hint'),
      label: w.fieldHint,
      input: { name: 'hint', value: made.hint ?? '', maxlength: 200 },
    })}
    ${
      made.kind === 'choice' &&
      formField({
        id: id('choices'),
        label: w.fieldChoices,
        control: textArea(
          { id: id('choices'), name: 'choices', class: 'short', rows: 3 },
          made.choices.join('\n'),
        ),
      })
    }
    ${tickField({ id: id('hidden'), name: 'hidden', isOn: made.isHidden, words: w.fieldHidden })}
  `
  const own = { id: made.record, from: FIELDS }
  return html`
    <li>
      <h3>${made.label}</h3>
      <p class="where">${told.join(' · ')}</p>
      <details>
        <summary>${w.fieldChange}</summary>
        ${post(kit.form(), `${FIELDS}/changer`, { hidden: own, fields, button: w.save })}
        ${actButton(kit.form(), `${FIELDS}/retirer`, { hidden: own, button: w.fieldTakeAway })}
      </details>
    </li>
  `
}
