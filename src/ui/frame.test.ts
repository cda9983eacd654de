import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Html, html } from '../contract/html.ts'
import { pattern } from '../core/pattern.ts'
import { board, dayItem, homeLinks, notice, side, todayLine } from './board.ts'
import { currentEntry, type FrameOf, frame, otherLanguage } from './frame.ts'
import { filters, listPage, pageAsked } from './list.ts'
import { said, sayPage } from './say.ts'
import { fieldList, reachBlock, sheet } from './sheet.ts'
import { prose, shown } from './value.ts'

const menu = [
  { order: 2, href: '/annuaire', words: 'Qui fait quoi' },
  { order: 1, href: '/annonces', words: 'Annonces' },
]
const of = (more: Partial<FrameOf> = {}): FrameOf => ({
  lang: 'fr',
  title: 'Annonces',
  name: 'Sail et alentours',
  body: html`<p>ici</p>`,
  path: '/annonces/x',
  menu,
  ...more,
})

test(
  'A page bears the village’s name, its language, its menu in order, and no script or style ' +
    'inside',
  () => {
    const page = frame(of())
    assert.match(page, /^<!doctype html><html lang="fr">/)
    assert.match(page, /<title>Annonces · Sail et alentours<\/title>/)
    assert.match(page, /href="\/annonces" aria-current="page">Annonces<\/a><a href="\/annuaire">/)
    assert.doesNotMatch(page, /<script|<style| style="| on[a-z]+="|https?:\/\//)
    assert.match(frame(of({ path: '/' })), /<title>Sail et alentours<\/title>/)
  },
)

test('Names with markup are shown as text, everywhere in the frame', () => {
  const evil = '"><script>alert(1)</script>'
  const page = frame(
    of({
      title: evil,
      name: evil,
      path: `/${evil}`,
      query: evil,
      keptBy: evil,
      asked: evil,
      menu: [{ order: 1, href: evil, words: evil }],
      foot: [html`${evil}`],
    }),
  )
  assert.ok(!page.includes('<script'))
})

test(
  'On an English page a record’s own words are said to be French, on the element that holds ' +
    'them; a French page says nothing of it',
  () => {
    const forged = 'La scie lang="fr"'
    const body = (lang: 'fr' | 'en') => {
      const values = fieldList([
        { label: 'Où', value: shown({ kind: 'text' }, 'au local', { lang }) },
      ])
      return html`
        ${sheet({
          lang,
          title: forged,
          reach: reachBlock({ how: 'au local' }, lang),
          body: prose('Le mercredi.'),
          fields: values,
        })}
        ${notice({ title: 'Paul prête sa scie', href: '/annonces/x' })}
      `
    }
    const english = frame(of({ lang: 'en', body: body('en') }))
    assert.match(english, /<h1 lang="fr">La scie lang=&quot;fr&quot;<\/h1>/)
    assert.match(english, /<div class="prose" lang="fr">/)
    assert.match(english, /<h3 lang="fr"><a href="\/annonces\/x">Paul prête sa scie<\/a><\/h3>/)
    assert.match(english, /<dd><span lang="fr">au local<\/span><\/dd>/)
    assert.match(english, /<a class="brand" href="\/"><span lang="fr">Sail et alentours<\/span>/)
    const french = frame(of({ body: body('fr') }))
    assert.match(french, /<h1>La scie lang=&quot;fr&quot;<\/h1>/)
    assert.deepEqual(french.match(/ lang="[^"]*"|<span>/g), [' lang="fr"', ' lang="en"', '<span>'])
  },
)

test('The language link keeps the address and what was asked', () => {
  assert.equal(
    otherLanguage({ path: '/chercher', query: 'q=bois&langue=fr', lang: 'fr' }),
    '/chercher?q=bois&langue=en',
  )
  assert.equal(otherLanguage({ path: '/', lang: 'en' }), '/?langue=fr')
})

test('The lit entry is the page’s own word, or the longest address that it begins with', () => {
  const two = [...menu, { order: 3, href: '/annuaire/lieux', words: 'Lieux' }]
  assert.equal(currentEntry({ path: '/annuaire/lieux/x', menu: two }), '/annuaire/lieux')
  assert.equal(currentEntry({ path: '/annuaires', menu: two }), undefined)
  assert.equal(currentEntry({ path: '/idees', menu: two, current: '/annuaire' }), '/annuaire')
})

test('Only the person who keeps the page sees their bar, and leaves by a form', () => {
  assert.doesNotMatch(frame(of()), /Cueillette/)
  const page = frame(of({ keeper: true, form: html`<input type="hidden" name="token" value="t">` }))
  assert.match(
    page,
    pattern()`
      <form method="post" action="\/sortir"><input type="hidden" name="token" value="t"><button>
      Sortir
    `,
  )
  assert.doesNotMatch(page, /href="\/entrer"/)
})

test('A telephone’s bar leaves out what waits for nobody, and the pictures of a page are its own', () => {
  const tasks = (waits: FrameOf['waits'] = []) =>
    /<a href="\/mes-suites"[^>]*>/.exec(frame(of({ keeper: true, waits })))?.[0]
  assert.equal(tasks(), '<a href="/mes-suites" class="idle">')
  assert.equal(
    tasks([{ href: '/mes-suites', words: 'Mes suites', n: 2 }]),
    '<a href="/mes-suites">',
  )
  assert.match(frame(of({ keeper: true })), /<a href="\/a-montrer" class="idle">/)
  assert.doesNotMatch(frame(of()), /rel="(icon|manifest)"/)
  const icons = { tab: '/icon.svg', phone: '/icon.png', manifest: '/page.webmanifest' }
  for (const href of Object.values(icons))
    assert.ok(frame(of({ icons })).includes(`href="${href}"`))
})

test('The board stands in its rows, in order; an empty one leaves nothing', () => {
  const section = (order: number, row: 'board' | 'low', title: string) => ({
    order,
    row,
    side: 'offer',
    title,
    body: html`x`,
  })
  const { html: markup } = board([
    section(2, 'board', 'B'),
    section(1, 'board', 'A'),
    section(3, 'low', 'C'),
  ])
  assert.match(markup, /A[\s\S]*B[\s\S]*class="board low"[\s\S]*C/)
  assert.equal(board([section(1, 'board', 'A')]).html.includes('low'), false)
  assert.equal(board([]).html, '')
  assert.equal(homeLinks([]), false)
})

test('A side is a plain word, never a way into the markup', () => {
  assert.equal(side('offer'), 'offer-side')
  assert.equal(side('"><b>'), '')
})

test('A day has its little sheet, and today its line', () => {
  assert.match(
    dayItem({ day: '2026-11-28', title: 'Café' }, 'fr').html,
    /<time datetime="2026-11-28"><span>sam<\/span><b>28<\/b><span>nov<\/span><\/time>/,
  )
  assert.match(
    todayLine('2026-11-25', 'fr', [html`a`, html`b`]).html,
    /mercredi<\/b> a\u00a0· b<\/p>/,
  )
  const apart = todayLine('2026-11-25', 'fr', [{ later: html`demain` }, html`a`]).html
  assert.match(apart, /mercredi<\/b> a<\/p><p class="today">demain<\/p>/)
  assert.equal(todayLine('2026-11-25', 'fr', [{ later: html`c` }]).html, '<p class="today">c</p>')
})

test('A page of one record shows what was written and nothing else', () => {
  const { html: markup } = sheet({
    lang: 'fr',
    title: 'Lucie',
    side: 'need',
    reach: reachBlock({ who: 'Lucie', how: 'au local' }, 'fr'),
    fields: fieldList([
      { label: 'Où', value: 'Sail' },
      { label: 'Quand', value: null },
    ]),
  })
  assert.match(markup, /class="sheet need-side"/)
  assert.match(markup, /<b>Pour joindre Lucie :<\/b> au local/)
  assert.match(markup, /<dl><dt>Où<\/dt><dd>Sail<\/dd><\/dl>/)
  assert.doesNotMatch(markup, /Quand|<details|<aside/)
})

const list = (more: object = {}) =>
  listPage({
    lang: 'fr',
    title: 'Annonces',
    path: '/annonces',
    query: { theme: 'bois', page: '2' },
    filters: [{ name: 'theme', label: 'Thème', options: [{ value: 'bois', label: 'Bois' }] }],
    items: [notice({ title: 'x' })],
    page: 2,
    pages: 5,
    ...more,
  }).html

test('A list keeps its filters from page to page', () => {
  assert.match(list(), /<a href="\/annonces\?theme=bois" rel="prev">/)
  assert.match(list(), /page 2 sur 5/)
  assert.match(list(), /<a href="\/annonces\?theme=bois&amp;page=3" rel="next">/)
  assert.match(list(), /<option value="bois" selected>/)
  assert.doesNotMatch(list({ page: 1, pages: 1 }), /paging/)
})

test('An empty list says so in a sentence, and another when filters left nothing', () => {
  assert.match(list({ items: [] }), /Essayez avec moins de choix/)
  assert.match(
    list({ items: [], query: {}, empty: 'Personne n’a encore rien proposé.' }),
    /Personne n’a encore/,
  )
})

test('The page asked is a whole number of the list', () => {
  for (const [asked, page] of [
    ['3', 3],
    ['99', 5],
    ['0', 1],
    ['-1', 1],
    ['x', 1],
    ['1e3', 1],
    ['', 1],
  ] as const)
    assert.equal(pageAsked({ page: asked }, 5), page, asked)
})

test('What a turn said is shown as text, and a page that only says something says what to do', () => {
  assert.equal(said(undefined), false)
  assert.ok(said('<b>') && !String((said('<b>') as { html: string }).html).includes('<b>'))
  assert.match(sayPage('Rien ici', ['Revenez.']).html, /<h1>Rien ici<\/h1><p>Revenez\.<\/p>/)
})

test('Choices are folded above a list, and a line tells what is chosen and how to leave it', () => {
  const option = [{ value: 'a', label: 'A' }]
  const of = (n: number, query = {}) =>
    filters({
      lang: 'fr',
      path: '/annonces',
      query,
      filters: [
        { name: 'mot', label: 'Un mot' },
        ...['un', 'deux', 'trois']
          .slice(0, n)
          .map(name => ({ name, label: name, options: option })),
        { name: 'depuis', label: 'Depuis', options: [], isAlways: true },
      ],
    }) as Html
  assert.match(of(2).html, /<details class="wide-open"><summary>/)
  const folded = of(3).html
  assert.match(folded, /<details><summary>Choisir <span>un mot, un, deux, trois<\/span><\/summary>/)
  assert.ok(folded.indexOf('name="mot"') > folded.indexOf('<details'))
  assert.doesNotMatch(folded, /chosen/)
  const chosen = of(3, { mot: '"><i>', deux: 'a', depuis: '2026-11-23' }).html
  assert.match(chosen, /value="&quot;&gt;&lt;i&gt;"/)
  assert.match(chosen, /<option value="a" selected>/)
  assert.match(
    chosen,
    /<p class="chosen"><b>«\u202f&quot;&gt;&lt;i&gt;\u202f»<\/b>\u00a0· <b>A<\/b>/,
  )
  assert.match(chosen, /— <a href="\/annonces">tout voir<\/a>/)
  assert.doesNotMatch(chosen, /<details open/)
})
