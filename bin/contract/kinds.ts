import { readForm } from '../../src/core/form/form.ts'
import { texts } from '../../src/core/form/input.ts'
import { type Field, LONGEST, type Value } from '../../src/core/schema.ts'
import { cellText, type ExportNames } from '../../src/data/export-cell.ts'
import { FILLED, sample, sampleChoices, sampleFields } from '../../src/dev/atelier/forms.ts'

/** When a field of the sample has another control than its kind. */
const WHEN: Readonly<Record<string, string>> = {
  choices: 'more than five',
  longText: 'longest over 500',
  farCommune: 'more than sixty',
  typedCommune: 'no list of communes',
  typedCommunes: 'no list of communes',
}
/** A file that a form of the sample kept. */
const KEPT = { hash: 'ab'.repeat(32), name: 'plan.png', type: 'image/png', size: 1_234 }
const naming: ExportNames = {
  title: () => 'le titre du lien',
  commune: () => 'Trelins',
  type: () => undefined,
  lang: 'fr',
}
const choices = sampleChoices('fr')

/** The elements of a control, without what every control has. */
function controlText(name: string): string {
  const drawn = sampleFields('fr', [name]).html.replace(/<input type="hidden"[^>]*>/g, '')
  const elements = [...drawn.matchAll(/<(input|select|textarea)\b([^>]*)>/g)]
  const said = elements.map(([, element, rest = '']) => {
    const type = /\btype="(\w+)"/.exec(rest)?.[1]
    return type ? `${element} ${type}` : (element ?? '')
  })
  return [...new Set(said)].map(one => `\`${one}\``).join(', ')
}

/** The names under which a form of this field sends its parts, and what the sample types there. */
function typedText(name: string): string {
  const parts = Object.keys(FILLED).filter(key => key === name || key.startsWith(`${name}.`))
  return parts
    .map(part => `\`${part}=${texts(FILLED, part).join(', ').replaceAll('\n', '⏎')}\``)
    .join(' ')
}

function valueRead(name: string): Value {
  const form = { only: [name], choices, today: '2026-12-01', zone: 'Europe/Paris' }
  if (sample.fields[name]?.kind === 'files') return [KEPT]
  const found = readForm(sample, FILLED, form)
  if ('refusals' in found) throw new Error(`${name}: ${JSON.stringify(found.refusals)}`)
  return found.fields[name] ?? null
}

function row(name: string, field: Field): string {
  const value = valueRead(name)
  const of = { naming, type: 'sample', name, field, space: 'commons' } as const
  const cell = cellText(of, value).replaceAll('\n', '⏎')
  const kind = field.many ? `\`${field.kind}\`, \`many\`` : `\`${field.kind}\``
  const longest = field.longest ?? LONGEST[field.kind]
  const text = JSON.stringify(value)
  return [
    '',
    kind + (WHEN[name] ? `, ${WHEN[name]}` : ''),
    controlText(name),
    typedText(name) || 'a file',
    `\`${text.length > 60 ? `${text.slice(0, 40)}…` : text}\``,
    `\`${cell.length > 40 ? `${cell.slice(0, 30)}…` : cell}\``,
    longest === undefined ? '' : String(longest),
    '',
  ]
    .join(' | ')
    .trim()
}

/** The page of field kinds: each is drawn, typed, read and exported by the program itself. */
export const kindsText = (): string =>
  `# Field kinds

By \`node bin/contract-pages.ts\`: a sample form is drawn, filled, read and exported by the program.
\`/atelier/piece/formulaire\` shows it. The kinds are declared in
[\`src/core/schema.ts\`](record-type.md), the controls in \`src/ui/control.ts\`, the reading in
\`src/core/form/form-kinds.ts\`, the CSV in \`src/data/export-cell.ts\`.

| kind | control | a form sends | value | CSV, in French | longest |
|---|---|---|---|---|---|
${Object.entries(sample.fields)
  .map(([name, field]) => row(name, field))
  .join('\n')}

- A link or a theme without any record to choose is not asked.
- In CSV, a link is the title of its record, a commune its name, a choice its French words.
`
