import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { one } from '../../../core/form/input.ts'
import { notice } from '../../../ui/board.ts'
import { formField } from '../../../ui/field.ts'
import { hidden, mainButton, post } from '../../../ui/post.ts'
import { mistakeIn, mistakeOn, said } from '../../../ui/say.ts'
import { crumbs, fieldList } from '../../../ui/sheet.ts'
import { inTongue, TONGUE } from '../../../ui/tongue.ts'
import { folderPath, isTheirs, SHELF, TELLS } from '../model/commands.ts'
import {
  askerIn,
  bytesOf,
  type Folder,
  type FoundFile,
  fileFor,
  filesIn,
  folderOf,
  foldersFor,
  foundFor,
  kindOf,
  type ShelvedFile,
  shareOf,
  waitingIn,
} from '../model/read.ts'
import { shelfFile } from '../model/records.ts'
import { mayAdd, mayRead } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'
import { heldIn, licenceOf, madeOf, underOf, whoKeeps } from './say.ts'

type Words = typeof fr

export const fileItem = (file: ShelvedFile, request: Request, words: Words): Html =>
  notice({
    title: file.title ?? file.ref.name,
    href: `${SHELF}/${file.id}`,
    where: underOf(file, request, words),
  })

/** A list under its own heading, for whoever hears the page. */
const listed = (title: string, items: readonly Html[]): Html =>
  html`<h2 class="apart">${title}</h2><ul class="notices list">${items}</ul>`

/**
 * The folders, what each is for and how much it holds; a search in all that its reader may read.
 */
const shelfPage: Page<Words> = {
  path: SHELF,
  show: (kit, read, words): Leaf => {
    const asker = askerIn(kit.request)
    const folders = foldersFor(read, asker)
    const asked = one(kit.request.query, 'mots').slice(0, 200)
    const found = asked === '' ? [] : foundFor(read, asker, asked)
    const paper =
      folders.length > 0 &&
      html` <a class="button quiet" href="/imprimer/etagere">${words.print}</a>`
    const own =
      kit.request.by === 'keeper' &&
      html`
        <a class="button" href="${SHELF}/dossier">${words.newFolder}</a> <a class="button quiet"
          href="${SHELF}/cle">${words.fromKey}</a>
      `
    const acts = (own || paper) && html`<div class="acts no-print">${own}${paper}</div>`
    const search =
      folders.length > 0 &&
      html`
        <form class="filters no-print" action="${SHELF}">
          ${formField({
            id: 'f-mots',
            label: words.searchHere,
            input: { name: 'mots', value: asked },
          })}
          <button aria-label="${words.searchHere}">${words.search}</button>
          ${asked !== '' && html`<a href="${SHELF}">${words.allFolders}</a>`}
        </form>
      `
    const list =
      asked === ''
        ? folders.map(folder => folderItem(folder, kit, read, words))
        : found.map(({ file }) => fileItem(file, kit.request, words))
    const none = asked === '' ? words.noFolder : words.noneFound(asked)
    const body = html`
      ${said(kit.request.said)}
      ${mistakeIn(kit.request)}
      <div class="head"><h1>${words.title}</h1>${acts}<p class="lead">${words.lead}</p></div>
      ${waitingLine(kit.request, read, words)}
      ${search}
      ${
        list.length > 0
          ? listed(asked === '' ? words.folders : words.found(list.length), list)
          : html`<p class="empty">${none}</p>`
      }
      ${kit.request.by === 'keeper' && roomPart(kit, read, words)}
      ${whoKeeps(kit, words)}
    `
    return { title: words.title, body, current: SHELF }
  },
}

function folderItem(folder: Folder, kit: Kit, read: Reader, words: Words): Html {
  const readers =
    folder.readers !== 'anyone' && html` <b>${words.readersShort[folder.readers ?? 'keeper']}</b>`
  return notice({
    title: folder.name ?? '',
    href: folderPath(folder.id),
    where: html`
      ${folder.purpose && html`${inTongue(folder.purpose, kit.request.lang)}<br>`}
      ${heldIn(folder, filesIn(read, folder.id), kit, words)}
      ${readers}
    `,
  })
}

function waitingLine(request: Request, read: Reader, words: Words): Html | false {
  const n = request.by === 'keeper' ? waitingIn(read).length : 0
  return (
    n > 0 &&
    html`<div class="note no-print"><p><a href="${SHELF}/a-voir">${words.waiting(n)}</a></p></div>`
  )
}

/** What it takes of the disk, and the share of what is left that it may take. */
function roomPart(kit: Kit, read: Reader, words: Words): Html {
  const all = foldersFor(read, askerIn(kit.request)).flatMap(folder => filesIn(read, folder.id))
  const share = shareOf(read)
  return html`
    <section class="part no-print">
      <h2>${words.room}</h2>
      <p>${words.roomUsed(words.size(bytesOf(all)))}</p>
      ${post(kit.form(), `${SHELF}/place`, {
        hidden: { from: SHELF },
        fields: formField({
          id: 'f-percent',
          label: words.roomShare,
          hint: words.roomHint,
          error: mistakeOn(kit.request, 'percent'),
          input: {
            name: 'percent',
            class: 'small',
            inputmode: 'numeric',
            value:
              kit.request.again?.field === 'percent'
                ? one(kit.request.again.input, 'percent')
                : share,
          },
        }),
        button: html`<button class="button quiet">${words.keepRoom}</button>`,
      })}
    </section>
  `
}

const folderPage: Page<Words> = {
  path: `${SHELF}/dossier/:id`,
  show: (kit, read, words): Leaf | undefined => {
    const folder = folderOf(read, kit.request.params['id'] ?? '')
    if (!folder || !mayRead(folder, kit.request)) return undefined
    const files = filesIn(read, folder.id)
    const add =
      mayAdd(folder, kit.request) &&
      html`<a class="button" href="${folderPath(folder.id)}/apporter">${words.add}</a> `
    const own =
      kit.request.by === 'keeper' &&
      html` <a class="button quiet" href="${folderPath(folder.id)}/changer">${words.change}</a> <a
          class="button quiet"
          href="${SHELF}/cle?dossier=${folder.id}">${folder.season ? words.renew : words.fromKey}
        </a>`
    const acts = html`
      <div class="acts no-print">
        ${add}
        <a class="button quiet" href="/imprimer/etagere/${folder.id}">${words.print}</a>
        ${own}
      </div>
    `
    const lead = html`
      ${folder.purpose && html`<p class="lead"${TONGUE}>${folder.purpose}</p>`}
      ${
        files.length > 0 &&
        html`
          <p class="where">
            ${heldIn(folder, files, kit, words)}
            ${
              folder.source && html`<br>${words.setBy} ${inTongue(folder.source, kit.request.lang)}`
            }
          </p>
        `
      }
    `
    const how = howToAdd(folder, kit.request, words)
    const list =
      files.length > 0
        ? listed(
            words.inIt,
            files.map(file => fileItem(file, kit.request, words)),
          )
        : html`<p class="empty">${words.emptyFolder}</p>`
    const body = html`
      ${said(kit.request.said)}
      ${crumbs([{ href: SHELF, words: words.title }], kit.request.lang)}
      <div class="head"><h1${TONGUE}>${folder.name}</h1>${acts}${lead}</div>
      ${list}
      ${how !== '' && html`<div class="part"><p>${how}</p></div>`}
      ${whoKeeps(kit, words)}
    `
    return { title: folder.name ?? words.title, body, current: SHELF }
  },
}

const howToAdd = (folder: Folder, request: Request, words: Words): string =>
  folder.season
    ? words.readOnly
    : request.by === 'keeper' || folder.adders === 'nobody' || mayAdd(folder, request)
      ? ''
      : folder.adders === 'neighbours'
        ? words.withCard
        : ''

/** One file: played here when a browser can, taken away in any case. */
const filePage: Page<Words> = {
  path: `${SHELF}/:id`,
  show: (kit, read, words): Leaf | undefined => {
    const found = fileFor(read, kit.request.params['id'] ?? '', askerIn(kit.request))
    if (!found) return undefined
    const { file, folder } = found
    const title = file.title ?? file.ref.name
    const take = html`
      <p class="acts">
        <a class="button" href="${takePath(file)}">${words.take(madeOf(file, words))}</a>
      </p>
    `
    const body = html`
      ${said(kit.request.said)}
      <div class="one">
        <article class="sheet">
          ${crumbs(
            [
              { href: SHELF, words: words.title },
              { href: folderPath(folder.id), words: folder.name ?? '', isSaid: true },
            ],
            kit.request.lang,
          )}
          <h1${TONGUE}>${title}</h1>
          ${file.waiting === true && html`<div class="note"><p>${words.stillWaits}</p></div>`}
          ${player(file, words)}
          ${take}
          <p class="hint">${words.goesOn}</p>
          ${facts(found, kit, words)}
          ${acts(found, kit, words)}
          ${whoKeeps(kit, words)}
        </article>
      </div>
    `
    return { title, body, current: SHELF, plays: isPlayed(file) }
  },
}
const takePath = ({ id, ref }: ShelvedFile): string =>
  `${SHELF}/prendre/${id}/${encodeURIComponent(ref.name)}`
const isPlayed = (file: ShelvedFile): boolean =>
  ['music', 'films'].includes(kindOf(file)) && file.ref.type !== 'video/x-matroska'

function player(file: ShelvedFile, words: Words): Html | false {
  if (!isPlayed(file)) return false
  const label = words.play(file.title ?? file.ref.name)
  return kindOf(file) === 'music'
    ? html`
      <p class="no-print">
        <audio controls preload="none" src="${takePath(file)}" aria-label="${label}"></audio>
      </p>
    `
    : html`
      <p class="no-print">
        <video controls preload="none" src="${takePath(file)}" aria-label="${label}"></video>
      </p>
    `
}

function facts({ file, folder }: FoundFile, kit: Kit, words: Words): Html | false {
  const label = (name: 'author' | 'about' | 'licence' | 'source' | 'broughtBy'): string =>
    words.types['shelf-file'].fields[name].label
  const own = (text: string | null) => text && inTongue(text, kit.request.lang)
  return fieldList([
    { label: label('about'), value: own(file.about) },
    { label: label('author'), value: own(file.author) },
    {
      label: label('licence'),
      value:
        file.licence &&
        html`
          ${licenceOf(file, words)}
          <br>
          <span class="soft">${words.licenceMeans[file.licence] ?? ''}</span>
        `,
    },
    { label: label('source'), value: file.source && kit.shown(shelfFile, 'source', file.source) },
    { label: label('broughtBy'), value: own(file.broughtBy) },
    { label: words.season, value: own(file.season ?? folder.season) },
    { label: words.broughtOn, value: file.on && kit.shown(shelfFile, 'on', file.on) },
    { label: words.fileName, value: html`<span class="soft"${TONGUE}>${file.ref.name}</span>` },
  ])
}

function acts({ file, folder }: FoundFile, kit: Kit, words: Words): Html | false {
  if (!isTheirs(file, kit.request)) return false
  const token = html`${kit.form()}${hidden({ id: file.id })}`
  const show =
    file.waiting === true &&
    kit.request.by === 'keeper' &&
    post(token, `${SHELF}/montrer`, { look: '', button: mainButton(words.accept) })
  const isSet = folder.season !== null
  return html`
    <div class="no-print">
      ${show}
      <p class="acts">
        <a class="button quiet" href="${SHELF}/${file.id}/corriger">${words.mend}</a>
      </p>
      <details>
        <summary>${words.takeDown}</summary>
        <p>${isSet ? words.takeDownSet : words.takeDownMeans}</p>
        ${post(token, `${SHELF}/retirer`, { look: '', button: mainButton(words.takeDownNow) })}
      </details>
    </div>
  `
}

/** What people brought and the keeper has still to see. */
const waitingPage: Page<Words> = {
  path: `${SHELF}/a-voir`,
  who: 'keeper',
  show: (kit, read, words): Leaf => {
    const all = waitingIn(read)
    const item = (file: ShelvedFile): Html => {
      const folder = file.folder ? folderOf(read, file.folder) : undefined
      return html`
        <li>
          <h3${TONGUE}><a href="${SHELF}/${file.id}">${file.title}</a></h3>
          <p class="where">${underOf(file, kit.request, words)}</p>
          <p class="where">${words.waitsFor(folder?.name ?? '', file.broughtBy ?? '')}</p>
          ${post(kit.form(), `${SHELF}/montrer`, {
            look: '',
            hidden: { id: file.id },
            fields: kit.agreement({
              draft: { type: shelfFile.name, record: file.id, fields: {} },
              shows: TELLS,
            }),
            button: html`
              ${mainButton(words.accept)} <button class="button quiet"
                formaction="${SHELF}/retirer">${words.refuse}</button>
            `,
          })}
        </li>
      `
    }
    const body = html`
      ${said(kit.request.said)}
      ${mistakeIn(kit.request)}
      ${crumbs([{ href: SHELF, words: words.title }], kit.request.lang)}
      <div class="head"><h1>${words.toSee}</h1><p class="lead">${words.toSeeLead}</p></div>
      ${
        all.length > 0
          ? listed(words.toSee, all.map(item))
          : html`<p class="empty">${words.nothingToSee}</p>`
      }
      ${whoKeeps(kit, words)}
    `
    return { title: words.toSee, body, current: SHELF }
  },
}

export const pages: readonly Page<Words>[] = [shelfPage, folderPage, waitingPage, filePage]
