import { forOne, type Html, html } from '../../contract/html.ts'
import type { HiddenFields, Kit } from '../../contract/kit.ts'
import { isLetIn } from '../../contract/permission.ts'
import type { Territory } from '../../contract/territory.ts'
import { asInput } from '../../core/form/filled.ts'
import { itemsOf } from '../../core/narrow.ts'
import type { FileRef, RecordType } from '../../core/schema.ts'
import { choicesFor, communesBeyond, withMadeFields } from '../../engine/fields.ts'
import { shownAgain, shownOf } from '../../engine/weigh.ts'
import { fieldsOf } from '../../ui/form.ts'
import { signText } from '../post/signed-text.ts'
import { holes, newTurn } from './holes.ts'
import type { PageSource, PageVisit, RefusedForm } from './kit.ts'

type FieldsFor = Readonly<{
  source: PageSource
  visit: PageVisit
  territory: Territory | undefined
}>
type FieldsOf = Readonly<{
  given: Readonly<Record<string, unknown>> | undefined
  only: readonly string[] | undefined
  words: Parameters<Kit['fields']>[3]
}>

/** The controls of a form, filled from what was sent; before that, from the record. */
export function fieldsAsked(
  { source: { bricks, read }, visit, territory }: FieldsFor,
  plain: RecordType,
  { given, only, words: other }: FieldsOf,
): Html {
  const { type, words } = withMadeFields(bricks, read, plain, visit.lang)
  const again = isOfAnother(visit.again, type, given) ? undefined : visit.again
  // Values are proposed at first. After a mistake, the form holds what was sent.
  const proposed = given && (!again || again.asks) ? asInput(type, given) : {}
  const filled = again ? { ...proposed, ...again.input } : proposed
  const beyond = communesBeyond({ bricks, read, type }, territory, filled)
  return fieldsOf(type, words, filled, {
    lang: visit.lang,
    choices: choicesFor(type, read, territory, beyond),
    errors: again && mistakesIn(again),
    kept: (name: string) => itemsOf<FileRef>(given?.[name]),
    map: (territory?.communes.filter(({ point }) => point).length ?? 0) > 1,
    ...(only ? { only } : { first: firstOf(plain, type) }),
    own: visit.by !== 'keeper',
    ...(other ? { words: other } : {}),
  })
}

/** The fields to ask first: those of the type, then those that keepers made for it. */
const firstOf = (plain: RecordType, whole: RecordType): readonly string[] | undefined =>
  plain.first && [
    ...plain.first,
    ...Object.keys(whole.fields).filter(name => !Object.hasOwn(plain.fields, name)),
  ]

/** The mistakes by field. Empty when no refusal names one. */
function mistakesIn({
  field,
  refused,
  others = [],
}: RefusedForm): Record<string, string> | undefined {
  if (!field || refused === undefined) return undefined
  return Object.fromEntries([{ field, refused }, ...others].map(one => [one.field, one.refused]))
}

/** Whether a refused post was of another form on the same page. */
const isOfAnother = (
  again: RefusedForm | undefined,
  type: RecordType,
  given: object | undefined,
): boolean =>
  again !== undefined &&
  given !== undefined &&
  !Object.keys(again.input).some(sent =>
    Object.keys(type.fields).some(name => sent === name || sent.startsWith(`${name}.`)),
  )

/**
 * The hidden fields of every form: its turn id, the token, and the heads of the record that it
 * edits.
 */
export function hiddenFields(
  source: PageSource,
  visit: PageVisit,
  edits?: Parameters<Kit['form']>[0],
): HiddenFields {
  const { path, again, by } = visit
  const { turn, token } = holes() ?? { turn: newTurn(source), token: visit.token ?? '' }
  // A visitor edits nothing, and no name of a write that stays here is for them.
  const fresh =
    edits &&
    isLetIn(by, 'neighbour') &&
    shownOf(source.log, edits, edits.all ? undefined : source.types.get(edits.type))
  const shows =
    fresh && again?.showed ? shownAgain(fresh, again.showed, again.clashed ?? []) : fresh
  const sealed = shows && signText(source.secret, 'shown', JSON.stringify(shows))
  const carried = forOne(
    html`
      <input type="hidden" name="tour" value="${turn}">
      <input type="hidden" name="jeton" value="${token}">
      ${sealed && html`<input type="hidden" name="vu" value="${sealed}">`}
    `,
  )
  return { ...carried, from: path }
}
