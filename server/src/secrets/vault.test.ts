import { equal, notEqual, ok, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { createVault, fileKeyWrapper } from './vault.ts'

const vault = createVault(fileKeyWrapper('a key of the home'))

test('a secret opens in its place, and in no other', async () => {
  const sealed = await vault.seal('JBSWY3DPEHPK3PXP', 'second_factor.secret per_1')
  equal(await vault.open(sealed, 'second_factor.secret per_1'), 'JBSWY3DPEHPK3PXP')
  await rejects(vault.open(sealed, 'second_factor.secret per_2'))
  ok(!sealed.includes('JBSWY3'))
})

test('the same text never seals alike, and another key opens nothing', async () => {
  const sealed = await vault.seal('text', 'place')
  notEqual(await vault.seal('text', 'place'), sealed)
  await rejects(createVault(fileKeyWrapper('another key')).open(sealed, 'place'))
})

test('a changed seal is refused', async () => {
  const sealed = await vault.seal('text', 'place')
  for (let at = 3; at < sealed.length; at += 7) {
    const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1)
    await rejects(vault.open(changed, 'place'), `position ${at}`)
  }
})
