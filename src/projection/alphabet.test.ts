import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { byLetter, inAlphabet } from '../contract/tables.ts'
import { knowAlphabet } from './alphabet.ts'

test('names stand as French sorts them, whatever their capitals and accents', () => {
  const db = new DatabaseSync(':memory:')
  knowAlphabet(db)
  db.exec('CREATE TABLE who(name TEXT)')
  const names = ['Ninon', 'Élodie', 'éric', 'Œuvre', 'Zoé', 'Elsa', 'abel', 'Ÿves', 'Jean-Luc']
  for (const name of names) db.prepare('INSERT INTO who VALUES (?)').run(name)
  db.prepare('INSERT INTO who VALUES (NULL)').run()
  const rows = db.prepare(`SELECT name FROM who ORDER BY ${inAlphabet('name')}`).all()
  assert.deepEqual(
    rows.map(row => row['name']),
    [null, 'abel', 'Élodie', 'Elsa', 'éric', 'Jean-Luc', 'Ninon', 'Œuvre', 'Ÿves', 'Zoé'],
  )
  db.close()
})

test('under its letter a name stands without its first article', () => {
  const db = new DatabaseSync(':memory:')
  knowAlphabet(db)
  const key = (name: string) => db.prepare(`SELECT ${byLetter('?')} AS key`).get(name)?.['key']
  const names = ['L’Écluse', 'Les Amis', 'une Rose', 'Lesage', 'Le', 'La la lune']
  assert.deepEqual(names.map(key), ['ecluse', 'amis', 'rose', 'lesage', 'le', 'la lune'])
  db.close()
})

test('no query sorts the names that people read by their bytes', () => {
  const root = new URL('../', import.meta.url)
  const byBytes =
    /COLLATE NOCASE|(?:ORDER BY|order: ["'`]) ?(?:[a-z]+\.)?(?:name|title|label|who)(?![\w(])/
  const bytes = globSync('{bricks,engine,web,contract}/**/*.ts', { cwd: root })
    .filter(file => !file.endsWith('.test.ts'))
    .filter(file => byBytes.test(readFileSync(new URL(file, root), 'utf8')))
  assert.deepEqual(bytes, [])
})
