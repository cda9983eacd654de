import { type Html, html } from '../contract/html.ts'
import type { Lang } from '../core/lang.ts'
import type { FileRef } from '../core/schema.ts'
import { uiWords } from './words.ts'

/**
 * Where the house gives a file (`data/files-out.ts`): by its hash, so that a browser keeps it for
 * ever.
 */
export const FILES = '/fichiers'

/** Pictures made by this house; a file of another kind is led to by its name. */
export const isPicture = (file: FileRef): boolean => file.type === 'image/webp'
export const pictureHref = (hash: string): string => `${FILES}/${hash}.webp`

/**
 * Units   pixels of `web/post/pictures.ts`: the small picture is this wide at most, the large
 *         one that.
 */
const [SMALL, LARGE] = [400, 1200]

const drawn = (file: FileRef, alt: string, sizes: string, href: typeof pictureHref): Html =>
  file.small === undefined
    ? html`<img src="${href(file.hash)}" alt="${alt}" loading="lazy">`
    : html`
      <img
        src="${href(file.small)}"
        srcset="${href(file.small)} ${SMALL}w, ${href(file.hash)} ${LARGE}w"
        sizes="${sizes}"
        alt="${alt}"
        loading="lazy"
      >
    `

/**
 * The pictures of a record, each leading to itself alone; `of` is what they show, for whoever does
 * not see them; `href` the address of a file, by its hash.
 */
export function pictures(
  files: readonly FileRef[],
  of: string,
  lang: Lang,
  href = pictureHref,
): Html | false {
  const all = files.filter(isPicture)
  const w = uiWords(lang)
  const alt = (i: number) =>
    all.length === 1 ? w.photo(of) : w.photoOf(String(i + 1), String(all.length), of)
  const sizes =
    all.length === 1 ? '(min-width: 52rem) 40rem, 92vw' : '(min-width: 52rem) 20rem, 92vw'
  return (
    all.length > 0 &&
    html`
      <div class="photos">
        ${all.map(
          (file, i) => html`<a href="${href(file.hash)}">${drawn(file, alt(i), sizes, href)}</a>`,
        )}
      </div>
    `
  )
}

/**
 * The first picture, small, beside a line of a list: its title says it, so that it is told to
 * nobody twice.
 */
export function thumb(files: readonly FileRef[] | null | undefined): Html | false {
  const first = files?.find(isPicture)
  return (
    !!first &&
    html`<img class="thumb" src="${pictureHref(first.small ?? first.hash)}" alt="" loading="lazy">`
  )
}

/** Where the house gives a photo of a form that came back (`web/post/received-photo.ts`). */
export const RECEIVED = '/photo-recue'
/** The same, beside its tick, which says which one it is. `signed`: what the form holds of it. */
export const received = (signed: string): Html =>
  html`<img class="thumb" src="${RECEIVED}/${encodeURIComponent(signed)}" alt="">`

/** For a sheet of paper: the large ones at once, since nobody scrolls it. */
export const printed = (file: FileRef, alt: string): Html =>
  html`<img src="${pictureHref(file.hash)}" alt="${alt}">`
