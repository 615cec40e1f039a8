import { deepEqual, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { ciede2000, contrastOf, distanceOf, type Sight } from './colour-sight.ts'
import { PALETTE } from './palette.ts'

const SCHEMES = ['light', 'dark'] as const
const SIGHTS: readonly Sight[] = ['normal', 'protan', 'deutan', 'tritan']

test('the distance agrees with the published pairs of Sharma, Wu and Dalal', () => {
  const found = [
    ciede2000([50, 2.6772, -79.7751], [50, 0, -82.7485]),
    ciede2000([2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514]),
    ciede2000([50, 2.5, 0], [50, 0, -2.5]),
    ciede2000([22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619]),
  ]
  deepEqual(
    found.map((distance) => distance.toFixed(4)),
    ['2.0425', '0.9082', '4.3065', '2.0373'],
  )
})

for (const scheme of SCHEMES) {
  const colours = PALETTE[scheme]

  test(`${scheme}: every text is AA on the page and on paper, and on a filled button`, () => {
    const texts = ['text', 'second', 'primary', 'positive', 'negative', 'warning'] as const
    for (const text of texts) {
      for (const ground of ['bg', 'paper'] as const) {
        const contrast = contrastOf(colours[text], colours[ground])
        ok(contrast >= 4.5, `${text} on ${ground} has a contrast of ${contrast.toFixed(2)}, not 4.5`)
      }
    }
    const onButton = contrastOf(scheme === 'light' ? '#FFFFFF' : colours.bg, colours.primary)
    ok(onButton >= 4.5, `the text of a filled button has a contrast of ${onButton.toFixed(2)}, not 4.5`)
  })

  test(`${scheme}: borders of controls stand out 3:1`, () => {
    for (const ground of ['bg', 'paper'] as const) {
      const contrast = contrastOf(colours.control, colours[ground])
      ok(contrast >= 3, `control on ${ground} has a contrast of ${contrast.toFixed(2)}, not 3`)
    }
  })
}

// The nearest pairs with the matrices of Machado 2009: 16.596 (light, protan) and 19.45 (dark, protan); the design rounds both up.
const DISTANCE_MIN = { light: 16.59, dark: 19.44 }

for (const scheme of SCHEMES) {
  for (const sight of SIGHTS) {
    test(`${scheme}: series keep apart under ${sight} sight`, () => {
      const { series } = PALETTE[scheme]
      for (const [at, one] of series.entries()) {
        for (const other of series.slice(at + 1)) {
          const distance = distanceOf(one, other, sight)
          ok(distance >= DISTANCE_MIN[scheme], `${one} and ${other} are ${distance.toFixed(2)} apart`)
        }
      }
    })
  }
}
