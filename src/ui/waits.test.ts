import assert from 'node:assert/strict'
import { test } from 'node:test'
import { waitsList } from './waits.ts'

const of = { lang: 'fr', token: { html: '' }, page: '/' } as never
const line = (sentence: string, news?: string) => ({
  ...{ href: '/moi', n: 1, sentence },
  ...(news ? { news } : {}),
})

test('what is new is a heading, and the button says how many lines it clears', () => {
  const key = `seat:${'0'.repeat(26)}`
  const one = waitsList([line('Élodie attend'), line('une place est libre', key)], of)
  assert.match((one || { html: '' }).html, /<h2><b>Pour vous<\/b><\/h2>/)
  assert.match((one || { html: '' }).html, />J’ai vu cette nouvelle</)
  const two = waitsList([line('une place', key), line('une autre', key.replace('0', '1'))], of)
  assert.match((two || { html: '' }).html, />J’ai vu ces 2 nouvelles</)
})

test('two news that read the same are one line, and one press sees both', () => {
  const keys = ['0', '1'].map(n => `handed:${n.repeat(26)}`)
  const all = [...keys.map(key => line('le mot est remis', key)), line('une place', keys[0])]
  const { html } = waitsList(all, of) || { html: '' }
  assert.equal(html.match(/le mot est remis/g)?.length, 1)
  assert.match(html, />J’ai vu ces 2 nouvelles</)
  for (const key of keys) assert.ok(html.includes(`value="${key}"`))
})
