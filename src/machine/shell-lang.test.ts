import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shellLang } from './shell-lang.ts'

test('the first variable that says something gives the language; French unless it is English', () => {
  for (const [env, lang] of [
    [{}, 'fr'],
    [{ LANG: 'en_GB.UTF-8' }, 'en'],
    [{ LANG: 'en' }, 'en'],
    [{ LANG: 'C.UTF-8' }, 'fr'],
    [{ LANG: 'de_DE.UTF-8' }, 'fr'],
    [{ LANG: 'eng' }, 'fr'],
    [{ LC_MESSAGES: 'en_US', LANG: 'fr_FR' }, 'en'],
    [{ LC_ALL: 'fr_FR', LC_MESSAGES: 'en_US', LANG: 'en_US' }, 'fr'],
    [{ LC_ALL: '', LC_MESSAGES: '', LANG: 'en_US' }, 'en'],
  ] as const)
    assert.equal(shellLang(env), lang, JSON.stringify(env))
})
