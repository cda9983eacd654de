import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { ASKED } from '../../../core/form/form.ts'
import { texts } from '../../../core/form/input.ts'
import { wordAt } from '../../../core/narrow.ts'
import { tick, tickField } from '../../../ui/field.ts'
import { hidden, mainButton, post } from '../../../ui/post.ts'
import { mistakeIn } from '../../../ui/say.ts'
import { crumbs } from '../../../ui/sheet.ts'
import { within } from '../../../ui/tongue.ts'
import { folderPath, isTheirs, SHELF } from '../model/commands.ts'
import { bringTo, largestIn } from '../model/endpoint.ts'
import {
  askerIn,
  type Folder,
  fileFor,
  folderOf,
  kindsOf,
  type ShelvedFile,
} from '../model/read.ts'
import { shelfFolder } from '../model/records.ts'
import { AT_ONCE, KINDS, LARGEST_MB, MADE, mayAdd } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'
import { area, choose, given, line } from './fields.ts'
import { whoKeeps } from './say.ts'

type Words = typeof fr
const whole = html` class="small" inputmode="numeric" autocomplete="off"`

const newFolder: Page<Words> = {
  path: `${SHELF}/dossier`,
  who: 'keeper',
  show: (kit, _read, words): Leaf => folderForm(undefined, kit, words),
}
const changeFolder: Page<Words> = {
  path: `${SHELF}/dossier/:id/changer`,
  who: 'keeper',
  show: (kit, read, words): Leaf | undefined => {
    const folder = folderOf(read, kit.request.params['id'] ?? '')
    return folder && folderForm(folder, kit, words)
  },
}

function folderForm(folder: Folder | undefined, kit: Kit, words: Words): Leaf {
  const f = words.types['shelf-folder'].fields
  const w = words.folderHints
  const title = folder ? words.changeTitle(folder.name ?? '') : words.newFolder
  const had = (name: keyof Folder): unknown => folder?.[name]
  const fields = html`
    ${line(kit.request, { name: 'name', label: f.name.label, need: words.needed }, had('name'))}
    ${area(
      kit.request,
      { name: 'purpose', label: f.purpose.label, hint: w.purpose },
      had('purpose'),
    )}
    ${choose(kit.request, { name: 'readers', label: f.readers.label }, had('readers') ?? 'anyone', {
      options: f.readers.choices,
    })}
    ${choose(kit.request, { name: 'adders', label: f.adders.label }, had('adders') ?? 'nobody', {
      options: f.adders.choices,
    })}
    ${waitsBox(folder, kit.request, words)}
    ${kindBoxes(folder, kit.request, words)}
    ${line(
      kit.request,
      { name: 'largestMb', label: f.largestMb.label, hint: w.largestMb(LARGEST_MB) },
      had('largestMb'),
      whole,
    )}
    ${line(
      kit.request,
      { name: 'quotaMb', label: f.quotaMb.label, hint: w.quotaMb },
      had('quotaMb'),
      whole,
    )}
    ${line(kit.request, { name: 'season', label: f.season.label, hint: w.season }, had('season'))}
    ${line(kit.request, { name: 'source', label: f.source.label, hint: w.source }, had('source'))}
  `
  const form = post(
    kit.form(folder && { type: shelfFolder.name, id: folder.id, space: 'home' }),
    `${SHELF}/dossier`,
    {
      hidden: { id: folder?.id },
      unchecked: true,
      fields,
      button: mainButton(folder ? words.keepChanges : words.makeFolder),
    },
  )
  const steps = [
    { href: SHELF, words: words.title },
    ...(folder ? [{ href: folderPath(folder.id), words: folder.name ?? '', isSaid: true }] : []),
  ]
  const body = html`
    <div class="one">
      <article class="sheet">
        ${crumbs(steps, kit.request.lang)}
        <h1>${within(title, folder?.name ?? '', kit.request.lang)}</h1>
        ${mistakeIn(kit.request)}
        ${form}
        ${folder && closing(folder, kit, words)}
      </article>
    </div>
  `
  return { title, body, current: SHELF }
}

function waitsBox(folder: Folder | undefined, request: Request, words: Words): Html {
  const on = request.again ? given(request, 'waits', null) !== '' : folder?.waits !== false
  return html`
    <div class="field">
      ${tick({
        look: 'choice',
        name: 'waits',
        value: 'yes',
        isOn: on,
        words: words.types['shelf-folder'].fields.waits.label,
      })}
      ${hidden({ [ASKED]: 'waits' })}
    </div>
  `
}

function kindBoxes(folder: Folder | undefined, request: Request, words: Words): Html {
  const on = request.again ? texts(request.again.input, 'kinds') : folder ? kindsOf(folder) : KINDS
  const box = (kind: string): Html =>
    tick({
      look: 'choice',
      name: 'kinds',
      value: kind,
      isOn: on.includes(kind),
      words: wordAt(words.kinds, kind),
    })
  return html`
    <fieldset class="group-field">
      <legend>${words.types['shelf-folder'].fields.kinds.label}</legend>
      ${KINDS.map(box)}
    </fieldset>
  `
}

function closing(folder: Folder, kit: Kit, words: Words): Html {
  return html`
    <details>
      <summary>${words.closeFolder}</summary>
      ${post(kit.form(), `${SHELF}/fermer`, {
        hidden: { id: folder.id },
        fields: html`
          <p>${words.closeMeans}</p>
          ${tickField({ look: 'choice', id: 'f-sure', name: 'sure', words: words.closeSure })}
        `,
        button: mainButton(words.closeNow),
      })}
    </details>
  `
}

const bringPage: Page<Words> = {
  path: `${SHELF}/dossier/:id/apporter`,
  show: (kit, read, words): Leaf | undefined => {
    const folder = folderOf(read, kit.request.params['id'] ?? '')
    if (!folder || !mayAdd(folder, kit.request)) return undefined
    const title = words.addTo(folder.name ?? '')
    const rules = html`<p>${words.takes(
      kindsOf(folder).map(kind => words.kinds[kind]),
      kit.request.by === 'keeper' ? undefined : words.size(largestIn(folder, kit.request.by)),
      AT_ONCE,
    )}${kit.request.by !== 'keeper' && folder.waits !== false && html` ${words.seenFirst}`}</p>`
    const form = post(kit.form(), bringTo(folder.id), {
      files: true,
      unchecked: true,
      hidden: { dossier: folder.id },
      fields: html`
        ${fileField(folder, kit.request, words)}
        ${saidFields(undefined, kit.request, words)}
        <p class="acts">${mainButton(words.send)}</p>
        <p class="hint">${words.stayWhile}</p>
      `,
    })
    const body = html`
      <div class="one">
        <article class="sheet">
          ${crumbs(
            [
              { href: SHELF, words: words.title },
              { href: folderPath(folder.id), words: folder.name ?? '', isSaid: true },
            ],
            kit.request.lang,
          )}
          <h1>${title}</h1>
          ${mistakeIn(kit.request)}
          ${rules}
          ${form}
          ${whoKeeps(kit, words)}
        </article>
      </div>
    `
    return { title, body, current: SHELF }
  },
}

/**
 * What came with an earlier post of this form is there already: nobody sends a film twice for a
 * word that was missing.
 */
function fileField(folder: Folder, request: Request, words: Words): Html {
  const came = texts(request.again?.input ?? {}, 'file.sent')
  const wrongs = [request.again, ...(request.again?.others ?? [])].flatMap(one =>
    one?.field === 'file' && one.refused ? [one.refused] : [],
  )
  const ends = Object.entries(MADE).filter(([, made]) => kindsOf(folder).includes(made.kind))
  const accept = ends.map(([end]) => `.${end}`).join(',')
  const kept = came.map((value, i) =>
    tick({
      look: 'choice',
      name: 'file.sent',
      value,
      isOn: true,
      words: words.alreadyCame(i + 1),
    }),
  )
  return html`
    <fieldset class="group-field${wrongs.length > 0 && ' wrong'}" id="f-file">
      <legend>
        ${words.types['shelf-file'].fields.file.label} <span
          class="need-word">(${words.needed})</span>
      </legend>
      ${wrongs.map(said => html`<p class="error">${said}</p>`)}
      ${kept}
      <input
        type="file"
        name="file"
        multiple
        accept="${accept}"
        aria-label="${words.types['shelf-file'].fields.file.label}"
      >
    </fieldset>
  `
}

function saidFields(file: ShelvedFile | undefined, request: Request, words: Words): Html {
  const f = words.types['shelf-file'].fields
  const w = words.fileHints
  return html`
    ${line(
      request,
      { name: 'title', label: f.title.label, hint: file ? undefined : w.title },
      file?.title,
    )}
    ${line(request, { name: 'author', label: f.author.label, hint: w.author }, file?.author)}
    ${choose(
      request,
      { name: 'licence', label: f.licence.label, hint: w.licence, need: words.needed },
      file?.licence,
      { options: f.licence.choices, first: words.chooseLicence },
    )}
    ${area(request, { name: 'about', label: f.about.label }, file?.about)}
    ${line(
      request,
      { name: 'source', label: f.source.label, hint: w.source },
      file?.source,
      html` inputmode="url" autocapitalize="off"`,
    )}
    ${line(
      request,
      { name: 'broughtBy', label: f.broughtBy.label, hint: w.broughtBy },
      file?.broughtBy,
      html` autocomplete="given-name"`,
    )}
  `
}

const mendPage: Page<Words> = {
  path: `${SHELF}/:id/corriger`,
  who: 'neighbour',
  show: (kit: Kit, read: Reader, words: Words): Leaf | undefined => {
    const found = fileFor(read, kit.request.params['id'] ?? '', askerIn(kit.request))
    if (!found || !isTheirs(found.file, kit.request)) return undefined
    const { file } = found
    const form = post(
      kit.form({ type: 'shelf-file', id: file.id, space: 'home' }),
      `${SHELF}/corriger`,
      {
        hidden: { id: file.id },
        unchecked: true,
        fields: saidFields(file, kit.request, words),
        button: mainButton(words.keepChanges),
      },
    )
    const body = html`<div class="one"><article class="sheet">${crumbs(
      [
        { href: SHELF, words: words.title },
        { href: `${SHELF}/${file.id}`, words: file.title ?? '', isSaid: true },
      ],
      kit.request.lang,
    )}<h1>${words.mend}</h1>${mistakeIn(kit.request)}${form}</article></div>`
    return { title: words.mend, body, current: SHELF }
  },
}

export const formPages: readonly Page<Words>[] = [newFolder, changeFolder, bringPage, mendPage]
