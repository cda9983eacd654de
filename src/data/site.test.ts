import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileOf, still } from './site.ts'

test('each address has its own file, that any host can serve', () => {
  assert.equal(fileOf('/'), 'index.html')
  assert.equal(fileOf('/annonces'), 'annonces/index.html')
  assert.equal(fileOf('/annonces?page=2'), 'annonces/page-2.html')
  assert.equal(fileOf('/agenda.ics'), 'agenda.ics')
  assert.notEqual(fileOf('/annonces?themes=a&page=2'), fileOf('/annonces?themes=b&page=2'))
  assert.ok(!fileOf('/annonces?q=../../x').includes('..'))
})

test('a still page has no form, and its links lead to files beside it', () => {
  const page =
    '<form action="/chercher"><input></form><a class="x" href="/annonces/1">A</a> <a ' +
    'href="/entrer">B</a> <link href="/look.css?v=1"><footer></footer>'
  const text = still(page, '/idees/idee/2', 'fr')
  assert.ok(!text.includes('<form') && !text.includes('href="/'))
  assert.match(text, /href="\.\.\/\.\.\/\.\.\/annonces\/1\/index\.html"/)
  assert.match(text, /<span>B<\/span>/)
})

test('a photo of a page that lives without its box is led to from where the page stands', () => {
  const hash = 'a'.repeat(64)
  const page =
    `<img class="thumb" src="/fichiers/${hash}.webp" srcset="/fichiers/${hash}.webp 400w" ` +
    'sizes="92vw" alt=""></footer>'
  const made = still(page, '/annonces/0abc', 'fr')
  assert.ok(made.includes(`src="../../fichiers/${hash}.webp" alt=""`), made)
})
